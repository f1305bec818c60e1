"""What is searched for in real questions: how often nothing, and how often the reader's own talk.

    python -m tests.bench.left_over FILE.jsonl [--intent find_resource] [--show 20]

FILE has one {"text", "intent"} a line. Prints one JSON object of shares: `nothing` of the messages
leave no words to search for, `talk` leave words in which the reader still speaks ("I", "you",
"please", "this article"), which no record has.
"""

from __future__ import annotations

import argparse
import json
import re
from datetime import date
from pathlib import Path

from assistant.engine.understanding.reader import Reader

TODAY = date(2026, 1, 1)
TALK = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|me|my|we|our|you|your|please|thanks?|help|looking for|trying|"
    r"can['’]?t|this (?:article|book|paper|journal)|do you have|how do)\b|我们?|你们|有没有|谢谢|请问",
    re.IGNORECASE,
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--intent", help="only messages with this label")
    options.add_argument("--show", type=int, default=0, help="print so many that still talk")
    chosen = options.parse_args()
    lines = [json.loads(line) for line in chosen.file.read_text("utf-8").splitlines()]
    texts = [one["text"] for one in lines if chosen.intent in (None, one.get("intent"))]
    queries = [(text, _query(Reader(), text)) for text in texts]
    talk = [(text, query) for text, query in queries if TALK.search(query)]
    for text, query in talk[: chosen.show]:
        print(f"{text}\n    => {query}")
    nothing = sum(not query for _, query in queries)
    n = len(texts)
    print(json.dumps({"n": n, "nothing": round(nothing / n, 3), "talk": round(len(talk) / n, 3)}))


def _query(reader: Reader, text: str) -> str:
    return next((str(e.value) for e in reader.read(text, TODAY) if e.entity == "query"), "")


if __name__ == "__main__":
    main()
