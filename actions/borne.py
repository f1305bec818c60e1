"""Whether a record has the words that a reader searches for, wherever it tells of itself."""

from __future__ import annotations

from collections.abc import Sequence

from index.knowledge_words import stems
from index.record import Record
from index.shorthand import spelt_out
from index.text import has_han, simplify
from index.tokens import topic_words

_HALF = 0.5  # of the pairs of characters: readers and records put a thing in other words
_NAMES = 5  # characters of what is surely a name or one subject in full: 儿童心理学


def by_any(records: Sequence[Record], text: str) -> bool:
    """Whether all the telling words stand in one of the records."""
    return any(_bears(record, text) for record in records)


def by_none(records: Sequence[Record], text: str) -> bool:
    """Whether a Chinese name or subject in full stands in none; of others it is not known."""
    full = has_han(text) and len(text) >= _NAMES and not set(text) & set(" ，,")
    return full and any(has_han(one.title) for one in records) and not by_any(records, text)


def _bears(record: Record, text: str) -> bool:
    said = _said(record)
    if has_han(text):
        meant = spelt_out(simplify(text)).split()
        return any(_has_pairs(simplify(said), one) for one in (simplify(text), *meant[1:]))
    told = set(stems(said))
    return set(stems(" ".join(topic_words(text)))) <= told


def _has_pairs(said: str, text: str) -> bool:
    if not has_han(text):
        return False
    parts = [part for part in text.split() if len(part) > 1] or [text]
    pairs = [p[i : i + 2] for p in parts for i in range(max(len(p) - 1, 1))]
    return all(any(pair in said for pair in _of(p)) for p in parts) and (
        sum(pair in said for pair in pairs) > _HALF * len(pairs) or len(pairs) == 1
    )


def _of(part: str) -> list[str]:
    return [part[i : i + 2] for i in range(max(len(part) - 1, 1))]


def _said(record: Record) -> str:
    told = [record.title, record.subtitle, *record.variant_titles, *record.authors, record.summary]
    return " ".join([*told, *record.subjects, *record.genres, *record.keywords, *record.series])
