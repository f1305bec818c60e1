"""How long a book may be: "under 300 pages", 300页以内."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.times import number
from index.text import Rule

_PAGES = r"(\d{2,4})\s*(?:pages?|pp\.?|p\b)"
_HAN = "([0-9]{2,4}|[一二两三四五六七八九]百[零一二三四五六七八九十]{0,4}|一千)\\s*多?页"
_RULES = (
    (
        "pages_to",
        Rule(
            (
                r"\b(?:under|below|less than|fewer than|shorter than|up to|at most|no (?:more"
                rf"|longer) than|(?:no|not|nothing) (?:over|above|longer than|more than)|within|max(?:imum)?(?: of)?)\s+{_PAGES}(?:\s+long)?"
            ),
            rf"{_PAGES}\s+(?:or (?:less|fewer|shorter|under)|max(?:imum)?|tops|at most)",
            rf"(?:不超过|少于|不到|小于|低于|最多|别超过|不要超过)\s*{_HAN}的?",
            rf"{_HAN}\s*(?:以内|以下|之内|之下|内)的?",
        ),
    ),
    (
        "pages_from",
        Rule(
            (
                r"\b(?<!no )(?<!not )(?<!nothing )(?:over|above|more than|longer than|at least|no (?:less"
                rf"|fewer) than)\s+{_PAGES}(?:\s+long)?"
            ),
            rf"{_PAGES}\s+(?:or (?:more|longer)|at least|plus)",
            rf"(?:超过|多于|大于|至少|不少于)\s*{_HAN}的?|{_HAN}\s*(?:以上|之上)的?",
        ),
    ),
)


def length(text: str) -> Iterator[Found]:
    """pages_from and pages_to."""
    for name, pattern in _RULES:
        for hit in pattern.finditer(text):
            yield Found(name, _pages(next(filter(None, hit.groups()))), *hit.span())


def _pages(said: str) -> int:
    """800, 八百, 三百五十."""
    if said.isdigit():
        return int(said)
    hundreds, _, rest = said.partition("百")
    return 1000 if said == "一千" else 100 * number(hundreds) + (number(rest) if rest else 0)
