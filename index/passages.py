"""The vectors of all records: each as a whole and, where it has more to say, unit by unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from index.tally import ranges
from index.text import has_han
from index.vectors import faiss_index
from index.vectors.file import VectorFile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.columns import Mask, Numbers
    from index.vectors.port import VectorIndex, Vectors

    Owners: TypeAlias = NDArray[np.int32]
    Scripts: TypeAlias = NDArray[np.int64]
_BACKGROUND = 512  # rows that stand for the collection
_SCRIPTS = 2  # Chinese characters, and others
_FEW = 30  # texts; a script with fewer has hardly a mean of its own
_CHUNK = 8192  # records centred at a time


@dataclass(frozen=True, slots=True)
class Nearness:
    """Cosines of records with a question, and which unit of each came nearest."""

    numbers: Numbers
    scores: Vectors
    units: Numbers


class Passages:
    """Rows of vectors by record number.

    A record of one unit has one row. Others have a row for the whole, then one for each unit.
    All are taken less the mean of their script: what every text shares says nothing, and what
    all Chinese texts share only keeps languages apart.
    """

    def __init__(
        self,
        file: VectorFile,
        index: VectorIndex,
        owners: Owners,
        means: Vectors,
        in_script: Scripts,
    ) -> None:
        self._file, self._index, self._means = file, index, means
        self._owners = owners
        self._starts, self._counts = _spans(owners)
        self._script = np.zeros(len(self._starts), np.int8)
        self._script[owners] = in_script
        self.background = self._sample()

    def __len__(self) -> int:
        return len(self._index)

    def question(self, vector: Vectors, text: str) -> Vectors:
        """The vector of a question in `text`'s script, less the mean, of length 1."""
        moved: Vectors = centred(vector[None, :], self._means[scripts([text])])[0]
        return moved

    def search(self, vector: Vectors, k: int, allowed: Mask | None) -> Numbers:
        """At most `k` numbers of records, nearest first; `allowed` is by number."""
        mask = None if allowed is None else allowed[np.minimum(self._owners, len(allowed) - 1)]
        rows, _ = self._index.search(vector, 2 * k, mask)
        owners = self._owners[rows]
        _, first = np.unique(owners, return_index=True)
        return owners[np.sort(first)][:k].astype(np.int64)

    def score(self, vector: Vectors, numbers: Sequence[int] | Numbers) -> Nearness:
        """Half the whole's cosine, half the nearest unit's; unknown records are left out."""
        asked = self._known(numbers)
        starts, counts = self._starts[asked], self._counts[asked]
        if not len(asked):
            return Nearness(asked, np.zeros(0, np.float32), asked)
        cosines = self._file.fetch(ranges(starts, counts)) @ vector
        heads = np.concatenate([[0], np.cumsum(counts)[:-1]])
        scores = (cosines[heads] + np.maximum.reduceat(cosines, heads)) / 2
        return Nearness(asked, scores, _nearest(cosines, heads, counts))

    def script(self, numbers: Sequence[int]) -> Scripts:
        """The script of each record's text, as `scripts` tells it."""
        return self._script[np.minimum(numbers, len(self._script) - 1)].astype(np.int64)

    def whole(self, numbers: Sequence[int] | Numbers) -> Vectors:
        """One vector a record; shape (records that have one, dimensions)."""
        return self._file.fetch(self._starts[self._known(numbers)])

    def replace(self, made: Sequence[tuple[int, Vectors, Scripts]]) -> None:
        """Put the vectors of records' units, as encoded, in place of those they had."""
        if not made:
            return
        self.remove([number for number, *_ in made])
        parts = [with_whole(centred(rows, self._means[script])) for _, rows, script in made]
        rows = self._file.append(np.concatenate(parts))
        self._index.add(rows, np.concatenate(parts))
        numbers = [number for number, *_ in made]
        self._take_in(numbers, [len(part) for part in parts], int(rows[0]))
        self._script[numbers] = [script[0] for *_, script in made]

    def remove(self, numbers: Iterable[int]) -> None:
        gone = self._known(list(numbers))
        if len(gone):
            self._index.remove(ranges(self._starts[gone], self._counts[gone]))
            self._counts[gone] = 0

    def close(self) -> None:
        self._file.close()

    def _known(self, numbers: Sequence[int] | Numbers) -> Numbers:
        asked = np.asarray(numbers, np.int64)
        asked = asked[asked < len(self._counts)]
        return asked[self._counts[asked] > 0]

    def _take_in(self, numbers: list[int], counts: list[int], first: int) -> None:
        self._owners = np.concatenate([self._owners, np.repeat(numbers, counts).astype(np.int32)])
        room = max(numbers) + 1 - len(self._counts)
        if room > 0:
            self._starts = np.concatenate([self._starts, np.zeros(room + 1024, np.int64)])
            self._counts = np.concatenate([self._counts, np.zeros(room + 1024, np.int64)])
            self._script = np.concatenate([self._script, np.zeros(room + 1024, np.int8)])
        self._counts[numbers] = counts
        self._starts[numbers] = first + np.concatenate([[0], np.cumsum(counts)[:-1]])

    def _sample(self) -> Vectors:
        rows = np.random.default_rng(11).permutation(len(self._file))[:_BACKGROUND]
        return self._file.fetch(np.sort(rows).astype(np.int64))

    @classmethod
    def load(cls, folder: Path, dimensions: int) -> Passages:
        file = VectorFile(folder / "vectors.f16", dimensions)
        index = faiss_index.load(folder / "vectors.faiss", file)
        with np.load(folder / "vectors.npz", allow_pickle=False) as arrays:
            return cls(file, index, arrays["owners"], arrays["means"], arrays["scripts"])


@dataclass(slots=True)
class Raw:
    """Vectors as encoded, one row a unit, while an index is being made."""

    file: VectorFile
    owners: Owners
    scripts: Scripts
    totals: Vectors  # sums of the vectors of each script

    def means(self) -> Vectors:
        """Of each script, drawn to the common one where a script has few texts."""
        return drawn(self.totals, self.scripts)


def save(folder: Path, raw: Raw) -> int:
    """Write the index of raw vectors; returns its rows."""
    means = raw.means()
    _, counts = np.unique(raw.owners, return_counts=True)
    kept: list[Owners] = [np.zeros(0, np.int32)]
    by_record = np.zeros(int(raw.owners.max(initial=0)) + 1, np.int8)
    by_record[raw.owners[::-1]] = raw.scripts[::-1]  # the head's, which comes first
    with (folder / "vectors.f16").open("wb") as out:
        for first, last in _record_spans(counts):
            rows = raw.file.fetch(np.arange(first, last))
            rows = centred(rows, means[raw.scripts[first:last]])
            grown, owners = _with_wholes(rows, raw.owners[first:last])
            out.write(grown.astype(np.float16).tobytes())
            kept.append(owners)
    everyone = np.concatenate(kept)
    file = VectorFile(folder / "vectors.f16", raw.file.dimensions)
    faiss_index.build(file, np.arange(len(everyone), dtype=np.int64)).save(folder / "vectors.faiss")
    file.close()
    np.savez(folder / "vectors.npz", owners=everyone, means=means, scripts=by_record[everyone])
    return len(everyone)


def drawn(totals: Vectors, in_script: Scripts) -> Vectors:
    """Means of each script from its sums, drawn to the common one where a script has few texts."""
    counts = np.bincount(in_script, minlength=_SCRIPTS).astype(np.float32)[:, None]
    common = totals.sum(axis=0) / max(len(in_script), 1)
    means = (totals + _FEW * common) / (counts + _FEW)
    narrow: Vectors = means.astype(np.float32)
    return narrow


def scripts(texts: Sequence[str]) -> Scripts:
    """1 for texts in Chinese characters, 0 for others."""
    return np.array([has_han(text) for text in texts], np.int64)


def centred(vectors: Vectors, mean: Vectors) -> Vectors:
    """Less the mean (one for all rows, or one a row), of length 1."""
    moved = vectors - mean
    unit: Vectors = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-6)
    return unit


def with_whole(units: Vectors) -> Vectors:
    """The units of one record, with a row for the whole before them when there are several."""
    rows, _ = _with_wholes(units, np.zeros(len(units), np.int32))
    return rows


def _with_wholes(units: Vectors, owners: Owners) -> tuple[Vectors, Owners]:
    """The same for many records, each in one run of rows."""
    starts, counts = _runs(owners)
    several = counts > 1
    if not several.any():
        return units, owners
    # The head names a record; the whole is what its text says, where there is text.
    text = np.where(np.isin(np.arange(len(units)), starts[several])[:, None], 0.0, units)
    wholes = np.add.reduceat(text, starts, axis=0)[several]
    wholes /= np.maximum(np.linalg.norm(wholes, axis=1, keepdims=True), 1e-6)
    at = starts[several]
    return np.insert(units, at, wholes, axis=0), np.insert(owners, at, owners[at])


def _runs(owners: Owners) -> tuple[Numbers, Numbers]:
    if not len(owners):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    starts = np.concatenate([[0], np.flatnonzero(np.diff(owners)) + 1]).astype(np.int64)
    return starts, np.diff(np.concatenate([starts, [len(owners)]]))


def _spans(owners: Owners) -> tuple[Numbers, Numbers]:
    """First row and number of rows, by record number."""
    runs, lengths = _runs(owners)
    size = int(owners.max(initial=0)) + 1
    starts, counts = np.zeros(size, np.int64), np.zeros(size, np.int64)
    starts[owners[runs]], counts[owners[runs]] = runs, lengths
    return starts, counts


def _record_spans(counts: Numbers) -> Iterable[tuple[int, int]]:
    ends = np.concatenate([[0], np.cumsum(counts)])
    marks = [*range(0, len(counts), _CHUNK), len(counts)]
    return [(int(ends[a]), int(ends[b])) for a, b in pairwise(marks)]


def _nearest(cosines: Vectors, heads: Numbers, counts: Numbers) -> Numbers:
    """Which unit of each record is nearest, leaving the whole out."""
    units = cosines.copy()
    units[heads[counts > 1]] = -np.inf
    records = np.repeat(np.arange(len(heads)), counts)
    best = np.flatnonzero(units == np.maximum.reduceat(units, heads)[records])
    first = best[np.unique(records[best], return_index=True)[1]]
    nearest: Numbers = np.maximum(first - heads - 1, 0).astype(np.int64)
    return nearest
