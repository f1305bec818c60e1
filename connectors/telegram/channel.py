"""Telegram as a channel: polls or is called, sends pieces, and finds out whether one arrived."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from aiolimiter import AsyncLimiter
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from assistant.errors import DeliveryFailed
from assistant.ports import Letter, Piece
from connectors.telegram import render
from connectors.telegram.request import never_left

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from connectors.telegram.polling import Polling

log = logging.getLogger(__name__)

LOOK_AT = 25  # ids after the last one known that are looked at for a piece in doubt
BURST = 5  # pieces to one chat at once; then one a second, as Telegram asks
MOST_PACES = 1000
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramChannel:
    """The Channel port. An address is a chat's id, with a topic's after a slash."""

    name = "telegram"

    def __init__(self, bot: ExtBot[Any], polling: Polling) -> None:
        self.bot = bot
        self.polling = polling
        self._highest = 0  # the newest message id seen: one count over all private chats of a bot
        self._paces: dict[str, AsyncLimiter] = {}

    async def receive(self) -> None:
        await self.polling.run()

    def pieces(self, letter: Letter) -> list[Piece]:
        return render.pieces(letter)

    def mark(self) -> str:
        return str(max(self._highest, self.polling.highest))

    async def deliver(self, address: str, piece: Piece) -> str:
        """Send one message, or put a page in the place of another. Raises DeliveryFailed."""
        try:
            async with self._pace(address):
                sent = await self._send(address, piece)
        except TelegramError as error:
            raise failure(error) from error
        self._highest = max(self._highest, sent)
        return str(sent)

    def _pace(self, address: str) -> AsyncLimiter:
        if len(self._paces) > MOST_PACES:
            self._paces = {a: p for a, p in self._paces.items() if not p.has_capacity(BURST)}
        return self._paces.setdefault(address, AsyncLimiter(BURST, BURST))

    async def _send(self, address: str, piece: Piece) -> int:
        if piece.get("edit"):
            try:
                return await show(self.bot, address, int(piece["edit"]), piece)
            except BadRequest as error:
                log.info("a list could not be replaced, so its page is sent: %s", error)
        chat, topic = chat_of(address)
        asked = {
            "chat_id": chat,
            "message_thread_id": topic,
            "reply_parameters": _reply_to(chat, piece),
            "disable_notification": bool(piece.get("quiet")),
            **_content(piece),
        }
        try:  # under a name that makes no objects of the answer: all we read of it is its id
            sent = await self.bot.do_api_request("sendmessage", asked)
        except ChatMigrated as moved:
            return await self._send(str(moved.new_chat_id), piece)
        return int(sent["message_id"])

    async def find(self, address: str, piece: Piece, mark: str, known: Sequence[str]) -> str | None:
        """Edit the messages that may be it to the piece's own content: only it is "not modified".

        Everything that the bot says in a chat goes through the outbox in order, so a message of
        ours that is newer than all known ones can only be the one in doubt.
        """
        for message_id in _candidates(piece, mark, known):
            try:
                await self.bot.edit_message_text(
                    chat_id=chat_of(address)[0], message_id=message_id, **_content(piece)
                )
            except BadRequest as error:
                if _is_there(error):
                    return str(message_id)
            except TelegramError as error:
                raise failure(error) from error
            else:
                return str(message_id)
        return None


async def show(bot: ExtBot[Any], address: str, message_id: int, piece: Piece) -> int:
    """Put the piece in the place of one of our messages. Raises TelegramError."""
    try:
        await bot.edit_message_text(
            chat_id=chat_of(address)[0], message_id=message_id, **_content(piece)
        )
    except BadRequest as error:
        if not _is_there(error):
            raise
    return message_id


def chat_of(address: str) -> tuple[int, int | None]:
    chat, _, topic = address.partition("/")
    return int(chat), int(topic) if topic else None


def _candidates(piece: Piece, mark: str, known: Sequence[str]) -> Iterator[int]:
    """Ids after the newest that was known in the chat, and after the newest known anywhere."""
    if piece.get("edit"):
        return
    taken = {int(one) for one in known if one.isdigit()}
    here = max([*taken, asked(piece.get("answers"))])
    starts = dict.fromkeys(start for start in (here, int(mark or 0)) if start)
    looked: set[int] = set()
    for start in starts:
        for message_id in range(start + 1, start + 1 + LOOK_AT):
            if message_id not in taken | looked:
                looked.add(message_id)
                yield message_id


def asked(answers: str | None) -> int:
    """Telegram's id of the message that a piece answers, 0 when it answers none."""
    fields = (answers or "").split(":")
    return int(fields[2]) if fields[0] == "telegram" and fields[1].lstrip("-").isdigit() else 0


def _reply_to(chat: int, piece: Piece) -> ReplyParameters | None:
    """In a group it must be seen whom an answer is for; a message deleted meanwhile is no harm."""
    message_id = asked(piece.get("answers")) if chat < 0 else 0
    return ReplyParameters(message_id, allow_sending_without_reply=True) if message_id else None


def _content(piece: Piece) -> dict[str, Any]:
    return {
        "text": piece["text"],
        "parse_mode": ParseMode.HTML,
        "link_preview_options": _NO_PREVIEW,
        "reply_markup": markup(piece.get("keyboard")),
    }


def markup(keyboard: list[list[dict[str, str]]] | None) -> InlineKeyboardMarkup | None:
    if not keyboard:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(one["text"], callback_data=one["data"]) for one in row]
            for row in keyboard
        ]
    )


def _is_there(error: BadRequest) -> bool:
    return "message is not modified" in str(error).lower()


def failure(error: TelegramError) -> DeliveryFailed:
    """What an error of the Bot API means for what was to be delivered."""
    text = f"Telegram: {error}"
    match error:
        case RetryAfter():
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            return DeliveryFailed(text, after=seconds)
        case Forbidden() | BadRequest():
            return DeliveryFailed(text, retry=False)
        case NetworkError():
            return DeliveryFailed(text, doubt=not never_left(error.__cause__))
        case _:
            return DeliveryFailed(text)
