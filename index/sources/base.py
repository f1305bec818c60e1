"""What every source of holdings has in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from index.errors import SourceError
from index.record import Deleted, Record, Rejected, Repaired

Entry = Record | Rejected | Repaired | Deleted


class UnfitError(Exception):
    """A record that cannot become one of ours; the text says why."""

    def __init__(self, reason: str, record_id: str | None = None) -> None:
        super().__init__(reason)
        self.id = record_id


@dataclass(frozen=True, slots=True)
class Mark:
    """How far reading came. Everything yielded so far lies before it; reading can go on from it."""

    position: int = 0  # bytes of a file, records of a server
    number: int = 0  # records or lines, for positions that people read
    token: str = ""  # resumption token
    datestamp: str = ""  # where the next incremental harvest starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a library may say about a source; every source ignores what it has no use for."""

    prefix: str = ""  # before every id, so that two catalogues do not collide
    copies: str = "auto"  # preset or mapping, see marc_copies
    columns: Mapping[str, str] = field(default_factory=dict)  # CSV: field of the record -> column
    retry_wait: float = 2.0  # seconds before a server is asked again; doubles each time


class Source(Protocol):
    """One source. `mark` is valid after every entry; `size` is in the unit of `mark.position`."""

    key: str  # under which its checkpoint is kept
    name: str  # as people know it
    mark: Mark
    size: int | None

    def fingerprint(self) -> str:
        """Changes when reading must start anew: a file's size and time, "" for a server."""
        ...

    def read(self, start: Mark) -> Iterator[Entry]:
        """All entries after `start`. Raises SourceError when nothing more can be read."""
        ...


class FileSource:
    """A file: position is in bytes."""

    def __init__(self, path: Path, options: Options) -> None:
        self.path, self.options = path, options
        self.key, self.name = str(path.resolve()), path.name
        self.mark = Mark()
        self.size: int | None = _stat_size(path)

    def fingerprint(self) -> str:
        told = self.path.stat()
        return f"{told.st_size}-{told.st_mtime_ns}"

    def at(self, number: int, position: int) -> str:
        """Where a record lies, for a person with an editor."""
        return f"{self.name}#{number} at byte {position}"


def _stat_size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from None
