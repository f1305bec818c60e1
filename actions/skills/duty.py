"""When librarians are at their desk in the chat."""

from __future__ import annotations

from datetime import date

from actions.skills import hours, waiting
from actions.turn import Turn
from assistant.hours import day_in_words, is_open, opens_in_words


def duty(turn: Turn) -> None:
    """Now or on the days named; a question that waits for a librarian already is looked at."""
    if turn.session.topic == "human":
        return waiting.when(turn)
    days = hours.days_asked(turn)
    told = [_on(turn, day) for day in days] if days else [_now(turn)]
    turn.tell("\n".join(told))
    turn.offer_human()
    return turn.ends("answered")


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
