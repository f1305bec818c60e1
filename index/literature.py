"""Whose literature a record is: the language that it was first written in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from index.record import Record

TRANSLATED = "translated"  # what was first written in another language than the record's own
NORDIC = "nordic"
_NORTH = frozenset(["swe", "nor", "nob", "nno", "dan", "fin", "ice", "fao"])
_KIN = {"grc": "gre", "nob": "nor", "nno": "nor"}  # that readers call by one name
# Classes of literature in Dewey, by the language that it was written in.
_DEWEY = {
    "83": "ger", "8393": "dut", "8396": "ice", "8397": "swe", "83981": "dan", "83982": "nor",
    "84": "fre", "85": "ita", "859": "rum", "86": "spa", "869": "por",
    "88": "grc", "889": "gre",
    "8917": "rus", "89179": "ukr", "89185": "pol", "89186": "cze", "89155": "per",
    "89143": "hin", "8924": "heb", "8927": "ara", "89435": "tur", "894511": "hun",
    "894541": "fin", "8951": "chi", "8956": "jpn", "8957": "kor", "895922": "vie",
}  # fmt: skip
# ... and in Congress's, each from its first number to the next.
_CONGRESS: dict[str, tuple[tuple[int, str], ...]] = {
    "PG": ((2001, "rus"), (3799, ""), (5000, "cze"), (5200, ""), (7001, "pol"), (7500, "")),
    "PL": ((501, "jpn"), (899, ""), (901, "kor"), (999, ""), (2250, "chi"), (3209, "")),
    "PQ": ((1, "fre"), (4001, "ita"), (6001, "spa"), (9000, "por")),
    "PT": ((1, "ger"), (5001, "dut"), (6001, ""), (7101, "ice"), (7339, ""), (7601, "dan"),
           (8301, "nor"), (9201, "swe")),
}  # fmt: skip
_CALL = re.compile(r"\s*([A-Z]{2})\s*(\d{1,4})")


def by_class(ddc: Sequence[str], lcc: Sequence[str]) -> str:
    """ISO 639-2/B of the literature that a work of fiction is classed in; "" where none tells."""
    told = (*map(_by_dewey, ddc), *map(_by_congress, lcc))
    return next(filter(None, told), "")


def _by_dewey(number: str) -> str:
    digits = re.sub(r"[./\s]", "", number)
    starts = (digits[:length] for length in range(6, 1, -1))
    return next((_DEWEY[start] for start in starts if start in _DEWEY), "")


def _by_congress(number: str) -> str:
    call = _CALL.match(number)
    spans = _CONGRESS.get(call[1], ()) if call else ()
    at = bisect_right(spans, int(call[2]), key=lambda span: span[0]) if call else 0
    return spans[at - 1][1] if at else ""


def literatures_of(record: Record) -> list[str]:
    """The language that it was first written in, as far as is told, and what that makes of it."""
    first = record.original_language or record.language
    kind = TRANSLATED if first != record.language else ""
    north = NORDIC if first in _NORTH else ""
    return [told for told in (first, _KIN.get(first), kind, north) if told]
