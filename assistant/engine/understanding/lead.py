"""The word that a message begins with while the reader thinks: "ok so where then", 嗯那怎么办."""

from __future__ import annotations

import re

from index.text import Rule

_LEAD = Rule(
    r"^\W*(?:ok(?:ay)?|alright|all right|right|well|um+|hmm+|oh|ah|cool|great)\s*[,.!;:…]+\s*",
    r"^\W*(?:ok(?:ay)?|alright)\s+(?:(?:so|and|then|but|now)\b[\s,]*)*",
    (
        r"^\W*(?:right|well|oh|so|um+|hmm+)(?:\s+then)?[\s,]+(?=(?:so|where|when|how|what|which|who"
        r"|why|can|could|do|does|did|is|are|will|would|if|then)\b)"
    ),
    r"^[^\w]*(?:好的?|好吧|好嘞|嗯+|行|行吧|哦+|噢|喔|对了?|OK|ok)[吧啊呀]?[，,。.！!、\s]+",
    r"^[^\w]*(?:好的|好吧|嗯+|哦+|噢|OK|ok)(?=那|我|请|怎|可|能|要|有|你|如|什|哪|几|多|在|是|给|帮)",
    r"^[^\w]*(?:好|行)(?=那(?:[我你就么]|怎|如|请|可|能|什|哪|几|多))",
)
_LEAST = 2  # characters of what must be left


def without_lead(text: str) -> str:
    """The message without such words; itself where nothing else is said."""
    rest = text
    while (found := _LEAD.match(rest)) and len(re.sub(r"\W", "", rest[found.end() :])) >= _LEAST:
        rest = rest[found.end() :]
    return rest
