"""What happens in a book, told in a sentence: "the girl goes missing and everyone suspects ..."."""

from __future__ import annotations

from index.text import Rule

_SOMEBODY = (
    r"(?:girl|boy|man|woman|wife|husband|mother|mum|father|dad|son|daughter|brother|sister|child|kid|family|couple"
    r"|detective|police\w*|soldier|doctor|nurse|teacher|student|king|queen|prince|princess|hero|heroine|main character"
    r"|dog|cat|horse|robot|ghost|town|village)s?"
)
_PLOT = Rule(
    r"^\W*(?:(?:(?:the|that|an?|any) )?(?:book|novel|story|film|movie|one)s? (?:where|in which|about) |it['’]?s about )?"
    rf"(?P<plot>(?:(?:an?|two|three|some) (?!books?\b|novels?\b|stor|films?\b|movies?\b)[\w’'-]+|the (?:[\w’'-]+ )?{_SOMEBODY}) (?:[\w’'-]+ ){{0,4}}?"
    r"(?:who |that )?(?:is|are|was|gets?|goes|has|have|[\w-]{3,}s) [\w’', -]{6,}?)\W*$"
)
_TO_US = Rule(  # in no plot
    r"\b(?:i|i['’]\w+|you|your|my|me|we|our|us|please|pls|library|librar\w+|borrow|card|branch|desk"
    r"|open|available|stock)\b"
)


def plot(text: str) -> tuple[int, int] | None:
    """Where the plot that a message tells begins and ends; None where it tells none."""
    told = None if _TO_US.search(text) else _PLOT.search(text)
    return told.span("plot") if told else None
