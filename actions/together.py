"""Entries for a short message that is read together with the question before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp

from actions import aspects, told
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language
from index.knowledge_words import stems

# What speaks for an entry, as log odds: fitted on tests/bench/follow_ups*.tsv (docs/search.md).
_ALONE, _ASKED, _LAST = 5.3, 4.1, 4.5  # nearness to the message alone, and with what was asked
_HERE, _KIN, _TELLS = 1.0, 1.4, 1.2  # the entry spoken of, one of its topic, one that tells it
_NAMES = 1.5  # one of its topic that has all words of the message
_LONGEST = 80  # characters of a question that is read with the next
_JOINT: dict[Language, str] = {"en": " ", "zh": "，"}


@dataclass(frozen=True, slots=True)
class Near:
    """An entry, the chance that it is meant, and how surely the message alone asks for it."""

    entry: Entry
    chance: float
    alone: float
    confidence: float


def nearest(turn: Turn, last: Entry, tells: Callable[[str], bool] | None = None) -> list[Near]:
    """All entries for a message that follows `last`, the likeliest first."""
    answers, text, language = turn.services.answers, turn.ask.text, turn.language
    question = last.wording(language).question
    asked, spoken = _joined(turn, _question(turn, question)), _joined(turn, question)
    found = answers.nearest(text, language, answers.count)
    odds = [
        _ALONE * match.score
        + _ASKED * asked.get(match.entry.id, 0.0)
        + _LAST * spoken.get(match.entry.id, 0.0)
        + _HERE * (match.entry is last)
        + (match.entry.topic == last.topic) * (_KIN + _NAMES * _named(turn, match.entry))
        + _TELLS * (tells is not None and _tells(turn, match.entry, tells))
        for match in found
    ]
    parts = [exp(one - max(odds)) for one in odds]
    chances = [part / sum(parts) for part in parts]
    near = [
        Near(match.entry, chance, match.score, match.confidence)
        for match, chance in zip(found, chances, strict=True)
    ]
    return sorted(near, key=lambda one: -one.chance)


def _joined(turn: Turn, question: str) -> dict[str, float]:
    """How near each entry is to a question and the message after it."""
    answers, language = turn.services.answers, turn.language
    joined = _JOINT[language].join((question, turn.ask.text))
    return {m.entry.id: m.score for m in answers.nearest(joined, language, answers.count)}


def words(turn: Turn, entry: Entry) -> set[str]:
    """The stems of all that an entry says."""
    said = entry.wording(turn.language)
    return set(stems(" ".join((said.question, *said.also, said.answer))))


def _named(turn: Turn, entry: Entry) -> float:
    """The share of what the message names that an entry says."""
    named = set(stems(aspects.more_than_asking(turn.ask.text)))
    return len(named & words(turn, entry)) / len(named) if named else 0.0


def _tells(turn: Turn, entry: Entry, tells: Callable[[str], bool]) -> bool:
    return any(tells(said) for said in told.sentences(entry, turn.language))


def _question(turn: Turn, otherwise: str) -> str:
    """What the answer before was given to: as it was typed, if that is short."""
    asked = turn.session.question
    return asked if 0 < len(asked) <= _LONGEST else otherwise
