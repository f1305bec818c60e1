"""Two requests in one message, when the second clearly stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.engine.understanding.found import Found
from index.text import Rule

_QUESTION = (
    r"(?:are you|do you|can (?:i|you|we|my|our|someone)|could (?:i|you)|where (?:is|are|can|do)|when (?:is|are|do|does|can|will)|what(?:['’]s| is| are| time| else)|how (?:do|does|can|much|many|long|far|late|would)|is (?:the|it|there)|who|which|will|"
    r"does|i (?:also )?(?:need|want|would like)|i['’]d (?:also )?like|tell me|show me|please|find|cite|save|(?:book|reserve|renew|extend) (?:an?|my|the|it|them)\b)"
)
_JOINED = Rule(
    (
        r"(?:[.?!;]\s+|,\s*|\s+)(?:and\s+(?:also\s+|then\s+|can\s+you\s+also\s+)?|also,?\s+"
        r"|oh\s+and\s+|plus,?\s+|another (?:question|thing)[:,]?\s+"
        rf"|second(?:ly)?,\s+)(?={_QUESTION}\b)(?P<second>.{{8,}})$"
    ),
    flags=re.IGNORECASE | re.DOTALL,
)
_TWO_QUESTIONS = Rule(rf"\?\s+(?P<second>{_QUESTION}\b.{{8,}}\?)\s*$")
_HAN = Rule(
    (
        r"(?:[，,。？?；;！!]\s*|\s)(?:另外|还有|還有|顺便(?:问一下|问问|再)?|順便(?:問一下)?"
        r"|再问一下|还想问(?:一下)?|同时|對了|对了|以及)[，,：:]?\s*(?P<second>.{4,})$"
    ),
    flags=re.DOTALL,
)
_HAN_TWO = Rule(r"[？?]\s*(?P<second>[^？?]{4,}[？?])\s*$", flags=0)
# What hangs on the first request rather than asking for something else.
_HANGS = Rule(
    (
        r"^(?:(?:is|are|does|do|was|can) (?:it|they|that|this)\b|where is it|where are they"
        "|(?:它|这本|那本))"
    ),
)
_HALF = Rule(  # "how do I reference" and "cite a report" are one question
    r"\b(?:how|where|when) (?:do|can|could|should|would|to)(?: (?:i|we|you|one))? \w+$",
)
_GOES_ON = Rule(r"(?:please |also )*(?:find|cite|save|show|tell)\b")
_STORY = Rule(
    r"\?",
    r"\b(?:do you|have you|can i|could|where|when|how|what|find|show|need|looking|books?)\b",
    "[吗嗎呢？]|有没有|想|找|借|怎么",
)


def second_request(text: str) -> Iterator[Found]:
    """`second` with the other request's text; nothing when in doubt."""
    for pattern in (_JOINED, _TWO_QUESTIONS, _HAN, _HAN_TWO):
        hit = pattern.search(text)
        if hit and _stands_alone(text[: hit.start()], hit["second"]):
            start, end = hit.span("second")
            yield Found("second", hit["second"].strip(), start, end)
            return


def _stands_alone(first: str, second: str) -> bool:
    said = sum(2 if "\u3400" <= c <= "\u9fff" else 1 for c in first.strip())
    if said < 6 or not _STORY.search(first):
        return False
    if _HALF.search(first) and _GOES_ON.match(second):
        return False
    return not _HANGS.match(second.strip())
