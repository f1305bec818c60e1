"""How many people are to sit somewhere: "for 8 people?", 20个人."""

from __future__ import annotations

import re

from assistant.engine.understanding.times import number
from index.text import Rule

_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_WORDS |= {"ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40}
_COUNTED = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_WORDS)})\s+(?:people|persons?|of us|students|guests|adults|seats)\b"
    r"|(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:来|多)?[个位名]?人(?![工员])",
    re.IGNORECASE,
)
_BESIDE = Rule(
    r"\b(?:rooms?|meeting|hall|space|group|seats?|fits?|big enough|large|around"
    r"|about|up to|at least)\b",
    "会议室|研讨室|房间|大概|大约|左右|至少|坐得下|坐|够|用|行|一起|开会",
)
_HOLDS = re.compile(r"(\d{1,3})\s*(?:people|seats|个?人|座)")


def counted(text: str) -> int:
    """How many people a message names; 0 if none."""
    said = _COUNTED.search(text)
    word = (said[1] or said[2]).casefold() if said else ""
    return _WORDS.get(word) or (number(word) if word else 0)


def without(text: str) -> str:
    """The text without the people, and without what they are to sit in."""
    return _BESIDE.sub(" ", _COUNTED.sub(" ", text))


def holds(sentence: str, many: int) -> bool:
    """Whether a sentence names a place for so many."""
    return any(int(one) >= many for one in _HOLDS.findall(sentence))
