"""Taking a reader's message: written once, before anybody is asked to answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from assistant import escalate, left
from assistant.escalate import Done
from assistant.heard import Heard
from assistant.model import (
    Choice,
    ChoicesPart,
    Event,
    Language,
    Message,
    Owner,
    Part,
    Said,
    TextPart,
    Turn,
)
from assistant.parts import choices_of, items_of, read_payload, write_payload
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.store.at_hand import AtHand, at_hand
from assistant.store.tables import ConversationRow, MessageRow, TurnRow
from assistant.store.turns import record_said
from assistant.texts import say


@dataclass(frozen=True, slots=True)
class Accepted:
    """A message that is safely kept. `turn` is set when nothing is left to answer."""

    message: Message
    said: Said  # as the engine hears it: redacted, under the message's own id
    language: Language
    turn: Turn | None = None
    fresh: bool = True  # False when the same id came before
    redacted: bool = False
    events: tuple[Event, ...] = ()


def accept(session: Session, row: ConversationRow, heard: Heard, at: datetime) -> Accepted:
    """Write the message, or find it when the same id came before; `row` is locked."""
    found = at_hand(session, row.id, heard.said.id, at)
    if found.known is not None:
        return again(session, row, session.get_one(MessageRow, found.known))
    return _write(session, row, heard, at, found)


def again(session: Session, row: ConversationRow, known: MessageRow) -> Accepted:
    """A message that was written before: with its replies, or still to be answered."""
    turn = session.get(TurnRow, known.id)
    waits = turn is not None and turn.state == "accepted"
    payload = turn.payload if turn else None
    return Accepted(
        message=rows.to_message(known),
        said=Said(
            id=known.id,
            text=None if payload else known.text,
            payload=payload,
            waits=left.waits(session, row, escalations.open_of(session, row.id)),
            staffed=escalations.staffed(session, known.at),
        ),
        language=rows.language_of(row),
        turn=None if waits else turn_of(row, rows.replies(session, known.id)),
        fresh=False,
    )


def _write(
    session: Session, row: ConversationRow, heard: Heard, at: datetime, found: AtHand
) -> Accepted:
    said, done = heard.said, Done()
    wish = escalations.open_of(session, row.id) if found.wish else None
    if row.owner == Owner.CLOSED:
        done.events.append(rows.change_owner(session, row, "reopen", at))
    shown = _pressed(session, row, said.payload) if said.payload else said.text or ""
    message = rows.append(session, row, "reader", [TextPart(text=shown)], at, client_id=said.id)
    done.events.append(rows.message_event(row.id, message))
    waits = left.waits(session, row, wish)
    if waits in ("asked", "left") and heard.address:
        left.take_address(session, row, heard.address)
    turn = _without_engine(session, row, said, message, done)
    if turn is None:
        record_said(session, row.id, message.id, at, said.payload)
    return Accepted(
        message=message,
        said=replace(said, id=message.id, waits=waits, staffed=found.staffed),
        language=rows.language_of(row),
        turn=turn,
        redacted=heard.hidden,
        events=tuple(done.events),
    )


def _without_engine(
    session: Session, row: ConversationRow, said: Said, message: Message, done: Done
) -> Turn | None:
    """In the queue and with a librarian the engine is never called; the queue may be left.

    To erase what is kept is the reader's at any time.
    """
    if row.owner == Owner.ASSISTANT:
        return None
    name, data = read_payload(said.payload) if said.payload else ("", {})
    if name == "forget" and data.get("confirm"):
        return None
    if name == "forget" and "confirm" not in data:
        done.tell(row, _asks_whether_to_forget(session, row, message))
        return turn_of(row, done.messages)
    if row.owner == Owner.QUEUE and name == "cancel":
        stopped = escalate.stop_waiting(session, row, message.at, reply_to=message.id)
        done.events += stopped.events
        return turn_of(row, stopped.messages)
    return turn_of(row, [])


def _asks_whether_to_forget(session: Session, row: ConversationRow, asked: Message) -> Message:
    language = rows.language_of(row)
    choices = [
        Choice(
            title=say(language, f"choice-forget-{word}"),
            payload=write_payload("forget", confirm=word == "yes"),
        )
        for word in ("yes", "no")
    ]
    parts: list[Part] = [TextPart(text=say(language, "forget-sure")), ChoicesPart(choices=choices)]
    return rows.append(session, row, "system", parts, asked.at, reply_to=asked.id)


def _pressed(session: Session, row: ConversationRow, payload: str) -> str:
    """The words on the button that was pressed, as the reader saw them, and what it was about."""
    name, data = read_payload(payload)
    recent = rows.messages(session, row.id, row.last_seq - 40)
    parts = [part for message in reversed(recent) for part in message.parts]
    titles = (choice.title for choice in choices_of(parts) if choice.payload == payload)
    title = next(titles, say(rows.language_of(row), f"payload-{name.replace('_', '-')}"))
    about = _about(parts, data)
    colon = "" if title.endswith(("?", "？")) else ":"
    return f"{title}{colon} {about}" if about and about not in title else title


def _about(parts: list[Part], data: dict[str, Any]) -> str:
    """The words searched for, or the title of the item that the button stood under."""
    if isinstance(text := data.get("text"), str):
        return text
    shown = items_of(parts)
    return next((item.title for item in shown if item.record_id == data.get("record_id")), "")


def turn_of(row: ConversationRow, messages: list[Message]) -> Turn:
    return Turn(owner=Owner(rows.shown_owner(row)), messages=messages)
