"""Answers to questions about opening hours: one branch in a sentence, several in a list."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from assistant.hours.lists import tell_all, tell_days, tell_week, week_lines
from assistant.hours.opening import Opening, is_open, next_opening
from assistant.hours.teller import HoursQuestion, Teller
from assistant.library import Library
from assistant.model import Language
from assistant.timetable import Place

_WORTH_WAITING = timedelta(minutes=30)


def answer_hours(library: Library, question: HoursQuestion, language: Language) -> str:
    """A short answer in plain text. Raises KeyError for a branch code that the library lacks."""
    teller = Teller(library, question, language)
    place = library.branch(question.branch) if question.branch else None
    if question.branch and place is None:
        raise KeyError(f"no branch has the code {question.branch!r}")
    if place is None and len(library.branches) > 1:
        return tell_all(teller)
    return _tell(teller, place or library.branches[0])


def back_in_words(library: Library, place: Place, now: datetime, language: Language) -> str | None:
    """When somebody is back at a place where nobody is: "later today (until 18:30)" in its hours,
    but for their last minutes, else when they begin next; None if unplanned."""
    teller = Teller(library, HoursQuestion(now=now), language)
    until = is_open(library, place, now).until
    if until is not None and until - now >= _WORTH_WAITING:
        return teller.say("later-today", time=teller.clock(until))
    opens = next_opening(library, place, now)
    return None if opens is None else teller.say("next", **_next(teller, opens))


def day_in_words(
    library: Library, place: Place, day: date, now: datetime, language: Language
) -> tuple[str, str]:
    """The day, as at the beginning of a sentence, and its hours; "" for a day without any."""
    teller = Teller(library, HoursQuestion(now=now, date=day), language)
    spans = teller.opening(place).spans
    return teller.when(day, "start-"), teller.ranges(spans) if spans else ""


def week_in_words(library: Library, place: Place, now: datetime, language: Language) -> str:
    """The usual week of a place, a line for each run of equal days, and days soon that differ."""
    return week_lines(Teller(library, HoursQuestion(now=now, week=True), language), place)


def _tell(teller: Teller, place: Place) -> str:
    if teller.kind == "week":
        return tell_week(teller, place)
    if teller.kind == "days":
        return tell_days(teller, [place])
    if teller.kind == "now":
        return _right_now(teller, place)
    if teller.kind == "past":
        return _past(teller, place)
    if not teller.says_yes(place) and not teller.opening(place).spans:
        return _closed_day(teller, place)
    return _future(teller, place)


def _right_now(teller: Teller, place: Place) -> str:
    status = teller.status(place)
    args = {"place": place.name[teller.language], "why": teller.why(status.reason)}
    if status.until is not None:
        return _open_now(teller, place, status.until, args)
    if status.opens_next is None:
        return teller.say("now-never", phone=teller.library.phone, **args)
    key = "now-break" if teller.on_break(place) else "now-closed"
    return teller.say(key, **_next(teller, status.opens_next), **args)


def _open_now(teller: Teller, place: Place, until: datetime, args: dict[str, str]) -> str:
    later = teller.later_today(place)
    key = "now-open-again" if later else "now-open"
    return teller.say(key, until=teller.clock(until), again=teller.spans(later), **args)


def _past(teller: Teller, place: Place) -> str:
    opening = teller.opening(place)
    said = {"date": teller.dated(teller.day), "hours": teller.ranges(opening.spans)}
    return teller.say("day-past", **said, **_about(teller, place, opening))


def _closed_day(teller: Teller, place: Place) -> str:
    args, opens = _about(teller, place, teller.opening(place)), teller.opens_after_day(place)
    if opens is None:
        return teller.say("day-closed-for-now", phone=teller.library.phone, **args)
    return teller.say("day-closed", **_next(teller, opens), **args)


def _future(teller: Teller, place: Place) -> str:
    """A day that has hours, whether or not they cover the time or part of day asked about."""
    opening = teller.opening(place)
    args = _about(teller, place, opening) | {"spans": teller.spans(opening.spans)}
    if teller.kind == "day":
        return teller.say("day-open", **args)
    answer = "yes" if teller.says_yes(place) else "no"
    if teller.question.part_of_day == "midday" and teller.kind == "part":
        rest = teller.midday_break(place, [opening.day])
        answer = "break" if rest and len(opening.spans) > 1 else answer
        args |= {"break": rest}
    if teller.kind == "part":
        return teller.say(f"part-{answer}", part=teller.asked_part(), **args)
    until = teller.status(place).until
    said = {"at": teller.asked_time(), "until": teller.clock(until) if until else ""}
    return teller.say(f"time-{answer}", **said, **args)


def _about(teller: Teller, place: Place, opening: Opening) -> dict[str, str]:
    return {
        "place": place.name[teller.language],
        "when": teller.when(opening.day),
        "Start": teller.when(opening.day, "start-"),
        "why": teller.why(opening.reason),
    }


def _next(teller: Teller, opens: datetime) -> dict[str, str]:
    return {"next": teller.when(opens.date()), "time": teller.clock(opens)}
