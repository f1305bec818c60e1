"""In which Chinese characters a book is printed, and which of them a reader names."""

from __future__ import annotations

from actions.signs import facts
from index.record import Record
from index.text import Script, script_of


def named(text: str) -> list[Script]:
    """The scripts that a message names."""
    return [script for script, sign in facts.SCRIPTS.items() if sign.search(text)]


def of(record: Record) -> Script:
    """As far as what is copied from the book shows it, or a summary in traditional characters."""
    if record.language != "chi":
        return ""
    copied = script_of("".join((record.title, *record.authors, record.publisher)))
    return copied or ("traditional" if script_of(record.summary) == "traditional" else "")
