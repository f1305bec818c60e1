"""Files of MARC or Dublin Core in XML, also as OAI-PMH and SRU wrap them.

The file is cut at `record` tags and each record parsed by itself, so that a damaged one costs one
record, a file of any size needs little memory, and reading goes on from any byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from index.errors import SourceError
from index.pool import in_order
from index.record import Deleted, Record, Rejected
from index.sources import dublin_core, marc_xml
from index.sources.base import Entry, FileSource, Mark, Options, UnfitError
from index.sources.iso2709 import UnreadableError
from index.sources.marc import MarcMapping
from index.sources.xml_cutter import HEAD, Piece, cut

_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*encoding=["']([\w.-]+)""")
_ENTITY = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[", re.I)
_DECLARED = re.compile(rb"\sxmlns:([\w.-]+)=")
_USED = re.compile(rb"[<\s]([\w.-]+):[\w.-]+[\s=>]")


class Head(NamedTuple):
    """What the records inherit from what surrounds them."""

    encoding: str | None
    prefixes: set[bytes]


class XmlSource(FileSource):
    """MARCXML, OAI-PMH and SRU answers, Dublin Core."""

    def __init__(self, path: Path, options: Options) -> None:
        super().__init__(path, options)
        MarcMapping(options)  # an impossible mapping of copies is told of at once

    def read(self, start: Mark) -> Iterator[Entry]:
        work = partial(_read, self.options, self.name, self._head())
        for entry, after in in_order(work, self._pieces(start), self.size or 0):
            self.mark = after
            yield entry
        if not self.mark.number:
            raise SourceError(f"{self.path}: no records of MARC or Dublin Core in it")
        self.mark = Mark(self.size or 0, self.mark.number)

    def _head(self) -> Head:
        """What comes before the records. Entities of a file's own are refused, not expanded."""
        with self.path.open("rb") as file:
            start = file.read(HEAD).removeprefix(b"\xef\xbb\xbf")
        head = start.split(b"record>", 1)[0]
        if _ENTITY.search(head):
            raise SourceError(f"{self.path}: declares XML entities; such files are refused")
        said = _ENCODING.match(head)
        return Head(said.group(1).decode("ascii") if said else None, set(_DECLARED.findall(head)))

    def _pieces(self, start: Mark) -> Iterator[tuple[Piece, str, Mark]]:
        self.mark = start
        with self.path.open("rb") as file:
            file.seek(start.position)
            for number, piece in enumerate(cut(file, start.position), start.number + 1):
                yield piece, self.at(number, piece.start), Mark(piece.end, number)


def _read(
    options: Options, name: str, head: Head, pieces: list[tuple[Piece, str, Mark]]
) -> list[tuple[Entry, Mark]]:
    reader = _Reader(options, name, head)
    return [(reader.entry(piece, where, after.number), after) for piece, where, after in pieces]


class _Reader:
    """One record's bytes to an entry."""

    def __init__(self, options: Options, name: str, head: Head) -> None:
        self._options, self._name, self._head = options, name, head
        self._mapping = MarcMapping(options)

    def entry(self, piece: Piece, where: str, number: int) -> Entry:
        if piece.hurt:
            return Rejected(where, piece.hurt)
        try:
            return self._mapped(_parse(piece.data, self._head), f"{self._name}#{number}")
        except etree.XMLSyntaxError as error:
            return Rejected(where, f"not well-formed XML: {error.msg}")
        except UnreadableError as error:
            return Rejected(where, str(error))
        except UnfitError as error:
            return Rejected(where, str(error), error.id)

    def _mapped(self, record: Any, source: str) -> Record | Deleted:
        marc = marc_xml.marc_in(record)
        if marc is not None:
            return self._mapping.record(marc_xml.decode(marc), source)
        record_id = self._options.prefix + identifier_of(record)
        if is_deleted(record):
            return Deleted(record_id)
        dc = dublin_core.dc_in(record)
        told = dublin_core.values_of(record if dc is None else dc)
        return dublin_core.record_from(told, record_id, source)


def _parse(data: bytes, head: Head) -> Any:
    """The record's element; prefixes that an outer element declared are declared again."""
    try:
        return _wrapped(data, head.prefixes, head.encoding)
    except etree.XMLSyntaxError as error:
        if "Namespace prefix" not in str(error):
            raise
    return _wrapped(data, set(_USED.findall(data)) - {b"xml", b"xmlns"}, head.encoding)


def _wrapped(data: bytes, prefixes: set[bytes], encoding: str | None) -> Any:
    declared = b"".join(b' xmlns:%b="urn:%b"' % (name, name) for name in sorted(prefixes))
    return etree.fromstring(
        b"<refdesk%b>%b</refdesk>" % (declared, data), marc_xml.parser(encoding)
    )[0]


def identifier_of(record: Any) -> str:
    """Of the OAI header, else the first dc:identifier. Raises UnfitError."""
    told = (each.text for each in record.iter() if marc_xml.local(each) == "identifier")
    found = next((text.strip() for text in told if text and text.strip()), "")
    if not found:
        raise UnfitError("no identifier")
    return found


def is_deleted(record: Any) -> bool:
    """Whether the OAI header says that the record was withdrawn."""
    headers = (each for each in record.iter() if marc_xml.local(each) == "header")
    return any(header.get("status") == "deleted" for header in headers)
