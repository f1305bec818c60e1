"""Handing a conversation to a person, or keeping the question when nobody is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from assistant import left
from assistant.left import About
from assistant.model import (
    Choice,
    ChoicesPart,
    Event,
    HandoffPart,
    Language,
    Message,
    Part,
    TextPart,
)
from assistant.store import conversations as rows
from assistant.store import escalations, outbox
from assistant.store.tables import ConversationRow, EscalationRow
from assistant.texts import say

OpensAgain = Callable[
    [datetime, Language], str
]  # when the desk is staffed next, in words; "none" if unknown


@dataclass
class Done:
    """What one transaction said and did: the messages written, and the events to tell windows."""

    messages: list[Message] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def tell(self, row: ConversationRow, message: Message) -> Message:
        self.messages.append(message)
        letter = outbox.may_deliver(row, message.author)
        self.events.append(rows.message_event(row.id, message, letter=letter))
        return message

    def add(self, other: Done) -> None:
        self.messages += other.messages
        self.events += other.events


def escalate(
    session: Session,
    row: ConversationRow,
    at: datetime,
    opens_again: OpensAgain,
    *,
    reason: str,
    urgent: bool = False,
    subject: str | None = None,
    bare: bool = False,
    about: About = "",
    reply_to: str | None = None,
) -> Done:
    """Queue the assistant's conversation when somebody is on duty; else keep the question with a
    claim code.

    `bare` tells a wish for a person that says no more: we ask what for.
    """
    wish = {"reason": reason, "at": at, "urgent": urgent, "subject": subject}
    if escalations.staffed(session, at):
        return _queue(session, row, at, wish, reply_to)
    kept = _left(session, row, at, opens_again, wish, bare=bare, about=about)
    done = Done()
    done.tell(row, rows.append(session, row, "assistant", kept, at, reply_to=reply_to))
    return done


def _queue(
    session: Session, row: ConversationRow, at: datetime, wish: dict[str, Any], reply_to: str | None
) -> Done:
    done = Done(events=[rows.change_owner(session, row, "escalate", at)])
    place = escalations.place(session, _wish(session, row, "waiting", wish))
    language = rows.language_of(row)
    parts: list[Part] = [
        TextPart(
            text=say(language, "handoff-queued", position=place.position, wait=place.wait_minutes)
        ),
        HandoffPart(
            state="queued", position=place.position, wait_minutes=place.wait_minutes or None
        ),
        ChoicesPart(
            choices=[Choice(title=say(language, "choice-cancel-queue"), payload="/cancel")]
        ),
    ]
    done.tell(row, rows.append(session, row, "assistant", parts, at, reply_to=reply_to))
    return done


def _wish(
    session: Session, row: ConversationRow, state: str, wish: dict[str, Any]
) -> EscalationRow:
    """The conversation's open wish, renewed, or a new one."""
    found = escalations.open_of(session, row.id)
    if found is None:
        return escalations.add(session, row, state=state, **wish)
    if found.state == "left" and found.claim_hash is None:  # no more than a note so far
        found.reason = wish["reason"]
    found.state, found.asked_at = state, wish["at"]
    found.urgent, found.subject = found.urgent or wish["urgent"], wish["subject"] or found.subject
    session.flush()
    return found


def _left(
    session: Session,
    row: ConversationRow,
    at: datetime,
    opens_again: OpensAgain,
    wish: dict[str, Any],
    *,
    bare: bool,
    about: About,
) -> list[Part]:
    """The question is kept, with the code that was given for it before, if one was."""
    said = rows.messages(session, row.id, 0)
    waiting = escalations.open_of(session, row.id) if about not in ("", "question") else None
    kept = waiting or _wish(session, row, "left", wish)
    told = _code_told(session, said, kept)
    code = told or escalations.give_code(kept)
    key = left.words(said, about, bare=bare, urgent=kept.urgent, told=bool(told))
    language = rows.language_of(row)
    text = say(language, key, code=code, opens=opens_again(at, language))
    asks = True if key == left.ASKS else None
    return [TextPart(text=text), HandoffPart(state="left", claim_code=code, asks=asks)]


def _code_told(session: Session, said: Sequence[Message], kept: EscalationRow) -> str | None:
    """The code of this question as the reader was told it; only its hash is kept beside it."""
    codes = [part.claim_code for part in left.handoffs(said) if part.claim_code]
    known = (code for code in reversed(codes) if escalations.by_code(session, code) is kept)
    return next(known, None)


def stop_waiting(
    session: Session, row: ConversationRow, at: datetime, reply_to: str | None = None
) -> Done:
    """The reader leaves the queue. Raises Conflict when they are not in it."""
    done = Done(events=[rows.change_owner(session, row, "cancel", at)])
    escalations.end_all(session, row.id, "ended", at)
    parts: list[Part] = [
        TextPart(text=say(rows.language_of(row), "handoff-cancelled")),
        HandoffPart(state="cancelled"),
    ]
    done.tell(row, rows.append(session, row, "assistant", parts, at, reply_to=reply_to))
    return done


def withdraw(
    session: Session, row: ConversationRow, at: datetime, reply_to: str | None = None
) -> Done:
    """The reader takes back the question that was left."""
    escalations.end_all(session, row.id, "ended", at)
    unwritten = left.asks(rows.messages(session, row.id, 0))
    key = "handoff-unwritten" if unwritten else "handoff-withdrawn"
    text = TextPart(text=say(rows.language_of(row), key))
    parts: list[Part] = [text, HandoffPart(state="cancelled")]
    done = Done()
    done.tell(row, rows.append(session, row, "assistant", parts, at, reply_to=reply_to))
    return done


def time_out(
    session: Session, row: ConversationRow, escalation: EscalationRow, at: datetime
) -> Done:
    """Nobody came in time: the assistant listens again and the question is kept."""
    done = Done(events=[rows.change_owner(session, row, "time_out", at)])
    escalation.state = "left"
    code = escalations.give_code(escalation)
    parts: list[Part] = [
        TextPart(text=say(rows.language_of(row), "handoff-timed-out", code=code)),
        HandoffPart(state="timed_out", claim_code=code),
    ]
    done.tell(row, rows.append(session, row, "assistant", parts, at))
    return done


def vanish(session: Session, row: ConversationRow, at: datetime) -> Done:
    """The librarian's windows are gone: the reader is first in the queue again."""
    done = Done(events=[rows.change_owner(session, row, "vanish", at)])
    wish = escalations.open_of(session, row.id) or escalations.add(
        session, row, state="waiting", reason="librarian_lost", at=at
    )
    wish.state, wish.librarian_id = "waiting", None
    parts: list[Part] = [
        TextPart(text=say(rows.language_of(row), "handoff-vanished")),
        HandoffPart(state="queued", position=escalations.place(session, wish).position),
    ]
    done.tell(row, rows.append(session, row, "system", parts, at))
    return done
