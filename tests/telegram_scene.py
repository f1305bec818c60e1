"""A library in Telegram for tests: an emulated Bot API over real HTTP, python-telegram-bot's own client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from assistant.model import (
    Choice,
    ChoicesPart,
    CitationPart,
    HandoffPart,
    HoldingsPart,
    HoldingsQuery,
    Source,
    SourcesPart,
    TextPart,
)
from assistant.outbox import Outbox
from assistant.store import Database
from assistant.twins import ScriptedEngine, an_item
from tests.channels import House, eventually, house, running, telegram
from tests.telegram_emulator import TOKEN, Emulator
from tests.telegram_emulator import running as emulated

REA = 7001


def page(first: int, last: int, total: int, *choices: Choice) -> list[Any]:
    items = [an_item(number) for number in range(first, last + 1)]
    query = HoldingsQuery(text="birds", filters={"language": ["eng"]})
    parts: list[Any] = [
        TextPart(text=f"{first} to {last}"),
        HoldingsPart(query=query, total=total, items=items, offset=first - 1),
    ]
    return [*parts, ChoicesPart(choices=list(choices))] if choices else parts


MORE = Choice(title="Show more", payload="/more")
SCRIPT: dict[str, Any] = {
    "birds": [page(1, 5, 12, MORE, Choice(title="Only available", payload='/filter{"set": {"available": true}}'))],
    "/more": [page(6, 10, 12, MORE)],
    "/find": [page(1, 5, 12, MORE)],
    "one": [[HoldingsPart(query=HoldingsQuery(text="x"), total=1, items=[an_item(3, "A <b>bold</b> & brave title")])]],
    "everything": [
        [
            TextPart(text="1 < 2 & 3 > 2"),
            CitationPart(style="apa", text="Austen, J. (1813). <Pride>."),
            SourcesPart(sources=[Source(title="Hours & rules", id="hours", url="https://example.org/a?b=1&c=2")]),
            HandoffPart(state="left", claim_code="ABCDE-FGHJK"),
            ChoicesPart(choices=[Choice(title="Yes", payload="/affirm")]),
        ]
    ],
    "only choices": [[ChoicesPart(choices=[Choice(title="Yes", payload="/affirm")])]],
}  # fmt: skip


@dataclass
class Scene:
    house: House
    emulator: Emulator
    outbox: Outbox
    made: Any

    async def said(self, chat: int, count: int = 1, seconds: float = 10) -> list[str]:
        """The bot's texts in a chat, when there are so many."""
        await eventually(lambda: len(self.emulator.said(chat)) >= count, seconds)
        return self.emulator.texts(chat)

    async def answer(self, chat: int, text: str) -> str:
        before = len(self.emulator.said(chat))
        self.emulator.says(chat, text)
        return (await self.said(chat, before + 1))[before]


@pytest.fixture(name="emulator")
def open_emulator() -> Iterator[Emulator]:
    with emulated() as emulator:
        yield emulator


@pytest.fixture(name="scene")
async def open_scene(sqlite: Database, emulator: Emulator) -> AsyncIterator[Scene]:
    at_home = house(sqlite, ScriptedEngine(SCRIPT))
    made = telegram(at_home, emulator.url, token=TOKEN)
    async with running(at_home, made.channel) as outbox:
        yield Scene(at_home, emulator, outbox, made)
    await made.telegram.close()


async def begin(scene: Scene, chat: int = REA, language: str = "en") -> None:
    scene.emulator.says(chat, "/start", language=language)
    await scene.said(chat)
