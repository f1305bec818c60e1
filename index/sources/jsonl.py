"""Holdings as JSON lines, also in the short form {"id", "title", "author", "text"}."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

import msgspec

from index.record import Deleted, Record, Rejected
from index.sources.base import Entry, FileSource, Mark
from index.sources.plain import UnfitError, id_from, record_from

LONGEST_LINE = 4 * 1024 * 1024  # bytes
_decode = msgspec.json.Decoder(dict[str, Any]).decode


class JsonlSource(FileSource):
    """Lines of JSON; a bad line is reported by its number."""

    def read(self, start: Mark) -> Iterator[Entry]:
        number, position = start.number, start.position
        with self.path.open("rb", buffering=1 << 20) as file:
            file.seek(position)
            for line, length in lines(file):
                number, position = number + 1, position + length
                self.mark = Mark(position, number)
                if line is None or line.strip():
                    yield self._entry(line, number)

    def _entry(self, line: bytes | None, number: int) -> Entry:
        where = f"{self.name}#{number}"
        if line is None:
            return Rejected(where, f"the line is longer than {LONGEST_LINE >> 20} MB")
        try:
            return self._record(_decode(line.removeprefix(b"\xef\xbb\xbf")), where)
        except UnicodeDecodeError as error:
            return Rejected(where, f"not UTF-8 at byte {error.start} of the line")
        except (msgspec.MsgspecError, RecursionError) as error:
            return Rejected(where, f"not a JSON object: {error}")

    def _record(self, told: dict[str, Any], where: str) -> Record | Rejected | Deleted:
        try:
            if told.get("deleted") is True:
                return Deleted(self.options.prefix + id_from(told))
            return record_from(told, where, self.options.prefix)
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
