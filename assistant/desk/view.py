"""One whole conversation as a librarian reads it: what was said, understood, searched and noted."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.desk.briefing import Briefing, brief
from assistant.desk.inbox import InboxRow, rows_of
from assistant.desk.outbox import delivery_of
from assistant.library import Library
from assistant.model import Message
from assistant.store import conversations as rows
from assistant.store.desk_tables import NoteRow, TransactionRow
from assistant.store.tables import FeedbackRow, LibrarianRow, OwnerRow, SearchRow, TurnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What the assistant made of one of the reader's messages."""

    intent: str | None
    confidence: float | None
    ranking: list[Any]
    entities: list[Any]
    outcome: str | None
    state: str
    latency_ms: float | None
    searches: list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The conversation went to another speaker."""

    seq: int
    at: datetime
    act: str
    owner: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    id: str
    seq: int
    at: datetime
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    helpful: bool
    comment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """How a librarian closed it."""

    at: datetime
    name: str
    outcome: str
    read_level: int | None
    question_type: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    row: InboxRow
    messages: list[Message]
    changes: list[Change]
    notes: list[Note]
    briefing: Briefing
    understood: dict[str, Understood] = field(default_factory=dict)  # by message id
    judged: dict[str, Judged] = field(default_factory=dict)
    delivery: dict[str, str] = field(default_factory=dict)  # waiting or dead, by message id
    closed: list[Closed] = field(default_factory=list)


def whole(session: Session, library: Library, conversation_id: str) -> Whole:
    """Everything about one conversation. Raises NotFound."""
    rows.found(session, conversation_id)
    lines = rows_of(session, library, [conversation_id])
    said = rows.messages(session, conversation_id)
    understood = _understood(session, conversation_id)
    names = dict(session.execute(select(LibrarianRow.id, LibrarianRow.name)).all())
    return Whole(
        row=lines[0],
        messages=said,
        changes=_changes(session, conversation_id, names),
        notes=_notes(session, conversation_id, names),
        briefing=brief(session, conversation_id, said),
        understood=understood,
        judged=_judged(session, conversation_id),
        delivery=delivery_of(session, conversation_id),
        closed=_closed(session, conversation_id, names),
    )


def _understood(session: Session, conversation_id: str) -> dict[str, Understood]:
    turns = session.scalars(select(TurnRow).where(TurnRow.conversation_id == conversation_id))
    searches: dict[str, list[dict[str, Any]]] = {}
    query = select(SearchRow).join(TurnRow, TurnRow.id == SearchRow.turn_id)
    mine = query.where(TurnRow.conversation_id == conversation_id).order_by(SearchRow.number)
    for row in session.scalars(mine):
        shown = {"query": row.query, "filters": row.filters, "total": row.total}
        ids = {"record_ids": row.record_ids, "scores": row.scores, "kind": row.kind}
        searches.setdefault(row.turn_id, []).append(shown | ids)
    return {
        turn.id: Understood(
            intent=turn.intent,
            confidence=turn.confidence,
            ranking=(turn.ranking or [])[:3],
            entities=turn.entities or [],
            outcome=turn.outcome,
            state=turn.state,
            latency_ms=turn.latency_ms,
            searches=searches.get(turn.id, []),
        )
        for turn in turns
    }


def _changes(session: Session, conversation_id: str, names: dict[str, str]) -> list[Change]:
    query = select(OwnerRow).where(OwnerRow.conversation_id == conversation_id)
    return [
        Change(
            seq=row.seq,
            at=row.at,
            act=row.act,
            owner=row.owner,
            name=names.get(row.librarian_id or ""),
        )
        for row in session.scalars(query.order_by(OwnerRow.seq))
    ]


def _notes(session: Session, conversation_id: str, names: dict[str, str]) -> list[Note]:
    query = select(NoteRow).where(NoteRow.conversation_id == conversation_id).order_by(NoteRow.at)
    return [
        Note(id=n.id, seq=n.seq, at=n.at, name=names.get(n.librarian_id, "—"), text=n.text)
        for n in session.scalars(query)
    ]


def _judged(session: Session, conversation_id: str) -> dict[str, Judged]:
    query = select(FeedbackRow).where(FeedbackRow.conversation_id == conversation_id)
    found = session.scalars(query)
    return {row.message_id: Judged(helpful=row.helpful, comment=row.comment) for row in found}


def _closed(session: Session, conversation_id: str, names: dict[str, str]) -> list[Closed]:
    query = select(TransactionRow).where(TransactionRow.conversation_id == conversation_id)
    return [
        Closed(
            at=row.at,
            name=names.get(row.librarian_id, "—"),
            outcome=row.outcome,
            read_level=row.read_level,
            question_type=row.question_type,
        )
        for row in session.scalars(query.order_by(TransactionRow.at))
    ]


def dump(found: Whole) -> dict[str, Any]:
    """The whole conversation as JSON types."""
    from assistant.parts import dump_message

    return asdict(found) | {"messages": [dump_message(m) for m in found.messages]}
