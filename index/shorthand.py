"""Short names that readers type for what records spell out."""

from __future__ import annotations

import re
from functools import cache

from index.text import rule

_FULL = (
    (r"ww ?(?:2|ii)|world war (?:2|ii|two)|second world war", "second world war 1939-1945"),
    (r"ww ?(?:1|i)|world war (?:1|i|one)|first world war", "first world war 1914-1918"),
    (r"sci[- ]?fi", "science fiction"),
    (r"rom[- ]?coms?", "romantic comedy"),
    (r"ai", "artificial intelligence"),
)
_FULL_CHINESE = (
    (r"二战|第二次世界大战|二次大战", "第二次世界大战 1939-1945"),
    (r"一战(?!成名)|第一次世界大战", "第一次世界大战 1914-1918"),
    (r"(?<![a-z])ai(?![a-z])", "人工智能"),
)
_HAN = rule("[\u3400-\u9fff]")


@cache
def _patterns(han: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    if han:
        return tuple((rule(short, re.I), full) for short, full in _FULL_CHINESE)
    return tuple((rule(rf"\b(?:{short})\b", re.I), full) for short, full in _FULL)


def spelt_out(text: str) -> str:
    """The text, and behind it in full what it names in short; the same when it names nothing so."""
    found = [full for short, full in _patterns(bool(_HAN.search(text))) if short.search(text)]
    return " ".join([text, *(full for full in found if full not in text.lower())])
