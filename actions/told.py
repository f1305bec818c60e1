"""The sentences of an answer, and those of them that tell what was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answers import sources_of
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；])\s*")
_BARE: dict[Language, int] = {"en": 6, "zh": 4}  # characters of a sentence that says too little
_TELLS = 0.2  # the nearness from which a sentence tells what was asked


def sentences(entry: Entry, language: Language) -> list[str]:
    """The sentences of an answer; a "Yes." alone goes with the next."""
    parts, held = list[str](), ""
    for one in _SENTENCES.split(entry.wording(language).answer):
        held = f"{held} {one}" if held and language == "en" else held + one
        if len(held) > _BARE[language]:
            parts.append(held)
            held = ""
    return [*parts, held] if held.strip() else parts


def best(turn: Turn, entry: Entry) -> tuple[float, str]:
    """The sentence of an answer that tells best what the message asks, and how near it is."""
    parts = sentences(entry, turn.language)
    near = turn.services.answers.telling(turn.ask.text, parts, turn.language)
    return max(zip(near, parts, strict=True))


def tells(nearness: float) -> bool:
    return nearness >= _TELLS


def tell(turn: Turn, entry: Entry, said: Sequence[str]) -> None:
    """Some sentences of an answer, with its source; what is spoken of stays as it is."""
    turn.tell(_joined(said, turn.language))
    turn.show(sources_of(entry, turn.language))
    turn.effect("knowledge", entry_id=entry.id)
    turn.ends("answered")


def no_more(turn: Turn, entry: Entry) -> None:
    """All that is known of it is said once more, and only once: a person may know more."""
    if turn.session.repeated:
        turn.say("all-i-know")
    else:
        turn.say("all-i-know-is")
        tell(turn, entry, [entry.wording(turn.language).answer])
        turn.session.repeated = True
    turn.offer_human("unsure")
    turn.ends("unsure")


def _joined(said: Sequence[str], language: Language) -> str:
    text = (" " if language == "en" else "").join(said).strip()
    end = "." if language == "en" else "。"
    text = f"{text[:-1]}{end}" if text.endswith((";", "；")) else text
    return text[:1].upper() + text[1:]
