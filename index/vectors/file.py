"""Vectors in half precision, one row after another, in a file and beyond its end in memory."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.vectors.port import Rows, Vectors

_GROWTH = 1024  # rows
_IN_MEMORY = 160_000_000  # bytes: two hundred thousand rows, which are wanted at every question;
# half as many are kept in single precision, which a question then need not make of them


class VectorFile:
    """Rows by number. Reads by position leave no pages mapped, so memory stays what it was."""

    def __init__(self, path: Path | None, dimensions: int) -> None:
        self.dimensions = dimensions
        self._width = dimensions * 2
        self._file = os.open(path, os.O_RDONLY) if path else None
        size = os.fstat(self._file).st_size if self._file is not None else 0
        self._filed = size // self._width
        self._tail = np.zeros((0, dimensions), np.float16)
        self._used = 0
        if 0 < size <= _IN_MEMORY:
            rows = self._read(np.arange(self._filed, dtype=np.int64))
            self._tail = rows.astype(np.float32) if 2 * size <= _IN_MEMORY else rows
            self._filed, self._used = 0, self._filed

    def __len__(self) -> int:
        return self._filed + self._used

    def append(self, vectors: Vectors) -> Rows:
        """Keep more vectors in memory; returns their rows."""
        first, count = len(self), len(vectors)
        if self._used + count > len(self._tail):
            shape = (max(count, self._used, _GROWTH), self.dimensions)
            room = np.zeros(shape, self._tail.dtype)
            self._tail = np.concatenate([self._tail[: self._used], room])
        self._tail[self._used : self._used + count] = vectors.astype(np.float16)
        self._used += count
        return np.arange(first, first + count, dtype=np.int64)

    def fetch(self, rows: Rows) -> Vectors:
        """Shape (len(rows), dimensions), single precision."""
        if not self._filed:
            return self._tail[rows].astype(np.float32, copy=False)
        later = rows >= self._filed
        out = np.empty((len(rows), self.dimensions), np.float32)
        out[later] = self._tail[rows[later] - self._filed]
        out[~later] = self._read(rows[~later])
        return out

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _read(self, rows: Rows) -> np.ndarray:
        if not len(rows):
            return np.zeros((0, self.dimensions), np.float16)
        assert self._file is not None
        file, width = self._file, self._width
        ends = np.flatnonzero(np.diff(rows, append=rows[-1]) != 1) + 1
        starts = np.concatenate([[0], ends[:-1]])
        runs = zip(rows[starts].tolist(), (ends - starts).tolist(), strict=True)
        data = b"".join([_pread(file, count * width, first * width) for first, count in runs])
        return np.frombuffer(data, np.float16).reshape(len(rows), self.dimensions)


def _pread(file: int, size: int, at: int) -> bytes:
    # One call returns at most 2 GiB.
    if len(part := os.pread(file, min(size, 1 << 30), at)) == size:
        return part
    parts = []
    while size:
        part = os.pread(file, min(size, 1 << 30), at)
        if not part:
            raise OSError(f"vectors: the file ends {size} bytes too early")
        parts.append(part)
        size, at = size - len(part), at + len(part)
    return b"".join(parts)
