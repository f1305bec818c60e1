"""The conversation service over every store: written once, answered once."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from assistant import staff
from assistant.care import Care
from assistant.conversation import Conversations
from assistant.errors import BadRequest, NotAllowed, NotFound
from assistant.events import Broker
from assistant.model import (
    ChoicesPart,
    Effect,
    EngineReply,
    HandoffPart,
    Message,
    Owner,
    Said,
    TextPart,
)
from assistant.parts import PAYLOADS
from assistant.store import Database
from assistant.store import conversations as rows
from assistant.store.tables import ConversationRow, EscalationRow, MessageRow, TurnRow
from assistant.twins import EchoEngine, ScriptedEngine, SteppingClock


@pytest.fixture
def service(database: Database) -> Conversations:
    return Conversations(
        database, EchoEngine(), Broker(), SteppingClock(), lambda at, language: "none"
    )


def said(text: str | None = None, payload: str | None = None) -> Said:
    return Said(id=str(uuid4()), text=text, payload=payload)


def texts(messages: list[Message]) -> list[str]:
    return [p.text for m in messages for p in m.parts if isinstance(p, TextPart)]


def handoffs(messages: list[Message]) -> list[HandoffPart]:
    return [p for m in messages for p in m.parts if isinstance(p, HandoffPart)]


def put_librarian_online(service: Conversations, *, must_change: bool = False) -> None:
    with service.database.session() as session:
        ada = staff.add_librarian(session, "ada", "Ada", "librarian")
        ada.must_change, ada.presence, ada.seen_at = must_change, "online", service.clock.now()


@pytest.mark.parametrize("must_change", [False, True])
async def test_who_has_not_chosen_a_password_is_not_on_duty(
    service: Conversations, must_change: bool
) -> None:
    put_librarian_online(service, must_change=must_change)
    assert (await service.start("en")).staffed is not must_change


async def test_a_message_is_answered_and_kept(service: Conversations) -> None:
    started = await service.start("en")
    turn = await service.say(started.id, said("hello"))
    assert turn.owner == Owner.ASSISTANT
    assert texts(turn.messages) == ["You said: hello"]
    kept = await service.messages(started.id, 0)
    assert [m.author for m in kept.messages] == ["assistant", "reader", "assistant"]
    assert [m.seq for m in kept.messages] == [1, 2, 3]


async def test_the_same_id_again_changes_nothing(service: Conversations) -> None:
    started = await service.start("en")
    once = said("hello")
    first, *rest = await asyncio.gather(*(service.say(started.id, once) for _ in range(5)))
    assert all(turn == first for turn in rest)
    assert len(service.engine.heard) == 1  # type: ignore[attr-defined]
    assert len((await service.messages(started.id, 0)).messages) == 3


async def test_twenty_at_once_are_answered_in_order(service: Conversations) -> None:
    started = await service.start("en")
    turns = await asyncio.gather(*(service.say(started.id, said(f"m{n}")) for n in range(20)))
    assert [texts(t.messages) for t in turns] == [[f"You said: m{n}"] for n in range(20)]
    kept = (await service.messages(started.id, 0)).messages
    assert [m.seq for m in kept] == list(range(1, 42))


async def test_an_engine_that_is_down_loses_nothing(service: Conversations) -> None:
    started = await service.start("en")
    once = said("break")
    turn = await service.say(started.id, once)
    assert "kept your message" in texts(turn.messages)[0]
    assert await service.say(started.id, once) == turn
    kept = (await service.messages(started.id, 0)).messages
    assert "break" in texts(kept)


async def test_a_turn_left_open_by_a_kill_is_answered_at_start(service: Conversations) -> None:
    started = await service.start("en")

    def kill(said: Said) -> None:
        raise KeyboardInterrupt

    service.engine.before = kill  # type: ignore[attr-defined]
    with pytest.raises(KeyboardInterrupt):
        await service.say(started.id, said("hello"))
    service.engine.before = lambda said: None  # type: ignore[attr-defined]
    service.clock.step(seconds=5)  # type: ignore[attr-defined]
    assert await service.recover() == 1
    assert await service.recover() == 0
    kept = (await service.messages(started.id, 0)).messages
    assert texts(kept)[-1] == "You said: hello"


async def test_private_numbers_reach_neither_store_nor_engine(service: Conversations) -> None:
    started = await service.start("en")
    turn = await service.say(started.id, said("my card is 20001234567890 and pin is 4821"))
    assert "hid the private details" in texts(turn.messages)[0]
    assert service.engine.heard[-1].text == "my card is [card] and pin is [pin]"  # type: ignore[attr-defined]
    with service.database.session() as session:
        assert not [m for m in session.query(MessageRow) if "4821" in m.text]


async def test_nobody_on_duty_keeps_the_question_with_a_code(service: Conversations) -> None:
    started = await service.start("en")
    turn = await service.say(started.id, said("human"))
    assert turn.owner == Owner.ASSISTANT
    (part,) = handoffs(turn.messages)
    assert part.state == "left"
    care = Care(service.database, service.clock)
    found, token = await care.claim(str(part.claim_code).lower())
    assert found == started.id
    await service.check(started.id, token)
    await service.check(started.id, started.token)
    with pytest.raises(NotFound):
        await care.claim("WRONG-CODES")


async def test_who_asks_again_keeps_the_code(service: Conversations) -> None:
    started = await service.start("zh")
    first = await service.say(started.id, said("human"))
    again = await service.say(started.id, said("human"))
    assert handoffs(again.messages)[0].claim_code == handoffs(first.messages)[0].claim_code
    assert "记着呢" in texts(again.messages)[0]


async def test_a_bare_wish_for_a_person_is_asked_for_its_question(service: Conversations) -> None:
    started = await service.start("en")
    turn = await service.say(started.id, said(payload="/human"))
    assert "What would you like to ask" in texts(turn.messages)[0]
    assert handoffs(turn.messages)[0].state == "left"
    begun = await service.start("en")
    await service.say(begun.id, said("/start"))
    turn = await service.say(begun.id, said(payload="/human"))
    assert "What would you like to ask" in texts(turn.messages)[0]
    other = await service.start("en")
    await service.say(other.id, said("a question"))
    turn = await service.say(other.id, said(payload="/human"))
    assert "kept your question" in texts(turn.messages)[0]


async def test_a_question_is_asked_for_left_asked_after_and_taken_back(database: Database) -> None:
    engine = ScriptedEngine({})
    engine.effects = {
        "a person please": [Effect(kind="escalate", data={"reason": "asked", "bare": True})],
        "Do you have the parish magazine?": [
            Effect(kind="escalate", data={"reason": "asked", "about": "question"})
        ],
        "did you get it": [Effect(kind="escalate", data={"reason": "asked", "about": "got"})],
        "cancel it": [Effect(kind="withdraw")],
    }
    service = Conversations(
        database, engine, Broker(), SteppingClock(), lambda at, language: "none"
    )
    started = await service.start("en")
    told = [
        (await service.say(started.id, said(text))).messages for text in (*engine.effects, "thanks")
    ]
    assert [one.waits for one in engine.heard] == ["", "asked", "left", "left", ""]
    assert "What would you like to ask" in texts(told[0])[-1]
    assert "left that for the librarians" in texts(told[1])[0]
    assert "Yes, it is with the librarians" in texts(told[2])[-1]
    assert "taken it back" in texts(told[3])[0]  # before what is said to the message
    codes = {part.claim_code for messages in told[:3] for part in handoffs(messages)}
    assert len(codes) == 1


async def test_a_note_is_left_without_a_call_and_a_question_after_it_is_one(
    database: Database,
) -> None:
    engine = ScriptedEngine({})
    engine.effects = {"lovely staff": [Effect(kind="note", data={"reason": "praise"})]}
    service = Conversations(
        database, engine, Broker(), SteppingClock(), lambda at, language: "none"
    )
    put_librarian_online(service)
    started = await service.start("en")
    turn = await service.say(started.id, said("lovely staff"))
    assert (turn.owner, handoffs(turn.messages)) == (Owner.ASSISTANT, [])
    with database.session() as session:
        assert [row.reason for row in session.query(EscalationRow)] == ["praise"]
    asked = await service.say(started.id, said("human"))
    assert asked.owner == Owner.QUEUE
    with database.session() as session:
        assert [row.reason for row in session.query(EscalationRow)] == ["asked"]


async def test_in_the_queue_the_assistant_says_once_where_and_then_nothing(
    service: Conversations,
) -> None:
    put_librarian_online(service)
    started = await service.start("en")
    turn = await service.say(started.id, said("human"))
    assert turn.owner == Owner.QUEUE
    assert handoffs(turn.messages)[0].position == 1
    heard = len(service.engine.heard)  # type: ignore[attr-defined]
    quiet = await service.say(started.id, said("are you there"))
    assert (quiet.owner, quiet.messages) == (Owner.QUEUE, [])
    assert len(service.engine.heard) == heard  # type: ignore[attr-defined]
    back = await service.say(started.id, said(payload="/cancel"))
    assert back.owner == Owner.ASSISTANT
    assert handoffs(back.messages)[0].state == "cancelled"


async def test_a_librarian_who_takes_over_is_never_talked_over(service: Conversations) -> None:
    started = await service.start("en")
    service.engine.delay = 0.05  # type: ignore[attr-defined]
    asked = asyncio.create_task(service.say(started.id, said("slow question")))
    await asyncio.sleep(0.02)

    def take(session: object) -> None:
        row = rows.locked(session, started.id)  # type: ignore[arg-type]
        rows.change_owner(session, row, "take", service.clock.now(), librarian_id="lib-1")  # type: ignore[arg-type]

    await service.database.run(take)
    turn = await asked
    assert (turn.owner, turn.messages) == (Owner.LIBRARIAN, [])
    with service.database.session() as session:
        assert [t.state for t in session.query(TurnRow)] == ["overtaken"]


async def test_forgetting_removes_every_row(service: Conversations) -> None:
    started = await service.start("zh")
    await service.say(started.id, said("你好"))
    turn = await service.say(started.id, said("forget me"))
    assert "已删除" in texts(turn.messages)[0]
    assert service.engine.forgotten == [started.id]  # type: ignore[attr-defined]
    with service.database.session() as session:
        for table in (ConversationRow, MessageRow, TurnRow):
            assert session.query(table).count() == 0
    with pytest.raises(NotFound):
        await service.say(started.id, said("still there?"))


async def test_a_turn_that_cannot_be_answered_holds_up_no_other(service: Conversations) -> None:
    started = await service.start("en")

    def fail(said: Said) -> None:
        raise ValueError(said.text)

    service.engine.before = fail  # type: ignore[attr-defined]
    for text in ("poison", "hello"):
        with pytest.raises(ValueError, match=text):
            await service.say(started.id, said(text))
    service.engine.before = lambda said: fail(said) if said.text == "poison" else None  # type: ignore[attr-defined]
    service.clock.step(seconds=5)  # type: ignore[attr-defined]
    assert await service.recover() == 2
    assert await service.recover() == 0
    kept = texts((await service.messages(started.id, 0)).messages)
    assert "kept your message" in kept[-2]
    assert kept[-1] == "You said: hello"


async def test_a_message_that_cannot_be_read_holds_up_no_other(service: Conversations) -> None:
    def stop(said: Said) -> None:
        raise ValueError("stopped")

    service.engine.before = stop  # type: ignore[attr-defined]
    ids = [(await service.start("en")).id for _ in range(2)]
    for id_ in ids:
        with pytest.raises(ValueError, match="stopped"):
            await service.say(id_, said("hello"))
    with service.database.session() as session:
        row = session.query(MessageRow).filter_by(conversation_id=ids[0], author="reader").one()
        row.parts = [{"type": "no such part"}]
    service.engine.before = lambda said: None  # type: ignore[attr-defined]
    service.clock.step(seconds=5)  # type: ignore[attr-defined]
    assert (await service.recover(), await service.recover()) == (2, 0)
    assert texts((await service.messages(ids[1], 0)).messages)[-1] == "You said: hello"


async def test_erasure_waits_for_the_turn_that_is_being_answered(service: Conversations) -> None:
    started = await service.start("en")
    asking, go_on = asyncio.Event(), asyncio.Event()
    hears = service.engine.turn

    async def slowly(*asked: Any) -> EngineReply:
        asking.set()
        await go_on.wait()
        return await hears(*asked)

    service.engine.turn = slowly  # type: ignore[method-assign]
    asked = asyncio.create_task(service.say(started.id, said("slow question")))
    await asking.wait()
    erasing = asyncio.create_task(service.erase(started.id))
    await asyncio.sleep(0)
    assert service.engine.forgotten == []  # type: ignore[attr-defined]
    go_on.set()
    assert (await erasing).erased["messages"] == 3  # else the engine would hear after it forgot
    assert texts((await asked).messages) == ["You said: slow question"]


async def test_what_is_erased_before_its_turn_is_not_kept_by_the_engine(
    service: Conversations,
) -> None:
    started = await service.start("en")
    hears = service.engine.turn

    async def erased_meanwhile(*asked: Any) -> EngineReply:
        with service.database.session() as session:
            rows.erase(session, started.id)
        return await hears(*asked)

    service.engine.turn = erased_meanwhile  # type: ignore[method-assign]
    with pytest.raises(NotFound):
        await service.say(started.id, said("hello"))
    assert service.engine.forgotten == [started.id]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(PAYLOADS - {"forget"}))
async def test_a_button_that_scrolled_away_is_still_named(
    service: Conversations, name: str
) -> None:
    started = await service.start("en")
    await service.say(started.id, said(payload=f"/{name}"))
    kept = (await service.messages(started.id, 0)).messages
    assert texts(kept[1:2])[0]


async def test_what_no_store_holds_is_kept_as_a_mark(service: Conversations) -> None:
    started = await service.start("en")
    turn = await service.say(started.id, said("cats\x00 and \ud83d"))
    assert texts(turn.messages) == ["You said: cats\ufffd and \ufffd"]
    await service.say(started.id, said(payload='/find{"text": "a\\u0000b"}'))
    kept = (await service.messages(started.id, 0)).messages
    assert "Search: a\ufffdb" in texts(kept)


async def test_whoever_waits_for_a_person_may_still_be_forgotten(service: Conversations) -> None:
    put_librarian_online(service)
    started = await service.start("en")
    await service.say(started.id, said("human"))
    asked = await service.say(started.id, said(payload="/forget"))
    assert asked.owner == Owner.QUEUE
    (message,) = asked.messages
    keeps = await service.say(started.id, said(payload='/forget{"confirm": false}'))
    assert keeps.messages == []
    (choices,) = (p for p in message.parts if isinstance(p, ChoicesPart))
    turn = await service.say(started.id, said(payload=choices.choices[0].payload))
    assert turn.erased
    with pytest.raises(NotFound):
        await service.messages(started.id, 0)


async def test_wrong_tokens_and_unknown_payloads_are_refused(service: Conversations) -> None:
    started, other = await service.start("en"), await service.start("en")
    with pytest.raises(NotAllowed):
        await service.check(started.id, other.token)
    for bad in (
        "/restart", "hello", '/find{"text":', "/find[1]", '/find{"text": 5}', '/find{"filters": 5}',
        '/find{"text": NaN}', '/find{"text": "\\ud800"}', '/stop_alert{"id": {"a": 1}}', "/help {}",
    ):  # fmt: skip
        with pytest.raises(BadRequest):
            await service.say(started.id, said(payload=bad))
    assert service.engine.heard == []  # type: ignore[attr-defined]


async def test_a_closed_conversation_reopens_when_the_reader_writes(service: Conversations) -> None:
    started = await service.start("en")
    await service.database.run(
        lambda s: rows.change_owner(s, rows.locked(s, started.id), "close", service.clock.now())
    )
    turn = await service.say(started.id, said("one more thing"))
    assert texts(turn.messages) == ["You said: one more thing"]
