"""Lists that no words rank: all records that pass, in an order of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from index import tally
from index.ranking import Place, Ranking
from index.text import has_han

if TYPE_CHECKING:
    from index.columns import Columns, Mask, Numbers
    from index.record import Filters

_LISTED = 2000  # records that have places; all that pass are counted
_MIDDLE = 1 << 15  # more than any year, number of pages or number of editions that counts
_IN_HAN = frozenset({"chi", "jpn", "kor"})
_ORDERS = {  # column, and whether its least comes first
    "newest": ("year", -1),
    "oldest": ("year", 1),
    "longest": ("pages", -1),
    "shortest": ("pages", 1),
}


def browse(columns: Columns, filters: Filters, allowed: Mask | None, order: str = "") -> Ranking:
    """All that is allowed, none fitting better than another; `order` as a query has it."""
    said = ", ".join(filters.authors)
    numbers = np.flatnonzero(columns.alive if allowed is None else allowed)
    numbers, starts = columns.by_work(numbers)
    keys = _in_order(columns, numbers, order) or _by_reach(columns, numbers, starts, said)
    ordered = tally.first(numbers, keys, _LISTED)
    ranks = _ranks(columns.works(ordered).tolist())
    listed = zip(ordered.tolist(), ranks, strict=True)
    if filters.authors:
        places = tuple(Place(n, float(_LISTED - r), 0.9, "author", said) for n, r in listed)
        return Ranking(places, "author", numbers=numbers)
    places = tuple(Place(n, float(_LISTED - r), 0.9) for n, r in listed)
    return Ranking(places, "browse", numbers=numbers)


def _ranks(works: Sequence[int]) -> list[int]:
    """The place of each record's work, from 0: editions of one work share it."""
    first: dict[int, int] = {}
    return [first.setdefault(work or -at - 1, len(first)) for at, work in enumerate(works)]


def _by_reach(columns: Columns, numbers: Numbers, starts: Numbers, said: str) -> list[Numbers]:
    """Works with most editions first, then the newest; before all, those that can be read by
    who writes the author's name so: 莫言 is asked for in Chinese."""
    editions = np.diff(starts, append=len(numbers))
    sizes = np.minimum(np.repeat(editions, editions), _MIDDLE - 1)
    han = columns.written_in(numbers, _IN_HAN)
    other = han != has_han(said) if said else np.zeros_like(han)
    years = columns.years(numbers).astype(np.int64)
    return [np.where(other, _MIDDLE, 0) + _MIDDLE - 1 - sizes, _MIDDLE - years]


def _in_order(columns: Columns, numbers: Numbers, order: str) -> list[Numbers]:
    """The order that is asked for, last what does not tell; [] where no column has it."""
    if order not in _ORDERS:
        return []
    column, sign = _ORDERS[order]
    told = columns.years(numbers) if column == "year" else columns.pages(numbers)
    return [np.where(told == 0, 2 * _MIDDLE - 1, _MIDDLE + sign * told.astype(np.int64))]
