"""What comes by a button or a command is redacted like words, over every store."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest

from assistant.conversation import Conversations
from assistant.errors import BadRequest
from assistant.events import Broker
from assistant.heard import hear
from assistant.model import Said, TextPart
from assistant.parts import read_payload, write_payload
from assistant.store import Database
from assistant.store.channel_tables import ThreadRow
from assistant.store.tables import MessageRow, TurnRow
from assistant.twins import EchoEngine, SteppingClock
from connectors.email.channel import EmailChannel
from connectors.email.servers import read_address
from tests.channels import house

SECRET = "jane.doe@example.org card 21234000123456 pin 4421"
CLEAN = "[email] card [card] pin [pin]"


@pytest.fixture
def service(database: Database) -> Conversations:
    return Conversations(
        database, EchoEngine(), Broker(), SteppingClock(), lambda at, language: "none"
    )


async def press(service: Conversations, payload: str) -> list[str]:
    """The words of the answer."""
    started = await service.start("en")
    turn = await service.say(started.id, Said(id=str(uuid4()), payload=payload))
    return [part.text for m in turn.messages for part in m.parts if isinstance(part, TextPart)]


def kept(service: Conversations) -> str:
    """All that the store holds of what was said and understood."""
    with service.database.session() as session:
        messages = [[m.text, m.parts] for m in session.query(MessageRow)]
        turns = [[t.payload, t.entities, t.effects] for t in session.query(TurnRow)]
    return json.dumps([messages, turns])


@pytest.mark.parametrize(
    "data",
    [
        {"text": SECRET},
        {"text": "birds", "filters": {"author": SECRET, "more": [SECRET], SECRET: True}},
    ],
)
async def test_private_numbers_in_a_payload_reach_neither_store_nor_engine(
    service: Conversations, data: dict[str, Any]
) -> None:
    told = await press(service, write_payload("find", **data))
    heard = service.engine.heard[-1].payload  # type: ignore[attr-defined]
    assert read_payload(heard)[1] == json.loads(json.dumps(data).replace(SECRET, CLEAN))
    assert "hid the private details" in told[0]
    assert not [one for one in ("jane", "21234000123456", "4421") if one in kept(service)]


@pytest.mark.parametrize(
    "payload",
    [
        '/find{"text":"978-0-14-028329-7"}',  # as it was written
        '/details{"record_id": "991234567890123"}',
        '/stop_alert{"id": "123456789012"}',
        '/filter{"set": {"year": {"from": 1990}}}',
        "/more",
    ],
)
async def test_what_names_a_record_or_a_number_that_readers_search_with_stays(
    service: Conversations, payload: str
) -> None:
    await press(service, payload)
    assert service.engine.heard[-1].payload == payload  # type: ignore[attr-defined]


async def test_private_numbers_in_a_subject_are_hidden_too(database: Database) -> None:
    at_home = house(database)
    smtp = read_address("smtp_url", "smtp://127.0.0.1:9")
    channel = EmailChannel(
        "ask@library.example", at_home.library, smtp=smtp, imap=None, reception=at_home.reception
    )
    letter = f"From: rea@example.org\r\nSubject: {SECRET}\r\n\r\nis it blocked?"
    await channel.keep(letter.encode())
    await asyncio.gather(*at_home.reception._answering)
    with database.session() as session:
        assert [thread.subject for thread in session.query(ThreadRow)] == [CLEAN]


def test_a_payload_nested_too_deeply_is_refused() -> None:
    with pytest.raises(BadRequest):
        hear(Said(id="1", payload='/find{"filters": {"a": ' + "[" * 600 + "]" * 600 + "}}"))
