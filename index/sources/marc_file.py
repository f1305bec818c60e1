"""Files of binary MARC, cut at record terminators: one damaged record costs one record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from index.pool import in_order
from index.record import Rejected, Repaired
from index.sources.base import Entry, FileSource, Mark, Options, UnfitError
from index.sources.iso2709 import END_OF_RECORD, UnreadableError, decode
from index.sources.marc import MarcMapping

LONGEST_RECORD = 16 * 1024 * 1024  # bytes; the format ends at 99,999 but systems write longer ones
_CHUNK = 1 << 18
_FILLING = b" \t\r\n\0\x1a"
_LEADER = re.compile(rb"\d{5}[acdnposx][a-z][a-z ]")


class _Piece(NamedTuple):
    """A record's bytes, where a person finds them, what is wrong with their ends, what follows."""

    raw: bytes
    where: str
    hurt: str
    after: Mark


class MarcSource(FileSource):
    """Binary MARC 21 in UTF-8 or MARC-8."""

    def __init__(self, path: Path, options: Options) -> None:
        super().__init__(path, options)
        MarcMapping(options)  # an impossible mapping of copies is told of at once

    def read(self, start: Mark) -> Iterator[Entry]:
        work = partial(_read, self.options, self.name)
        for entries, after in in_order(work, self._pieces(start), self.size or 0):
            yield from entries[:-1]
            self.mark = after
            yield entries[-1]
        self.mark = Mark(self.size or 0, self.mark.number)

    def _pieces(self, start: Mark) -> Iterator[_Piece]:
        number, position = start.number, start.position
        with self.path.open("rb") as file:
            file.seek(position)
            for raw, length, hurt in _records(file):
                content = raw.lstrip(_FILLING)
                where = self.at(number + 1, position + len(raw) - len(content))
                position += length
                if content:
                    number += 1
                    yield _Piece(content, where, hurt, Mark(position, number))


def _read(options: Options, name: str, pieces: list[_Piece]) -> list[tuple[list[Entry], Mark]]:
    mapping = MarcMapping(options)
    return [(_entries(mapping, piece, name), piece.after) for piece in pieces]


def _entries(mapping: MarcMapping, piece: _Piece, name: str) -> list[Entry]:
    """One record, and before it what had to be repaired."""
    try:
        marc, damage = decode(piece.raw)
        entry = mapping.record(marc, f"{name}#{piece.after.number}")
    except UnreadableError as error:
        return [Rejected(piece.where, "; ".join(filter(None, [piece.hurt, str(error)])))]
    except UnfitError as error:
        return [Rejected(piece.where, str(error), error.id)]
    repaired = "; ".join(dict.fromkeys(filter(None, [piece.hurt, *damage])))
    return [*([Repaired(piece.where, repaired, entry.id)] if repaired else []), entry]


def _records(file: IO[bytes]) -> Iterator[tuple[bytes, int, str]]:
    """Each record's bytes, the bytes it takes up in the file, and what is wrong with its ends."""
    for raw, length in _pieces(file):
        whole = length > len(raw)
        start = 0
        for cut in _missing_ends(raw):
            yield raw[start:cut], cut - start, "its terminator is missing"
            start = cut
        hurt = "" if whole else "the file ends in the middle of the record"
        yield raw[start:], length - start, hurt if raw[start:].strip(_FILLING) else ""


def _pieces(file: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """What lies between terminators, with its length in the file; the overlong is cut off."""
    rest = b""
    dropped = 0
    while chunk := file.read(_CHUNK):
        *whole, rest = (rest + chunk).split(END_OF_RECORD)
        for raw in whole:
            yield raw, len(raw) + 1 + dropped
            dropped = 0
        if len(rest) > LONGEST_RECORD:
            dropped += len(rest) - 30
            rest = rest[:30]
    if rest:
        yield rest, len(rest) + dropped


def _missing_ends(raw: bytes) -> Iterator[int]:
    """Where a record ends by its leader and another leader follows at once."""
    start = 0
    while _LEADER.match(raw, start):
        end = start + int(raw[start : start + 5])
        cut = next((at for at in (end - 1, end) if start < at and _LEADER.match(raw, at)), 0)
        if not cut:
            return
        yield cut
        start = cut
