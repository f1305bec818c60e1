"""Why a record was found, in the reader's words."""

from __future__ import annotations

import re

from assistant.model import Language
from assistant.texts import say
from index.record import Hit

_LONGEST = 140
_SAID = {
    "subject",
    "summary",
    "contents",
    "series",
    "call_number",
}  # what the item itself does not show


def why_in_words(hit: Hit, language: Language) -> str:
    """Empty when the title or the name already shows it."""
    why = hit.why
    if why is None or why.unit not in _SAID or not why.text.strip():
        return ""
    return say(language, f"why-{why.unit.replace('_', '-')}", text=shortened(why.text))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """At most `longest` characters, cut between words."""
    text = " ".join(text.replace(" -- ", " – ").split())
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return re.sub(r"\s+\S*$", "", cut).rstrip(" ,;:，；：、") + "…"
