"""What the questions that Refdesk ships teach about another library's own intents.

A model of the shipped intents reads each message; its opinion is a feature beside the words. An
intent with three examples of its own ("copyright permissions") is known by Refdesk's hundreds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.engine.learning.opinions import Features, Margins, centred
from assistant.engine.learning.sparse import WordsAndCharacters

_WEIGHT = 0.2  # beside vectors of length one
_FLOOR = -8.0  # an intent less likely than this is just unlikely
_LEAST_SPREAD = 0.3  # so that an intent nobody in training meant does not count for much
_MOST = 4.0  # spreads from the mean


class Hints:
    """Log-probabilities of the shipped intents, brought to a common scale."""

    def fit(
        self,
        shipped: Sequence[str],
        vectors: np.ndarray,
        labels: np.ndarray,
        own: Sequence[str],
        own_vectors: np.ndarray,
    ) -> Hints:
        """`labels` are numbers; the library's own messages set the mean and spread of each hint."""
        self._mean = vectors.mean(axis=0)
        self._words = WordsAndCharacters().fit(shipped)
        model = Margins(sharpness=4.0)
        self._model = model.fit(self._features(shipped, vectors), labels, int(labels.max()) + 1)
        raw = self._raw(own, own_vectors)
        self._centre, self._spread = raw.mean(axis=0), np.maximum(raw.std(axis=0), _LEAST_SPREAD)
        return self

    def rows(self, texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
        """(n, shipped intents)."""
        scaled = (self._raw(texts, vectors) - self._centre) / self._spread
        return np.asarray(_WEIGHT * np.clip(scaled, -_MOST, _MOST), dtype=np.float32)

    def _raw(self, texts: Sequence[str], vectors: np.ndarray) -> np.ndarray:
        return np.maximum(self._model.log_probabilities(self._features(texts, vectors)), _FLOOR)

    def _features(self, texts: Sequence[str], vectors: np.ndarray) -> Features:
        sparse = self._words.transform(texts)
        return Features(sparse, centred(vectors, self._mean), np.zeros((len(texts), 0), np.float32))
