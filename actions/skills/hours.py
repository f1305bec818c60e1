"""When the library is open, computed from its own facts."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from actions.turn import Turn
from assistant.hours import HoursQuestion, answer_hours
from assistant.model import Source, SourcesPart

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOW = re.compile(
    r"\bnow\b|\bright now\b|\bcurrently\b|\bstill open\b|\bopen yet\b|\bare (?:you|they|we) (?:open|closed)\W*$"
    r"|\bis (?:the |your )?[\w ]{0,30}(?:open|closed)\W*$|现在|現在|这会儿|目前|开着|開著|还开|還開|开门了吗|关门了吗|开馆了吗|开没开",
    re.IGNORECASE,
)


def hours(turn: Turn) -> None:
    """The answer for the branch, day and time asked about; the branch spoken of last if none is."""
    turn.tell(answer_hours(turn.library, _question(turn), turn.language))
    turn.show(SourcesPart(sources=[_source(turn)]))
    turn.session.topic = "hours"
    turn.ends("answered")


def _source(turn: Turn) -> Source:
    return Source(title=turn.text("hours-source"), id="hours", url=f"{turn.library.url}/hours")


def _question(turn: Turn) -> HoursQuestion:
    ask = turn.ask
    asked_day, clock = _day(turn), ask.one("time")
    part = ask.one("part_of_day")
    plain = asked_day is None and clock is None and part is None
    return HoursQuestion(
        now=ask.now,
        branch=_branch(turn),
        date=asked_day,
        part_of_day=part,
        time=time.fromisoformat(clock) if clock else None,
        week=plain and not _NOW.search(ask.text),
    )


def _branch(turn: Turn) -> str | None:
    """Named now, or in the hours conversation so far."""
    pressed = (turn.ask.payload or {}).get("branch")
    named = pressed or turn.ask.one("branch")
    session = turn.session
    if named is None and session.topic == "hours" and not turn.ask.pressed:
        named = session.branch or None
    known = turn.library.branch(str(named)) if named else None
    session.branch = known.code if known else ""
    return session.branch or None


def _day(turn: Turn) -> date | None:
    """The date asked about; a weekday is the next such day, today included."""
    if (day := turn.ask.one("date")) is not None:
        return date.fromisoformat(str(day))
    if (weekday := turn.ask.one("weekday")) is None:
        return None
    today = turn.ask.now.astimezone(turn.library.zone).date()
    return today + timedelta((_WEEKDAYS.index(str(weekday)) - today.weekday()) % 7)
