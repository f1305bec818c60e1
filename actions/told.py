"""The sentences of an answer, and those of them that tell what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answers import sources_of
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language
from index.text import Rule

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])\s*")
_BARE: dict[Language, int] = {"en": 20, "zh": 8}  # characters of a sentence that says too little
_TO_ANOTHER = Rule(  # what answers the question of the entry, and not that which leans on it
    r"^(?:yes|no)[.,:]\s+",
    "^(?:可以|不用|不能|能|有)[，。：]",
)
_LINK = Rule(r"^(?:or|and|but)\s+", "^(?:或者?|但是?|不过|而且)")  # to a sentence that is not told


def sentences(entry: Entry, language: Language) -> list[str]:
    """The sentences of an answer; a "Yes." alone goes with the next, a short last with its own."""
    parts, held = list[str](), ""
    for one in _SENTENCES.split(entry.wording(language).answer):
        held = f"{held} {one}" if held and language == "en" else held + one
        if len(held) > _BARE[language]:
            parts.append(held)
            held = ""
    if held and parts:
        parts[-1] = f"{parts[-1]} {held}" if language == "en" else parts[-1] + held
    return parts or [held]


def whole(turn: Turn, entry: Entry) -> list[str]:
    return [entry.wording(turn.language).answer]


def tell(turn: Turn, entry: Entry, said: Sequence[str]) -> None:
    """Some sentences of an answer, with its source; what is spoken of stays as it is."""
    turn.tell(_joined(said, turn.language))
    turn.show(sources_of(entry, turn.language))
    turn.effect("knowledge", entry_id=entry.id)
    turn.ends("answered")


def near(turn: Turn, entry: Entry, said: Sequence[str]) -> None:
    """What comes nearest to what is asked, told as that: a person may know more."""
    turn.say("nearest-known")
    tell(turn, entry, said)
    turn.offer_human("unsure")
    turn.ends("unsure")


def _joined(said: Sequence[str], language: Language) -> str:
    text = (" " if language == "en" else "").join(map(_whole, said)).strip()
    return _capital(_LINK.sub("", _TO_ANOTHER.sub("", text, 1), 1))


def _whole(part: str) -> str:
    """A part of a sentence as a sentence of its own."""
    part = _capital(part)
    return part[:-1] + {";": ".", "；": "。"}.get(part[-1:], part[-1:])


def _capital(text: str) -> str:
    """The text with a large first letter, unless it begins with an address."""
    return text if text.startswith("http") else text[:1].upper() + text[1:]
