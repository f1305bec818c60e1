"""When the library is open, computed from its own facts."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from itertools import takewhile
from typing import Any

from actions.ask import Ask
from actions.signs import asking, opening
from actions.skills import answer
from actions.turn import Turn
from assistant.hours import HoursQuestion, answer_hours
from assistant.library import Branch
from assistant.model import Source, SourcesPart

_SHORT = 40  # characters of a question that leans on the one before
_CLEAR = 0.6  # confidence from which hours are meant though nothing is said to open
_LONGEST = timedelta(31)  # between two days that are asked about together
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHEN = ("date", "weekday", "part_of_day", "time")


def hours(turn: Turn) -> None:
    """The answer for the branch, days and time asked about, or the branch spoken of last."""
    if not turn.ask.pressed and _of_a_thing(turn):
        return turn.offer(turn.text("choice-hours"), "hours")
    question = _question(turn)
    turn.tell(answer_hours(turn.library, question, turn.language))
    turn.show(SourcesPart(sources=[_source(turn)]))
    if question.today:
        branch = {"branch": question.branch} if question.branch else {}
        turn.offer(turn.text("choice-week"), "hours", **branch)
    turn.session.topic = "hours"
    return turn.ends("answered")


def asks_when(ask: Ask) -> bool:
    """Whether a message asks if we are open on a day or at an hour, whatever it was taken for."""
    opens, when = bool(opening.OPEN_THEN.search(ask.text)), ask.has(*_WHEN)
    if ask.intent == "hours":
        return opens or when
    asked = when or bool(opening.NOW.search(ask.text))
    return asked and opens and not opening.THING.search(ask.beside(*_WHEN))


def only_when(ask: Ask) -> bool:
    """Whether a message is a day and nothing else, perhaps with a branch: "the 31st", 24号呢."""
    rest = ask.beside(*_WHEN, "branch")
    return ask.has("date", "weekday") and not re.search(r"\w", opening.BESIDE.sub(" ", rest))


def _of_a_thing(turn: Turn) -> bool:
    """What is no branch has hours of its own: told from the answers, if one speaks of it."""
    ask = turn.ask
    named = opening.THING.search(ask.beside(*_WHEN, "branch"))
    thing = next(filter(None, named.groups()), "") if named else ""
    when = ask.has(*_WHEN, "branch") or opening.OPENS.search(ask.text)
    unsure = ask.confidence < _CLEAR and not when
    if not (thing or unsure) or turn.library.branch_named(thing):
        return False
    for text in (thing or ask.text, ask.text):
        found = turn.services.answers.nearest(text, turn.language, 1)
        ours = found and found[0].entry.wording(turn.language).source.url == _source(turn).url
        if found and not ours and found[0].confidence >= turn.services.bounds.answer:
            answer.give(turn, found[0].entry)
            return True
    return False


def _source(turn: Turn) -> Source:
    return Source(title=turn.text("hours-source"), id="hours", url=f"{turn.library.url}/hours")


def _question(turn: Turn) -> HoursQuestion:
    branch, when = _branch(turn), _when(turn)
    turn.session.when = when
    days = tuple(date.fromisoformat(day) for day in when.get("days", ()))
    return HoursQuestion(
        now=turn.ask.now,
        branch=branch,
        date=days[0] if len(days) == 1 else None,
        days=days if len(days) > 1 else (),
        part_of_day=when.get("part"),
        time=time.fromisoformat(when["time"]) if when.get("time") else None,
        today=bool(when.get("today")),
        week=bool(when.get("week")),
    )


def _when(turn: Turn) -> dict[str, Any]:
    """Days, part of day and time asked about; the last question's for "and the other branch?"."""
    ask, session = turn.ask, turn.session
    asked = {
        "days": [day.isoformat() for day in days_asked(turn)],
        "part": ask.one("part_of_day"),
        "time": ask.one("time"),
    }
    given = {name: value for name, value in asked.items() if value}
    if opening.WEEK.search(ask.text) and not (asked["days"] or asked["time"]):
        return {"week": True}
    follows = session.topic == "hours" and len(ask.text) < _SHORT and not ask.pressed
    one_day = follows and len(session.when.get("days", ())) == 1
    if one_day and given and not asked["days"] and asking.GOES_ON.search(ask.text):
        return {"days": session.when["days"], **given}  # "what about 4pm"
    if given or opening.NOW.search(ask.text):
        return given
    clock = bool(opening.CLOCK.search(ask.text)) and not ask.pressed
    if (follows and _named_branch(turn)) or (one_day and clock):
        return session.when
    return {"today": True} if clock else {"week": True}


def _branch(turn: Turn) -> str | None:
    """Named now, or in the hours conversation so far."""
    ask, session, library = turn.ask, turn.session, turn.library
    if ask.pressed:
        branch = library.branch(str((ask.payload or {}).get("branch")))
    else:
        so_far = session.branch if session.topic == "hours" else ""
        branch = _named_branch(turn) or library.branch(so_far)
    session.branch = branch.code if branch else ""
    return session.branch or None


def _named_branch(turn: Turn) -> Branch | None:
    ask, library = turn.ask, turn.library
    return library.branch(str(ask.one("branch"))) or library.branch_named(ask.text)


def days_asked(turn: Turn) -> list[date]:
    """The days asked about, in order; a weekday is the next such day, today included."""
    today = turn.ask.now.astimezone(turn.library.zone).date()
    named = [date.fromisoformat(str(day)) for day in turn.ask.all("date")]
    if not named:
        named = [_next(str(day), today) for day in turn.ask.all("weekday")]
        if _is_row(turn.ask) and named[1] < named[0]:
            named[1] += timedelta(7)
    if _is_row(turn.ask) and named[0] < named[1] <= named[0] + _LONGEST:
        row = (named[0] + timedelta(away) for away in range(_LONGEST.days + 1))
        return list(takewhile(lambda day: day <= named[1], row))
    return sorted({*named, *_celebrated(turn, named)})


def _next(weekday: str, today: date) -> date:
    return today + timedelta((_WEEKDAYS.index(weekday) - today.weekday()) % 7)


def _is_row(ask: Ask) -> bool:
    """Whether two days are the ends of a row of them: "from Monday to Friday"."""
    ends = [one for one in ask.entities if one.name in ("date", "weekday")]
    if len(ends) != 2 or ends[0].name != ends[1].name or ends[0].end == ends[1].start:
        return False
    first, last = sorted(ends, key=lambda one: one.start)
    return bool(opening.BETWEEN.match(ask.text[first.end : last.start]))


def _celebrated(turn: Turn, named: list[date]) -> list[date]:
    """The library's own day for a feast that is named, where it is within a week of the feast."""
    feasts = [word.casefold() for word in turn.ask.said("date")]
    reasons = [
        one
        for one in turn.library.exceptions
        if any(word and word in (one.reason.en + one.reason.zh).casefold() for word in feasts)
    ]
    week = [timedelta(away) for away in range(-7, 8)]
    return [
        day + away
        for day in named
        for away in week
        if any(one.applies(code, day + away) for one in reasons for code in _codes(turn))
    ]


def _codes(turn: Turn) -> list[str]:
    return [branch.code for branch in turn.library.branches]
