"""What is asked of the answer just given: "is it free?", "how do I book one", 要带什么."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions import aspects, signs
from actions.answers import sources_of
from actions.skills import answer, people, unsure
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language
from index.text import Rule, rule

_SENTENCES = rule(r"(?<=[.!?])\s+|(?<=[。！？；])\s*")


def follow(turn: Turn) -> None:
    """The sentences of the answer that tell it, else another answer to both questions together."""
    spoken_of = turn.session.entry if turn.session.topic == "answer" else ""
    last = turn.services.answers.entry(spoken_of)
    tells = aspects.told_by(turn.ask.text) or _said_of(turn.ask.text)
    if last is None or tells is None:
        return unsure.library(turn)
    wording = last.wording(turn.language)
    said = [part for part in _SENTENCES.split(wording.answer) if tells.search(part)]
    if said:
        turn.tell(_joined(said, turn.language))
        turn.show(sources_of(last, turn.language))
        turn.effect("knowledge", entry_id=last.id)
        return turn.ends("answered")
    return _elsewhere(turn, last, tells) if aspects.told_by(turn.ask.text) else unsure.library(turn)


def _said_of(text: str) -> Rule | None:
    """What has the word of "password?"."""
    word = aspects.one_word(text)
    edge = "" if signs.HAN.search(word) else r"\b"
    return rule(f"{edge}{re.escape(word)}", re.IGNORECASE) if word else None


def _joined(said: Sequence[str], language: Language) -> str:
    told = (" " if language == "en" else "").join(said)
    return f"{told[:-1]}。" if told.endswith("；") else told


def _elsewhere(turn: Turn, last: Entry, tells: Rule) -> None:
    """An answer near to both questions that tells what is asked; if there is none, a person."""
    both = f"{last.wording(turn.language).question} {turn.ask.text}"
    for match in turn.services.answers.nearest(both, turn.language, 4):
        entry = match.entry
        if entry.topic == last.topic and tells.search(entry.wording(turn.language).answer):
            return answer.give(turn, entry)
    return people.not_sure(turn)
