"""What is searched for in Chinese written in Latin letters, of which the tagger knows too little."""

from __future__ import annotations

import re

from assistant.engine.understanding.language import message_language
from assistant.engine.understanding.marked import Tagged
from index.text import has_han

_ASKS = re.compile(
    r"\W*(?:(?:qing ?wen|ni ?hao|(?:ni ?men|tu ?shu ?guan)(?: li)?(?= you)|(?:you ?)?mei ?you|you(?= \w+ (?:ma|mei)$)"
    r"|wo ?(?:xiang|yao)(?: ?(?:zhao|kan|jie|du))?|bang ?wo|zhao|tui ?jian|guan ?yu)\b\W*)*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\W*\b(?:zai ?na(?: ?li|r)?|(?:hai ?)?zai ?(?:bu ?zai|ma)|you ?(?:mei ?you|ma)|de ?shu|ma|ne))*\W*$",
    re.IGNORECASE,
)


def searched(text: str) -> list[Tagged]:
    """What is left without the asking; empty for text in characters, or in another language."""
    if has_han(text) or message_language(text) != "zh":
        return []
    start = _ASKS.match(text).end()  # type: ignore[union-attr]
    end = _ENDS.search(text, start).start()  # type: ignore[union-attr]
    return [Tagged("query", start, end)] if end > start else []
