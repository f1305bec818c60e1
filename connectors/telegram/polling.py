"""Hears Telegram: an update is confirmed only when what it says is kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from telegram import BotCommand, Update
from telegram.error import InvalidToken, TelegramError

from assistant.model import Language
from assistant.store.away import AWAY
from assistant.texts import LANGUAGES, say

if TYPE_CHECKING:
    from telegram.ext import ExtBot

log = logging.getLogger(__name__)

KINDS = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]
MENU = ("search", "hours", "librarian", "language", "website", "mydata", "forget", "help")
POLL_SECONDS = 25
MOST_FAILURES = 5
AGAIN_AFTER = 1.0  # seconds; twice as long each time while the store is away
LONGEST_AGAIN = 10.0
LONGEST_WAIT = 60.0  # seconds between attempts to reach Telegram
State = Literal["connecting", "up", "down", "wrong token"]


@dataclass
class Link:
    """How it stands between us and Telegram, for the desk and for `refdesk check`."""

    state: State = "connecting"
    error: str = ""
    username: str = ""


@dataclass
class Polling:
    """Runs for as long as the process: connects, then polls or waits to be called.

    `hear` keeps what an update says; an update whose hearing fails comes again.
    """

    bot: ExtBot[Any]
    hear: Callable[[Update], Awaitable[None]]
    webhook_url: str = ""  # empty: long polling
    webhook_secret: str = ""
    link: Link = field(default_factory=Link)
    highest: int = 0  # the newest message id heard
    _chains: dict[int, asyncio.Task[bool]] = field(default_factory=dict)
    _running: dict[int, asyncio.Task[bool]] = field(default_factory=dict)
    _failures: dict[int, int] = field(default_factory=dict)
    _waits: dict[int, float] = field(default_factory=dict)  # of updates the store was away for

    async def run(self) -> None:
        try:
            if await self._connect():
                await (asyncio.Event().wait() if self.webhook_url else self._poll())
        finally:
            for task in self._running.values():
                task.cancel()
            await self.bot.shutdown()

    async def _connect(self) -> bool:
        """Try until Telegram answers; give up only when the token is wrong."""
        wait = 1.0
        while True:
            try:
                await self._introduce()
            except InvalidToken as error:
                self.link.state, self.link.error = "wrong token", str(error)
                log.error("Telegram refuses the token; set REFDESK_TELEGRAM_TOKEN anew")
                return False
            except TelegramError as error:
                self._lost(error)
                await asyncio.sleep(wait)
                wait = min(LONGEST_WAIT, wait * 2)
            else:
                self.link.state, self.link.error = "up", ""
                return True

    async def _introduce(self) -> None:
        """Who we are, what we offer in both languages, and how we want to be called."""
        await self.bot.initialize()
        self.link.username = self.bot.username
        for language in (None, *LANGUAGES):
            await self.bot.set_my_commands(menu(language or "en"), language_code=language)
            about = say(language or "en", "telegram-about")
            await self.bot.set_my_short_description(about[:120], language_code=language)
        if self.webhook_url:
            await self.bot.set_webhook(
                self.webhook_url, secret_token=self.webhook_secret, allowed_updates=KINDS
            )
        else:
            await self.bot.delete_webhook()

    async def _poll(self) -> None:
        """Confirms up to the first update that is still being heard; those after it come again."""
        offset, wait = 0, 1.0
        while True:
            try:
                updates = await self._fetch(offset)
            except TelegramError as error:
                self._lost(error)
                await asyncio.sleep(wait)
                wait = min(LONGEST_WAIT, wait * 2)
                continue
            self.link.state, self.link.error, wait = "up", "", 1.0
            offset = await self._take(sorted(updates, key=lambda one: one["update_id"]), offset)

    async def _fetch(self, offset: int) -> list[dict[str, Any]]:
        """Updates as they came: one that cannot be read must not hold up the others."""
        asked = {"timeout": POLL_SECONDS, "allowed_updates": KINDS, "limit": 100}
        found: list[dict[str, Any]] = await self.bot.do_api_request(
            "getupdates",  # methods have no case; the library's own name for it reads all or none
            asked | ({"offset": offset} if offset else {}),
            read_timeout=POLL_SECONDS + 10,
        )
        return found

    async def _take(self, updates: list[dict[str, Any]], offset: int) -> int:
        """Hear what is new; returns the offset that confirms all that is kept by now."""
        for raw in updates:
            update = None if raw["update_id"] in self._running else self._read(raw)
            if update:
                self._running[update.update_id] = self._start(update)
        tasks = list(self._running.values())
        if tasks:
            await asyncio.wait(tasks, timeout=0.3)
        if updates:
            offset = max(offset, updates[-1]["update_id"] + 1)
        unfinished = [number for number, task in self._running.items() if not kept(task)]
        confirmed = min(unfinished, default=offset)
        self._running = {
            number: task
            for number, task in self._running.items()
            if number >= confirmed and (kept(task) or not task.done())
        }
        return confirmed

    def _read(self, raw: dict[str, Any]) -> Update | None:
        try:
            return Update.de_json(raw, self.bot)
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            log.error("update %s cannot be read and is left out: %s", raw["update_id"], error)
            return None

    def _start(self, update: Update) -> asyncio.Task[bool]:
        """After what the same chat said before."""
        chat = update.effective_chat.id if update.effective_chat else update.update_id
        task = asyncio.create_task(self._heard(update, self._chains.get(chat)))
        self._chains[chat] = task
        task.add_done_callback(lambda done: self._unchain(chat, done))
        return task

    def _unchain(self, chat: int, done: asyncio.Task[bool]) -> None:
        if self._chains.get(chat) is done:
            del self._chains[chat]

    async def _heard(self, update: Update, before: asyncio.Task[bool] | None) -> bool:
        if before:
            await asyncio.wait([before])
        if update.effective_message:
            self.highest = max(self.highest, update.effective_message.message_id)
        try:
            await self.hear(update)
        except AWAY as error:
            return await self._when_back(update.update_id, error)
        except Exception:  # whatever one update does, it is tried again and the others are heard
            return await self._again(update.update_id)
        self._done_with(update.update_id)
        return True

    async def _when_back(self, update_id: int, error: Exception) -> bool:
        """No update is given up for the store's sake; Telegram keeps them for a day."""
        wait = self._waits.get(update_id, AGAIN_AFTER)
        self._waits[update_id] = min(LONGEST_AGAIN, wait * 2)
        log.warning("update %s waits: the store does not answer: %r", update_id, error)
        await asyncio.sleep(wait)
        return False

    def _done_with(self, update_id: int) -> None:
        self._failures.pop(update_id, None)
        self._waits.pop(update_id, None)

    async def _again(self, update_id: int) -> bool:
        """An update that fails comes again, but not for ever: it would hold up all the others."""
        self._failures[update_id] = failures = self._failures.get(update_id, 0) + 1
        given_up = failures >= MOST_FAILURES
        log.exception("update %s: %s", update_id, "given up" if given_up else "it comes again")
        if given_up:
            self._done_with(update_id)
        else:
            await asyncio.sleep(AGAIN_AFTER)
        return given_up

    async def called(self, update: Update) -> bool:
        """One update that Telegram posted to us; whether it is kept."""
        return await self._start(update)

    def _lost(self, error: TelegramError) -> None:
        self.link.state, self.link.error = "down", str(error)
        log.warning("Telegram does not answer: %s", error)


def kept(task: asyncio.Task[bool]) -> bool:
    return task.done() and not task.cancelled() and not task.exception() and task.result()


def menu(language: Language) -> list[BotCommand]:
    return [BotCommand(name, say(language, f"telegram-menu-{name}")) for name in MENU]
