"""Conversations in the store: every function works within the caller's transaction."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from assistant.errors import NotFound
from assistant.handoff import Act, after
from assistant.model import Author, Event, Language, Message, Owner, Part, language_from
from assistant.parts import dump_message, dump_parts, load_parts, plain
from assistant.scripts import in_traditional
from assistant.store import outbox, write
from assistant.store.tables import (
    ConversationRow,
    MessageRow,
    OwnerRow,
    SearchRow,
    TokenRow,
    TurnRow,
)

_GONE = "There is no such conversation, or it has been erased."
# Made once: to put a statement together costs as much as to run it.
_OPENED_BY = select(TokenRow.conversation_id).where(TokenRow.hash == bindparam("hash"))
_LOCKED = (
    select(ConversationRow)
    .where(ConversationRow.id == bindparam("id"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_BY_CLIENT_ID = select(MessageRow).where(
    MessageRow.conversation_id == bindparam("conversation"),
    MessageRow.client_id == bindparam("client"),
)


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def create(
    session: Session, *, channel: str, address: str | None, language: Language, at: datetime
) -> tuple[ConversationRow, str]:
    """A new conversation and the token that opens it."""
    row = ConversationRow(
        id=str(uuid4()),
        channel=channel,
        address=address,
        language=language,
        owner=Owner.ASSISTANT,
        last_seq=0,
        created_at=at,
        updated_at=at,
    )
    session.add(row)
    session.flush()
    return row, new_token(session, row.id, at)


def new_token(session: Session, conversation_id: str, at: datetime) -> str:
    """One more key to the conversation; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    session.add(TokenRow(hash=hashed(token), conversation_id=conversation_id, at=at))
    return token


def opens(session: Session, conversation_id: str, token: str) -> bool:
    return session.scalar(_OPENED_BY, {"hash": hashed(token)}) == conversation_id


def found(session: Session, conversation_id: str) -> ConversationRow:
    """The conversation, to read. Raises NotFound."""
    row = session.get(ConversationRow, conversation_id)
    if row is None:
        raise NotFound(_GONE)
    return row


def locked(session: Session, conversation_id: str) -> ConversationRow:
    """The conversation, held against other writers until the transaction ends. Raises NotFound."""
    row = session.scalar(_LOCKED, {"id": conversation_id})
    if row is None:
        raise NotFound(_GONE)
    return row


def append(
    session: Session,
    row: ConversationRow,
    author: Author,
    parts: list[Part],
    at: datetime,
    *,
    client_id: str | None = None,
    reply_to: str | None = None,
    name: str | None = None,
    librarian_id: str | None = None,
) -> Message:
    """Write one message, and with it its delivery when the reader is reached through a channel."""
    if row.traditional and row.language == "zh" and author in ("assistant", "system"):
        parts = in_traditional(parts)
    seq = row.last_seq + 1
    write.change(session, row, last_seq=seq, updated_at=at)
    message = Message(id=str(uuid4()), seq=seq, at=at, author=author, parts=parts, name=name)
    write.add(
        session,
        MessageRow,
        id=message.id,
        conversation_id=row.id,
        seq=seq,
        at=at,
        author=author,
        name=name,
        librarian_id=librarian_id,
        client_id=client_id,
        reply_to=reply_to,
        parts=dump_parts(parts),
        text=plain(parts, language_of(row)),
    )
    outbox.write(session, row, message.id, author, at)
    return message


def change_owner(
    session: Session,
    row: ConversationRow,
    act: Act,
    at: datetime,
    *,
    librarian_id: str | None = None,
    name: str | None = None,
) -> Event:
    """Move the conversation to its next owner. Raises Conflict when the act does not fit."""
    row.owner = after(Owner(row.owner), act)
    row.librarian_id = librarian_id if row.owner == Owner.LIBRARIAN else None
    row.last_seq += 1
    row.updated_at = at
    body: dict[str, Any] = {"owner": shown_owner(row), "act": act, "at": at.isoformat()}
    body |= {"name": name} if name else {}
    session.add(
        OwnerRow(
            conversation_id=row.id,
            seq=row.last_seq,
            at=at,
            act=act,
            owner=row.owner,
            librarian_id=librarian_id,
            body=body,
        )
    )
    return Event(conversation_id=row.id, kind="owner", body=body, seq=row.last_seq)


def shown_owner(row: ConversationRow) -> str:
    """What readers see: a closed conversation is the assistant's, whom they may always write to."""
    return Owner.ASSISTANT.value if row.owner == Owner.CLOSED else str(row.owner)


def language_of(row: ConversationRow) -> Language:
    return language_from(row.language)


def to_message(row: MessageRow) -> Message:
    return Message(
        id=row.id,
        seq=row.seq,
        at=row.at,
        author=cast("Author", row.author),
        parts=load_parts(row.parts),
        name=row.name,
    )


def messages(session: Session, conversation_id: str, after_seq: int = 0) -> list[Message]:
    rows = session.scalars(
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation_id, MessageRow.seq > after_seq)
        .order_by(MessageRow.seq)
    )
    return [to_message(row) for row in rows]


def replies(session: Session, message_id: str) -> list[Message]:
    rows = session.scalars(
        select(MessageRow).where(MessageRow.reply_to == message_id).order_by(MessageRow.seq)
    )
    return [to_message(row) for row in rows]


def by_client_id(session: Session, conversation_id: str, client_id: str) -> MessageRow | None:
    asked = {"conversation": conversation_id, "client": client_id}
    return session.scalar(_BY_CLIENT_ID, asked)


def events(session: Session, conversation_id: str, after_seq: int) -> list[Event]:
    """Messages and owner changes after a seq, in order: what a window missed."""
    changes = session.scalars(
        select(OwnerRow).where(
            OwnerRow.conversation_id == conversation_id, OwnerRow.seq > after_seq
        )
    )
    found = [
        Event(conversation_id=conversation_id, kind="owner", body=row.body, seq=row.seq)
        for row in changes
    ]
    found += [
        message_event(conversation_id, m) for m in messages(session, conversation_id, after_seq)
    ]
    return sorted(found, key=lambda event: event.seq or 0)


def message_event(conversation_id: str, message: Message, *, letter: bool = False) -> Event:
    return Event(
        conversation_id=conversation_id,
        kind="message",
        body=dump_message(message),
        seq=message.seq,
        letter=letter,
    )


@dataclass(frozen=True, slots=True)
class Erased:
    """A receipt: what was erased from the store."""

    messages: int
    turns: int
    searches: int


def erase(session: Session, conversation_id: str) -> Erased:
    """Remove the conversation and all that hangs on it."""
    turn_ids = select(TurnRow.id).where(TurnRow.conversation_id == conversation_id)
    searches = _count(session, SearchRow, SearchRow.turn_id.in_(turn_ids))
    erased = Erased(
        messages=_count(session, MessageRow, MessageRow.conversation_id == conversation_id),
        turns=_count(session, TurnRow, TurnRow.conversation_id == conversation_id),
        searches=searches,
    )
    session.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))
    return erased


def _count(session: Session, table: Any, where: Any) -> int:
    return session.scalar(select(func.count()).select_from(table).where(where)) or 0
