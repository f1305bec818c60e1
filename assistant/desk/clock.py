"""Service clocks that run only while the desk is open: when an answer is due, how long it took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from assistant.hours import Open, opening_on
from assistant.library import Library

HORIZON = 60  # days looked ahead; a desk closed longer has no promise to keep
WARN_AT = 0.75  # share of the time after which the librarian is warned


@dataclass(frozen=True, slots=True)
class ServiceClock:
    """What was promised: warned from `warn_at`, missed from `due_at` (both aware, UTC)."""

    kind: Literal["first_answer", "resolution"]
    warn_at: datetime
    due_at: datetime


def first_answer(library: Library, asked_at: datetime) -> ServiceClock | None:
    """A reader in the queue is answered within the desk's `wait_minutes`."""
    promised = timedelta(minutes=library.desk.wait_minutes)
    warn, due = (desk_time_after(library, asked_at, promised * share) for share in (WARN_AT, 1))
    return ServiceClock("first_answer", warn, due) if warn and due else None


def resolution(library: Library, asked_at: datetime) -> ServiceClock | None:
    """A question is answered by the end of the `follow_up_days`th open day after it was asked."""
    days = [day for day in _stretches(library, asked_at) if day.opens > asked_at]
    ends = sorted({day.closes.date(): day.closes for day in days}.values())
    if len(ends) < library.desk.follow_up_days:
        return None
    due = ends[library.desk.follow_up_days - 1].astimezone(UTC)
    promised = timedelta(seconds=desk_seconds(library, asked_at, due))
    warn = desk_time_after(library, asked_at, promised * WARN_AT)
    return ServiceClock("resolution", warn or due, due)


def desk_time_after(library: Library, start: datetime, promised: timedelta) -> datetime | None:
    """The moment when the desk has been open for so long since `start`; None if not in sight."""
    left = promised
    for one in _stretches(library, start):
        begins = max(one.opens.astimezone(UTC), start.astimezone(UTC))
        if begins + left <= one.closes.astimezone(UTC):
            return begins + left
        left -= one.closes.astimezone(UTC) - begins
    return None


def desk_seconds(library: Library, start: datetime, end: datetime) -> float:
    """For how many seconds between the two the desk was open; 0 when the clock jumped back."""
    total = timedelta()
    for one in _stretches(library, start):
        if one.opens >= end:
            break
        begins = max(one.opens.astimezone(UTC), start.astimezone(UTC))
        total += max(timedelta(), min(one.closes.astimezone(UTC), end.astimezone(UTC)) - begins)
    return total.total_seconds()


def _stretches(library: Library, start: datetime) -> Iterator[Open]:
    """The desk's open stretches that end after `start`, in order."""
    first = start.astimezone(library.zone).date() - timedelta(days=1)
    for offset in range(HORIZON):
        for one in opening_on(library, library.desk, first + timedelta(days=offset)).spans:
            if one.closes.astimezone(UTC) > start.astimezone(UTC):
                yield one
