"""Holdings as JSON lines, also in the short form {"id", "title", "author", "text"}."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import IO, Any, NamedTuple

import msgspec

from index.pool import in_order
from index.record import Deleted, Record, Rejected
from index.sources.base import Entry, FileSource, Mark, UnfitError
from index.sources.plain import id_from, record_from

LONGEST_LINE = 4 * 1024 * 1024  # bytes
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class _Line(NamedTuple):
    """A line (None: too long to be a record), where a person finds it, and what follows it."""

    told: bytes | None
    where: str
    after: Mark


class JsonlSource(FileSource):
    """Lines of JSON; a bad line is reported by its number."""

    def read(self, start: Mark) -> Iterator[Entry]:
        work = partial(_read, self.options.prefix)
        for entry, after in in_order(work, self._lines(start), self.size or 0):
            self.mark = after
            if entry is not None:
                yield entry

    def _lines(self, start: Mark) -> Iterator[_Line]:
        number, position = start.number, start.position
        with self.path.open("rb", buffering=1 << 20) as file:
            file.seek(position)
            for line, length in lines(file):
                number, position = number + 1, position + length
                yield _Line(line, f"{self.name}#{number}", Mark(position, number))


def _read(prefix: str, told: list[_Line]) -> list[tuple[Entry | None, Mark]]:
    return [(_entry(line, prefix), line.after) for line in told]


def _entry(line: _Line, prefix: str) -> Entry | None:
    """None for a line of nothing but space."""
    if line.told is None:
        return Rejected(line.where, f"the line is longer than {LONGEST_LINE >> 20} MB")
    if not line.told.strip():
        return None
    try:
        return _record(_decode(line.told.removeprefix(b"\xef\xbb\xbf")), line.where, prefix)
    except UnicodeDecodeError as error:
        return Rejected(line.where, f"not UTF-8 at byte {error.start} of the line")
    except (msgspec.MsgspecError, RecursionError) as error:
        return Rejected(line.where, f"not a JSON object: {error}")


def _record(told: dict[str, Any], where: str, prefix: str) -> Record | Rejected | Deleted:
    try:
        if told.get("deleted") is True:
            return Deleted(prefix + id_from(told))
        return record_from(told, where, prefix)
    except UnfitError as error:
        return Rejected(where, str(error), error.id)


def lines(file: IO[bytes]) -> Iterator[tuple[bytes | None, int]]:
    """Lines with their length in bytes; None in place of one that is too long to be a record."""
    while line := file.readline(LONGEST_LINE + 1):
        length = len(line)
        if length <= LONGEST_LINE:
            yield line, length
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
            length += len(line)
        yield None, length
