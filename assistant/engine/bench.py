"""Measures the pipeline of config.yml under Rasa's interpreter; one JSON object on standard output.

    ... -m assistant.engine.bench --train F.jsonl --test F.jsonl [--oos F.txt]
    ... -m assistant.engine.bench --folds 5 --data nlu_data
    ... -m assistant.engine.bench --model MODEL --mapping MAPPING.yml --test F.jsonl

The first trains on a library's own labelled questions, through Rasa's own graph, and tests. The
second does so with the shipped questions, each fifth tested by a model of the others, by language.
The third tests a trained model, untouched, on other labels through a written mapping.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from assistant.engine.train import CONFIG, quiet

OUT_OF_SCOPE = "out_of_scope"


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
    parser.add_argument("--data", type=Path, help="folder of shipped questions, nlu/LANGUAGE/*.yml")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--mapping", type=Path)
    parser.add_argument("--errors", type=Path, help="where wrong answers are written, as JSONL")
    return parser.parse_args(argv)


def _measure(options: argparse.Namespace, place: Path) -> dict[str, Any]:
    if options.folds:
        return folds(options.data, options.folds, options.config, place)
    if options.mapping:
        return mapped(options.model, options.mapping, read_jsonl(options.test))
    return trained(options, place)


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


def folds(data: Path, count: int, config: Path, place: Path) -> dict[str, Any]:
    """Cross-validation of the shipped questions; accuracy and macro F1 by language."""
    told = [
        (language, one) for language in ("en", "zh") for one in read_yaml(data / "nlu" / language)
    ]
    told = [pair for fold in range(count) for pair in told[fold::count]]  # as dealt, fold by fold
    sizes = [len(range(fold, len(told), count)) for fold in range(count)]
    truth: dict[str, list[str]] = {"en": [], "zh": []}
    guess: dict[str, list[str]] = {"en": [], "zh": []}
    start = 0
    for fold, size in enumerate(sizes):
        held, rest = told[start : start + size], [*told[:start], *told[start + size :]]
        start += size
        intents = load_all(fit([one for _, one in rest], config, place / f"fold{fold}"))
        for (language, question), intent in zip(
            held, intents([q.text for _, q in held]), strict=True
        ):
            truth[language].append(question.intent)
            guess[language].append(intent)
        say(
            f"fold {fold + 1} of {count}: "
            + ", ".join(f"{k} {_right(truth[k], guess[k]):.4f}" for k in truth)
        )
    return {
        "n": len(told),
        "folds": count,
        **{k: {"n": len(truth[k]), **scores(truth[k], guess[k])} for k in truth},
    }


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
    """A function from a question's text to its Answer."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    loop = asyncio.new_event_loop()
    loop.run_until_complete(agent.parse_message("warm up"))

    def ask(text: str) -> Answer:
        start = time.perf_counter()
        # A reader's own "/" is no payload, here as in the channel.
        parsed = loop.run_until_complete(agent.parse_message(text.strip().lstrip("/") or "?"))
        ms = (time.perf_counter() - start) * 1000
        intent = parsed["intent"]
        refused = bool((parsed.get("nearness") or {}).get("refused"))
        names = [one["name"] for one in parsed.get("intent_ranking", [])]
        return Answer(intent["name"], intent["confidence"], refused, names, ms)

    return ask


def load_all(model: Path) -> Any:
    """A function from many texts to their intents, in batches, where no time is measured."""
    from rasa.core.agent import Agent
    from rasa.core.channels.channel import UserMessage
    from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
    from rasa.shared.core.trackers import DialogueStateTracker

    processor = Agent.load(str(model)).processor
    target = processor.model_metadata.nlu_target

    def batch(texts: Sequence[str]) -> list[str]:
        messages = [UserMessage(text) for text in texts]
        tracker = DialogueStateTracker.from_events("bench", [])
        inputs = {PLACEHOLDER_MESSAGE: messages, PLACEHOLDER_TRACKER: tracker}
        parsed = processor.graph_runner.run(inputs=inputs, targets=[target])[target]
        return [message.get("intent")["name"] for message in parsed]

    return lambda texts: [
        one for at in range(0, len(texts), 256) for one in batch(texts[at : at + 256])
    ]


def read_jsonl(path: Path) -> list[Question]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [Question(row["text"], row["intent"]) for row in rows]


def read_yaml(folder: Path) -> list[Question]:
    from rasa.shared.importers.utils import training_data_from_paths

    data = training_data_from_paths([str(path) for path in sorted(folder.glob("*.yml"))], "en")
    return [Question(m.get("text"), m.get("intent")) for m in data.intent_examples]


def scores(truth: Sequence[str], guess: Sequence[str]) -> dict[str, float]:
    """Accuracy, and F1 averaged over the intents that occur in the test."""
    from sklearn.metrics import f1_score

    macro = f1_score(truth, guess, average="macro", labels=sorted(set(truth)), zero_division=0)
    return {"accuracy": round(_right(truth, guess), 4), "macro_f1": round(float(macro), 4)}


def _right(truth: Sequence[str], guess: Sequence[str]) -> float:
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
