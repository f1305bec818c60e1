"""What we say in simplified Chinese, in the traditional characters of readers who write those."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from assistant.model import ChoicesPart, HoldingsPart, Item, Part, SourcesPart, TextPart


def in_traditional(parts: Iterable[Part]) -> list[Part]:
    """The same parts as Hong Kong writes them; what records say stays as it is printed."""
    return [_converted(part) for part in parts]


def _converted(part: Part) -> Part:
    convert = _converter()
    match part:
        case TextPart():
            return replace(part, text=convert(part.text))
        case ChoicesPart():
            told = [replace(one, title=convert(one.title)) for one in part.choices]
            return replace(part, choices=told)
        case SourcesPart():
            named = [replace(one, title=convert(one.title)) for one in part.sources]
            return replace(part, sources=named)
        case HoldingsPart():
            return replace(part, items=[_of_item(item) for item in part.items])
    return part


def _of_item(item: Item) -> Item:
    """Where it stands and why it was found; its title and what else the record says stay."""
    convert = _converter()
    copies = [
        replace(copy, branch=convert(copy.branch), shelf=convert(copy.shelf))
        for copy in item.copies
    ]
    return replace(item, why=convert(item.why) if item.why else item.why, copies=copies)


@cache
def _converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2hk").convert
    return convert
