"""The store beside its tables: whether it is there, and what an erasure leaves on disk."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from assistant.care import Care
from assistant.conversation import Conversations
from assistant.events import Broker
from assistant.model import Said
from assistant.store import Database
from assistant.twins import EchoEngine, SteppingClock


async def test_a_database_that_is_gone_does_not_answer(sqlite: Database) -> None:
    assert await sqlite.answers() is True
    assert await Database("postgresql://nobody@127.0.0.1:1/none").answers() is False


async def test_what_is_erased_is_on_the_disk_no_more(sqlite: Database, tmp_path: Path) -> None:
    service = Conversations(sqlite, EchoEngine(), Broker(), SteppingClock(), lambda *_: "none")
    started = await service.start("en")
    await service.say(started.id, Said(id=str(uuid4()), text="a secret about aardvarks"))
    assert _told(tmp_path)
    await service.erase(started.id)
    assert not _told(tmp_path)


def _told(folder: Path) -> bool:
    return any(b"aardvarks" in file.read_bytes() for file in folder.glob("refdesk.sqlite*"))


async def test_what_is_said_stands_in_no_error(sqlite: Database) -> None:
    twice = text("INSERT INTO alembic_version VALUES (:said), (:said)")
    with pytest.raises(IntegrityError) as refused, sqlite.session() as session:
        session.execute(twice, {"said": "a secret"})
    assert "a secret" not in str(refused.value)


async def test_readers_do_not_wait_for_the_writer(sqlite: Database) -> None:
    service = Conversations(sqlite, EchoEngine(), Broker(), SteppingClock(), lambda *_: "none")
    care, started = Care(sqlite, service.clock), await service.start("en")
    with sqlite.session() as writing:
        writing.execute(text("UPDATE conversation SET language = 'zh'"))
        assert (await service.messages(started.id, 0)).messages
        assert (await care.transcript(started.id))[0] == "en"
        assert await sqlite.answers()
