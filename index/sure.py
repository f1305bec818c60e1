"""How sure a search may be of what it found, as probabilities."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.compare import Match, Term
    from index.topics import Topical

NAMED = 0.5  # from here on a record counts as the one that was named
_KEPT = 0.12  # known items this far below the best are not what was meant
_TELLING = 1.5  # weight from which a word of the question tells records apart
_PERHAPS = 5  # records that may be shown for their title though they are not believed
_STRANGE = 0.8  # what it costs that no record at all has the words
_NOWHERE = 0.5  # share of a question's words, weighed, that no record has
_WEAK = 0.08  # a record less likely than this is not worth showing for its title


def sureness(match: Match, margin: float, telling: int) -> float:
    """Probability that the record is the one the reader means.

    Fitted (logistic) on 700 distorted titles of Project Gutenberg against 950 questions that
    name none of its titles: .995 right above .9, .86 between .7 and .9, .001 below .1.
    """
    value = 4.82 * match.asked + 3.24 * match.told + 7.48 * match.shape - 14.36
    value += 10.3 * min(margin, 0.3) + 0.46 * match.asked * min(telling, 4)
    # Three words and more in the title's own order are seldom typed by chance.
    value += 0.8 * min(match.phrase, 5) if match.phrase >= 3 else 0.0
    return 1 / (1 + math.exp(-value))


def believed(
    matches: Sequence[Match], terms: Sequence[Term]
) -> tuple[list[tuple[Match, float]], list[tuple[Match, float]]]:
    """Matches that are what was meant, with probabilities, and those that only may be."""
    if not matches:
        return [], []
    telling = sum(1 for term in terms if term.weight > _TELLING)
    best = matches[0]
    margin = best.score - matches[1].score if len(matches) > 1 else 0.3
    sure = [
        (match, sureness(match, margin if match is best else 0.0, telling))
        for match in matches
        if best.score - match.score <= _KEPT
    ]
    if sure[0][1] >= NAMED:
        return sure, []
    return [], [(match, chance) for match, chance in sure[:_PERHAPS] if chance >= _WEAK]


def best_of_unrelated(records: int) -> float:
    """How high the best of so many records would stand if none were on the topic."""
    return math.sqrt(2 * math.log(max(records, 2)))


def likelihood(found: Topical, best: float) -> float:
    """Probability that a record on the topic helps the reader; `best` as above.

    Set on topics that the sample library has and has not (`tests/bench/bench_topics.py`), with
    the share of words counted for more where a question is long, as those of CISI are. Words tell
    less where no heading of the library comes near: "excel" is a verb too.
    """
    # In another script no word can match; there the vectors speak alone.
    own = 0.0 if found.foreign else -_STRANGE * found.strange
    words = max(found.share * (5.0 + 0.4 * math.log(max(found.asked, 1))), 1.7 * found.foreign)
    # Headings of the nearest alone say little where most of the words are in no record.
    led = 0.0 if found.strange > _NOWHERE and found.bridged < 1.0 else min(found.bridged, 1.0)
    headed = 1.5 * led if found.headed is None else 0.5 * led + 8 * (found.headed - 0.44)
    value = 0.8 * (found.height - best) + words + own + headed - 3.0
    return 1 / (1 + math.exp(-value))
