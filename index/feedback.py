"""A second look: what the best records say of a question in words the reader did not use."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from index.cards import headings_of
from index.record import Record
from index.tokens import topic_words
from index.units import full_title

if TYPE_CHECKING:
    from index.words import WordIndex

_LONGEST = 1500  # characters of a record that are read
_COMMON = 0.1  # words in more records than this share tell nothing


def widened(
    terms: Counter[str], believed: Sequence[Record], words: WordIndex, share: float, most: int = 20
) -> dict[str, float]:
    """The question's stems with weights, and those that set the believed records apart.

    `share` of all weight goes to the new ones (relevance model 3, Abdul-Jaleel 2004).
    """
    asked = sum(terms.values())
    weights = {stem: (1 - share) * count / asked for stem, count in terms.items()}
    telling = _telling(believed, words).most_common(most)
    total = sum(weight for _, weight in telling)
    for stem, weight in telling:
        weights[stem] = weights.get(stem, 0.0) + share * weight / total
    top = max(weights.values())
    return {stem: weight / top for stem, weight in weights.items()}


def _telling(believed: Iterable[Record], words: WordIndex) -> Counter[str]:
    found: dict[str, float] = defaultdict(float)
    for record in believed:
        stems = words.stems(topic_words(_text(record)))
        for stem, count in Counter(stems).items():
            found[stem] += count / len(stems)
    size = max(words.searcher.num_docs, 1)
    told = {s: c * _rarity(words.frequency("text", s), size) for s, c in found.items()}
    return Counter({s: weight for s, weight in told.items() if weight > 0 and len(s) > 2})


def _rarity(frequency: int, size: int) -> float:
    return math.log(size / frequency) if 1 < frequency < _COMMON * size else 0.0


def _text(record: Record) -> str:
    parts = (full_title(record), *headings_of(record), record.summary, *record.contents)
    return " ".join(parts)[:_LONGEST]
