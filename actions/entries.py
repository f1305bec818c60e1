"""Knowledge entries that librarians changed at the desk, read from the store as they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import structlog
from pydantic import ValidationError

from assistant.knowledge import Entry

log = structlog.get_logger("actions")


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as kept: `body` holds a wording for each language; not active is taken back."""

    id: str
    change: int
    topic: str
    body: Mapping[str, Any]
    active: bool


class Changes(Protocol):
    """Where changed entries are kept."""

    def since(self, change: int) -> Sequence[Row]:
        """Rows changed after `change`, oldest first; empty while there is no store yet."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """Changed entries by id, None for those taken back, and the last change's number."""

    entries: dict[str, Entry | None]
    head: int


def read_changes(changes: Changes, after: int) -> Found:
    """What changed after `after`; a row that is no entry is reported and skipped."""
    rows = changes.since(after)
    entries = {row.id: _entry(row) for row in rows}
    return Found(entries, max((row.change for row in rows), default=after))


def _entry(row: Row) -> Entry | None:
    if not row.active:
        return None
    try:
        return Entry.model_validate({"id": row.id, "topic": row.topic, **row.body})
    except ValidationError as error:
        log.warning("knowledge.entry_unreadable", id=row.id, reason=str(error.errors()[0]["msg"]))
        return None


class StoredChanges:
    """The store's table `knowledge`, read without ever locking a writer out."""

    def __init__(self, url: str) -> None:
        from sqlalchemy.engine import make_url

        self._url = make_url(url)
        self._engine: Any = None

    def since(self, change: int) -> Sequence[Row]:
        from sqlalchemy import select

        from assistant.store.tables import KnowledgeRow

        if not self._opened():
            return ()
        query = (
            select(KnowledgeRow).where(KnowledgeRow.change > change).order_by(KnowledgeRow.change)
        )
        with self._engine.connect() as connection:
            return [
                Row(row.id, row.change, row.topic, row.body, row.active)
                for row in connection.execute(query)
            ]

    def _opened(self) -> bool:
        """Whether the table is there; the serving process makes it."""
        from pathlib import Path

        from sqlalchemy import create_engine, inspect

        if self._engine is not None:
            return True
        sqlite = self._url.get_backend_name() == "sqlite"
        if sqlite and not Path(self._url.database or "").exists():
            return False
        driver = "sqlite" if sqlite else "postgresql+psycopg"
        engine = create_engine(self._url.set(drivername=driver), pool_pre_ping=True)
        if not inspect(engine).has_table("knowledge"):
            engine.dispose()
            return False
        self._engine = engine
        return True
