"""When the library is open, computed from its own facts."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any

from actions import aspects, days
from actions.ask import Ask
from actions.session import Session
from actions.signs import asking, opening
from actions.skills import answer
from actions.turn import Turn
from assistant.engine.understanding.times import library_hour
from assistant.hours import (
    HoursQuestion,
    Most,
    answer_hours,
    date_in_words,
    differing,
    opening_on,
    opens_yet,
)
from assistant.knowledge import Entry
from assistant.library import Branch
from assistant.model import Source, SourcesPart
from index.knowledge_words import stems
from index.text import Rule, has_han, plain

_OF_THAT_DAY = Rule(r"\b(?:today|yesterday)['’]?s\b", "[今昨前]天的")  # a paper, and no hours
_SHORT = 40  # characters of a question that leans on the one before
_PLAIN = 0.9  # and from which nothing else is meant
_WORD, _HAN_WORD = 4, 2  # letters of a word that tells what is asked
_CLEAR = 0.6  # confidence from which hours are meant though nothing is said to open
_FEW = 6  # days that differ, told at once
_MOST = 14  # and those of a season
_OF_ANY_DAY = ("midday", "evening", "night")  # parts of the day that are asked of the week
_AROUND = (timedelta(3), timedelta(10))  # before and after a feast whose closing days are asked
_ABOUT = (
    opening.FIRST,
    opening.LAST,
    opening.DIFFER,
    opening.EVERY,
    opening.WEEK,
    opening.HOUR,
    opening.ON_SHIFT,
    opening.OPEN_THEN,
    opening.CLOCK,
    opening.WHY,
    *(sign for sign, _ in (*opening.SEASONS, *opening.MONTHS)),
)
_OF_NOW = (opening.AGAIN, opening.NOW, opening.ARE_YOU)
_WHEN = ("date", "weekday", "part_of_day", "time")


def hours(turn: Turn) -> None:
    """The answer for the branch, days and time asked about, or the branch spoken of last."""
    if not turn.ask.pressed and opening.WHY.search(turn.ask.text):
        return _why(turn)
    if not turn.ask.pressed and opening.WISHED.search(turn.ask.text):
        return _wished(turn)
    if not turn.ask.pressed and _of_a_thing(turn):
        return turn.offer(turn.text("choice-hours"), "hours")
    question = _question(turn)
    if question.today:
        branch = {"branch": question.branch} if question.branch else {}
        turn.offer(turn.text("choice-week"), "hours", **branch)
    return _tell(turn, question)


def _tell(turn: Turn, question: HoursQuestion) -> None:
    turn.tell(answer_hours(turn.library, question, turn.language))
    turn.show(SourcesPart(sources=[_source(turn)]))
    if turn.session.topic not in ("answer", "hours"):
        turn.session.entry = ""
    turn.session.topic = "hours"
    return turn.ends("answered")


def today(turn: Turn) -> None:
    """Which day it is, and what time, where the library is."""
    at = turn.ask.now.astimezone(turn.library.zone)
    turn.say("today", day=date_in_words(at.date(), turn.language), time=f"{at:%H:%M}")
    return turn.ends("answered")


def asks_when(ask: Ask) -> bool:
    """Whether a message asks if we are open on a day or at an hour, whatever it was taken for."""
    opens, when = bool(opening.OPEN_THEN.search(ask.text)), ask.has(*_WHEN)
    if ask.intent == "hours":
        return opens or when
    now = opening.NOW.search(ask.text) or opening.ARE_YOU.search(ask.text)
    asked = when or ask.has("branch") or bool(now)
    return asked and opens and not opening.THING.search(ask.beside(*_WHEN))


def of_a_day(ask: Ask) -> bool:
    """Whether a message names but a day of what was told: "can I do it at East on Monday?"."""
    if not ask.has("date", "weekday") or len(ask.text) >= _SHORT or asking.HELD.search(ask.text):
        return False
    if _OF_THAT_DAY.search(ask.text):
        return False
    may = ask.has("branch") and asking.MAY.search(ask.text)
    return bool(may) or aspects.says_no_more(opening.COMES.sub(" ", _beside_hours(ask)))


def only_when(ask: Ask) -> bool:
    """Whether a message is a day and nothing else, perhaps with a branch: "the 31st", 24号呢."""
    rest = ask.beside(*_WHEN, "branch")
    return ask.has("date", "weekday") and not re.search(r"\w", opening.BESIDE.sub(" ", rest))


def only_closing(ask: Ask) -> bool:
    """Whether a message is "bank holidays" and no more."""
    return bool(opening.DIFFER.search(ask.text)) and says_no_more(ask)


def goes_on(ask: Ask, session: Session) -> bool:
    """Whether a short message goes on about hours: "the 6th?", "til when", 其他馆呢, "why"."""
    if session.topic != "hours" or len(ask.text) >= _SHORT:
        return False
    text = ask.text
    names = ask.has(*_WHEN, "branch") or days.counted(ask)
    return bool(names or any(sign.search(text) for sign in _ABOUT)) and says_no_more(ask)


def says_no_more(ask: Ask) -> bool:
    """Whether nothing is named but days, hours, branches, and that we open or close."""
    return not asking.HELD.search(ask.text) and aspects.says_no_more(_beside_hours(ask))


def _beside_hours(ask: Ask) -> str:
    """A message without days, hours, branches, and that we open or close."""
    rest = ask.beside(*_WHEN, "branch", "ordinal")
    for sign in (*(sign for sign, _ in opening.SHIFTS), *_ABOUT, opening.BESIDE):
        rest = sign.sub(" ", rest)
    return rest


def _wished(turn: Turn) -> None:
    """Longer hours are wished for: where such a wish is read."""
    turn.say("hours-wished")
    found = turn.services.answers.nearest(turn.text("ask-feedback"), turn.language, 1)
    if found and found[0].confidence >= turn.services.bounds.answer:
        return answer.give(turn, found[0].entry)
    turn.offer_human()
    return turn.ends("answered")


def too_early(turn: Turn) -> None:
    """We close too early for somebody: that is passed on, and our latest evening is told."""
    turn.say("hours-wished")
    turn.effect("note", reason="complaint")
    _tell(turn, HoursQuestion(now=turn.ask.now, week=True, most="last"))
    turn.session.when, turn.session.branch = {"week": True}, ""
    turn.offer_human("complaint")


def _of_a_thing(turn: Turn) -> bool:
    """What is no branch has hours of its own: told from the answers, if one speaks of it."""
    ask = turn.ask
    named = opening.THING.search(ask.beside(*_WHEN, "branch"))
    thing = next(filter(None, named.groups()), "") if named else ""
    thing = busy.group() if (busy := opening.BUSY.search(ask.text)) else thing
    when = ask.has(*_WHEN, "branch") or opening.OPENS.search(ask.text)
    unsure = ask.confidence < _CLEAR and not when
    more = ask.confidence < _PLAIN and not (ask.taught or opening.CLOCK.search(ask.text))
    if not (thing or unsure or (more and not says_no_more(ask))) or turn.library.branch_named(
        thing
    ):
        return False
    for text in dict.fromkeys((ask.text, thing or ask.text)):
        found = turn.services.answers.nearest(text, turn.language, 1)
        ours = found and found[0].entry.wording(turn.language).source.url == _source(turn).url
        sure = bool(found) and found[0].confidence >= turn.services.bounds.answer
        if sure and not ours and (text == thing or _names(found[0].entry, turn, thing, unsure)):
            answer.give(turn, found[0].entry)
            return True
    if opening.A_PLACE.search(thing):
        turn.say("hours-of-thing")
    return False


def _names(entry: Entry, turn: Turn, thing: str, unsure: bool) -> bool:
    """Whether an entry is asked for by the name of a thing, else by a word beside our hours."""
    wording = entry.wording(turn.language)
    asked = " ".join((wording.question, *wording.also))
    if thing or unsure:
        return plain(thing) in plain(asked)
    words = set(stems(aspects.more_than_asking(_beside_hours(turn.ask)))) & set(stems(asked))
    return any(len(word) >= (_HAN_WORD if has_han(word) else _WORD) for word in words)


def _source(turn: Turn) -> Source:
    return Source(title=turn.text("hours-source"), id="hours", url=f"{turn.library.url}/hours")


def _question(turn: Turn) -> HoursQuestion:
    again = not turn.ask.pressed and opening.AGAIN.search(turn.ask.text)
    if not turn.ask.pressed and opening.DIFFER.search(turn.ask.text) and not again:
        return _differing(turn)
    branch, when = _branch(turn), _when(turn)
    if again and when.get("days"):
        when["days"] = _until_open(turn, branch, date.fromisoformat(when["days"][-1]))
    turn.session.when = when
    asked = tuple(date.fromisoformat(day) for day in when.get("days", ()))
    since = [date.fromisoformat(when["since"])] if when.get("since") and not asked else []
    return HoursQuestion(
        now=turn.ask.now,
        branch=branch,
        date=next(iter(since or asked)) if len(since or asked) == 1 else None,
        days=asked if len(asked) > 1 else (),
        until=date.fromisoformat(when["until"]) if when.get("until") else None,
        part_of_day=when.get("part"),
        time=time.fromisoformat(when["time"]) if when.get("time") else None,
        today=bool(when.get("today")),
        week=bool(when.get("week")),
        most=_most(turn.ask) or _late(turn.ask, when),
    )


def _most(ask: Ask) -> Most | None:
    if opening.FIRST.search(ask.text):
        return "first"
    return "last" if opening.LAST.search(ask.text) else None


def _late(ask: Ask, when: dict[str, Any]) -> Most | None:
    """Of a week, until when at the latest, where the evening is asked about."""
    late = opening.HOW_LATE.search(ask.text) or ask.one("part_of_day") in _OF_ANY_DAY[1:]
    return "last" if late and when.get("week") else None


def _until_open(turn: Turn, branch: str | None, day: date) -> list[str]:
    """The day after which we open again: one that is closed tells when that is. Of an open day that
    is named ("open on christmas eve, and when after?") that day too, up to the one of opening."""
    places = [one for one in turn.library.branches if branch in (None, one.code)]

    def opens(on: date) -> bool:
        return any(opening_on(turn.library, place, on).spans for place in places)

    named = turn.ask.has("date", "weekday")
    if not opens(day) or (named and not opening.NEXT.search(turn.ask.text)):
        return [day.isoformat()]
    later = [day + timedelta(days) for days in range(1, _FEW)]
    opened = next((at for at, on in enumerate(later, 1) if opens(on)), len(later))
    told = [day, *later[:opened]] if named else later[:1]
    return [on.isoformat() for on in told]


def _differing(turn: Turn) -> HoursQuestion:
    """The days that differ: around the feast named, else after the day spoken of, or from today.

    Where a month or a season is named, those within it.
    """
    if not turn.ask.has("date") and (within := days.within(turn)):
        return _differing_within(turn, *within)
    named = days.asked(turn) if turn.ask.has("date") else []
    last = days.spoken_of(turn.session) if opening.NEXT.search(turn.ask.text) else []
    first = named[0] - _AROUND[0] if named else last[-1] + timedelta(1) if last else days.now(turn)
    branch = _branch(turn)
    places = [one for one in turn.library.branches if branch in (None, one.code)]
    found = differing(turn.library, places, max(first, days.now(turn)), _FEW)
    if named:
        found = [day for day in found if day <= named[-1] + _AROUND[1]]
    turn.session.when = {"days": [day.isoformat() for day in found[:1]]}
    return HoursQuestion(
        now=turn.ask.now, branch=branch, days=tuple(found), differ=True, week=not found
    )


def _differing_within(turn: Turn, first: date, last: date) -> HoursQuestion:
    branch = _branch(turn)
    places = [one for one in turn.library.branches if branch in (None, one.code)]
    found = [day for day in differing(turn.library, places, first, _MOST) if day <= last]
    turn.session.when = {"days": [day.isoformat() for day in found[:1]]}
    return HoursQuestion(
        now=turn.ask.now, branch=branch, date=first, days=tuple(found), differ=True, week=not found
    )


def _why(turn: Turn) -> None:
    """The library's reason for what was told of the days spoken of, where there is one."""
    spoken = days.spoken_of(turn.session) or [days.now(turn)]
    branch = turn.library.branch(turn.session.branch)
    places = [branch] if branch else turn.library.branches
    openings = [opening_on(turn.library, place, day) for day in spoken for place in places]
    reasons = dict.fromkeys(one.reason[turn.language] for one in openings if one.reason)
    if reasons:
        turn.say("hours-because", reasons=turn.text("list-comma").join(reasons))
        return turn.ends("answered")
    turn.say("hours-usual")
    turn.offer_human("unsure")
    return turn.ends("unsure")


def _when(turn: Turn) -> dict[str, Any]:
    """What is asked about, from the time of the year on that is, or so far was, spoken of."""
    when, since = _days_or_week(turn), days.since(turn)
    if since is None:
        return when
    within = days.within(turn)
    until = within[1].isoformat() if within else turn.session.when.get("until")
    asked = when if when.get("days") else {"week": True}
    return {**asked, "since": since.isoformat(), "until": until}


def _days_or_week(turn: Turn) -> dict[str, Any]:
    """Days, part of day and time asked about; the last question's for "and the other branch?"."""
    ask = turn.ask
    asked = {
        "days": [day.isoformat() for day in days.asked(turn)],
        "part": ask.one("part_of_day"),
        "time": ask.one("time") or _bare_hour(ask),
        "weekly": ask.has("weekday"),
    }
    given = {name: value for name, value in asked.items() if value}
    if _is_usual(turn) and not (asked["days"] or asked["time"]):
        return {"week": True, "part": asked["part"]}
    if (so_far := _so_far(turn, given)) is not None:
        return so_far
    if opening.HOW_LATE.search(ask.text) and not given:
        return {"today": True} if _opens_yet(turn) else {"week": True}
    if given or any(sign.search(ask.text) for sign in _OF_NOW):
        return given
    clock = opening.CLOCK.search(ask.text)
    return {"today": True} if clock and not ask.pressed else {"week": True}


def _is_usual(turn: Turn) -> bool:
    """Whether the usual week is asked for: "which day is it open latest", 晚上开吗."""
    ask = turn.ask
    daily = ask.one("part_of_day") in _OF_ANY_DAY or _most(ask)
    week = opening.WEEK.search(ask.text) and not opening.AGAIN.search(ask.text)
    return bool(week or (daily and not _on_a_day(turn)))


def _opens_yet(turn: Turn) -> bool:
    """Whether any of today's hours are left."""
    library = turn.library
    return any(opens_yet(library, place, turn.ask.now) for place in library.branches)


def _on_a_day(turn: Turn) -> bool:
    """Whether a day is spoken of, or now is asked about."""
    return bool(days.spoken_of(turn.session) or opening.NOW.search(turn.ask.text))


def _bare_hour(ask: Ask) -> str:
    """The hour that is said without morning or evening."""
    said = opening.HOUR.search(ask.text)
    hour = int(said[1]) if said else 24
    return f"{library_hour(hour):02d}:00" if hour < 24 else ""


def _so_far(turn: Turn, given: dict[str, Any]) -> dict[str, Any] | None:
    """What was asked before, for a short message that says less than that."""
    ask, session = turn.ask, turn.session
    spoken_of = session.topic == "hours" or opening.THEN.search(ask.text)
    follows = spoken_of and len(ask.text) < _SHORT and not ask.pressed
    if not follows or "days" in given or (opening.NOW.search(ask.text) and not given):
        return None  # 中午也开着吗 is of the day spoken of
    spoken = [day.isoformat() for day in days.spoken_of(session)]
    if given:
        return {"days": spoken, **given} if spoken and len(spoken) == 1 else None
    elsewhere = _named_branch(turn) or opening.EVERY.search(ask.text)
    again = (opening.CLOCK, opening.ARE_YOU, opening.OPEN_THEN, opening.FIRST, opening.LAST)
    of_it = spoken and any(sign.search(ask.text) for sign in again)
    return session.when if elsewhere or of_it else None


def _branch(turn: Turn) -> str | None:
    """Named now, or in the hours conversation so far; none where all are asked about."""
    ask, session, library = turn.ask, turn.session, turn.library
    if ask.pressed:
        branch = library.branch(str((ask.payload or {}).get("branch")))
    else:
        every = opening.EVERY.search(ask.text) or _most(ask) or len(ask.all("branch")) > 1
        so_far = "" if every else _spoken_of(turn)
        named = None if len(ask.all("branch")) > 1 else _named_branch(turn)
        branch = named or library.branch(so_far)
    session.branch = branch.code if branch else ""
    return session.branch or None


def _spoken_of(turn: Turn) -> str:
    """The branch of the hours told last, or that a question named which was answered since."""
    session = turn.session
    if session.topic != "answer":
        return session.branch if session.topic == "hours" else ""
    branch = turn.library.branch_named(session.question)
    return branch.code if branch else ""


def _named_branch(turn: Turn) -> Branch | None:
    ask, library = turn.ask, turn.library
    return library.branch(str(ask.one("branch"))) or library.branch_named(ask.text)
