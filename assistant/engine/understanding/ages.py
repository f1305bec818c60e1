"""How old readers are, in years or by their class at school: "8 yr old", "under 7", 三年级."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.engine.understanding.found import Found, is_negated
from assistant.engine.understanding.times import number
from index.text import Rule

_NUMBERS = dict(zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"], range(2, 18), strict=True))  # fmt: skip
_COUNT = rf"(?:\d{{1,2}}(?!\d)|(?:{'|'.join(_NUMBERS)})\b)"
_SPAN = rf"({_COUNT})(?:\s*(?:-|–|to|or|and|&)\s*({_COUNT}))?"
CHILD = (
    r"(?:(?:great-?)?grand-?(?:sons?|daughters?|child(?:ren)?|kids?)|(?:step|god)?(?:sons?|daughters?)|child(?:ren)?|kids?|kiddos?"
    r"|little (?:ones?|boys?|girls?|brothers?|sisters?|man|lad)|nephews?|nieces?|toddlers?|bab(?:y|ies)"
    r"|boys?|girls?|lads?|teen(?:ager)?s?|twins|pupils?)"
)
_NOW = r"(?:(?:only|just|now|nearly|almost|about|turning|gonna be|going to be)\s+)*"
_ENDS = r"(?=\s+(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|two|\w+uary|\w+ber|march|april|may|june|july|august|\w+ weeks?)|soon|tomorrow|this|and|but|who|years?|next|now|so|loves?|likes?|s?he|they)\b|\s*[,;!?)]|\s*\.(?!\d)|\s*$)"
_HAN_CHILD = "(?:小?(?:女儿|儿子|孩子?|朋友|[男女]孩子?|宝宝?)|小?宝宝|娃娃?|孙子|孙女|外孙女?|侄子|侄女|外甥女?)"
_HAN_COUNT = "(?:\\d{1,3}|[二两三四五六七八九]?十[一二三四五六七八九]{0,2}|[一二两三四五六七八九])"
_HAN_SPAN = rf"({_HAN_COUNT})(?:岁?\s*(?:到|至|[-–—~～、])\s*({_HAN_COUNT}))?"
_HAN_ONE = f"(?:(?:[我他她]们?家?的?)?{_HAN_CHILD}?)?"
_OLD = rf"{_SPAN}[\s-]*(?:(?:years?|yrs?)[\s-]*olds?|y[/.]?os?)\b"
_AGED = rf"\b(?:age[sd]?(?:\s+(?:of|between|from))?|{CHILD}\s+between)\s+{_SPAN}"
_LATE = r"(?!\s+years?\s+(?:late|overdue|ago|behind|past|after|out)\b)"  # how long, and no age
_AT = rf"{_NOW}{_SPAN}{_LATE}(?:\s+years?(?:\s+old)?)?{_ENDS}"
_THEY_ARE = r"\b(?:who(?:['’]?s|\s+is|\s+are)|(?:s?he|they)(?:['’]?s|['’]?re|\s+is|\s+are))"
_IS_NOW = rf"\s+(?:(?:is|are|was|were)\s+(?:turning\s+)?|(?:just )?turn(?:s|ed|ing)\s+){_AT}"
_BESIDE = rf"(?:\s*[,(]\s*|\s+){_SPAN}\s*(?:\)|(?=,)|$)"
_YEARS = (
    Rule(rf"\b(?:(?:suitable|ok(?:ay)?|good)\s+)?(?:for\s+)?(?:(?:a|my|an|our)\s+)?{_OLD}"),
    Rule(_AGED),
    Rule(rf"(?:{_THEY_ARE}|\bturn(?:s|ed|ing))\s+{_AT}"),
    Rule(rf"\bi(?:['’]?m|\s+am)\s+{_AT}"),
    Rule(rf"\b{CHILD}(?:\s+\w+)?{_IS_NOW}"),
    Rule(rf"\b{CHILD}{_BESIDE}"),
    Rule(rf"\b{CHILD}\s+of\s+{_AT}"),
    Rule(
        (
            rf"(?:(?:给|适合|送)?{_HAN_ONE}(?:今年|现在|已经|马上|刚|才|快)*)?"
            rf"(?:([一二两三四五六七八])([二三四五六七八九])|{_HAN_SPAN})[来多]?岁半?(?:左右|多)?(?:的|大)?(?:{_HAN_CHILD}(?:[看读听]的)?)?"
        ),
    ),
    Rule(r"(?<=[儿女孙孩子]今年)([\d一二两三四五六七八九十]{1,3})(?![\d年月本])"),
)
_UNDER_AGE = (
    rf"(?:^\W*|\b(?:(?:{CHILD}|ones?|for|aged?|ages|is|are|and|the|just|only|all)\s+)+)"
    rf"(?:under|below|younger than)[\s-]?(?:the age of\s+)?({_COUNT})s?\b"
    r"(?!\s*(?:%|p\b|pages?|pounds?|dollars?|quid|euros?|minutes?|mins?|hours?|days?|weeks?|months?))"
)
_UNDER = Rule(_UNDER_AGE, r"(?:^\W*|[^\d])(\d{1,2})岁(?:以下|以内|之下)")
_PUPIL = r"(?=\s*(?:$|[,.;?!])|\s+(?:kids?|child(?:ren)?|pupils?|readers?|reading|books?|maths|class|boys?|girls?|students?|daughter|son|level|homework|project|and|who|at|topic|work|term|this|needs?|wants?|is)\b)"
_CLASS = Rule(
    rf"\b(?:in\s+|for\s+)?(?:a\s+)?(?:(?:school )?(?:yr|year)[\s-]?(?:group\s+)?|grade[\s-]?)(\d{{1,2}})s?\b{_PUPIL}",
    r"\b(?:in\s+|for\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)[\s-]grade(?:rs?)?\b",
)
_PARENT = Rule(
    r"\b(?:parents?|mums?|moms?|mothers?|dads?|fathers?|raising|parenting)\s+(?:of\s+|to\s+|with\s+)?$"
)
_STARTS = 5  # years of age in the class before the first
_SMALL, _YOUNG, _GROWN = 6, 13, 18
_AUDIENCES = ("preschool", "children", "young_adult", "adult")


def audience_of(age: int) -> str:
    """The audience that records name for a reader of this age in years."""
    return _AUDIENCES[sum(age >= bound for bound in (_SMALL, _YOUNG, _GROWN))]


def ages(text: str) -> Iterator[Found]:
    """The audience of each age that is told; all of them between two ages, and below one."""
    for hit in _UNDER.finditer(text):
        yield from _between(text, hit, 1, _years(next(filter(None, hit.groups()))) - 1)
    for hit in (hit for rule in _YEARS for hit in rule.finditer(text)):
        if _PARENT.search(text, 0, hit.start()):
            continue
        told = [_years(said) for said in hit.groups() if said]
        yield from _between(text, hit, min(told), max(told))
    for hit in _CLASS.finditer(text):
        age = _STARTS + int(next(filter(None, hit.groups())))
        yield from _between(text, hit, age, age)


def _years(said: str) -> int:
    return _NUMBERS.get(said.lower()) or number(said)


def _between(text: str, hit: re.Match[str], least: int, most: int) -> Iterator[Found]:
    """The second audience of one phrase stands at its end, so that it does not overlap the first."""
    if most >= _GROWN:
        return
    names = _AUDIENCES[
        _AUDIENCES.index(audience_of(least)) : _AUDIENCES.index(audience_of(most)) + 1
    ]
    for name, start in zip(names, (hit.start(), hit.end(), hit.end()), strict=False):
        yield Found("audience", name, start, hit.end(), is_negated(text, hit.start()))
