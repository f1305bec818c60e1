"""Times of the year that a message names, "in August", 暑假, as the first day of each."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile

from actions.signs.opening import MONTHS, SEASONS
from assistant.hours import HORIZON_DAYS
from assistant.library import Library

_AHEAD = 62  # days looked through for the library's own hours, once the time of the year has begun


def period(text: str, library: Library, today: date) -> tuple[date, date] | None:
    """Its first and last day, from the library's own season within it on; None where none is named.

    The current one counts from today: "in the winter" said in January is this winter.
    """
    months = _months(text)
    if not months:
        return None
    days = [today + timedelta(away) for away in range(HORIZON_DAYS)]
    first = next(number for number, day in enumerate(days) if day.month in months)
    whole = list(takewhile(lambda day: day.month in months, days[first:]))
    begins = next((day for day in whole[:_AHEAD] if _differs(library, day)), whole[0])
    return begins, whole[-1]


def _months(text: str) -> frozenset[int]:
    for sign, months in (*SEASONS, *MONTHS):
        if sign.search(text):
            return frozenset(months)
    return frozenset()


def _differs(library: Library, day: date) -> bool:
    return any(season.holds(day) for branch in library.branches for season in branch.seasons)
