"""A part of a message as if it were the whole: what stands after thanks, the first of many.

The engine has read and classified the whole message; of a part there are the entities that stand
in it, and a few plain signs of what it asks.
"""

from __future__ import annotations

from dataclasses import replace

from actions.ask import Ask
from actions.signs import asking

_PLAIN = 0.6  # confidence of a sign


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
    intent = next((name for name, sign in asking.KINDS if sign.search(text)), "")
    confidence = _PLAIN if intent else 0.0
    return replace(ask, text=text, intent=intent, confidence=confidence, ranking=(), entities=kept)
