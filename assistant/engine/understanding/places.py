"""The library's own branches, by every name its readers use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.engine.understanding.found import Found, is_negated
from index.text import Rule

_KIND = r"(?:branch(?: library)?|library|lib|one|site)"
_NEAR = (  # "recipes from the east" are not from a branch, "open at the east" is one
    r"\b(?:(?:at|visit|which is|is|are|does|has|have|when is|only|just|not)\s+(?:the\s+)?|(?:in|from|to)\s+|(?:open\s+(?:\w+\s+)?|(?:is|are|have|got) (?:it|this|that|they|these|one|them) )in the\s+)"
)
_BESIDE = r"(?:by|on|near|beside) the\b"  # begins a name that any story may have: "by the river"
_DAY = r"on\b|that(?:['’]?s)?\b|today|tomorrow|tonight|(?:right )?now\b|then\b|too\b|please|pls|plz|thanks|instead"
_LATER = rf"(?=\s*(?:branch|library|lib\b|one\b|open|close|hours|only|got|{_DAY}|$|[?.,!]))"


class Places:
    """Finds branches by name and alias; the value is the branch's code."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """`names` are pairs of a name and the code it stands for."""
        ordered = sorted(names, key=lambda pair: -len(pair[0]))
        self._patterns = [(code, _pattern(name)) for name, code in ordered]

    def __call__(self, text: str) -> Iterator[Found]:
        for code, pattern in self._patterns:
            for hit in pattern.finditer(text):
                group = 1 if pattern.groups and hit[1] else 0
                start, end = hit.span(group)
                yield Found("branch", code, start, end, is_negated(text, start))


def _pattern(name: str) -> Rule:
    words = name.strip().lower()
    if not words.isascii():
        return Rule(re.escape(words) + "(?!长(?![期假年]))")  # no director of it
    if re.match(_BESIDE, words):
        return Rule(
            rf"\b(?:{_KIND}|you|place|building)\s+(?:is\s+|are\s+)?({re.escape(words)})\b|^\W*{re.escape(words)}\W*$"
        )
    if " " in words:
        return Rule(rf"\b(?:(?:at|in|from)\s+)?{re.escape(words)}\b")
    # One everyday word ("east", "river") is a branch only where a place is meant.
    word = re.escape(words)
    return Rule(
        rf"{_NEAR}({word}\b(?:\s+{_KIND}\b)?){_LATER}|\b{word}\s+{_KIND}\b|^\W*(?:(?:or|and|at|only|just|but|the|(?:ones|those) at|what about|how about)\s+)*{word}\b(?:\W*(?:branch|only|ones|please|pl[sz]|then|instead))*\W*$"
    )


def read_places(folder: Path) -> Places:
    """Branches of `folder/library.toml`: both names, aliases and code of each."""
    with (folder / "library.toml").open("rb") as file:
        branches = tomllib.load(file).get("branches", [])
    return Places(pair for branch in branches for pair in _names(branch))


def _names(branch: dict[str, object]) -> Iterator[tuple[str, str]]:
    code, name, aliases = str(branch["code"]), branch.get("name", {}), branch.get("aliases", [])
    yield code, code
    for one in name.values() if isinstance(name, dict) else [name]:
        yield str(one), code
    for alias in aliases if isinstance(aliases, list) else []:
        yield str(alias), code
