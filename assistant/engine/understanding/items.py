"""What points at one thing: a place in the list, an ISBN, a call number, a citation style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.times import number
from index.text import Rule, isbn13

_ORDINALS = {
    **{word: place for place, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1)},
    **{word: place for place, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)},
    "last": -1, "final": -1, "1st": 1, "2nd": 2, "3rd": 3,
}  # fmt: skip
_TH = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final|1st|2nd|3rd|[4-9]th|10th)"
_NOUN = r"(?:ones?|books?|titles?|items?|results?|films?|movies?|records?|hits?|choices?|options?|entry|entries|articles?|cds?|dvds?|e-?books?)"
_AND = r"(?:\s*,\s*|\s+)(?:(?:and|or|&)\s+)?(?:also\s+)?(?:the\s+)?"
_PLACES = rf"{_TH}(?:\s+{_NOUN})?(?:{_AND}{_TH})*"
_NAMED = Rule(
    (
        rf"\b(?:the\s+)?(?:very\s+)?({_PLACES})(?:\s+{_NOUN}\b|(?=\s*(?:of (?:these|those"
        r"|them)\b|(?:on|in) (?:the|that|your) list\b)))"
    ),
)
_BARE = Rule(
    (
        rf"\bthe\s+(?!(?<=\bon the )\d)({_PLACES})(?=\s*(?:$|[,.?!;]|please\b|in\b|is\b|has\b"
        r"|have\b|off\b|from\b|on (?:my|the)\b|to (?:my|the)\b|for (?:me|later)\b|again\b|too\b"
        r"|as\b|like\b))"
    ),
)
_AT_START = Rule(rf"^\W*({_PLACES})(?=\s*(?:$|[,.?!;]|please\b|is\b))")
_ONE_TH = re.compile(rf"\b{_TH}\b", re.I | re.A)
_FEW = Rule(  # "the first two"
    (
        rf"\b(?:the\s+)?(?:first|top)\s+(two|three|four|five|[2-5])(?:\s+{_NOUN}\b|(?=\s*(?:$"
        r"|[,.?!;]|please\b|of (?:these|those|them)\b|off\b|from\b|(?:to|on|in|for) (?:my|the"
        r"|apa|mla|chicago|harvard|later|me)\b)))"
    ),
    r"前\s*([二两兩三四五2-5])\s*[本个個条條项項部种種]",
)
_NUMBER = Rule(
    (
        r"(?:\b(?:number|no\.|num|nr\.?|item|result|option|choice)\s*#?\s*|#)(\d{1,2}|one|two"
        r"|three|four|five|six|seven|eight|nine|ten)\b(?!\s*(?:st|nd|rd|th|years?|copies|books"
        r"|[:.]\d))"
    ),
)
_ONLY = Rule(
    (
        r"^\W*(?:the\s+)?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\W*(?:please"
        r"|pls|thanks)?\W*$"
    ),
)
_SAID = Rule(  # "that one you said first"
    r"\b(?:the|that|which|what)(?: ones?| book| film)? (?:that )?(?:you|u) (?:said|mentioned|listed|showed(?: me)?|told me(?: about)?|suggested) (first|last)\b"
)
_BOTH = Rule(
    r"\bboth(?: of (?:them|these|those))?\b|\b(?:those|these) two\b",
    "[这這那]?[两兩]本都|[这這那][两兩]本",
)
_MEASURE = "[本个個条條项項篇种種张張](?!星期|礼拜|禮拜|[周週][一二三四五六日天末])"
_NTH = r"[\d一二三四五六七八九十]{1,3}"
_HAN_NTH = re.compile(_NTH)
_HAN = Rule(
    (
        rf"第\s*{_NTH}\s*(?:{_MEASURE}?\s*(?:和|、|，|,|跟|与|及|以及"
        rf"|还有)\s*第?\s*{_NTH}\s*)*{_MEASURE}(?!世界|次|版)"
    ),
    flags=0,
)
_HAN_LAST = Rule(f"(?:最后|最後|末尾)(?:那|的|面)?(?:那)?一?{_MEASURE}|倒数第一{_MEASURE}", flags=0)
_HAN_ONLY = Rule(r"^\W*(?:第)?([一二三四五六七八九十])\W*$", flags=0)

_ISBN = Rule(r"(?<![\d-])(?:97[89][\s-]?)?\d(?:[\s-]?\d){8}[\s-]?[\dXx](?![\d])", flags=0)
_CALLS = (
    Rule(r"(?<![\w.$£€])\d{3}\.\d{1,6}(?:\s?[/.]?\s?[A-Z]{1,4}\d{0,4}\b)?(?![\d%])", flags=0),  # Dewey
    Rule(r"\b[A-HJ-NP-VZ][A-Z]{0,2}\s?\d{1,4}(?:\.\d{1,3})?\s?\.\s?[A-Z]\d{1,4}(?:\s?[A-Z]\d{1,4})?(?:\s\d{4}[a-z]?)?", flags=0),  # LC
    Rule(r"\b[A-Z]{1,2}\d{2,4}(?:\.\d{1,4})?(?:[-=/]\w{1,6})*(?:/[A-Z]?\d{1,5})?(?=\b)", flags=0),  # Chinese Library Classification
)  # fmt: skip
_CALL_NAMED = Rule(
("(?:call number|shelf ?mark|class(?:mark)?|dewey|shelved (?:at|under)|索书号|索書號"
r"|分类号|分類號)\s*(?:is|:|：|为|是)?\s*([A-Z]{0,3}\d[\w./-]*(?:\s[A-Z]{1,3}\d*)?)"),
)  # fmt: skip
_NOT_A_CALL = Rule(r"^(?:[A-Z]{1,2}\d{2,4})$", flags=0)  # a course or room: only with more after it

_STYLES = tuple(
    (name, Rule(rf"(?:{pattern})(?:\s*(?:格式|体例|體例))?"))
    for name, pattern in (
        ("apa", r"\bapa\b(?:\s*(?:7(?:th)?|6(?:th)?)\b(?:\s+ed(?:ition)?)?)?"),
        ("mla", r"\bmla\b(?:\s*(?:9|8)(?:th)?\b)?"),
        ("chicago", r"\bchicago\b(?=\s*(?:style|format|citation|manual|$|[.,?!]|author|notes?|17))|(?<=in )chicago\b|(?<=cite it )chicago\b|(?<=cite this )chicago\b|^\W*chicago(?=\s+(?:please|pls|instead|then|too)\b)|\bturabian\b|芝加哥(?:格式|体例|引用|式|的?\W*$)"),
        ("gbt7714", r"\bgb\s?/?\s?t?\s?-?\s?7714(?:-\d{4})?|国标|國標"),
        ("harvard", r"\bharvard\b(?=\s*(?:style|format|referenc|citation|$|[.,?!]))|(?<=in )harvard\b|(?<=cite it )harvard\b|(?<=cite this )harvard\b|^\W*harvard(?=\s+(?:please|pls|instead|then|too)\b)|哈佛(?:格式|体例|引用)"),
        ("vancouver", r"\bvancouver\b|温哥华格式"),
        ("ieee", r"\bieee\b"),
        ("bibtex", r"\bbib\s?tex\b"),
        ("ris", r"\bris\b(?=\s*(?:file|format|export|$))|\bendnote\b|\bzotero\b"),
    )
)  # fmt: skip
_TOWNS = {"chicago", "harvard", "vancouver"}  # a long message may be about the place
_SHORT = 40
_CITES = Rule(
"cit(?:e|ing|ation)|refer(?:ence|encing)|bibliograph|style|format|manual",
"引|参考|格式|參考",
)  # fmt: skip


def items(text: str) -> Iterator[Found]:
    """isbn, call_number, style, ordinal (1 is the first, -1 the last), first_few (2: "the first two")."""
    yield from _isbns(text)
    yield from _call_numbers(text)
    for name, pattern in _STYLES:
        for hit in pattern.finditer(text):
            if name not in _TOWNS or len(text) < _SHORT or _CITES.search(text):
                yield Found("style", name, *hit.span())
    yield from _ordinals(text)


def _isbns(text: str) -> Iterator[Found]:
    for hit in _ISBN.finditer(text):
        value = isbn13(hit.group())
        if value:
            yield Found("isbn", value, *hit.span())


def _call_numbers(text: str) -> Iterator[Found]:
    for hit in _CALL_NAMED.finditer(text):
        yield Found("call_number", hit[1].strip(), *hit.span(1))
    for pattern in _CALLS:
        for hit in pattern.finditer(text):
            if not _NOT_A_CALL.match(hit.group()):
                yield Found("call_number", hit.group().strip(), *hit.span())


def _ordinals(text: str) -> Iterator[Found]:
    for hit in _FEW.finditer(text):
        yield Found("first_few", _place(hit[1]) if hit[1] else number(hit[2]), *hit.span())
    for pattern in (_NAMED, _BARE, _AT_START):
        for hit in pattern.finditer(text):
            yield from _each(hit, _ONE_TH, 1, _place)
    for pattern in (_NUMBER, _ONLY, _SAID):
        for hit in pattern.finditer(text):
            yield Found("ordinal", _place(hit[1]), *hit.span())
    for hit in _BOTH.finditer(text):
        yield Found("first_few", 2, *hit.span())
    yield from _han_ordinals(text)


def _each(
    hit: re.Match[str], one: re.Pattern[str], group: int, place: Callable[[str], int]
) -> Iterator[Found]:
    """Each place that a phrase names; together they take up the whole of it."""
    places = list(one.finditer(hit.string, *hit.span(group)))
    starts = [hit.start(), *(each.start() for each in places[1:]), hit.end()]
    for each, (start, end) in zip(places, pairwise(starts), strict=True):
        yield Found("ordinal", place(each[0]), start, end)


def _place(word: str) -> int:
    word = word.lower()
    return _ORDINALS.get(word) or int(word.removesuffix("th"))


def _han_ordinals(text: str) -> Iterator[Found]:
    for hit in _HAN.finditer(text):
        yield from _each(hit, _HAN_NTH, 0, number)
    for hit in _HAN_LAST.finditer(text):
        yield Found("ordinal", -1, *hit.span())
    for hit in _HAN_ONLY.finditer(text):
        yield Found("ordinal", number(hit[1]), *hit.span())
