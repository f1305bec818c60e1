"""Puts the Telegram channel together, and looks whether a token is right."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from telegram.error import InvalidToken, TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from assistant.followup import FollowUp
from assistant.library import Library
from assistant.ports import Holdings
from assistant.reception import Reception
from connectors.telegram import webhook
from connectors.telegram.channel import TelegramChannel
from connectors.telegram.polling import Link, Polling
from connectors.telegram.request import AiohttpRequest
from connectors.telegram.service import Telegram
from connectors.telegram.updates import Updates

A_SECOND = 30  # messages, over all chats: Telegram's limit for a bot that does not pay for more
PATIENCE = 15.0  # seconds
DEFAULT_API = "https://api.telegram.org"


@dataclass(frozen=True)
class MadeTelegram:
    """The channel, and what the web server needs of it."""

    channel: TelegramChannel
    telegram: Telegram
    link: Link
    router: APIRouter | None

    def deep_link(self, code: str) -> str | None:
        """Where a reader goes on in Telegram; None while we have not reached it."""
        name = self.link.username
        return f"https://t.me/{name}?start={code}" if name else None


def make_bot(
    token: str, api: str = "", *, a_second: float = A_SECOND, patience: float = PATIENCE
) -> ExtBot[Any]:
    """The library's client within Telegram's rate limits; `patience` is seconds for an answer."""
    base = (api or DEFAULT_API).rstrip("/")
    request = AiohttpRequest(patience)
    return ExtBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=AIORateLimiter(overall_max_rate=a_second, max_retries=0),
    )


def make_telegram(
    bot: ExtBot[Any],
    reception: Reception,
    follow_up: FollowUp,
    library: Library,
    holdings: Holdings,
    *,
    public_url: str,
    secret: str,
    keep_days: int,
) -> MadeTelegram:
    """With a public https address Telegram calls us; else we poll."""
    telegram = Telegram(
        bot, reception, follow_up, library, holdings, public_url=public_url, keep_days=keep_days
    )
    called = public_url.startswith("https://")
    polling = Polling(
        bot,
        Updates(telegram).hear,
        webhook_url=f"{public_url.rstrip('/')}{webhook.PATH}" if called else "",
        webhook_secret=hashlib.sha256(secret.encode()).hexdigest(),
    )
    router = webhook.router(polling) if called else None
    return MadeTelegram(TelegramChannel(bot, polling), telegram, polling.link, router)


async def check_token(token: str, api: str = "") -> str | None:
    """What is wrong with the token or the way to Telegram, in words; None when nothing is."""
    try:
        async with make_bot(token, api) as bot:
            await bot.get_me()
    except InvalidToken:
        return "Telegram refuses the token. Ask @BotFather for it and set REFDESK_TELEGRAM_TOKEN."
    except TelegramError as error:
        return f"Telegram cannot be reached from here ({error})."
    return None
