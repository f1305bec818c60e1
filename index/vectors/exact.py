"""The exact twin in numpy: what every other implementation is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.vectors.port import Allowed, Rows, Vectors


class NumpyVectors:
    """All vectors in one matrix, every search over all of them."""

    def __init__(self, dimensions: int) -> None:
        self._rows: Rows = np.zeros(0, np.int64)
        self._vectors: Vectors = np.zeros((0, dimensions), np.float32)

    def add(self, rows: Rows, vectors: Vectors) -> None:
        self._rows = np.concatenate([self._rows, rows])
        self._vectors = np.concatenate([self._vectors, vectors.astype(np.float32)])

    def remove(self, rows: Rows) -> None:
        kept = ~np.isin(self._rows, rows)
        self._rows, self._vectors = self._rows[kept], self._vectors[kept]

    def search(self, vector: Vectors, k: int, allowed: Allowed | None) -> tuple[Rows, Vectors]:
        rows, vectors = self._rows, self._vectors
        if allowed is not None:
            passing = allowed[rows]
            rows, vectors = rows[passing], vectors[passing]
        return best(rows, vectors @ vector, k)

    def __len__(self) -> int:
        return len(self._rows)


def best(rows: Rows, scores: Vectors, k: int) -> tuple[Rows, Vectors]:
    """The `k` rows with the highest scores, best first."""
    if len(rows) > k:
        top = np.argpartition(-scores, k - 1)[:k]
        rows, scores = rows[top], scores[top]
    order = np.argsort(-scores, kind="stable")
    return rows[order], scores[order]
