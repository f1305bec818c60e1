"""What a reader pasted rather than typed: a reference, an abstract, a link, a list of questions."""

from __future__ import annotations

import re
import unicodedata

from actions import references
from actions.ask import Ask
from actions.session import Session
from actions.signs import shapes

_LONG = 280  # characters from which a text is a passage and no question
_TAKEN = 600  # characters of a passage that an encoder reads anyway


def reference(text: str) -> str:
    """Title and first author of a pasted reference; "" when it is none."""
    if len(text) < 20:
        return ""
    text = references.alone(text)
    for pattern in shapes.REFERENCES:
        if found := pattern.search(text):
            first = re.split(r"[,，;；&]| and ", found["author"])[0].strip()
            return f"{found['title'].strip()} {first}"
    return ""


def to_cite(text: str) -> bool:
    """Whether a reference was pasted to be written in another style, or to be checked."""
    asked = text.removesuffix(references.alone(text))
    return bool(asked and reference(text))


def passage(text: str) -> str:
    """The beginning of a pasted abstract or page; "" when the text may be a question."""
    return " ".join(text.split())[:_TAKEN] if len(text) >= _LONG else ""


def is_link(text: str) -> bool:
    return bool(shapes.LINK.match(text))


def has_link(text: str) -> bool:
    return "://" in text or "www." in text or has_doi(text)


def has_doi(text: str) -> bool:
    return bool(shapes.DOI.search(text))


def is_error(text: str) -> bool:
    """An error message as a screen or a program showed it."""
    return bool(shapes.ERROR.search(text))


def is_only_signs(text: str) -> bool:
    """Emoji, punctuation and nothing else."""
    return not any(unicodedata.category(letter)[0] in "LN" for letter in text)


def questions(text: str) -> list[str]:
    """The questions in a message, one by one."""
    return [found.strip() for found in shapes.QUESTIONS.findall(text)]


def kept(ask: Ask, session: Session) -> str:
    """The reference pasted in this message, or before it if this one asks to cite."""
    before = session.pasted if ask.intent == "cite" else ""
    return ask.typed if reference(ask.text) else before
