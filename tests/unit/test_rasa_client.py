"""The engine's client against a small server that answers as the engine does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from assistant.errors import BadRequest, EngineUnavailable
from assistant.model import ChoicesPart, Effect, Said, SearchLog, TextPart
from assistant.rasa_client import RasaEngine

UNDERSTOOD = {
    "intent": "find_holdings", "confidence": 0.9, "ranking": [["find_holdings", 0.9]],
    "entities": [{"entity": "query", "value": "birds"}], "language": "en",
    "actions": ["action_turn"], "model": "m1",
}  # fmt: skip
SEARCH = {
    "query": "birds", "filters": {}, "record_ids": ["r1"], "scores": [1.0], "total": 1,
    "index_version": "v1", "kind": "topic",
}  # fmt: skip
REPLY = {
    "messages": [[{"type": "text", "text": "Here"}, {"type": "choices", "choices": [{"title": "More", "payload": "/more"}]}]],
    "understood": UNDERSTOOD, "searches": [SEARCH], "latency_ms": 7.5,
    "effects": [{"kind": "language", "data": {"language": "zh"}}],
}  # fmt: skip
NOW = datetime(2026, 12, 1, 7, 30, tzinfo=ZoneInfo("Asia/Shanghai"))  # yesterday in UTC
PROBLEM = {"title": "x", "status": 0, "detail": "because"}


def now() -> datetime:
    return NOW


def twin() -> FastAPI:
    """Answers by what is said: the name of a failure, or anything for a reply."""
    app = FastAPI()
    app.state.seen = []

    @app.post("/webhooks/refdesk/turn")
    async def turn(request: Request) -> Response:
        if request.headers.get("authorization") != "Bearer secret":
            return JSONResponse(PROBLEM, 401)
        body = json.loads(await request.body())
        app.state.seen.append(body)
        said = str(body.get("text"))
        if said.isdigit():
            return JSONResponse(PROBLEM, int(said))
        if said == "garbage":
            return PlainTextResponse("<html>")
        return JSONResponse(REPLY if said != "half" else {"messages": []})

    @app.post("/webhooks/refdesk/forget")
    async def forget() -> dict[str, int]:
        return {"erased": 12}

    @app.get("/webhooks/refdesk/ready")
    async def ready() -> dict[str, Any]:
        return {"ready": True}

    return app


@pytest.fixture
def app() -> FastAPI:
    return twin()


@pytest.fixture
async def url(app: FastAPI) -> AsyncIterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    await serving


@pytest.fixture
async def engine(url: str) -> AsyncIterator[RasaEngine]:
    engine = RasaEngine(url, "secret", now)
    yield engine
    await engine.close()


async def test_a_reply_is_read_whole(engine: RasaEngine) -> None:
    reply = await engine.turn("c1", Said(id="m1", text="birds"), "en")
    first = reply.messages[0]
    assert isinstance(first[0], TextPart)
    assert isinstance(first[1], ChoicesPart)
    assert first[0].text == "Here"
    assert first[1].choices[0].payload == "/more"
    assert reply.understood.ranking == [("find_holdings", 0.9)]
    assert reply.searches == [SearchLog(**SEARCH)]  # type: ignore[arg-type]
    assert reply.effects == [Effect(kind="language", data={"language": "zh"})]
    assert reply.latency_ms == 7.5


async def test_text_and_payload_are_sent_apart(engine: RasaEngine, app: FastAPI) -> None:
    await engine.turn("c1", Said(id="m1", text="birds"), "en")
    await engine.turn("c1", Said(id="m2", payload="/more"), None)
    typed, pressed = app.state.seen
    both = {"conversation_id": "c1", "now": "2026-12-01T07:30:00+08:00"}
    assert typed == {**both, "message_id": "m1", "language": "en", "text": "birds"}
    assert pressed == {**both, "message_id": "m2", "language": None, "payload": "/more"}


@pytest.mark.parametrize("said", ["500", "502", "503", "garbage", "half"])
async def test_whatever_is_wrong_with_the_engine_may_be_tried_again(
    engine: RasaEngine, said: str
) -> None:
    with pytest.raises(EngineUnavailable) as failed:
        await engine.turn("c1", Said(id="m1", text=said), "en")
    assert failed.value.retry


async def test_what_the_engine_refuses_is_the_senders_fault(engine: RasaEngine) -> None:
    with pytest.raises(BadRequest, match="because"):
        await engine.turn("c1", Said(id="m1", text="422"), "en")


async def test_a_wrong_secret_is_not_hidden(url: str) -> None:
    engine = RasaEngine(url, "other", now)
    with pytest.raises(EngineUnavailable, match="401"):
        await engine.turn("c1", Said(id="m1", text="birds"), "en")
    await engine.close()


async def test_forget_and_ready(engine: RasaEngine) -> None:
    assert await engine.forget("c1") == 12
    assert await engine.ready()


async def test_nobody_there() -> None:
    engine = RasaEngine("http://127.0.0.1:9", "secret", now)
    assert not await engine.ready()
    with pytest.raises(EngineUnavailable, match="did not answer"):
        await engine.turn("c1", Said(id="m1", text="birds"), "en")
    await engine.close()
