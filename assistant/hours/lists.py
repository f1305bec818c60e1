"""Hours as lists: a line for each branch, or a line for each run of equal days of the week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from assistant.facts import Text
from assistant.hours.opening import usual_spans
from assistant.hours.teller import Teller
from assistant.timetable import Place

NOTICE_DAYS = 14  # how far ahead an answer about the usual week warns of days that differ


def tell_week(teller: Teller, place: Place) -> str:
    """The usual week of one place, and the days soon on which it does not hold."""
    said = {"place": place.name[teller.language], "why": _why_usual(teller, place)}
    since = teller.question.date
    heading = teller.say("week-from", date=teller.dated(since), **said) if since else ""
    heading = heading or teller.say("week", **said)
    first = [*_midday(teller, [place]), *_most_of_week(teller, [place])]
    return "\n".join([*first, heading, week_lines(teller, place)])


def week_lines(teller: Teller, place: Place) -> str:
    lines = [
        teller.say("week-line", days=days, hours=hours) for days, hours in _runs(teller, place)
    ]
    return "\n".join([*lines, *_notices(teller, [place])])


def tell_all(teller: Teller) -> str:
    """The answer for every branch: yes or no first, then a line for each."""
    places = teller.library.branches
    if teller.kind == "week":
        return _week_of_all(teller, places)
    if teller.kind == "days":
        return tell_days(teller, places)
    some_open = any(map(teller.says_yes, places))
    shared = None if some_open else _shared_reason(teller, places)
    lines = [_place_line(teller, place, some_open=some_open, shared=shared) for place in places]
    heading = _most(teller, places) or _heading(teller, some_open=some_open, shared=shared)
    return "\n".join([heading, *lines])


def _week_of_all(teller: Teller, places: Sequence[Place]) -> str:
    lines = [
        _line(teller, place, _week_in_a_line(teller, place), _why_usual(teller, place))
        for place in places
    ]
    since = teller.question.date
    heading = teller.say("all-week-from", date=teller.dated(since)) if since else ""
    heading = heading or teller.say("all-week")
    first = [*_midday(teller, places), *_most_of_week(teller, places)]
    return "\n".join([*first, heading, *lines, *_notices(teller, places)])


def _midday(teller: Teller, places: Sequence[Place]) -> list[str]:
    """Whether each place closes at midday, where that is asked."""
    if teller.question.part_of_day != "midday":
        return []
    week = [teller.day + timedelta(days=away) for away in range(7)]
    breaks = {place.name[teller.language]: teller.midday_break(place, week) for place in places}
    return [
        teller.say("midday-break" if spans else "midday-open", place=name, spans=spans)
        for name, spans in breaks.items()
    ]


def _most_of_week(teller: Teller, places: Sequence[Place]) -> list[str]:
    """Where and on which days of the week is opened first or closed last, where that is asked."""
    if (most := teller.question.most) is None:
        return []
    week = sorted((teller.day + timedelta(days=away) for away in range(7)), key=date.weekday)
    spans = [
        (place, day, held)
        for place in places
        for day in week
        if (held := usual_spans(place, day)[0])
    ]
    ends = [
        (place, day, held[0].opens if most == "first" else held[-1].closes)
        for place, day, held in spans
    ]
    if not ends:
        return []
    at = (min if most == "first" else max)(end for *_, end in ends)
    named = [
        teller.say("place-days", place=place.name[teller.language], days=_days(teller, days))
        for place in places
        if (days := [day for where, day, end in ends if where is place and end == at])
    ]
    return [teller.say(f"week-{most}", place=teller.say("and").join(named), time=teller.clock(at))]


def _days(teller: Teller, days: Sequence[date]) -> str:
    """Weekdays in a row by the first and last of them, others one by one."""
    first, last = days[0], days[-1]
    if len(days) > 2 and last.weekday() - first.weekday() == len(days) - 1:
        return teller.say("days", first=teller.weekday(first), last=teller.weekday(last))
    return teller.say("and").join(map(teller.weekday, days))


def _why_usual(teller: Teller, place: Place) -> str:
    """The season whose week is told, where it has one."""
    return teller.why(next((one.reason for one in place.seasons if one.holds(teller.day)), None))


def _most(teller: Teller, places: Sequence[Place]) -> str:
    """Which place opens first or closes last on the day asked about; empty where nobody asks."""
    most = teller.question.most
    spans = {place.name[teller.language]: teller.opening(place).spans for place in places}
    ends = {
        name: held[0].opens if most == "first" else held[-1].closes
        for name, held in spans.items()
        if held
    }
    if most is None or teller.kind != "day" or not ends:
        return ""
    at = min(ends.values()) if most == "first" else max(ends.values())
    named = teller.say("and").join(name for name, end in ends.items() if end == at)
    return teller.say(
        f"most-{most}", place=named, time=teller.clock(at), when=teller.when(teller.day)
    )


def tell_days(teller: Teller, places: Sequence[Place]) -> str:
    """Several days, a line each; a long row of them is cut."""
    alone = places[0].name[teller.language] if len(places) == 1 else ""
    key = "differ" if teller.question.differ else "days"
    heading = teller.say(f"{key}-of", place=alone) if alone else teller.say(f"all-{key}")
    days = teller.question.days[:NOTICE_DAYS]
    return "\n".join([heading, *(_notice(teller, places, day) for day in days)])


def _week_in_a_line(teller: Teller, place: Place) -> str:
    return teller.say("semicolon").join(map(" ".join, _runs(teller, place)))


def _runs(teller: Teller, place: Place) -> Iterator[tuple[str, str]]:
    """Runs of days with equal hours from Monday on, and those hours."""
    days = sorted((teller.day + timedelta(days=away) for away in range(7)), key=date.weekday)
    for hours, same in groupby(days, lambda day: teller.ranges(usual_spans(place, day)[0])):
        first, *others = map(teller.weekday, same)
        key = "two-days" if len(others) == 1 else "days"
        yield teller.say(key, first=first, last=others[-1]) if others else first, hours


def _notices(teller: Teller, places: Sequence[Place]) -> list[str]:
    """A line for each day soon on which the usual week does not hold somewhere."""
    noted = []
    until = teller.question.until
    days = (until - teller.day).days + 1 if until else NOTICE_DAYS
    for day in (teller.day + timedelta(days=away) for away in range(days)):
        if any(teller.opening(place, day).exceptional for place in places):
            noted.append(_notice(teller, places, day))
    return [teller.say("week-differs"), *noted] if noted else []


def _notice(teller: Teller, places: Sequence[Place], day: date) -> str:
    openings = {place.name[teller.language]: teller.opening(place, day) for place in places}
    reasons = dict.fromkeys(teller.why(one.reason) for one in openings.values() if one.exceptional)
    hours = [f"{name} {teller.ranges(one.spans)}" for name, one in openings.items()]
    if len(places) == 1 or not any(one.spans for one in openings.values()):
        hours = [teller.ranges(next(iter(openings.values())).spans)]
    said = {"days": teller.dated(day), "hours": teller.say("semicolon").join(hours)}
    return teller.say("week-line", **said) + "".join(reasons)


def _shared_reason(teller: Teller, places: Sequence[Place]) -> Text | None:
    """The reason that keeps every branch closed all day, if it is the same one."""
    openings = [teller.opening(place) for place in places]
    first = openings[0].reason
    same = all(opening.reason == first and not opening.spans for opening in openings)
    return first if same else None


def _heading(teller: Teller, *, some_open: bool, shared: Text | None) -> str:
    answer = "past" if teller.kind == "past" else "yes" if some_open else "no"
    kind = "day" if teller.kind == "past" else teller.kind
    return teller.say(
        f"all-{kind}-{answer}",
        when=teller.when(teller.day),
        Start=teller.when(teller.day, "start-"),
        why=teller.why(shared),
        part=teller.asked_part(),
        at=teller.asked_time(),
    )


def _place_line(teller: Teller, place: Place, *, some_open: bool, shared: Text | None) -> str:
    reason = teller.opening(place).reason
    why = teller.why(reason if shared is None else None)
    if teller.kind == "now":
        return _now_line(teller, place, why, some_open=some_open)
    if teller.kind != "past" and not some_open and not teller.opening(place).spans:
        return _closed_line(teller, place, teller.opens_after_day(place), why)
    return _line(teller, place, _on_day(teller, place), why)


def _line(teller: Teller, place: Place, hours: str, why: str = "") -> str:
    return teller.say("line", place=place.name[teller.language], hours=hours, why=why)


def _now_line(teller: Teller, place: Place, why: str, *, some_open: bool) -> str:
    status = teller.status(place)
    if status.until is None:
        at_rest = teller.on_break(place)
        opens = status.opens_next
        return _closed_line(teller, place, opens, why, some_open=some_open, on_break=at_rest)
    again = teller.later_today(place)
    key = "line-again" if again else "line-until"
    said = teller.say(key, until=teller.clock(status.until), again=teller.ranges(again))
    return _line(teller, place, said, why)


def _closed_line(
    teller: Teller,
    place: Place,
    opens: datetime | None,
    why: str,
    *,
    some_open: bool = False,
    on_break: bool = False,
) -> str:
    if opens is None:
        return _line(teller, place, teller.say("line-never"), why)
    key = "line-break" if on_break else "line-opens" if some_open else "line-opens-again"
    said = teller.say(key, next=teller.when(opens.date()), time=teller.clock(opens), why=why)
    return _line(teller, place, said)


def _on_day(teller: Teller, place: Place) -> str:
    spans = teller.opening(place).spans
    if teller.kind in ("day", "past") or not spans:
        return teller.ranges(spans)
    key = "line-open" if teller.says_yes(place) else "line-closed-then"
    key = "line-over" if key == "line-closed-then" and teller.is_over(place) else key
    return teller.say(key, spans=teller.ranges(spans))
