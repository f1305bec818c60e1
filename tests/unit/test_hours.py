"""Opening hours, computed: midday breaks, exceptions, seasons, midnight, and clocks that change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.facts import Text
from assistant.hours import Opening, is_open, next_opening, opening_on, week_of
from assistant.library import Library, load_library
from assistant.settings import PACKAGED_LIBRARY
from assistant.timetable import DayException, Place, Season, Week

LIBRARY = load_library(PACKAGED_LIBRARY)
PLACES: list[Place] = [*LIBRARY.branches, LIBRARY.desk]
NIGHTS = {"en": "nights", "zh": "夜间"}

moments = st.datetimes(
    datetime(2025, 12, 1), datetime(2029, 1, 31), timezones=st.just(UTC), allow_imaginary=False
)
places = st.sampled_from(PLACES)


def place(code: str) -> Place:
    return next(one for one in PLACES if one.code == code)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LIBRARY.zone)


def told(opening: Opening) -> str:
    return " ".join(f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in opening.spans)


@pytest.mark.parametrize(
    ("code", "day", "hours", "reason"),
    [
        ("CEN", "2026-11-24", "09:00-19:00", None),
        ("EAST", "2026-11-24", "10:00-13:00 14:00-18:00", None),
        ("RIV", "2026-11-23", "", None),
        ("EAST", "2026-11-29", "", None),
        ("CEN", "2026-11-29", "13:00-17:00", None),
        ("CEN", "2027-01-01", "", "New Year's Day"),
        ("DESK", "2027-01-01", "", "New Year's Day"),
        ("CEN", "2026-04-03", "", "Good Friday"),
        ("CEN", "2027-03-26", "", "Good Friday"),
        ("CEN", "2028-04-14", "", "Good Friday"),
        ("CEN", "2026-04-06", "", "Easter Monday"),
        ("CEN", "2027-03-29", "", "Easter Monday"),
        ("CEN", "2028-04-17", "", "Easter Monday"),
        ("CEN", "2026-05-04", "", "early May bank holiday"),
        ("CEN", "2026-05-25", "", "spring bank holiday"),
        ("CEN", "2026-08-31", "", "summer bank holiday"),
        ("CEN", "2026-12-24", "09:00-13:00", "Christmas Eve"),
        ("EAST", "2026-12-24", "10:00-13:00", "Christmas Eve"),
        ("DESK", "2026-12-24", "09:30-13:00", "Christmas Eve"),
        ("CEN", "2028-12-24", "", "Christmas Eve"),  # a Sunday, from 13:00 on
        ("EAST", "2028-12-24", "", None),  # closed on Sundays anyway
        ("CEN", "2026-12-28", "", "bank holiday"),
        ("CEN", "2026-12-31", "09:00-13:00", "New Year's Eve"),
        ("RIV", "2026-12-31", "", "New Year's Eve"),
        ("CEN", "2027-03-10", "13:00-19:00", "staff training in the morning"),
        ("EAST", "2027-03-10", "", "staff training day"),
        ("CEN", "2027-02-06", "09:30-20:00", "Chinese New Year celebration"),
        ("RIV", "2027-02-06", "10:00-12:30 13:30-16:00", None),
        ("RIV", "2026-07-25", "10:00-16:00", "summer holiday hours"),
        ("RIV", "2026-07-24", "10:00-12:30 13:30-17:30", None),  # a Friday: not in the season
        ("RIV", "2026-07-18", "10:00-12:30 13:30-16:00", None),  # the Saturday before
    ],
)
def test_hours_of_a_day(code: str, day: str, hours: str, reason: str | None) -> None:
    opening = opening_on(LIBRARY, place(code), date.fromisoformat(day))
    assert (told(opening), opening.reason and opening.reason.en) == (hours, reason)


@pytest.mark.parametrize(
    ("code", "moment", "open_", "changes"),
    [
        ("CEN", "2026-11-24T08:59:59", False, "2026-11-24T09:00"),
        ("CEN", "2026-11-24T09:00", True, "2026-11-24T19:00"),
        ("CEN", "2026-11-24T18:59:59", True, "2026-11-24T19:00"),
        ("CEN", "2026-11-24T19:00", False, "2026-11-25T09:00"),
        ("EAST", "2026-11-24T12:59", True, "2026-11-24T13:00"),
        ("EAST", "2026-11-24T13:00", False, "2026-11-24T14:00"),
        ("EAST", "2026-11-24T14:00", True, "2026-11-24T18:00"),
        ("RIV", "2026-11-28T16:00", False, "2026-12-01T10:00"),  # over Sunday and Monday
        ("RIV", "2026-12-24T12:00", False, "2026-12-29T10:00"),  # over Christmas
        ("DESK", "2026-12-24T13:00", False, "2026-12-27T13:30"),
    ],
)
def test_open_at_a_moment(code: str, moment: str, open_: bool, changes: str) -> None:
    status = is_open(LIBRARY, place(code), at(moment))
    assert status.open is open_
    assert (status.until if open_ else status.opens_next) == at(changes)
    assert (status.opens_next if open_ else status.until) is None


def test_the_moment_may_come_in_any_zone() -> None:
    noon_in_shanghai = datetime(2026, 7, 1, 16, 0, tzinfo=ZoneInfo("Asia/Shanghai"))  # 09:00 BST
    assert is_open(LIBRARY, place("CEN"), noon_in_shanghai).open
    assert not is_open(LIBRARY, place("CEN"), noon_in_shanghai - timedelta(seconds=1)).open


def test_opening_follows_the_clock_on_the_wall_through_the_year() -> None:
    winter, summer = (opening_on(LIBRARY, place("CEN"), date(2026, m, 2)) for m in (2, 6))
    assert winter.spans[0].opens.astimezone(UTC).time() == time(9)
    assert summer.spans[0].opens.astimezone(UTC).time() == time(8)


def test_a_week_has_seven_days_in_order() -> None:
    week = week_of(LIBRARY, place("EAST"), date(2026, 12, 21))
    assert [opening.day.day for opening in week] == list(range(21, 28))
    assert [bool(opening.spans) for opening in week] == [True] * 4 + [False] * 3


@given(places, moments)
def test_status_agrees_with_the_days_hours(where: Place, moment: datetime) -> None:
    local = moment.astimezone(LIBRARY.zone)
    spans = opening_on(LIBRARY, where, local.date()).spans
    inside = any(one.opens <= local < one.closes for one in spans)
    assert is_open(LIBRARY, where, moment).open is inside


@given(places, moments)
def test_status_flips_exactly_at_its_edge(where: Place, moment: datetime) -> None:
    status = is_open(LIBRARY, where, moment)
    edge = status.until or status.opens_next
    assert edge is not None
    assert edge.astimezone(UTC) > moment
    assert is_open(LIBRARY, where, edge).open is not status.open
    assert is_open(LIBRARY, where, edge - timedelta(microseconds=1)).open is status.open


@given(places, moments)
def test_the_next_opening_is_in_the_future_and_open(where: Place, moment: datetime) -> None:
    opens = next_opening(LIBRARY, where, moment)
    assert opens is not None
    assert opens.astimezone(UTC) > moment
    assert is_open(LIBRARY, where, opens).open
    assert not is_open(LIBRARY, where, opens - timedelta(microseconds=1)).open


# Libraries that are not the sample one.


@dataclass(frozen=True)
class Other:
    library: Library
    place: Place


def other(hours: dict[str, list[str]], **changes: object) -> Other:
    days = {day: hours.get(day, []) for day in Week.model_fields}
    branch = LIBRARY.branches[0].model_copy(update={"hours": Week.model_validate(days), **changes})
    kept = {"branches": (branch,), "exceptions": changes.get("exceptions", ())}
    return Other(LIBRARY.model_copy(update=kept), branch)


def test_open_past_midnight() -> None:
    night = other({"friday": ["18:00-02:00"]})
    status = is_open(night.library, night.place, at("2026-11-28T01:30"))  # Saturday
    assert (status.open, status.until) == (True, at("2026-11-28T02:00"))
    assert not is_open(night.library, night.place, at("2026-11-28T02:00")).open
    assert not is_open(night.library, night.place, at("2026-11-27T01:30")).open


def test_midnight_between_two_open_days_is_no_closing() -> None:
    night = other({"friday": ["18:00-24:00"], "saturday": ["00:00-02:00"]})
    assert is_open(night.library, night.place, at("2026-11-27T23:00")).until == at(
        "2026-11-28T02:00"
    )


def test_never_open() -> None:
    closed = other({})
    status = is_open(closed.library, closed.place, at("2026-11-27T12:00"))
    assert (status.open, status.until, status.opens_next) == (False, None, None)
    assert next_opening(closed.library, closed.place, at("2026-11-27T12:00")) is None


def test_open_day_and_night_the_clock_change_is_no_closing() -> None:
    always = other({day: ["00:00-24:00"] for day in Week.model_fields})
    assert is_open(always.library, always.place, at("2026-10-25T01:30")).open


def test_when_clocks_go_back_the_hour_is_open_twice() -> None:
    night = other({"sunday": ["00:30-01:30"]})
    spans = opening_on(night.library, night.place, date(2026, 10, 25)).spans
    assert told(Opening(date(2026, 10, 25), spans)) == "00:30-01:30"
    second = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 01:10 for the second time, after closing
    assert not is_open(night.library, night.place, second).open
    assert is_open(night.library, night.place, second - timedelta(hours=1)).open


def test_a_season_over_new_year() -> None:
    winter = Season.model_validate(
        {"starts": "12-20", "ends": "01-10", "hours": {"friday": ["12:00-15:00"]}, "reason": NIGHTS}
    )
    place_ = other({"friday": ["09:00-17:00"]}, seasons=(winter,))
    days = [date(2026, 12, 18), date(2026, 12, 25), date(2027, 1, 8), date(2027, 1, 15)]
    hours = [told(opening_on(place_.library, place_.place, day)) for day in days]
    assert hours == ["09:00-17:00", "12:00-15:00", "12:00-15:00", "09:00-17:00"]


@pytest.mark.parametrize(
    ("change", "hours"),
    [
        ({"closes": "20:00"}, "18:00-20:00"),
        ({"closes": "00:00"}, "18:00-00:00"),
        ({"closes": "03:00"}, ""),
        ({"opens": "21:00"}, "21:00-02:00"),
        ({"opens": "19:00", "closes": "23:00"}, "19:00-23:00"),
        ({"hours": ["10:00-12:00"]}, "10:00-12:00"),
    ],
)
def test_exceptions_cut_a_night(change: dict[str, object], hours: str) -> None:
    day = date(2026, 11, 27)
    exception = DayException.model_validate({"dates": [day], "reason": NIGHTS, **change})
    night = other({"friday": ["18:00-02:00"]}, exceptions=(exception,))
    opening = opening_on(night.library, night.place, day)
    assert (told(opening), opening.reason) == (hours, Text(**NIGHTS))


def test_the_later_exception_wins() -> None:
    day = date(2026, 11, 27)
    made = [
        DayException.model_validate({"dates": [day], "reason": NIGHTS, "hours": hours})
        for hours in ([], ["10:00-12:00"])
    ]
    place_ = other({"friday": ["09:00-17:00"]}, exceptions=tuple(made))
    assert told(opening_on(place_.library, place_.place, day)) == "10:00-12:00"
