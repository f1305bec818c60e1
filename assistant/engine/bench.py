"""Measures the pipeline of config.yml under Rasa's interpreter; one JSON object on standard output.

    ... -m assistant.engine.bench --train F.jsonl --test F.jsonl [--oos F.txt]
    ... -m assistant.engine.bench --train F.jsonl --folds 5
    ... -m assistant.engine.bench --own nlu_data/nlu/en nlu_data/nlu/zh --folds 5
    ... -m assistant.engine.bench --model MODEL --mapping MAPPING.yml --test F.jsonl

The first trains on a library's own labelled questions, through Rasa's own graph, and tests. The
second and third test each fifth of a file, or of the shipped questions in a language, by a model of
the others. The last tests a trained model, untouched, on other labels through a written mapping.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from assistant.engine.learning.ensemble import dealt
from assistant.engine.train import CONFIG, quiet

OUT_OF_SCOPE = "out_of_scope"
Texts = Sequence[str] | np.ndarray
_NEAR = 0.9  # cosine, seen from the mean, from which a question is all but said elsewhere


class Question(NamedTuple):
    text: str
    intent: str


class Answer(NamedTuple):
    intent: str
    confidence: float
    refused: bool
    ranking: list[str]
    ms: float


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    quiet()
    os.environ.setdefault(
        "REFDESK_VECTOR_CACHE", str(Path(tempfile.gettempdir()) / "refdesk-bench-vectors.npz")
    )
    with tempfile.TemporaryDirectory() as place:
        os.environ["RASA_CACHE_DIRECTORY"] = place
        print(json.dumps(_measure(options, Path(place)), ensure_ascii=False))  # noqa: T201
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the engine's understanding.")
    parser.add_argument("--train", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--oos", type=Path, help="questions out of scope, one a line")
    parser.add_argument("--config", type=Path, default=CONFIG)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--own", type=Path, nargs="+", help="folders of shipped questions")
    parser.add_argument("--tuner", help="the main environment's Python, which tunes for each fold")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--mapping", type=Path)
    parser.add_argument("--errors", type=Path, help="where wrong answers are written, as JSONL")
    return parser.parse_args(argv)


def _measure(options: argparse.Namespace, place: Path) -> dict[str, Any]:
    if options.folds:
        tuner = options.tuner if options.own else None
        return folds(_lots(options), options.folds, options.config, place, tuner)
    if options.mapping:
        return mapped(options.model, options.mapping, read_jsonl(options.test))
    return trained(options, place)


def _lots(options: argparse.Namespace) -> dict[str, list[Question]]:
    if options.own:
        return {folder.name: read_yaml(folder) for folder in options.own}
    return {options.train.name: read_jsonl(options.train)}


def trained(options: argparse.Namespace, place: Path) -> dict[str, Any]:
    """Trains on one file and tests on another."""
    train, test = read_jsonl(options.train), read_jsonl(options.test)
    oos = options.oos.read_text("utf-8").split("\n") if options.oos else []
    start = time.monotonic()
    model = fit(train, options.config, place / "model")
    seconds = time.monotonic() - start
    say(f"trained on {len(train)} questions in {seconds:.0f} s")
    ask = load(model)
    answers = [ask(question.text) for question in test]
    outside = [ask(line.strip()) for line in oos if line.strip()]
    if options.errors:
        write_errors(options.errors, test, answers)
    return {
        "n": len(test),
        **scores([question.intent for question in test], [answer.intent for answer in answers]),
        "train_n": len(train),
        "train_seconds": round(seconds, 1),
        "p50_ms": median(answer.ms for answer in answers),
        "real_refused": share(answer.refused for answer in answers),
        "oos_n": len(outside),
        "oos_recall": share(a.refused or a.intent == OUT_OF_SCOPE for a in outside)
        if outside
        else None,
    }


def folds(
    lots: dict[str, list[Question]],
    count: int,
    config: Path,
    place: Path,
    tuner: str | None = None,
) -> dict[str, Any]:
    """Cross-validation of all lots together: scores of all, of each lot, and of the questions that
    are not all but said in the other folds. A `tuner` tunes the encoder's layers for each fold."""
    from assistant.engine.components.encoder import encode_all
    from assistant.engine.learning.opinions import centred

    told = [question for questions in lots.values() for question in questions]
    lot = np.repeat(list(lots), [len(questions) for questions in lots.values()])
    start, rows = time.monotonic(), encode_all([question.text for question in told])
    rows = centred(rows, rows.mean(axis=0)).astype(np.float32)
    truth = np.array([question.intent for question in told])
    fold = dealt(np.unique(truth, return_inverse=True)[1], count, seed=7)
    guess, near = np.empty_like(truth), np.zeros(len(told), dtype=bool)
    for number in range(count):
        held, rest = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        known = [told[row] for row in rest]
        if tuner:
            tune(tuner, known, place / f"tuned{number}")
        intents = load_all(fit(known, config, place / f"fold{number}"))
        guess[held] = intents([told[row].text for row in held])
        near[held] = (rows[held] @ rows[rest].T).max(axis=1) >= _NEAR
        say(f"fold {number + 1} of {count}: {_right(truth[held], guess[held]):.4f}")
    return {
        "n": len(told),
        "folds": count,
        **scores(truth, guess),
        "lots": {name: scores(truth[lot == name], guess[lot == name]) for name in lots},
        "without_near": {"n": int((~near).sum()), **scores(truth[~near], guess[~near])},
        "seconds": round(time.monotonic() - start, 1),
    }


def tune(python: str, questions: Sequence[Question], folder: Path) -> None:
    """Layers that know these questions only, in place of the shipped ones, which know all."""
    from assistant.engine.components.encoder import TUNED_DIR, tuned

    folder.mkdir()
    lines = [json.dumps(question._asdict()) for question in questions]
    told = folder / "questions.jsonl"
    told.write_text("\n".join(lines), "utf-8")
    tuner = [python, "-m", "assistant.setup.tune", "--questions", str(told), "--out", str(folder)]
    subprocess.run(tuner, check=True)
    os.environ[TUNED_DIR] = str(folder)
    tuned.cache_clear()


def mapped(model: Path, mapping: Path, test: list[Question]) -> dict[str, Any]:
    """`accuracy` takes the first label of the mapping only, `accuracy_any` each that it allows."""
    from rasa.shared.utils.io import read_yaml_file

    allowed: dict[str, list[str]] = read_yaml_file(mapping)["mapping"]
    ask = load(model)
    answers = [ask(question.text) for question in test]
    labels = [allowed.get(answer.intent) or ["-"] for answer in answers]
    truth = [question.intent for question in test]
    return {
        "n": len(test),
        **scores(truth, [names[0] for names in labels]),
        "accuracy_any": share(one in names for one, names in zip(truth, labels, strict=True)),
        "p50_ms": median(answer.ms for answer in answers),
    }


def fit(questions: Sequence[Question], config: Path, place: Path) -> Path:
    """Trains the pipeline through Rasa's graph; returns the model's file."""
    from rasa.model_training import _train_graph
    from rasa.shared.data import TrainingType

    result = _train_graph(
        _importer(questions, config),
        training_type=TrainingType.NLU,
        output_path=str(place),
        fixed_model_name="bench",
    )
    return Path(result.model)


def _importer(questions: Sequence[Question], config: Path) -> Any:
    """Rasa's own file form would read brackets in a reader's question as entities."""
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.training_data.structures import StoryGraph
    from rasa.shared.importers.importer import TrainingDataImporter
    from rasa.shared.nlu.training_data.message import Message
    from rasa.shared.nlu.training_data.training_data import TrainingData
    from rasa.shared.utils.io import read_model_configuration

    class Questions(TrainingDataImporter):
        def __init__(self) -> None:
            super().__init__()

        def get_domain(self) -> Domain:
            return Domain.empty()

        def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
            return StoryGraph([])

        def get_conversation_tests(self) -> StoryGraph:
            return StoryGraph([])

        def get_config(self) -> dict[str, Any]:
            return {**read_model_configuration(str(config)), "policies": []}

        def get_config_file_for_auto_config(self) -> str | None:
            return None

        def get_nlu_data(self, language: str | None = "en") -> TrainingData:
            return TrainingData([Message.build(text=q.text, intent=q.intent) for q in questions])

    return Questions()


def load(model: Path) -> Any:
    """A function from a question's text to its Answer, by the graph as it is served."""
    from rasa.core.channels.channel import UserMessage

    processor = processor_of(model)

    def ask(text: str) -> Answer:
        start = time.perf_counter()
        parsed = processor.parse_messages([UserMessage(text.strip() or "?")])[0]
        ms = (time.perf_counter() - start) * 1000
        intent = parsed["intent"]
        refused = bool((parsed.get("nearness") or {}).get("refused"))
        names = [one["name"] for one in parsed.get("intent_ranking", [])]
        return Answer(intent["name"], intent["confidence"], refused, names, ms)

    ask("warm up")
    return ask


def processor_of(model: Path) -> Any:
    from rasa.core.lock_store import InMemoryLockStore
    from rasa.core.nlg import NaturalLanguageGenerator
    from rasa.core.tracker_store import InMemoryTrackerStore
    from rasa.shared.core.domain import Domain

    from assistant.engine.processor import TurnProcessor

    store = InMemoryTrackerStore(Domain.empty())
    nlg = NaturalLanguageGenerator.create(None, None)
    return TurnProcessor(str(model), store, InMemoryLockStore(), nlg)


def load_all(model: Path) -> Any:
    """A function from many texts to their intents, together, where no time is measured."""
    from rasa.core.channels.channel import UserMessage

    processor = processor_of(model)

    def ask(texts: Sequence[str]) -> list[str]:
        parsed = processor.parse_messages([UserMessage(text.strip() or "?") for text in texts])
        return [one["intent"]["name"] for one in parsed]

    return ask


def read_jsonl(path: Path) -> list[Question]:
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    return [Question(row["text"], row["intent"]) for row in rows]


def read_yaml(folder: Path) -> list[Question]:
    from rasa.shared.importers.utils import training_data_from_paths

    data = training_data_from_paths([str(path) for path in sorted(folder.glob("*.yml"))], "en")
    return [Question(m.get("text"), m.get("intent")) for m in data.intent_examples]


def scores(truth: Texts, guess: Texts) -> dict[str, float]:
    """Accuracy, and F1 averaged over the intents that occur in the test."""
    from sklearn.metrics import f1_score

    macro = f1_score(truth, guess, average="macro", labels=sorted(set(truth)), zero_division=0)
    return {"accuracy": round(_right(truth, guess), 4), "macro_f1": round(float(macro), 4)}


def _right(truth: Texts, guess: Texts) -> float:
    return share(a == b for a, b in zip(truth, guess, strict=True))


def share(of: Iterable[bool]) -> float:
    told = list(of)
    return round(sum(told) / len(told), 4) if told else 0.0


def median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return round(ordered[len(ordered) // 2], 2)


def write_errors(path: Path, test: Sequence[Question], answers: Sequence[Answer]) -> None:
    wrong = [(q, a) for q, a in zip(test, answers, strict=True) if q.intent != a.intent]
    lines = [
        json.dumps({**q._asdict(), "answer": a.intent, "ranking": a.ranking}, ensure_ascii=False)
        for q, a in wrong
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
