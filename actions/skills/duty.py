"""When librarians are at their desk in the chat."""

from __future__ import annotations

from datetime import date

from actions import days, told
from actions.signs import opening
from actions.skills import waiting
from actions.turn import Turn
from assistant.hours import back_in_words, day_in_words, is_open, opens_yet, week_in_words
from index.text import Rule

_LIBRARIANS = Rule(
    r"\b(?:librarians?|staff|human|person|chat)\b",
    "馆员|客服|人工|真人|在线",
)


def duty(turn: Turn) -> None:
    """Now, on the days named or all week; a question that waits for a librarian is looked at."""
    if _of_an_answer(turn):
        return None
    waits, text = turn.session.topic == "human", turn.ask.text
    asked = days.asked(turn)
    timed = asked or opening.CLOCK.search(text) or opening.OPENS.search(text)
    if waits and not timed:
        return waiting.when(turn)
    turn.tell(_told(turn, asked))
    turn.session.when = {"days": [day.isoformat() for day in asked]} if asked else {}
    turn.session.topic = "human" if waits else "desk"
    turn.offer_human()
    return turn.ends("answered")


def _of_an_answer(turn: Turn) -> bool:
    """When whoever an answer tells of is there, if it tells a day: advice workers, a club."""
    entry = turn.services.answers.entry(turn.session.entry)
    if turn.session.topic != "answer" or entry is None or _LIBRARIANS.search(turn.ask.text):
        return False
    said = [one for one in told.sentences(entry, turn.language) if opening.NAMES_DAYS.search(one)]
    if said:
        told.tell(turn, entry, said)
    return bool(said)


def _told(turn: Turn, asked: list[date]) -> str:
    today = days.now(turn)
    named = turn.ask.has("weekday") or asked != [today]
    if asked and (named or not _missed(turn)):
        return "\n".join(_on(turn, day) for day in asked)
    if opening.WEEK.search(turn.ask.text):
        usual = week_in_words(turn.library, turn.library.desk, turn.ask.now, turn.language)
        return f"{turn.text('duty-week')}\n{usual}"
    left = opens_yet(turn.library, turn.library.desk, turn.ask.now)
    timed = opening.CLOCK.search(turn.ask.text) and left and not _missed(turn)
    return _on(turn, today) if timed else _now(turn)


def _on(turn: Turn, day: date) -> str:
    when, spans = day_in_words(turn.library, turn.library.desk, day, turn.ask.now, turn.language)
    return turn.text("duty-day" if spans else "duty-no-day", when=when, spans=spans)


def _missed(turn: Turn) -> bool:
    """Whether nobody is there in the hours when somebody should be."""
    status = is_open(turn.library, turn.library.desk, turn.ask.now)
    return status.until is not None and not turn.ask.staffed


def _now(turn: Turn) -> str:
    """Who is there goes before what the timetable says."""
    library, now = turn.library, turn.ask.now
    status = is_open(library, library.desk, now)
    if turn.ask.staffed:
        turn.question(yes="/human")
        until = f"{status.until:%H:%M}" if status.until is not None else "none"
        return turn.text("duty-on", until=until)
    opens = back_in_words(library, library.desk, now, turn.language)
    return turn.text("duty-off", opens=opens or "none")
