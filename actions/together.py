"""Entries for a short message that is read together with the question before it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from actions import aspects, told
from actions.answers import Match
from actions.turn import Turn
from assistant.knowledge import Entry, Wording
from assistant.model import Language
from index.knowledge_words import stems

# What speaks for an entry, as log odds: fitted on tests/bench/follow_ups*.tsv (docs/search.md).
_ALONE, _SURELY = 1.5, 3.0  # nearness to the message alone, and the chance that it asks for it
_ASKED = 8.5  # nearness with what was asked before it
_HERE, _TELLS = 2.0, 1.9  # the entry spoken of, one of its topic that tells what is asked
_NAMES = 2.0  # one of its topic that has all words of the message
_NEAR, _FIRST, _BOTH = 5.3, 6.0, 10.0  # nearness to the message, what was asked before it, and both
_JOINT: dict[Language, str] = {"en": " ", "zh": "，"}


@dataclass(frozen=True, slots=True)
class Near:
    """An entry, the chance that it is meant, and how surely the message alone asks for it."""

    entry: Entry
    chance: float
    confidence: float


def nearest(turn: Turn, last: Entry, tells: Callable[[str], bool] | None = None) -> list[Near]:
    """All entries for a message that follows `last`, the likeliest first."""
    answers, text, language = turn.services.answers, turn.ask.text, turn.language
    asked = _scores(turn, joined(turn, asked_before(turn, last)))
    found = answers.nearest(text, language, answers.count)
    named = set(stems(aspects.more_than_asking(text)))
    odds = [
        _ALONE * match.score
        + _SURELY * match.confidence
        + _ASKED * asked.get(match.entry.id, 0.0)
        + _HERE * (match.entry is last)
        + (_speaks(turn, match.entry, named, tells) if match.entry.topic == last.topic else 0.0)
        for match in found
    ]
    return _likeliest(found, odds)


def meant(turn: Turn) -> list[Near]:
    """All entries for what was asked and for what is said after our question which is meant."""
    question, found = turn.session.question, _scores(turn, turn.session.question)
    both = _scores(turn, joined(turn, question))
    near = turn.services.answers.nearest(turn.ask.text, turn.language, turn.services.answers.count)
    odds = [
        _NEAR * match.score
        + _FIRST * found.get(match.entry.id, 0.0)
        + _BOTH * both.get(match.entry.id, 0.0)
        for match in near
    ]
    return _likeliest(near, odds)


def _likeliest(found: Sequence[Match], odds: Sequence[float]) -> list[Near]:
    parts = [exp(one - max(odds)) for one in odds]
    chances = [part / sum(parts) for part in parts]
    near = [Near(m.entry, chance, m.confidence) for m, chance in zip(found, chances, strict=True)]
    return sorted(near, key=lambda one: -one.chance)


def asked_before(turn: Turn, last: Entry) -> str:
    """What the message goes on from: the question as it was typed, else that of the answer."""
    return turn.session.given_to(last.id) or last.wording(turn.language).question


def joined(turn: Turn, question: str) -> str:
    """The message after a question, as one."""
    return _JOINT[turn.language].join((question, turn.ask.text))


def _scores(turn: Turn, text: str) -> dict[str, float]:
    answers = turn.services.answers
    return {m.entry.id: m.score for m in answers.nearest(text, turn.language, answers.count)}


@lru_cache(maxsize=4096)  # entries of one topic are looked at in every turn after one of them
def words(said: Wording) -> frozenset[str]:
    """The stems of all that an entry says in a language."""
    return frozenset(stems(" ".join((said.question, *said.also, said.answer))))


def share(named: Collection[str], said: Wording) -> float:
    """The share of the stems that a message names that an entry says."""
    return len(words(said).intersection(named)) / len(named) if named else 0.0


def _speaks(
    turn: Turn, entry: Entry, named: set[str], tells: Callable[[str], bool] | None
) -> float:
    """What speaks for an entry of the same topic: it has the words, and tells what is asked."""
    parts = told.sentences(entry, turn.language) if tells is not None else ()
    says = share(named, entry.wording(turn.language))
    return _NAMES * says + _TELLS * (tells is not None and any(map(tells, parts)))
