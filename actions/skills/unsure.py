"""When it is not clear what a message asks: look in catalogue and answers, then ask once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from actions import filters as limits
from actions.answers import Match
from actions.skills import answer, find, people, refine, talk
from actions.turn import Turn
from assistant.errors import HoldingsUnavailable
from index.record import Query

_MAYBE = 0.3  # an answer to what nobody asks a library must be so likely to be named at all


def look(turn: Turn) -> None:
    """Show what is surely meant, wherever it is found; else one question, else a person."""
    ask = turn.ask
    if turn.session.frame and (limits.from_ask(ask) or limits.unwanted(ask)) and not ask.query:
        return refine.refine(turn)
    found = answer.nearest(turn)
    if _found(turn, found):
        return None
    if found and found[0].confidence >= turn.services.bounds.hint and turn.may_ask():
        return _ask(turn, found)
    return people.beyond(turn) if ask.near < 0 else people.not_sure(turn)


def far(turn: Turn) -> None:
    """Unlike all that a library is asked: only what is surely meant, else what we can do."""
    _look_first(turn, people.beyond)


def out_of_scope(turn: Turn) -> None:
    """What seems beyond us may still be on our shelves or in our answers."""
    _look_first(turn, people.beyond)


def nonsense(turn: Turn) -> None:
    """A word that nobody trained, a brand or a title, may be known all the same."""
    _look_first(turn, talk.nonsense)


def _look_first(turn: Turn, otherwise: Callable[[Turn], None]) -> None:
    """What is found, else a question if one of our answers may well be meant, else `otherwise`."""
    found = answer.nearest(turn)
    if _found(turn, found):
        return None
    if found and found[0].confidence >= _MAYBE and turn.may_ask():
        return _ask(turn, found)
    return otherwise(turn)


def _found(turn: Turn, found: Sequence[Match]) -> bool:
    """Answer from catalogue or knowledge base if one is sure; tells whether it was."""
    bounds, best = turn.services.bounds, found[0].confidence if found else 0.0
    known, topic = _catalogue(turn)
    if (known >= bounds.known and known >= best) or (
        topic >= bounds.known and best < bounds.answer
    ):
        find.find(turn)
    elif best >= bounds.answer:
        answer.give(turn, found[0].entry)
    else:
        return False
    return True


def _catalogue(turn: Turn) -> tuple[float, float]:
    """How surely the words name a record, and how surely a topic that there are records on."""
    if not turn.ask.query:
        return 0.0, 0.0
    try:
        page = turn.shelf.search(Query(text=turn.ask.query, limit=1))
    except HoldingsUnavailable:
        return 0.0, 0.0
    named = page.found.kind in ("known_item", "identifier")
    return (page.sureness, 0.0) if named else (0.0, page.sureness)


def _ask(turn: Turn, found: Sequence[Match]) -> None:
    """Which question is meant, or is it a search."""
    answer.ask_which(turn, found[:2])
    if turn.ask.query:
        text = turn.ask.query[:80]
        turn.offer(turn.text("choice-search", text=text[:40]), "find", text=text)
