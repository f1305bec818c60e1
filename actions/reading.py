"""A part of a message as if it were the whole: what stands after thanks, the first of many.

The engine has read and classified the whole message; of a part there are the entities that stand
in it, and a few plain signs of what it asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from actions.ask import Ask, Entity
from actions.signs import asking

_PLAIN = 0.6  # confidence of a sign


class Found(Protocol):
    @property
    def entity(self) -> str: ...
    @property
    def value(self) -> object: ...
    @property
    def negated(self) -> bool: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Reader(Protocol):
    """`assistant.engine.understanding.reader.Reader`."""

    def read(self, text: str, today: date) -> Iterable[Found]: ...


def within(ask: Ask, start: int, end: int) -> Ask:
    """The message as if only `text[start:end]` had been said."""
    return without(without(ask, end, len(ask.text)), 0, start)


def without(ask: Ask, start: int, end: int) -> Ask:
    """The message as if `text[start:end]` had not been said."""
    text, gone = ask.text[:start] + ask.text[end:], end - start
    kept = tuple(
        replace(one, start=one.start - gone, end=one.end - gone) if one.start >= end else one
        for one in ask.entities
        if one.end <= start or one.start >= end
    )
    return _said(ask, text, kept)


def of_item(ask: Ask, text: str, reader: Reader) -> Ask:
    """The message as if `text` had been said, which names no topic: "cite it in MLA"."""
    found = tuple(
        Entity(one.entity, one.value, one.negated, one.start, one.end)
        for one in reader.read(text, ask.now.date())
    )
    return _said(ask, text, found)


def _said(ask: Ask, text: str, entities: tuple[Entity, ...]) -> Ask:
    intent = next((name for name, sign in asking.KINDS if sign.search(text)), "")
    confidence = _PLAIN if intent else 0.0
    return replace(
        ask, text=text, intent=intent, confidence=confidence, ranking=(), entities=entities
    )
