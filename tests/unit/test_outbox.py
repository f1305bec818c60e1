"""The outbox over a channel that does as it is told: order, back-off, dead letters, doubts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from assistant.errors import Conflict, DeliveryFailed
from assistant.model import Said, TextPart
from assistant.outbox import Outbox
from assistant.ports import Letter, Piece
from assistant.reception import Caller
from assistant.store import Database
from assistant.store import outbox as store
from assistant.store.tables import EscalationRow, OutboxRow
from assistant.twins import SteppingClock
from tests.channels import House, house

ANN = Caller(channel="pigeon", address="ann")
BOB = Caller(channel="pigeon", address="bob")


class Pigeons:
    """A channel that keeps what it carries; each failure in `fails` happens once, in order."""

    name = "pigeon"

    def __init__(self) -> None:
        self.carried: list[tuple[str, str]] = []
        self.fails: list[DeliveryFailed | None] = []
        self.arrives_all_the_same = False
        self.looked = 0

    async def receive(self) -> None:
        """Nobody writes back by pigeon."""

    def pieces(self, letter: Letter) -> list[Piece]:
        return [{"text": part.text} for part in letter.message.parts if isinstance(part, TextPart)]

    def mark(self) -> str:
        return str(len(self.carried))

    async def deliver(self, address: str, piece: Piece) -> str:
        failure = self.fails.pop(0) if self.fails else None
        if failure is None or self.arrives_all_the_same:
            self.carried.append((address, piece["text"]))
        if failure:
            raise failure
        return f"{address}-{len(self.carried)}"

    async def find(self, address: str, piece: Piece, mark: str, known: Sequence[str]) -> str | None:
        self.looked += 1
        there = (address, piece["text"]) in self.carried[int(mark) :]
        return f"{address}-found" if there else None


@pytest.fixture
def at_home(sqlite: Database) -> House:
    return house(sqlite, clock=SteppingClock())


@pytest.fixture
def pigeons() -> Pigeons:
    return Pigeons()


@pytest.fixture
def outbox(at_home: House, pigeons: Pigeons) -> Outbox:
    conversations = at_home.conversations
    return Outbox(at_home.database, conversations.broker, conversations.clock, [pigeons])


async def say(at_home: House, who: Caller, *texts: str) -> None:
    for text in texts:
        task = await at_home.reception.hear(who, Said(id=f"{who.address} {text}", text=text))
        assert task
        await task


def answers(pigeons: Pigeons, address: str = "ann") -> list[str]:
    return [text for to, text in pigeons.carried if to == address and text.startswith("You said")]


def later(at_home: House, seconds: float) -> None:
    at_home.conversations.clock.step(seconds=seconds)  # type: ignore[attr-defined]


def states(at_home: House) -> list[str]:
    with at_home.database.session() as session:
        return [row.state for row in session.query(OutboxRow).order_by(OutboxRow.id)]


async def test_everything_is_delivered_once_and_in_order(
    at_home: House, outbox: Outbox, pigeons: Pigeons
) -> None:
    await say(at_home, ANN, *(f"m{n}" for n in range(20)))
    await outbox.drain()
    assert answers(pigeons) == [f"You said: m{n}" for n in range(20)]
    assert set(states(at_home)) == {"sent"}
    await outbox.drain()
    assert len(pigeons.carried) == 21


async def test_what_fails_holds_up_its_own_conversation_and_no_other(
    at_home: House, outbox: Outbox, pigeons: Pigeons
) -> None:
    await say(at_home, ANN, "one")
    await outbox.drain()
    pigeons.fails = [DeliveryFailed("rain", after=30)]
    await say(at_home, ANN, "two", "three")
    await outbox.drain()
    await say(at_home, BOB, "hello")
    await outbox.drain()
    assert answers(pigeons) == ["You said: one"]
    assert answers(pigeons, "bob") == ["You said: hello"]
    later(at_home, 31)
    await outbox.drain()
    assert answers(pigeons) == ["You said: one", "You said: two", "You said: three"]


async def test_waits_grow_and_end_with_a_dead_letter(
    at_home: House, outbox: Outbox, pigeons: Pigeons, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_ATTEMPTS", 5)
    await say(at_home, ANN, "one")
    await outbox.drain()
    await say(at_home, ANN, "two", "three")
    waits = []
    for _ in range(5):
        pigeons.fails = [DeliveryFailed("fog")]
        await outbox.drain()
        with at_home.database.session() as session:
            row = session.query(OutboxRow).filter(OutboxRow.error.is_not(None)).one()
            waits.append((row.next_at - at_home.conversations.clock.now()).total_seconds())
        later(at_home, 61)
    assert waits[:4] == [2, 4, 8, 16]
    (dead,) = await at_home.database.run(store.undelivered)
    assert (dead.text, dead.error, dead.attempts) == ("You said: two", "fog", 5)
    await outbox.drain()
    assert answers(pigeons) == ["You said: one", "You said: three"]
    now = at_home.conversations.clock.now()
    await at_home.database.run(lambda s: store.retry_dead(s, dead.id, now))
    await outbox.drain()
    assert answers(pigeons)[-1] == "You said: two"
    with pytest.raises(Conflict):
        await at_home.database.run(lambda s: store.drop_dead(s, dead.id))


async def test_a_final_failure_is_dead_at_once_and_can_be_dropped(
    at_home: House, outbox: Outbox, pigeons: Pigeons
) -> None:
    pigeons.fails = [DeliveryFailed("no such roof", retry=False)]
    await say(at_home, ANN, "one")
    await outbox.drain()
    (dead,) = await at_home.database.run(store.undelivered)
    await at_home.database.run(lambda s: store.drop_dead(s, dead.id))
    assert await at_home.database.run(store.undelivered) == []
    assert answers(pigeons) == ["You said: one"]


@pytest.mark.parametrize("arrived", [True, False])
async def test_what_may_have_arrived_is_looked_for_before_it_is_sent_again(
    at_home: House, outbox: Outbox, pigeons: Pigeons, arrived: bool
) -> None:
    await say(at_home, ANN, "one")
    pigeons.fails = [None, DeliveryFailed("lost sight of it", doubt=True)]
    pigeons.arrives_all_the_same = arrived
    await outbox.drain()
    later(at_home, 3)
    await outbox.drain()
    assert answers(pigeons) == ["You said: one"]
    assert pigeons.looked == 1


async def test_an_hour_of_silence_and_then_all_at_once(
    at_home: House, outbox: Outbox, pigeons: Pigeons
) -> None:
    await say(at_home, ANN, "zero")
    await say(at_home, BOB, "zero")
    await outbox.drain()
    for minute in range(60):
        pigeons.fails = [DeliveryFailed("no pigeon flies")] * 20
        if minute % 20 == 0:
            await say(at_home, ANN, f"ann at {minute}")
            await say(at_home, BOB, f"bob at {minute}")
        await outbox.drain()
        later(at_home, 60)
    waiting = await at_home.database.run(store.waiting)
    assert [(one["channel"], one["state"], one["count"]) for one in waiting] == [
        ("pigeon", "pending", 6)
    ]
    assert waiting[0]["error"] == "no pigeon flies"
    pigeons.fails = []
    await outbox.drain()
    assert answers(pigeons)[1:] == [f"You said: ann at {m}" for m in (0, 20, 40)]
    assert answers(pigeons, "bob")[1:] == [f"You said: bob at {m}" for m in (0, 20, 40)]


async def test_what_was_being_sent_at_the_end_is_in_doubt(
    at_home: House, outbox: Outbox, pigeons: Pigeons
) -> None:
    await say(at_home, ANN, "one")
    await outbox.drain()
    await say(at_home, ANN, "two")
    pigeons.carried.append(("ann", "You said: two"))
    with at_home.database.session() as session:
        row = session.query(OutboxRow).filter_by(state="pending").one()
        row.state, row.mark, row.pieces = "sending", "2", [{"text": "You said: two"}]
    assert await at_home.database.run(store.doubt_all) == 1
    await outbox.drain()
    assert answers(pigeons) == ["You said: one", "You said: two"]
    assert states(at_home) == ["sent"] * 3


async def test_erased_on_its_way_is_no_harm(
    at_home: House, outbox: Outbox, pigeons: Pigeons
) -> None:
    await say(at_home, ANN, "one")
    assert await outbox.round() == 1
    found = await at_home.reception.conversation(ANN)
    assert found
    await at_home.conversations.erase(found[0])
    await outbox.drain()
    assert states(at_home) == []


async def test_a_librarians_answer_follows_the_address_that_was_left(
    at_home: House, outbox: Outbox
) -> None:
    started = await at_home.conversations.start("en")
    await at_home.conversations.say(started.id, Said(id="1", text="human"))

    def leave(session: Any) -> None:
        session.query(EscalationRow).one().contact = "rea@example.org"

    await at_home.database.run(leave)
    ada = await at_home.librarian()
    await at_home.desk.take(started.id, ada)
    await at_home.desk.reply(started.id, ada, [TextPart(text="Yes, on Monday.")], "r")
    with at_home.database.session() as session:
        (row,) = session.query(OutboxRow)
        assert (row.channel, row.address, row.state) == ("email", "rea@example.org", "pending")
    await outbox.drain()
    assert states(at_home) == ["pending"], "no e-mail is set up: it waits, and the desk shows it"


async def test_only_what_may_have_to_be_delivered_wakes_it(at_home: House) -> None:
    with at_home.conversations.broker.subscribe() as heard:
        started = await at_home.conversations.start("en")
        await at_home.conversations.say(started.id, Said(id="1", text="hello"))
        await say(at_home, ANN, "hello")
        events = [heard.get_nowait() for _ in range(heard.qsize())]
    letters = [event.body["author"] for event in events if event and event.letter]
    assert letters == ["assistant", "assistant"], "a welcome and an answer, both to Ann"
