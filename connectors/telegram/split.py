"""Long texts in pieces that Telegram takes: cut at paragraphs, else sentences, else words."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 4096  # UTF-16 code units, after the markup is read
_ENDS = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"[.!?…](?=\s)|[。！？；]"),
    re.compile(r"\s|[，、,;]"),
)


def units(text: str) -> int:
    """Length as Telegram counts: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, longest: int = LONGEST) -> Iterator[str]:
    """Pieces of at most `longest` units; nothing but white space at the cuts is left out."""
    rest = text.strip()
    while units(rest) > longest:
        cut = _cut(rest, longest)
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip()
    if rest:
        yield rest


def _cut(text: str, longest: int) -> int:
    """The latest good place to cut, but not so early that the piece is nearly empty."""
    room = _room(text, longest)
    for end in _ENDS:
        places = [match.end() for match in end.finditer(text, 0, room + 1) if match.end() <= room]
        if places and places[-1] > room // 4:
            return places[-1]
    return room


def _room(text: str, longest: int) -> int:
    """How many characters of the text fit in `longest` units."""
    head = text[:longest]
    while units(head) > longest:
        head = head[: len(head) - max(1, (units(head) - longest) // 2)]
    return len(head)
