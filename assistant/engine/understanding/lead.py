"""What a message begins with and does not ask: a word said in thought ("ok so where then", 嗯那怎么办),
or that what was told is done ("once I've got it how many can I take", 办了能借几本)."""

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
    (
        r"^\W*(?:and\s+)?(?:once|when|after)\s+(?:i(?:['’]ve|\s+have)?|we(?:['’]ve|\s+have)?)\s+"
        r"(?:got\s+|get\s+)?(?:it|one|(?:my|the|a)\s+card|joined|signed\s+up)[\s,]+(?=\w+\s+\w)"
    ),
    (
        r"^[^\w]*(?:那|等)?(?:办(?:了|好了?|完了?|下来)|有了|拿到了?)[卡证]?(?:以?后|之后)?"
        r"(?:[，,]\s*|(?!要?(?:多[久长]|几天))(?=[能可要最一]|多少|怎|是不))"
    ),
)
_LEAST = 2  # characters of what must be left


def without_lead(text: str) -> str:
    """The message without such words; itself where nothing else is said."""
    rest = text
    while (found := _LEAD.match(rest)) and len(re.sub(r"\W", "", rest[found.end() :])) >= _LEAST:
        rest = rest[found.end() :]
    return rest
