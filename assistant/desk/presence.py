"""Who is at the desk: online, away, or out until a moment; windows say hello to stay online."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.desk.accounts import Me, profile
from assistant.desk.audit import audit
from assistant.ports import Clock
from assistant.store import Database
from assistant.store.desk_tables import ProfileRow
from assistant.store.escalations import ONLINE_FOR
from assistant.store.tables import LibrarianRow, SessionRow

Wish = Literal["online", "away"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    id: str
    name: str
    login: str
    role: str
    active: bool
    presence: str  # online away out
    out_until: datetime | None
    specialist: str | None  # code of the specialist that they are


class Presence:
    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def hello(self, me: Me, wish: Wish | None = None) -> str:
        """A window is there; `wish` changes what colleagues and readers see. The presence now."""
        now = self.clock.now()

        def work(session: Session) -> str:
            row = session.get_one(LibrarianRow, me.librarian.id)
            found = session.get(ProfileRow, row.id)
            if wish and wish != row.presence:
                audit(session, now, row.id, wish, row.id)
            if wish:
                row.presence = wish
            if found and found.out_until and (wish or found.out_until <= now):
                row.presence, found.out_until = wish or "online", None
            row.seen_at = now
            opened = session.get(SessionRow, me.session)
            if opened:
                opened.seen_at = now
            return row.presence

        return await self.database.run(work)

    async def out(self, me: Me, until: datetime) -> None:
        """Away until a moment; the next hello after it brings the librarian back."""

        def work(session: Session) -> None:
            profile(session, me.librarian.id).out_until = until
            session.get_one(LibrarianRow, me.librarian.id).presence = "away"
            audit(
                session, self.clock.now(), me.librarian.id, "out", me.librarian.id, until=str(until)
            )

        await self.database.run(work)

    async def colleagues(self, *, all_of_them: bool = False) -> list[Colleague]:
        """Everybody with an account that is on, or with `all_of_them` all accounts."""
        now = self.clock.now()

        def work(session: Session) -> list[Colleague]:
            query = select(LibrarianRow).order_by(LibrarianRow.name)
            query = query if all_of_them else query.where(LibrarianRow.active)
            profiles = {p.librarian_id: p for p in session.scalars(select(ProfileRow))}
            return [_colleague(r, profiles.get(r.id), now) for r in session.scalars(query)]

        return await self.database.read(work)


def _colleague(row: LibrarianRow, found: ProfileRow | None, now: datetime) -> Colleague:
    until = found.out_until if found and found.out_until and found.out_until > now else None
    there = row.presence == "online" and row.seen_at and row.seen_at > now - ONLINE_FOR
    return Colleague(
        id=row.id,
        name=row.name,
        login=row.login,
        role=row.role,
        active=row.active,
        presence="out" if until else "online" if there else "away",
        out_until=until,
        specialist=found.specialist if found else None,
    )
