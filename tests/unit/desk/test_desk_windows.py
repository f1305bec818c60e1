"""Windows at the desk: what they hear, when they are slow, and what each has read."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from assistant.model import Event, Owner
from assistant.store.tables import MessageRow
from connectors.desk import live


def reply(text: str = "Hello from the desk", **more: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "text": text, **more}


async def test_two_windows_hear_what_happens(house: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(live, "GATHER", 0.5)  # a turn takes less than this on a busy machine too
    monkeypatch.setattr(live, "LINES", 0.8)
    first, second = (house.console.hub.stream(name) for name in ("one", "two"))
    for stream in (first, second):
        assert b"ready" in await anext(stream)
    id_ = await house.reader("hello")
    for stream in (first, second):
        said, lines = [await asyncio.wait_for(anext(stream), 10) for _ in range(2)]
        assert said.count(b"event: message") == 3  # one write for the whole turn
        assert lines.startswith(b"event: rows")
        assert id_.encode() in lines
        await stream.aclose()
    await house.console.conversations.erase(id_)


async def test_a_window_that_is_too_slow_comes_again(house: Any) -> None:
    slow = house.console.hub.stream("slow")
    await anext(slow)
    for n in range(600):
        house.console.hub.send("message", {"n": n})
        house.console.hub._flush()
    left = [frame async for frame in slow]
    assert len(left) < 600


async def test_a_line_that_cannot_be_read_leaves_no_window_deaf(house: Any) -> None:
    hub, broker = house.console.hub, house.console.conversations.broker
    bad, good = await house.reader("hello"), await house.reader("hi")
    with house.database.session() as session:
        session.execute(
            text("UPDATE conversation SET created_at = '?' WHERE id = :id"), {"id": bad}
        )
    for id_ in (bad, good):
        window = hub.stream("one")
        assert b"ready" in await anext(window)
        await asyncio.sleep(0)  # until the desk listens
        broker.publish(Event(conversation_id=id_, kind="owner", body={}))
        assert b"owner" in await asyncio.wait_for(anext(window), 10)
        if id_ == bad:
            with pytest.raises(StopAsyncIteration):  # it is asked to come again
                await asyncio.wait_for(anext(window), 10)
        else:
            assert b"event: rows" in await asyncio.wait_for(anext(window), 10)
        await window.aclose()


async def test_the_api_is_documented(house: Any) -> None:
    paths = (await house.browser().get("/openapi.json")).json()["paths"]
    ours = {path: calls for path, calls in paths.items() if path.startswith("/desk/api/v1")}
    assert len(ours) > 20
    bare = [(p, m) for p, calls in ours.items() for m, c in calls.items() if not c.get("summary")]
    assert not bare
    assert not [path for path in paths if path.startswith("/desk") and path not in ours]


async def test_a_reader_who_leaves_and_comes_back(house: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello", "human")
    await ada.post(f"/conversations/{id_}/take")
    await ada.post(f"/conversations/{id_}/close", {"outcome": "answered"})
    assert (await ada.get("/inbox")).json()["rows"] == []
    assert [r["id"] for r in (await ada.get("/inbox/closed")).json()] == [id_]
    assert (await house.says(id_, "one more thing")).owner == Owner.ASSISTANT
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert row["owner"] == "assistant"


async def test_unread_is_each_librarians_own(house: Any) -> None:
    ada, grace = await house.sign_in("ada"), await house.sign_in("grace")
    id_ = await house.reader("hello")
    await ada.post(f"/conversations/{id_}/seen", {"seq": 1_000_000})
    with house.database.session() as session:
        last = max(m.seq for m in session.query(MessageRow).filter_by(conversation_id=id_))
    assert (await ada.get("/inbox")).json()["seen"] == {id_: last}
    assert (await grace.get("/inbox")).json()["seen"] == {}
    await ada.post(f"/conversations/{id_}/seen", {"seq": -1})
    assert (await ada.get("/inbox")).json()["seen"] == {id_: -1}


async def test_two_windows_of_one_librarian(house: Any, problem: Any) -> None:
    one, two = await house.sign_in("ada"), await house.sign_in("ada")
    id_ = await house.reader("hello", "human")
    assert (await one.post(f"/conversations/{id_}/take")).status_code == 200
    problem(await two.post(f"/conversations/{id_}/take"), 409, "You already have")
    body = reply("said once")
    both = await asyncio.gather(*(w.post(f"/conversations/{id_}/reply", body) for w in (one, two)))
    assert both[0].json() == both[1].json()
    assert (await two.post(f"/conversations/{id_}/reply", reply())).status_code == 200
    await two.post(f"/conversations/{id_}/close", {"outcome": "answered"})
    problem(await one.post(f"/conversations/{id_}/reply", reply()), 403, "Take the conversation")
    await two.post("/hello", {"presence": "away"})
    assert (await one.post("/hello", {})).json()["presence"] == "away"
