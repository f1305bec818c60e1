"""What the service does by the clock: ends long waits, brings back what was lost, forgets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from assistant.conversation import Conversations
from assistant.errors import NotFound
from assistant.escalate import Done, time_out, vanish
from assistant.model import Owner
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.store.tables import ConversationRow, EscalationRow, LibrarianRow, OwnerRow, TurnRow
from assistant.store.words import forget_words, index_words

log = logging.getLogger(__name__)
_ASIDE = 0.05  # seconds between two steps of work that nobody waits for

Due = Callable[[Session], list[str]]  # ids of conversations
Move = Callable[[Session, ConversationRow], Done]  # to another owner


@dataclass(frozen=True, slots=True)
class Keep:
    """How many days each kind of data is kept; 0 keeps it."""

    conversations: int
    turns: int
    open_questions: int


@dataclass(frozen=True, slots=True)
class Forgotten:
    conversations: int
    turns: int
    failed: int  # conversations that could not be erased; the next time tries again


class Upkeep:
    def __init__(
        self, conversations: Conversations, *, queue_minutes: int, vanish_minutes: int, keep: Keep
    ) -> None:
        self.conversations = conversations
        self.queue = timedelta(minutes=queue_minutes)
        self.vanish = timedelta(minutes=vanish_minutes)
        self.keep = keep

    async def end_long_waits(self) -> int:
        """Readers who waited too long get their code, and the assistant listens again."""
        now = self.conversations.clock.now()

        def end(session: Session, row: ConversationRow) -> Done:
            wish = escalations.open_of(session, row.id)
            return time_out(session, row, wish, now) if wish else Done()

        return await self._each(lambda s: escalations.queued_before(s, now - self.queue), end)

    async def return_vanished(self) -> int:
        """Conversations of librarians whose windows are gone go back to the front of the queue."""
        now = self.conversations.clock.now()
        return await self._each(
            lambda s: _lost(s, now - self.vanish), lambda s, row: vanish(s, row, now)
        )

    async def _each(self, due: Due, move: Move) -> int:
        """Move every conversation that is due, each in a transaction of its own; how many were."""
        ids = await self.conversations.database.read(due)
        return sum([await self._moved(conversation_id, due, move) for conversation_id in ids])

    async def _moved(self, conversation_id: str, due: Due, move: Move) -> bool:
        """Whatever one conversation does, those after it are moved."""

        def work(session: Session) -> Done:
            row = rows.locked(session, conversation_id)  # held: is it still due?
            return move(session, row) if row.id in due(session) else Done()

        try:
            done = await self.conversations.database.run(work)
        except NotFound:  # erased meanwhile
            return False
        except Exception:
            log.exception("conversation %s cannot be moved yet", conversation_id)
            return False
        self.conversations.broker.publish(*done.events)
        return bool(done.events)

    async def index_words(self) -> None:
        """Take what was said since the last time into the desk's search; turns go before."""
        while await self.conversations.database.run(index_words):
            await asyncio.sleep(_ASIDE)

    async def forget_in_time(self) -> Forgotten:
        """Erase what is older than the library keeps, from the store and from the engine."""
        now = self.conversations.clock.now()
        old = await self.conversations.database.read(lambda s: _old(s, now, self.keep))
        erased = [await self._erased(conversation_id) for conversation_id in old]
        turns = await self.conversations.database.run(lambda s: _erase_turns(s, now, self.keep))
        await self.conversations.database.run(forget_words)
        forgotten = Forgotten(erased.count(True), turns, failed=erased.count(False))
        log.info("retention applied: %s", asdict(forgotten))
        return forgotten

    async def _erased(self, conversation_id: str) -> bool:
        """Whatever one conversation does, those after it are erased."""
        try:
            await self.conversations.erase(conversation_id)
        except Exception:
            log.exception("conversation %s cannot be erased yet", conversation_id)
            return False
        return True


def _lost(session: Session, heard_before: datetime) -> list[str]:
    """Whose librarian has not been heard of, nor got them, since; one passed on gets the time."""
    mine = OwnerRow.conversation_id == ConversationRow.id
    passed = select(OwnerRow.seq).where(mine, OwnerRow.at >= heard_before).exists()
    gone = LibrarianRow.seen_at.is_(None) | (LibrarianRow.seen_at < heard_before)
    query = (
        select(ConversationRow.id)
        .join(LibrarianRow, LibrarianRow.id == ConversationRow.librarian_id)
        .where(ConversationRow.owner == Owner.LIBRARIAN, gone, ~passed)
    )
    return list(session.scalars(query))


def _old(session: Session, now: datetime, keep: Keep) -> list[str]:
    """Conversations past their time; those with an open question have a time of their own."""
    if not keep.conversations:
        return []
    open_question = select(EscalationRow.conversation_id).where(
        EscalationRow.state.in_(escalations.OPEN),
        EscalationRow.asked_at > now - timedelta(days=keep.open_questions or 36500),
    )
    query = select(ConversationRow.id).where(
        ConversationRow.updated_at < now - timedelta(days=keep.conversations),
        ConversationRow.id.not_in(open_question),
    )
    return list(session.scalars(query))


def _erase_turns(session: Session, now: datetime, keep: Keep) -> int:
    if not keep.turns:
        return 0
    old = TurnRow.at < now - timedelta(days=keep.turns)
    erased = delete(TurnRow).where(old, TurnRow.state != "accepted").returning(TurnRow.id)
    return len(session.scalars(erased).all())
