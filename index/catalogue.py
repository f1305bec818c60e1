"""The catalogue: every record with its copies, what changed and when, and how far imports came.

One process writes at a time and any number read meanwhile (SQLite in WAL mode); each read is one
consistent snapshot. No database object leaves this module.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, inspect, select
from sqlalchemy import func as sql
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import OperationalError

from index import codec, rows
from index.errors import IndexBusy, IndexMissing, StorageFull
from index.locks import writer_lock
from index.record import Record
from index.rows import Change, Changes, Checkpoint, parts
from index.tables import DROPPED, changes, counters, imports, metadata, records, vectors

__all__ = ["Catalogue", "Change", "Changes", "Checkpoint", "Stored"]


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as kept: `text_hash` (16 bytes) stays the same while only copies change."""

    number: int
    seq: int
    text_hash: bytes
    record: Record


class Catalogue:
    """Records by id and by number. `place` is a path or an `sqlite:///` address."""

    def __init__(self, place: str | Path, *, create: bool = True) -> None:
        self.path = Path(str(place).removeprefix("sqlite:///"))
        if not create and not self.path.exists():
            raise IndexMissing(f"{self.path}: no catalogue yet. Load one: refdesk index add FILE")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._engine = _open(self.path)
        if not inspect(self._engine).has_table("vectors"):
            with self._write() as db:
                metadata.create_all(db)
                db.execute(counters.insert().values(name="identity", value=secrets.randbits(62)))
        elif DROPPED[0] in _columns(self._engine):
            with self._write() as db:
                for name in DROPPED if DROPPED[0] in _columns(db) else ():
                    db.exec_driver_sql(f"ALTER TABLE records DROP COLUMN {name}")

    def close(self) -> None:
        self._engine.dispose()

    def lock(self, purpose: str) -> AbstractContextManager[None]:
        """Keep other imports and builds out while the block runs; raises IndexBusy."""
        return writer_lock(self.path.parent, purpose)

    # Writing

    def upsert(self, batch: Sequence[Record]) -> Changes:
        """Add or replace records by id; those that are the same already are left alone."""
        with self._write() as db:
            return rows.upsert(db, batch)

    def delete(self, ids: Iterable[str]) -> int:
        """Take records out; returns how many were there."""
        with self._write() as db:
            return len(rows.delete(db, list(ids)))

    def apply(
        self,
        batch: Sequence[Record],
        withdrawn: Sequence[str],
        checkpoint: Callable[[Changes], Checkpoint],
    ) -> Changes:
        """One step of an import: records, withdrawals and how far it came, all or nothing."""
        with self._write() as db:
            done = rows.upsert(db, batch)
            done = replace(done, deleted=rows.delete(db, withdrawn))
            rows.save_checkpoint(db, checkpoint(done))
        return done

    # Reading

    def get(self, ids: Sequence[str]) -> list[Record]:
        """Records in the order asked; unknown ids are left out."""
        found = {r.id: _record(r) for r in self._rows(_BY_ID, "ids", ids)}
        return [found[i] for i in ids if i in found]

    def by_number(self, numbers: Sequence[int]) -> list[Record]:
        """Records in the order asked; numbers no longer in use are left out."""
        found = {r.number: _record(r) for r in self._rows(_BY_NUMBER, "numbers", numbers)}
        return [found[n] for n in numbers if n in found]

    def stored(self, numbers: Sequence[int]) -> list[Stored]:
        """As `iterate` yields them, for numbers of one's own choice; the order is not kept."""
        return [_stored(r) for r in self._rows(_BY_NUMBER, "numbers", numbers)]

    def numbers_of(self, ids: Sequence[str]) -> dict[str, int]:
        """Numbers by id; unknown ids are left out."""
        return {r.id: r.number for r in self._rows(_NUMBERS, "ids", ids)}

    def ids(self, prefix: str = "") -> set[str]:
        """All ids that begin with `prefix`."""
        found = self._all(select(records.c.id))
        return {r.id for r in found if r.id.startswith(prefix)}

    def count(self) -> int:
        with self._read() as db:
            return db.scalar(select(sql.count()).select_from(records)) or 0

    @property
    def identity(self) -> int:
        """Drawn when the catalogue was made: an index is bound to it."""
        with self._read() as db:
            query = select(counters.c.value).where(counters.c.name == "identity")
            return db.scalar(query) or 0

    def head(self) -> int:
        """The number of the latest change; 0 for a new catalogue."""
        with self._read() as db:
            return db.scalar(select(counters.c.value).where(counters.c.name == "seq")) or 0

    def changes_since(self, seq: int, limit: int = 1000) -> list[Change]:
        """What changed after `seq`, oldest first; one record may come several times."""
        query = select(changes).where(changes.c.seq > seq).order_by(changes.c.seq).limit(limit)
        with self._read() as db:
            return [Change(r.seq, r.number, r.id, r.kind) for r in db.execute(query)]

    def number_at(self, seq: int) -> int | None:
        """The highest number that a record had by change `seq`: whatever has a higher one came in
        later. None when nothing did."""
        given = select(sql.coalesce(sql.max(changes.c.number), 0)).where(changes.c.seq <= seq)
        latest = select(counters.c.value).where(counters.c.name == "number")
        with self._read() as db:
            number = db.scalar(given) or 0
            return number if number < (db.scalar(latest) or 0) else None

    def iterate(self, batch: int = 1000) -> Iterator[list[Stored]]:
        """All records by number, in batches, each batch read on its own."""
        query = _STORED.where(records.c.number > bindparam("after"))
        query = query.order_by(records.c.number).limit(batch)
        last = 0
        while found := self._all(query, after=last):
            yield [_stored(r) for r in found]
            last = found[-1].number

    # Imports and vectors

    def checkpoint(self, source: str) -> Checkpoint | None:
        """How far the import of this source came, if it was ever begun."""
        found = self._all(select(imports).where(imports.c.source == source))
        return rows.checkpoint(found[0]) if found else None

    def checkpoints(self) -> list[Checkpoint]:
        return [rows.checkpoint(r) for r in self._all(select(imports).order_by(imports.c.source))]

    def vectors_for(self, hashes: Sequence[bytes], encoder: str) -> dict[bytes, bytes]:
        """Vectors that this encoder made already, by hash of the text; others are left out."""
        query = _VECTORS.where(vectors.c.encoder == encoder)
        return {r.text_hash: r.data for r in self._rows(query, "hashes", hashes)}

    def keep_vectors(self, encoder: str, made: Mapping[bytes, bytes]) -> None:
        """Keep vectors by hash of their text; one that is kept already stays."""
        new = [{"text_hash": h, "encoder": encoder, "data": data} for h, data in made.items()]
        if new:
            with self._write() as db:
                db.execute(insert(vectors).on_conflict_do_nothing(), new)

    def _rows(self, query: Any, name: str, values: Sequence[Any]) -> list[Any]:
        with self._engine.execution_options(single=True).connect() as db:
            return [r for part in parts(values) for r in db.execute(query, {name: part})]

    def _all(self, query: Any, **values: Any) -> Sequence[Any]:
        with self._read() as db:
            return db.execute(query, values).all()

    def _read(self) -> AbstractContextManager[Connection]:
        return self._engine.begin()

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that writes; raises StorageFull and IndexBusy."""
        try:
            with self._engine.execution_options(writes=True).begin() as db:
                yield db
        except OperationalError as error:
            raise _plainly(error, self.path) from error


_STORED = select(
    records.c.number,
    records.c.id,
    records.c.seq,
    records.c.text_hash,
    records.c.body,
    records.c.copies,
    records.c.source,
)
_BY_ID = _STORED.where(rows.ID_IN)
_BY_NUMBER = _STORED.where(records.c.number.in_(bindparam("numbers", expanding=True)))
_NUMBERS = select(records.c.id, records.c.number).where(rows.ID_IN)
_VECTORS = select(vectors.c.text_hash, vectors.c.data).where(
    vectors.c.text_hash.in_(bindparam("hashes", expanding=True))
)
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "mmap_size=1073741824",
    "cache_size=-16384",
    # Pages that an import touches again and again are copied into the database once, not each time.
    "wal_autocheckpoint=16000",
)


def _record(row: Any) -> Record:
    return codec.decode(row.body, row.copies, row.source)


def _stored(row: Any) -> Stored:
    return Stored(row.number, row.seq, row.text_hash, _record(row))


def _columns(db: Engine | Connection) -> set[str]:
    return {column["name"] for column in inspect(db).get_columns("records")}


def _open(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 60})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _plainly(error: OperationalError, path: Path) -> Exception:
    """What SQLite's error means to whoever runs an import."""
    said = str(error.orig)
    if "full" in said:
        return StorageFull(f"{path}: no space left on the disk. Nothing that was kept is lost.")
    if "locked" in said or "busy" in said:
        return IndexBusy(f"{path}: another process has been writing for a minute")
    return error


def _prepare(db: Any, _: Any) -> None:
    db.isolation_level = None  # transactions begin where SQLAlchemy says, see _begin
    for pragma in _PRAGMAS:
        db.execute(f"PRAGMA {pragma}")


def _begin(db: Connection) -> None:
    # A writer must hold the write lock before it reads, or it fails when another was faster. What
    # reads by one statement, as each search does, needs no transaction around it.
    told = db.get_execution_options()
    if not told.get("single"):
        db.exec_driver_sql("BEGIN IMMEDIATE" if told.get("writes") else "BEGIN")
