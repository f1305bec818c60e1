"""The days a message asks about, also those it only counts from the day spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from actions.ask import Ask
from actions.periods import period
from actions.session import Session
from actions.signs import asking, opening
from actions.turn import Turn
from assistant.engine.understanding.times import WEEKDAYS

_LONGEST = timedelta(31)  # between two days that are asked about together
_BACK = timedelta(14)  # a number so far before the day spoken of is next month's
_AHEAD = timedelta(28)  # and so far after it, the month's before
_BESIDE = 2  # days before and after a feast that "around Christmas" means
_EASTER = range(-2, 2)  # from Good Friday to Easter Monday
_OF_DAYS = ("hours", "desk", "staff")  # topics in which a number is that of a day


def asked(turn: Turn) -> list[date]:
    """In order; a weekday is the next such day, today or the first day of a season included."""
    today = since(turn) or now(turn)
    named = _told(turn, today)
    if _is_row(turn.ask) and len(named) == 2 and named[0] < named[1] <= named[0] + _LONGEST:
        row = (named[0] + timedelta(away) for away in range(_LONGEST.days + 1))
        return list(takewhile(lambda day: day <= named[1], row))
    return sorted({*named, *_celebrated(turn, named)})


def now(turn: Turn) -> date:
    return turn.ask.now.astimezone(turn.library.zone).date()


def since(turn: Turn) -> date | None:
    """The first day of the time of the year that is asked about, now or so far; None for today."""
    if named := within(turn):
        return named[0]
    so_far = turn.session.when.get("since") if turn.session.topic in _OF_DAYS else None
    of_now = turn.ask.has("date") or opening.NOW.search(turn.ask.text)
    return date.fromisoformat(so_far) if so_far and not of_now else None


def within(turn: Turn) -> tuple[date, date] | None:
    """The first and last day of the time of the year that is asked about now."""
    return period(turn.ask.text, turn.library, now(turn))


def spoken_of(session: Session) -> list[date]:
    """The days of the question before, in a conversation about days."""
    told = session.when.get("days", ()) if session.topic in _OF_DAYS else ()
    return [date.fromisoformat(day) for day in told]


def counted(ask: Ask) -> bool:
    """Whether a message counts from the day spoken of: "the 6th", "the day after", 第二天."""
    return ask.has("ordinal") or any(sign.search(ask.text) for sign, _ in opening.SHIFTS)


def _told(turn: Turn, today: date) -> list[date]:
    last = spoken_of(turn.session)
    if turn.session.topic in _OF_DAYS and (near := list(_near(turn.ask, last, today))):
        return near
    if named := [date.fromisoformat(str(day)) for day in turn.ask.all("date")]:
        return named
    weekdays = [str(day) for day in turn.ask.all("weekday")]
    weekly = turn.session.when.get("weekly") and period(turn.ask.text, turn.library, today)
    if not weekdays and weekly:  # Saturdays: "and in the summer?"
        weekdays = [WEEKDAYS[day.weekday()] for day in last]
    first = _week_of(turn.ask, last, today)
    found = [_next(day, first) for day in weekdays]
    if _is_row(turn.ask) and found[1] < found[0]:
        found[1] += timedelta(7)
    return found


def _week_of(ask: Ask, last: list[date], today: date) -> date:
    """The first day from which a weekday counts: of the week spoken of, where it goes on from
    there: 那周二呢, after next Monday."""
    monday = last[-1] - timedelta(last[-1].weekday()) if last else today
    return max(monday, today) if asking.GOES_ON.search(ask.text) else today


def _near(ask: Ask, last: list[date], today: date) -> Iterator[date]:
    """Days by their number alone, or by how long before or after the day spoken of they are."""
    anchor = last[-1] if last else today
    for number in _numbers(ask):
        if (day := _numbered(number, anchor, today)) is not None:
            yield day
    for sign, away in opening.SHIFTS:
        if sign.search(ask.text) and not opening.AGAIN.search(ask.text):
            yield from [day + timedelta(away) for day in last or [today]]
            return


def _numbers(ask: Ask) -> list[int]:
    told = [one for one in ask.entities if one.name in ("date", "ordinal")]
    if not all(opening.NUMBER.fullmatch(ask.text[one.start : one.end]) for one in told):
        return []  # a month is named: what was read stands
    days = (
        date.fromisoformat(str(one.value)).day if one.name == "date" else int(one.value)
        for one in told
    )
    return list(dict.fromkeys(days))


def _numbered(number: int, anchor: date, today: date) -> date | None:
    """The day of that number in the month spoken of, or in the one beside it that is nearer."""
    first = anchor.replace(day=1)
    months = (first, (first + timedelta(32)).replace(day=1), (first - timedelta(1)).replace(day=1))
    days = [one.replace(day=number) for one in months if _has(one, number)]
    coming = [day for day in days if day >= today]
    likely = (day for day in coming if -_BACK <= day - anchor <= _AHEAD)
    return next(likely, coming[0] if coming else None)


def _has(first: date, number: int) -> bool:
    return (first + timedelta(number - 1)).month == first.month


def _next(weekday: str, today: date) -> date:
    return today + timedelta((WEEKDAYS.index(weekday) - today.weekday()) % 7)


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
    if reasons and opening.AROUND.search(turn.ask.text):
        beside = [timedelta(away) for away in range(-_BESIDE, _BESIDE + 1)]
        return [day + away for day in named for away in beside]
    if any(opening.EASTER.fullmatch(word) for word in feasts):
        reasons, within = list(turn.library.exceptions), _EASTER
    else:
        within = range(-7, 8)
    week = [timedelta(away) for away in within]
    codes = [branch.code for branch in turn.library.branches]
    return [
        day + away
        for day in named
        for away in week
        if any(one.applies(code, day + away) for one in reasons for code in codes)
    ]
