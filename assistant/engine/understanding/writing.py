"""One way of writing for the rules: simplified Chinese and years in figures, sign for sign."""

from __future__ import annotations

import re

from index.text import Rule, has_han, simplify

_ENDING = Rule(r"(?<=[文语版的本书])滴(?=$|[。！!？?，, ])", flags=0)  # 中文滴
_FIGURES = str.maketrans("一二三四五六七八九〇零○", "123456789000")
_YEAR = Rule("[一二][一二三四五六七八九〇零○]{3}(?=年)", flags=0)


def readable(text: str) -> str:
    """The text as the rules read it, of the same length."""
    if not has_han(text):
        return text
    return _YEAR.sub(_in_figures, _ENDING.sub("的", simplify(text)))


def _in_figures(year: re.Match[str]) -> str:
    return year[0].translate(_FIGURES)


def as_written(text: str, read: str, start: int, end: int, value: str) -> str:
    """`value`, read at those places, in the reader's own characters."""
    return text[start:end] if read[start:end] == value else value
