"""One-time codes that carry a conversation from one channel to another, by its reader alone."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.store.channel_tables import LinkRow
from assistant.store.conversations import hashed
from assistant.store.tables import ConversationRow

GOOD_FOR = timedelta(minutes=15)


def new_code(session: Session, conversation_id: str, at: datetime) -> str:
    """A code that fits in a link (16 characters of A-Z a-z 0-9 _ -); only its hash is kept."""
    code = secrets.token_urlsafe(12)
    session.add(LinkRow(hash=hashed(code), conversation_id=conversation_id, at=at))
    return code


def good(session: Session, code: str, by: str, at: datetime) -> bool:
    """Whether the code would carry its conversation there now."""
    link = session.get(LinkRow, hashed(code))
    return link is not None and _good(link, by, at)


def redeem(session: Session, code: str, by: str, at: datetime) -> ConversationRow | None:
    """The conversation that the code carries, once; whoever used it may come a second time."""
    link = session.get(LinkRow, hashed(code), with_for_update=True)
    if link is None or not _good(link, by, at):
        return None
    link.used_at, link.used_by = link.used_at or at, by[:255]
    return session.get_one(ConversationRow, link.conversation_id)


def _good(link: LinkRow, by: str, at: datetime) -> bool:
    if link.used_at is None:
        return at - link.at <= GOOD_FOR
    return link.used_by == by[:255]


def move(session: Session, row: ConversationRow, channel: str, address: str) -> None:
    """Reached at the address from now on, and one reader's with what was said there before.

    That they are one reader's opens neither by the other's key: anybody can send a link.
    """
    there = [one for one in at_address(session, channel, address) if one.id != row.id]
    row.channel, row.address = channel, address
    if there:
        _join(session, [row, *there])


def _join(session: Session, joined: list[ConversationRow]) -> None:
    known = [row.reader_id for row in joined if row.reader_id]
    reader = known[0] if known else str(uuid4())
    if known:
        session.execute(
            update(ConversationRow)
            .where(ConversationRow.reader_id.in_(known))
            .values(reader_id=reader)
        )
    for row in joined:
        row.reader_id = reader


def at_address(session: Session, channel: str, address: str) -> list[ConversationRow]:
    """All conversations that are held there, oldest first."""
    query = select(ConversationRow).where(
        ConversationRow.channel == channel, ConversationRow.address == address
    )
    return list(session.scalars(query.order_by(ConversationRow.created_at)))
