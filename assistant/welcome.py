"""The first thing a reader reads."""

from __future__ import annotations

from assistant.model import Choice, ChoicesPart, Language, Part, TextPart
from assistant.parts import write_payload
from assistant.texts import say


def welcome_parts(language: Language, staffed: bool) -> list[Part]:
    """What the assistant is, whether a person is there, what is kept, and three ways to begin."""
    lines = ["welcome", "welcome-staffed" if staffed else "welcome-unstaffed", "welcome-privacy"]
    text = "\n".join(say(language, line) for line in lines)
    choices = [
        Choice(title=say(language, f"choice-{name}"), payload=write_payload(name))
        for name in ("help", "hours", "human")
    ]
    return [TextPart(text=text), ChoicesPart(choices=choices)]
