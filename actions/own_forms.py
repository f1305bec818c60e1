"""A form and no more, after an answer that tells of it beside others: "and films?", DVD呢."""

from __future__ import annotations

from actions import told
from actions.turn import Turn
from assistant.engine.understanding.limits import limits
from assistant.engine.understanding.plain_words import names_something
from assistant.knowledge import Entry


def sentences(turn: Turn, last: Entry) -> list[str]:
    """What the answer just given tells of the form that is named; none where it tells nothing."""
    asked = set(turn.ask.all("format"))
    if turn.ask.pressed or not asked or names_something(turn.ask.beside("format")):
        return []
    return [one for one in told.sentences(last, turn.language) if asked & _forms(one)]


def _forms(text: str) -> set[object]:
    """The forms that an answer names, read by the rules that read readers' messages."""
    return {found.value for found in limits(text) if found.entity == "format"}
