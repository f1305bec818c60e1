"""How well the words to search for are found: by the tagger of other lines, and by the rules alone.

    .venv-rasa/bin/python -m tests.bench.bench_words [--folds 5]

Every line of nlu_data/words is read by a tagger that has not seen it. Prints one JSON object: the
share of lines of which exactly the marked words are found, and the mean F1 over words (Chinese:
characters), in each language. REFDESK_ENCODER_DIR names the encoder's folder.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

import numpy as np

from assistant.engine.components.encoder import ENCODER_DIR
from assistant.engine.components.tagger import Line, kinds_of, shipped_lines, tag
from assistant.engine.learning.tagger import Tagger
from assistant.engine.understanding.found import Found
from assistant.engine.understanding.reader import Reader
from assistant.engine.understanding.tagged import Tagged, beside
from index.onnx_encoder import OnnxEncoder, Words
from index.text import has_han

TODAY = date(2026, 11, 29)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    lines, read = shipped_lines(), Reader()
    encoder = OnnxEncoder(os.environ[ENCODER_DIR], threads=os.cpu_count() or 1)
    words = encoder.encode_words([line.text for line in lines])[1]
    found = tagged_unseen(lines, words, folds)
    alone = [read.read(line.text, TODAY) for line in lines]
    with_tags = [
        beside(line.text, rules, tags)
        for line, rules, tags in zip(lines, alone, found, strict=True)
    ]
    both = [read.read(line.text, TODAY, tags) for line, tags in zip(lines, found, strict=True)]
    told = {}
    for language, han in (("en", False), ("zh", True)):
        rows = [n for n, line in enumerate(lines) if has_han(line.text) == han]
        told[language] = {"n": len(rows)} | {
            name: scores([marked(lines[n]) for n in rows], [searched(said[n]) for n in rows])
            for name, said in (("rules", alone), ("tagger", with_tags), ("as it runs", both))
        }
    print(json.dumps(told, ensure_ascii=False))


def tagged_unseen(lines: list[Line], words: list[Words], folds: int) -> list[list[Tagged]]:
    fold = np.random.default_rng(7).integers(0, folds, len(lines))
    found: list[list[Tagged]] = [[]] * len(lines)
    for number in range(folds):
        rest = np.flatnonzero(fold != number)
        kinds = [kinds_of(lines[row], words[row]) for row in rest]
        tagger = Tagger().fit([words[row] for row in rest], kinds)
        for row in np.flatnonzero(fold == number):
            found[row] = tag(tagger, lines[row].text, words[row])
    return found


def searched(found: Iterable[Found]) -> str:
    return " ".join(str(one.value) for one in found if one.entity in ("query", "author"))


def marked(line: Line) -> str:
    signs = zip(line.text, line.kinds, strict=True)
    return "".join(sign if kind == "query" else " " for sign, kind in signs)


def scores(truth: list[str], said: list[str]) -> dict[str, float]:
    pairs = [(units(one), units(other)) for one, other in zip(truth, said, strict=True)]
    exact = sum(one == other for one, other in pairs) / len(pairs)
    return {"exact": round(exact, 3), "f1": round(float(np.mean([f1(*pair) for pair in pairs])), 3)}


def units(text: str) -> list[str]:
    """Words, or Chinese characters, in small letters."""
    return re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", text.casefold())


def f1(one: list[str], other: list[str]) -> float:
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / (len(one) + len(other)) if one or other else 1.0


if __name__ == "__main__":
    main()
