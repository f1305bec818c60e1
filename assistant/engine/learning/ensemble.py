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
# Margins over everything, margins over words, neighbours, clouds. Few and noisy examples are served
# best by even votes; where examples are many and clean the margins alone are right more often.
_EVEN, _MARGINS = (0.25, 0.25, 0.25, 0.25), (1.0, 0.0, 0.0, 0.0)
_BETTER = 0.015  # of held-out messages, by which the margins alone must win
_SHARPNESS = np.geomspace(0.3, 6.0, 40)


Weights = tuple[float, ...]


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
        self._weights, self._sharpness = self._calibrate(x, y)
        self._opinions = self._learn(x, y, self._weights)
        return self

    def probabilities(self, x: Features) -> np.ndarray:
        """(n, intents), in the order of `intents`, each row adding up to one."""
        return np.exp(
            log_softmax(
                self._sharpness
                * self._scores(self._told(self._seen(x), self._opinions), self._weights)
            )
        )

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

    def _learn(self, x: Features, y: np.ndarray, weights: Weights) -> list[Opinion]:
        all_four: tuple[Opinion, ...] = (
            Margins(),
            SparseMargins(balanced=True),
            Neighbours(),
            Clouds(),
        )
        asked = [opinion for opinion, weight in zip(all_four, weights, strict=True) if weight]
        return [opinion.fit(x, y, len(self.intents)) for opinion in asked]

    @staticmethod
    def _told(x: Features, opinions: list[Opinion]) -> list[np.ndarray]:
        return [opinion.log_probabilities(x) for opinion in opinions]

    def _scores(self, told: list[np.ndarray], weights: Weights) -> np.ndarray:
        heard = [weight for weight in weights if weight]
        logs = [weight * one for weight, one in zip(heard, told, strict=True)]
        return np.asarray(log_softmax(np.sum(logs, axis=0)) + self._bonus)

    def _calibrate(self, x: Features, y: np.ndarray) -> tuple[Weights, float]:
        """Weights, and the sharpness under which held-out messages are least surprising."""
        few = sample(len(y), _CALIBRATED_ON)
        x, y = x.rows(few), y[few]
        held = np.random.default_rng(self.seed).random(len(y)) < _HELD_OUT
        held &= np.isin(y, y[~held])
        if held.sum() < 20 or len(np.unique(y[~held])) < 2:
            return _EVEN, 1.0
        opinions = self._learn(x.rows(np.flatnonzero(~held)), y[~held], _EVEN)
        told, truth = self._told(x.rows(np.flatnonzero(held)), opinions), y[held]
        even, margins = self._scores(told, _EVEN), self._scores(told[:1], _MARGINS)
        if _right(margins, truth) > _right(even, truth) + _BETTER:
            return _MARGINS, _sharpness(margins, truth)
        return _EVEN, _sharpness(even, truth)


def _right(scores: np.ndarray, truth: np.ndarray) -> float:
    return float((scores.argmax(axis=1) == truth).mean())


def _sharpness(scores: np.ndarray, truth: np.ndarray) -> float:
    rows = np.arange(len(truth))
    surprise = [-log_softmax(sharp * scores)[rows, truth].mean() for sharp in _SHARPNESS]
    return float(_SHARPNESS[int(np.argmin(surprise))])


def _bonus(counts: np.ndarray) -> np.ndarray:
    """What is added to each intent's log score, from its number of examples."""
    share = counts / counts.sum()
    lacking = np.maximum(0.0, np.log(_RARE / counts))
    # A library whose intents are all small has none that is rare.
    typical = min(1.0, float(np.median(counts)) / _RARE)
    return np.asarray(_HELP * typical * lacking - _FLATTEN * np.log(share))
