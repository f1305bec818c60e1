"""Where a record says it stands in a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from actions.signs import pointing
from assistant.engine.understanding.times import number
from index.record import Record

_NUMBERS = {
    word: n
    for words in (
        "one two three four five six seven",
        "first second third fourth fifth sixth seventh",
        "壹 贰 叁 肆 伍 陆 柒 捌 玖",
        "i ii iii iv v vi vii viii ix",
    )
    for n, word in enumerate(words.split(), 1)
}


class Part(NamedTuple):
    series: str
    number: int


def parts_of(record: Record) -> Iterator[Part]:
    """The numbered places that a record says it has in a series."""
    for told in record.series:
        name, _, volume = told.rpartition(" ; ")
        if name and (found := re.search(r"\d+", volume)):
            yield Part(name, int(found[0]))
    if named := pointing.PART_OF.match(record.title):
        yield Part(named["whole"], numbered(named["han"] or named["n"]))


def numbered(word: str) -> int:
    """2 of "two", "2nd", ii, 贰."""
    word = word.lower()
    if word in _NUMBERS:
        return _NUMBERS[word]
    return number(re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", word))
