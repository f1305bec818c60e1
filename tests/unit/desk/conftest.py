"""A desk over a fresh store: two librarians, a supervisor, an administrator, and their windows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from assistant import staff
from assistant.care import Care
from assistant.conversation import Conversations
from assistant.desk.acts import Librarian
from assistant.desk.twins import FewAnswers, FewHoldings
from assistant.events import Broker
from assistant.knowledge import Entry, load_knowledge
from assistant.library import Library, load_library
from assistant.model import Copy, Item, Said
from assistant.settings import PACKAGED_LIBRARY
from assistant.store import Database
from assistant.store.tables import LibrarianRow
from assistant.twins import EchoEngine, SteppingClock
from connectors.desk.service import Console, make_console
from connectors.desk.web import attach
from connectors.web.app import create_app
from connectors.web.service import Web

QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
PASSWORD = "correct horse"
PEOPLE = {
    "ada": ("Ada", "librarian"),
    "grace": ("Grace <b>H</b>", "librarian"),
    "sue": ("Sue", "supervisor"),
    "root": ("Root", "administrator"),
}
BIRDS = Item(
    record_id="r1",
    title="Bird sense",
    authors=["Birkhead, Tim"],
    year=2012,
    language="eng",
    format="book",
    call_number="598.15 BIR",
    isbn=[],
    url="",
    copies=[
        Copy(
            branch="Central Library",
            shelf="Non-fiction",
            call_number="598.15 BIR",
            status="available",
            checked_at=datetime(2026, 11, 24, tzinfo=UTC),
        )
    ],
)


async def _ready() -> dict[str, bool]:
    return {"store": True}


@dataclass
class Window:
    """A librarian's browser: their cookie and the token of their session."""

    http: httpx.AsyncClient
    csrf: str
    id: str

    async def get(self, path: str, **params: Any) -> httpx.Response:
        return await self.http.get(f"/desk/api/v1{path}", params=params)

    async def send(self, method: str, path: str, body: Any = None) -> httpx.Response:
        headers = {"X-CSRF-Token": self.csrf}
        return await self.http.request(method, f"/desk/api/v1{path}", json=body, headers=headers)

    async def post(self, path: str, body: Any = None) -> httpx.Response:
        return await self.send("POST", path, body)

    async def form(self, path: str, **fields: str) -> httpx.Response:
        return await self.http.post(f"/desk{path}", data={"csrf": self.csrf, **fields})


@dataclass
class House:
    """The whole desk in one process, and a way to speak as a reader."""

    app: FastAPI
    console: Console
    clock: SteppingClock
    engine: EchoEngine
    ids: dict[str, str]

    @property
    def database(self) -> Database:
        return self.console.conversations.database

    def who(self, login: str) -> Librarian:
        name, role = PEOPLE[login]
        return Librarian(self.ids[login], name, role)

    async def reader(self, *texts: str, language: Any = "en") -> str:
        """A new conversation in which these were said; its id."""
        started = await self.console.conversations.start(language)
        for text in texts:
            await self.says(started.id, text)
        return started.id

    async def says(self, conversation_id: str, text: str) -> Any:
        return await self.console.conversations.say(
            conversation_id, Said(id=str(uuid4()), text=text)
        )

    def browser(self) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://test")

    async def sign_in(self, login: str) -> Window:
        """A window with a session, without the slow look at a password."""
        http = self.browser()
        with self.database.session() as session:
            row = session.get_one(LibrarianRow, self.ids[login])
            row.presence, row.seen_at = "online", self.clock.now()
            token, opened = staff.open_session(session, row, "Test", self.clock.now())
        http.cookies.set("refdesk_desk", token, path="/desk")
        return Window(http, opened.csrf, row.id)

    async def knock(
        self, http: httpx.AsyncClient, login: str, password: str = PASSWORD, code: str = ""
    ) -> httpx.Response:
        """The sign-in page as a person fills it in."""
        page = await http.get("/desk/sign-in")
        token = page.text.split('name="token" value="')[1].split('"')[0]
        body = {"login": login, "password": password, "code": code, "token": token}
        return await http.post("/desk/sign-in", data=body)


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """argon2 as it is, with the least work it takes: there are many sign-ins here."""
    slow, staff._hasher = staff._hasher, lambda: QUICK  # type: ignore[assignment]
    yield
    staff._hasher = slow


@pytest.fixture(scope="session")
def hashed(quick_passwords: None) -> str:
    return staff.hash_password(PASSWORD)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(PACKAGED_LIBRARY)


@pytest.fixture(scope="session")
def entries() -> tuple[Entry, ...]:
    return load_knowledge(PACKAGED_LIBRARY)


@pytest.fixture
async def house(
    sqlite: Database, hashed: str, library: Library, entries: tuple[Entry, ...]
) -> AsyncIterator[House]:
    database = sqlite
    ids = {}
    with database.session() as session:
        for login, (name, role) in PEOPLE.items():
            row = staff.add_librarian(session, login, name, role)
            row.password_hash, row.must_change = hashed, False
            ids[login] = row.id
    clock, engine = SteppingClock(), EchoEngine()
    service = Conversations(database, engine, Broker(), clock, lambda at, language: "none")
    console = make_console(
        service, library, PACKAGED_LIBRARY, FewHoldings([BIRDS]), FewAnswers(entries)
    )
    web = Web(service, Care(database, clock), library, _ready)
    app = create_app(web, origins=(), messages_per_minute=1000)
    attach(app, console)
    yield House(app, console, clock, engine, ids)
    service.broker.close()
    await console.hub.close()


@pytest.fixture
def problem() -> Callable[[httpx.Response, int, str], None]:
    """Checks that an answer is a problem with this status that says this."""

    def check(answer: httpx.Response, status: int, names: str = "") -> None:
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert names in answer.json()["detail"]

    return check
