"""What the questions that Refdesk ships teach about another library's own intents.

A model of the shipped intents reads each message; its opinion is a feature beside the words. An
intent with three examples of its own ("copyright permissions") is known by Refdesk's hundreds.
"""

from __future__ import annotations

import numpy as np

from assistant.engine.learning.opinions import Clouds, Features, centred

_WEIGHT = 0.15  # beside vectors of length one
_FLOOR = -8.0


class Hints:
    """Standardised log-probabilities of the shipped intents."""

    def fit(self, shipped: np.ndarray, labels: np.ndarray, own: np.ndarray) -> Hints:
        """`shipped` (m, d) with labels as numbers; `own` (n, d) sets mean and spread."""
        self._mean = shipped.mean(axis=0)
        self._clouds = Clouds().fit(self._features(shipped), labels, int(labels.max()) + 1)
        raw = self._raw(own)
        self._centre, self._spread = raw.mean(axis=0), raw.std(axis=0) + 1e-6
        return self

    def rows(self, dense: np.ndarray) -> np.ndarray:
        """(n, shipped intents)."""
        return np.asarray(
            _WEIGHT * (self._raw(dense) - self._centre) / self._spread, dtype=np.float32
        )

    def _raw(self, dense: np.ndarray) -> np.ndarray:
        return np.maximum(self._clouds.log_probabilities(self._features(dense)), _FLOOR)

    def _features(self, dense: np.ndarray) -> Features:
        none = np.zeros((len(dense), 0))
        return Features(none, centred(dense, self._mean), none)
