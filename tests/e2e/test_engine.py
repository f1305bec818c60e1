"""The running engine, called as the core calls it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx
import pytest

from assistant.errors import BadRequest, EngineUnavailable
from assistant.model import EngineReply, Said
from assistant.rasa_client import RasaEngine
from assistant.secrets import load_secrets
from tests.e2e.conftest import Stack

pytestmark = pytest.mark.servers


@pytest.fixture
async def engine(stack: Stack) -> AsyncIterator[RasaEngine]:
    secret = load_secrets(stack.settings.data_dir)["engine"]
    engine = RasaEngine(stack.settings.engine_url, secret, lambda: datetime.now(UTC))
    yield engine
    await engine.close()


@pytest.fixture
def conversation() -> str:
    return f"test-{uuid4()}"


def said(text: str) -> Said:
    return Said(id=str(uuid4()), text=text)


def named(reply: EngineReply, entity: str) -> object:
    return next(
        (one["value"] for one in reply.understood.entities if one["entity"] == entity), None
    )


async def test_a_question_is_understood_and_answered(engine: RasaEngine, conversation: str) -> None:
    reply = await engine.turn(
        conversation, said("do you have anything about how birds navigate"), "en"
    )
    assert reply.messages
    assert reply.understood.intent == "find_holdings"
    assert reply.understood.language == "en"
    assert "birds navigate" in str(named(reply, "query"))
    assert reply.understood.actions == ["action_turn"]
    assert reply.understood.model
    assert len(reply.understood.ranking) == 5
    assert reply.searches


async def test_the_same_message_twice_runs_once(engine: RasaEngine, conversation: str) -> None:
    message = said("有没有关于鸟类迁徙的书")
    first = await engine.turn(conversation, message, "zh")
    assert await engine.turn(conversation, message, "zh") == first
    assert await engine.forget(conversation) > 0
    assert await engine.forget(conversation) == 0


async def test_a_pressed_choice_is_exact(engine: RasaEngine, conversation: str) -> None:
    pressed = Said(id=str(uuid4()), payload='/find{"text": "birds"}')
    reply = await engine.turn(conversation, pressed, "en")
    assert (reply.understood.intent, reply.understood.confidence) == ("find", 1.0)
    assert named(reply, "payload") == {"text": "birds"}


async def test_back_is_ours_and_not_rasas(engine: RasaEngine, conversation: str) -> None:
    await engine.turn(conversation, said("do you have books about bees"), "en")
    reply = await engine.turn(conversation, Said(id=str(uuid4()), payload="/back"), "en")
    assert reply.understood.actions == ["action_turn"]
    assert reply.messages


@pytest.mark.parametrize("text", ["are you open tomorrow", "明天开门吗"])
async def test_tomorrow_is_the_librarys(stack: Stack, conversation: str, text: str) -> None:
    secret = load_secrets(stack.settings.data_dir)["engine"]
    morning = datetime(2030, 1, 1, 7, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    engine = RasaEngine(stack.settings.engine_url, secret, lambda: morning)
    reply = await engine.turn(conversation, said(text), None)
    assert named(reply, "date") == "2030-01-02"
    await engine.close()


@pytest.mark.parametrize("text", ['/find{"text": "birds"}', "/restart", "/human", "/session_start"])
async def test_a_reader_cannot_type_a_payload(
    engine: RasaEngine, conversation: str, text: str
) -> None:
    reply = await engine.turn(conversation, said(text), "en")
    assert named(reply, "payload") is None
    assert reply.understood.confidence < 1.0 or reply.understood.intent not in (
        "find",
        "restart",
        "session_start",
    )


@pytest.mark.parametrize(
    "payload",
    [
        "/renew{}",
        "/known_item{}",
        "/restart",
        "/nothing",
        "find",
        '/find{"text"',
        "/find[1]",
        "/" + "x" * 5000,
    ],
)
async def test_an_unknown_payload_is_refused(
    engine: RasaEngine, conversation: str, payload: str
) -> None:
    with pytest.raises(BadRequest):
        await engine.turn(conversation, Said(id=str(uuid4()), payload=payload), "en")


@pytest.mark.parametrize("text", ["", "   "])
async def test_an_empty_text_is_refused(engine: RasaEngine, conversation: str, text: str) -> None:
    with pytest.raises(BadRequest):
        await engine.turn(conversation, said(text), "en")


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂🙂",
        "<script>alert(1)</script>",
        "'; DROP TABLE turn;--",
        "مرحبا بالعالم",
        "x" * 4000,
        "?!" * 2700,
    ],
)
async def test_odd_texts_are_answered(engine: RasaEngine, conversation: str, text: str) -> None:
    assert (await engine.turn(conversation, said(text), "en")).messages


async def test_twenty_messages_at_once_are_taken_one_by_one(
    engine: RasaEngine, conversation: str
) -> None:
    replies = await asyncio.gather(
        *(engine.turn(conversation, said(f"hello {n}"), "en") for n in range(20))
    )
    assert all(reply.messages for reply in replies)


async def test_two_requests_are_both_read(engine: RasaEngine, conversation: str) -> None:
    reply = await engine.turn(
        conversation, said("do you have Dune? and when do you close on Friday?"), "en"
    )
    second = next(one for one in reply.understood.entities if one["entity"] == "second")
    assert second["value"] == "when do you close on Friday?"
    assert second["parsed"]["intent"]["name"] == "hours"
    assert named(reply, "query") == "Dune"
    assert named(reply, "weekday") is None


async def test_what_is_forgotten_is_gone_from_the_file(
    engine: RasaEngine, conversation: str, stack: Stack
) -> None:
    word = f"quetzalcoatlus{uuid4().hex}"
    await engine.turn(conversation, said(f"do you have books about {word}"), "en")
    file = stack.settings.data_dir / "trackers.sqlite"
    assert _holds(file, conversation)
    assert await engine.forget(conversation) > 0
    assert not _holds(file, conversation)
    left = [
        path for path in file.parent.glob("trackers.sqlite*") if word.encode() in path.read_bytes()
    ]
    assert left == []


def _holds(file: object, conversation: str) -> bool:
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
        return bool(
            db.execute("SELECT count(*) FROM turn WHERE sender = ?", (conversation,)).fetchone()[0]
        )


async def test_strangers_are_turned_away(stack: Stack, conversation: str) -> None:
    engine = RasaEngine(stack.settings.engine_url, "wrong", lambda: datetime.now(UTC))
    with pytest.raises(EngineUnavailable, match="401"):
        await engine.turn(conversation, said("hello"), "en")
    await engine.close()


async def test_a_broken_body_is_a_problem(stack: Stack) -> None:
    secret = load_secrets(stack.settings.data_dir)["engine"]
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {secret}"}) as http:
        url = f"{stack.settings.engine_url}/webhooks/refdesk/turn"
        answer = await http.post(url, content=b"{not json")
    assert answer.status_code == 422
    assert answer.headers["content-type"].startswith("application/problem+json")


async def test_rasas_own_doors_are_closed(stack: Stack) -> None:
    async with httpx.AsyncClient(base_url=stack.settings.engine_url) as http:
        for path in (
            "/model/parse",
            "/conversations/x/tracker",
            "/webhooks/rest/webhook",
            "/domain",
        ):
            assert (await http.post(path, json={})).status_code == 404
