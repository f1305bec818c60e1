"""What a search yields before records are fetched: places of record numbers, best first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from index.columns import Columns, Numbers

Kind = Literal["known_item", "author", "identifier", "topic", "like", "browse"]


@dataclass(frozen=True, slots=True)
class Place:
    """A record's place in a ranking."""

    number: int
    score: float
    confidence: float
    unit: str = "title"  # title author isbn call_number subject, or passage: see `piece`
    said: str = ""  # what matched, where it is not the unit's own text
    piece: int = 0  # of the record's units, when a passage matched


@dataclass(frozen=True, slots=True)
class Ranking:
    """Places, best first. `total` and `facets` count works, of all records that pass: of a list
    these may be more than the places."""

    places: tuple[Place, ...]
    kind: Kind
    corrected: str = ""
    numbers: Sequence[int] | Numbers = ()  # what is counted; left out of a ranking that is kept
    total: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    best: float | None = None  # confidence of what stood first before another went past it


def ranking_of(places: Sequence[Place], kind: Kind, corrected: str = "") -> Ranking:
    """A ranking of which every place is told."""
    return Ranking(tuple(places), kind, corrected, [place.number for place in places])


def after(first: Sequence[Place], rest: Sequence[Place]) -> list[Place]:
    """`first`, then those of `rest` that are not among them."""
    have = {place.number for place in first}
    return [*first, *(place for place in rest if place.number not in have)]


_PLACES = 3.5  # that a preferred record goes up: past three others, so that none leaves a page


def raised(found: Ranking, language: str, columns: Columns) -> Ranking:
    """What a topic ranks, with records in LANGUAGE a few places up; else each keeps its order."""
    if not language or found.kind not in ("topic", "like"):
        return found
    numbers = np.array([place.number for place in found.places], np.int64)
    up = _PLACES * columns.written_in(numbers, frozenset([language]))
    order = np.argsort(np.arange(len(numbers)) - up, kind="stable")
    best = found.places[0].confidence if len(order) and order[0] else None
    return replace(found, places=tuple(found.places[at] for at in order), best=best)


def among(some: Sequence[Place], rest: Sequence[Place]) -> list[Place]:
    """Each of `some` before the first of `rest` that is less sure; `rest` keeps its order.

    What `rest` is surer of stays where it stands there.
    """
    merged, sure = list(rest), {place.number: place.confidence for place in rest}
    for place in (one for one in some if one.confidence > sure.get(one.number, 0.0)):
        kept = [other for other in merged if other.number != place.number]
        at = next((i for i, other in enumerate(kept) if other.confidence < place.confidence), None)
        kept.insert(len(kept) if at is None else at, place)
        merged = kept
    return merged
