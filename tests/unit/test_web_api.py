"""The chat API over HTTP: the contract of DESIGN.md 4.1, and what a hostile client sends."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import ExitStack
from typing import Any
from uuid import uuid4

import httpx
import pytest

from assistant.care import Care
from assistant.conversation import Conversations
from assistant.events import Broker
from assistant.library import load_library
from assistant.model import Owner
from assistant.settings import PACKAGED_LIBRARY
from assistant.store import Database
from assistant.store.tables import ConversationRow
from assistant.twins import EchoEngine, SteppingClock
from connectors.web.api import rather_json, seq_of
from connectors.web.app import create_app
from connectors.web.bodies import FURTHEST
from connectors.web.limits import OTHERS, WINDOWS
from connectors.web.live import event_stream
from connectors.web.service import Web


async def _ready() -> dict[str, bool]:
    return {"store": True, "engine": True, "holdings": False}


@pytest.fixture
def service(sqlite: Database) -> Conversations:
    return Conversations(sqlite, EchoEngine(), Broker(), SteppingClock(), lambda at, lang: "none")


@pytest.fixture
async def client(service: Conversations) -> AsyncIterator[httpx.AsyncClient]:
    web = Web(
        service, Care(service.database, service.clock), load_library(PACKAGED_LIBRARY), _ready
    )
    app = create_app(web, origins=["https://www.example.org"], messages_per_minute=30)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


async def begin(client: httpx.AsyncClient, **body: Any) -> tuple[str, dict[str, str]]:
    answer = await client.post("/api/v1/conversations", json=body)
    assert answer.status_code == 201
    started = answer.json()
    assert set(started) == {"id", "token", "staffed", "messages"}
    path = f"/api/v1/conversations/{started['id']}"
    return path, {"Authorization": f"Bearer {started['token']}"}


def message(text: str) -> dict[str, str]:
    return {"id": str(uuid4()), "text": text}


def check_problem(answer: httpx.Response, status: int, names: str = "") -> None:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert {"type", "title", "status", "detail"} <= set(body)
    assert names in body["detail"]


async def test_what_no_store_holds_does_no_harm(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    headers = {**auth, "Content-Type": "application/json"}
    said = json.dumps(message("half \ud83d and \x00"))
    answer = await client.post(f"{path}/messages", content=said, headers=headers)
    assert answer.json()["messages"][0]["parts"][0]["text"] == "You said: half \ufffd and \ufffd"
    judged = json.dumps({"message_id": "\ud800", "helpful": True})
    check_problem(
        await client.post(f"{path}/feedback", content=judged, headers=headers), 404, "message_id"
    )
    claimed = json.dumps({"claim_code": "\x00" * 9})
    check_problem(
        await client.post("/api/v1/conversations/claim", content=claimed, headers=headers), 404
    )


async def test_a_long_text_may_come_back_as_a_choice(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    pressed = {"id": str(uuid4()), "payload": f'/find{{"text": "{"x" * 3900}"}}'}
    assert (await client.post(f"{path}/messages", json=pressed, headers=auth)).status_code == 200


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "\u00b2", "9" * 30, "9" * 5000])
async def test_a_seq_that_is_none_is_named(client: httpx.AsyncClient, after: str) -> None:
    path, auth = await begin(client)
    answer = await client.get(f"{path}/messages", params={"after": after}, headers=auth)
    check_problem(answer, 422, "query.after")


@pytest.mark.parametrize(
    ("event_id", "after"),
    [
        ("7", 7),
        ("0", 0),
        ("", None),
        ("x", None),
        ("-1", None),
        ("\u00b2", None),
        ("9" * 19, FURTHEST),
        ("9" * 5000, None),
    ],
)
def test_an_event_id_that_is_not_ours_begins_from_the_start(
    event_id: str, after: int | None
) -> None:
    assert seq_of(event_id) == after


@pytest.mark.parametrize(
    ("accept", "as_json"),
    [
        ("application/json", True),
        ("Application/JSON; charset=utf-8", True),
        ("text/plain;q=0.5, application/json", True),
        ("text/plain, application/json;q=0.5", False),
        ("application/json;q=0", False),
        ("*/*", False),
        ("application/jsonx", False),
        (";;,q=,", False),
    ],
)
def test_the_transcript_is_json_when_that_is_rather_wanted(accept: str, as_json: bool) -> None:
    assert rather_json(accept) is as_json


async def test_a_conversation_from_hello_to_erasure(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client, language="zh")
    said = message("你好")
    first = await client.post(f"{path}/messages", json=said, headers=auth)
    again = await client.post(f"{path}/messages", json=said, headers=auth)
    assert first.status_code == 200
    assert first.json() == again.json()
    assert first.json()["owner"] == "assistant"
    kept = (await client.get(f"{path}/messages", params={"after": 1}, headers=auth)).json()
    assert [m["author"] for m in kept["messages"]] == ["reader", "assistant"]
    answer = kept["messages"][1]["id"]
    judged = await client.post(
        f"{path}/feedback", json={"message_id": answer, "helpful": False}, headers=auth
    )
    assert judged.status_code == 204
    text = await client.get(f"{path}/transcript", headers=auth)
    assert "You said: 你好" in text.text
    assert kept["messages"][0]["at"][11:16] in text.text  # London keeps UTC in winter
    as_json = await client.get(f"{path}/transcript", headers={**auth, "Accept": "application/json"})
    assert len(as_json.json()["messages"]) == 3
    receipt = (await client.delete(path, headers=auth)).json()
    assert receipt["erased"]["messages"] == 3
    check_problem(await client.get(f"{path}/messages", headers=auth), 401)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({"text": "no id"}, "id"),
        ({"id": "not-a-uuid", "text": "x"}, "UUID"),
        ({"id": str(uuid4())}, "either a text or a payload"),
        ({"id": str(uuid4()), "text": "x", "payload": "/help"}, "either a text or a payload"),
        ({"id": str(uuid4()), "text": ""}, "1 to 4,000"),
        ({"id": str(uuid4()), "text": "  \n "}, "1 to 4,000"),
        ({"id": str(uuid4()), "text": "x" * 5000}, "5,000 characters"),
        ({"id": str(uuid4()), "text": 7}, "text"),
        ({"id": str(uuid4()), "payload": "/restart"}, "/restart"),
        ({"id": str(uuid4()), "payload": '/find{"text": '}, "payload"),
        ({"id": str(uuid4()), "payload": '/find{"filters": 5}'}, "payload: filters of /find"),
    ],
)
async def test_what_cannot_be_read_is_named(
    client: httpx.AsyncClient, body: dict[str, Any], names: str
) -> None:
    path, auth = await begin(client)
    check_problem(await client.post(f"{path}/messages", json=body, headers=auth), 422, names)
    kept = (await client.get(f"{path}/messages", headers=auth)).json()
    assert len(kept["messages"]) == 1


async def test_malformed_json_and_large_bodies(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    headers = {**auth, "Content-Type": "application/json"}
    for unreadable in (b'{"id": ', b'{"id": "\xff\xfe"}', b"[" * 100_000):
        answer = await client.post(f"{path}/messages", content=unreadable, headers=headers)
        check_problem(answer, 422, "body: it cannot be read as JSON")
    form = await client.post(f"{path}/messages", content=b'{"text": "x"}', headers=auth)
    check_problem(form, 422, "Content-Type: application/json")
    big = json.dumps(message("x" * 300_000)).encode()
    for content in (big, _in_chunks(big)):
        answer = await client.post(f"{path}/messages", content=content, headers=headers)
        check_problem(answer, 422, "1 to 4,000 characters")


async def _in_chunks(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), 10_000):
        yield body[start : start + 10_000]


async def test_a_body_in_chunks_is_read_and_nothing_is_kept_by_browsers(
    client: httpx.AsyncClient,
) -> None:
    path, auth = await begin(client)
    headers = {**auth, "Content-Type": "application/json"}
    said = _in_chunks(json.dumps(message("hello")).encode())
    answer = await client.post(f"{path}/messages", content=said, headers=headers)
    assert answer.json()["messages"][0]["parts"][0]["text"] == "You said: hello"
    assert answer.headers["cache-control"] == "no-store"
    assert "cache-control" not in (await client.get("/healthz")).headers


async def test_a_long_comment_is_counted_in_characters(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    judged = {"message_id": "x", "helpful": True, "comment": "x" * 4001}
    answer = await client.post(f"{path}/feedback", json=judged, headers=auth)
    check_problem(answer, 422, "at most 4000 characters")


@pytest.mark.parametrize("auth", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "x"}])
async def test_a_wrong_token_opens_nothing(client: httpx.AsyncClient, auth: dict[str, str]) -> None:
    path, _ = await begin(client)
    for call in (
        client.get(f"{path}/messages", headers=auth),
        client.post(f"{path}/messages", json=message("x"), headers=auth),
        client.get(f"{path}/transcript", headers=auth),
        client.delete(path, headers=auth),
    ):
        check_problem(await call, 401)


async def test_a_strangers_conversation_does_not_open(client: httpx.AsyncClient) -> None:
    path, _ = await begin(client)
    _, other = await begin(client)
    check_problem(await client.get(f"{path}/messages", headers=other), 401)
    unknown = f"/api/v1/conversations/{uuid4()}/messages"
    check_problem(await client.get(unknown, headers=other), 401)


async def test_markup_and_sql_come_back_as_text(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    for text in ("<script>alert(1)</script>", "'; DROP TABLE message; --", "\u202eabc", "🙂🙂"):
        answer = await client.post(f"{path}/messages", json=message(text), headers=auth)
        assert answer.json()["messages"][0]["parts"][0]["text"] == f"You said: {text}"
        assert answer.headers["content-type"] == "application/json"


async def test_too_many_messages_are_asked_to_wait(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    answers = [
        await client.post(f"{path}/messages", json=message(str(n)), headers=auth) for n in range(31)
    ]
    assert [a.status_code for a in answers[:30]] == [200] * 30
    check_problem(answers[30], 429)
    assert answers[30].headers["retry-after"]
    assert answers[30].json()["retry"] is True


async def test_what_a_stranger_sends_is_not_counted(client: httpx.AsyncClient) -> None:
    path, auth = await begin(client)
    _, other = await begin(client)
    for number in range(31):
        await client.post(f"{path}/messages", json=message(str(number)), headers=other)
    answer = await client.post(f"{path}/messages", json=message("mine"), headers=auth)
    assert answer.status_code == 200


async def test_events_resume_without_loss(service: Conversations) -> None:
    started = await service.start("en")
    from assistant.model import Said

    stream = event_stream(service, started.id, 1)
    turns = [service.say(started.id, Said(id=str(uuid4()), text=f"m{n}")) for n in range(3)]
    await asyncio.gather(*turns)
    early = [await anext(stream) for _ in range(2)]
    await stream.aclose()
    resumed = event_stream(service, started.id, int(str(early[-1].id)))
    late = [await anext(resumed) for _ in range(4)]
    await resumed.aclose()
    assert [int(str(e.id)) for e in early + late] == [2, 3, 4, 5, 6, 7]
    assert json.loads(late[-1].data)["parts"][0]["text"].startswith("You said")


async def test_other_pages_and_health(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}
    assert (await client.get("/readyz")).status_code == 503
    assert "python_info" in (await client.get("/metrics")).text
    check_problem(await client.get("/nowhere"), 404, "GET /nowhere")
    paths = (await client.get("/openapi.json")).json()["paths"]
    assert "/api/v1/conversations/{conversation_id}/messages" in paths
    status = (await client.get("/api/v1/status")).json()
    assert status["staffed"] is False
    for file in ("chat.js", "text.js", "style.css"):  # they fit together only when all are new
        answer = await client.get(f"/static/widget/{file}")
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")


async def test_only_allowed_origins_may_embed(client: httpx.AsyncClient) -> None:
    preflight = {"Access-Control-Request-Method": "POST"}
    for origin, allowed in (("https://www.example.org", True), ("https://evil.example", False)):
        answer = await client.options(
            "/api/v1/conversations", headers={"Origin": origin, **preflight}
        )
        assert (answer.headers.get("access-control-allow-origin") == origin) is allowed


async def test_a_conversation_has_a_limit_of_windows(
    client: httpx.AsyncClient, service: Conversations
) -> None:
    path, auth = await begin(client)
    with ExitStack() as windows:
        for _ in range(WINDOWS):
            windows.enter_context(service.broker.subscribe(path.rsplit("/", 1)[1]))
        check_problem(await client.get(f"{path}/events", headers=auth), 429)
    assert service.broker.windows(path.rsplit("/", 1)[1]) == 0


async def test_that_a_reader_types_is_told_to_a_librarian_only_and_not_without_end(
    client: httpx.AsyncClient, service: Conversations
) -> None:
    path, auth = await begin(client)
    id_ = path.rpartition("/")[2]
    with service.broker.subscribe() as desk:
        assert (await client.post(f"{path}/typing", headers=auth)).status_code == 204
        assert desk.empty()
        with service.database.session() as session:
            session.get_one(ConversationRow, id_).owner = Owner.LIBRARIAN
        answers = [await client.post(f"{path}/typing", headers=auth) for _ in range(OTHERS)]
        assert desk.get_nowait().kind == "typing"
    assert [answer.status_code for answer in answers] == [204] * (OTHERS - 1) + [429]
    check_problem(answers[-1], 429, "a minute")
