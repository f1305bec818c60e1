"""What is older than the library keeps is erased, at the start and every day, and told in the log."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.conversation import Conversations
from assistant.events import Broker
from assistant.model import Said
from assistant.store import Database
from assistant.store.tables import ConversationRow, MessageRow, TurnRow
from assistant.twins import EchoEngine, SteppingClock
from assistant.upkeep import Forgotten, Keep, Upkeep
from assistant.wiring import start_upkeep

KEEP = Keep(conversations=180, turns=30, open_questions=365)


@pytest.fixture
def service(database: Database) -> Conversations:
    return Conversations(
        database, EchoEngine(), Broker(), SteppingClock(), lambda at, language: "none"
    )


def upkeep(service: Conversations, keep: Keep = KEEP) -> Upkeep:
    return Upkeep(service, queue_minutes=1, vanish_minutes=1, keep=keep)


async def say(service: Conversations, conversation_id: str, text: str) -> None:
    await service.say(conversation_id, Said(id=str(uuid4()), text=text))


async def begun(service: Conversations, text: str) -> str:
    started = await service.start("en")
    await say(service, started.id, text)
    return started.id


def step(service: Conversations, **span: float) -> None:
    service.clock.step(**span)  # type: ignore[attr-defined]


async def left(service: Conversations) -> dict[str, int]:
    """Conversations that are kept, each with how many of its turns."""

    def work(session: Session) -> dict[str, int]:
        turns = func.count(TurnRow.id)
        query = (
            select(ConversationRow.id, turns)
            .outerjoin(TurnRow, TurnRow.conversation_id == ConversationRow.id)
            .group_by(ConversationRow.id)
        )
        return dict(session.execute(query).all())

    return await service.database.read(work)


async def test_what_is_old_is_erased_from_store_and_engine_and_told(
    service: Conversations, caplog: pytest.LogCaptureFixture
) -> None:
    old, asked = await begun(service, "bees"), await begun(service, "human")
    living = await begun(service, "wasps")
    step(service, days=170)
    await say(service, living, "and hornets")
    step(service, days=11)
    with caplog.at_level(logging.INFO, "assistant.upkeep"):
        forgotten = await upkeep(service).forget_in_time()
    assert await left(service) == {asked: 0, living: 1}
    assert forgotten == Forgotten(conversations=1, turns=2, failed=0)
    assert "'conversations': 1" in caplog.text
    assert service.engine.forgotten == [old]  # type: ignore[attr-defined]
    with service.database.session() as session:
        assert "bees" not in [row.text for row in session.query(MessageRow)]


async def test_an_open_question_has_a_time_of_its_own(service: Conversations) -> None:
    await begun(service, "human")
    step(service, days=366)
    assert (await upkeep(service).forget_in_time()).conversations == 1
    assert await left(service) == {}


async def test_nothing_is_erased_early_or_where_no_time_is_set(service: Conversations) -> None:
    kept = await begun(service, "bees")
    step(service, days=29)
    assert await upkeep(service).forget_in_time() == Forgotten(0, 0, 0)
    step(service, days=4000)
    for_ever = Keep(conversations=0, turns=0, open_questions=0)
    assert await upkeep(service, for_ever).forget_in_time() == Forgotten(0, 0, 0)
    assert await left(service) == {kept: 1}


@pytest.fixture
async def scheduler(sqlite: Database) -> AsyncIterator[Any]:
    service = Conversations(sqlite, EchoEngine(), Broker(), SteppingClock(), lambda *_: "none")
    scheduler = start_upkeep(upkeep(service))
    scheduler.pause()
    yield scheduler
    scheduler.shutdown(wait=False)


async def test_it_comes_soon_after_the_start_and_daily_however_late(scheduler: Any) -> None:
    jobs = [one for one in scheduler.get_jobs() if one.func.__name__ == "forget_in_time"]
    soon, daily = sorted(jobs, key=lambda one: str(type(one.trigger).__name__), reverse=True)
    assert soon.next_run_time - datetime.now(UTC) < timedelta(minutes=10)
    after = daily.trigger.get_next_fire_time(None, daily.next_run_time + timedelta(seconds=1))
    assert after - daily.next_run_time == timedelta(days=1)
    assert [one.misfire_grace_time for one in jobs] == [None, None]


def test_the_log_of_a_process_has_the_line_but_no_requests_of_libraries() -> None:
    code = (
        "import logging; from assistant.logs import tell_what_is_done; tell_what_is_done();"
        "logging.getLogger('assistant.upkeep').info('retention applied');"
        "logging.getLogger('httpx').info('https://api.example/botTOKEN')"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.endswith("INFO assistant.upkeep retention applied\n")
    assert "TOKEN" not in ran.stderr
