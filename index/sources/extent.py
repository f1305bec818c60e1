"""How long a book is, by what a catalogue says of its extent."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_ONE = rf"\[?{_NUMBER.pattern}\]?"
_PAGES = re.compile(
    rf"((?:{_ONE}\s*,\s+)*{_ONE})\s*(?:unnumbered\s+)?"
    r"(?:p\b|pp\b|pages?\b|pgs?\b|S\b|Seiten\b|páginas?\b|页|頁)",
    re.I,
)
_MOST = 20_000  # more is a slip


def pages_told(extents: Iterable[str]) -> int | None:
    """The pages in "xvi, 208 pages", the longest run of them; None when none are told."""
    runs = (run for text in extents for run in _PAGES.findall(text))
    told = [int(n.replace(",", "")) for run in runs for n in _NUMBER.findall(run)]
    return max((n for n in told if 0 < n < _MOST), default=None)
