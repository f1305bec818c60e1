"""A question that is left for the librarians: what it has come to, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Literal

from sqlalchemy.orm import Session

from assistant.model import HandoffPart, Message, TextPart, Waits
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.store.tables import ConversationRow, EscalationRow

# What a reader tells or asks of it: here is my question; when do they answer; did they get it;
# is there an answer; how do I see it.
About = Literal["", "question", "when", "got", "answered", "see"]
ASKS = "handoff-left-empty"
_RECENT = 40  # messages in which we last spoke of it


def waits(session: Session, row: ConversationRow, wish: EscalationRow | None) -> Waits:
    """What the conversation's question, its open `wish`, has come to when the reader writes."""
    if wish is None or wish.state != "left":
        return ""
    said = rows.messages(session, row.id, max(row.last_seq - _RECENT, 0))
    if asks(said):
        return "asked"
    before = takewhile(lambda message: message.author != "reader", reversed(said[:-1]))
    return "left" if any(handoffs(before)) else "kept"


def asked_before(said: Sequence[Message]) -> bool:
    """Whether the reader said anything before their last message; a command says nothing."""
    parts = [part for one in said[:-1] if one.author == "reader" for part in one.parts]
    return any(not part.text.startswith("/") for part in parts if isinstance(part, TextPart))


def handoffs(messages: Iterable[Message]) -> Iterable[HandoffPart]:
    """All that was told of handing over, oldest first."""
    return (part for message in messages for part in message.parts if isinstance(part, HandoffPart))


def asks(said: Sequence[Message]) -> bool:
    """Whether we asked last what the question is."""
    last = next(reversed(list(handoffs(said))), None)
    return last is not None and bool(last.asks)


def words(said: Sequence[Message], about: About, *, bare: bool, urgent: bool, told: bool) -> str:
    """The key of what the reader is told."""
    if bare or (about in ("when", "got", "answered") and asks(said)):
        return ASKS
    if about or urgent:
        return f"handoff-{about or 'left-urgent'}"
    return "handoff-left-again" if told else "handoff-left"


def take_address(session: Session, row: ConversationRow, address: str) -> None:
    """Keep the e-mail address that a message gives and says no more, for the answer."""
    wish = escalations.open_of(session, row.id)
    if wish is not None:
        wish.contact = address


def note(session: Session, row: ConversationRow, reason: str, at: datetime) -> None:
    """Words for the librarians that nobody need be called for, among what was left for them."""
    if escalations.open_of(session, row.id) is None:
        escalations.add(session, row, state="left", reason=reason, at=at)
