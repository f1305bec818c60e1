"""What must be delivered: written with what caused it, claimed, recorded, and given up on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, bindparam, func, select, update
from sqlalchemy.orm import Session, aliased

from assistant.errors import Conflict, NotFound
from assistant.model import Author
from assistant.store.tables import ConversationRow, EscalationRow, MessageRow, OutboxRow
from assistant.store.write import add, change

OPEN = ("pending", "sending", "doubt")
LONGEST_WAIT = 60  # seconds between two attempts
KNOWN = 50  # letters to one address, the newest, whose ids tell what has arrived
MOST_ATTEMPTS = 1440  # a day of trying once a minute

# Made once: to put a statement together costs as much as to run it.
_FIRST = (
    select(func.min(OutboxRow.id))
    .where(OutboxRow.state.in_(OPEN), OutboxRow.channel.in_(bindparam("channels", expanding=True)))
    .group_by(OutboxRow.conversation_id)
)
_BY_ID = select(OutboxRow).where(OutboxRow.id == bindparam("id"))
_ASKED = aliased(MessageRow)
_HEADS: Select[OutboxRow, MessageRow, str, str | None] = (
    select(OutboxRow, MessageRow, ConversationRow.language, _ASKED.client_id)
    .join(MessageRow, MessageRow.id == OutboxRow.message_id)
    .join(ConversationRow, ConversationRow.id == OutboxRow.conversation_id)
    .outerjoin(_ASKED, _ASKED.id == MessageRow.reply_to)
    .where(
        OutboxRow.id.in_(_FIRST),
        OutboxRow.state.in_(("pending", "doubt")),
        OutboxRow.next_at <= bindparam("now"),
    )
    .order_by(OutboxRow.next_at, OutboxRow.id)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Head:
    """The next letter of a conversation, with all that is needed to write it."""

    row: OutboxRow
    message: MessageRow
    language: str
    answers: str | None  # the sender's own id of what it answers


def write(
    session: Session, row: ConversationRow, message_id: str, author: Author, at: datetime
) -> None:
    """One more thing to deliver, when the reader of the conversation is reached somewhere."""
    reached = _address(session, row, author)
    if reached is None:
        return
    channel, address = reached
    add(
        session,
        OutboxRow,
        conversation_id=row.id,
        message_id=message_id,
        channel=channel,
        address=address,
        state="pending",
        next_at=at,
        attempts=0,
        done=0,
    )


def may_deliver(row: ConversationRow, author: Author) -> bool:
    """What readers say is never sent to them; what librarians say may follow to an address left."""
    return author == "librarian" or (author != "reader" and bool(row.address))


def _address(session: Session, row: ConversationRow, author: Author) -> tuple[str, str] | None:
    """The conversation's own address; a librarian's words also follow one left for the answer."""
    if not may_deliver(row, author):
        return None
    if row.address:
        return row.channel, row.address
    contact = session.scalar(
        select(EscalationRow.contact)
        .where(
            EscalationRow.conversation_id == row.id,
            EscalationRow.contact.is_not(None),
            EscalationRow.state.in_(("waiting", "taken", "left")),
        )
        .limit(1)
    )
    return ("email", contact) if contact else None


def heads(session: Session, channels: Sequence[str], now: datetime, most: int) -> list[Head]:
    """The next of each conversation that is due; what stands behind another waits for it."""
    asked = {"channels": list(channels), "now": now, "most": most}
    return [Head(*found) for found in session.execute(_HEADS, asked)]


def doubt_all(session: Session) -> int:
    """What a process was sending when it ended may have arrived: find out before sending again."""
    doubted = session.execute(
        update(OutboxRow).where(OutboxRow.state == "sending").values(state="doubt")
    )
    return int(doubted.rowcount)  # type: ignore[attr-defined]


def by_id(session: Session, outbox_id: int) -> OutboxRow | None:
    """A letter on its way; None when its conversation was erased meanwhile."""
    return session.scalar(_BY_ID, {"id": outbox_id})


def claimed(session: Session, row: OutboxRow, pieces: list[Any], mark: str) -> None:
    """The attempt is written before it is made: a kill between leaves a doubt, not a loss."""
    change(session, row, state="sending", pieces=pieces, mark=mark)


def arrived(session: Session, row: OutboxRow, platform_id: str) -> bool:
    """One piece more is there; returns whether it was the last. The next is due at once."""
    known = [*filter(None, (row.platform_id or "").split(",")), platform_id]
    last = row.done + 1 >= len(row.pieces or ())
    change(
        session,
        row,
        state="sent" if last else "pending",
        pieces=None if last else row.pieces,
        platform_id=",".join(known)[-255:],
        done=row.done + 1,
        error=None,
        mark=None,
        attempts=0,
    )
    return last


def failed(
    row: OutboxRow, error: str, now: datetime, *, retry: bool, doubt: bool, after: float | None
) -> None:
    """Try again later, each time after a longer wait; or give up."""
    row.attempts += 1
    row.error = error[:1000]
    if not retry or row.attempts >= MOST_ATTEMPTS:
        row.state = "dead"
        return
    wait = min(LONGEST_WAIT, 2.0 ** min(row.attempts, 10))
    row.state = "doubt" if doubt else "pending"
    row.next_at = now + timedelta(seconds=wait if after is None else after)


def wake(session: Session, channel: str, now: datetime) -> None:
    """The channel answers again: what waited for it is due now."""
    waiting = OutboxRow.state.in_(("pending", "doubt")) & (OutboxRow.channel == channel)
    session.execute(update(OutboxRow).where(waiting).values(next_at=now))


def known_ids(session: Session, channel: str, address: str) -> list[str]:
    """The platform's ids of what is known to have arrived at the address, newest first."""
    found = session.scalars(
        select(OutboxRow.platform_id)
        .where(
            OutboxRow.channel == channel,
            OutboxRow.address == address,
            OutboxRow.platform_id.is_not(None),
        )
        .order_by(OutboxRow.id.desc())
        .limit(KNOWN)
    )
    return [one for ids in found for one in reversed((ids or "").split(",")) if one]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered:
    """One message that was given up, as the desk shows it."""

    id: int
    conversation_id: str
    channel: str
    state: str
    text: str
    at: datetime  # when it was written
    next_at: datetime
    attempts: int
    error: str | None


MOST = 200  # dead letters that are shown


def undelivered(session: Session) -> list[Undelivered]:
    """What was given up, oldest first."""
    query = (
        select(OutboxRow, MessageRow)
        .join(MessageRow, MessageRow.id == OutboxRow.message_id)
        .where(OutboxRow.state == "dead")
        .order_by(OutboxRow.id)
        .limit(MOST)
    )
    return [
        Undelivered(
            id=row.id,
            conversation_id=row.conversation_id,
            channel=row.channel,
            state=row.state,
            text=message.text,
            at=message.at,
            next_at=row.next_at,
            attempts=row.attempts,
            error=row.error,
        )
        for row, message in session.execute(query)
    ]


def retry_dead(session: Session, outbox_id: int, now: datetime) -> None:
    """Try a dead letter again, from the piece that failed. Raises NotFound, Conflict."""
    row = _dead(session, outbox_id)
    row.state, row.attempts, row.next_at = "pending", 0, now


def drop_dead(session: Session, outbox_id: int) -> None:
    """Give a dead letter up for good; the message stays in the conversation."""
    _dead(session, outbox_id).state = "dropped"


def revive(session: Session, channel: str, address: str, now: datetime) -> None:
    """The reader can be reached again: what died at their address is due now."""
    dead = (OutboxRow.channel == channel) & (OutboxRow.address == address)
    session.execute(
        update(OutboxRow)
        .where(dead, OutboxRow.state == "dead")
        .values(state="pending", attempts=0, next_at=now)
    )


def _dead(session: Session, outbox_id: int) -> OutboxRow:
    row = session.get(OutboxRow, outbox_id)
    if row is None:
        raise NotFound("There is no such undelivered message.")
    if row.state != "dead":
        raise Conflict("That message has been tried again or dropped meanwhile.")
    return row


def waiting(session: Session) -> list[dict[str, Any]]:
    """For each channel: how many wait or were given up, since when, and the latest error."""
    query = (
        select(
            OutboxRow.channel,
            OutboxRow.state,
            func.count(),
            func.min(MessageRow.at),
            func.max(OutboxRow.error),
        )
        .join(MessageRow, MessageRow.id == OutboxRow.message_id)
        .where(OutboxRow.state.in_((*OPEN, "dead")))
        .group_by(OutboxRow.channel, OutboxRow.state)
    )
    names = ("channel", "state", "count", "since", "error")
    return [dict(zip(names, found, strict=True)) for found in session.execute(query)]
