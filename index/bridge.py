"""From readers' words to the library's subject headings, learned from its own records."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.headings import Headings

_MOST = 3
_SUPPORT = 3  # records that must agree on a heading
_CHANCE = 3.84  # what it reaches once in twenty: too little
_CERTAIN = 10.83  # log likelihood ratio that chance reaches once in a thousand: it counts fully


@dataclass(frozen=True, slots=True)
class Bridged:
    """A heading that the records found share far more than the rest do; strength 0 to 1."""

    heading: str
    strength: float


def bridge(found: Sequence[int], headings: Headings, records: int) -> list[Bridged]:
    """Headings that set the records found (best first) apart from the whole catalogue.

    Judged by Dunning's log likelihood ratio, so that neither rare nor common headings win by
    being so.
    """
    holders: dict[int, int] = defaultdict(int)
    for number in found:
        for code in headings.of(number):
            holders[code] += 1
    scored = [
        (_ratio(count, len(found), headings.carried(code), records), code)
        for code, count in holders.items()
        if count >= _SUPPORT
    ]
    best = sorted(scored, reverse=True)[:_MOST]
    telling = [(min(1.0, g / _CERTAIN), code) for g, code in best if g > _CHANCE]
    return [Bridged(headings.names[code], strength) for strength, code in telling]


def _ratio(inside: int, found: int, carried: int, records: int) -> float:
    """Log likelihood ratio that a heading goes with the records found; 0 when it does not."""
    outside, rest = max(carried - inside, 0), max(records - found, 1)
    if inside / found <= outside / rest:
        return 0.0
    share = (inside + outside) / (found + rest)
    return 2 * (_part(inside, found, share) + _part(outside, rest, share))


def _part(count: int, size: int, share: float) -> float:
    """How much better a part's own share explains its count than the common share does."""
    own = count / size
    total = 0.0
    if count:
        total += count * math.log(own / share)
    if count < size:
        total += (size - count) * math.log((1 - own) / (1 - share))
    return total
