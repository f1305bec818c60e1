"""`refdesk bench known-item`: questions for one record each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.bench.place import encoder_in, installed, lines, say
from index.record import Query

if TYPE_CHECKING:
    from index.encoder import Encoder, Vectors
    from index.holdings import Holdings
    from index.record import Found

_WORDS = 8  # of a passage that are encoded


def run(docs: Path, queries: Path, encoder_dir: Path) -> dict[str, Any]:
    """Index the documents and ask each question once; milliseconds include encoding it.

    A question counts as answered when the record, or another edition that the index shows as the
    same work with it, is the first (`hit_1`) or among the first ten works (`hit_10`);
    `record_1` counts only the very record. To be ready in minutes with tens of thousands of
    records, only the first words of each record are encoded: titles are found by words, and the
    vectors serve what words do not find.
    """
    asked = lines(queries, "text", "record_id")
    with installed(docs, Beginnings(encoder_in(encoder_dir))) as (holdings, seconds):
        say(f"{holdings.count:,} records ready in {sum(seconds.values()):.0f} s")
        _answer(holdings, asked[0]["text"])
        answers = [_answer(holdings, question["text"]) for question in asked]
    return _result(asked, answers)


class Beginnings:
    """An encoder that reads only the first words of a passage."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.dimensions = encoder.name, encoder.dimensions
        self.fingerprint = f"{encoder.fingerprint}:{_WORDS}"

    def encode_query(self, text: str) -> Vectors:
        return self._encoder.encode_query(text)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_passages([" ".join(t.split()[:_WORDS])[:80] for t in texts])


def _answer(holdings: Holdings, text: str) -> tuple[Found, float]:
    started = perf_counter()
    found = holdings.search(Query(text=text, limit=10))
    return found, (perf_counter() - started) * 1000


def _result(
    asked: Sequence[dict[str, Any]], answers: Sequence[tuple[Found, float]]
) -> dict[str, Any]:
    places = [_place(found, q["record_id"]) for q, (found, _) in zip(asked, answers, strict=True)]
    times = sorted(spent for _, spent in answers)
    exact = [
        bool(f.hits) and f.hits[0].record.id == q["record_id"]
        for q, (f, _) in zip(asked, answers, strict=True)
    ]
    return {
        "n": len(asked),
        "hit_1": _share([place == 1 for place in places]),
        "hit_10": _share([0 < place <= 10 for place in places]),
        "record_1": _share(exact),
        "by_kind": _by_kind(asked, places),
        "p50_ms": round(median(times), 2),
        "p95_ms": round(times[int(len(times) * 0.95)], 2),
        "answered_as": dict(Counter(found.kind for found, _ in answers)),
    }


def _place(found: Found, record_id: str) -> int:
    """Where the work stands, from 1; 0 when it is not there."""
    for at, hit in enumerate(found.hits, 1):
        if record_id == hit.record.id or record_id in hit.editions:
            return at
    return 0


def _by_kind(asked: Sequence[dict[str, Any]], places: Sequence[int]) -> dict[str, Any]:
    kinds: dict[str, list[int]] = defaultdict(list)
    for question, place in zip(asked, places, strict=True):
        kinds[question.get("kind", "")].append(place)
    return {
        kind: {
            "n": len(found),
            "hit_1": _share([place == 1 for place in found]),
            "hit_10": _share([0 < place <= 10 for place in found]),
        }
        for kind, found in sorted(kinds.items())
    }


def _share(flags: Sequence[bool]) -> float:
    return round(sum(flags) / max(len(flags), 1), 4)
