"""Tables: one record a row, or one copy a row with the record's values repeated."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from index.errors import SourceError
from index.record import Record, Rejected
from index.sources.base import Entry, FileSource, Mark, Options, UnfitError
from index.sources.jsonl import LONGEST_LINE, lines
from index.sources.plain import COPY_FIELDS, LIST_FIELDS, known_field, record_from

_DELIMITERS = ",;\t|"


class CsvSource(FileSource):
    """Columns are known by their names, or as `options.columns` says: {"title": "Titel"}."""

    def __init__(self, path: Path, options: Options) -> None:
        super().__init__(path, options)
        with path.open("rb") as file:
            first = file.readline(LONGEST_LINE).removeprefix(b"\xef\xbb\xbf")
        head = first.decode("utf-8", "replace")
        self._delimiter = max(_DELIMITERS, key=head.count)
        self._header = next(csv.reader([head], delimiter=self._delimiter), [])
        self._columns = self._match(options.columns)

    def _match(self, said: Any) -> dict[str, int]:
        """Field to column number. Raises SourceError when id or title has none."""
        names = {name.strip().casefold(): at for at, name in enumerate(self._header)}
        found = {field: at for name, at in names.items() if (field := known_field(name))}
        for field, name in said.items():
            if name.strip().casefold() not in names:
                raise SourceError(f"{self.path}: no column {name!r}; there are {self._header}")
            found[field] = names[name.strip().casefold()]
        if missing := [field for field in ("id", "title") if field not in found]:
            raise SourceError(
                f"{self.path}: no column for {' and '.join(missing)} among {self._header}. "
                f"Say which it is: --column {missing[0]}=NAME"
            )
        return found

    def read(self, start: Mark) -> Iterator[Entry]:
        """Rows that follow each other with one id are copies of one record."""
        held, mark = None, start
        for entry, after in self._rows(start):
            if isinstance(held, Record) and isinstance(entry, Record) and held.id == entry.id:
                held = replace(held, copies=held.copies + entry.copies)
            else:
                yield from self._released(held, mark)
                held = entry
            mark = after
        yield from self._released(held, mark)

    def _released(self, entry: Entry | None, mark: Mark) -> Iterator[Entry]:
        if entry is not None:
            self.mark = mark
            yield entry

    def _rows(self, start: Mark) -> Iterator[tuple[Entry, Mark]]:
        csv.field_size_limit(LONGEST_LINE)
        with self.path.open("rb", buffering=1 << 20) as file:
            file.seek(start.position)
            feed = _Feed(file, start.position)
            rows, number = csv.reader(feed, delimiter=self._delimiter), start.number
            while (row := _next(rows)) is not None:
                number += 1
                if row and number > 1:
                    entry = self._entry(row, f"{self.name}#{number}")
                    yield entry, Mark(feed.position, number)

    def _entry(self, row: list[str], where: str) -> Entry:
        if row[0] == _TOO_LONG:
            return Rejected(where, f"the line is longer than {LONGEST_LINE >> 20} MB")
        try:
            "".join(row).encode()
        except UnicodeEncodeError:
            return Rejected(where, "not UTF-8")
        try:
            return record_from(self._values(row), where, self.options.prefix)
        except UnfitError as error:
            return Rejected(where, str(error), error.id)

    def _values(self, row: list[str]) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for name, at in self._columns.items():
            value = row[at].strip() if at < len(row) else ""
            told[name] = _split(value) if name in LIST_FIELDS else value
        copy = {name: told.pop(name) for name in COPY_FIELDS if name in told}
        if copy.get("branch"):
            told |= {"copies": [copy], "call_number": copy.get("call_number", "")}
        elif "call_number" in copy:
            told["call_number"] = copy["call_number"]
        return told


_TOO_LONG = "\ufdd0"  # a character that no text has


class _Feed:
    """Lines of a file as csv wants them, with the position in bytes of the next one."""

    def __init__(self, file: IO[bytes], position: int) -> None:
        self.position = position
        self._lines = lines(file)

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line, length = next(self._lines)
        first, self.position = self.position == 0, self.position + length
        if line is None:
            return _TOO_LONG
        text = line.decode("utf-8", "surrogateescape")
        return text.removeprefix("\ufeff") if first else text


def _next(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row; None at the end. A row that csv cannot read comes as one that is too long."""
    try:
        return next(rows, None)
    except csv.Error:
        return [_TOO_LONG]


def _split(value: str) -> list[str]:
    between = "|" if "|" in value else ";"
    return [part.strip() for part in value.split(between) if part.strip()]
