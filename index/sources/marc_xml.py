"""One MARC record in XML to its fields; namespaces and prefixes do not matter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from lxml import etree

from index.sources.iso2709 import UnreadableError
from index.sources.marc_data import Field, Marc, clean


def decode(record: Any) -> Marc:
    """The `record` element. Raises UnreadableError when it holds no fields."""
    marc = Marc(" " * 24)
    for child in record:
        kind = local(child)
        if kind == "leader":
            marc.leader = (child.text or "").ljust(24)[:24]
        elif kind == "controlfield":
            marc.control.setdefault(child.get("tag", ""), []).append(child.text or "")
        elif kind == "datafield":
            marc.add(_field(child))
    if not marc.fields and not marc.control:
        raise UnreadableError("no fields in the record")
    return marc


def _field(told: Any) -> Field:
    subs = [(sub.get("code", " "), clean(_text(sub))) for sub in told]
    ind1, ind2 = told.get("ind1") or " ", told.get("ind2") or " "
    return Field(told.get("tag", ""), ind1[0], ind2[0], tuple(subs))


def _text(element: Any) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def local(element: Any) -> str:
    """The element's name without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def marc_in(element: Any) -> Any | None:
    """The MARC record at or below `element`."""
    if _has_fields(element):
        return element
    return next((each for each in _records(element) if _has_fields(each)), None)


def _records(element: Any) -> Iterable[Any]:
    return (each for each in element.iter() if local(each) == "record")


def _has_fields(record: Any) -> bool:
    return any(local(child) in ("leader", "datafield") for child in record)


@cache
def parser(encoding: str | None = None) -> etree.XMLParser:
    """One that fetches nothing and expands nothing."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding=encoding
    )
