"""The vectors of all units, by record: what is found is a record and the unit of it that matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.vectors import faiss_index
from index.vectors.file import VectorFile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.columns import Mask
    from index.vectors.port import Rows, VectorIndex, Vectors

_BACKGROUND = 512  # rows that stand for the collection


@dataclass(frozen=True, slots=True)
class Near:
    """A record whose unit `unit` (its place among `units_of`) is near; a cosine."""

    number: int
    unit: int
    score: float


class Passages:
    """Rows of vectors with the record number and the unit of each."""

    def __init__(
        self, file: VectorFile, index: VectorIndex, numbers: NDArray[np.int32], units: NDArray[np.uint8]
    ) -> None:
        self._file, self._index = file, index
        self._numbers, self._units = numbers, units
        self._rows_of: dict[int, Rows] = {}  # of records changed since the build
        self._order = np.argsort(numbers, kind="stable")
        self._sorted = numbers[self._order]
        self.background = self._sample()

    def search(self, vector: Vectors, k: int, allowed: Mask | None) -> list[Near]:
        """At most `k` records, best unit of each; `allowed` is by record number."""
        mask = None if allowed is None else self._row_mask(allowed)
        rows, scores = self._index.search(vector, 2 * k, mask)
        return self._best_units(rows, scores)[:k]

    def scores(self, vector: Vectors, numbers: Sequence[int]) -> list[Near]:
        """The best unit of each of these records, exactly; records without vectors are left out."""
        found = [self.rows(number) for number in numbers]
        rows = np.sort(np.concatenate(found)) if found else np.zeros(0, np.int64)
        return self._best_units(rows, self._file.fetch(rows) @ vector)

    def vectors(self, number: int) -> Vectors:
        """The vectors of one record's units, in order."""
        return self._file.fetch(np.sort(self.rows(number)))

    def rows(self, number: int) -> Rows:
        if (changed := self._rows_of.get(number)) is not None:
            return changed
        first, last = np.searchsorted(self._sorted, [number, number + 1])
        return self._order[first:last].astype(np.int64)

    def replace(self, made: Sequence[tuple[int, Vectors]]) -> None:
        """Put the vectors of records' units in place of those they had."""
        if not made:
            return
        self.remove([number for number, _ in made])
        vectors = np.concatenate([part for _, part in made])
        rows = self._file.append(vectors)
        self._extend(made, rows)
        self._index.add(rows, vectors)

    def remove(self, numbers: Iterable[int]) -> None:
        gone = list(numbers)
        rows = [self.rows(number) for number in gone]
        if sum(map(len, rows)):
            self._index.remove(np.concatenate(rows))
        self._rows_of.update({number: np.zeros(0, np.int64) for number in gone})

    def __len__(self) -> int:
        return len(self._index)

    def close(self) -> None:
        self._file.close()

    def _extend(self, made: Sequence[tuple[int, Vectors]], rows: Rows) -> None:
        sizes = [len(part) for _, part in made]
        ends = np.cumsum(sizes)
        for (number, part), end in zip(made, ends.tolist(), strict=True):
            self._rows_of[number] = rows[end - len(part) : end]
        added = np.repeat(np.array([number for number, _ in made], np.int32), sizes)
        self._numbers = np.concatenate([self._numbers, added])
        order = np.concatenate([np.arange(size, dtype=np.uint8) for size in sizes])
        self._units = np.concatenate([self._units, order])

    def _row_mask(self, allowed: Mask) -> Mask:
        inside = np.minimum(self._numbers, len(allowed) - 1)
        return allowed[inside] & (self._numbers < len(allowed))

    def _best_units(self, rows: Rows, scores: Vectors) -> list[Near]:
        best: dict[int, Near] = {}
        order = np.argsort(-scores, kind="stable")
        numbers, units = self._numbers[rows[order]].tolist(), self._units[rows[order]].tolist()
        for number, unit, score in zip(numbers, units, scores[order].tolist(), strict=True):
            best.setdefault(number, Near(number, unit, score))
        return list(best.values())

    def _sample(self) -> Vectors:
        count = len(self._file)
        rows = np.random.default_rng(11).permutation(count)[:_BACKGROUND]
        return self._file.fetch(np.sort(rows).astype(np.int64))

    @classmethod
    def load(cls, folder: Path, dimensions: int) -> Passages:
        file = VectorFile(folder / "vectors.f16", dimensions)
        index = faiss_index.load(folder / "vectors.faiss", file)
        with np.load(folder / "vectors.npz", allow_pickle=False) as arrays:
            return cls(file, index, arrays["numbers"], arrays["units"])
