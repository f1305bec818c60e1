"""What librarians keep beside a conversation: notes, labels, snooze, reading marks, views."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from assistant.desk.acts import Librarian
from assistant.desk.audit import audit
from assistant.errors import BadRequest, NotFound
from assistant.events import Broker
from assistant.model import Event
from assistant.ports import Clock
from assistant.store import Database
from assistant.store import conversations as rows
from assistant.store.desk_tables import (
    LabelRow,
    MentionRow,
    NoteRow,
    SeenRow,
    SnoozeRow,
    ViewRow,
)
from assistant.store.tables import LibrarianRow

_MENTION = re.compile(r"@([\w.\-]+)")
LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Somebody named me in a note."""

    note_id: str
    conversation_id: str
    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    id: str
    name: str
    filters: dict[str, Any]


class Notes:
    """Each change is told to the desk's windows as an event of kind `desk`, never to readers."""

    def __init__(self, database: Database, broker: Broker, clock: Clock) -> None:
        self.database = database
        self.broker = broker
        self.clock = clock

    async def note(self, conversation_id: str, who: Librarian, text: str) -> list[str]:
        """Write a note; ids of the colleagues that it names as @sign-in-name. Raises NotFound."""
        at = self.clock.now()

        def work(session: Session) -> list[str]:
            row = rows.locked(session, conversation_id)
            note = NoteRow(
                id=str(uuid4()),
                conversation_id=row.id,
                seq=row.last_seq,
                at=at,
                librarian_id=who.id,
                text=text,
            )
            session.add(note)
            session.flush()
            named = _named(session, text)
            session.add_all(MentionRow(note_id=note.id, librarian_id=id_) for id_ in named)
            audit(session, at, who.id, "note", row.id)
            return named

        named = await self.database.run(work)
        self._tell(conversation_id, {"what": "note", "mentions": named, "by": who.name})
        return named

    async def mentions(self, who: Librarian) -> list[Mention]:
        """Notes that name me and that I have not seen, newest first."""

        def work(session: Session) -> list[Mention]:
            query = (
                select(NoteRow, LibrarianRow.name)
                .join(MentionRow, MentionRow.note_id == NoteRow.id)
                .join(LibrarianRow, LibrarianRow.id == NoteRow.librarian_id)
                .where(MentionRow.librarian_id == who.id, MentionRow.seen_at.is_(None))
                .order_by(NoteRow.at.desc())
                .limit(50)
            )
            return [
                Mention(
                    note_id=n.id, conversation_id=n.conversation_id, by=name, at=n.at, text=n.text
                )
                for n, name in session.execute(query)
            ]

        return await self.database.read(work)

    async def seen(self, conversation_id: str, who: Librarian, seq: int) -> None:
        """I have read so far, and the notes here that name me too; -1 makes it unread again."""
        at = self.clock.now()

        def work(session: Session) -> None:
            row = rows.locked(session, conversation_id)
            kept = session.get(SeenRow, (who.id, row.id))
            kept = kept or SeenRow(librarian_id=who.id, conversation_id=row.id)
            kept.seq = min(seq, row.last_seq)
            session.add(kept)
            here = select(NoteRow.id).where(NoteRow.conversation_id == row.id)
            mine = (MentionRow.librarian_id == who.id) & MentionRow.note_id.in_(here)
            unseen = update(MentionRow).where(mine, MentionRow.seen_at.is_(None))
            session.execute(unseen.values(seen_at=at))

        await self.database.run(work)

    async def label(self, conversation_id: str, who: Librarian, names: list[str]) -> list[str]:
        """Set all labels of a conversation. Raises BadRequest."""
        wanted = sorted({" ".join(name.split()) for name in names} - {""})
        if any(len(name) > LONGEST_LABEL for name in wanted):
            raise BadRequest(f"A label has at most {LONGEST_LABEL} characters.")

        def work(session: Session) -> None:
            row = rows.locked(session, conversation_id)
            session.execute(delete(LabelRow).where(LabelRow.conversation_id == row.id))
            session.add_all(LabelRow(conversation_id=row.id, name=name) for name in wanted)
            audit(session, self.clock.now(), who.id, "label", row.id, labels=", ".join(wanted))

        await self.database.run(work)
        self._tell(conversation_id, {"what": "labels"})
        return wanted

    async def label_names(self) -> list[str]:
        """Every label in use."""
        query = select(LabelRow.name).distinct().order_by(LabelRow.name)
        return await self.database.read(lambda s: list(s.scalars(query)))

    async def snooze(self, conversation_id: str, who: Librarian, until: datetime | None) -> None:
        """Out of the inbox until a moment, or back at once with None. Raises BadRequest."""
        at = self.clock.now()
        if until is not None and until <= at:
            raise BadRequest("Choose a time that is still to come.")

        def work(session: Session) -> None:
            row = rows.locked(session, conversation_id)
            session.execute(delete(SnoozeRow).where(SnoozeRow.conversation_id == row.id))
            if until is not None:
                session.add(
                    SnoozeRow(
                        conversation_id=row.id, until=until, seq=row.last_seq, librarian_id=who.id
                    )
                )
            audit(session, at, who.id, "snooze", row.id, until=str(until))

        await self.database.run(work)
        self._tell(conversation_id, {"what": "snooze"})

    async def views(self, who: Librarian) -> list[View]:
        query = select(ViewRow).where(ViewRow.librarian_id == who.id).order_by(ViewRow.name)
        return await self.database.read(
            lambda s: [View(id=v.id, name=v.name, filters=v.filters) for v in s.scalars(query)]
        )

    async def save_view(self, who: Librarian, name: str, filters: dict[str, Any]) -> View:
        view = View(id=str(uuid4()), name=name, filters=filters)
        await self.database.run(
            lambda s: s.add(ViewRow(id=view.id, librarian_id=who.id, name=name, filters=filters))
        )
        return view

    async def drop_view(self, who: Librarian, view_id: str) -> None:
        """Raises NotFound for a view that is not mine."""

        def work(session: Session) -> None:
            found = session.get(ViewRow, view_id)
            if found is None or found.librarian_id != who.id:
                raise NotFound("There is no such view of yours.")
            session.delete(found)

        await self.database.run(work)

    def _tell(self, conversation_id: str, body: dict[str, Any]) -> None:
        self.broker.tell_desk(Event(conversation_id=conversation_id, kind="desk", body=body))


def _named(session: Session, text: str) -> list[str]:
    logins = {name.lower().rstrip(".-") for name in _MENTION.findall(text)}
    query = select(LibrarianRow.id).where(LibrarianRow.login.in_(logins), LibrarianRow.active)
    return list(session.scalars(query)) if logins else []
