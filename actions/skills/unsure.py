"""When it is not clear what a message asks: look in catalogue and answers, then ask once."""

from __future__ import annotations

from actions import filters as limits
from actions.answers import Match
from actions.skills import answer, find, people, refine
from actions.turn import Turn
from assistant.errors import HoldingsUnavailable
from index.record import Query


def look(turn: Turn) -> None:
    """Show what is surely meant, wherever it is found; else one question, else a person."""
    ask, bounds = turn.ask, turn.services.bounds
    if turn.session.frame and (limits.from_ask(ask) or limits.unwanted(ask)) and not ask.query:
        return refine.refine(turn)
    found = answer.nearest(turn)
    best = found[0].confidence if found else 0.0
    known, topic = _catalogue(turn)
    if known >= bounds.known and known >= best:
        return find.find(turn)
    if best >= bounds.answer:
        return answer.give(turn, found[0].entry)
    if topic >= bounds.known:
        return find.find(turn)
    if best >= bounds.hint and turn.may_ask():
        return _ask(turn, found)
    return people.not_sure(turn)


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


def _ask(turn: Turn, found: list[Match]) -> None:
    """Which question is meant, or is it a search."""
    answer.ask_which(turn, found[:2])
    if turn.ask.query:
        text = turn.ask.query[:80]
        turn.offer(turn.text("choice-search", text=text[:40]), "find", text=text)
