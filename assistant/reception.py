"""Where readers of a channel come in: their conversation is found or begun, their words kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from weakref import WeakValueDictionary

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from assistant.accept import Accepted, accept
from assistant.conversation import Conversations
from assistant.escalate import Done
from assistant.heard import hear
from assistant.model import Language, Owner, Part, Said, TextPart, Turn
from assistant.pace import Pace
from assistant.redact import redact
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.store.tables import ConversationRow, OutboxRow
from assistant.texts import say
from assistant.welcome import welcome_parts

log = logging.getLogger(__name__)

T = TypeVar("T")
Reply = Callable[[Session, ConversationRow], list[Part]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who speaks from where: the channel, its address, and the language to begin in."""

    channel: str
    address: str
    language: Language = "en"


_LATEST = (
    select(ConversationRow)
    .where(
        ConversationRow.channel == bindparam("channel"),
        ConversationRow.address == bindparam("address"),
    )
    .order_by(ConversationRow.updated_at.desc(), ConversationRow.created_at.desc())
    .limit(1)
    .with_for_update()
)


def latest(session: Session, channel: str, address: str) -> ConversationRow | None:
    """The conversation that an address is in: the one where something was said last."""
    return session.scalar(_LATEST, {"channel": channel, "address": address})


class Reception:
    """Every call returns when what was said is kept; answers follow by the outbox."""

    def __init__(self, conversations: Conversations, messages_per_minute: int) -> None:
        self.conversations = conversations
        self._limit = messages_per_minute
        self._pace = Pace()
        self._answering: set[asyncio.Task[Turn]] = set()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def hear(self, caller: Caller, said: Said) -> asyncio.Task[Turn] | None:
        """Keep a message and have it answered: the task is the answering. None for a flood.

        The same `said.id` again is the same message. Raises BadRequest for an unknown payload.
        """
        heard = hear(said)
        if not self._pace.hit(self._limit, caller.channel, caller.address):
            await self._slow_down(caller)
            return None
        now = self.conversations.clock.now()

        def work(session: Session) -> tuple[str, Accepted, Done]:
            row, done = _opened(session, caller, now)
            return row.id, accept(session, row, heard, now), done

        async with self._turnstile(caller):
            conversation_id, accepted, done = await self._counted(work, caller)
        self.conversations.broker.publish(*done.events, *accepted.events)
        return self._answer(conversation_id, accepted)

    async def _counted(self, work: Callable[[Session], T], caller: Caller, *key: str) -> T:
        """Only what is kept counts: a message that comes again is not one more."""
        try:
            return await self.conversations.database.run(work)
        except Exception:
            self._pace.back(*key, caller.channel, caller.address)
            raise

    async def note(
        self,
        caller: Caller,
        said_id: str,
        shown: str,
        reply: Reply | None,
        *,
        welcomes: bool = False,
    ) -> None:
        """Keep what the engine cannot read, such as a sticker, with the service's own reply.

        The reply is left out while a person speaks or is waited for; one that `welcomes` is all
        that a new conversation begins with.
        """
        now, clean = self.conversations.clock.now(), redact(shown).text

        def work(session: Session) -> Done:
            row, done = _opened(session, caller, now, welcome=not welcomes)
            done.add(_noted(session, row, said_id, clean, reply, now))
            return done

        async with self._turnstile(caller):
            done = await self.conversations.database.run(work)
        self.conversations.broker.publish(*done.events)

    async def conversation(self, caller: Caller) -> tuple[str, Language] | None:
        """Id and language of the caller's conversation, if there is one."""

        def work(session: Session) -> tuple[str, Language] | None:
            row = latest(session, caller.channel, caller.address)
            return (row.id, rows.language_of(row)) if row else None

        return await self.conversations.database.run(work)

    async def move(self, channel: str, old: str, new: str) -> None:
        """The platform gave an address a new name."""

        def work(session: Session) -> None:
            for table in (ConversationRow, OutboxRow):
                moved = update(table).where(table.channel == channel, table.address == old)
                session.execute(moved.values(address=new))

        await self.conversations.database.run(work)

    async def close(self) -> None:
        """What is not answered by now is answered at the next start."""
        for task in self._answering:
            task.cancel()
        await asyncio.gather(*self._answering, return_exceptions=True)

    def _turnstile(self, caller: Caller) -> asyncio.Lock:
        """One by one from an address, so that nobody begins two conversations at once."""
        return self._locks.setdefault(f"{caller.channel} {caller.address}", asyncio.Lock())

    def _answer(self, conversation_id: str, accepted: Accepted) -> asyncio.Task[Turn]:
        task = asyncio.create_task(self._finish(conversation_id, accepted))
        self._answering.add(task)
        task.add_done_callback(self._answered)
        return task

    async def _finish(self, conversation_id: str, accepted: Accepted) -> Turn:
        return accepted.turn or await self.conversations.answer(conversation_id, accepted)

    def _answered(self, task: asyncio.Task[Turn]) -> None:
        self._answering.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a message is kept and not answered yet", exc_info=error)

    async def _slow_down(self, caller: Caller) -> None:
        """Said once a minute; what comes above the limit is not kept, as on the web."""
        if not self._pace.hit(1, "slow", caller.channel, caller.address):
            return
        now = self.conversations.clock.now()

        def work(session: Session) -> Done:
            row, done = _opened(session, caller, now)
            text = TextPart(text=say(rows.language_of(row), "slow-down"))
            done.tell(row, rows.append(session, row, "system", [text], now))
            return done

        done = await self._counted(work, caller, "slow")
        self.conversations.broker.publish(*done.events)


def _opened(
    session: Session, caller: Caller, now: datetime, *, welcome: bool = True
) -> tuple[ConversationRow, Done]:
    """The caller's conversation, begun with its welcome when there is none."""
    done = Done()
    row = latest(session, caller.channel, caller.address)
    if row is None:
        row, _ = rows.create(
            session,
            channel=caller.channel,
            address=caller.address,
            language=caller.language,
            at=now,
        )
        if welcome:
            parts = welcome_parts(caller.language, escalations.staffed(session, now))
            done.tell(row, rows.append(session, row, "assistant", parts, now))
    return row, done


def _noted(
    session: Session,
    row: ConversationRow,
    said_id: str,
    shown: str,
    reply: Reply | None,
    now: datetime,
) -> Done:
    done = Done()
    if rows.by_client_id(session, row.id, said_id):
        return done
    if row.owner == Owner.CLOSED:
        done.events.append(rows.change_owner(session, row, "reopen", now))
    text = TextPart(text=shown)
    heard = done.tell(row, rows.append(session, row, "reader", [text], now, client_id=said_id))
    if reply and row.owner == Owner.ASSISTANT:
        parts = reply(session, row)
        done.tell(row, rows.append(session, row, "assistant", parts, now, reply_to=heard.id))
    return done
