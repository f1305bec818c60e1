"""What is asked of the store at every message before it is written, in one statement."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from assistant.store.escalations import AT_THE_DESK, ONLINE_FOR, OPEN
from assistant.store.tables import EscalationRow, MessageRow

# Made once: to put a statement together costs as much as to run it.
_KNOWN = select(MessageRow.id).where(
    MessageRow.conversation_id == bindparam("conversation"),
    MessageRow.client_id == bindparam("client"),
)
_WISHES = select(EscalationRow.id).where(
    EscalationRow.conversation_id == bindparam("conversation"), EscalationRow.state.in_(OPEN)
)
_AT_HAND = select(_KNOWN.scalar_subquery(), _WISHES.exists(), AT_THE_DESK.scalar_subquery())


class AtHand(NamedTuple):
    known: str | None  # the message's id, when it came before
    wish: bool  # whether a wish for a person has not ended
    staffed: bool  # whether a librarian is at the desk


def at_hand(session: Session, conversation_id: str, client_id: str, now: datetime) -> AtHand:
    """What matters of the conversation and of the desk for a message of the reader's."""
    asked = {"conversation": conversation_id, "client": client_id, "since": now - ONLINE_FOR}
    known, wish, online = session.execute(_AT_HAND, asked).one()
    return AtHand(known, wish, online > 0)
