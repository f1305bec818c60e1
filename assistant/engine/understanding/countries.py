"""Names of countries and continents, from the Unicode tables."""

from __future__ import annotations

from functools import cache

_OTHER = (
    "england",
    "scotland",
    "wales",
    "northern ireland",
    "america",
    "britain",
    "uk",
    "usa",
    "korea",
    "holland",
)


def is_country(name: str) -> bool:
    """Whether a name is a country's or a continent's: "Pakistan", "north africa"."""
    return name.casefold() in _names()


@cache
def _names() -> frozenset[str]:
    from babel import Locale

    told = Locale.parse("en").territories.values()
    return frozenset([*(str(name).casefold() for name in told), *_OTHER])
