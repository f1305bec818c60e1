"""The sentences of an answer, and those of them that tell what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions import aspects
from actions.answers import sources_of
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language
from index.knowledge_words import stems
from index.text import Rule

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])\s*")
_BARE: dict[Language, int] = {"en": 20, "zh": 8}  # characters of a sentence that says too little
_TELLS = 0.2  # the nearness from which an answer tells what was asked
_ALONE = 0.4  # and from which one sentence surely does
_SHORT: dict[Language, int] = {"en": 250, "zh": 110}  # characters of an answer told as one
_TO_ANOTHER = Rule(  # what answers the question of the entry, and not that which leans on it
    r"^(?:yes|no)[.,:]\s+",
    "^(?:可以|不用|不能|能|有)[，。：]",
)


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


def best(turn: Turn, entry: Entry) -> tuple[float, str]:
    """The sentence of an answer that tells best what the message asks, and how near it is."""
    parts = sentences(entry, turn.language)
    near = turn.services.answers.telling(turn.ask.text, parts, turn.language)
    return max(zip(near, parts, strict=True))


def tells(turn: Turn, entry: Entry, nearness: float) -> bool:
    """Whether an answer tells what was asked: a sentence is near to it, or has a word of it."""
    named = set(stems(aspects.more_than_asking(turn.ask.text)))
    return nearness >= _TELLS or bool(named & set(stems(entry.wording(turn.language).answer)))


def surely(turn: Turn, nearness: float, sentence: str) -> bool:
    """Whether a sentence tells what was asked: it is near to it, or names all of it."""
    named = set(stems(aspects.more_than_asking(turn.ask.text)))
    return nearness >= _ALONE or (bool(named) and named <= set(stems(sentence)))


def most(turn: Turn, entry: Entry, nearness: float, sentence: str) -> list[str]:
    """Of a long answer the sentence that surely tells what was asked, else all of it."""
    said = whole(turn, entry)
    long = len(said[0]) > _SHORT[turn.language]
    return [sentence] if long and surely(turn, nearness, sentence) else said


def whole(turn: Turn, entry: Entry) -> list[str]:
    return [entry.wording(turn.language).answer]


def tell(turn: Turn, entry: Entry, said: Sequence[str]) -> None:
    """Some sentences of an answer, with its source; what is spoken of stays as it is."""
    turn.tell(_joined(said, turn.language))
    turn.show(sources_of(entry, turn.language))
    turn.effect("knowledge", entry_id=entry.id)
    turn.ends("answered")


def no_more(turn: Turn, entry: Entry) -> None:
    """All that is known of it is said once more, later what of it is nearest: a person may know."""
    repeated, turn.session.repeated = turn.session.repeated, True
    turn.say("all-that-is-near" if repeated else "all-i-know-is")
    tell(turn, entry, [best(turn, entry)[1]] if repeated else whole(turn, entry))
    turn.offer_human("unsure")
    turn.ends("unsure")


def _joined(said: Sequence[str], language: Language) -> str:
    text = (" " if language == "en" else "").join(map(_whole, said)).strip()
    text = _TO_ANOTHER.sub("", text, 1)
    return _capital(text)


def _whole(part: str) -> str:
    """A part of a sentence as a sentence of its own."""
    part = _capital(part)
    return part[:-1] + {";": ".", "；": "。"}.get(part[-1:], part[-1:])


def _capital(text: str) -> str:
    """The text with a large first letter, unless it begins with an address."""
    return text if text.startswith("http") else text[:1].upper() + text[1:]
