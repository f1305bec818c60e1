"""How often what is asked of an answer is answered, over a running assistant: `follow_ups.tsv`,
apart from it `follow_ups_heard.tsv`, of what testers heard answered wrongly, and
`follow_ups_read.tsv`, of all that two testers asked of services in a day, right or wrong, and
`follow_ups_back.tsv`, of what is asked after a side question, of the answer before or of the last,
and `follow_ups_anew.tsv`, of what is asked by itself after an answer or only sounds so,
and `follow_ups_held.tsv`, of what is asked of any service: an age limit, a card, a child that comes.

    python -m tests.bench.bench_follow [http://127.0.0.1:8080]

The choice of the sentence by itself is measured by `tests.bench.fit_follow`.

A line holds a question (or several, ` > ` between them), what is asked next, the entries that may answer it ("-": none does, and
the reader is told so or offered a person), and what the answer must have. Prints shares that come
right as JSON on standard output, and each that does not on standard error.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from index.text import has_han

Parts = list[dict[str, Any]]
PAIRS = [
    Path(__file__).with_name(name)
    for name in (
        "follow_ups.tsv",
        "follow_ups_heard.tsv",
        "follow_ups_read.tsv",
        "follow_ups_back.tsv",
        "follow_ups_anew.tsv",
        "follow_ups_held.tsv",
    )
]
_UNKNOWN = re.compile(r"nearest that I know|not sure I can|beyond what I|只知道|拿不准|查不到")


def main() -> None:
    base = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
    with httpx.Client(base_url=f"{base}/api/v1", timeout=60) as client:
        for pairs in PAIRS:
            print(json.dumps({"pairs": pairs.stem} | _shares(client, pairs)))


def _shares(client: httpx.Client, pairs: Path) -> dict[str, float]:
    told: dict[str, list[bool]] = {"en": [], "zh": []}
    for line in pairs.read_text("utf-8").splitlines():
        question, asked, entries, *has = line.split("\t")
        before, parts = _said(client, question, asked)
        right = _right(parts, before, entries.split(), has[0] if has else "")
        told["zh" if has_han(question) else "en"].append(right)
        if not right:
            print(f"{question} / {asked} => {_shown(parts)}", file=sys.stderr)
    return {k: round(sum(v) / len(v), 3) for k, v in told.items()} | {"n": _n(told)}


def _n(told: dict[str, list[bool]]) -> int:
    return sum(len(one) for one in told.values())


def _said(client: httpx.Client, question: str, asked: str) -> list[Parts]:
    """The parts of the reply to the last question, and of that to what is asked next."""
    language = "zh" if has_han(question) else "en"
    opened = _begun(client, language)
    token = {"Authorization": f"Bearer {opened['token']}"}
    replies = []
    for text in (*question.split(" > "), asked):
        sent = {"id": str(uuid4()), "text": text}
        reply = client.post(f"/conversations/{opened['id']}/messages", json=sent, headers=token)
        messages = reply.json()["messages"]
        replies.append([part for message in messages for part in message["parts"]])
    return replies[-2:]


def _begun(client: httpx.Client, language: str) -> dict[str, Any]:
    """A conversation, begun when its turn comes: one address may only begin so many a minute."""
    while True:
        answer = client.post("/conversations", json={"language": language})
        if answer.status_code != httpx.codes.TOO_MANY_REQUESTS:
            begun: dict[str, Any] = answer.raise_for_status().json()
            return begun
        time.sleep(float(answer.headers["Retry-After"]))


def _right(parts: Parts, before: Parts, entries: list[str], has: str) -> bool:
    text = " ".join(part["text"] for part in parts if part["type"] == "text")
    if entries == ["-"]:
        return _given(parts) <= _given(before) and bool(_UNKNOWN.search(text))
    return bool(_given(parts) & set(entries)) and bool(re.search(has, text, re.IGNORECASE))


def _given(parts: Parts) -> set[str]:
    return {source["id"] for part in parts for source in part.get("sources", ())}


def _shown(parts: Parts) -> str:
    kinds = {"text": "text", "sources": "sources", "choices": "choices", "holdings": "total"}
    return " | ".join(str(p[kinds[p["type"]]])[:150] for p in parts if p["type"] in kinds)


if __name__ == "__main__":
    main()
