"""The inbox: every open conversation in a line each, and what was said long ago found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select, tuple_
from sqlalchemy.orm import Session

from assistant.desk.briefing import HANDED_OVER, NO_QUESTION
from assistant.desk.clock import ServiceClock, first_answer, resolution
from assistant.library import Library
from assistant.model import Owner
from assistant.ports import Clock
from assistant.store import Database, escalations
from assistant.store.desk_tables import LabelRow, SeenRow, SnoozeRow
from assistant.store.tables import (
    ConversationRow,
    EscalationRow,
    LibrarianRow,
    MessageRow,
    TurnRow,
)
from assistant.store.words import index_words, said

FRESH = timedelta(hours=24)  # the assistant's own conversations stay in the inbox this long
MOST = 500
PAGE = 50  # of what is closed, or found
PROMISED_WARNING = timedelta(hours=4)  # before the moment a follow-up was promised for
LINE = 160  # characters of a message in the list
AROUND = 60  # characters on each side of words that were found
OPEN = EscalationRow.state.in_(escalations.OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A reader's open wish for a person."""

    state: str  # waiting taken left
    reason: str
    urgent: bool
    since: datetime
    subject: str | None
    has_address: bool
    follow_up_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """One conversation as the list shows it."""

    id: str
    channel: str
    language: str
    owner: str
    librarian_id: str | None
    librarian: str | None
    started_at: datetime
    updated_at: datetime
    last_seq: int
    last_reader_seq: int
    title: str  # the question that waits; else the reader's first one
    last_author: str
    last_text: str
    waiting: Waiting | None
    clock: ServiceClock | None
    snoozed_until: datetime | None
    labels: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A conversation in which something was said, and the words around it."""

    row: InboxRow
    snippet: str
    at: datetime


@dataclass(frozen=True, slots=True)
class _Milestones:
    """What the messages of one conversation come to."""

    first_reader: int  # their first question; their first word when they asked none
    asked: int  # the last that was understood before they were handed over
    last_reader: int
    last: int
    librarian_at: datetime | None


class Inbox:
    def __init__(self, database: Database, clock: Clock, library: Library) -> None:
        self.database = database
        self.clock = clock
        self.library = library

    async def open_rows(self) -> list[InboxRow]:
        """Everything that is not closed or long quiet, newest first, at most 500."""
        now = self.clock.now()

        def work(session: Session) -> list[InboxRow]:
            query = select(ConversationRow.id).where(_is_open(now))
            ids = session.scalars(query.order_by(ConversationRow.updated_at.desc()).limit(MOST))
            return rows_of(session, self.library, list(ids))

        return await self.database.read(work)

    async def rows(self, ids: Sequence[str]) -> list[InboxRow]:
        return await self.database.read(lambda s: rows_of(s, self.library, ids))

    async def past_rows(self, before: datetime | None) -> list[InboxRow]:
        """What is closed or long quiet, newest first."""
        now = self.clock.now()

        def work(session: Session) -> list[InboxRow]:
            query = select(ConversationRow.id).where(~_is_open(now))
            if before is not None:
                query = query.where(ConversationRow.updated_at < before)
            ids = session.scalars(query.order_by(ConversationRow.updated_at.desc()).limit(PAGE))
            return rows_of(session, self.library, list(ids))

        return await self.database.read(work)

    async def search(self, text: str) -> list[Hit]:
        """Conversations in which all the words were said in one message, newest first."""
        while await self.database.run(index_words):
            pass

        def work(session: Session) -> list[Hit]:
            found: dict[str, MessageRow] = {}
            for message in session.scalars(said(session, text, PAGE * 4)):
                found.setdefault(message.conversation_id, message)
            ids = list(found)[:PAGE]
            rows = rows_of(session, self.library, ids)
            return [
                Hit(row=r, snippet=snippet(found[r.id].text, text), at=found[r.id].at)
                for r in sorted(rows, key=lambda r: ids.index(r.id))
            ]

        return await self.database.read(work)

    async def seen(self, librarian_id: str) -> dict[str, int]:
        """How far a librarian has read each conversation."""

        def work(session: Session) -> dict[str, int]:
            query = select(SeenRow.conversation_id, SeenRow.seq)
            found = session.execute(query.where(SeenRow.librarian_id == librarian_id))
            return dict(found.all())

        return await self.database.read(work)


def snippet(text: str, words: str) -> str:
    """The words found, with a little of what stands around them."""
    first = next(iter(words.split()), "")
    place = max(text.lower().find(first.lower()), 0)
    begins, ends = max(place - AROUND, 0), place + len(first) + AROUND
    cut = " ".join(text[begins:ends].split())
    return f"{'…' if begins else ''}{cut}{'…' if ends < len(text) else ''}"


def _is_open(now: datetime) -> ColumnElement[bool]:
    kept = select(EscalationRow.conversation_id).where(EscalationRow.state == "left")
    fresh = (ConversationRow.owner == Owner.ASSISTANT) & (ConversationRow.updated_at > now - FRESH)
    held = ConversationRow.owner.in_((Owner.QUEUE, Owner.LIBRARIAN))
    return or_(held, fresh, ConversationRow.id.in_(kept))


def rows_of(session: Session, library: Library, ids: Sequence[str]) -> list[InboxRow]:
    """The lines of these conversations, in the order of `ids`; those erased are left out."""
    if not ids:
        return []
    found = session.scalars(select(ConversationRow).where(ConversationRow.id.in_(ids)))
    by_id = {row.id: row for row in found}
    milestones = _milestones(session, ids)
    parts = _Parts(
        milestones,
        _texts(session, milestones),
        _wishes(session, ids),
        _labels(session, ids),
        _snoozes(session, ids),
        _names(session, by_id.values()),
    )
    return [_row(by_id[id_], parts, library) for id_ in ids if id_ in by_id]


@dataclass(frozen=True, slots=True)
class _Parts:
    milestones: dict[str, _Milestones]
    texts: dict[tuple[str, int], tuple[str, str]]  # (conversation, seq) to author and text
    wishes: dict[str, EscalationRow]
    labels: dict[str, list[str]]
    snoozes: dict[str, SnoozeRow]
    names: dict[str, str]


def _row(row: ConversationRow, parts: _Parts, library: Library) -> InboxRow:
    seqs = parts.milestones.get(row.id, _Milestones(0, 0, 0, 0, None))
    wish = parts.wishes.get(row.id)
    author, text = parts.texts.get((row.id, seqs.last), ("", ""))
    return InboxRow(
        id=row.id,
        channel=row.channel,
        language=row.language,
        owner=row.owner,
        librarian_id=row.librarian_id,
        librarian=parts.names.get(row.librarian_id or ""),
        started_at=row.created_at,
        updated_at=row.updated_at,
        last_seq=row.last_seq,
        last_reader_seq=seqs.last_reader,
        title=parts.texts.get((row.id, seqs.asked if wish else seqs.first_reader), ("", ""))[1],
        last_author=author,
        last_text=text,
        waiting=_waiting(wish),
        clock=service_clock(library, row.owner, wish, seqs.librarian_at),
        snoozed_until=_snoozed(parts.snoozes.get(row.id), seqs),
        labels=parts.labels.get(row.id, []),
    )


def _waiting(wish: EscalationRow | None) -> Waiting | None:
    if wish is None:
        return None
    return Waiting(
        state=wish.state,
        reason=wish.reason,
        urgent=wish.urgent,
        since=wish.asked_at,
        subject=wish.subject,
        has_address=bool(wish.contact),
        follow_up_at=wish.due_at,
    )


def service_clock(
    library: Library, owner: str, wish: EscalationRow | None, answered_at: datetime | None
) -> ServiceClock | None:
    """The first answer while a reader waits, then the resolution; none without a wish."""
    if wish is None:
        return None
    if wish.due_at is not None:
        return ServiceClock("resolution", wish.due_at - PROMISED_WARNING, wish.due_at)
    answered = answered_at is not None and answered_at >= wish.asked_at
    if owner in (Owner.QUEUE, Owner.LIBRARIAN) and not answered:
        return first_answer(library, wish.asked_at)
    return resolution(library, wish.asked_at)


def _milestones(session: Session, ids: Sequence[str]) -> dict[str, _Milestones]:
    said = MessageRow.author == "reader"
    asks = TurnRow.payload.is_(None) & func.coalesce(TurnRow.intent, "").not_in(NO_QUESTION)
    understood = asks & TurnRow.intent.is_not(None)
    handed_over = func.coalesce(TurnRow.outcome, "").in_(HANDED_OVER)
    asked = understood & ~handed_over & (MessageRow.at <= EscalationRow.asked_at)
    reader = case((said, MessageRow.seq))
    query = select(
        MessageRow.conversation_id,
        func.coalesce(func.min(case((said & asks, MessageRow.seq))), func.min(reader)),
        func.max(case((said & asked, MessageRow.seq))),
        func.max(reader),
        func.max(MessageRow.seq),
        func.max(case((MessageRow.author == "librarian", MessageRow.at)), type_=MessageRow.at.type),
    ).outerjoin(TurnRow, TurnRow.id == MessageRow.id)
    waits = (EscalationRow.conversation_id == MessageRow.conversation_id) & OPEN
    query = query.outerjoin(EscalationRow, waits)
    query = query.where(MessageRow.conversation_id.in_(ids))
    return {
        id_: _Milestones(first or 0, asked or first or 0, last_reader or 0, last, at)
        for id_, first, asked, last_reader, last, at in session.execute(
            query.group_by(MessageRow.conversation_id)
        )
    }


def _texts(
    session: Session, milestones: dict[str, _Milestones]
) -> dict[tuple[str, int], tuple[str, str]]:
    wanted = {
        (id_, seq) for id_, t in milestones.items() for seq in (t.first_reader, t.asked, t.last)
    }
    query = select(
        MessageRow.conversation_id,
        MessageRow.seq,
        MessageRow.author,
        func.substr(MessageRow.text, 1, LINE),
    ).where(tuple_(MessageRow.conversation_id, MessageRow.seq).in_(sorted(wanted)))
    return {(id_, seq): (author, text) for id_, seq, author, text in session.execute(query)}


def _wishes(session: Session, ids: Sequence[str]) -> dict[str, EscalationRow]:
    query = select(EscalationRow).where(EscalationRow.conversation_id.in_(ids), OPEN)
    found = session.scalars(query.order_by(EscalationRow.asked_at))
    return {wish.conversation_id: wish for wish in found}


def _labels(session: Session, ids: Sequence[str]) -> dict[str, list[str]]:
    labels: dict[str, list[str]] = {}
    query = select(LabelRow).where(LabelRow.conversation_id.in_(ids)).order_by(LabelRow.name)
    for label in session.scalars(query):
        labels.setdefault(label.conversation_id, []).append(label.name)
    return labels


def _snoozed(row: SnoozeRow | None, seqs: _Milestones) -> datetime | None:
    """Until when it sleeps; a reader who wrote since has woken it."""
    return row.until if row and seqs.last_reader <= row.seq else None


def _snoozes(session: Session, ids: Sequence[str]) -> dict[str, SnoozeRow]:
    query = select(SnoozeRow).where(SnoozeRow.conversation_id.in_(ids))
    return {row.conversation_id: row for row in session.scalars(query)}


def _names(session: Session, found: Iterable[ConversationRow]) -> dict[str, str]:
    ids = {row.librarian_id for row in found if row.librarian_id}
    query: Any = select(LibrarianRow.id, LibrarianRow.name).where(LibrarianRow.id.in_(ids))
    return dict(session.execute(query).all()) if ids else {}
