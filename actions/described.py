"""The one item of a list that a few words tell from the others: "the owl one", 马尔克斯那本."""

from __future__ import annotations

from collections.abc import Sequence

from actions.names import Names, authors_of
from assistant.engine.understanding.plain_words import content
from index.record import Record
from index.text import fold, has_han
from index.tokens import words


def best(told: str, records: Sequence[Record], names: Names) -> Record | None:
    """The first record whose title or author has the words; else whose other facts have them."""
    wanted = fold(told).strip() if has_han(told) else " ".join(content(told))
    if not wanted:
        return None
    return next(
        (one for tells in (_named, _about) for one in records if _has(tells(one, names), wanted)),
        None,
    )


def _has(text: str, wanted: str) -> bool:
    if has_han(wanted):
        return wanted in fold(text)
    return set(words(wanted)) <= set(words(text))


def _named(record: Record, names: Names) -> str:
    people = [*record.authors, *record.variant_authors, *authors_of(record)]
    return " ".join([record.title, record.subtitle, *record.variant_titles, *people])


def _about(record: Record, names: Names) -> str:
    form = [names.language_name(record.language), names.format(record.format), str(record.year)]
    told = [record.summary, *record.subjects, *record.genres, *record.keywords, record.edition]
    return " ".join([_named(record, names), *form, *told])
