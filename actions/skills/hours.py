"""When the library is open, computed from its own facts."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from actions import signs
from actions.turn import Turn
from assistant.hours import HoursQuestion, answer_hours
from assistant.model import Source, SourcesPart

_SHORT = 40  # characters of a question that leans on the one before
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def hours(turn: Turn) -> None:
    """The answer for the branch, day and time asked about; the branch spoken of last if none is."""
    turn.tell(answer_hours(turn.library, _question(turn), turn.language))
    turn.show(SourcesPart(sources=[_source(turn)]))
    turn.session.topic = "hours"
    turn.ends("answered")


def _source(turn: Turn) -> Source:
    return Source(title=turn.text("hours-source"), id="hours", url=f"{turn.library.url}/hours")


def _question(turn: Turn) -> HoursQuestion:
    branch, when = _branch(turn), _when(turn)
    turn.session.when = when
    return HoursQuestion(
        now=turn.ask.now,
        branch=branch,
        date=date.fromisoformat(when["day"]) if when.get("day") else None,
        part_of_day=when.get("part"),
        time=time.fromisoformat(when["time"]) if when.get("time") else None,
        week=bool(when.get("week")),
    )


def _when(turn: Turn) -> dict[str, Any]:
    """Day, part of day and time asked about; the last question's for "and the other branch?"."""
    ask, session = turn.ask, turn.session
    day = _day(turn)
    asked = {
        "day": day.isoformat() if day else "",
        "part": ask.one("part_of_day"),
        "time": ask.one("time"),
    }
    given = {name: value for name, value in asked.items() if value}
    if given or signs.NOW.search(ask.text):
        return given
    follows = session.topic == "hours" and ask.has("branch") and len(ask.text) < _SHORT
    return session.when if follows else {"week": True}


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
