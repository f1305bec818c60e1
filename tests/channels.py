"""A library's assistant with channels, for tests: the deterministic engine, all else real."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from assistant.conversation import Conversations
from assistant.desk.acts import Desk, Librarian
from assistant.desk.twins import FewHoldings
from assistant.events import Broker
from assistant.followup import FollowUp
from assistant.library import Library, load_library
from assistant.outbox import Outbox
from assistant.ports import Channel, Clock, DialogueEngine, Holdings
from assistant.reception import Reception
from assistant.settings import PACKAGED_LIBRARY
from assistant.store import Database
from assistant.store.tables import LibrarianRow
from assistant.twins import EchoEngine, ScriptedEngine
from assistant.wiring import SystemClock

__all__ = ["EchoEngine", "House", "ScriptedEngine", "eventually", "house", "telegram"]


@dataclass
class House:
    """The core, without any channel yet."""

    conversations: Conversations
    reception: Reception
    follow_up: FollowUp
    library: Library
    holdings: Holdings
    desk: Desk

    @property
    def engine(self) -> Any:
        return self.conversations.engine

    @property
    def database(self) -> Database:
        return self.conversations.database

    async def librarian(self, name: str = "Ada") -> Librarian:
        """A librarian who is at the desk."""
        now = self.conversations.clock.now()
        row = LibrarianRow(
            id=f"lib-{name}", login=name.lower(), name=name, password_hash="x", must_change=False,
            role="librarian", active=True, presence="online", seen_at=now, created_at=now,
        )  # fmt: skip
        await self.database.run(lambda s: s.add(row))
        return Librarian(id=f"lib-{name}", name=name)


def house(
    database: Database,
    engine: DialogueEngine | None = None,
    clock: Clock | None = None,
    *,
    messages_per_minute: int = 60,
) -> House:
    broker, library = Broker(), load_library(PACKAGED_LIBRARY)
    clock = clock or SystemClock()
    conversations = Conversations(
        database, engine or EchoEngine(), broker, clock, lambda at, language: "none"
    )
    holdings = FewHoldings()
    return House(
        conversations=conversations,
        reception=Reception(conversations, messages_per_minute),
        follow_up=FollowUp(conversations, holdings, library),
        library=library,
        holdings=holdings,
        desk=Desk(database, broker, clock),
    )


@asynccontextmanager
async def running(house: House, *channels: Channel) -> AsyncIterator[Outbox]:
    """The channels hear and the outbox delivers, as in the serve process."""
    outbox = Outbox(house.database, house.conversations.broker, house.conversations.clock, channels)
    tasks = [asyncio.create_task(outbox.run())]
    tasks += [asyncio.create_task(channel.receive()) for channel in channels]
    try:
        yield outbox
    finally:
        for task in tasks:
            task.cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        await house.reception.close()
    for one in done:
        if isinstance(one, Exception) and not isinstance(one, asyncio.CancelledError):
            raise one


def telegram(
    house: House,
    api: str,
    *,
    token: str,
    public_url: str = "",
    a_second: float = 1000,
    patience: float = 15,
) -> Any:
    from connectors.telegram.make import make_bot, make_telegram

    return make_telegram(
        make_bot(token, api, a_second=a_second, patience=patience), house.reception, house.follow_up, house.library,
        house.holdings, public_url=public_url, secret="secret", keep_days=180,
    )  # fmt: skip


async def eventually(
    found: Callable[[], Any] | Callable[[], Awaitable[Any]], seconds: float = 10.0
) -> Any:
    """The first true value; what was found last is shown when none comes in time."""
    last: Any = None
    for _ in range(int(seconds / 0.02)):
        last = found()
        if asyncio.iscoroutine(last):
            last = await last
        if last:
            return last
        await asyncio.sleep(0.02)
    raise AssertionError(f"not within {seconds} s; last seen: {last!r}")
