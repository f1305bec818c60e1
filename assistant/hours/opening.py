"""When a branch or the desk is open: days, moments and weeks, computed from the library's facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from assistant.facts import Text
from assistant.library import Library
from assistant.timetable import Place, TimeSpan

HORIZON_DAYS = 366


@dataclass(frozen=True, slots=True)
class Open:
    """One stretch of being open, from `opens` until just before `closes`; both aware."""

    opens: datetime
    closes: datetime

    def holds(self, at: datetime) -> bool:
        # Two times of one zone compare by the clock on the wall, wrong when clocks go back.
        moment = at.astimezone(UTC)
        return self.opens.astimezone(UTC) <= moment < self.closes.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Opening:
    """A day's stretches of being open; `reason` says why they differ from the usual week.

    `exceptional` tells a day that differs by itself from one in a season of other hours.
    """

    day: date
    spans: tuple[Open, ...]
    reason: Text | None = None
    exceptional: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """Open or not at a moment: until when, or when it opens next (None: not within a year)."""

    open: bool
    until: datetime | None = None
    opens_next: datetime | None = None
    reason: Text | None = None


def opening_on(library: Library, place: Place, day: date) -> Opening:
    """The hours of a branch or of the desk on one day of the library's calendar."""
    usual, reason = usual_spans(place, day)
    spans, exceptional = usual, False
    if differs := [one for one in library.exceptions if one.applies(place.code, day)]:
        spans = differs[-1].change(usual)
        exceptional = differs[-1].hours is not None or spans != usual
        reason = differs[-1].reason if exceptional else reason
    return Opening(day, tuple(_on(day, one, library.zone) for one in spans), reason, exceptional)


def usual_spans(place: Place, day: date) -> tuple[tuple[TimeSpan, ...], Text | None]:
    """The hours of the weekday, or of the season and why, before exceptions."""
    for season in place.seasons:
        if (spans := season.on(day)) is not None:
            return spans, season.reason
    return place.hours.on(day), None


def _on(day: date, span: TimeSpan, zone: ZoneInfo) -> Open:
    last = day + timedelta(days=1) if span.past_midnight else day
    return Open(datetime.combine(day, span.opens, zone), datetime.combine(last, span.closes, zone))


def is_open(library: Library, place: Place, at: datetime) -> Status:
    """Whether the place is open at an aware moment, and when that changes."""
    local = at.astimezone(library.zone)
    for span in _stretches(library, place, local.date() - timedelta(days=1)):
        if span.holds(local):
            return Status(True, until=span.closes, reason=_reason(library, place, span.opens))
        if span.opens.astimezone(UTC) > local.astimezone(UTC):
            return Status(False, opens_next=span.opens, reason=_reason(library, place, local))
    return Status(False, reason=_reason(library, place, local))


def opens_yet(library: Library, place: Place, at: datetime) -> bool:
    """Whether the place is open at an aware moment, or later on that day."""
    status, today = is_open(library, place, at), at.astimezone(library.zone).date()
    opens = status.opens_next
    return status.open or (opens is not None and opens.date() == today)


def next_opening(library: Library, place: Place, at: datetime) -> datetime | None:
    """The first moment after `at` when the place opens; None when not within a year."""
    status = is_open(library, place, at)
    return is_open(library, place, status.until).opens_next if status.until else status.opens_next


def differing(library: Library, places: Sequence[Place], first: date, most: int) -> list[date]:
    """The first days within a year, from `first` on, on which the usual week does not hold."""
    days = (first + timedelta(days=away) for away in range(HORIZON_DAYS))
    unlike = (
        day for day in days if any(opening_on(library, one, day).exceptional for one in places)
    )
    return list(islice(unlike, most))


def week_of(library: Library, place: Place, first: date) -> tuple[Opening, ...]:
    """The seven days from the first one on."""
    days = (first + timedelta(days=offset) for offset in range(7))
    return tuple(opening_on(library, place, day) for day in days)


def _stretches(library: Library, place: Place, first: date) -> Iterator[Open]:
    """Stretches from a day on, in order; one that ends as the next begins (midnight) is one."""
    held: Open | None = None
    for offset in range(HORIZON_DAYS + 1):
        for span in opening_on(library, place, first + timedelta(days=offset)).spans:
            if held is not None and held.closes >= span.opens:
                held = Open(held.opens, max(held.closes, span.closes))
                continue
            if held is not None:
                yield held
            held = span
    if held is not None:
        yield held


def _reason(library: Library, place: Place, at: datetime) -> Text | None:
    return opening_on(library, place, at.date()).reason
