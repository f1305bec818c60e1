"""Whether a record has the words that a reader searches for, wherever it tells of itself."""

from __future__ import annotations

from collections.abc import Sequence

from index.knowledge_words import stems
from index.record import Record
from index.shorthand import spelt_out
from index.text import has_han, simplify
from index.tokens import topic_words, words

_KIND = 6  # characters of a kind of fiction: 悬疑推理小说


def by_any(records: Sequence[Record], text: str) -> bool:
    """Whether all the telling words stand in one of the records."""
    return any(_bears(record, text) for record in records)


def _bears(record: Record, text: str) -> bool:
    said = simplify(_said(record)).casefold()
    if has_han(text):
        return all(_tells(record, said, part) for part in simplify(text).casefold().split())
    return set(stems(" ".join(topic_words(text)))) <= set(stems(said))


def _tells(record: Record, said: str, part: str) -> bool:
    """Whether more than half of the pairs of characters stand there, or a heading in full."""
    pairs = [part[i : i + 2] for i in range(max(len(part) - 1, 1))]
    if sum(pair in said for pair in pairs) > len(pairs) / 2:
        return True
    meant = set(words(spelt_out(part)[len(part) :])) if len(part) <= _KIND else set()
    headings = (set(words(one)) for one in (*record.subjects, *record.genres))
    return any(len(told) > 1 and told <= meant for told in headings)


def _said(record: Record) -> str:
    told = [record.title, record.subtitle, *record.variant_titles, *record.authors, record.summary]
    return " ".join([*told, *record.subjects, *record.genres, *record.keywords, *record.series])
