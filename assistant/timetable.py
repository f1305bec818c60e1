"""How the library writes down its hours: spans of a day, weeks, seasons, and days that differ."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Literal, get_args

from dateutil.rrule import rrulestr
from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from assistant.facts import Facts, Text, Word

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)

_DAY = 24 * 60
_YEARLY = "FREQ=YEARLY;"
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
_MONTH_DAY = r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"


class TimeSpan(Facts):
    """Opening and closing on the library's clock; closing not after opening means the next day."""

    opens: time
    closes: time

    @property
    def past_midnight(self) -> bool:
        return self.closes <= self.opens

    @property
    def minutes(self) -> tuple[int, int]:
        """Opening and closing in minutes from the day's midnight; more than a day if past it."""
        return _minutes(self.opens), _minutes(self.closes) + _DAY * self.past_midnight


def _read_span(value: object) -> object:
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError('write a span as "09:00-13:00"')
    hour, minute, end_hour, end_minute = map(int, found.groups())
    if end_hour == 24 and end_minute:
        raise ValueError('the latest closing time is "24:00"')
    return {"opens": time(hour, minute), "closes": time(end_hour % 24, end_minute)}


def _in_order(spans: tuple[TimeSpan, ...]) -> tuple[TimeSpan, ...]:
    if any(first.past_midnight or first.closes > then.opens for first, then in pairwise(spans)):
        raise ValueError("put the spans of a day in order, without overlap")
    return spans


Span = Annotated[TimeSpan, BeforeValidator(_read_span)]
Day = Annotated[tuple[Span, ...], AfterValidator(_in_order)]


class Week(Facts):
    """The usual hours of each weekday; an empty day is closed."""

    monday: Day
    tuesday: Day
    wednesday: Day
    thursday: Day
    friday: Day
    saturday: Day
    sunday: Day

    def on(self, day: date) -> tuple[TimeSpan, ...]:
        spans: tuple[TimeSpan, ...] = getattr(self, WEEKDAYS[day.weekday()])
        return spans


class Season(Facts):
    """Weekdays with other hours from one day to another ("MM-DD", both included) of every year."""

    starts: str = Field(pattern=_MONTH_DAY)
    ends: str = Field(pattern=_MONTH_DAY)
    hours: dict[Weekday, Day]
    reason: Text

    def on(self, day: date) -> tuple[TimeSpan, ...] | None:
        """The hours of that day in this season; None when the season does not change them."""
        return self.hours.get(WEEKDAYS[day.weekday()]) if self.holds(day) else None

    def holds(self, day: date) -> bool:
        """Whether the day is within the season."""
        today, over_new_year = f"{day:%m-%d}", self.ends < self.starts
        inside = (self.starts <= today, today <= self.ends)
        return any(inside) if over_new_year else all(inside)


class Place(Facts):
    """Whatever has opening hours: a branch, or the librarians' desk in the chat."""

    code: Word
    name: Text
    hours: Week
    seasons: tuple[Season, ...] = ()


class DayException(Facts):
    """Days that differ: `hours` replaces the usual ones, `opens` and `closes` cut them short."""

    dates: tuple[date, ...] = ()
    every: str | None = None
    branches: tuple[Word, ...] = ()
    hours: Day | None = None
    opens: time | None = None
    closes: time | None = None
    reason: Text

    @field_validator("every")
    @classmethod
    def _yearly(cls, rule: str | None) -> str | None:
        if rule is None:
            return None
        if not rule.startswith(_YEARLY) or "COUNT" in rule or "INTERVAL" in rule:
            raise ValueError('write a rule for every year: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"')
        _dates_of(rule, 2028)
        return rule

    @model_validator(mode="after")
    def _complete(self) -> DayException:
        if not self.dates and self.every is None:
            raise ValueError("say when: give `dates` or `every`")
        if (self.hours is None) == (self.opens is None and self.closes is None):
            raise ValueError("give either `hours`, or `opens` and `closes`")
        return self

    def applies(self, code: str, day: date) -> bool:
        if self.branches and code not in self.branches:
            return False
        yearly = _dates_of(self.every, day.year) if self.every else frozenset()
        return day in self.dates or day in yearly

    def change(self, usual: tuple[TimeSpan, ...]) -> tuple[TimeSpan, ...]:
        """The spans of such a day, from those it would have had."""
        if self.hours is not None:
            return self.hours
        return tuple(cut for span in usual if (cut := self._cut(span)) is not None)

    def _cut(self, span: TimeSpan) -> TimeSpan | None:
        start, end = span.minutes
        start = max(start, _minutes(self.opens or time.min))
        end = min(end, _minutes(self.closes) or _DAY) if self.closes is not None else end
        return TimeSpan(opens=_clock(start), closes=_clock(end)) if start < end else None


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


@lru_cache(maxsize=1024)
def _dates_of(rule: str, year: int) -> frozenset[date]:
    first, last = datetime(year, 1, 1), datetime(year, 12, 31)
    days = rrulestr(rule, dtstart=first).between(first, last, inc=True)
    return frozenset(day.date() for day in days)
