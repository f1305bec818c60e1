"""Pressed buttons: most say something to the assistant, some only show another side of a list."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from telegram import CallbackQuery
from telegram import Message as TelegramMessage

from assistant.model import HoldingsPart, Language, Message, Said
from assistant.parts import choices_of, items_of, read_payload, write_payload
from assistant.ports import Letter
from assistant.reception import Caller
from assistant.store import conversations as rows
from assistant.store.tables import ConversationRow, MessageRow, OutboxRow
from assistant.texts import say
from connectors.telegram import buttons, render
from connectors.telegram.buttons import Press
from connectors.telegram.channel import chat_of, markup, show
from connectors.telegram.service import Telegram, caller, language_of


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button's message as it is stored, and what became of it."""

    message: Message
    language: Language
    answers: str | None  # client id of what the message answers
    newest_list: bool  # no other list was shown since
    next_page: Message | None  # what an earlier press for the next page brought
    next_arrived: bool


class Presses:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.database = telegram.reception.conversations.database

    async def press(self, query: CallbackQuery) -> None:
        """Hear one press; Telegram's waiting sign goes when it is kept."""
        under, spoken = query.message, language_of(query.from_user.language_code)
        press = buttons.read(query.data or "")
        if press is None or not isinstance(under, TelegramMessage):
            self._tell(query, say(spoken, "telegram-other-version"), alert=True)
            return
        who = caller(under)
        pressed = await self.database.read(lambda s: _find(s, who, press, under.message_id))
        if pressed is None:
            self._tell(query, say(spoken, "telegram-too-old"), alert=True)
            return
        await self._do(query, who, under.message_id, press, pressed)

    async def _do(
        self, query: CallbackQuery, who: Caller, under: int, press: Press, pressed: Pressed
    ) -> None:
        if press.kind in ("i", "b", "p"):
            self._tell(query, _chosen(press, pressed))
            self.telegram.later(self._show(who, under, press, pressed))
            return
        payload = buttons.payload(press, pressed.message.parts)
        if payload is None:
            self._tell(query, say(pressed.language, "telegram-too-old"), alert=True)
        elif read_payload(payload)[0] == "more":
            await self._more(query, who, under, press, pressed)
        else:
            await self.telegram.hear(who, Said(id=f"press:{query.id}", payload=payload))
            self._tell(query, _title(press, pressed))

    async def _show(self, who: Caller, under: int, press: Press, pressed: Pressed) -> None:
        """Another side of what is there already: an item's buttons, the list's, an earlier page."""
        if press.kind == "p":
            await self._show_page(who, under, pressed.message, pressed)
            return
        item = press.number if press.kind == "i" else None
        earlier, _ = render.page_of(pressed.answers)
        keys = buttons.keyboard(
            pressed.message.id, pressed.message.parts, pressed.language, item=item, earlier=earlier
        )
        await self.telegram.bot.edit_message_reply_markup(
            chat_of(who.address)[0], under, reply_markup=markup(keys)
        )

    async def _show_page(
        self, who: Caller, under: int, page: Message, pressed: Pressed, answers: str | None = None
    ) -> None:
        letter = Letter(
            message=page,
            language=pressed.language,
            address=who.address,
            answers=answers or pressed.answers,
        )
        (*_, piece) = render.pieces(letter)
        await show(self.telegram.bot, who.address, under, piece)

    async def _more(
        self, query: CallbackQuery, who: Caller, under: int, press: Press, pressed: Pressed
    ) -> None:
        """The next page comes in the place of this one; a page that was there is only shown again.

        The assistant knows one search at a time: for an older list its search is made again.
        """
        self._tell(query)
        answers = f"{render.PAGE}:{press.message_id}:{under}"
        if pressed.next_page and pressed.next_arrived:
            shown = self._show_page(who, under, pressed.next_page, pressed, answers)
            self.telegram.later(shown)
        elif pressed.newest_list or pressed.next_page:
            await self.telegram.hear(who, Said(id=answers, payload="/more"))
        else:
            payload = _again(pressed.message)
            await self.telegram.hear(who, Said(id=f"press:{query.id}", payload=payload))
            self._tell(query, say(pressed.language, "telegram-list-old"))

    def _tell(self, query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
        """Take away Telegram's waiting sign, with a line shown over the chat if there is one."""
        self.telegram.later(
            self.telegram.bot.answer_callback_query(
                query.id, text[:200] if text else None, show_alert=alert
            )
        )


def _chosen(press: Press, pressed: Pressed) -> str | None:
    """Which item of the list the buttons are about from now on."""
    shown = items_of(pressed.message.parts)
    return shown[press.number].title if press.kind == "i" and press.number < len(shown) else None


def _title(press: Press, pressed: Pressed) -> str:
    if press.kind == "c":
        return choices_of(pressed.message.parts)[press.number].title
    return say(pressed.language, f"telegram-action-{buttons.ACTIONS[press.kind]}")


def _again(message: Message) -> str:
    part = next(part for part in message.parts if isinstance(part, HoldingsPart))
    return write_payload("find", text=part.query.text, filters=part.query.filters)


def _find(session: Session, who: Caller, press: Press, under: int) -> Pressed | None:
    """The message of the button, if it is kept and was said in this very chat."""
    row = session.get(MessageRow, press.message_id)
    conversation = session.get(ConversationRow, row.conversation_id) if row else None
    if not row or not conversation:
        return None
    if (conversation.channel, conversation.address) != (who.channel, who.address):
        return None
    asked = session.get(MessageRow, row.reply_to) if row.reply_to else None
    following = rows.by_client_id(
        session, row.conversation_id, f"{render.PAGE}:{press.message_id}:{under}"
    )
    page, arrived = _page(session, following)
    return Pressed(
        message=rows.to_message(row),
        language=rows.language_of(conversation),
        answers=asked.client_id if asked else None,
        newest_list=not _list_since(session, row),
        next_page=page,
        next_arrived=arrived,
    )


def _page(session: Session, following: MessageRow | None) -> tuple[Message | None, bool]:
    replies = rows.replies(session, following.id) if following else []
    if not replies:
        return None, False
    sent = select(OutboxRow.state).where(OutboxRow.message_id == replies[0].id)
    return replies[0], session.scalar(sent) == "sent"


def _list_since(session: Session, row: MessageRow) -> bool:
    later = session.scalars(
        select(MessageRow).where(
            MessageRow.conversation_id == row.conversation_id,
            MessageRow.seq > row.seq,
            MessageRow.author == "assistant",
        )
    )
    return any(
        part.get("type") == "holdings" and len(part["items"]) > 1
        for one in later
        for part in one.parts
    )
