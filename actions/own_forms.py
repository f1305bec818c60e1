"""A form and no more, after an answer that tells of it beside others: "and films?", DVD呢."""

from __future__ import annotations

from actions import told
from actions.signs import asking
from actions.turn import Turn
from assistant.engine.understanding.limits import limits
from assistant.engine.understanding.plain_words import names_something
from assistant.knowledge import Entry


def sentences(turn: Turn, last: Entry) -> list[str]:
    """What the answer just given tells of the form that is named; none where it tells nothing."""
    ask, asked = turn.ask, set(turn.ask.all("format"))
    anew = asking.ASKING.search(ask.text) and not asking.GOES_ON.search(ask.text)
    if ask.pressed or not asked or anew or names_something(ask.beside("format")):
        return []
    return [one for one in told.sentences(last, turn.language) if asked & _forms(one)]


def _forms(text: str) -> set[object]:
    """The forms that an answer names, read by the rules that read readers' messages."""
    return {found.value for found in limits(text) if found.entity == "format"}
