"""Which topics are announced as found: of `topics.tsv` and `topics_held.tsv` the sample library has
some, and lacks the others.

    python -m tests.bench.bench_topics INDEX_FOLDER [MODEL_FOLDER]

Prints, by language, how many of those held and of those not held would be announced as results,
and names those that are on the wrong side. What decides is set on the first list and every other
line of the second; the lines between these are counted by themselves, as "kept".
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from actions.bounds import Bounds
from assistant.settings import load_settings
from index.holdings import Holdings
from index.onnx_encoder import OnnxEncoder
from index.record import Query

SET_ON, LATER = "topics.tsv", "topics_held.tsv"


def topics() -> list[tuple[str, str, bool, str]]:
    """(list, language, held, the words to search for)."""
    later = _rows(LATER)
    lists = {"set on": _rows(SET_ON), "set on, later": later[::2], "kept": later[1::2]}
    return [
        (name, language, held == "held", text)
        for name, rows in lists.items()
        for language, held, text in rows
    ]


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines]


def main() -> None:
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else load_settings().encoder_dir
    holdings = Holdings.open(Path(sys.argv[1]), OnnxEncoder(folder))
    told: Counter[str] = Counter()
    for name, language, held, text in topics():
        kind = f"{name}: {language} {'held' if held else 'not held'}"
        announced = _announced(holdings, text)
        told.update({kind: 1, f"{kind}, announced": announced})
        if announced != held:
            sys.stderr.write(f"{kind}: {text}\n")
    print(json.dumps(dict(sorted(told.items())), ensure_ascii=False))


def _announced(holdings: Holdings, words: str) -> bool:
    found = holdings.search(Query(text=words, limit=1))
    near = bool(found.hits) and found.hits[0].confidence >= Bounds().near
    return near or (found.kind != "topic" and bool(found.hits))


if __name__ == "__main__":
    main()
