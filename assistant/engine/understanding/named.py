"""A work that a message names outright: in quotation marks, after a colon, after "called"."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.engine.understanding.plain_words import says_something
from index.text import Rule

_WORK = r"(?:e?-?books?|textbooks?|novels?|articles?|papers?|chapters?|titles?|journals?|essays?|films?|movies?|documentar(?:y|ies)|plays?|poems?|stor(?:y|ies)|thesis|dissertation|reports?|videos?|dvds?|audiobooks?|studies|study|piece|publication|source|work)"
_QUOTED = Rule(r"[\"“”«「『]([^\"“”»」』]{2,300})[\"“”»」』]|《([^》]{1,100})》", flags=0)
_OPEN = Rule(r"[\"“]([^\"“”]{8,300})$", flags=0)  # the second quotation mark was forgotten
_CALLED = Rule(
    (
        r"\b(?:called|titled|entitled|by the name of)\s*:?\s+()(?!(?:and|to|in|on|for|me|us"
        r"|back|you|him|her|them|up)\b)"
    ),
)
_HAN_CALLED = Rule(
    (
        r"叫(?:做|作)?(?!什么|啥)([^，,。？?！\s]{2,20}?)的(?:书|小说|电影"
        "|片子|绘本|漫画|诗)"
    ),
    flags=0,
)
_BEFORE_COLON = Rule(
    (
        r"\b(?:this|these|the following|following|that|an?|the|my|another|two"
        rf"|three)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\b([^:?.\n]{{0,40}}?)(?::|\s[-–—]+\s)\s*(?!//)"
    ),
    r"\b(?:looking|searching) for\s*:\s*|\b(?:need|find|request|want|get|access)\s*:\s*",
)
_BEFORE_QUESTION = Rule(
    (
        r"\b(?:this|these|the following"
        rf"|following)\s+(?:[\w-]+\s+){{0,2}}?{_WORK}\b([^:?.\n]{{0,40}})\?\s*"
    ),
)
_PERSON = Rule(
    (
        r"\b(?:daughter|son|child|kid|baby|boy|girl|dog|cat|friend|teacher|man|woman|person"
        r"|author|writer|guy|i|he|she)(?:['’](?:s|m)|\s+(?:is|was|am))?\s+$"
    ),
)
_TALKS_ON = Rule(  # after the title the reader speaks again
    (
        r"(?:(?<=[.?!;])\s+|\s+[-–—]+\s+|\n+)(?=(?:i|we|it|is|can|could|do|does|thanks?"
        r"|thank you|please|any|this|that|my|would|if|also|hello|hi|here)\b)"
    ),
    r"\s*,\s*(?=(?-i:it|i|we|can you|could you|do you|have you|please|thanks?|thank you)\b)",
    r"\s*\(?(?:\bisbn\b|\bdoi\b|https?:).*$",
    r"[\s,]+(?:but|and|because|since|so)\s+(?=(?:i|we)\b)|\s+here is\b",
)
_SPEAKS = Rule(
    (
        r"^\W*(?:i|we|it|is|can|could|do|does|thanks?|thank|please|any|my|would|if|also|hello"
        r"|hi|they|he|she)\b"
    ),
)


class Named(NamedTuple):
    """Where the work stands; in quotation marks nothing but a title is meant."""

    start: int
    end: int
    quoted: bool


def named(text: str) -> Named | None:
    """The work that is named, the longest of several in quotation marks; None when none is."""
    quoted, introduced = _quoted(text), _introduced(text)
    if quoted and introduced and introduced.end <= quoted.start:
        return introduced  # this book: Salt. It is a "world history"
    return quoted or introduced


def _quoted(text: str) -> Named | None:
    whole = list(_QUOTED.finditer(text))
    quotes = [hit for hit in whole or _OPEN.finditer(text) if says_something(_in(hit))]
    if quotes:
        longest = max(quotes, key=lambda hit: len(_in(hit)))
        return Named(*longest.span(longest.lastindex or 1), quoted=True)
    hit = _HAN_CALLED.search(text)
    return Named(*hit.span(1), quoted=True) if hit else None


def _in(quote: re.Match[str]) -> str:
    return quote[quote.lastindex or 1]


def _introduced(text: str) -> Named | None:
    for pattern in (_CALLED, _BEFORE_COLON, _BEFORE_QUESTION):
        for hit in pattern.finditer(text):
            within_title = says_something(hit[1] or "")
            if within_title or (pattern is _CALLED and _PERSON.search(text[: hit.start()])):
                continue
            rest = text[hit.end() :]
            end = hit.end() + len(_TALKS_ON.split(rest, maxsplit=1)[0].rstrip(" .,;?!"))
            if not _SPEAKS.match(rest) and says_something(text[hit.end() : end]):
                return Named(hit.end(), end, quoted=False)
    return None
