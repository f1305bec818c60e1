"""Entries for a short message that is read together with the question before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp

from actions import aspects, told
from actions.answers import Match
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language
from index.knowledge_words import stems

# What speaks for an entry, as log odds: `python -m tests.bench.fit_follow` fits them.
WEIGHTS = {
    "alone": 2.87,  # nearness to the message alone
    "surely": 2.74,  # the chance that it asks for it
    "asked": 11.93,  # nearness with what was asked
    "last": 5.21,  # nearness with the question of the last entry
    "here": 0.37,  # the entry spoken of
    "names": 2.03,  # one of its topic: the share of what the message names that it says
    "tells": 3.65,  # one of its topic that tells what is asked
}
# After our question which is meant (fitted on tests/bench/follow_ups*.tsv, docs/search.md).
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
    found = weighed(turn, last, tells)
    odds = [sum(WEIGHTS[name] * fact for name, fact in facts.items()) for _, facts in found]
    return _likeliest([match for match, _ in found], odds)


def weighed(
    turn: Turn, last: Entry, tells: Callable[[str], bool] | None
) -> list[tuple[Match, dict[str, float]]]:
    """All entries, each with what speaks for it."""
    answers, language = turn.services.answers, turn.language
    asked = _scores(turn, joined(turn, asked_before(turn, last)))
    spoken = _scores(turn, joined(turn, last.wording(language).question))
    return [
        (match, _facts(turn, match, last, tells) | {"asked": asked_of, "last": spoken_of})
        for match in answers.nearest(turn.ask.text, language, answers.count)
        for asked_of in [asked.get(match.entry.id, 0.0)]
        for spoken_of in [spoken.get(match.entry.id, 0.0)]
    ]


def _facts(
    turn: Turn, match: Match, last: Entry, tells: Callable[[str], bool] | None
) -> dict[str, float]:
    entry, of_topic = match.entry, match.entry.topic == last.topic
    parts = told.sentences(entry, turn.language) if of_topic and tells is not None else ()
    return {
        "alone": match.score,
        "surely": match.confidence,
        "here": entry is last,
        "names": _named(turn, entry) if of_topic else 0.0,
        "tells": tells is not None and any(map(tells, parts)),
    }


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


def words(turn: Turn, entry: Entry) -> set[str]:
    """The stems of all that an entry says."""
    said = entry.wording(turn.language)
    return set(stems(" ".join((said.question, *said.also, said.answer))))


def _named(turn: Turn, entry: Entry) -> float:
    """The share of what the message names that an entry says."""
    named = set(stems(aspects.more_than_asking(turn.ask.text)))
    return len(named & words(turn, entry)) / len(named) if named else 0.0
