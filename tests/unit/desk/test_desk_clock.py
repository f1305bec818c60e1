"""Service clocks run only in desk hours: Tuesday 24 November 2026 is open 09:30 to 18:30."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.desk.clock import desk_seconds, desk_time_after, first_answer, resolution
from assistant.library import Library


def at(day: int, clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02}T{clock}:00+00:00")


@pytest.mark.parametrize(
    ("asked", "minutes", "due"),
    [
        (at(24, "10:00"), 5, at(24, "10:05")),
        (at(24, "08:00"), 5, at(24, "09:35")),
        (at(24, "18:28"), 5, at(25, "09:33")),
        (at(24, "23:00"), 5, at(25, "09:35")),
        (at(28, "16:29"), 5, at(29, "13:34")),  # from Saturday into Sunday afternoon
        (at(24, "09:30"), 9 * 60, at(24, "18:30")),
    ],
)
def test_due_in_desk_time(library: Library, asked: datetime, minutes: int, due: datetime) -> None:
    assert desk_time_after(library, asked, timedelta(minutes=minutes)) == due


def test_first_answer_warns_before_it_is_missed(library: Library) -> None:
    clock = first_answer(library, at(24, "10:00"))
    assert clock is not None
    assert (clock.warn_at, clock.due_at) == (
        at(24, "10:00") + timedelta(minutes=library.desk.wait_minutes * 0.75),
        at(24, "10:00") + timedelta(minutes=library.desk.wait_minutes),
    )


def test_resolution_is_the_end_of_the_second_open_day(library: Library) -> None:
    assert library.desk.follow_up_days == 2
    clock = resolution(library, at(24, "12:00"))
    assert clock is not None
    assert clock.due_at == at(26, "18:30")
    friday = resolution(library, at(27, "20:00"))
    assert friday is not None
    assert friday.due_at == at(29, "16:30")
    assert friday.warn_at < friday.due_at


def test_how_long_it_took_in_desk_time(library: Library) -> None:
    assert desk_seconds(library, at(24, "18:00"), at(25, "10:00")) == 3600
    assert desk_seconds(library, at(24, "19:00"), at(25, "09:00")) == 0
    assert desk_seconds(library, at(24, "12:00"), at(24, "11:00")) == 0  # a clock that jumped
    whole = desk_seconds(library, at(24, "00:00"), at(25, "00:00"))
    assert whole == 9 * 3600


def test_when_the_clocks_go_back(library: Library) -> None:
    saturday = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    monday = datetime(2026, 10, 26, 12, 0, tzinfo=UTC)
    assert desk_seconds(library, saturday, monday) == (3.5 + 3 + 2.5) * 3600
