"""Subjects, genres, series, contents and summary of a MARC record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sources.marc_data import Field, Marc, distinct, prose, trim
from index.sources.marc_names import linked
from index.text import plain

_HEADINGS = ("600", "610", "611", "630", "648", "650", "651")
_SOURCE = re.compile(r"\s*\((?:OCoLC|DLC|uri)[^)]*\)")
_CHAPTER = re.compile(r"\s*--\s*|\s*——\s*|(?<=[.;])\s*—\s*")
_CAUTION = "4"  # 520 first indicator: content advice


def subjects(marc: Marc) -> tuple[str, ...]:
    """Headings as printed, "Birds -- Migration"; the same in two vocabularies comes once."""
    told = [(f, linked(marc, f)) for f in marc.get(*_HEADINGS)]
    texts = [heading(field) for pair in told for field in pair if field]
    return tuple({plain(text): text for text in reversed(texts) if text}.values())[::-1]


def genres(marc: Marc) -> tuple[str, ...]:
    return distinct(heading(f) for f in marc.get("655"))


def keywords(marc: Marc) -> tuple[str, ...]:
    return distinct(trim(text) for f in marc.get("653", "690", "697") for text in f.all("a"))


def heading(told: Field) -> str:
    """Main part and subdivisions joined by " -- "."""
    main = trim(_SOURCE.sub("", told.join("abcdfgklmnopqrt")))
    return " -- ".join(filter(None, [main, *map(trim, told.all("vxyz"))]))


def series(marc: Marc) -> tuple[str, ...]:
    """With their number, "Discworld ; 5"; traced ones only where they add something."""
    texts = [_numbered(f) for f in marc.get("490", "440", "830", "800", "810", "811")]
    texts += [_numbered(s) for f in marc.get("490", "830") if (s := linked(marc, f))]
    return tuple({_same(text): text for text in reversed(texts) if text}.values())[::-1]


def _same(text: str) -> str:
    return " ".join(word for word in plain(text).split() if word not in ("no", "v", "vol", "bd"))


def _numbered(told: Field) -> str:
    name = trim(told.join("t") if told.tag in ("800", "810", "811") else told.join("anp"))
    number = trim(told.first("v"))
    return f"{name} ; {number}" if name and number else name


def summary(marc: Marc) -> str:
    told = [f for f in marc.get("520") if f.ind1 != _CAUTION]
    texts = [f.join("ab") for f in told]
    texts += [s.join("ab") for f in told if (s := linked(marc, f))]
    return "\n".join(distinct(map(prose, texts)))


def contents(marc: Marc) -> tuple[str, ...]:
    """One entry a chapter or part, from plain and from structured notes; works contained too."""
    noted = (part for f in marc.get("505") for part in _chapters(f))
    scripted = (p for f in marc.get("505") if (s := linked(marc, f)) for p in _chapters(s))
    works = (trim(f.join("t")) for f in marc.get("700", "710") if f.ind2 == "2")
    return distinct([*noted, *scripted, *works])


def _chapters(told: Field) -> Iterator[str]:
    text = told.join("agrtu")
    return (trim(part) for part in _CHAPTER.split(text))


def notes(marc: Marc) -> tuple[str, ...]:
    """General notes, cast, credits, awards, thesis."""
    return distinct(f.join("abcg") for f in marc.get("500", "502", "508", "511", "518", "586"))
