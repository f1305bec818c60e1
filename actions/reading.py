"""Reading a part of a message again: the second request in it, or the first of many questions.

The engine has classified the whole message; for a part there are its entities, by the same rules,
and a few plain signs of what it asks.
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


def part_of(ask: Ask, text: str, reader: Reader) -> Ask:
    """The message as if only `text` had been said."""
    found = tuple(
        Entity(one.entity, one.value, one.negated, one.start, one.end)
        for one in reader.read(text, ask.now.date())
    )
    intent = next((name for name, sign in asking.KINDS if sign.search(text)), "")
    confidence = _PLAIN if intent else 0.0
    return replace(ask, text=text, intent=intent, confidence=confidence, ranking=(), entities=found)
