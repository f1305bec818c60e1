"""Headers of letters, none read at more than a usual length."""

from __future__ import annotations

from email.headerregistry import HeaderRegistry
from typing import Any

LONGEST = 1000  # characters
_PLAIN = frozenset({"subject", "in-reply-to", "references"})  # quickly read, and longer by right
LONGEST_PLAIN = 4000
MOST = 50_000  # of one letter


class Short:
    """A policy's header factory. Python reads a header in the square of its length."""

    def __init__(self) -> None:
        self._registry = HeaderRegistry()
        self._left = MOST

    def __call__(self, name: str, value: str) -> Any:
        most = LONGEST_PLAIN if name.lower() in _PLAIN else LONGEST
        short = value[: min(most, self._left)]
        self._left -= len(short)
        try:
            return self._registry(name, short)
        except RecursionError:  # brackets in brackets in brackets
            return self._registry(name, "")
