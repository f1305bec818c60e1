"""Saved replies: shared by the desk or a librarian's own, in both languages, by a shortcut."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from assistant.desk.acts import Librarian, require
from assistant.desk.audit import audit
from assistant.errors import Conflict, NotFound
from assistant.ports import Clock
from assistant.store import Database
from assistant.store.desk_tables import CannedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedReply:
    id: str
    shortcut: str
    en: str
    zh: str
    shared: bool


class CannedReplies:
    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def of(self, who: Librarian) -> list[CannedReply]:
        """Mine and the shared ones, by shortcut; mine come first."""

        def work(session: Session) -> list[CannedReply]:
            query = select(CannedRow).where(_visible(who)).order_by(CannedRow.shortcut)
            found = [_reply(row) for row in session.scalars(query)]
            return sorted(found, key=lambda one: (one.shortcut, one.shared))

        return await self.database.read(work)

    async def save(
        self, who: Librarian, reply_id: str | None, shortcut: str, en: str, zh: str, *, shared: bool
    ) -> CannedReply:
        """Write or change one. Raises Conflict, NotFound, Forbidden (shared: supervisors)."""
        if shared:
            require(who, "supervisor")

        def work(session: Session) -> CannedReply:
            row = _mine(session, who, reply_id) if reply_id else CannedRow(id=str(uuid4()))
            row.owner_id = None if shared else who.id
            _free(session, row, shortcut)
            row.shortcut, row.en, row.zh, row.at = shortcut, en, zh, self.clock.now()
            session.add(row)
            audit(session, row.at, who.id, "save_reply", shortcut)
            return _reply(row)

        return await self.database.run(work)

    async def drop(self, who: Librarian, reply_id: str) -> None:
        def work(session: Session) -> None:
            row = _mine(session, who, reply_id)
            session.delete(row)
            audit(session, self.clock.now(), who.id, "drop_reply", row.shortcut)

        await self.database.run(work)


def _visible(who: Librarian) -> ColumnElement[bool]:
    return or_(CannedRow.owner_id == who.id, CannedRow.owner_id.is_(None))


def _mine(session: Session, who: Librarian, reply_id: str) -> CannedRow:
    """One that I may change: my own, or a shared one when I am a supervisor."""
    row = session.get(CannedRow, reply_id)
    if row is None or row.owner_id not in (who.id, None):
        raise NotFound("There is no such saved reply of yours.")
    if row.owner_id is None:
        require(who, "supervisor")
    return row


def _free(session: Session, row: CannedRow, shortcut: str) -> None:
    owner = CannedRow.owner_id == row.owner_id if row.owner_id else CannedRow.owner_id.is_(None)
    query = select(CannedRow.id).where(owner, CannedRow.shortcut == shortcut)
    with session.no_autoflush:
        found = session.scalar(query.where(CannedRow.id != row.id))
    if found:
        raise Conflict(f"The shortcut /{shortcut} is taken.")


def _reply(row: CannedRow) -> CannedReply:
    return CannedReply(
        id=row.id, shortcut=row.shortcut, en=row.en, zh=row.zh, shared=row.owner_id is None
    )
