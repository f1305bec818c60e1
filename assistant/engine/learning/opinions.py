"""Single opinions on which intent a message has, as log-probabilities.

All take X as a `Features` (rows of one message each) and give an (n, intents) array, columns in the
order of the sorted intents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from scipy.sparse import csr_matrix, hstack

_FLOOR = -12.0


@dataclass(frozen=True)
class Features:
    """`sparse` words and characters, `dense` sentence vectors, `tuned` those of layers tuned to
    other intents (of no width where there are none); each (n, its own width)."""

    sparse: csr_matrix
    dense: np.ndarray
    tuned: np.ndarray

    def rows(self, chosen: np.ndarray) -> Features:
        return Features(self.sparse[chosen], self.dense[chosen], self.tuned[chosen])

    @property
    def solid(self) -> np.ndarray:
        return np.hstack([self.dense, self.tuned])

    @property
    def together(self) -> csr_matrix:
        return hstack([self.sparse, csr_matrix(self.solid)], format="csr")


class Opinion(Protocol):
    def fit(self, x: Features, y: np.ndarray, intents: int) -> Opinion: ...
    def log_probabilities(self, x: Features) -> np.ndarray: ...


class Margins:
    """A linear support vector machine over everything together; margins as logits."""

    def __init__(self, c: float = 0.6, sharpness: float = 3.0, balanced: bool = False) -> None:
        self.c = c
        self.sharpness = sharpness
        self.weight = "balanced" if balanced else None

    def fit(self, x: Features, y: np.ndarray, intents: int) -> Margins:
        from sklearn.svm import LinearSVC

        x = self._seen(x)
        model = LinearSVC(C=self.c, class_weight=self.weight, tol=1e-3).fit(x.together, y)
        # Only the arrays are kept; a row's score is then a sparse product and a dense one.
        weights = np.asarray(model.coef_.T, dtype=np.float32)
        self._words = np.ascontiguousarray(weights[: x.sparse.shape[1]])
        self._solid = np.ascontiguousarray(weights[x.sparse.shape[1] :])
        self._bias = model.intercept_
        self._columns, self._intents = model.classes_, intents
        return self

    def _seen(self, x: Features) -> Features:
        return x

    def log_probabilities(self, x: Features) -> np.ndarray:
        x = self._seen(x)
        # In two precisions the product would first copy all weights, at every message.
        margins = np.asarray(x.sparse.astype(np.float32, copy=False) @ self._words)
        margins = margins + x.solid @ self._solid + self._bias
        if len(self._columns) == 2 and margins.shape[1] == 1:
            margins = np.hstack([-margins, margins])
        return spread(log_softmax(self.sharpness * margins), self._columns, self._intents)


class SparseMargins(Margins):
    """The same on words and characters only."""

    def _seen(self, x: Features) -> Features:
        nothing = np.zeros((len(x.dense), 0), np.float32)
        return Features(x.sparse, nothing, nothing)


class Neighbours:
    """Votes of the nearest messages, nearer ones count more; of very many a sample is asked."""

    def __init__(self, count: int = 20, sharpness: float = 8.0) -> None:
        self.count = count
        self.sharpness = sharpness

    def fit(self, x: Features, y: np.ndarray, intents: int) -> Neighbours:
        self._mean = x.dense.mean(axis=0)
        chosen = sample(len(y))
        self._rows = self._centred(x.dense[chosen]).astype(np.float32)
        self._labels, self._intents = y[chosen], intents
        return self

    def log_probabilities(self, x: Features) -> np.ndarray:
        near = self._centred(x.dense) @ self._rows.T
        count = min(self.count, near.shape[1])
        top = np.argpartition(-near, count - 1, axis=1)[:, :count]
        votes = np.full((len(near), self._intents), 1e-3)
        for row, columns in enumerate(top):
            np.add.at(
                votes[row], self._labels[columns], np.exp(self.sharpness * near[row, columns])
            )
        return np.asarray(np.log(votes / votes.sum(axis=1, keepdims=True)))

    def _centred(self, dense: np.ndarray) -> np.ndarray:
        return centred(dense, self._mean).astype(np.float32)


class Clouds:
    """Each intent a cloud of vectors, all of one shape (linear discriminant, shrunk)."""

    def __init__(self, shrinkage: float = 0.3) -> None:
        self.shrinkage = shrinkage

    def fit(self, x: Features, y: np.ndarray, intents: int) -> Clouds:
        from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=self.shrinkage).fit(x.solid, y)
        self._weights, self._bias = model.coef_.T, model.intercept_
        self._columns, self._intents = model.classes_, intents
        return self

    def log_probabilities(self, x: Features) -> np.ndarray:
        scores = x.solid @ self._weights + self._bias
        if len(self._columns) == 2 and scores.shape[1] == 1:
            scores = np.hstack([-scores, scores]) / 2
        return spread(log_softmax(scores), self._columns, self._intents)


def sample(count: int, most: int = 6000) -> np.ndarray:
    """Row numbers, all or evenly chosen: looking through 6,000 vectors takes a millisecond."""
    return np.arange(count) if count <= most else np.linspace(0, count - 1, most).astype(int)


def centred(dense: np.ndarray, mean: np.ndarray) -> np.ndarray:
    """Vectors seen from their common mean, of length one: e5's cosines crowd near one before."""
    moved = dense - mean
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9))


def log_softmax(scores: np.ndarray) -> np.ndarray:
    moved = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(moved - np.log(np.exp(moved).sum(axis=1, keepdims=True)))


def spread(logs: np.ndarray, columns: Sequence[int], intents: int) -> np.ndarray:
    """Columns put where they belong among all intents; those not seen in fitting get the floor."""
    wide = np.full((len(logs), intents), _FLOOR)
    wide[:, columns] = np.maximum(logs, _FLOOR)
    return wide
