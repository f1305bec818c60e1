"""What every part of the Telegram channel shares: the bot, the core's services, who speaks."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from html import escape
from typing import TYPE_CHECKING, Any

from aiolimiter import AsyncLimiter
from telegram import Message
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError

from assistant.followup import FollowUp
from assistant.library import Library
from assistant.model import Language, Said, TextPart, Turn
from assistant.ports import Holdings
from assistant.reception import Caller, Reception
from connectors.telegram.channel import chat_of

if TYPE_CHECKING:
    from telegram.ext import ExtBot

log = logging.getLogger(__name__)

_TYPING_AFTER = 0.5  # seconds; quick answers need no "typing"
_TYPING_EVERY = 4.5  # seconds; Telegram shows it for five
_TYPING_A_SECOND = 5  # over all chats: courtesies must not take the time of answers when it is busy


class Telegram:
    def __init__(
        self,
        bot: ExtBot[Any],
        reception: Reception,
        follow_up: FollowUp,
        library: Library,
        holdings: Holdings,
        *,
        public_url: str,
        keep_days: int,
    ) -> None:
        self.bot = bot
        self.reception = reception
        self.follow_up = follow_up
        self.library = library
        self.holdings = holdings
        self.public_url = public_url
        self.keep_days = keep_days
        self._background: set[asyncio.Task[Any]] = set()
        self._courtesies = AsyncLimiter(_TYPING_A_SECOND, 1)

    async def hear(self, who: Caller, said: Said) -> None:
        """Have it kept, and show "typing" while it is answered."""
        if said.text is not None and not said.text.strip():
            return
        task = await self.reception.hear(who, said)
        if task is not None:
            self.later(self._accompany(who, task))

    async def _accompany(self, who: Caller, task: asyncio.Task[Turn]) -> None:
        done, _ = await asyncio.wait([task], timeout=_TYPING_AFTER)
        for _ in range(6):
            if done:
                break
            await self.typing(who.address)
            done, _ = await asyncio.wait([task], timeout=_TYPING_EVERY)
        if task.done() and not task.cancelled() and not task.exception() and task.result().erased:
            await self._goodbye(who, task.result())

    async def typing(self, address: str) -> None:
        if not self._courtesies.has_capacity():
            return
        chat, topic = chat_of(address)
        with contextlib.suppress(TelegramError):  # it is a courtesy
            await self._courtesies.acquire()
            await self.bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=topic)

    async def _goodbye(self, who: Caller, turn: Turn) -> None:
        """Of an erased conversation nothing is left, no outbox either: this is said directly."""
        texts = [part.text for m in turn.messages for part in m.parts if isinstance(part, TextPart)]
        chat, topic = chat_of(who.address)
        try:
            await self.bot.send_message(
                chat, escape("\n".join(texts)), parse_mode=ParseMode.HTML, message_thread_id=topic
            )
        except TelegramError as error:
            log.warning("a reader could not be told that all is erased: %s", error)

    def later(self, work: Coroutine[Any, Any, Any]) -> None:
        """Work that nothing waits for and that may be lost; its failure is logged."""
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._background.discard(task)
        if task.cancelled() or not (error := task.exception()):
            return
        if isinstance(error, TelegramError):  # a view that is gone, a press that is too old
            log.info("Telegram did not take a courtesy: %s", error)
        else:
            log.error("work beside a message failed", exc_info=error)

    async def close(self) -> None:
        for task in list(self._background):
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)


def said_id(message: Message) -> str:
    """The same message is the same words, however often Telegram tells of it."""
    return f"telegram:{message.chat.id}:{message.message_id}"


def caller(message: Message) -> Caller:
    topic = f"/{message.message_thread_id}" if message.is_topic_message else ""
    code = message.from_user.language_code if message.from_user else None
    return Caller(
        channel="telegram", address=f"{message.chat.id}{topic}", language=language_of(code)
    )


def language_of(code: str | None) -> Language:
    """The language to begin in, from the one that Telegram's user chose there."""
    return "zh" if (code or "").lower().startswith("zh") else "en"
