"""Readers' wishes for a person: asked, queued, taken, kept for later, answered."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from uuid import uuid4

from sqlalchemy import ColumnElement, bindparam, func, select, update
from sqlalchemy.orm import Session

from assistant.model import Owner
from assistant.store.conversations import hashed
from assistant.store.tables import ConversationRow, EscalationRow, LibrarianRow

ONLINE_FOR = timedelta(seconds=90)  # a desk window says hello every 30 s
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
OPEN = ("waiting", "taken", "left")

# Asked at every message, and so made once.
AT_THE_DESK = (
    select(func.count())
    .select_from(LibrarianRow)
    .where(
        LibrarianRow.active,
        ~LibrarianRow.must_change,
        LibrarianRow.presence == "online",
        LibrarianRow.seen_at > bindparam("since"),
    )
)
_OPEN_OF = (
    select(EscalationRow)
    .where(
        EscalationRow.conversation_id == bindparam("conversation"), EscalationRow.state.in_(OPEN)
    )
    .order_by(EscalationRow.asked_at.desc())
    .limit(1)
)


def staffed(session: Session, now: datetime) -> bool:
    """Whether a librarian is at the desk: online, with a window heard from lately."""
    return bool(session.scalar(AT_THE_DESK, {"since": now - ONLINE_FOR}))


def open_of(session: Session, conversation_id: str) -> EscalationRow | None:
    """The newest wish of the conversation that has not ended."""
    return session.scalar(_OPEN_OF, {"conversation": conversation_id})


def add(
    session: Session,
    row: ConversationRow,
    *,
    state: str,
    reason: str,
    at: datetime,
    urgent: bool = False,
    subject: str | None = None,
) -> EscalationRow:
    escalation = EscalationRow(
        id=str(uuid4()),
        conversation_id=row.id,
        state=state,
        reason=reason[:255],
        urgent=urgent,
        subject=subject,
        asked_at=at,
    )
    session.add(escalation)
    session.flush()
    return escalation


def give_code(escalation: EscalationRow) -> str:
    """A new code by which the reader finds the answer anywhere; only its hash is kept."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(10))
    escalation.claim_hash = hashed(code)
    return f"{code[:5]}-{code[5:]}"


def by_code(session: Session, code: str) -> EscalationRow | None:
    plain_code = "".join(code.upper().split()).replace("-", "")
    return session.scalar(
        select(EscalationRow).where(EscalationRow.claim_hash == hashed(plain_code))
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader stands: position from 1, and the usual wait in minutes (0 when not known)."""

    position: int
    wait_minutes: int


def place(session: Session, escalation: EscalationRow) -> Place:
    ahead = session.scalar(
        select(func.count())
        .select_from(EscalationRow)
        .where(
            EscalationRow.state == "waiting", EscalationRow.id != escalation.id, _before(escalation)
        )
    )
    position = (ahead or 0) + 1
    return Place(position, round(usual_wait(session) * position))


def _before(escalation: EscalationRow) -> ColumnElement[bool]:
    """Urgent wishes come first, then the oldest."""
    earlier = EscalationRow.asked_at < escalation.asked_at
    if escalation.urgent:
        return EscalationRow.urgent & earlier
    return EscalationRow.urgent | earlier


def usual_wait(session: Session) -> float:
    """Median minutes from asking to being taken, over the last twenty."""
    rows = session.execute(
        select(EscalationRow.asked_at, EscalationRow.taken_at)
        .where(EscalationRow.taken_at.is_not(None))
        .order_by(EscalationRow.taken_at.desc())
        .limit(20)
    ).all()
    return (
        median([(taken - asked).total_seconds() / 60 for asked, taken in rows if taken])
        if rows
        else 0.0
    )


def queued_before(session: Session, moment: datetime) -> list[str]:
    """Conversations that have waited in the queue since before a moment."""
    query = (
        select(ConversationRow.id)
        .join(EscalationRow, EscalationRow.conversation_id == ConversationRow.id)
        .where(
            ConversationRow.owner == Owner.QUEUE,
            EscalationRow.state == "waiting",
            EscalationRow.asked_at < moment,
        )
    )
    return list(session.scalars(query))


def end_all(session: Session, conversation_id: str, state: str, at: datetime) -> None:
    session.execute(
        update(EscalationRow)
        .where(EscalationRow.conversation_id == conversation_id, EscalationRow.state.in_(OPEN))
        .values(state=state, ended_at=at)
    )
