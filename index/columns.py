"""What filters and counts need of every record, as columns in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from index import tally
from index.cards import ANYWHERE, branches_of, languages_of, shelves_of
from index.literature import literatures_of
from index.record import Filters, Record

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask: TypeAlias = NDArray[np.bool_]
    Numbers: TypeAlias = NDArray[np.int64]

_TYPES: dict[str, Any] = {
    "alive": np.bool_,
    "year": np.int16,  # 0 when unknown
    "pages": np.int16,  # 0 when unknown
    "language": np.int32,
    "format": np.int32,
    "audience": np.int32,
    "literary_form": np.int32,
    "literature": np.int32,
    "branch": np.int32,
    "shelf": np.int32,
    "work": np.uint64,  # hash of the work, 0 for none
}
_LARGEST = 32_000
_SETS = ("language", "format", "audience", "literary_form", "literature", "branch", "shelf")
_COUNTED = tuple(name for name in _SETS if name != "literature")  # no reader chooses by it


class Columns:
    """Arrays by record number. Sets of values (languages, branches) are kept once, as codes."""

    def __init__(self) -> None:
        self._sets: dict[str, dict[tuple[str, ...], int]] = {name: {(): 0} for name in _SETS}
        self._values: dict[str, list[tuple[str, ...]]] = {name: [()] for name in _SETS}
        self._arrays = {name: np.zeros(1024, kind) for name, kind in _TYPES.items()}
        self._order: Numbers | None = None
        self._count: int | None = None

    def put(self, number: int, record: Record) -> None:
        """Add a record or replace it."""
        self._grow(number + 1)
        self._order = self._count = None
        self._arrays["alive"][number] = True
        self._arrays["year"][number] = _small(record.year)
        self._arrays["pages"][number] = _small(record.pages)
        self._arrays["work"][number] = work_code(record.work)
        for name, values in _sets_of(record).items():
            self._arrays[name][number] = self._code(name, tuple(values))

    def _code(self, name: str, values: tuple[str, ...]) -> int:
        known = self._sets[name]
        if values not in known:
            known[values] = len(known)
            self._values[name].append(values)
        return known[values]

    def remove(self, numbers: Iterable[int]) -> None:
        self._count = None
        for number in numbers:
            if number < len(self._arrays["alive"]):
                self._arrays["alive"][number] = False

    @property
    def count(self) -> int:
        if self._count is None:
            self._count = int(np.count_nonzero(self._arrays["alive"]))
        return self._count

    @property
    def alive(self) -> Mask:
        return self._arrays["alive"]

    def works(self, numbers: Numbers) -> NDArray[np.uint64]:
        """Hashes of the records' works; 0 where a record stands alone."""
        return self._arrays["work"][numbers]

    def years(self, numbers: Numbers) -> NDArray[np.int16]:
        return self._arrays["year"][numbers]

    def pages(self, numbers: Numbers) -> NDArray[np.int16]:
        return self._arrays["pages"][numbers]

    def values(self, name: str, number: int) -> tuple[str, ...]:
        """A record's languages, format, audience, branches or shelves."""
        return self._values[name][int(self._arrays[name][number])]

    def written_in(self, numbers: Numbers, languages: frozenset[str]) -> Mask:
        """Which of the records are in one of the languages."""
        fits = [not languages.isdisjoint(values) for values in self._values["language"]]
        return np.array(fits, np.bool_)[self._arrays["language"][numbers]]

    def free(self, number: int) -> bool:
        """Whether a copy can be taken now."""
        return bool(self._arrays["shelf"][number])

    def same_work(self, work: int) -> Numbers:
        """Numbers of all records of one work."""
        return np.flatnonzero((self._arrays["work"] == np.uint64(work)) & self.alive)

    def with_their_works(self, numbers: Numbers) -> Mask:
        """Which records are these or others of the same works."""
        same = np.zeros(len(self.alive), np.bool_)
        works = np.unique(self.works(numbers))
        works = works[works != 0]
        if len(works):
            own = self._arrays["work"]
            same |= works[np.minimum(np.searchsorted(works, own), len(works) - 1)] == own
        same[numbers] = True
        return same

    def passing(self, filters: Filters) -> Mask | None:
        """Which records pass, by number; None when there is nothing to pass.

        Authors and excluded ids are the search's to add.
        """
        years = self._between("year", filters.year_from, filters.year_to)
        pages = self._between("pages", filters.pages_from, filters.pages_to)
        masks = [*years, *pages, *self._set_masks(filters)]
        if filters.above:
            masks.append(np.arange(len(self.alive)) > filters.above)
        return np.logical_and.reduce([self.alive, *masks]) if masks else None

    def _between(self, name: str, least: int | None, most: int | None) -> list[Mask]:
        """Which records have a number from `least` to `most`; those without one do not pass."""
        numbers, masks = self._arrays[name], []
        if least is not None:
            masks.append(numbers >= max(least, -_LARGEST))
        if most is not None:
            masks.append(numbers <= min(most, _LARGEST))
        return [*masks, numbers != 0] if masks else []

    def _set_masks(self, filters: Filters) -> list[Mask]:
        masks = []
        for name, wanted in wanted_of(filters).items():
            fits = [not wanted.isdisjoint(values) for values in self._values[name]]
            masks.append(np.array(fits, np.bool_)[self._arrays[name]])
        return masks

    def counts(self, numbers: Numbers) -> tuple[int, dict[str, dict[str, int]]]:
        """How many works these records are, and how many each filter would keep of them:
        filter -> value -> count."""
        if not len(numbers):
            return 0, {}
        numbers, starts = self.by_work(numbers)
        told = {
            name: tally.by_value(starts, self._arrays[name][numbers], self._values[name])
            for name in _COUNTED
        }
        free = told.pop("shelf").pop(ANYWHERE, 0)
        told["available"] = {"true": free} if free else {}
        told["decade"] = tally.by_decade(starts, self.years(numbers))
        paged = np.logical_or.reduceat(self.pages(numbers) != 0, starts)
        unpaged = int(np.count_nonzero(~paged))
        told["pages"] = {"unstated": unpaged} if unpaged else {}
        return len(starts), {name: counts for name, counts in told.items() if counts}

    def by_work(self, numbers: Numbers) -> tuple[Numbers, Numbers]:
        """The records with all of one work together, and where each work begins; a record that
        stands alone is its own. The order of all records is kept until one changes."""
        if len(numbers) < len(self.alive) // 10:
            ordered = numbers[np.argsort(self.works(numbers), kind="stable")]
        else:
            wanted = np.zeros(len(self.alive), np.bool_)
            wanted[numbers] = True
            order = self._order
            if order is None:
                order = self._order = np.argsort(self._arrays["work"], kind="stable")
            ordered = order[wanted[order]]
        works = self.works(ordered)
        begins = np.ones(len(works), np.bool_)
        begins[1:] = (works[1:] != works[:-1]) | (works[1:] == 0)
        return ordered, np.flatnonzero(begins)

    def _grow(self, size: int) -> None:
        if size <= len(self._arrays["alive"]):
            return
        for name, old in self._arrays.items():
            new = np.zeros(max(size, 2 * len(old)), old.dtype)
            new[: len(old)] = old
            self._arrays[name] = new

    def save(self, folder: Path) -> None:
        np.savez(folder / "columns.npz", allow_pickle=False, **self._arrays)
        (folder / "columns.json").write_text(json.dumps(self._values), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Columns:
        columns = cls()
        with np.load(folder / "columns.npz", allow_pickle=False) as arrays:
            columns._arrays = {name: arrays[name] for name in _TYPES}
        told = json.loads((folder / "columns.json").read_text(encoding="utf-8"))
        columns._values = {name: [tuple(v) for v in told[name]] for name in _SETS}
        columns._sets = {n: {v: i for i, v in enumerate(columns._values[n])} for n in _SETS}
        return columns


def _small(number: int | None) -> int:
    """The number if it fits into a column; 0 when it does not or is not known."""
    return number if number and abs(number) < _LARGEST else 0


def wanted_of(filters: Filters) -> dict[str, frozenset[str]]:
    """Filters as column -> values, any of which must be there."""
    places = frozenset(filters.branches)
    wanted = {
        "language": frozenset(filters.languages),
        "format": frozenset(filters.formats),
        "audience": frozenset(filters.audiences),
        "literary_form": frozenset(filters.literary_forms),
        "literature": frozenset(filters.literatures),
        "branch": frozenset() if filters.available else places,
        "shelf": (places or frozenset({ANYWHERE})) if filters.available else frozenset(),
    }
    return {name: values for name, values in wanted.items() if values}


def work_code(work: str) -> int:
    """64 bits that stand for a work; 0 for none."""
    return int.from_bytes(blake2b(work.encode(), digest_size=8).digest()) if work else 0


_READERS: Mapping[str, Callable[[Record], list[str]]] = {
    "language": languages_of,
    "format": lambda record: [record.format],
    "audience": lambda record: [record.audience],
    "literary_form": lambda record: [record.literary_form],
    "literature": literatures_of,
    "branch": branches_of,
    "shelf": shelves_of,
}


def _sets_of(record: Record) -> dict[str, list[str]]:
    return {name: read(record) for name, read in _READERS.items()}
