"""When librarians are at their desk in the chat."""

from __future__ import annotations

from datetime import date

from actions import days
from actions.signs import opening
from actions.skills import waiting
from actions.turn import Turn
from assistant.hours import day_in_words, is_open, opens_in_words, week_in_words


def duty(turn: Turn) -> None:
    """Now, on the days named or all week; a question that waits for a librarian is looked at."""
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


def _told(turn: Turn, asked: list[date]) -> str:
    if asked:
        return "\n".join(_on(turn, day) for day in asked)
    if opening.WEEK.search(turn.ask.text):
        usual = week_in_words(turn.library, turn.library.desk, turn.ask.now, turn.language)
        return f"{turn.text('duty-week')}\n{usual}"
    return _on(turn, days.now(turn)) if opening.CLOCK.search(turn.ask.text) else _now(turn)


def _on(turn: Turn, day: date) -> str:
    when, spans = day_in_words(turn.library, turn.library.desk, day, turn.ask.now, turn.language)
    return turn.text("duty-day" if spans else "duty-no-day", when=when, spans=spans)


def _now(turn: Turn) -> str:
    library, now = turn.library, turn.ask.now
    status = is_open(library, library.desk, now)
    if status.until is not None:
        turn.question(yes="/human")
        return turn.text("duty-on", until=f"{status.until:%H:%M}")
    opens = opens_in_words(library, library.desk, now, turn.language)
    return turn.text("duty-off", opens=opens or "none")
