"""A question about hours, and how days, times and spans are said in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any, Literal

from babel.dates import format_date, format_time

from assistant.facts import LOCALES, Text
from assistant.hours.opening import (
    Open,
    Opening,
    Status,
    is_open,
    next_opening,
    opening_on,
    opens_yet,
    usual_spans,
)
from assistant.library import Library
from assistant.model import Language
from assistant.texts import say
from assistant.timetable import Place, TimeSpan

PartOfDay = Literal["morning", "midday", "afternoon", "evening", "night"]
Day = date  # a question has a field of that name
Most = Literal["first", "last"]
Kind = Literal["week", "days", "past", "time", "part", "day", "now"]

PARTS: dict[PartOfDay, TimeSpan] = {
    "morning": TimeSpan(opens=time(6), closes=time(12)),
    "midday": TimeSpan(opens=time(12), closes=time(14)),
    "afternoon": TimeSpan(opens=time(13), closes=time(17)),
    "evening": TimeSpan(opens=time(18), closes=time(22)),
    "night": TimeSpan(opens=time(22), closes=time(6)),
}
_DAY_FORMATS = {"en": ("EEEE d MMMM", "EEEE d MMMM y"), "zh": ("M月d日EEE", "y年M月d日EEE")}
_WEEKDAY_FORMATS = {"en": "EEEE", "zh": "EEE"}


def date_in_words(day: date, language: Language) -> str:
    """With the year: Sunday 29 November 2026."""
    return str(format_date(day, _DAY_FORMATS[language][1], locale=LOCALES[language]))


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursQuestion:
    """What a reader asks about hours; with `now` alone it is "are you open now?"."""

    now: datetime  # aware
    branch: str | None = None  # a code; None asks for all branches
    date: date | None = None
    part_of_day: PartOfDay | None = None
    time: time | None = None
    days: tuple[Day, ...] = ()  # several: "at the weekend", "from 25 December to 1 January"
    today: bool = False  # "what time do you close?": today's hours while any are left
    until: Day | None = None  # of a week from `date` on: how far to tell of days that differ
    week: bool = False  # "what are your opening hours?"; with `date`, the week from then on
    most: Most | None = None  # "which branch opens first?", "which closes last?"
    differ: bool = False  # `days` are those that differ from the usual week


class Teller:
    """A question with its moment on the library's clock, and the words for an answer."""

    def __init__(self, library: Library, question: HoursQuestion, language: Language) -> None:
        self.library, self.question, self.language = library, question, language
        self.now = question.now.astimezone(library.zone)
        self.day = question.date or self.now.date()
        self.kind = self._kind()

    def _kind(self) -> Kind:
        question = self.question
        if question.week:
            return "week"
        if question.days:
            return "days"
        if question.today:
            return "day" if any(map(self._opens_yet, self._places())) else "now"
        if self.day < self.now.date():
            return "past"
        if question.time is not None:
            return "time"
        if question.part_of_day is not None:
            return "part"
        return "now" if question.date is None else "day"

    def _places(self) -> Sequence[Place]:
        place = self.library.branch(self.question.branch) if self.question.branch else None
        return [place] if place else self.library.branches

    # What is so

    def _opens_yet(self, place: Place) -> bool:
        return opens_yet(self.library, place, self.now)

    def opening(self, place: Place, day: date | None = None) -> Opening:
        return opening_on(self.library, place, day or self.day)

    def status(self, place: Place) -> Status:
        """Open or not at the moment asked about."""
        asked = self.question.time
        at = self.now if asked is None else datetime.combine(self.day, asked, self.library.zone)
        return is_open(self.library, place, at)

    def later_today(self, place: Place) -> tuple[Open, ...]:
        moment = self.now.astimezone(UTC)
        spans = self.opening(place, self.now.date()).spans
        return tuple(span for span in spans if span.opens.astimezone(UTC) > moment)

    def on_break(self, place: Place) -> bool:
        """Whether a place that is closed now was open today and will be again."""
        return 0 < len(self.later_today(place)) < len(self.opening(place, self.now.date()).spans)

    def opens_after_day(self, place: Place) -> datetime | None:
        last_minute = datetime.combine(self.day, time(23, 59), self.library.zone)
        return next_opening(self.library, place, last_minute)

    def midday_break(self, place: Place, days: Sequence[Day]) -> str:
        """When the place closes between two spans of these days: "13:00 to 14:00"; "" if never."""
        spans = [pairwise(usual_spans(place, day)[0]) for day in days]
        breaks = (TimeSpan(opens=a.closes, closes=b.opens) for day in spans for a, b in day)
        return self._joined("span", "comma", tuple(dict.fromkeys(breaks)))

    def says_yes(self, place: Place) -> bool:
        """Whether the place is open at the time, in the part of the day, or on the day asked."""
        if self.kind in ("time", "now"):
            return self.status(place).open
        spans = self.opening(place).spans
        return any(map(self._in_part, spans)) if self.kind == "part" else bool(spans)

    def is_over(self, place: Place) -> bool:
        """Whether the place has closed for the day by the time asked about."""
        asked = self.question.time or PARTS[self.question.part_of_day or "morning"].opens
        at = datetime.combine(self.day, asked, self.library.zone)
        return at >= self.opening(place).spans[-1].closes

    def _in_part(self, span: Open) -> bool:
        part = PARTS[self.question.part_of_day or "morning"]
        last = self.day + timedelta(days=part.past_midnight)
        start = datetime.combine(self.day, part.opens, self.library.zone)
        return (
            span.opens < datetime.combine(last, part.closes, self.library.zone)
            and start < span.closes
        )

    # How it is said

    def say(self, key: str, **args: Any) -> str:
        text = say(self.language, f"hours-{key}", **args)
        return text.replace("） ", "）")  # a full-width bracket brings its own space

    def clock(self, at: datetime | time) -> str:
        wall = at.time() if isinstance(at, datetime) else at
        return str(format_time(wall, "HH:mm", locale=LOCALES[self.language]))

    def dated(self, day: date) -> str:
        """Such as Sunday 29 November, with the year when it is not this one."""
        pattern = _DAY_FORMATS[self.language][day.year != self.now.year]
        return str(format_date(day, pattern, locale=LOCALES[self.language]))

    def weekday(self, day: date) -> str:
        return str(format_date(day, _WEEKDAY_FORMATS[self.language], locale=LOCALES[self.language]))

    def when(self, day: date, start: str = "") -> str:
        """The day within a sentence, or with `start="start-"` at its beginning."""
        away = (day - self.now.date()).days
        return self.say(start + {0: "today", 1: "tomorrow"}.get(away, "on"), date=self.dated(day))

    def why(self, reason: Text | None) -> str:
        return self.say("why", reason=reason[self.language]) if reason else ""

    def asked_part(self) -> str:
        part = self.question.part_of_day
        return self.say(f"part-{part}") if part else ""

    def asked_time(self) -> str:
        asked = self.question.time
        return self.clock(asked) if asked else ""

    def spans(self, spans: tuple[Open, ...]) -> str:
        """Within a sentence: 10:00 to 13:00 and 14:00 to 18:00."""
        return self._joined("span", "and", spans)

    def ranges(self, spans: tuple[Open, ...] | tuple[TimeSpan, ...]) -> str:
        """In a list: 10:00–13:00, 14:00–18:00."""
        return self._joined("range", "comma", spans) or self.say("closed")

    def _joined(self, key: str, glue: str, spans: tuple[Open | TimeSpan, ...]) -> str:
        said = (
            self.say(key, opens=self.clock(o.opens), closes=self.clock(o.closes)) for o in spans
        )
        return self.say(glue).join(said)
