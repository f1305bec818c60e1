"""After a search that found nothing: others of a kind that is named, and what there is instead."""

from __future__ import annotations

from typing import Any

from actions import at_hand
from actions import filters as limits
from actions.session import Frame
from actions.signs import leaning, listing, pointing
from actions.skills import find, nothing
from actions.turn import Turn
from assistant.engine.understanding.plain_words import content, names_something
from index.text import has_han


def kind_named(turn: Turn) -> str:
    """What others are wanted, where there is none to be like: romance in "any other romance"."""
    text = turn.ask.text
    if turn.ask.pressed or not nothing.is_last(turn):
        return ""
    if turn.ask.query or has_han(text):
        return turn.ask.query if turn.ask.query in at_hand.bare(text) else ""  # "shame, like it"
    return " ".join(content(leaning.ALIKE.sub(" ", turn.ask.beside(*limits.SETS, "branch"))))


def readers(turn: Turn) -> dict[str, Any]:
    """The limits of a message, and the child that the search which found nothing was for."""
    before = turn.session.frame.filters if turn.session.frame else {}
    other = pointing.FOR_ANOTHER.search(turn.ask.text)
    child = {k: v for k, v in before.items() if limits.of_the_young({k: v}) and not other}
    return child | limits.from_ask(turn.ask)


def instead(turn: Turn, before: Frame) -> None:
    """What there is for these readers, in this language or form; else what is wanted, by kinds."""
    kept = {k: v for k, v in before.filters.items() if k != "authors"}
    if kept and turn.shelf.search(find.query_of(Frame(filters=kept), limit=1)).hits:
        return find.begin(turn, Frame(filters=kept))
    return find.ask_what(turn)


def others(turn: Turn, before: Frame) -> Frame | None:
    """What is named in place of what was not found, without what was asked for beside that: "any
    other audiobooks" where there is none in Welsh."""
    named = limits.from_ask(turn.ask)
    if before.shown or not named:
        return None
    if _for_readers_alone(turn, before, named):
        return Frame(filters=readers(turn), asked=True)
    if not listing.ELSE.search(turn.ask.text):
        return None
    kept = readers(turn)
    return Frame(filters=kept) if before.text or kept != before.filters else None


def _for_readers_alone(turn: Turn, before: Frame, named: dict[str, Any]) -> bool:
    """Whether no topic is named again, after one on which there was nothing for these readers, or
    whatever is good for them: "just anything good for toddlers"."""
    if set(named) != {"audiences"} or not before.text or names_something(limits.affirmed(turn.ask)):
        return False
    again = before.filters.get("audiences") == named["audiences"]
    return again or bool(listing.OF_WHATEVER.search(turn.ask.text))
