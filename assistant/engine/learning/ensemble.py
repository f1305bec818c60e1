"""Which intent a message has: several opinions weighed, rare intents helped, and calibrated."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.engine.learning.opinions import (
    Clouds,
    Features,
    Margins,
    Neighbours,
    Opinion,
    SparseMargins,
    centred,
    log_softmax,
    sample,
)

# Weights, flattening and help were chosen by four-fold cross-validation on 3,796 real questions
# from a library's chat, with noisy labels (docs/understanding.md has the table).
_FLATTEN = 0.1  # of the log's own priors: who asks in the chat is not who asked in the log
_RARE = 30  # an intent with fewer examples than this is helped ...
_HELP = 0.7  # ... by this power of what it lacks
_HELD_OUT = 0.15
_CALIBRATED_ON = 5000  # messages at most: the sharpness hardly moves with more
_SHARPNESS = np.geomspace(0.3, 6.0, 40)


class IntentEnsemble:
    """Margins, word margins, neighbours and clouds; probabilities that mean what they say."""

    def __init__(self, seed: int = 7) -> None:
        self.seed = seed

    def fit(self, x: Features, labels: Sequence[str]) -> IntentEnsemble:
        """Learns from features and labels of n messages; at least two intents, or ValueError."""
        self.intents, y = np.unique(np.asarray(labels), return_inverse=True)
        if len(self.intents) < 2:
            raise ValueError("An intent classifier needs examples of at least two intents.")
        self._mean = x.dense.mean(axis=0)
        x = self._seen(x)
        self._bonus = _bonus(np.bincount(y))
        self._sharpness = self._calibrate(x, y)
        self._opinions = self._learn(x, y)
        return self

    def probabilities(self, x: Features) -> np.ndarray:
        """(n, intents), in the order of `intents`, each row adding up to one."""
        return np.exp(log_softmax(self._sharpness * self._scores(self._seen(x), self._opinions)))

    def rank(self, x: Features, top: int) -> list[list[tuple[str, float]]]:
        """The `top` likeliest intents of each message with their probabilities."""
        scores = self.probabilities(x)
        best = np.argsort(-scores, axis=1)[:, :top]
        return [
            [(str(self.intents[column]), float(row[column])) for column in order]
            for row, order in zip(scores, best, strict=True)
        ]

    def _seen(self, x: Features) -> Features:
        return Features(x.sparse, centred(x.dense, self._mean), x.hints)

    def _learn(self, x: Features, y: np.ndarray) -> list[tuple[float, Opinion]]:
        weighed: list[tuple[float, Opinion]] = [
            (0.25, Margins()),
            (0.25, SparseMargins(balanced=True)),
            (0.25, Neighbours()),
            (0.25, Clouds()),
        ]
        return [(weight, opinion.fit(x, y, len(self.intents))) for weight, opinion in weighed]

    def _scores(self, x: Features, opinions: list[tuple[float, Opinion]]) -> np.ndarray:
        logs = [weight * opinion.log_probabilities(x) for weight, opinion in opinions]
        return np.asarray(log_softmax(np.sum(logs, axis=0)) + self._bonus)

    def _calibrate(self, x: Features, y: np.ndarray) -> float:
        """The sharpness under which held-out messages are least surprising."""
        few = sample(len(y), _CALIBRATED_ON)
        x, y = x.rows(few), y[few]
        held = np.random.default_rng(self.seed).random(len(y)) < _HELD_OUT
        known = np.isin(y, y[~held])
        held &= known
        if held.sum() < 20 or len(np.unique(y[~held])) < 2:
            return 1.0
        opinions = self._learn(x.rows(np.flatnonzero(~held)), y[~held])
        scores, truth = self._scores(x.rows(np.flatnonzero(held)), opinions), y[held]
        rows = np.arange(len(truth))
        surprise = [-log_softmax(s * scores)[rows, truth].mean() for s in _SHARPNESS]
        return float(_SHARPNESS[int(np.argmin(surprise))])


def _bonus(counts: np.ndarray) -> np.ndarray:
    """What is added to each intent's log score, from its number of examples."""
    share = counts / counts.sum()
    lacking = np.maximum(0.0, np.log(_RARE / counts))
    # A library whose intents are all small has none that is rare.
    typical = min(1.0, float(np.median(counts)) / _RARE)
    return np.asarray(_HELP * typical * lacking - _FLATTEN * np.log(share))
