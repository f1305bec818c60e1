"""Words of a small collection of questions and answers, weighed and compared."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from index.tokens import topic_words
from index.words import stemmer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores: TypeAlias = NDArray[np.float32]
_K1, _B = 1.2, 0.4  # answers differ in length, not in how much they say


class Wordings:
    """Texts by row; every score is from 0 (nothing in common) to 1."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._rows = len(texts)
        counted = [Counter(stems(text)) for text in texts]
        self._frequency = Counter(stem for counts in counted for stem in counts)
        lengths = [sum(counts.values()) for counts in counted]
        self._average = sum(lengths) / max(len(lengths), 1) or 1.0
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, counts in enumerate(counted):
            self._file(row, counts, lengths[row])

    def _file(self, row: int, counts: Counter[str], length: int) -> None:
        for stem, count in counts.items():
            damped = count + _K1 * (1 - _B + _B * length / self._average)
            told = self._rarity(stem) * count * (_K1 + 1) / damped
            self._postings[stem].append((row, told))

    def covered(self, text: str) -> Scores:
        """Share of the question's words, weighed, that a text has (BM25 over its most)."""
        asked = set(stems(text))
        most = sum(self._rarity(stem) * (_K1 + 1) for stem in asked) or 1.0
        scores = np.zeros(self._rows, np.float32)
        for stem in asked:
            for row, told in self._postings.get(stem, ()):
                scores[row] += told / most
        return scores

    def _rarity(self, stem: str) -> float:
        having = self._frequency.get(stem, 0)
        return math.log(1 + (self._rows - having + 0.5) / (having + 0.5))


def stems(text: str) -> list[str]:
    """Stems of the words that carry meaning; Chinese as characters and pairs."""
    return _stemmer().analyze(" ".join(topic_words(text)))


_stemmer = cache(stemmer)
