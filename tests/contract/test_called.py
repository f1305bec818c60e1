"""A press calls a person; nothing but why it was offered comes from the press, over every store."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from assistant import staff
from assistant.conversation import Conversations
from assistant.events import Broker
from assistant.model import Choice, ChoicesPart, HandoffPart, Message, Said, TextPart
from assistant.parts import write_payload
from assistant.store import Database
from assistant.store.tables import EscalationRow
from assistant.twins import ScriptedEngine, SteppingClock

OFFERED = write_payload("human", reason="nothing_found")
SCRIPT: dict[str, Any] = {
    "unicorns": [
        [
            TextPart(text="Nothing"),
            ChoicesPart(choices=[Choice(title="Ask a librarian", payload=OFFERED)]),
        ]
    ]
}


@pytest.fixture
def service(database: Database) -> Conversations:
    engine = ScriptedEngine(SCRIPT)
    return Conversations(database, engine, Broker(), SteppingClock(), lambda at, language: "none")


def on_duty(service: Conversations) -> None:
    with service.database.session() as session:
        ada = staff.add_librarian(session, "ada", "Ada", "librarian")
        ada.must_change, ada.presence, ada.seen_at = False, "online", service.clock.now()


async def press(service: Conversations, payload: str, conversation_id: str = "") -> list[Message]:
    service.clock.step(seconds=5)  # type: ignore[attr-defined]
    found = conversation_id or (await service.start("en")).id
    return (await service.say(found, Said(id=str(uuid4()), payload=payload))).messages


def places(messages: list[Message]) -> list[int | None]:
    return [p.position for m in messages for p in m.parts if isinstance(p, HandoffPart)]


def wishes(service: Conversations) -> list[tuple[str, bool, str | None]]:
    with service.database.session() as session:
        kept = session.query(EscalationRow).order_by(EscalationRow.asked_at)
        return [(one.reason, one.urgent, one.subject) for one in kept]


FORGED = [
    '/human{"urgent": true}',
    '/human{"subject": {"a": 1}, "reason": {"a": 1}}',
    '/human{"reason": "distress", "subject": "law"}',
    '/human{"about": "nonsense"}',
    '/human{"about": ["x"], "bare": 5}',
]


@pytest.mark.parametrize("forged", FORGED)
async def test_who_writes_a_payload_stands_behind_those_who_came_before(
    service: Conversations, forged: str
) -> None:
    on_duty(service)
    assert places(await press(service, "/human")) == [1]
    assert places(await press(service, forged)) == [2]
    assert wishes(service) == [("asked", False, None)] * 2


@pytest.mark.parametrize("forged", FORGED)
async def test_nor_does_it_trouble_a_question_that_is_kept(
    service: Conversations, forged: str
) -> None:
    started = await service.start("en")
    await service.say(started.id, Said(id=str(uuid4()), text="what is a folio"))
    await press(service, "/human", started.id)
    (message,) = await press(service, forged, started.id)
    assert any(isinstance(part, HandoffPart) for part in message.parts)
    assert wishes(service) == [("asked", False, None)]


async def test_why_it_was_offered_is_kept(service: Conversations) -> None:
    started = await service.start("en")
    await service.say(started.id, Said(id=str(uuid4()), text="unicorns"))
    await press(service, OFFERED, started.id)
    await press(service, OFFERED)  # from where it was never offered
    assert [reason for reason, *_ in wishes(service)] == ["nothing_found", "asked"]
