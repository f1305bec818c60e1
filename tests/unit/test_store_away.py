"""While the store does not answer, what readers send is neither confirmed nor given up."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError

from assistant.model import Said
from assistant.reception import Caller
from assistant.store import Database
from assistant.store.away import AWAY
from connectors.email import mailbox
from connectors.telegram import polling
from connectors.telegram.polling import Polling
from tests.channels import house
from tests.mail_servers import free_port

GONE = OperationalError("INSERT", {}, Exception("server closed the connection"))
LOST = InterfaceError("INSERT", {}, Exception("connection already closed"))
REFUSED = IntegrityError("INSERT", {}, Exception("a value that no table takes"))
TELLS = 100


class Bot:
    """Telegram with one message for us; ends the polling once it is confirmed."""

    defaults = None

    async def do_api_request(self, name: str, asked: dict[str, Any], **_: Any) -> list[Any]:
        await asyncio.sleep(0)
        if asked.get("offset", 0) > TELLS:
            raise asyncio.CancelledError
        chat = {"id": 7, "type": "private"}
        message = {"message_id": 5, "date": 1, "chat": chat, "text": "when is my book due"}
        return [{"update_id": TELLS, "message": message}]


def failing(errors: list[Exception]) -> tuple[list[Any], Callable[[Any], Awaitable[None]]]:
    """One that hears and raises these one after the other, and what it took in."""
    kept: list[Any] = []

    async def hear(said: Any) -> None:
        if errors:
            raise errors.pop(0)
        kept.append(said)

    return kept, hear


@pytest.mark.parametrize(
    ("errors", "taken"), [([GONE, LOST] * 4, 1), ([GONE, REFUSED] * 4, 1), ([REFUSED] * 8, 0)]
)
async def test_an_update_waits_for_the_store_and_only_for_the_store(
    monkeypatch: pytest.MonkeyPatch, errors: list[Exception], taken: int
) -> None:
    monkeypatch.setattr(polling, "AGAIN_AFTER", 0.001)
    kept, hear = failing(list(errors))
    with contextlib.suppress(asyncio.CancelledError):
        await Polling(Bot(), hear)._poll()  # type: ignore[arg-type]
    assert len(kept) == taken


async def test_between_attempts_the_waits_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    _, hear = failing([GONE] * 8)
    listens = Polling(Bot(), hear)  # type: ignore[arg-type]

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    while not await listens.called(
        SimpleNamespace(update_id=1, effective_chat=None, effective_message=None)
    ):  # type: ignore[arg-type]
        pass
    assert waits == [1, 2, 4, 8, 10, 10, 10, 10]


class Mailbox:
    """A mailbox with one letter; `flagged` once it counts as read."""

    def __init__(self) -> None:
        self.flagged = False

    async def noop(self) -> None:
        """Nothing to do."""

    async def uid_search(self, _: str) -> Any:
        return SimpleNamespace(result="OK", lines=[b"" if self.flagged else b"1"])

    async def uid(self, what: str, *_: str) -> Any:
        self.flagged = self.flagged or what == "store"
        return SimpleNamespace(result="OK", lines=[bytearray(b"a letter")])


@pytest.mark.parametrize(
    ("errors", "taken"), [([GONE, LOST] * 4, 1), ([GONE, REFUSED] * 4, 1), ([REFUSED] * 8, 0)]
)
async def test_a_letter_waits_for_the_store_and_only_for_the_store(
    errors: list[Exception], taken: int
) -> None:
    kept, keep = failing(list(errors))
    box, failures = Mailbox(), Counter[str]()
    for _ in range(20):
        await mailbox._look(box, keep, failures)  # type: ignore[arg-type]
    assert box.flagged
    assert len(kept) == taken


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_store_that_is_not_there_is_away(tmp_path: Path, kind: str) -> None:
    host = f"postgresql://nobody@127.0.0.1:{free_port()}/x?connect_timeout=2"
    database = Database(f"sqlite:///{tmp_path}" if kind == "sqlite" else host)
    with pytest.raises(AWAY):
        await database.run(lambda s: s.execute(text("SELECT 1")))
    database.close()


async def test_what_was_not_kept_does_not_count_as_said(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    reception = house(sqlite, messages_per_minute=2).reception
    caller, said = Caller(channel="pigeon", address="ann"), Said(id="1", text="hi")

    async def gone(work: Any) -> None:
        raise GONE

    for _ in range(5):
        with monkeypatch.context() as patched:
            patched.setattr(sqlite, "run", gone)
            with pytest.raises(OperationalError):
                await reception.hear(caller, said)
    task = await reception.hear(caller, said)
    assert task
    await task
