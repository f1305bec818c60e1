"""A whole desk to drive from outside: real store, real server, twins for engine and holdings."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI

from assistant import staff
from assistant.care import Care
from assistant.conversation import Conversations
from assistant.desk.twins import FewAnswers, FewHoldings
from assistant.events import Broker
from assistant.knowledge import load_knowledge
from assistant.library import load_library
from assistant.model import (
    Choice,
    ChoicesPart,
    Copy,
    Effect,
    EngineReply,
    HoldingsPart,
    HoldingsQuery,
    Item,
    Language,
    Said,
    SearchLog,
    TextPart,
    Understanding,
)
from assistant.settings import PACKAGED_LIBRARY
from assistant.store import Database, outbox
from assistant.store.tables import ConversationRow, MessageRow, OutboxRow
from assistant.twins import EchoEngine
from connectors.desk.service import Console, make_console
from connectors.desk.web import attach
from connectors.web.app import create_app
from connectors.web.service import Web

PASSWORD = "correct horse"
PEOPLE = {
    "ada": ("Ada", "librarian"),
    "grace": ("Grace", "librarian"),
    "root": ("Root", "administrator"),
}


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def book(record_id: str, title: str, author: str, year: int, number: str) -> Item:
    copy = Copy(
        branch="Central Library",
        shelf="Non-fiction",
        call_number=number,
        status="available",
        checked_at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    return Item(
        record_id=record_id,
        title=title,
        authors=[author],
        year=year,
        language="eng",
        format="book",
        call_number=number,
        isbn=[],
        url="",
        copies=[copy],
    )


BOOKS = [
    book("r1", "Bird sense", "Birkhead, Tim", 2012, "598.15 BIR"),
    book("r2", "A world on the wing", "Weidensaul, Scott", 2021, "598.1568 WEI"),
    book("r3", "The homing instinct", "Heinrich, Bernd", 2014, "591.568 HEI"),
]


class DeskEngine(EchoEngine):
    """The echo, which also knows birds, does not know moons, and fetches a person."""

    async def turn(
        self, conversation_id: str, said: Said, language: Language | None
    ) -> EngineReply:
        text = said.text or ""
        if "bird" in text:
            return _birds()
        if "moon" in text:
            return _nothing(text)
        if text.endswith(("a person", "找人")):
            understood = Understanding(intent="human", confidence=0.97)
            wish = Effect(kind="escalate", data={"reason": "asked"})
            return EngineReply(messages=[], understood=understood, effects=[wish])
        return await super().turn(conversation_id, said, language)


def _birds() -> EngineReply:
    query = HoldingsQuery(text="how birds navigate")
    parts = [
        TextPart(text="Here are 2 of 14 about how birds navigate."),
        HoldingsPart(query=query, total=14, items=BOOKS[:2]),
        ChoicesPart(choices=[Choice(title="Show more", payload="/more")]),
    ]
    search = SearchLog(
        query="how birds navigate",
        filters={"language": "eng"},
        record_ids=["r1", "r2"],
        scores=[0.82, 0.77],
        total=14,
        index_version="v1",
    )
    understood = Understanding(
        intent="find_holdings",
        confidence=0.91,
        ranking=[("find_holdings", 0.91), ("known_item", 0.05)],
        entities=[{"entity": "query", "value": "how birds navigate"}],
    )
    return EngineReply(messages=[parts], understood=understood, searches=[search], latency_ms=38)


def _nothing(text: str) -> EngineReply:
    search = SearchLog(
        query=text, filters={}, record_ids=[], scores=[], total=0, index_version="v1"
    )
    return EngineReply(
        messages=[[TextPart(text="I found nothing on that. Shall I ask a librarian?")]],
        understood=Understanding(intent="find_holdings", confidence=0.41),
        searches=[search],
    )


def make_app(database: Database) -> tuple[FastAPI, Console]:
    """The application with its librarians, whose password is PASSWORD."""
    hashed = staff.hash_password(PASSWORD)
    with database.session() as session:
        for login, (name, role) in PEOPLE.items():
            row = staff.add_librarian(session, login, name, role)
            row.password_hash, row.must_change = hashed, False
    library, clock = load_library(PACKAGED_LIBRARY), SystemClock()
    service = Conversations(database, DeskEngine(), Broker(), clock, lambda at, lang: "none")
    answers = FewAnswers(load_knowledge(PACKAGED_LIBRARY))
    console = make_console(service, library, PACKAGED_LIBRARY, FewHoldings(BOOKS), answers)
    web = Web(service, Care(database, clock), library, _ready)
    app = create_app(web, origins=(), messages_per_minute=100_000)
    attach(app, console)
    return app, console


def fail_delivery(database: Database, conversation_id: str) -> None:
    """What was said last could not be delivered to the reader's phone."""
    with database.session() as session:
        row = session.get_one(ConversationRow, conversation_id)
        row.channel, row.address = "telegram", "42"
        said = session.query(MessageRow).filter_by(conversation_id=row.id, author="assistant")
        last = said.order_by(MessageRow.seq.desc()).first()
        assert last
        outbox.write(session, row, last.id, "assistant", last.at)
        letter = session.query(OutboxRow).filter_by(message_id=last.id).one()
        error = "Telegram: Forbidden: bot was blocked by the user"
        outbox.failed(letter, error, last.at, retry=False, doubt=False, after=None)


async def _ready() -> dict[str, bool]:
    return {"store": True}


@dataclass
class Reader:
    """A reader at the chat API; each call is a connection of its own."""

    base: str
    id: str
    auth: dict[str, str]

    @classmethod
    async def come(cls, base: str, language: str = "en") -> Reader:
        async with httpx.AsyncClient(base_url=base, timeout=30, verify=False) as http:
            answer = await http.post("/api/v1/conversations", json={"language": language})
        started = answer.json()
        return cls(base, started["id"], {"Authorization": f"Bearer {started['token']}"})

    async def say(self, text: str) -> dict[str, Any]:
        return await self._call("POST", "/messages", {"id": str(uuid4()), "text": text})

    async def heard(self) -> dict[str, Any]:
        return await self._call("GET", "/messages")

    async def types(self) -> None:
        await self._call("POST", "/typing")

    async def erase(self) -> None:
        await self._call("DELETE", "")

    async def _call(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        async with httpx.AsyncClient(base_url=self.base, timeout=30, verify=False) as http:
            path = f"/api/v1/conversations/{self.id}{path}"
            answer = await http.request(method, path, json=body, headers=self.auth)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json() if answer.content else {}
        return found


async def talk(base: str, *texts: str, language: str = "en") -> Reader:
    reader = await Reader.come(base, language)
    for text in texts:
        await reader.say(text)
    return reader


@dataclass
class Window:
    """A librarian's window at the desk's API."""

    http: httpx.AsyncClient
    csrf: str
    id: str

    @classmethod
    async def open(cls, base: str, login: str) -> Window:
        http = httpx.AsyncClient(base_url=base, timeout=30)
        page = (await http.get("/desk/sign-in")).text
        token = page.split('name="token" value="')[1].split('"')[0]
        body = {"login": login, "password": PASSWORD, "token": token}
        assert (await http.post("/desk/sign-in", data=body)).status_code == 303
        me = (await http.get("/desk/api/v1/me")).json()
        return cls(http, me["csrf"], me["id"])

    async def post(self, path: str, body: Any = None) -> httpx.Response:
        headers = {"X-CSRF-Token": self.csrf}
        return await self.http.post(f"/desk/api/v1{path}", json=body, headers=headers)

    async def get(self, path: str) -> Any:
        return (await self.http.get(f"/desk/api/v1{path}")).json()

    async def leave(self) -> None:
        await self.http.aclose()


async def soon(check: Any, seconds: float = 5.0) -> None:
    """Waits until a condition on the other side holds."""
    for _ in range(int(seconds / 0.05)):
        if await check():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen in time")
