"""A conversation from the website goes on here only when whoever is here says so."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session
from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from assistant.model import Part, TextPart
from assistant.store import conversations as rows
from assistant.store.tables import ConversationRow
from assistant.texts import say
from connectors.telegram.service import Telegram, caller, language_of

_YES, _NO = "carry:", "carry-not"


async def ask(telegram: Telegram, message: Message, code: str) -> None:
    """Sent and not kept: the code in the button is a key."""
    language = caller(message).language
    answers = (("yes", f"{_YES}{code}"), ("no", _NO))
    buttons = [
        InlineKeyboardButton(say(language, f"telegram-link-{name}"), callback_data=data)
        for name, data in answers
    ]
    text = say(language, "telegram-link-sure")
    await telegram.bot.send_message(
        message.chat.id, text, reply_markup=InlineKeyboardMarkup([buttons])
    )


async def press(telegram: Telegram, query: CallbackQuery) -> bool:
    """Whether the press was an answer to our question."""
    data, under = query.data or "", query.message
    if not isinstance(under, Message) or not (data == _NO or data.startswith(_YES)):
        return False
    if data == _NO:
        text = say(language_of(query.from_user.language_code), "telegram-link-left")
        telegram.later(telegram.bot.edit_message_text(text, under.chat.id, under.message_id))
    else:
        await _carry(telegram, query, under, data.removeprefix(_YES))
        telegram.later(telegram.bot.edit_message_reply_markup(under.chat.id, under.message_id))
    telegram.later(telegram.bot.answer_callback_query(query.id))
    return True


async def _carry(telegram: Telegram, query: CallbackQuery, under: Message, code: str) -> None:
    language = language_of(query.from_user.language_code)
    who = replace(caller(under), language=language)
    moved = await telegram.follow_up.move_here(code, who)

    def reply(session: Session, row: ConversationRow) -> list[Part]:
        key = "telegram-linked" if moved else "telegram-link-over"
        return [TextPart(text=say(rows.language_of(row), key))]

    shown = say(language, "telegram-link-yes")
    await telegram.reception.note(who, f"press:{query.id}", shown, reply)
