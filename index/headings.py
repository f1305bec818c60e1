"""Subject headings of every record, so that readers' words can be bridged to the library's own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from index.cards import headings_of
from index.record import Record

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes: TypeAlias = NDArray[np.int32]
_NONE: tuple[int, ...] = ()


class Headings:
    """Heading codes by record number, and how many records carry each."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._codes: dict[str, int] = {}
        self._starts: NDArray[np.int64] = np.zeros(1, np.int64)
        self._flat: Codes = np.zeros(0, np.int32)
        self._changed: dict[int, tuple[int, ...]] = {}
        self._carried: list[int] = []

    def put(self, number: int, record: Record) -> None:
        """Add a record or replace it."""
        self.remove([number])
        codes = tuple(self._code(name) for name in headings_of(record))
        self._changed[number] = codes
        for code in codes:
            self._carried[code] += 1

    def remove(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            for code in self.of(number):
                self._carried[code] -= 1
            self._changed[number] = _NONE

    def of(self, number: int) -> tuple[int, ...]:
        """Codes of one record's headings."""
        if (changed := self._changed.get(number)) is not None:
            return changed
        if number + 1 >= len(self._starts):
            return _NONE
        return tuple(self._flat[self._starts[number] : self._starts[number + 1]].tolist())

    def code(self, name: str) -> int | None:
        """The code of a heading that was ever carried."""
        return self._codes.get(name)

    def carried(self, code: int) -> int:
        """How many records carry the heading."""
        return self._carried[code]

    def _code(self, name: str) -> int:
        if name not in self._codes:
            self._codes[name] = len(self.names)
            self.names.append(name)
            self._carried.append(0)
        return self._codes[name]

    def save(self, folder: Path) -> None:
        """Write a fresh table, as a build fills it."""
        last = max(self._changed, default=-1)
        rows = [self._changed.get(number, _NONE) for number in range(last + 1)]
        starts = np.cumsum([0, *map(len, rows)], dtype=np.int64)
        flat = np.fromiter(chain.from_iterable(rows), np.int32)
        np.savez(folder / "headings.npz", starts=starts, flat=flat, carried=self._carried)
        names = "\n".join(" ".join(name.split()) for name in self.names)
        (folder / "headings.txt").write_text(names, encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Headings:
        headings = cls()
        with np.load(folder / "headings.npz", allow_pickle=False) as arrays:
            headings._starts, headings._flat = arrays["starts"], arrays["flat"]
            headings._carried = arrays["carried"].astype(int).tolist()
        text = (folder / "headings.txt").read_text(encoding="utf-8")
        headings.names = text.split("\n") if text else []
        headings._codes = {name: code for code, name in enumerate(headings.names)}
        return headings
