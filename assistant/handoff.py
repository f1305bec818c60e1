"""Who owns the conversation: a pure state machine with one speaker at a time (DESIGN.md 5)."""

from __future__ import annotations

from typing import Literal

from assistant.errors import Conflict
from assistant.model import Owner

Act = Literal[
    "escalate", "take", "cancel", "time_out", "hand_back", "close", "reopen", "vanish", "transfer"
]

TRANSITIONS: dict[tuple[Owner, Act], Owner] = {
    (Owner.ASSISTANT, "escalate"): Owner.QUEUE,
    (Owner.ASSISTANT, "take"): Owner.LIBRARIAN,
    (Owner.ASSISTANT, "close"): Owner.CLOSED,
    (Owner.QUEUE, "take"): Owner.LIBRARIAN,
    (Owner.QUEUE, "cancel"): Owner.ASSISTANT,
    (Owner.QUEUE, "time_out"): Owner.ASSISTANT,
    (Owner.QUEUE, "close"): Owner.CLOSED,
    (Owner.LIBRARIAN, "hand_back"): Owner.ASSISTANT,
    (Owner.LIBRARIAN, "close"): Owner.CLOSED,
    (Owner.LIBRARIAN, "vanish"): Owner.QUEUE,
    (Owner.LIBRARIAN, "transfer"): Owner.LIBRARIAN,
    (Owner.CLOSED, "reopen"): Owner.ASSISTANT,
    (Owner.CLOSED, "take"): Owner.LIBRARIAN,
}


def after(owner: Owner, act: Act) -> Owner:
    """The owner after the act. Raises Conflict when the act does not fit the state."""
    try:
        return TRANSITIONS[owner, act]
    except KeyError:
        raise Conflict(
            f"A conversation with {owner.value} cannot {act.replace('_', ' ')}."
        ) from None
