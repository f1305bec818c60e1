"""One way of writing for the rules: simplified Mandarin and years in figures, sign for sign."""

from __future__ import annotations

import re

from index.text import Rule, has_han, simplify

# Cantonese characters, each as the Mandarin one that stands in its place.
_SPOKEN = str.maketrans("嘅係喺啲唔咗嗰睇搵揾冇咩佢俾哋", "的是在些不了那看找找没吗他给们")
_WHICH = Rule(r"边(?=[间本个位度])", flags=0)  # 边间馆 is 哪间馆
_ENDING = Rule(r"(?<=[文语版的本书])滴(?=$|[。！!？?，, ])", flags=0)  # 中文滴
_FIGURES = str.maketrans("一二三四五六七八九〇零○", "123456789000")
_YEAR = Rule("[一二][一二三四五六七八九〇零○]{3}(?=年)", flags=0)


def readable(text: str) -> str:
    """The text as the rules read it, of the same length."""
    if not has_han(text):
        return text
    spoken = _ENDING.sub("的", text.translate(_SPOKEN))
    return _YEAR.sub(_in_figures, _WHICH.sub("哪", simplify(spoken)))


def _in_figures(year: re.Match[str]) -> str:
    return year[0].translate(_FIGURES)


def as_written(text: str, read: str, start: int, end: int, value: str) -> str:
    """`value`, read at those places, in the reader's own characters."""
    return text[start:end] if read[start:end] == value else value
