"""Years of publication: "before 1975", "from the 90s", "the last five years", 2010年以后."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.times import number
from index.text import Rule

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")  # fmt: skip
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TIES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")  # fmt: skip
_BELOW = rf"(?:(?:{'|'.join(_TIES)})(?:[\s-](?:{'|'.join(_ONES)}))?|{'|'.join((*_TEENS, *_ONES))})"
_SPELT = rf"(?:(?:eighteen|nineteen|twenty)[\s-](?:hundred|oh[\s-]\w+|{_BELOW})|two thousand(?:(?: and)? {_BELOW})?|两千)"
_Y = rf"(?:the year\s+)?(1[4-9]\d\d|20\d\d|{_SPELT})"
_OUT = (
    r"(?:(?:that (?:was|were|is|are|came)|which (?:was|were)|was|were)?\s*"
    r"(?:published|written|released|printed|made|issued|dated|out|came out|from|anything|something|only|just|but|ones?)\s+)?"
)
_EDGE = r"(?<![\w.])"
_END = r"(?![\d\w]|-\d|\s?(?:bc|ad|hours|hrs)\b)"
_NEAR = r"(?:or (?:later|newer|after)|onwards?|and (?:later|newer|after)|\+)"
_OLDER = r"(?:or (?:earlier|older|before)|and (?:earlier|older|before))"

_SINCE = r"(?:出版|发行|出(?![现生国])|写|上映)?(?:过|了)?的?"

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
            rf"{_Y}\s*年?\s*(?:到|至|-|–|—|~)\s*{_Y}\s*年?(?:之?间)?(?:的|出版的?)?",
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
            rf"{_Y}\s*年?\s*(?:以来|[以之]后|及以后|后|起|开始){_SINCE}",
            (1, 0),
            None,
        ),
        (rf"{_Y}\s*年?\s*(?:[以之]前|前){_SINCE}", None, (1, -1)),
        (rf"早于\s*{_Y}\s*年?的?", None, (1, -1)),
        (rf"晚于\s*{_Y}\s*年?的?", (1, 1), None),
        (rf"{_Y}\s*年(?:出版|发行|出(?![生国院差])|印|写|上映)的?", (1, 0), (1, 0)),
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
_AGED = Rule(r"\b(?:over|under)[\s-]+$")  # the over 60s are readers
_WORD_DECADE = Rule(
    (
        rf"{_OUT}\b(?:from|in|of|during)\s+the\s+(?:(early|mid|late)[\s-]+)?(?:(nineteen|eighteen)"
        r"[\s-]+)?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
    ),
)
_CENTURY = Rule(
    r"\b(?:published|written|from)\s+(?:in\s+)?(?:the\s+)?(last|this) century\b",
    "(上|本)个?世纪(?=(?:出版|写|出)?的?(?:$|[，,。？?]|书|小说|作品|电影|老))(?:出版|写|出)?的?",
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
_PART = {"early": (0, 4), "mid": (3, 6), "late": (5, 9)}
_HAN_DECADE = Rule(
    r"(?:上个?世纪|(1[5-9]|20)(?=\d0)|(?:二十|20)世纪)?(?:([二三四五六七八九]十)|([0-9]0))年代(?:出版|写|出)?的?",
    flags=0,
)
_LAST = Rule(
    (
        rf"{_OUT}\b(?:(?:in|within|from|over|during)\s+)?(?:the\s+)?(?:last|past)\s+(?:(\d{{1,2}}"
        r"|two|three|four|five|six|seven|eight|nine|ten|couple of|few)\s+)?((?<!last )(?<!past )years?|(?<=the last )year|(?<=the past )year|decades?)\b"
    ),
)
_HAN_LAST = Rule(
    "(?:最近|近|过去)([\\d一二两三四五六七八九十]{1,3}|几)年(?:内|来|里)?(?:出版|写|出)?的?",
    flags=0,
)
# Only what is said to be published: a reader's own last year is no limit.
_THIS = Rule(
    (
        r"\b(?:(?:that |which )?(?:was |were )?(?:published|written|released|came out|out)"
        r"(?:\s+(?:in|from))?|from|of|new)\s+(this|last)\s+year\b"
    ),
    r"^\W*(?:only |just |but )?(this|last)\s+year(?:['’]s)?(?: ones?| books?| only| please)*\W*$",
    r"\b(this|last)\s+year['’]s\b(?=\s+(?:\w+\s+)?(?:books?|novels?|films?|titles?|releases|ones))",
    "(今年|去年)(?:新?(?:出版|出|写|发行|上映|上架)(?:过|了)?的?|的(?=新?(?:书|小说|电影|绘本|漫画)|$)|(?=新书))",
    "^(?:只?要|只看)?(今年|去年)的?(?:呢|吧)?$",
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
_LEAD = re.compile(r"(?:of|in)\s+(?:the\s+)?", re.IGNORECASE)
_MADE = Rule(
    r"publish|writ|releas|print|issu|came out|only|just|anything|something|ones?\b",
    r"\bout\b|edition|version",
    "出版|发行|出的",
)
# "I read it in the 80s", 我80年代看过: when the reader did, no limit on the book.
_READERS_OWN = Rule(
    (
        r"\b(?:i|we|he|she|they|my \w+)\s+(?:\w+\s+)?(?:read|saw|watched|borrowed|had|heard|loved|was"
        r"|were|got|grew|lived|bought|remember)\b(?:(?!\b(?:published|written|released|printed|books"
        r"|novels|films)\b)[^.;?!])*$"
    ),
    flags=re.IGNORECASE,
)
_THEN_DID = Rule(
    r"^\s*(?:的?时候)?(?:我|在|就|曾|刚|都|一直)*(?:看|读|借|听|见|上学|上小学|上中学|出生|认识|结婚)|^,?\s*(?:i|we)\b",
    flags=0,
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
    if _MADE.search(hit.group()):
        return False
    told = _READERS_OWN.search(text, 0, hit.start()) or _THEN_DID.search(text[hit.end() :])
    lead = _LEAD.match(hit.group())  # "set in" of "set in the 1920s"
    return bool(told or _ABOUT.search(text, 0, hit.start() + (lead.end() if lead else 0)))


def _bound(hit: re.Match[str], bound: tuple[int, int] | None) -> int | None:
    return None if bound is None else _year(hit[bound[0]]) + bound[1]


def _year(said: str) -> int:
    """1984, nineteen eighty-four, two thousand and ten, 两千."""
    if said.isdigit():
        return int(said)
    words = re.split(r"[\s-]+", said.lower())
    if words[0] in ("two", "两千"):
        return 2000 + sum(_number(word) for word in words[2:])
    return 100 * _number(words[0]) + sum(_number(word) for word in words[1:])


def _number(word: str) -> int:
    """A number below a hundred that is one word; 0 for any other word."""
    if word in _TIES:
        return 20 + 10 * _TIES.index(word)
    ones = [*_ONES, *_TEENS]
    return ones.index(word) + 1 if word in ones else 0


def _pair(hit: re.Match[str], lower: int | None, upper: int | None) -> Iterator[Found]:
    lead = len(hit.group()) - len(hit.group().lstrip())
    if lower is not None:
        yield Found("year_from", lower, hit.start() + lead, hit.end())
    if upper is not None:
        yield Found("year_to", upper, hit.start() + lead, hit.end())


def _decades(text: str, today: date) -> Iterator[Found]:
    for hit in _DECADE.finditer(text):
        if not (_is_topic(text, hit) or (hit[4] and _AGED.search(text, 0, hit.start(4)))):
            start = int(hit[2] + hit[3]) if hit[2] else _century(int(hit[4]), today)
            first, last = _PART.get((hit[1] or "").lower(), (0, 9))
            century = 90 * (
                hit[2] is not None and not hit[1] and start % 100 == 0 and start < 2000
            )  # "the 1800s" are a hundred years
            yield from _pair(hit, start + first, start + last + century)
    for hit in _WORD_DECADE.finditer(text):
        if not _is_topic(text, hit):
            tens = 20 + 10 * _TENS.index(hit[3].lower())
            start = 100 * _number(hit[2].lower()) + tens if hit[2] else _century(tens, today)
            first, last = _PART.get((hit[1] or "").lower(), (0, 9))
            yield from _pair(hit, start + first, start + last)
    for hit in _HAN_DECADE.finditer(text):
        if not _is_topic(text, hit):
            tens = number(hit[2] or hit[3])
            start = 100 * int(hit[1]) + tens if hit[1] else _century(tens, today)
            yield from _pair(hit, start, start + 9)
    for hit in _CENTURY.finditer(text):
        start = today.year // 100 * 100 - 100 * ((hit[1] or hit[2]) in ("last", "上"))
        yield from _pair(hit, start, min(start + 99, today.year))


def _century(tens: int, today: date) -> int:
    """The 20s are this century's, the 90s the last one's."""
    this = today.year // 100 * 100
    return this + tens if this + tens <= today.year else this - 100 + tens


def _recent(text: str, today: date) -> Iterator[Found]:
    for hit in _LAST.finditer(text):
        if _is_topic(text, hit):
            continue
        told = (hit[1] or "").lower()
        count = _COUNTS.get(told) or (int(told) if told.isdigit() else 0)
        count = count or {"couple of": 2, "few": 3}.get(told, 1)
        span = 10 * count if hit[2].lower().startswith("decade") else count
        yield from _pair(hit, today.year - span, None)
    for hit in _HAN_LAST.finditer(text):
        if not _is_topic(text, hit):
            count = 3 if hit[1] == "几" else number(hit[1])
            yield from _pair(hit, today.year - count, None)
    for hit in _THIS.finditer(text):
        told = next(filter(None, hit.groups())).lower()
        year = today.year - (told in ("last", "去年"))
        yield from _pair(hit, year, year)
