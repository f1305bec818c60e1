"""What the desk asks of a store, on every database that Refdesk supports."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pyotp
import pytest
from sqlalchemy import select, text

from assistant import staff
from assistant.conversation import Conversations
from assistant.desk.accounts import Accounts, profile
from assistant.desk.acts import Desk, Librarian
from assistant.desk.inbox import Inbox
from assistant.desk.knowledge import KnowledgeBase
from assistant.desk.notes import Notes
from assistant.desk.reports import Reports, Wish
from assistant.desk.review import Review
from assistant.desk.twins import FewAnswers
from assistant.errors import NotAllowed
from assistant.events import Broker
from assistant.knowledge import load_knowledge
from assistant.library import load_library
from assistant.model import Said
from assistant.settings import PACKAGED_LIBRARY
from assistant.store import Database
from assistant.store.tables import KnowledgeRow, LibrarianRow
from assistant.twins import EchoEngine, SteppingClock

LIBRARY = load_library(PACKAGED_LIBRARY)


@pytest.fixture
def service(database: Database) -> Conversations:
    clock = SteppingClock()
    return Conversations(database, EchoEngine(), Broker(), clock, lambda at, language: "none")


@pytest.fixture
def ada(database: Database) -> Librarian:
    with database.session() as session:
        row = staff.add_librarian(session, "ada", "Ada", "supervisor")
        row.presence, row.seen_at, row.must_change = "online", SteppingClock().now(), False
    return Librarian(row.id, row.name, row.role)


async def asked(service: Conversations, *texts: str, language: Any = "en") -> str:
    started = await service.start(language)
    for said in texts:
        await service.say(started.id, Said(id=str(uuid4()), text=said))
    return started.id


async def test_what_was_said_is_found(service: Conversations) -> None:
    chinese = await asked(service, "请问三体在哪个馆", language="zh")
    english = await asked(service, "How do MIGRATING birds navigate?")
    inbox = Inbox(service.database, service.clock, LIBRARY)
    for words, found in (
        ("三体", [chinese]),
        ("哪个馆", [chinese]),
        ("birds migrating", [english]),
        ("navig", [english]),
        ("100%", []),
        ("'; --", []),
    ):
        assert [hit.row.id for hit in await inbox.search(words)] == found, words
    await service.erase(english)
    assert await inbox.search("navigate") == []


async def test_the_audit_log_only_grows(service: Conversations, ada: Librarian) -> None:
    desk = Desk(service.database, service.broker, service.clock)
    await desk.take(await asked(service, "hello"), ada)
    for statement in ("UPDATE audit SET act = 'x'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="only ever added"), service.database.session() as s:
            s.execute(text(statement))


async def test_the_inbox_notes_reports_and_review(service: Conversations, ada: Librarian) -> None:
    id_ = await asked(service, "hello there", "human")
    notes = Notes(service.database, service.broker, service.clock)
    assert await notes.note(id_, ada, "@ada look") == [ada.id]
    await notes.label(id_, ada, ["maps", "maps", " old  maps "])
    await notes.seen(id_, ada, 3)
    inbox = Inbox(service.database, service.clock, LIBRARY)
    (row,) = await inbox.open_rows()
    assert (row.owner, row.labels, row.title) == ("queue", ["maps", "old maps"], "hello there")
    assert row.clock is not None
    assert await inbox.seen(ada.id) == {id_: 3}
    day = service.clock.now().date()
    reports = Reports(service.database, service.clock, LIBRARY)
    tables = {t.id: t for t in await reports.tables(Wish(first=day, last=day))}
    assert tables["days"].rows == [(day.isoformat(), 0, 1)]
    assert await Review(service.database, service.clock).export("nlu") == []
    assert await service.erase(id_)
    assert await inbox.open_rows() == []


async def test_each_change_of_the_knowledge_base_has_a_number_of_its_own(
    database: Database, ada: Librarian
) -> None:
    entries = load_knowledge(PACKAGED_LIBRARY)[:9]
    base = KnowledgeBase(database, SteppingClock(), PACKAGED_LIBRARY, FewAnswers())
    await base.save(ada, entries[0])
    await asyncio.gather(*(base.save(ada, entry) for entry in entries[1:]))
    with database.session() as session:
        numbers = sorted(session.scalars(select(KnowledgeRow.change)))
    assert numbers == list(range(1, 10))


async def test_a_code_opens_once_however_many_send_it_together(database: Database) -> None:
    clock, secret = SteppingClock(), pyotp.random_base32()
    with database.session() as session:
        row = staff.add_librarian(session, "eve", "Eve", "librarian")
        row.password_hash, row.must_change = staff.hash_password("correct horse"), False
        session.flush()
        found = profile(session, row.id)
        found.totp_secret, found.totp_on = secret, True
    code = pyotp.TOTP(secret).at(clock.now())
    accounts = Accounts(database, clock)
    sent = (accounts.sign_in("eve", "correct horse", code, "Firefox") for _ in range(6))
    answers = await asyncio.gather(*sent, return_exceptions=True)
    assert [type(one) for one in answers].count(NotAllowed) == 5


async def test_two_who_take_each_others_role_leave_an_administrator(database: Database) -> None:
    accounts = Accounts(database, SteppingClock())
    for n in range(8):
        with database.session() as session:
            for row in session.scalars(select(LibrarianRow)):
                row.role = "librarian"
            names = (f"a{n}", f"b{n}")
            rows = [staff.add_librarian(session, name, name, "administrator") for name in names]
            one, other = [Librarian(row.id, row.name, row.role) for row in rows]
        pairs = ((one, other), (other, one))
        changes = [accounts.change(by, to.id, "librarian", True) for by, to in pairs]
        answers = await asyncio.gather(*changes, return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["Conflict", "list"]
