"""Whether a message is none of a library's business, by where it lies among those it knows."""

from __future__ import annotations

import numpy as np

from assistant.engine.learning.opinions import centred, sample

_INSIDE, _OUTSIDE = 5, 3  # neighbours looked at
_SURE = 0.8  # a message as clear as this is taken however far it lies: a book may be about anything


class Outside:
    """How near a message lies to known questions, less how near to questions known to be others'.

    `refused` is the share of known questions that may be refused wrongly; the bound is set on each
    of them as if it had not been known.
    """

    def __init__(self, refused: float = 0.04) -> None:
        self.refused = refused

    def fit(self, inside: np.ndarray, outside: np.ndarray) -> Outside:
        """Both are (n, d) sentence vectors; `outside` may have no rows."""
        self._mean = inside.mean(axis=0)
        self._inside = centred(inside[sample(len(inside))], self._mean).astype(np.float32)
        self._outside = centred(outside, self._mean).astype(np.float32) if len(outside) else outside
        itself = self._inside @ self._inside.T
        np.fill_diagonal(itself, -2.0)
        nearness = _mean_of_top(itself, _INSIDE) - self._others(self._inside)
        self._bound = float(np.quantile(nearness, self.refused))
        return self

    def nearness(self, dense: np.ndarray) -> np.ndarray:
        """(n,); below zero lies farther out than almost all known questions."""
        rows = centred(dense, self._mean).astype(np.float32)
        return _mean_of_top(rows @ self._inside.T, _INSIDE) - self._others(rows) - self._bound

    def is_outside(self, nearness: float, best: float) -> bool:
        """By distance and by the probability of the likeliest intent, both."""
        return nearness < 0 and best < _SURE

    def _others(self, rows: np.ndarray) -> np.ndarray:
        if not len(self._outside):
            return np.zeros(len(rows))
        return _mean_of_top(rows @ self._outside.T, _OUTSIDE)


def _mean_of_top(near: np.ndarray, count: int) -> np.ndarray:
    count = min(count, near.shape[1])
    return np.asarray(np.partition(near, -count, axis=1)[:, -count:].mean(axis=1))
