"""Everything the rules can read in one message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.engine.understanding import pinyin
from assistant.engine.understanding.authors import authors
from assistant.engine.understanding.found import Found, apart
from assistant.engine.understanding.items import items
from assistant.engine.understanding.length import length
from assistant.engine.understanding.limits import limits
from assistant.engine.understanding.literary import literary
from assistant.engine.understanding.literature import literature
from assistant.engine.understanding.marked import Tagged
from assistant.engine.understanding.named import Named, named
from assistant.engine.understanding.tagged import beside
from assistant.engine.understanding.times import times
from assistant.engine.understanding.writing import as_written, readable
from assistant.engine.understanding.years import years
from index.text import Rule

_EXACT = {"isbn", "call_number"}
_BESIDE_TITLE = {*_EXACT, "author", "language"}
_VERSION = Rule(r"\W*(?:version|edition|adaptation)", "的?(?:版|读本|绘本)")
_WORDS = {"author", "like", "query"}  # values that are the reader's own words


class Reader:
    """Reads messages for one library; `places` finds its branches."""

    def __init__(self, places: Callable[[str], Iterable[Found]] = lambda _: ()) -> None:
        self._places = places

    def read(self, text: str, today: date, tagged: Sequence[Tagged] = ()) -> list[Found]:
        """Entities in the order they stand in, then `like` and each `query` as `tagged`."""
        read = readable(text)
        work = named(read)
        found = _pairs(apart(self._exact(read, today)), read, today)
        found = [one for one in found if not (work and _of_title(read, one, work))]
        return [
            replace(one, value=as_written(text, read, one.start, one.end, one.value))
            if one.entity in _WORDS
            else one
            for one in beside(read, _once(found), pinyin.searched(text) or tagged, work)
        ]

    def _exact(self, text: str, today: date) -> Iterator[Found]:
        yield from items(text)
        yield from self._places(text)
        yield from years(text, today)
        yield from literature(text)
        yield from limits(text)
        yield from length(text)
        yield from literary(text)
        yield from authors(text)
        yield from times(text, today)


def _once(found: list[Found]) -> list[Found]:
    """What is said twice in one message is meant once."""
    first = {(one.entity, str(one.value), one.negated): one for one in reversed(found)}
    return [one for one in found if one in first.values()]


def _pairs(found: list[Found], text: str, today: date) -> list[Found]:
    """Both years of one phrase share a span; `apart` keeps one, so the other is put back."""
    years_of: dict[int, list[Found]] = {
        one.start: [] for one in found if one.entity.startswith("year_")
    }
    for one in years(text, today) if years_of else ():
        if one.start in years_of and not any(o.entity == one.entity for o in years_of[one.start]):
            years_of[one.start].append(one)
    others = [one for one in found if not one.entity.startswith("year_")]
    return sorted(
        [*others, *(one for pair in years_of.values() for one in pair)], key=lambda one: one.start
    )


def _of_title(text: str, one: Found, work: Named) -> bool:
    """Whether what was found is but a part of the work's title: Kafka on "the shore, 2nd".

    Who reads a title that is named does not limit it either, but for a version of theirs.
    """
    if one.entity == "audience" and work.quoted and not _VERSION.match(text, one.end):
        return True
    inside = work.start <= one.start and one.end <= work.end
    return inside and one.entity not in (_EXACT if work.quoted else _BESIDE_TITLE)
