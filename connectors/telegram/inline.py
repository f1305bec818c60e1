"""`@bot dune` in any chat: holdings to pick from. Nothing of it is kept."""

from __future__ import annotations

import hashlib
import logging

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from assistant.errors import HoldingsUnavailable
from assistant.model import Item, Language
from assistant.parts import copy_status
from connectors.telegram import render
from connectors.telegram.service import Telegram, language_of

log = logging.getLogger(__name__)
_SHOWN, _CACHED = 20, 60  # results; seconds that Telegram may answer the same words by itself


async def answer(telegram: Telegram, query: InlineQuery) -> None:
    language = language_of(query.from_user.language_code)
    words = query.query.strip()[:200]
    try:
        found = await telegram.holdings.search(words, language, _SHOWN) if words else []
        await query.answer([_result(item, language) for item in found], cache_time=_CACHED)
    except (HoldingsUnavailable, TelegramError) as error:
        log.info("an inline question was not answered: %s", error)


def _result(item: Item, language: Language) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        next(render.bounded(render.single(item, language))),
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    return InlineQueryResultArticle(
        id=hashlib.sha256(item.record_id.encode()).hexdigest()[:32],
        title=item.title[:100],
        description=_line(item, language),
        input_message_content=content,
    )


def _line(item: Item, language: Language) -> str:
    statuses = [copy_status(copy.status, language) for copy in item.copies[:1]]
    return " · ".join(filter(None, ["; ".join(item.authors[:2]), str(item.year or ""), *statuses]))
