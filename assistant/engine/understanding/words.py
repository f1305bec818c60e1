"""Words of mixed English and Chinese text, with exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.text import HAN

_PIECE = re.compile(
    rf"(?P<han>[{HAN}]+)|[^\W_{HAN}]+(?:['’.\-][^\W_{HAN}]+)*|[^\w\s]+|_+",
)


class Word(NamedTuple):
    """A word and where it stands: `text[start:end] == word`."""

    word: str
    start: int
    end: int


def split(text: str) -> list[Word]:
    """Words in order; Chinese is cut by jieba, everything else at spaces and punctuation."""
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    for piece in _PIECE.finditer(text):
        if piece["han"]:
            yield from _chinese(piece["han"], piece.start())
        else:
            yield Word(piece.group(), piece.start(), piece.end())


def _chinese(run: str, offset: int) -> Iterator[Word]:
    import jieba

    for word, start, end in jieba.tokenize(run):
        yield Word(word, offset + start, offset + end)
