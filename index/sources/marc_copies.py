"""Copies of a MARC record: which field and subfields hold them is the library's to say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from index.errors import SourceError
from index.record import Copy, CopyStatus
from index.sources.marc_data import Field, Marc, trim
from index.sources.statuses import status_of_words

StatusOf = Callable[[Field, "Mapping"], CopyStatus | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A field and the subfields in it. `status_of` gives None for a copy that must not be shown."""

    tag: str
    branch: str
    shelf: str = ""
    call_number: str = ""
    barcode: str = ""
    due: str = ""
    status: str = ""
    status_of: StatusOf
    needs: str  # at least one of these subfields makes the field a copy


def _worded(told: Field, by: Mapping) -> CopyStatus | None:
    if by.due and _date(told.first(by.due)):
        return "on_loan"
    return status_of_words(told.join(by.status)) if by.status else "unknown"


def _koha(told: Field, by: Mapping) -> CopyStatus | None:
    """Koha: 0 withdrawn, 1 lost, 4 damaged, 7 not for loan (below zero: not there yet), q due."""
    if _set(told.first("0")):
        return None
    if _set(told.first("1")) or _set(told.first("4")):
        return "missing"
    if _date(told.first("q")):
        return "on_loan"
    if _set(told.first("7")):
        return "unknown" if told.first("7").startswith("-") else "reference"
    return "available"


def _evergreen(told: Field, by: Mapping) -> CopyStatus | None:
    """Evergreen: z status in words; x flags."""
    flags = set(told.all("x"))
    if flags & {"hidden", "deleted"}:
        return None
    status = status_of_words(told.first("zs"))
    in_house = flags & {"reference", "noncirculating"}
    return "reference" if in_house and status in ("available", "unknown") else status


def _symphony(told: Field, by: Mapping) -> CopyStatus | None:
    """Symphony: k current location (l when the copy is at home): CHECKEDOUT, LOST, STACKS."""
    status = status_of_words(told.first("k") or told.first("l"))
    if status != "unknown":
        return status
    return "unknown" if told.first("k") or _UNSHELVED.search(told.first("l")) else "available"


_UNSHELVED = re.compile(r"order|process|transit|repair|bind|unknown", re.I)


def _set(value: str) -> bool:
    return value not in ("", "0")


PRESETS: dict[str, tuple[Mapping, ...]] = {
    "949": (
        Mapping(
            tag="949",
            branch="m",
            shelf="l",
            call_number="a",
            barcode="i",
            status_of=_symphony,
            needs="ai",
        ),
    ),
    "alma": (
        Mapping(
            tag="AVA",
            branch="b",
            shelf="c",
            call_number="d",
            status="e",
            status_of=_worded,
            needs="be",
        ),
        Mapping(
            tag="ITM",
            branch="b",
            shelf="c",
            call_number="hi",
            barcode="p",
            due="q",
            status="s",
            status_of=_worded,
            needs="p",
        ),
        Mapping(tag="HLD", branch="b", shelf="c", call_number="hi", status_of=_worded, needs="b"),
    ),
    "evergreen": (
        Mapping(
            tag="852",
            branch="b",
            shelf="c",
            call_number="kjm",
            barcode="p",
            status_of=_evergreen,
            needs="p",
        ),
    ),
    "koha": (
        Mapping(
            tag="952",
            branch="ba",
            shelf="c",
            call_number="o",
            barcode="p",
            due="q",
            status_of=_koha,
            needs="opbc",
        ),
    ),
    "marc": (
        Mapping(
            tag="852",
            branch="b",
            shelf="c",
            call_number="khim",
            barcode="p",
            status_of=_worded,
            needs="bhj",
        ),
    ),
    "sierra": (
        Mapping(
            tag="945",
            branch="l",
            shelf="c",
            call_number="a",
            barcode="i",
            status="s",
            status_of=_worded,
            needs="li",
        ),
    ),
    "symphony": (
        Mapping(
            tag="999",
            branch="m",
            shelf="l",
            call_number="a",
            barcode="i",
            status_of=_symphony,
            needs="i",
        ),
    ),
}
_AUTO = ("koha", "evergreen", "alma", "symphony", "949", "sierra")


def mappings(said: str) -> tuple[tuple[Mapping, ...], ...]:
    """What to try, in order, for `auto`, `none`, a preset, or "952:branch=b,shelf=c,status=7".

    Raises SourceError.
    """
    if said == "auto":
        return tuple(PRESETS[name] for name in _AUTO)
    if said == "none":
        return ()
    if said in PRESETS:
        return (PRESETS[said],)
    return ((_own(said),),)


def _own(said: str) -> Mapping:
    tag, _, rest = said.partition(":")
    told = dict(part.partition("=")[::2] for part in rest.split(",") if part)
    known = {"branch", "shelf", "call_number", "barcode", "due", "status"}
    if len(tag) != 3 or "branch" not in told or not set(told) <= known:
        raise SourceError(
            f"copies: {said!r} is neither {', '.join(PRESETS)}, auto, none nor a mapping "
            "like 952:branch=b,shelf=c,call_number=o,barcode=p,due=q,status=7"
        )
    return Mapping(
        tag=tag, **told, status_of=_worded, needs=told["branch"] + told.get("barcode", "")
    )


def copies(marc: Marc, tried: tuple[tuple[Mapping, ...], ...]) -> tuple[Copy, ...]:
    """The copies by the first mapping that finds any."""
    return next((found for each in tried if (found := tuple(_found(marc, each)))), ())


def _found(marc: Marc, each: tuple[Mapping, ...]) -> Iterator[Copy]:
    for by in each:
        if not marc.has(by.tag):
            continue
        fields = [f for f in marc.get(by.tag) if f.first(by.needs) and f.first(by.branch)]
        yield from (copy for f in fields if (copy := _copy(f, by)))
        if fields:
            return


def _copy(told: Field, by: Mapping) -> Copy | None:
    status = by.status_of(told, by)
    if status is None:
        return None
    return Copy(
        branch=_branch(told, by.branch),
        shelf=told.first(by.shelf),
        call_number=trim(told.join(by.call_number)),
        status=status,
        due=_date(told.first(by.due)) if status == "on_loan" else None,
        barcode=told.first(by.barcode),
    )


def _branch(told: Field, codes: str) -> str:
    """The first of `codes` that is there; of several with one code the last (where it is now)."""
    return next(text for code in codes if (text := ([*told.all(code)] or [""])[-1])).strip()


_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")


def _date(text: str) -> date | None:
    found = _DATE.match(text.strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
