"""Counts over many records at once: works, however many editions of them there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[np.int64]
    Codes: TypeAlias = NDArray[np.int32] | Numbers
    Values: TypeAlias = Sequence[tuple[str, ...]]
    Years: TypeAlias = NDArray[np.int16]

_BITS = 64  # values that are counted together


def by_value(starts: Numbers, codes: Codes, values: Values) -> dict[str, int]:
    """How many works have each value, most first. Records are ordered by their works, of which
    each has its place in `starts`; a record's code stands for its values."""
    editions = np.diff(starts, append=len(codes))
    alone = editions == 1
    counts = _of_records(codes[starts[alone]], values)
    several = editions[~alone]
    if len(several):
        codes = codes[np.repeat(~alone, editions)]
        counts.update(_of_works(np.cumsum(several) - several, codes, values))
    return dict(counts.most_common())


def _of_records(codes: Codes, values: Values) -> Counter[str]:
    counts: Counter[str] = Counter()
    for code, count in enumerate(np.bincount(codes).tolist()):
        if count:
            counts.update(dict.fromkeys(values[code], count))
    return counts


def _of_works(starts: Numbers, codes: Codes, values: Values) -> Counter[str]:
    """Each value is a bit, and a work has the bits of all its editions."""
    counts: Counter[str] = Counter()
    told = np.flatnonzero(np.bincount(codes)).tolist()
    names = sorted({name for code in told for name in values[code]})
    for some in (names[at : at + _BITS] for at in range(0, len(names), _BITS)):
        bits = {name: 1 << at for at, name in enumerate(some)}
        table = np.zeros(len(values), np.uint64)
        for code in told:
            table[code] = sum(bits.get(name, 0) for name in set(values[code]))
        held = np.bitwise_or.reduceat(table[codes], starts)
        counts |= {n: int(np.count_nonzero(held & np.uint64(bit))) for n, bit in bits.items()}
    return counts


def by_decade(starts: Numbers, years: Years) -> dict[str, int]:
    """How many works came out in each decade, the latest first; 0 is no year."""
    decades = years.astype(np.int64) // 10
    least, most = int(decades.min()), int(decades.max())
    values = [(str(decade * 10),) for decade in range(least, most + 1)]
    codes = np.where(years == 0, len(values), decades - least)
    counts = by_value(starts, codes, [*values, ()])
    return dict(sorted(counts.items(), key=lambda pair: -int(pair[0])))


def first(numbers: Numbers, keys: Sequence[Numbers], count: int) -> Numbers:
    """The `count` first of the numbers: by the first key, then the second, then by themselves.

    Each of at most two keys is from 0 to 65,535.
    """
    whole = np.zeros(len(numbers), np.int64)
    for key in keys:
        whole = (whole << 16) + key
    whole = (whole << 31) + numbers
    if count < len(whole):
        chosen = np.argpartition(whole, count)[:count]
        numbers, whole = numbers[chosen], whole[chosen]
    ordered: Numbers = numbers[np.argsort(whole)]
    return ordered


def ranges(starts: Numbers, counts: Numbers) -> Numbers:
    """All places from each start on, one range after another."""
    offsets = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    places: Numbers = np.repeat(starts, counts) + offsets
    return places
