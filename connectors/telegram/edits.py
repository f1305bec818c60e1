"""Edited messages: the newest one is asked again as it stands now."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram import Message

from assistant.model import LONGEST_TEXT, Said
from assistant.reception import Caller, latest
from assistant.store.tables import MessageRow
from assistant.texts import say
from connectors.telegram.addressed import words
from connectors.telegram.service import Telegram, caller, said_id


async def hear_edit(telegram: Telegram, message: Message) -> None:
    who, edited = caller(message), f"{said_id(message)}:{_edition(message)}"
    database = telegram.reception.conversations.database
    newest, before = await database.run(lambda s: _state(s, who, said_id(message)))
    text = words(message, telegram.bot)[:LONGEST_TEXT]
    if before is None or before == text:
        return
    if newest:
        await telegram.hear(who, Said(id=edited, text=text))
    else:
        shown = f"{say(who.language, 'telegram-edited')} {text}"
        await telegram.reception.note(who, edited, shown, None)


def _edition(message: Message) -> str:
    """Tells one edit from the next, also within a second."""
    return hashlib.sha256(f"{message.edit_date} {message.text}".encode()).hexdigest()[:12]


def _state(session: Session, who: Caller, message_id: str) -> tuple[bool, str | None]:
    """Whether the message is the reader's newest, and how it read before."""
    row = latest(session, who.channel, who.address)
    if row is None:
        return False, None
    said = session.scalars(
        select(MessageRow)
        .where(MessageRow.conversation_id == row.id, MessageRow.author == "reader")
        .order_by(MessageRow.seq.desc())
        .limit(200)
    ).all()
    of_it = [m for m in said if f"{m.client_id}:".startswith(f"{message_id}:")]
    return bool(said and of_it and said[0] is of_it[0]), of_it[0].text if of_it else None
