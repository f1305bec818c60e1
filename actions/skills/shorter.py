"""Fewer words to search for, where no record has what all of them tell."""

from __future__ import annotations

from actions import filters as limits
from actions.session import Frame
from actions.skills import about, fit
from actions.turn import Turn
from index.record import Query


def words(turn: Turn, frame: Frame) -> str:
    """Where nothing was found, the telling words of a long wish, or, once it is said that nothing
    has them all, the wider topic that they end with; "" when there are none."""
    if turn.ask.pressed or frame.said != frame.text:
        return ""
    fewer = about.telling(frame.text)
    if fewer and turn.shelf.search(Query(text=fewer, filters=limits.wanted(frame))).hits:
        return fewer
    if topic := fit.head(turn, frame):
        turn.say("nothing", about=about.about_words(turn, frame))
    return topic
