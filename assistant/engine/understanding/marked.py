"""Messages with their words marked, as they stand in nlu_data/words."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

_MARKS = {"[": "query", "{": "query", "<": "like", "]": "", "}": "", ">": ""}


class Tagged(NamedTuple):
    """`text[start:end]` is there as `kind`: query or like."""

    kind: str
    start: int
    end: int


class Line(NamedTuple):
    """A message, and what each of its characters is there for."""

    text: str
    kinds: list[str]


def read_line(line: str) -> Line:
    """A message with its words marked: [query], {whose works}, <like>."""
    text, kinds, kind = "", [], ""
    for sign in line:
        if sign in _MARKS:
            kind = _MARKS[sign]
        else:
            text += sign
            kinds.append(kind)
    return Line(text, kinds)


def marked(line: Line) -> list[Tagged]:
    """What stands in its marks."""
    runs = [list(run) for _, run in groupby(enumerate(line.kinds), key=lambda one: one[1])]
    return [Tagged(run[0][1], run[0][0], run[-1][0] + 1) for run in runs if run[0][1]]
