"""How records and changes are written, each inside its caller's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import insert

from index import codec
from index.record import Record
from index.tables import changes, counters, imports, records

Kind = Literal["upsert", "copies", "delete"]
Values = dict[str, Any]
T = TypeVar("T")
_CHUNK = 500  # values in one IN list

ID_IN = records.c.id.in_(bindparam("ids", expanding=True))


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids by what became of them; `copies` are records of which only copies changed."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    seq: int
    number: int
    id: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """How far the import of one source came; saved together with the records it speaks of."""

    source: str
    fingerprint: str = ""  # of a file: when it differs, the import starts anew
    position: int = 0  # bytes of a file, records of a remote source
    number: int = 0  # records or lines before it
    token: str = ""
    datestamp: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    finished: bool = False
    updated_at: str = ""


def parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """`items` in pieces that fit into one IN list."""
    return (items[i : i + _CHUNK] for i in range(0, len(items), _CHUNK))


def upsert(db: Connection, batch: Sequence[Record]) -> Changes:
    """Add or replace by id; of several records with one id the last counts."""
    rows = {record.id: _row(record) for record in batch}
    old = kept(db, list(rows))
    added = [i for i in rows if i not in old]
    changed = [i for i in rows if i in old and old[i].text_hash != rows[i]["text_hash"]]
    same = [i for i in rows if i in old and old[i].text_hash == rows[i]["text_hash"]]
    copies = [i for i in same if old[i].copies != rows[i]["copies"]]
    _insert(db, [rows[i] for i in added])
    _update(db, [{**rows[i], "number": old[i].number} for i in changed], "upsert")
    _update(db, [{**rows[i], "number": old[i].number} for i in copies], "copies")
    untouched = set(same) - set(copies)
    return Changes(
        tuple(added), tuple(changed), tuple(copies), tuple(i for i in same if i in untouched)
    )


def delete(db: Connection, ids: Sequence[str]) -> tuple[str, ...]:
    """Take records out; returns the ids that were there."""
    old = kept(db, list(dict.fromkeys(ids)))
    if not old:
        return ()
    gone = [(row.number, row.id) for row in old.values()]
    db.execute(
        records.delete().where(records.c.number == bindparam("n")), [{"n": n} for n, _ in gone]
    )
    _log(db, gone, "delete")
    return tuple(i for _, i in gone)


def kept(db: Connection, ids: Sequence[str]) -> dict[str, Any]:
    """What is there of these ids: number, id, text_hash, copies."""
    query = select(records.c.number, records.c.id, records.c.text_hash, records.c.copies).where(
        ID_IN
    )
    return {r.id: r for part in parts(ids) for r in db.execute(query, {"ids": part})}


def save_checkpoint(db: Connection, point: Checkpoint) -> None:
    row = {name: getattr(point, name) for name in _POINT}
    row["counts"] = json.dumps(point.counts)
    row["updated_at"] = datetime.now(UTC).isoformat(timespec="seconds")
    new = insert(imports)
    db.execute(new.on_conflict_do_update(index_elements=["source"], set_=dict(new.excluded)), row)


_POINT = tuple(column.name for column in imports.columns)


def checkpoint(row: Any) -> Checkpoint:
    values: Values = {name: getattr(row, name) for name in _POINT}
    return Checkpoint(**{**values, "counts": json.loads(row.counts)})


def _row(record: Record) -> Values:
    body = codec.encode_body(record)
    return {
        "id": record.id,
        "text_hash": codec.text_hash(body),
        "source": record.source,
        "body": body,
        "copies": codec.encode_copies(record.copies),
    }


def _insert(db: Connection, rows: list[Values]) -> None:
    if not rows:
        return
    first = _take(db, "number", len(rows))
    numbered = [(first + i, row["id"]) for i, row in enumerate(rows)]
    seq = _log(db, numbered, "upsert")
    for i, row in enumerate(rows):
        row.update(number=first + i, seq=seq + i)
    db.execute(records.insert(), rows)


def _update(db: Connection, rows: list[Values], kind: Kind) -> None:
    if not rows:
        return
    seq = _log(db, [(row["number"], row["id"]) for row in rows], kind)
    names = [name for name in rows[0] if name not in ("number", "id")]
    values: Values = {name: bindparam(f"new_{name}") for name in [*names, "seq"]}
    told = [
        {"key": row["number"], "new_seq": seq + i, **{f"new_{n}": row[n] for n in names}}
        for i, row in enumerate(rows)
    ]
    db.execute(records.update().where(records.c.number == bindparam("key")).values(**values), told)


def _log(db: Connection, numbered: Sequence[tuple[int, str]], kind: Kind) -> int:
    """Write changes down in order; returns the first one's seq."""
    first = _take(db, "seq", len(numbered))
    rows = [
        {"seq": first + i, "number": number, "id": record_id, "kind": kind}
        for i, (number, record_id) in enumerate(numbered)
    ]
    db.execute(changes.insert(), rows)
    return first


def _take(db: Connection, name: str, n: int) -> int:
    """Reserve `n` values of a counter; returns the first. Values are never given twice."""
    new = insert(counters).values(name=name, value=n)
    counted = new.on_conflict_do_update(
        index_elements=["name"], set_={"value": counters.c.value + n}
    ).returning(counters.c.value)
    return int(db.execute(counted).scalar_one()) - n + 1
