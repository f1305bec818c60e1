"""Years of publication: "before 1975", "from the 90s", "the last five years", 2010年以后."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.times import number
from index.text import Rule

_Y = r"(1[4-9]\d\d|20\d\d)"
_OUT = (
    r"(?:(?:that (?:was|were|is|are|came)|which (?:was|were)|was|were)?\s*"
    r"(?:published|written|released|printed|made|issued|dated|out|came out|from|anything|something|only|just|but|ones?)\s+)?"
)
_EDGE = r"(?<![\w.])"
_END = r"(?![\d\w]|-\d|\s?(?:bc|ad)\b)"
_NEAR = r"(?:or (?:later|newer|after)|onwards?|and (?:later|newer|after)|\+)"
_OLDER = r"(?:or (?:earlier|older|before)|and (?:earlier|older|before))"

# (pattern, from, to): each bound is a group with an offset, or None.
_RULES: tuple[tuple[Rule, tuple[int, int] | None, tuple[int, int] | None], ...] = tuple(
    (Rule(pattern), lower, upper)
    for pattern, lower, upper in (
        (rf"{_OUT}{_EDGE}(?:between\s+){_Y}\s*(?:and|to|-|–)\s*{_Y}{_END}", (1, 0), (2, 0)),
        (
            rf"{_OUT}{_EDGE}(?:from\s+)?{_Y}\s*(?:to|-|–|—|until|through)\s*{_Y}{_END}",
            (1, 0),
            (2, 0),
        ),
        (
            rf"{_Y}\s*年?\s*(?:到|至|-|–|—|~)\s*{_Y}\s*年?(?:之间|之間|间|間)?(?:的|出版的?)?",
            (1, 0),
            (2, 0),
        ),
        (rf"{_OUT}{_EDGE}{_Y}\s*{_NEAR}", (1, 0), None),
        (rf"{_OUT}{_EDGE}{_Y}\s*{_OLDER}", None, (1, 0)),
        (
            rf"{_OUT}\b(?:after|later than|newer than|more recent than|past|post)[\s-]+{_Y}{_END}",
            (1, 1),
            None,
        ),
        (
            rf"{_OUT}\b(?:since|starting(?: in| from)?|no (?:earlier|older) than|from)\s+{_Y}\s*(?:on(?:wards?)?)?{_END}(?=\s*on|$|[\s.,?!])",
            (1, 0),
            None,
        ),
        (
            rf"{_OUT}\b(?:before|earlier than|older than|prior to|pre)[\s-]+{_Y}{_END}",
            None,
            (1, -1),
        ),
        (rf"{_OUT}\b(?:until|till|up to|no (?:later|newer) than|by)\s+{_Y}{_END}", None, (1, 0)),
        (
            rf"{_Y}\s*年?\s*(?:以来|以來|以后|以後|及以后|起|开始|開始)(?:出版|发行|發行|写|寫)?的?",
            (1, 0),
            None,
        ),
        (rf"{_Y}\s*年?\s*(?:之后|之後|后|後)(?:出版|发行|發行|写|寫)?的?", (1, 1), None),
        (rf"{_Y}\s*年?\s*(?:之前|以前|前)(?:出版|发行|發行|写|寫)?的?", None, (1, -1)),
        (rf"(?:早于|早於)\s*{_Y}\s*年?的?", None, (1, -1)),
        (rf"(?:晚于|晚於)\s*{_Y}\s*年?的?", (1, 1), None),
        (rf"{_Y}\s*年(?:出版|发行|發行|印|写|寫)(?:的)?", (1, 0), (1, 0)),
        (
            rf"\b(?:published|written|released|printed|issued|made|dated|out)\s+in\s+{_Y}{_END}",
            (1, 0),
            (1, 0),
        ),
        (
            rf"\b(?:the\s+)?{_Y}(?:\s+(?:edition|version|printing|one)\b|(?=\s+(?:film|movie)\b))",
            (1, 0),
            (1, 0),
        ),
    )
)
_FROM_YEAR = Rule(rf"\bfrom\s+{_Y}(?=\s*(?:$|[.,?!]|please))")
_DECADE = Rule(
    (
        rf"{_OUT}\b(?:(?:from|of|in|during)\s+)?(?:the\s+)?(?:(early|mid"
        r"|late)[\s-]+)?(?:(1[5-9]|20)(\d0)|['’]?([1-9]0))['’]?s\b"
    ),
)
_WORD_DECADE = Rule(
    (
        rf"{_OUT}\b(?:from|in|of|during)\s+the\s+(twenties|thirties|forties|fifties|sixties"
        r"|seventies|eighties|nineties)\b"
    ),
)
_TENS = (
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
)
_HAN_DECADE = Rule(
    r"(?:(1[5-9]|20)(\d0)|([二三四五六七八九]十|[2-9]0))年代(?:出版|写|寫)?的?", flags=0
)
_LAST = Rule(
    (
        rf"{_OUT}\b(?:in|within|from|over|during)?\s*(?:the\s+)?(?:last|past)\s+(?:(\d{{1,2}}"
        r"|two|three|four|five|six|seven|eight|nine|ten|couple of|few)\s+)?(years?|decades?)\b"
    ),
)
_HAN_LAST = Rule(
    (
        r"(?:最近|近|过去|過去)([\d一二两兩三四五六七八九十]{1,3}|几|幾)年(?:内|內|来|來|里"
        "|裡)?(?:出版|写|寫)?的?"
    ),
    flags=0,
)
_THIS = Rule(
    rf"{_OUT}\b(?:from|in|of)?\s*(this|last)\s+year\b",
    "(今年|去年)(?:出版|写|寫)?的?",
)
_COUNTS = dict(
    zip(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        range(2, 11),
        strict=True,
    )
)
# A year inside the topic ("Europe before 1914") is no limit on the book, unless its making is named.
_ABOUT = Rule(
    (
        r"\b(?:about|on|history of|life in|war|during|covering|regarding|set in"
        r"|takes place)\b(?:(?!\b(?:published|written|released|printed|but|only"
        r"|just)\b)[^,.;?!])*$"
    ),
)
_MADE = Rule(
    r"publish|writ|releas|print|issu|came out|only|just|anything|something|ones?\b",
    r"\bout\b|edition|version",
    "出版|发行|發行",
)


def years(text: str, today: date) -> Iterator[Found]:
    """`year_from` and `year_to`, both inclusive; the pair of one phrase has one span."""
    for pattern, lower, upper in _RULES:
        for hit in pattern.finditer(text):
            if not _is_topic(text, hit):
                yield from _pair(hit, _bound(hit, lower), _bound(hit, upper))
    for hit in _FROM_YEAR.finditer(text):
        yield from _pair(hit, int(hit[1]), int(hit[1]))
    yield from _decades(text, today)
    yield from _recent(text, today)


def _is_topic(text: str, hit: re.Match[str]) -> bool:
    return bool(_ABOUT.search(text, 0, hit.start())) and not _MADE.search(hit.group())


def _bound(hit: re.Match[str], bound: tuple[int, int] | None) -> int | None:
    return None if bound is None else int(hit[bound[0]]) + bound[1]


def _pair(hit: re.Match[str], lower: int | None, upper: int | None) -> Iterator[Found]:
    lead = len(hit.group()) - len(hit.group().lstrip())
    if lower is not None:
        yield Found("year_from", lower, hit.start() + lead, hit.end())
    if upper is not None:
        yield Found("year_to", upper, hit.start() + lead, hit.end())


def _decades(text: str, today: date) -> Iterator[Found]:
    for hit in _DECADE.finditer(text):
        if not _is_topic(text, hit):
            start = int(hit[2] + hit[3]) if hit[2] else _century(int(hit[4]), today)
            first, last = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}.get(
                (hit[1] or "").lower(), (0, 9)
            )
            century = 90 * (
                hit[2] is not None and not hit[1] and start % 100 == 0 and start < 2000
            )  # "the 1800s" are a hundred years
            yield from _pair(hit, start + first, start + last + century)
    for hit in _WORD_DECADE.finditer(text):
        start = _century(20 + 10 * _TENS.index(hit[1].lower()), today)
        yield from _pair(hit, start, start + 9)
    for hit in _HAN_DECADE.finditer(text):
        start = int(hit[1] + hit[2]) if hit[1] else _century(number(hit[3]), today)
        yield from _pair(hit, start, start + 9)


def _century(tens: int, today: date) -> int:
    """The 20s are this century's, the 90s the last one's."""
    this = today.year // 100 * 100
    return this + tens if this + tens <= today.year else this - 100 + tens


def _recent(text: str, today: date) -> Iterator[Found]:
    for hit in _LAST.finditer(text):
        count = _COUNTS.get((hit[1] or "").lower()) or (
            int(hit[1]) if (hit[1] or "").isdigit() else 0
        )
        count = count or {"couple of": 2, "few": 3}.get((hit[1] or "").lower(), 1)
        span = 10 * count if hit[2].lower().startswith("decade") else count
        yield from _pair(hit, today.year - span, None)
    for hit in _HAN_LAST.finditer(text):
        count = 3 if hit[1] in "几幾" else number(hit[1])
        yield from _pair(hit, today.year - count, None)
    for hit in _THIS.finditer(text):
        year = today.year - ((hit[1] or "").lower() == "last" or hit[2] == "去年")
        yield from _pair(hit, year, year)
