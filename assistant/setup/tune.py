"""Tunes the encoder's last layers to Refdesk's own intents: `python -m assistant.setup.tune`.

Run in the main environment when the questions under nlu_data/nlu have changed much: some half an
hour on two cores. What it writes, nlu_data/tuned, is committed, so that nobody else needs to.
The layers are those after the word states, which are computed once. With --questions, a file of
`{"text", "intent"}` lines, it learns the scores alone, from these, with the weights of the shipped
layers: so `refdesk bench nlu --own` sees what layers make of questions that they were not tuned on.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from assistant.engine.bench import read_jsonl
from assistant.engine.learning.ensemble import IntentEnsemble, dealt, learned_weights
from assistant.engine.learning.opinions import Features, log_softmax
from assistant.engine.learning.sparse import WordsAndCharacters
from assistant.engine.learning.tuned import CARD, SCORES, SHIPPED, VECTOR, Tuned
from assistant.settings import load_settings
from assistant.setup import onnx_export
from index.onnx_encoder import OnnxEncoder, each

if TYPE_CHECKING:
    from torch import Tensor

ROOT = Path(__file__).parents[2]
# Chosen on shipped questions that were held out (docs/decisions/0012-tuned-layers.md).
LOT, RATE, HEAD_RATE, SMOOTHING, DROPPED = 32, 3e-4, 1e-3, 0.1, 0.1
WARM = 0.05  # of all steps
_SEED = 7
_SORTED = 50  # lots of like length are dealt out of so many
_HELD = 8  # one in as many questions is held out to learn the weights on


class Way(NamedTuple):
    """How often all questions are seen, and the share of an average of weights that stays."""

    epochs: int
    kept: float


# The longer it is tuned, the better it scores our intents, and the less it sees of other things.
TO_SCORE, TO_SEE = Way(10, 0.999), Way(6, 0.0)


class Question:
    """A labelled question; of the encoder its vector and its word states, (tokens, dimensions)."""

    def __init__(self, text: str, intent: int, vector: np.ndarray, states: np.ndarray) -> None:
        self.text, self.intent, self.vector, self.states = text, intent, vector, states


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Tune the encoder's last layers.")
    parser.add_argument("--questions", type=Path, help="JSONL, in place of the shipped questions")
    parser.add_argument("--out", type=Path, default=SHIPPED, help="the folder to write")
    options = parser.parse_args(argv)
    encoder = load_settings().encoder_dir
    labelled = read_jsonl(options.questions) if options.questions else shipped()
    texts, labels = zip(*labelled, strict=True)
    intents, y = np.unique(labels, return_inverse=True)
    questions = read(encoder, texts, y)
    card = {"encoder": json.loads((encoder / "encoder.json").read_text("utf-8"))["name"]}
    card |= {"intents": intents.tolist(), "questions": len(texts)}
    if options.questions:
        card["weights"] = json.loads((SHIPPED / CARD).read_text("utf-8"))["weights"]
    else:
        card["weights"] = weights(encoder, questions, y, card)
        sees = tuned(encoder, questions, len(intents), TO_SEE)
        save(without_head(sees), questions, options.out / VECTOR)
    save(tuned(encoder, questions, len(intents), TO_SCORE), questions, options.out / SCORES)
    write_card(options.out, card)
    return 0


def shipped() -> list[tuple[str, str]]:
    """The shipped questions of both languages, each with its intent."""
    from ruamel.yaml import YAML

    return [
        (line.removeprefix("- "), block["intent"])
        for file in sorted((ROOT / "nlu_data" / "nlu").rglob("*.yml"))
        for block in YAML(typ="safe").load(file)["nlu"]
        for line in block["examples"].splitlines()
    ]


def read(encoder: Path, texts: Sequence[str], y: np.ndarray) -> list[Question]:
    """The questions as the running encoder sees them, each by itself."""
    reader = OnnxEncoder(encoder, threads=1)

    def seen(text: str) -> tuple[np.ndarray, np.ndarray]:
        vectors, words = reader.encode_words([text])
        return vectors[0], words[0].whole.astype(np.float16)

    told = each(seen, texts)
    say(f"{len(texts)} questions read")
    labelled = zip(texts, y.tolist(), told, strict=True)
    return [Question(text, intent, *one) for text, intent, one in labelled]


def tuned(encoder: Path, questions: Sequence[Question], intents: int, way: Way) -> Any:
    """The layers with a head that scores the intents, trained."""
    import torch
    from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

    torch.manual_seed(_SEED)
    network = upper(encoder, intents)
    network.see(questions)
    heads = list(network.head.parameters())
    layers = [one for name, one in network.named_parameters() if not name.startswith("head.")]
    rates = [{"params": layers, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    learner = torch.optim.AdamW(rates, weight_decay=0.01)
    steps = way.epochs * math.ceil(len(questions) / LOT)
    pace = torch.optim.lr_scheduler.LambdaLR(learner, lambda step: _pace(step, steps))
    kept = get_ema_multi_avg_fn(way.kept)  # type: ignore[no-untyped-call]
    average = AveragedModel(network, multi_avg_fn=kept)
    random = np.random.default_rng(_SEED)
    network.train()
    for epoch in range(way.epochs):
        lost = 0.0
        for lot in _lots(questions, random):
            loss: Any = _loss(network, lot)
            learner.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(layers, 1.0)
            learner.step()
            pace.step()
            average.update_parameters(network)
            lost += loss.item() * len(lot) / len(questions)
        say(f"epoch {epoch + 1} of {way.epochs}: loss {lost:.3f}")
    return average.module.eval()


def _pace(step: int, steps: int) -> float:
    """Up to the whole rate in the first steps, then down to nothing."""
    warm = WARM * steps
    return min((step + 1) / warm, (steps - step) / (steps - warm))


def _lots(questions: Sequence[Question], random: np.random.Generator) -> Iterator[list[Question]]:
    """All questions in lots of like length, mixed anew each time."""
    mixed = [questions[row] for row in random.permutation(len(questions))]
    for start in range(0, len(mixed), LOT * _SORTED):
        near = sorted(mixed[start : start + LOT * _SORTED], key=lambda one: len(one.states))
        for lot in random.permutation(math.ceil(len(near) / LOT)):
            yield near[lot * LOT : (lot + 1) * LOT]


def _loss(network: Any, lot: Sequence[Question]) -> Tensor:
    import torch

    truth = torch.tensor([one.intent for one in lot])
    with torch.autocast("cpu", torch.bfloat16, enabled=has_bfloat16()):
        vectors = network.pooled(*padded(lot))
    scores = network.head(torch.nn.functional.dropout(network.scaled(vectors.float()), DROPPED))
    return torch.nn.functional.cross_entropy(scores, truth, label_smoothing=SMOOTHING)


def padded(lot: Sequence[Question]) -> tuple[Tensor, Tensor]:
    """Word states, (n, tokens, dimensions), and a mask with 1 for each, (n, tokens)."""
    import torch

    rows = [torch.from_numpy(one.states).float() for one in lot]
    mask = [torch.ones(len(one)) for one in rows]
    pad = torch.nn.utils.rnn.pad_sequence
    return pad(rows, batch_first=True), pad(mask, batch_first=True)


def upper(encoder: Path, intents: int) -> Any:
    """The layers after the word states as a network: states and mask in, scores out."""
    import torch
    from sentence_transformers import SentenceTransformer

    whole: Any = SentenceTransformer(str(encoder), device="cpu")[0].auto_model
    whole.set_attn_implementation("eager")
    every = whole.encoder.layer
    width = whole.config.hidden_size

    class Upper(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layers = every[onnx_export.word_layer(len(every)) :]
            self.head = torch.nn.Linear(width, intents)
            torch.nn.init.zeros_(self.head.weight)
            self.register_buffer("middle", torch.zeros(width))
            self.register_buffer("spread", torch.ones(width))

        def see(self, questions: Sequence[Question]) -> None:
            """Takes the mean and spread of vectors from some of the questions."""
            with torch.no_grad():
                vectors = self.pooled(*padded(questions[:: max(1, len(questions) // 2000)]))
            self.middle, self.spread = vectors.mean(0), vectors.std(0)

        def pooled(self, states: Tensor, mask: Tensor) -> Tensor:
            far = (1.0 - mask[:, None, None, :]) * -1e4
            for layer in self.layers:
                told = layer(states, far)
                states = told[0] if isinstance(told, tuple) else told
            return (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)

        def scaled(self, vectors: Tensor) -> Tensor:
            return (vectors - self.middle) / self.spread

        def forward(self, states: Tensor, mask: Tensor) -> Tensor:
            scores: Tensor = self.head(self.scaled(self.pooled(states, mask)))
            return scores

    return Upper()


def without_head(network: Any) -> Any:
    """The network that ends in its vector."""
    import torch

    network.head = torch.nn.Identity()
    return network


def weights(
    encoder: Path, questions: Sequence[Question], y: np.ndarray, card: dict[str, Any]
) -> list[float]:
    """How much the other opinions and the layers count: learned on questions that neither saw."""
    fold = dealt(y, _HELD, _SEED)
    rest = [one for one, number in zip(questions, fold, strict=True) if number]
    held = [one for one, number in zip(questions, fold, strict=True) if not number]
    others = _ensemble(rest)(held)
    with tempfile.TemporaryDirectory() as place:
        network = tuned(encoder, rest, len(card["intents"]), TO_SCORE)
        save(network, rest, Path(place) / SCORES)
        write_card(Path(place), card | {"weights": [1, 1]})
        layers = Tuned(Path(place))
        told = each(lambda one: layers.scores(one.states.astype(np.float32)), held)
    own = np.concatenate(told)
    truth = np.array([one.intent for one in held])
    logs = np.stack([np.log(np.maximum(others, 1e-9)), log_softmax(own)])
    found = learned_weights(logs, truth)
    both = np.tensordot(found, logs, 1)
    for name, heard in (("others", logs[0]), ("layers", logs[1]), ("both", both)):
        say(f"{name}: {np.mean(heard.argmax(1) == truth):.4f} of {len(held)} held out")
    return [round(float(one), 3) for one in found]


Ask = Callable[[Sequence[Question]], np.ndarray]


def _ensemble(rest: Sequence[Question]) -> Ask:
    """The opinions that do not know the tuned layers, taught by `rest`: their probabilities."""
    words = WordsAndCharacters().fit([one.text for one in rest])

    def features(some: Sequence[Question]) -> Features:
        dense, none = np.stack([one.vector for one in some]), np.zeros((len(some), 0), np.float32)
        return Features(words.transform([one.text for one in some]), dense, none)

    labels = [f"{one.intent:03}" for one in rest]  # sorted as the numbers are
    ensemble = IntentEnsemble().fit(features(rest), labels)
    return lambda held: ensemble.probabilities(features(held))


def save(network: Any, questions: Sequence[Question], target: Path) -> None:
    """Write the network to TARGET in 8 bits."""
    target.parent.mkdir(parents=True, exist_ok=True)
    given = dict(zip(("states", "mask"), padded(questions[:2]), strict=True))
    words, texts = {0: "texts", 1: "tokens"}, {0: "texts"}
    axes = {"states": words, "mask": words, "told": texts}
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.onnx"
        onnx_export.export(network, given, ("told",), axes, whole)
        onnx_export.quantise(whole, target, ())
    say(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def write_card(folder: Path, card: dict[str, Any]) -> None:
    (folder / CARD).write_text(json.dumps(card, indent=1) + "\n", "utf-8")


@cache
def has_bfloat16() -> bool:
    """Whether the processor is known to multiply in half precision, twice as fast."""
    told = Path("/proc/cpuinfo")  # Linux only
    return told.exists() and "avx512_bf16" in told.read_text("utf-8")


def say(text: str) -> None:
    print(f"[tune] {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
