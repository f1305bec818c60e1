"""Entries for a short message that is read together with the question before it."""

from __future__ import annotations

from dataclasses import dataclass

from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language

_BOTH = 2.5  # weight of both read together, to the message alone
_HERE = 0.1  # what the entry spoken of has over others
_LONGEST = 80  # characters of a question that is read with the next
_JOINT: dict[Language, str] = {"en": " ", "zh": "，"}


@dataclass(frozen=True, slots=True)
class Near:
    """An entry and how near it is; also to the message alone, and how surely that asks for it."""

    entry: Entry
    score: float
    alone: float
    confidence: float

    @property
    def joint(self) -> float:
        return self.score - self.alone


def nearest(turn: Turn, last: Entry) -> list[Near]:
    """All entries for a message that follows `last`, the likeliest first.

    Weights are set on tests/bench/follow_ups.tsv.
    """
    answers, text, language = turn.services.answers, turn.ask.text, turn.language
    alone = answers.nearest(text, language, answers.count)
    joined = _JOINT[language].join((_question(turn, last), text))
    both = {m.entry.id: m.score for m in answers.nearest(joined, language, answers.count)}
    near = [
        Near(
            m.entry,
            m.score + _BOTH * both.get(m.entry.id, 0.0) + _HERE * (m.entry is last),
            m.score,
            m.confidence,
        )
        for m in alone
    ]
    return sorted(near, key=lambda one: -one.score)


def _question(turn: Turn, last: Entry) -> str:
    """What the answer before was given to: as it was typed, if that is short."""
    asked = turn.session.question
    return asked if 0 < len(asked) <= _LONGEST else last.wording(turn.language).question
