"""Reading a part of a message again: the second request in it, or the first of many questions.

The engine has classified the whole message; for a part there are its entities, by the same rules,
and a few plain signs of what it asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from actions.ask import Ask, Entity

_SIGNS = (
    ("human", re.compile(r"\b(?:librarian|human|real person|someone|staff member)\b.{0,20}$|找馆员|真人|人工|转人工", re.I)),
    ("hours", re.compile(r"\b(?:open|close[sd]?|opening|closing|hours)\b|开门|关门|开放|开馆|闭馆|几点|開門|關門|開放", re.I)),
    ("cite", re.compile(r"\bcit(?:e|ation)\b|\breference it\b|引用|参考文献|參考文獻", re.I)),
    ("where_is_it", re.compile(r"\bwhere (?:is|are|can i find) (?:it|they|them|the (?:first|second|third|last))\b|\bis it (?:in|available)\b|在哪|哪个馆|在不在架", re.I)),
    ("find_holdings", re.compile(r"\b(?:books?|novels?|films?|audiobooks?|e-?books?)\b|的书|小说|电影|书吗", re.I)),
)  # fmt: skip
_PLAIN = 0.6  # confidence of a sign


class Found(Protocol):
    @property
    def entity(self) -> str: ...
    @property
    def value(self) -> object: ...
    @property
    def negated(self) -> bool: ...


class Reader(Protocol):
    """`assistant.engine.understanding.reader.Reader`."""

    def read(self, text: str, today: date) -> Iterable[Found]: ...


def part_of(ask: Ask, text: str, reader: Reader) -> Ask:
    """The message as if only `text` had been said."""
    found = tuple(
        Entity(one.entity, one.value, one.negated) for one in reader.read(text, ask.now.date())
    )
    intent = next((name for name, sign in _SIGNS if sign.search(text)), "")
    confidence = _PLAIN if intent else 0.0
    return replace(ask, text=text, intent=intent, confidence=confidence, ranking=(), entities=found)
