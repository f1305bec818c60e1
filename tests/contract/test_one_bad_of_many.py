"""What cannot be delivered, erased or looked up holds up nothing behind it, over every store."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.alerts import Alerts
from assistant.conversation import Conversations
from assistant.errors import BadRequest, EngineUnavailable
from assistant.events import Broker
from assistant.model import Item, Language, Said
from assistant.outbox import Outbox
from assistant.ports import Letter, Piece
from assistant.reception import Caller
from assistant.store import Database
from assistant.store import outbox as store
from assistant.store.tables import AlertRow, ConversationRow
from assistant.twins import EchoEngine, SteppingClock, an_item
from assistant.upkeep import Keep, Upkeep
from tests.channels import House, house


class Pigeons:
    """A channel that cannot carry what is for ann."""

    name = "pigeon"

    def __init__(self) -> None:
        self.carried: list[str] = []

    async def receive(self) -> None:
        """Nobody writes back by pigeon."""

    def pieces(self, letter: Letter) -> list[Piece]:
        if letter.address == "ann":
            raise ValueError("no pigeon carries that")
        return [{"text": letter.message.id}] if letter.address == "bob" else []

    def mark(self) -> str:
        return ""

    async def deliver(self, address: str, piece: Piece) -> str:
        self.carried.append(address)
        return "1"

    async def find(self, *looked_for: Any) -> str | None:
        return None


class Stubborn(EchoEngine):
    """An engine that cannot forget one conversation."""

    keeps = ""

    async def forget(self, conversation_id: str) -> int:
        if conversation_id == self.keeps:
            raise EngineUnavailable("500 for this one")
        return await super().forget(conversation_id)


class Choosy:
    """News of everything but of branches, which are no longer known."""

    async def new_since(
        self, text: str, filters: dict[str, Any], since: int, language: Language, limit: int
    ) -> tuple[list[Item], int]:
        if filters:
            raise BadRequest("filters: there is no branch GONE")
        return ([] if since == -1 else [an_item(1)]), 9


@pytest.fixture
def at_home(database: Database) -> House:
    return house(database, clock=SteppingClock())


async def say(at_home: House, address: str) -> None:
    caller = Caller(channel="pigeon", address=address)
    task = await at_home.reception.hear(caller, Said(id=f"hi {address}", text="hi"))
    assert task
    await task


@pytest.mark.parametrize("bad", ["ann", "eve"])
async def test_what_cannot_be_put_in_pieces_is_given_up_and_shown(at_home: House, bad: str) -> None:
    for address in (bad, "bob"):
        await say(at_home, address)
    conversations, pigeons = at_home.conversations, Pigeons()
    outbox = Outbox(at_home.database, conversations.broker, conversations.clock, [pigeons])
    for _ in range(3):
        await outbox.drain()
    assert pigeons.carried == ["bob", "bob"]  # the welcome and the answer
    dead = await at_home.database.run(store.undelivered)
    assert [one.state for one in dead] == ["dead", "dead"]
    assert all("no pigeon carries that" in str(one.error) for one in dead) is (bad == "ann")


async def test_a_night_erases_all_but_what_the_engine_keeps(database: Database) -> None:
    engine, clock = Stubborn(), SteppingClock()
    service = Conversations(database, engine, Broker(), clock, lambda at, language: "none")
    ids = [(await service.start("en")).id for _ in range(3)]
    clock.step(days=200)
    recent = (await service.start("en")).id
    keep = Keep(conversations=180, turns=365, open_questions=365)
    upkeep = Upkeep(service, queue_minutes=1, vanish_minutes=1, keep=keep)
    engine.keeps = ids[0]
    forgotten = await upkeep.forget_in_time()
    assert (forgotten.conversations, forgotten.failed) == (2, 1)
    with database.session() as session:
        assert {row.id for row in session.query(ConversationRow)} == {ids[0], recent}
    engine.keeps = ""
    assert (await upkeep.forget_in_time()).conversations == 1


@pytest.mark.parametrize("lost", ["the queue's", "a librarian's"])
async def test_the_clock_moves_all_but_what_cannot_be_moved(at_home: House, lost: str) -> None:
    clock, service = at_home.conversations.clock, at_home.conversations
    ada = await at_home.librarian()
    ids = [await _queued(at_home) for _ in range(3)]
    for id_ in ids if lost == "a librarian's" else ():
        await at_home.desk.take(id_, ada)
    with at_home.database.session() as session:
        session.get_one(ConversationRow, ids[0]).last_seq = 0  # the next message's is taken
    clock.step(minutes=5)
    keep = Keep(conversations=0, turns=0, open_questions=0)
    upkeep = Upkeep(service, queue_minutes=1, vanish_minutes=1, keep=keep)
    move = upkeep.return_vanished if lost == "a librarian's" else upkeep.end_long_waits
    assert (await move(), await move()) == (2, 0)
    owner = "queue" if lost == "a librarian's" else "assistant"
    assert [(await service.messages(id_, 0)).owner for id_ in ids[1:]] == [owner, owner]


async def _queued(at_home: House) -> str:
    started = await at_home.conversations.start("en")
    await at_home.conversations.say(started.id, Said(id="call", payload="/human"))
    return started.id


async def test_a_wish_that_is_refused_silences_no_other(at_home: House) -> None:
    clock = at_home.conversations.clock
    started = [await at_home.conversations.start("en") for _ in range(2)]
    wishes: list[tuple[str, dict[str, Any]]] = [("x", {"branches": ["GONE"]}), ("whales", {})]
    with at_home.database.session() as session:
        for one, (text, filters) in zip(started, wishes, strict=True):
            row = AlertRow(
                id=text, conversation_id=one.id, text=text, filters=filters, since=0, at=clock.now()
            )
            session.add(row)
    assert await Alerts(at_home.conversations, Choosy()).tell() == 1
    told = await at_home.conversations.messages(started[1].id, 1)
    assert [message.author for message in told.messages] == ["system"]


async def test_news_that_cannot_be_written_silences_no_other(at_home: House) -> None:
    clock = at_home.conversations.clock
    started = [await at_home.conversations.start("en") for _ in range(2)]
    with at_home.database.session() as session:
        session.get_one(ConversationRow, started[0].id).last_seq = 0  # the next message's is taken
        for one in started:
            row = AlertRow(
                id=one.id, conversation_id=one.id, text="x", filters={}, since=0, at=clock.now()
            )
            session.add(row)
    alerts = Alerts(at_home.conversations, Choosy())
    assert (await alerts.tell(), await alerts.tell()) == (1, 0)
    told = await at_home.conversations.messages(started[1].id, 1)
    assert [message.author for message in told.messages] == ["system"]
