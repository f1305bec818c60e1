"""From sources to the catalogue: batch by batch, resumable, with a report of all that happened."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields
from itertools import islice
from pathlib import Path
from typing import IO

from index.catalogue import Catalogue, Changes, Checkpoint
from index.errors import TooManyGone
from index.locks import full_disk_told
from index.record import Deleted, Record, Rejected, Repaired
from index.sources.base import Entry, Mark, Source

BATCH = 1000  # entries that are written, or lost by a kill, together


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Counts of records. `read` is all of them; `repaired` ones are in other counts too."""

    read: int = 0
    added: int = 0
    changed: int = 0  # `copies_changed` are not among them
    copies_changed: int = 0
    unchanged: int = 0
    deleted: int = 0
    rejected: int = 0
    repaired: int = 0  # damaged but read
    repeated: int = 0  # an id that came again, close by: the last one counts

    def __add__(self, other: Report) -> Report:
        return Report(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the import of one source is; `share` is None when its size is not known."""

    source: str
    read: int  # records, of this run
    rate: float  # records a second
    share: float | None
    left: float | None  # seconds


Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The sources hold everything: records that are not in them any more are removed.

    `prefix` limits this to ids that begin so. Without `sure` no more than a tenth is removed, and
    nothing when records could not be read so that nobody knows which they are.
    """

    prefix: str = ""
    sure: bool = False


@dataclass(slots=True)
class _Seen:
    """What the sources hold: ids, and how many records of which not even the id was read."""

    ids: set[str] = field(default_factory=set)
    nameless: int = 0

    def add(self, batch: Iterable[Entry]) -> None:
        for entry in batch:
            if isinstance(entry, Rejected) and not entry.id:
                self.nameless += 1
            elif entry.id and not isinstance(entry, Deleted):
                self.ids.add(entry.id)


def add(
    catalogue: Catalogue,
    sources: Sequence[Source],
    report_path: Path,
    progress: Tell | None = None,
    whole: Whole | None = None,
) -> Report:
    """Load all sources; what cannot be read is named, one JSON object a line, in `report_path`.

    An import that was killed goes on where it stopped, unless it is `whole`. Raises IndexBusy,
    SourceError, StorageFull, TooManyGone; what was loaded before stays.
    """
    report_path.parent.mkdir(parents=True, exist_ok=True)
    names = ", ".join(source.name for source in sources)
    with catalogue.lock(f"an import of {names}"), report_path.open("a", encoding="utf-8") as file:
        seen = _Seen() if whole else None
        each = (_Import(catalogue, source, file, progress, seen).run() for source in sources)
        done = sum(each, Report())
        return done + _remove(catalogue, seen, whole) if whole and seen is not None else done


def _remove(catalogue: Catalogue, seen: _Seen, whole: Whole) -> Report:
    """Take out what the sources no longer hold."""
    held = catalogue.ids(whole.prefix)
    gone = sorted(held - seen.ids)
    if gone and seen.nameless and not whole.sure:
        raise TooManyGone(
            f"Records of which not even the id could be read: {seen.nameless:,}. They may be among "
            f"the {len(gone):,} that are not in the sources any more. Nothing was removed. If all "
            "is right, say so with --yes."
        )
    if len(gone) > len(held) // 10 and not whole.sure:
        raise TooManyGone(
            f"{len(gone):,} of {len(held):,} records are not in the sources any more. Nothing was "
            "removed: is a file cut off? If all is right, say so with --yes."
        )
    removed = sum(catalogue.delete(gone[i : i + BATCH]) for i in range(0, len(gone), BATCH))
    return Report(deleted=removed)


class _Import:
    """The import of one source."""

    def __init__(
        self,
        catalogue: Catalogue,
        source: Source,
        file: IO[str],
        progress: Tell | None,
        seen: _Seen | None,
    ) -> None:
        self._seen = seen
        self._catalogue, self._source, self._file = catalogue, source, file
        self._tell = progress or (lambda _: None)
        self._began, self._read = time.monotonic(), 0

    def run(self) -> Report:
        before = self._catalogue.checkpoint(self._source.key)
        start, counted = _resume(before, self._source.fingerprint())
        if self._seen is not None:
            start, counted = Mark(), Report()
        self._first = start.position
        for batch in _batches(self._source.read(start)):
            counted += self._write(batch, counted)
            self._tell(self._progress(len(batch)))
        # The last mark says where the next harvest begins; it comes after the last record.
        self._catalogue.apply([], [], lambda _: self._checkpoint(counted, finished=True))
        return counted

    def _write(self, batch: list[Entry], counted: Report) -> Report:
        """One batch with its checkpoint, in one transaction; bad records are named before it."""
        told = [e for e in batch if isinstance(e, Rejected | Repaired)]
        self._name(told)
        if self._seen is not None:
            self._seen.add(batch)
        latest = {e.id: e for e in batch if isinstance(e, Record | Deleted)}
        records = [e for e in latest.values() if isinstance(e, Record)]
        withdrawn = [e.id for e in latest.values() if isinstance(e, Deleted)]
        first = _read(batch, len(latest))
        done = self._catalogue.apply(
            records,
            withdrawn,
            lambda changes: self._checkpoint(counted + first + _changes(changes)),
        )
        return first + _changes(done)

    def _name(self, told: Iterable[Rejected | Repaired]) -> None:
        for each in told:
            kind = "repaired" if isinstance(each, Repaired) else "rejected"
            line = {"kind": kind, "source": self._source.name, **asdict(each)}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
        with full_disk_told(Path(self._file.name)):
            self._file.flush()

    def _checkpoint(self, counted: Report, *, finished: bool = False) -> Checkpoint:
        mark = self._source.mark
        return Checkpoint(
            source=self._source.key,
            fingerprint=self._source.fingerprint(),
            position=mark.position,
            number=mark.number,
            token=mark.token,
            datestamp=mark.datestamp,
            counts=asdict(counted),
            finished=finished,
        )

    def _progress(self, read: int) -> Progress:
        self._read += read
        seconds = max(time.monotonic() - self._began, 1e-6)
        size, done = self._source.size, self._source.mark.position
        share = min(1.0, done / size) if size else None
        speed = (done - self._first) / seconds
        left = max(0.0, (size - done) / speed) if size and speed > 0 else None
        return Progress(self._source.name, self._read, self._read / seconds, share, left)


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    entries = iter(entries)
    while batch := list(islice(entries, BATCH)):
        yield batch


def _resume(before: Checkpoint | None, fingerprint: str) -> tuple[Mark, Report]:
    """Where to begin: after what a killed import did, at the last harvest's date, or anew."""
    if before is None or before.fingerprint != fingerprint:
        return Mark(), Report()
    if before.finished:
        return Mark(datestamp=before.datestamp), Report()
    mark = Mark(before.position, before.number, before.token, before.datestamp)
    return mark, Report(**before.counts)


def _read(batch: list[Entry], distinct: int) -> Report:
    rejected = sum(isinstance(e, Rejected) for e in batch)
    repaired = sum(isinstance(e, Repaired) for e in batch)
    read = len(batch) - repaired
    repeated = read - rejected - distinct
    return Report(read=read, rejected=rejected, repaired=repaired, repeated=repeated)


def _changes(done: Changes) -> Report:
    return Report(
        added=len(done.added),
        changed=len(done.changed),
        copies_changed=len(done.copies),
        unchanged=len(done.unchanged),
        deleted=len(done.deleted),
    )
