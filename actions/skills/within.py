"""A part of the list at hand, by what its records say: set in France, for beginners."""

from __future__ import annotations

from dataclasses import replace as replace_ask
from typing import Any

from msgspec.structs import replace

from actions import borne, having
from actions import filters as limits
from actions.ask import Ask, Entity
from actions.session import Frame
from actions.shelf import Page
from actions.signs import adding, asking, leaning, listing, orders
from actions.skills import another, find, nothing
from actions.turn import Turn
from index.record import Query
from index.text import has_han
from index.works import proper_title

_LOOKED = 10  # records of which one must be on both topics
_FIRST = 3  # and one of the first, where words of another language tell it
_ALL = 200  # of the list at hand


def for_beginners(turn: Turn) -> bool:
    """Show those of the list that say they are for beginners, or that none does; tells whether it
    was asked."""
    before = turn.session.frame if turn.session.topic == "holdings" else None
    wanted = not turn.ask.pressed and listing.FOR_BEGINNERS.search(turn.ask.text)
    if before is None or not wanted:
        return False
    if before.lacks:
        nothing.still(turn, before)
    elif part := _part(turn, before, having.BEGINNERS, {}):
        find.begin(turn, part)
    else:
        turn.say("beginners-untold")
        turn.offer_human()
        turn.ends("asked")
    return True


def placed(turn: Turn, before: Frame, words: str, change: dict[str, Any]) -> Frame | None:
    """Stories of the list that are set where or when a message says."""
    here = having.PLACED.search(turn.ask.text) and not has_han(words)
    return said(turn, before, words, change) if here else None


def with_place(ask: Ask) -> Ask:
    """The message with the place or time as words to search for, where none of it was tagged."""
    told = None if ask.pressed or ask.entities else having.PLACED.search(ask.text)
    words = ask.text[told.end() :].strip(" ,.?!") if told else ""
    if not words:
        return ask
    at = ask.text.find(words)
    named = Entity("query", words, start=at, end=at + len(words))
    return replace_ask(ask, entities=(named,))


def gives_way(text: str) -> bool:
    """Whether a message goes on to something else, corrects or widens what was said last."""
    return any(sign.search(text) for sign in (asking.GOES_ON, leaning.CORRECTION, adding.OR))


def without(frame: Frame) -> Frame:
    """The list before such words narrowed it: what was added last gives way to "no, indian"."""
    kept = {name: value for name, value in frame.filters.items() if name != having.FILTER}
    return replace(frame, filters=kept, total=0) if kept != frame.filters else frame


def said(turn: Turn, before: Frame, words: str, change: dict[str, Any]) -> Frame | None:
    """Those of the list that have the words; None where none has them."""
    alone = having.alone(turn.ask.text, words)
    return _part(turn, before, words if alone else having.in_words(turn.ask.text, words), change)


def of_a_mood(turn: Turn, before: Frame, words: str, change: dict[str, Any]) -> Frame | None:
    """Those of the list whose records say that they are so: "something funnier"; None for fewer
    than two."""
    part = _part(turn, before, words, change)
    several = part and turn.shelf.search(find.query_of(part)).found.total > 1
    order = orders.among(turn.ask.text)
    return replace(part, order=order or part.order) if part and several else None


def _part(turn: Turn, before: Frame, phrase: str, change: dict[str, Any]) -> Frame | None:
    phrase = having.mood_word(phrase)
    had = "" if asking.GOES_ON.search(turn.ask.text) else _had(before)
    told = {having.FILTER: [f"{had} {phrase}".strip()]}
    filters = limits.narrowed(before.filters, change | told)
    frame = replace(before, filters=filters, shown=[], page=0, asked=True)
    return frame if turn.shelf.search(find.query_of(frame)).hits else None


def _had(before: Frame) -> str:
    """What the records must say already; whom they are for is no word to look for."""
    return " ".join(one for one in before.filters.get(having.FILTER, ()) if one != having.BEGINNERS)


def on_both(turn: Turn, before: Frame, page: Page, words: str) -> bool:
    """Whether one of the records bears both topics, or the new one and is on the list at hand."""
    records = [hit.record for hit in page.hits]
    if borne.by_any(records, another.both(before.text, words) if before.text else words):
        return True
    listed = turn.shelf.search(find.query_of(before, limit=_ALL)).hits
    ids = {hit.record.id for hit in listed}
    if borne.by_any([one for one in records if one.id in ids], words):
        return True
    alone = turn.shelf.search(Query(text=words, limit=_LOOKED))
    near = (
        has_han(words)
        and alone.found.kind == "topic"
        and alone.sureness >= turn.services.bounds.near
    )
    best = {hit.record.id for hit in listed[:_LOOKED]} & set(alone.ids[:_FIRST])
    return near and bool(best & {one.id for one in records[:_FIRST]})


def titled(turn: Turn, title: str) -> bool:
    """Whether a record on the screen is called so: "beloved", after Toni Morrison."""
    told = proper_title(title)
    return any(proper_title(one.title) == told for one in turn.shelf.records(turn.session.listed))
