"""Wishes for news: when matching holdings came in, the reader is told, at most once a day."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from assistant.conversation import Conversations
from assistant.errors import RefdeskError
from assistant.escalate import Done
from assistant.model import (
    Choice,
    ChoicesPart,
    HoldingsPart,
    HoldingsQuery,
    Item,
    Language,
    Owner,
    Part,
    TextPart,
)
from assistant.parts import write_payload
from assistant.store import conversations as rows
from assistant.store.tables import AlertRow, ConversationRow
from assistant.texts import say

log = logging.getLogger(__name__)

ONCE = timedelta(days=1)
MOST_ITEMS = 5


class News(Protocol):
    """What came in, as the action server tells it."""

    async def new_since(
        self, text: str, filters: dict[str, Any], since: int, language: Language, limit: int
    ) -> tuple[list[Item], int]:
        """New holdings that match, and the latest change. Raises HoldingsUnavailable."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    id: str
    conversation_id: str
    text: str
    filters: dict[str, Any]
    since: int
    language: Language


@dataclass(frozen=True, slots=True)
class Found:
    wish: Wish
    items: list[Item]
    head: int


class Alerts:
    def __init__(self, conversations: Conversations, news: News) -> None:
        self.conversations = conversations
        self.news = news

    async def tell(self) -> int:
        """Tell every reader who is due what came in for them; returns how many were told."""
        now = self.conversations.clock.now()
        wishes = await self.conversations.database.read(lambda s: _due(s, now))
        if not wishes:
            return 0
        _, head = await self.news.new_since("", {}, -1, "en", 1)
        looked = [await self._look(wish) for wish in wishes if wish.since < head]
        told = 0
        for conversation_id, news in _by_conversation(filter(None, looked)):
            told += await self._told(conversation_id, news, now)
        return told

    async def _told(self, conversation_id: str, news: list[Found], now: datetime) -> bool:
        """Whatever one conversation does, the readers of the others are told."""
        try:
            return await self._tell_one(conversation_id, news, now)
        except Exception:
            log.exception("conversation %s cannot be told its news yet", conversation_id)
            return False

    async def _look(self, wish: Wish) -> Found | None:
        """None for a wish that cannot be looked up, such as for a branch that is no more."""
        try:
            items, head = await self.news.new_since(
                wish.text, wish.filters, wish.since, wish.language, MOST_ITEMS
            )
        except RefdeskError as error:
            log.warning("wish %s cannot be looked up: %s", wish.id, error)
            return None
        return Found(wish, items, head)

    async def _tell_one(self, conversation_id: str, news: list[Found], now: datetime) -> bool:
        def work(session: Session) -> Done:
            row = session.get(ConversationRow, conversation_id, with_for_update=True)
            if row is None or not may_speak(row):
                return Done()
            return _write_news(session, row, news, now)

        done = await self.conversations.database.run(work)
        self.conversations.broker.publish(*done.events)
        return bool(done.messages)


def may_speak(row: ConversationRow) -> bool:
    """While a person speaks or is waited for, news waits."""
    return row.owner in (Owner.ASSISTANT, Owner.CLOSED)


def notice(session: Session, row: ConversationRow, parts: list[Part], at: datetime) -> Done:
    """Something the library tells by itself: it goes where the reader is reached.

    The path that notices of a library system take too, such as a hold that is ready.
    """
    done = Done()
    done.tell(row, rows.append(session, row, "system", parts, at))
    return done


def _write_news(session: Session, row: ConversationRow, news: list[Found], now: datetime) -> Done:
    """Write the news and how far it reaches; a wish that was stopped meanwhile says nothing."""
    parts: list[Part] = []
    choices: list[Choice] = []
    for found in news:
        alert = session.get(AlertRow, found.wish.id)
        if alert is None:
            continue
        alert.since = found.head
        if found.items:
            alert.told_at = now
            parts += _parts(found)
            choices.append(_stop(found, many=len(news) > 1))
    if not parts:
        return Done()
    return notice(session, row, [*parts, ChoicesPart(choices=choices)], now)


def _parts(found: Found) -> list[Part]:
    wish = found.wish
    text = say(wish.language, "alert-news", about=_about(wish), count=len(found.items))
    query = HoldingsQuery(text=wish.text, filters=wish.filters)
    holdings = HoldingsPart(query=query, total=len(found.items), items=found.items)
    return [TextPart(text=text), holdings]


def _about(wish: Wish) -> str:
    return wish.text or say(wish.language, "alert-about-filters")


def _stop(found: Found, *, many: bool) -> Choice:
    title = say(found.wish.language, "payload-stop-alert")
    named = f"{title}: {_about(found.wish)}" if many else title
    return Choice(title=named, payload=write_payload("stop_alert", id=found.wish.id))


def _due(session: Session, now: datetime) -> list[Wish]:
    """Wishes of readers who were not told within a day, wherever it was they were told."""
    recent = select(AlertRow.conversation_id).where(AlertRow.told_at > now - ONCE)
    readers = select(ConversationRow.reader_id).where(
        ConversationRow.id.in_(recent), ConversationRow.reader_id.is_not(None)
    )
    unknown = ConversationRow.reader_id.is_(None)
    query = (
        select(AlertRow, ConversationRow)
        .join(ConversationRow, ConversationRow.id == AlertRow.conversation_id)
        .where(
            AlertRow.conversation_id.not_in(recent),
            or_(unknown, ConversationRow.reader_id.not_in(readers)),
        )
        .order_by(AlertRow.at)
    )
    return [_wish(alert, row) for alert, row in session.execute(query)]


def _wish(alert: AlertRow, row: ConversationRow) -> Wish:
    return Wish(
        id=alert.id,
        conversation_id=row.id,
        text=alert.text,
        filters=alert.filters,
        since=alert.since,
        language=rows.language_of(row),
    )


def _by_conversation(found: Iterable[Found]) -> list[tuple[str, list[Found]]]:
    grouped: dict[str, list[Found]] = defaultdict(list)
    for one in found:
        grouped[one.wish.conversation_id].append(one)
    return list(grouped.items())
