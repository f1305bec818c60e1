"""How well the words to search for are found.

    .venv-rasa/bin/python -m tests.bench.bench_words [--folds 5]

Every line of nlu_data/words is read by a tagger that has not seen it, and the messages of
tests/bench/searched.tsv, of which none was marked for it, by one that has seen all lines. Prints one
JSON object: the share of messages of which exactly the marked words are found, and the mean F1 over
words (Chinese: characters), in each language. REFDESK_ENCODER_DIR names the encoder's folder.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from assistant.engine.components.encoder import ENCODER_DIR
from assistant.engine.components.tagger import kinds_of, outside_lines, shipped_lines, tag
from assistant.engine.learning.tagger import Tagger
from assistant.engine.understanding.found import Found
from assistant.engine.understanding.marked import Line, Tagged
from assistant.engine.understanding.reader import Reader
from index.onnx_encoder import OnnxEncoder, Words
from index.text import has_han

TODAY = date(2026, 11, 29)
OTHERS = Path(__file__).with_name("searched.tsv")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    lines, apart = shipped_lines(), outside_lines()
    encoder = OnnxEncoder(os.environ[ENCODER_DIR], threads=os.cpu_count() or 1)
    words = encoder.encode_words([line.text for line in (*lines, *apart)])[1]
    tags = tagged_unseen(lines, words[: len(lines)], folds)
    told = {"held out": by_language([line.text for line in lines], map(marked, lines), tags)}
    others = [row.split("\t") for row in OTHERS.read_text("utf-8").splitlines()[1:]]
    tagger = taught([*lines, *apart], words)
    states = encoder.encode_words([text for text, *_ in others])[1]
    tags = [tag(tagger, text, said) for (text, *_), said in zip(others, states, strict=True)]
    told["others"] = by_language([row[0] for row in others], [row[1] for row in others], tags)
    print(json.dumps(told, ensure_ascii=False))


def taught(lines: Sequence[Line], words: Sequence[Words]) -> Tagger:
    return Tagger().fit(words, [kinds_of(*pair) for pair in zip(lines, words, strict=True)])


def tagged_unseen(lines: list[Line], words: list[Words], folds: int) -> list[list[Tagged]]:
    fold = np.random.default_rng(7).integers(0, folds, len(lines))
    found: list[list[Tagged]] = [[]] * len(lines)
    for number in range(folds):
        rest = np.flatnonzero(fold != number)
        tagger = taught([lines[row] for row in rest], [words[row] for row in rest])
        for row in np.flatnonzero(fold == number):
            found[row] = tag(tagger, lines[row].text, words[row])
    return found


def by_language(
    texts: Sequence[str], truth: Iterable[str], tags: Sequence[list[Tagged]]
) -> dict[str, dict[str, float]]:
    read = Reader()
    rows = [
        (text, wanted, searched(read.read(text, TODAY, said)))
        for text, wanted, said in zip(texts, truth, tags, strict=True)
    ]
    return {
        language: scores([(wanted, said) for text, wanted, said in rows if has_han(text) == han])
        for language, han in (("en", False), ("zh", True))
    }


def searched(found: Iterable[Found]) -> str:
    return " ".join(str(one.value) for one in found if one.entity in ("query", "author"))


def marked(line: Line) -> str:
    signs = zip(line.text, line.kinds, strict=True)
    return "".join(sign if kind == "query" else " " for sign, kind in signs)


def scores(rows: list[tuple[str, str]]) -> dict[str, float]:
    pairs = [(units(one), units(other)) for one, other in rows]
    exact = sum(one == other for one, other in pairs) / len(pairs)
    f = float(np.mean([f1(*pair) for pair in pairs]))
    return {"n": len(pairs), "exact": round(exact, 3), "f1": round(f, 3)}


def units(text: str) -> list[str]:
    """Words, or Chinese characters, in small letters; "the" is none."""
    words = re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", text.casefold())
    return [word for word in words if word != "the"]


def f1(one: list[str], other: list[str]) -> float:
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / (len(one) + len(other)) if one or other else 1.0


if __name__ == "__main__":
    main()
