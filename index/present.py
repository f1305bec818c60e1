"""A ranking as the reader's answer: records, editions grouped as works, reasons and counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.ranking import Place, Ranking
from index.record import Found, Hit, Query, Record, Why
from index.text import has_han
from index.units import full_title, units_of

if TYPE_CHECKING:
    from index.columns import Columns

_EDITIONS = 20  # of one work that are named


class Records(Protocol):
    """Where records are kept by number (the catalogue is one)."""

    def stored(self, numbers: Sequence[int]) -> Sequence[Numbered]: ...


class Numbered(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def record(self) -> Record: ...


@dataclass(frozen=True, slots=True)
class Work:
    """Editions of one work that were found, the one to show first."""

    place: Place
    editions: tuple[int, ...] = ()


def present(
    ranking: Ranking, query: Query, columns: Columns, records: Records, version: str
) -> Found:
    """The page of works that the query asks for, with counts over all that was found."""
    works = grouped(
        ranking.places,
        columns,
        "chi" if has_han(" ".join((query.text, *query.filters.authors))) else "eng",
    )
    page = works[query.offset : query.offset + query.limit]
    return Found(
        hits=tuple(_hits(page, records)),
        total=ranking.total,
        kind=ranking.kind,
        index_version=version,
        facets=ranking.facets,
        corrected=ranking.corrected,
        best=ranking.best if not query.offset else None,
    )


def grouped(places: Sequence[Place], columns: Columns, language: str) -> list[Work]:
    """One entry a work, where its best edition stood."""
    if not places:
        return []
    codes = columns.works(np.array([place.number for place in places], np.int64)).tolist()
    members: dict[int, list[Place]] = {}
    for at, (place, code) in enumerate(zip(places, codes, strict=True)):
        members.setdefault(code or -1 - at, []).append(place)
    works = [_work(found, columns, language) for found in members.values()]
    return [work for _, tied in groupby(works, _rank) for work in _ordered(tied, columns, language)]


def _rank(work: Work) -> tuple[float, float]:
    # A title that was named and the best on a topic may have one score, never one confidence.
    return round(work.place.score, 3), round(work.place.confidence, 2)


def _ordered(tied: Iterable[Work], columns: Columns, language: str) -> list[Work]:
    """Works that answer equally well: those first that this reader would rather have."""
    return sorted(tied, key=lambda w: _preference(w.place, columns, language), reverse=True)


_EQUAL = 0.02  # scores this near say nothing about which edition is meant


def _work(found: list[Place], columns: Columns, language: str) -> Work:
    """Of editions that answer equally well, the one this reader would rather have."""
    best = found[0].score
    equal = [place for place in found if best - place.score <= _EQUAL * max(abs(best), 1e-9)]
    chosen = max(equal, key=lambda place: _preference(place, columns, language))
    shown = replace(chosen, score=best, confidence=found[0].confidence)
    others = [place.number for place in found if place.number != chosen.number]
    return Work(shown, tuple(others[:_EDITIONS]))


def _preference(
    place: Place, columns: Columns, language: str
) -> tuple[float, bool, bool, bool, int]:
    """The reader's language, a book before other forms, what can be had now, the newest."""
    number = place.number
    return (
        round(place.score, 2),
        language in columns.values("language", number),
        "book" in columns.values("format", number),
        columns.free(number),
        int(columns.years(np.array([number]))[0]),
    )


def _hits(page: Sequence[Work], records: Records) -> list[Hit]:
    wanted = [n for work in page for n in (work.place.number, *work.editions)]
    found = {stored.number: stored.record for stored in records.stored(wanted)}
    return [_hit(work, found) for work in page if work.place.number in found]


def _hit(work: Work, found: dict[int, Record]) -> Hit:
    place, record = work.place, found[work.place.number]
    editions = tuple(found[n].id for n in work.editions if n in found)
    return Hit(record, place.score, _why(place, record), place.confidence, editions)


def _why(place: Place, record: Record) -> Why:
    if place.said:
        return Why(place.unit, place.said)
    if place.unit == "author":
        return Why("author", "; ".join(record.authors[:2]))
    if place.unit == "title":
        return Why("title", full_title(record))
    units = units_of(record)
    unit = units[place.piece] if place.piece < len(units) else units[0]
    return Why(unit.kind, unit.text)
