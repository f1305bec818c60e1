"""What of a very long message is read: its beginning and its end, and no endless repetition."""

from __future__ import annotations

import re

LONGEST = 1000  # characters; about what the encoder takes in
_BEGINNING = 400
_ENDLESS = re.compile(r"(.{1,12}?)\1{9,}", re.DOTALL)
_SEEN = 80  # characters from which on a repetition is looked at


def gist(text: str) -> str:
    """The text itself, unless it is longer than a request is, or one thing over and over."""
    if len(text) < _SEEN:
        return text
    read = _ENDLESS.sub(_thrice, text)
    return read if len(read) <= LONGEST else f"{read[:_BEGINNING]}\n{read[_BEGINNING - LONGEST :]}"


def _thrice(run: re.Match[str]) -> str:
    return run[1] * 3 if len(run[0]) >= _SEEN else run[0]
