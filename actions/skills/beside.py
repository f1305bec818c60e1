"""What is asked for beside the words of a message: in it, or in what was said just before."""

from __future__ import annotations

from typing import Any

from actions import filters as limits
from actions.session import Frame
from actions.skills import about
from actions.turn import Turn
from index.record import Query

_SHORT = 25  # characters of a message that leans on the answer before it


def by_one(turn: Turn, limited: dict[str, Any]) -> dict[str, Any]:
    """Of authors who wrote nothing together the first; each other is a press away."""
    first, *others = limited.get("authors") or [""]
    if not others or turn.shelf.search(Query(filters=limits.load_filters(limited), limit=1)).hits:
        return limited
    for name in others:
        turn.offer(turn.text("choice-search", text=name), "find", filters={"authors": [name]})
    return limited | {"authors": [first]}


def given(turn: Turn) -> dict[str, Any]:
    """The filters in the message, after those named in what was answered just now. A branch in a
    question about one search is a filter of it."""
    told = limits.from_ask(turn.ask)
    kept = turn.session.limited if turn.session.topic == "answer" else {}
    if not kept or not turn.ask.query or len(turn.ask.text) >= _SHORT:
        return told
    for spoken_of in (kept, {"formats": kept["formats"]}):
        wanted = Frame(text=turn.ask.query, filters={**spoken_of, **told})
        query = Query(text=wanted.text, filters=limits.load_filters(wanted.filters), limit=1)
        if turn.shelf.search(query).hits:
            return wanted.filters
        turn.say("nothing", about=about.about_words(turn, wanted))
    return told


def subject(turn: Turn, limited: dict[str, Any]) -> str:
    """What the answer just given was asked about: "any books too", "true stories"."""
    leans = turn.session.topic == "answer" and "authors" not in limited
    return turn.session.subject if leans else ""
