"""The action server: what it needs, what it does without, its routes and its secret."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest

from actions import desk
from actions.ask import Ask, Entity
from actions.entries import Row
from actions.live import Live
from actions.server import create_app
from actions.session import Session
from actions.told import sentences
from assistant.knowledge import Entry
from index.errors import EncoderMissing
from index.knowledge_search import KnowledgeSearch
from index.onnx_encoder import OnnxEncoder
from index.twins import HashEncoder
from tests.unit.actions.conftest import TUESDAY, live_over

pytestmark = pytest.mark.slow  # every test makes an action server

SECRET = "of the test"
ENTRY: dict[str, Any] = {
    "id": "roof-bees",
    "topic": "visits",
    "en": {
        "question": "Can I see the bees on the roof?",
        "also": ["visit the beehives"],
        "answer": "Yes, on Fridays at noon.",
        "source": {"title": "Bees", "url": "https://www.alderbrook.example/bees"},
    },
    "zh": {
        "question": "可以看屋顶的蜜蜂吗？",
        "also": ["参观蜂箱"],
        "answer": "可以，每周五中午。",
        "source": {"title": "蜜蜂", "url": "https://www.alderbrook.example/bees"},
    },
}


@pytest.fixture
async def client(live: Live) -> AsyncIterator[httpx.AsyncClient]:
    from sanic import Sanic

    app = create_app(live, SECRET)
    app.config.TOUCHUP = False  # Sanic rewrites its own code once a process, not once a test
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    server = await app.create_server(sock=listening, return_asyncio_server=True, access_log=False)
    assert server is not None
    await server.startup()
    headers = {"Authorization": f"Bearer {SECRET}"}
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers) as client:
        yield client
    Sanic.unregister_app(app)
    await server.close()


def turn_call(text: str, intent: str, **slots: Any) -> dict[str, Any]:
    entities = [{"entity": "query", "value": text, "start": 0, "end": len(text)}]
    latest = {"text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": entities}
    tracker = {"sender_id": "c1", "slots": slots, "latest_message": latest, "events": []}
    return {"next_action": "action_turn", "sender_id": "c1", "tracker": tracker}


async def test_a_turn_as_the_engine_sends_it(client: httpx.AsyncClient) -> None:
    answer = await client.post("/webhook", json=turn_call("Moby-Dick", "known_item"))
    assert answer.status_code == 200, answer.text
    told = answer.json()
    custom = [one["custom"] for one in told["responses"]]
    assert [part["type"] for part in custom[0]["parts"]][:2] == ["text", "holdings"]
    assert custom[-1]["searches"][0]["record_ids"]
    assert custom[-1]["effects"][-1] == {"kind": "outcome", "data": {"outcome": "answered"}}
    slots = {event["name"]: event["value"] for event in told["events"]}
    assert slots["language"] == "en"
    assert slots["session"]["frames"][0]["text"] == "Moby-Dick"


async def test_the_session_goes_on_from_its_slot(client: httpx.AsyncClient) -> None:
    first = (await client.post("/webhook", json=turn_call("Moby-Dick", "known_item"))).json()
    slots = {event["name"]: event["value"] for event in first["events"]}
    call = turn_call("", "where_is_it", **slots)
    call["tracker"]["latest_message"] |= {"text": "where is it?", "entities": []}
    second = (await client.post("/webhook", json=call)).json()
    items = second["responses"][0]["custom"]["parts"][1]["items"]
    assert "moby" in items[0]["title"].lower()


async def test_readers_do_not_wait_for_what_the_desk_tries_out(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = threading.Event()

    def lasting(*given: Any) -> dict[str, Any]:
        done.wait(30)
        return {}

    for name in ("preview", "groups"):
        monkeypatch.setattr(desk, name, lasting)
    client.timeout = httpx.Timeout(30)
    preview = client.post("/knowledge/preview", json={"entry": ENTRY, "texts": ["bees"]})
    groups = [client.post("/texts/groups", json={"texts": ["bees"]}) for _ in range(3)]
    tried = [asyncio.ensure_future(call) for call in (preview, *groups)]
    await asyncio.sleep(0.2)
    call = turn_call("Moby-Dick", "known_item")
    try:
        answer = await asyncio.wait_for(client.post("/webhook", json=call), 10)
    finally:
        done.set()
    assert answer.status_code == 200
    assert [one.status_code for one in await asyncio.gather(*tried)] == [200] * 4


@pytest.mark.parametrize("path", ["/webhook", "/holdings/search", "/knowledge/put"])
@pytest.mark.parametrize("given", ["", "Bearer wrong", "bearer of the test!"])
async def test_without_the_secret_nothing_is_said(
    client: httpx.AsyncClient, path: str, given: str
) -> None:
    answer = await client.post(path, json={}, headers={"Authorization": given})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"


async def test_search_as_the_desk_asks(client: httpx.AsyncClient) -> None:
    body = {"text": "cooking", "language": "zh", "limit": 3, "filters": {"languages": ["chi"]}}
    told = (await client.post("/holdings/search", json=body)).json()
    assert len(told["items"]) == 3
    assert told["total"] >= 3
    assert told["index_version"]
    assert {item["language"] for item in told["items"]} == {"chi"}


async def test_items_keep_the_order_asked(client: httpx.AsyncClient) -> None:
    body = {"text": "cooking", "language": "en", "limit": 3}
    found = (await client.post("/holdings/search", json=body)).json()["items"]
    ids = [item["record_id"] for item in found][::-1]
    told = await client.post(
        "/holdings/items", json={"record_ids": [*ids, "nowhere"], "language": "en"}
    )
    assert [item["record_id"] for item in told.json()["items"]] == ids


async def test_news_since_a_change(client: httpx.AsyncClient) -> None:
    body = {"text": "cooking", "filters": {}, "language": "en", "limit": 5}
    head = (await client.post("/holdings/new_since", json=body | {"since": -1})).json()
    assert head["items"] == []
    assert head["head"] > 1000
    none = (await client.post("/holdings/new_since", json=body | {"since": head["head"]})).json()
    assert none["items"] == []
    every = (await client.post("/holdings/new_since", json=body | {"since": 0})).json()
    assert len(every["items"]) == 5


@pytest.mark.parametrize(
    ("path", "body", "named"),
    [
        ("/holdings/search", {"language": "en"}, "text"),
        ("/holdings/search", {"text": "x", "language": "fr"}, "fr"),
        ("/holdings/search", {"text": "x", "filters": {"colour": "red"}}, "colour"),
        ("/holdings/items", {"record_ids": "x"}, "record_ids"),
        ("/knowledge/put", {"entry": {"id": "x"}}, "entry"),
    ],
)
async def test_what_cannot_be_read_is_named(
    client: httpx.AsyncClient, path: str, body: dict[str, Any], named: str
) -> None:
    answer = await client.post(path, json=body)
    assert answer.status_code == 422
    assert named in answer.json()["detail"]


async def test_an_entry_that_is_put_is_live_at_once(client: httpx.AsyncClient) -> None:
    ask = {"text": "can I see the bees on the roof", "language": "en"}
    assert (await client.post("/knowledge/put", json={"entry": ENTRY})).json() == {
        "id": "roof-bees"
    }
    hits = (await client.post("/knowledge/search", json=ask)).json()["hits"]
    assert hits[0]["entry"]["id"] == "roof-bees"
    assert 0 < hits[0]["confidence"] <= 1


async def test_ready_says_what_is_open(client: httpx.AsyncClient) -> None:
    answer = await client.get("/ready")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "encoder": "ok", "index": "ok", "knowledge": "ok"}


def ask(text: str, intent: str) -> Ask:
    return Ask(text=text, intent=intent, entities=(Entity("query", text),))


def said(live: Live, *asked: str) -> tuple[str, str]:
    reply = live.dialogue.turn(ask(*asked), Session()).reply
    outcome = next(e.data["outcome"] for e in reply.effects if e.kind == "outcome")
    return outcome, "\n".join(p.text for m in reply.messages for p in m if p.type == "text")


def test_without_an_index_it_says_so_and_answers_the_rest(tmp_path: Path, index_dir: Path) -> None:
    folder = tmp_path / "index"
    live = live_over(folder, tmp_path)
    live.look()
    assert not live.ready
    assert "refdesk index" in live.state["index"]
    assert said(live, "birds", "find_holdings")[0] == "unavailable"
    assert said(live, "are you open on Sunday?", "hours")[0] == "answered"
    assert said(live, "how do I print from my phone?", "printing")[0] == "answered"
    folder.symlink_to(index_dir)  # an index appears
    live.look()
    assert live.ready
    assert said(live, "cooking", "find_holdings")[0] == "answered"
    live.close()


def test_without_an_encoder_it_starts_and_says_so(tmp_path: Path, index_dir: Path) -> None:
    live = live_over(index_dir, tmp_path, encoder=lambda: OnnxEncoder(tmp_path / "nowhere"))
    live.start()
    assert "nowhere" in live.state["encoder"]
    assert "make setup" in live.state["encoder"]
    assert not live.ready
    assert said(live, "are you open on Sunday?", "hours")[0] == "answered"
    assert said(live, "how do I print?", "printing")[0] == "unsure"
    live.close()


class Failing:
    """What makes the search over answers: the first time with an error."""

    def __init__(self, error: Exception) -> None:
        self.error: Exception | None = error

    def __call__(self, *given: Any) -> KnowledgeSearch:
        error, self.error = self.error, None
        if error is not None:
            raise error
        return KnowledgeSearch(*given)


def test_answers_that_could_not_be_loaded_are_loaded_at_the_next_look(
    tmp_path: Path, index_dir: Path
) -> None:
    search = Failing(EncoderMissing("no second encoder"))
    live = live_over(index_dir, tmp_path, search=search)
    live.look()
    assert live.state == {"encoder": "ok", "index": "ok", "knowledge": "no second encoder"}
    live.look()
    assert live.state["knowledge"] == "ok"
    assert said(live, "how do I print?", "printing")[0] == "answered"
    live.close()


def test_a_look_that_fails_does_not_keep_it_from_starting(tmp_path: Path, index_dir: Path) -> None:
    live = live_over(index_dir, tmp_path, search=Failing(RuntimeError("disk I/O error")))
    live.start()
    live.look()
    assert live.ready
    live.close()


class Kept:
    """Rows of the table `knowledge`, as the store gives them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def since(self, change: int) -> Sequence[Row]:
        return [row for row in self.rows if row.change > change]


def test_what_librarians_change_is_taken_in(tmp_path: Path, index_dir: Path) -> None:
    kept = Kept()
    live = live_over(index_dir, tmp_path, changes=kept)
    live.look()
    body = {"en": ENTRY["en"], "zh": ENTRY["zh"]}
    kept.rows.append(Row("roof-bees", 1, "visits", body, True))
    live.look()
    assert live.knowledge.nearest("see the bees on the roof", "en")[0].entry.id == "roof-bees"
    kept.rows.append(Row("roof-bees", 2, "visits", body, False))
    kept.rows.append(Row("broken", 3, "visits", {"en": {}}, True))
    live.look()
    assert live.knowledge.entry("roof-bees") is None
    assert live.knowledge.entry("broken") is None
    live.close()


def test_what_changed_together_is_taken_in_together(tmp_path: Path, index_dir: Path) -> None:
    updates: list[list[str]] = []

    class Counting(KnowledgeSearch):
        def update(self, entries: Any = (), gone: Any = ()) -> None:
            updates.append([*(entry.id for entry in entries), *gone])
            super().update(entries, gone)

    kept = Kept()
    live = live_over(index_dir, tmp_path, changes=kept, search=Counting)
    live.look()
    body = {"en": ENTRY["en"], "zh": ENTRY["zh"]}
    kept.rows += [Row(f"bees-{n}", n, "visits", body, True) for n in range(1, 30)]
    kept.rows.append(Row("printing-phone", 30, "printing", {}, False))
    live.look()
    live.look()
    assert [len(one) for one in updates] == [30]
    assert live.knowledge.entry("bees-29")
    live.put(live.knowledge.entry("bees-29"))  # type: ignore[arg-type]
    assert len(updates) == 1  # as it was: nothing is made anew
    live.close()


def test_a_change_that_could_not_be_taken_in_is_tried_again(
    tmp_path: Path, index_dir: Path
) -> None:
    class Balking(HashEncoder):
        """Fails when it is told to, once."""

        balks = False

        def encode_queries(self, texts: Sequence[str]) -> Any:
            balks, self.balks = self.balks, False
            if balks:
                raise RuntimeError("out of memory")
            return super().encode_queries(texts)

    kept, encoder = Kept(), Balking()
    live = live_over(index_dir, tmp_path, changes=kept, encoder=lambda: encoder)
    live.look()
    english = ENTRY["en"] | {"question": "Where do the swifts nest?"}  # no vector of it is kept
    body = {"en": english, "zh": ENTRY["zh"]}
    kept.rows.append(Row("swifts", 1, "visits", body, True))
    encoder.balks = True
    with pytest.raises(RuntimeError):
        live.look()
    live.look()
    assert live.knowledge.nearest("where do the swifts nest", "en")[0].entry.id == "swifts"
    live.close()


def test_sentences_of_answers_are_read_before_anybody_asks(tmp_path: Path, index_dir: Path) -> None:
    class Counting(HashEncoder):
        read = 0

        def encode_passages(self, texts: Sequence[str]) -> Any:
            self.read += len(texts)
            return super().encode_passages(texts)

    encoder = Counting()
    live = live_over(index_dir, tmp_path, encoder=lambda: encoder)
    live.look()
    english = ENTRY["en"] | {"answer": "Owls sit in the attic. They wake at nine in the evening."}
    live.put(Entry.model_validate(ENTRY | {"id": "owls", "en": english}))
    live.knowledge.read()
    before = encoder.read
    owls = live.knowledge.entry("owls")
    assert owls is not None
    live.knowledge.telling("when", sentences(owls, "en"), "en")
    assert encoder.read == before
    live.knowledge.telling("when", ["A sentence that no answer has."], "en")
    assert encoder.read == before + 1
    live.close()


def test_changes_are_read_from_the_store_itself(sqlite: Any) -> None:
    from actions.entries import StoredChanges
    from assistant.store.tables import KnowledgeRow

    changes = StoredChanges(str(sqlite.url))
    assert changes.since(0) == []
    with sqlite.session() as session:
        body = {"en": ENTRY["en"], "zh": ENTRY["zh"]}
        at = TUESDAY
        session.add(
            KnowledgeRow(id="roof-bees", change=4, topic="visits", body=body, active=True, at=at)
        )
    (row,) = changes.since(0)
    assert (row.id, row.change, row.active) == ("roof-bees", 4, True)
    assert changes.since(4) == []


def test_before_there_is_a_store_nothing_has_changed(tmp_path: Path) -> None:
    from actions.entries import StoredChanges

    assert StoredChanges(f"sqlite:///{tmp_path / 'none.sqlite'}").since(0) == ()
    assert not (tmp_path / "none.sqlite").exists()
