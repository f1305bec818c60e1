"""After a search that found nothing: others of a kind that is named, and what there is instead."""

from __future__ import annotations

from actions import filters as limits
from actions.session import Frame
from actions.signs import leaning
from actions.skills import find, nothing
from actions.turn import Turn
from assistant.engine.understanding.plain_words import content
from index.text import has_han


def kind_named(turn: Turn) -> str:
    """What others are wanted, where there is none to be like: romance in "any other romance"."""
    text = turn.ask.text
    if turn.ask.pressed or not nothing.is_last(turn):
        return ""
    if turn.ask.query or has_han(text):
        return turn.ask.query
    return " ".join(content(leaning.ALIKE.sub(" ", turn.ask.beside(*limits.SETS, "branch"))))


def instead(turn: Turn, before: Frame) -> None:
    """What there is for these readers, in this language or form; else what is wanted, by kinds."""
    kept = {k: v for k, v in before.filters.items() if k != "authors"}
    if kept and turn.shelf.search(find.query_of(Frame(filters=kept), limit=1)).hits:
        return find.begin(turn, Frame(filters=kept))
    return find.ask_what(turn)


def others(turn: Turn, before: Frame) -> None:
    """What is named again, without what was asked for beside it and cannot be had: "any other
    audiobooks" where there is none in Welsh."""
    named = limits.from_ask(turn.ask)
    kept = {k: v for k, v in before.filters.items() if k in named or limits.of_the_young({k: v})}
    if kept == before.filters:
        nothing.again(turn)
    else:
        find.begin(turn, Frame(filters=kept))
