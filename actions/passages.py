"""The sentences of our answers, each with the chance that it tells what a short message asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log

from actions import aspects, together, told
from actions.aspects import Tells
from actions.signs import asking
from actions.together import Near
from actions.turn import Turn
from assistant.knowledge import Entry
from index.knowledge_words import stems
from index.text import has_han

# What speaks for a sentence, as log odds: `python -m tests.bench.fit_follow` fits them.
WEIGHTS = {
    "entry": 1.02,  # log of the chance that its entry is meant
    "here": -0.61,  # it stands in the answer just given
    "elsewhere": -0.35,  # in one on another topic
    "elsewhere_asked": -0.75,  # there, though but a price or the like is asked for
    "elsewhere_after": -0.35,  # there, though the message points back
    "near": 2.94,  # nearness to the message
    "nearest": 4.97,  # what it lacks in that of the nearest of its answer
    "joined": 2.33,  # the same of nearness to the message with the question before it
    "names": 0.67,  # the share of what the message names that it has
    "bare": 0.47,  # the message names nothing beside what it asks
    "tells_here": 1.57,  # it tells the price, the time or the place asked for, and was just given
    "untold": -1.72,  # it tells none, though one is asked for
    "length": 0.65,  # log of its length, in hundreds of letters
    "alone": 0.83,  # one part of an answer by the number of them
}
BASE = -0.17
TELLS = 0.35  # the chance from which a sentence answers, and is not only near to it
_ENTRIES = 5  # the likeliest, of which each sentence is weighed, beside that just given
_LEAST = 1e-4  # a chance that counts as none
_HAN = 2.6  # letters that a Chinese character is worth
_BESIDE = 0.25  # the share of the best sentence's chance from which one is told beside it


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an entry, its place there, and the chance that it tells what is asked."""

    entry: Entry
    at: int
    text: str
    chance: float


def likeliest(turn: Turn, last: Entry) -> list[Passage]:
    """The sentences of the entries that may be meant after `last`, the likeliest first."""
    found = [Passage(e, at, text, _chance(facts)) for e, at, text, facts in weighed(turn, last)]
    return sorted(found, key=lambda one: -one.chance)


def with_best(found: Sequence[Passage]) -> list[str]:
    """The best sentence and those of its answer that may tell it too, as they stand there."""
    best = found[0]
    likely = [one for one in found if one.chance >= _BESIDE * best.chance]
    beside = sorted((one.at, one.text) for one in likely if one.entry is best.entry)
    return [text for _, text in beside]


def weighed(turn: Turn, last: Entry) -> Iterator[tuple[Entry, int, str, dict[str, float]]]:
    """Each sentence with its place in its entry, and what speaks for it."""
    tells = aspects.told_by(turn.ask.text, turn.library)
    joined = together.joined(turn, together.asked_before(turn, last))
    near = together.nearest(turn, last, tells)
    follows = asking.FOLLOWS.search(turn.ask.text) is not None
    others = [one for one in near[_ENTRIES:] if one.entry is last]
    for one in (*near[:_ENTRIES], *others):
        elsewhere = one.entry.topic != last.topic
        of_entry = {
            "here": one.entry is last,
            "elsewhere": elsewhere,
            "elsewhere_asked": elsewhere and tells is not None,
            "elsewhere_after": elsewhere and follows,
        }
        parts = told.sentences(one.entry, turn.language)
        for at, facts in enumerate(_facts(turn, one, parts, tells, joined)):
            told_here = tells is not None and one.entry is last and not facts["untold"]
            yield one.entry, at, parts[at], facts | of_entry | {"tells_here": told_here}


def _facts(
    turn: Turn, near: Near, parts: Sequence[str], tells: Tells | None, joined: str
) -> Iterator[dict[str, float]]:
    telling = turn.services.answers.telling
    alone = telling(turn.ask.text, parts, turn.language)
    after = telling(joined, parts, turn.language)
    named = set(stems(aspects.more_than_asking(turn.ask.text))) if tells is None else set()
    for at, part in enumerate(parts):
        yield {
            "entry": log(near.chance + _LEAST),
            "near": alone[at],
            "nearest": alone[at] - max(alone),
            "joined": after[at] - max(after),
            "names": len(named & set(stems(part))) / len(named) if named else 0.0,
            "bare": not named,
            "untold": tells is not None and not tells(part),
            "length": log(len(part) * (_HAN if has_han(part) else 1) / 100),
            "alone": 1 / len(parts),
        }


def _chance(facts: dict[str, float]) -> float:
    return 1 / (1 + exp(-BASE - sum(WEIGHTS[name] * value for name, value in facts.items())))
