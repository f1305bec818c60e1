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
)

# Flattening and help were chosen by five-fold cross-validation on 3,796 real questions from a
# library's chat, with noisy labels (docs/understanding.md has the table).
_FLATTEN = 0.1  # of the log's own priors: who asks in the chat is not who asked in the log
_RARE = 30  # an intent with fewer examples than this is helped ...
_HELP = 0.7  # ... by this power of what it lacks
_FOLDS = 8  # of which as many are held out, one at a time, ...
_WEIGHED_ON = 2000  # ... as have this many messages: with fewer to learn from others weigh more
_USUAL = 0.3  # an opinion's weight before any message is seen ...
_USUAL_COUNTS = 20.0  # ... as if that many had said so
_UNHEARD = 0.02  # an opinion of less weight is not asked


class IntentEnsemble:
    """Margins, word margins, neighbours and clouds; probabilities that mean what they say."""

    def __init__(self, seed: int = 7) -> None:
        self.seed = seed

    def fit(self, x: Features, labels: Sequence[str]) -> IntentEnsemble:
        """Learns from features and labels of n messages; at least two intents, or ValueError."""
        self.intents, y = np.unique(np.asarray(labels), return_inverse=True)
        if len(self.intents) < 2:
            raise ValueError("An intent classifier needs examples of at least two intents.")
        self._means = x.dense.mean(axis=0), x.tuned.mean(axis=0)
        x = self._seen(x)
        self._bonus = _bonus(np.bincount(y))
        self._weights = self._weigh(x, y)
        self._opinions = self._learn(x, y, self._weights)
        return self

    def probabilities(self, x: Features) -> np.ndarray:
        """(n, intents), in the order of `intents`, each row adding up to one."""
        x = self._seen(Features(x.sparse.astype(np.float32), x.dense, x.tuned))
        logs = self._opinions_of(x, self._opinions)
        heard = self._weights[self._weights > 0]
        return np.exp(log_softmax(np.tensordot(heard, logs, 1) + self._bonus))

    def _seen(self, x: Features) -> Features:
        dense, tuned = (
            centred(*pair) for pair in zip((x.dense, x.tuned), self._means, strict=True)
        )
        return Features(x.sparse, dense, tuned)

    def _learn(self, x: Features, y: np.ndarray, weights: np.ndarray) -> list[Opinion]:
        all_four: tuple[Opinion, ...] = (
            Margins(),
            SparseMargins(balanced=True),
            Neighbours(),
            Clouds(),
        )
        asked = [opinion for opinion, weight in zip(all_four, weights, strict=True) if weight > 0]
        return [opinion.fit(x, y, len(self.intents)) for opinion in asked]

    @staticmethod
    def _opinions_of(x: Features, opinions: list[Opinion]) -> np.ndarray:
        return np.stack([opinion.log_probabilities(x) for opinion in opinions])

    def _weigh(self, x: Features, y: np.ndarray) -> np.ndarray:
        """One weight an opinion, learned from what each says of messages that it has not seen."""
        fold, all_four = dealt(y, _FOLDS, self.seed), np.full(4, _USUAL)
        told, truth = [], []
        for number in range(min(_FOLDS, -(-_WEIGHED_ON * _FOLDS // len(y)))):
            rest, held = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
            if len(np.unique(y[rest])) < 2 or not len(held):
                continue
            told.append(
                self._opinions_of(x.rows(held), self._learn(x.rows(rest), y[rest], all_four))
            )
            truth.append(y[held])
        return learned_weights(np.concatenate(told, 1), np.concatenate(truth)) if told else all_four


def ranked(intents: Sequence[str], sure: np.ndarray, top: int) -> list[list[tuple[str, float]]]:
    """The `top` likeliest intents of each message with their probabilities."""
    best = np.argsort(-sure, axis=1)[:, :top]
    return [
        [(str(intents[column]), float(row[column])) for column in order]
        for row, order in zip(sure, best, strict=True)
    ]


def dealt(y: np.ndarray, folds: int, seed: int) -> np.ndarray:
    """A fold's number for each message, so that every intent is spread over all of them."""
    mixed = np.random.default_rng(seed).permutation(len(y))
    fold = np.empty(len(y), dtype=int)
    fold[mixed[np.argsort(y[mixed], kind="stable")]] = np.arange(len(y)) % folds
    return fold


def learned_weights(told: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """(opinions,), none negative, under which the truth is least surprising."""
    from scipy.optimize import minimize

    rows, faith = np.arange(len(truth)), _USUAL_COUNTS / len(truth)

    def surprise(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logs = log_softmax(np.tensordot(weights, told, 1))
        off = np.exp(logs)
        off[rows, truth] -= 1.0
        slope = np.tensordot(told, off, 2) / len(truth)
        away = weights - _USUAL
        cost = -logs[rows, truth].mean() + faith * away @ away / 2
        return float(cost), slope + faith * away

    start = np.full(len(told), _USUAL)
    found = minimize(surprise, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(told)).x
    return np.asarray(np.where(found < _UNHEARD, 0.0, found))


def _bonus(counts: np.ndarray) -> np.ndarray:
    """What is added to each intent's log score, from its number of examples."""
    share = counts / counts.sum()
    lacking = np.maximum(0.0, np.log(_RARE / counts))
    # A library whose intents are all small has none that is rare.
    typical = min(1.0, float(np.median(counts)) / _RARE)
    return np.asarray(_HELP * typical * lacking - _FLATTEN * np.log(share))
