"""The port: rows of vectors that can be added, removed and searched under a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors: TypeAlias = NDArray[np.float32]
    Rows: TypeAlias = NDArray[np.int64]
    Allowed: TypeAlias = NDArray[np.bool_]


class VectorIndex(Protocol):
    """Vectors of length 1, each under a row number; scores are inner products, best first."""

    def add(self, rows: Rows, vectors: Vectors) -> None:
        """`vectors` has shape (len(rows), dimensions); a row is added once."""
        ...

    def remove(self, rows: Rows) -> None:
        """Rows that are not there are ignored."""
        ...

    def search(self, vector: Vectors, k: int, allowed: Allowed | None) -> tuple[Rows, Vectors]:
        """At most `k` rows with their scores; `allowed[row]` must be true when it is given."""
        ...

    def __len__(self) -> int: ...
