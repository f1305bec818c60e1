"""Deterministic twins of the outside world, shipped for tests in place of mocks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from assistant.errors import EngineUnavailable
from assistant.model import (
    Copy,
    Effect,
    EngineReply,
    Item,
    Language,
    Part,
    Said,
    TextPart,
    Understanding,
)
from assistant.parts import read_payload


class SteppingClock:
    """A clock that only a test moves."""

    def __init__(self, at: datetime | None = None) -> None:
        self.at = at or datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def step(self, **kwargs: float) -> None:
        self.at += timedelta(**kwargs)


class EchoEngine:
    """Says back what it hears; some words make it act as the real engine would.

    `human` escalates, `forget me` forgets, `break` is an engine that does not answer.
    """

    def __init__(self, before: Callable[[Said], None] = lambda said: None) -> None:
        self.heard: list[Said] = []
        self.forgotten: list[str] = []
        self.before = before
        self.delay = 0.0  # seconds

    async def turn(
        self, conversation_id: str, said: Said, language: Language | None
    ) -> EngineReply:
        await asyncio.sleep(self.delay)
        self.before(said)
        if said.text == "break":
            raise EngineUnavailable("the engine was told to break")
        self.heard.append(said)
        effects = {
            "human": [Effect(kind="escalate", data={"reason": "asked"})],
            "forget me": [Effect(kind="forget")],
        }.get(said.text or "", [])
        return EngineReply(
            messages=[] if effects else [[TextPart(text=f"You said: {said.text or said.payload}")]],
            understood=Understanding(intent="echo", confidence=1.0),
            effects=effects,
        )

    async def forget(self, conversation_id: str) -> int:
        self.forgotten.append(conversation_id)
        return 1

    async def ready(self) -> bool:
        return True

    async def close(self) -> None:
        return None


class ScriptedEngine(EchoEngine):
    """Answers with the parts that a test wrote for a text or a payload's name; else it echoes."""

    def __init__(self, script: dict[str, list[list[Part]]]) -> None:
        super().__init__()
        self.script = script
        self.effects: dict[str, list[Effect]] = {}

    async def turn(
        self, conversation_id: str, said: Said, language: Language | None
    ) -> EngineReply:
        reply = await super().turn(conversation_id, said, language)
        cue = said.text or "/" + read_payload(said.payload or "/help")[0]
        messages = self.script.get(cue, reply.messages)
        effects = self.effects.get(cue, reply.effects)
        return EngineReply(messages=messages, understood=reply.understood, effects=effects)


def an_item(number: int, title: str = "") -> Item:
    """A record with one copy on the shelf."""
    copy = Copy(
        branch="Central Library",
        shelf="Fiction",
        call_number=f"823 N{number}",
        status="available",
        checked_at=datetime(2026, 11, 24, 10, 0, tzinfo=UTC),
        branch_code="CEN",
    )
    return Item(
        record_id=f"r{number}",
        title=title or f"Book number {number}",
        authors=[f"Author {number}"],
        year=2000 + number,
        language="eng",
        format="book",
        call_number=f"823 N{number}",
        isbn=[],
        url="",
        copies=[copy],
    )
