"""A reference that a reader pasted, read into a record so that it can be cited in another style."""

from __future__ import annotations

import re

from actions.signs import shapes
from index.record import Record
from index.text import has_han

# Each names authors, title, and what else such a style tells, in its own order.
_SHAPES = (
    re.compile(  # GB/T 7714: 费孝通. 乡土中国[M]. 北京: 三联书店, 1985.
        r"^\s*(?:\[\d+\]\s*)?(?P<authors>[^.．\[\]]{2,120})[.．]\s*(?P<title>[^\[\]]{2,300}?)\s*"
        r"\[[A-Z]{1,2}(?:/OL)?\]\s*[.．]?\s*(?:(?P<place>[^:：,，.]{2,40})[:：]\s*)?"
        r"(?:(?P<publisher>[^,，.]{2,80})[,，]\s*)?(?P<year>\d{4})?"
    ),
    re.compile(  # APA: Yan, Y. (2003). Private life under socialism. Stanford University Press.
        r"^\s*(?P<authors>[^()]{3,200}?)\s*\((?P<year>\d{4})[a-z]?(?:,[^)]*)?\)[.,:]?\s*"
        r"(?P<title>[^.?!]{3,300})[.?!]\s*(?P<publisher>[^.]{2,80})?"
    ),
    re.compile(  # MLA, Chicago: Le Guin, Ursula K. The Left Hand of Darkness. New York: Ace, 1969.
        r"^\s*(?P<authors>[^\W\d_][^.,]{1,40}, [^.]{2,60}(?:\b[A-Z]\.)?)\.\s+[\"“]?"
        r"(?P<title>[^.\"“”]{3,200})[.\"”]+\s*(?:(?P<place>[^:,.]{2,40}):\s*)?"
        r"(?P<publisher>[^,.]{2,80}),\s*(?P<year>\d{4})"
    ),
)
_FAMILY_GIVEN = re.compile(r"([^,;&]+),\s*((?:[A-Z]\.[\s-]?)+)")
_BETWEEN = re.compile(r"\s*(?:[;；，、&]|,? and |,? & )\s*")


def read(text: str) -> Record | None:
    """The work that the reference in the text names; None when it holds none."""
    told = alone(text)
    for shape in _SHAPES:
        if found := shape.match(told):
            return _record(
                {name: (value or "").strip() for name, value in found.groupdict().items()}
            )
    return None


def alone(text: str) -> str:
    """The reference without what is said before it: "put this in MLA: Yan, Y. (2003) ..."."""
    return shapes.BEFORE_REFERENCE.sub("", text, 1)


def _record(told: dict[str, str]) -> Record:
    return Record(
        id="pasted",
        title=told["title"].strip('"“”'),
        authors=tuple(_authors(told["authors"])),
        year=int(told["year"]) if told["year"] else None,
        publisher=told["publisher"],
        place=told.get("place", ""),
        language="chi" if has_han(told["title"]) else "eng",
    )


def _authors(told: str) -> list[str]:
    """Names as a catalogue has them: "Yan, Y." and "Wu, Y." of "Yan, Y., & Wu, Y."."""
    if pairs := _FAMILY_GIVEN.findall(told):
        return [f"{family.strip(' ,&')}, {given.strip()}" for family, given in pairs]
    return [name.strip(" ,.") for name in _BETWEEN.split(told) if name.strip(" ,.")]
