"""The status of a copy in the words of some system, in English or Chinese."""

from __future__ import annotations

import re
from functools import lru_cache

from index.record import CopyStatus

# What systems and people write, in the order in which it is looked for: first what a "not" turns.
_WORDS: tuple[tuple[CopyStatus, str], ...] = (
    ("available", r"\bnot (?:charged|checked ?out|on loan|borrowed|issued)|discharged|未借|未外借"),
    ("missing", r"missing|lost|stolen|claim|damaged|discard|withdrawn|not on (?:the )?shelf"),
    ("missing", r"^[mzn]$|丢失|不在架"),
    ("reference", r"\bno[tn]?[ -]?(?:for |in |to be )?(?:loan|borrow|circ)|不[可能予得]?外借"),
    ("on_loan", r"\b(?:not|no)(?: \w+)? available|unavailable|not (?:checked ?)?in\b"),
    ("on_loan", r"不可借|不在馆"),
    ("on_loan", r"\bon(?:[ _-]?| \w+ )loan\b|loaned|^loan$|inter-?library loan|charged"),
    ("on_loan", r"checked[ _-]?out|due\b|borrowed|issued|借出|(?<!可)外借"),
    ("reference", r"referen|library use|in-?house|^o$|馆内|阅览"),
    ("unknown", r"order|process|transit|transfer|hold|repair|bind|catalog|check_holdings|^t$|^!$"),
    ("available", r"available|on shelf|in library|checked ?in|^in$|^-$|^0$|^$|在馆|在架|可外?借"),
)


@lru_cache(maxsize=4096)
def status_of_words(text: str) -> CopyStatus:
    """A status as some system words it; "" is a copy of which nothing hinders the loan."""
    return next(
        (status for status, words in _WORDS if re.search(words, text.strip(), re.I)), "unknown"
    )
