"""Deterministic twins of the outside world, shipped for tests in place of mocks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from assistant.errors import EngineUnavailable
from assistant.model import Effect, EngineReply, Language, Said, TextPart, Understanding


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
