"""Which topics are announced as found: `topics.tsv` holds some that the sample library has, and not.

    python -m tests.bench.bench_topics INDEX_FOLDER [MODEL_FOLDER]

Prints, by language, how many of those held and of those not held would be announced as results,
and names those that are on the wrong side.
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

TOPICS = Path(__file__).with_name("topics.tsv")


def topics() -> list[tuple[str, bool, str]]:
    """(language, held, the words to search for)."""
    rows = [line.split("\t") for line in TOPICS.read_text("utf-8").splitlines()]
    return [(language, held == "held", text) for language, held, text in rows]


def main() -> None:
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else load_settings().encoder_dir
    holdings = Holdings.open(Path(sys.argv[1]), OnnxEncoder(folder))
    told: Counter[str] = Counter()
    for language, held, text in topics():
        kind = f"{language} {'held' if held else 'not held'}"
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
