"""Titles and names of a MARC record, in the script of the work where 880 gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.sources.marc_data import Field, Marc, distinct, trim
from index.text import is_cjk, plain

_LINK = re.compile(r"^(\d{3})-(\d{2})")
# Relators of people whom no reader asks for.
_UNASKED = re.compile(
    r"^(?:printer|publisher|former owner|bookseller|donor|binder|book ?seller|distributor|"
    r"issuing body|funder|sponsor|owner|depositor|degree grantor|host institution|"
    r"prt|pbl|fmo|bsl|dnr|bnd|dst|isb|fnd|spn|own|dpt|dgg|his)\.?$",
    re.I,
)
_TRANSLATOR = re.compile(r"^(?:translat(?:or|ed by)|trl|译者?|譯者?|翻译|翻譯)\.?$", re.I)
_BY = re.compile(r"^(?:written |edited |compiled )?(?:by|von|par|de|di|por|av|af)\s+", re.I)
_ROLE = re.compile(r"\s*(?:编著|主编|著|编|译|撰|等|編著|主編|編|譯|作|文)+$")


@dataclass(frozen=True, slots=True)
class Titles:
    shown: str
    subtitle: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    shown: tuple[str, ...]
    variants: tuple[str, ...]
    translators: tuple[str, ...]  # those of `shown` who only translated it


def linked(marc: Marc, told: Field) -> Field | None:
    """The 880 that gives this field in another script."""
    link = _LINK.match(told.first("6"))
    if link is None or link.group(2) == "00":
        return None
    wanted = f"{told.tag}-{link.group(2)}"
    return next((f for f in marc.get("880") if f.first("6").startswith(wanted)), None)


def _one(marc: Marc, *tags: str) -> Field | None:
    return next(iter(marc.get(*tags)), None)


def unlinked(marc: Marc, tag: str) -> Iterator[Field]:
    """880s that stand in for a field which is not there."""
    return (f for f in marc.get("880") if f.first("6").startswith(f"{tag}-00"))


def titles(marc: Marc) -> Titles:
    """The proper title, in Chinese, Japanese or Korean script when 880 has it."""
    main = _one(marc, "245") or next(unlinked(marc, "245"), None)
    main = main or _one(marc, "240", "130", "246", "222")
    if main is None:
        return Titles("", "", ())
    script = linked(marc, main)
    shown, other = (script, main) if script and _outscripts(script, main) else (main, script)
    title, subtitle, parallel = _parts(shown)
    others = _whole(other) if other else ()
    variants = distinct([*others, *parallel, *_variants(marc)])
    return Titles(title, subtitle, tuple(v for v in variants if v != title))


def _outscripts(script: Field, main: Field) -> bool:
    return is_cjk(script.join("ab")) and not is_cjk(main.join("ab"))


def _parts(told: Field) -> tuple[str, str, tuple[str, ...]]:
    """Title with its parts, subtitle, titles in other languages after "="."""
    proper = [trim(text) for code, text in told.subs if code in "anpfgk"]
    title = ". ".join(part for part in proper if part)
    rest = told.join("b")
    if told.first("a").endswith("="):
        parallel, _, rest = rest.partition(" : ")
        return title, trim(rest), (trim(parallel),)
    subtitle, _, parallel = rest.partition(" = ")
    return title, trim(subtitle), (trim(parallel),)


def _whole(told: Field) -> tuple[str, ...]:
    title, subtitle, parallel = _parts(told)
    return (f"{title} : {subtitle}" if subtitle else title, *parallel)


def _variants(marc: Marc) -> Iterator[str]:
    for told in marc.get("130", "210", "222", "240", "242", "246", "247", "740"):
        yield trim(told.join("anp"))
        if script := linked(marc, told):
            yield trim(script.join("anp"))
    for tag in ("246", "240", "740"):
        yield from (trim(f.join("anp")) for f in unlinked(marc, tag))
    for told in marc.get("765", "700", "710"):  # original of a translation, works contained
        if told.tag == "765" or told.ind2 == "2":
            yield trim(told.join("t"))


def names(marc: Marc, in_script: bool) -> Names:
    """Creators, then contributors; `in_script`: shown as 880 writes them."""
    shown, variants, translators = [], [], []
    for told in _people(marc):
        name, script = _name(told), linked(marc, told)
        other = _name(script) if script else ""
        first, second = (other, name) if in_script and is_cjk(other) else (name, other)
        shown.append(first)
        variants.append(second)
        if _translated(told):
            translators.append(first)
    shown += [_name(f) for tag in ("100", "700", "110") for f in unlinked(marc, tag)]
    return Names(distinct(shown) or _responsible(marc), distinct(variants), distinct(translators))


def _translated(told: Field) -> bool:
    """Whether a person translated the work and did no more for it."""
    relators = [trim(text) for text in told.all("e4")]
    return bool(relators) and all(map(_TRANSLATOR.match, relators))


def _people(marc: Marc) -> Iterator[Field]:
    yield from marc.get("100", "110", "111")
    for told in marc.get("700", "710", "711"):
        relators = [trim(text) for text in told.all("e4")]
        asked = not relators or any(not _UNASKED.match(text) for text in relators)
        related_work = told.join("t") and told.ind2 != "2"
        if asked and not related_work and "(Online service)" not in told.first("a"):
            yield told


def _name(told: Field) -> str:
    codes = "abcq" if told.tag in ("100", "700") or _scripted(told) else "ab"
    parts = [text for code, text in told.subs if code in codes and code != "q"]
    return trim(" ".join(parts))


def _scripted(told: Field) -> bool:
    return told.tag == "880" and told.first("6")[:3] in ("100", "700")


def _responsible(marc: Marc) -> tuple[str, ...]:
    """The name in the statement of responsibility, when there is no other and it is one name."""
    said = next((f.first("c") for f in marc.get("245")), "")
    first = trim(re.split(r"[;,/\[(，；（]", said, maxsplit=1)[0])
    name = _ROLE.sub("", first) if is_cjk(first) else _BY.sub("", first)
    is_name = 0 < len(plain(name).split()) <= 4 and not any(c.isdigit() for c in name)
    return (name,) if is_name and (is_cjk(name) or name[:1].isupper()) else ()
