"""FAISS: exact in half precision for small collections, inverted lists of short codes for large."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.vectors.exact import best
from index.vectors.file import VectorFile

if TYPE_CHECKING:
    from index.vectors.port import Allowed, Rows, Vectors

EXACT_UP_TO = 50_000  # vectors; measured by `refdesk bench vectors`, see docs/search.md
_RESCORED = 200
_CHUNK = 65_536  # rows read at a time while building
_TRAINING = 48  # vectors a list
_ROUNDS = 10  # of training; more find no better codes


class FaissExact:
    """Every vector compared, 16 bits a number."""

    def __init__(self, dimensions: int, *, handle: Any = None) -> None:
        faiss = _faiss()
        self._faiss = faiss
        self._index = handle or faiss.index_factory(
            dimensions, "IDMap2,SQfp16", faiss.METRIC_INNER_PRODUCT
        )
        if not self._index.is_trained:
            self._index.train(np.zeros((1, dimensions), np.float32))

    def fill(self, rows: Rows, vectors: Vectors) -> None:
        """Add while building."""
        self.add(rows, vectors)

    def add(self, rows: Rows, vectors: Vectors) -> None:
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), rows)

    def remove(self, rows: Rows) -> None:
        self._index.remove_ids(rows)

    def search(self, vector: Vectors, k: int, allowed: Allowed | None) -> tuple[Rows, Vectors]:
        self._faiss.omp_set_num_threads(1)
        params = None
        if allowed is not None:
            chosen = _bitmap(self._faiss, allowed)
            params = self._faiss.SearchParameters(sel=chosen)
        scores, rows = self._index.search(vector[None, :], k, params=params)
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def save(self, path: Path) -> None:
        self._faiss.write_index(self._index, str(path))


class FaissLists:
    """Inverted lists of 4-bit codes; the nearest by code are compared again, exactly.

    FAISS 1.15 loses vectors added to such lists after a removal (the test of the port shows it),
    so later vectors go to an exact index beside the lists until the next build.
    """

    def __init__(self, file: VectorFile, *, handle: Any, probes: int | None = None) -> None:
        self._faiss = _faiss()
        self._file = file
        self._index = handle
        self._probes = probes or probes_for(handle.nlist)
        self._later = FaissExact(file.dimensions)

    def fill(self, rows: Rows, vectors: Vectors) -> None:
        """Add to the lists themselves, before anything was removed."""
        self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), rows)

    def add(self, rows: Rows, vectors: Vectors) -> None:
        self._later.add(rows, vectors)

    def remove(self, rows: Rows) -> None:
        self._index.remove_ids(rows)
        self._later.remove(rows)

    def search(self, vector: Vectors, k: int, allowed: Allowed | None) -> tuple[Rows, Vectors]:
        self._faiss.omp_set_num_threads(1)
        chosen = None if allowed is None else _bitmap(self._faiss, allowed)
        params = self._faiss.SearchParametersIVF(nprobe=self._reach(allowed), sel=chosen)
        _, found = self._index.search(vector[None, :], max(_RESCORED, 2 * k), params=params)
        rows = np.sort(found[0][found[0] >= 0])
        near = best(rows, self._file.fetch(rows) @ vector, k)
        return near if not len(self._later) else self._with_later(near, vector, k, allowed)

    def _with_later(
        self, near: tuple[Rows, Vectors], vector: Vectors, k: int, allowed: Allowed | None
    ) -> tuple[Rows, Vectors]:
        rows, scores = self._later.search(vector, k, allowed)
        return best(np.concatenate([near[0], rows]), np.concatenate([near[1], scores]), k)

    def _reach(self, allowed: Allowed | None) -> int:
        # A narrow filter empties most lists: look into more of them to find what passes.
        if allowed is None:
            return self._probes
        share = max(float(np.count_nonzero(allowed)) / max(len(allowed), 1), 1e-9)
        return int(min(self._index.nlist, self._probes * max(1.0, 0.1 / share)))

    def __len__(self) -> int:
        return int(self._index.ntotal) + len(self._later)

    def save(self, path: Path) -> None:
        """Write the lists, as built."""
        self._faiss.write_index(self._index, str(path))


def _faiss() -> Any:
    """The package as it is: its stubs do not know what it adds to its own classes."""
    return importlib.import_module("faiss")


def lists_for(count: int) -> int:
    """Inverted lists for so many vectors: about the square root, a power of two."""
    return int(2 ** np.clip(round(np.log2(max(count, 1) ** 0.5)), 6, 14))


def probes_for(lists: int) -> int:
    """Lists looked into at a search: a smaller share of many lists is enough."""
    return max(32, min(lists * 3 // 8, 128 + lists // 8))


def build(file: VectorFile, rows: Rows) -> FaissExact | FaissLists:
    """An index of these rows of the file, of the kind that fits their number."""
    import faiss

    # More threads spin while they wait, which costs a busy machine more than they win.
    faiss.omp_set_num_threads(1)
    index = _empty(file, rows)
    for start in range(0, len(rows), _CHUNK):
        part = rows[start : start + _CHUNK]
        index.fill(part, file.fetch(part))
    return index


def load(path: Path, file: VectorFile) -> FaissExact | FaissLists:
    """What `save` wrote."""
    import faiss

    handle = faiss.read_index(str(path))
    lists = isinstance(handle, faiss.IndexIVF)
    return FaissLists(file, handle=handle) if lists else FaissExact(file.dimensions, handle=handle)


def _empty(file: VectorFile, rows: Rows) -> FaissExact | FaissLists:
    if len(rows) <= EXACT_UP_TO:
        return FaissExact(file.dimensions)
    import faiss

    lists = lists_for(len(rows))
    name = f"IVF{lists},PQ{_parts(file.dimensions)}x4fs"
    handle: Any = faiss.index_factory(file.dimensions, name, faiss.METRIC_INNER_PRODUCT)
    chosen = np.random.default_rng(7).permutation(len(rows))[: lists * _TRAINING]
    handle.cp.niter = handle.pq.cp.niter = _ROUNDS
    handle.train(file.fetch(rows[np.sort(chosen)]))
    return FaissLists(file, handle=handle)


def _parts(dimensions: int) -> int:
    """Codes a vector: one for three numbers, or for the nearest count that divides evenly."""
    return next(n for n in range(dimensions // 3, 0, -1) if dimensions % n == 0)


def _bitmap(faiss: Any, allowed: Allowed) -> Any:
    return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
