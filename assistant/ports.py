"""The seams of Refdesk: what the core asks of the engine, the holdings, and the outside world."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assistant.model import EngineReply, Item, Language, Message, Said


class Clock(Protocol):
    def now(self) -> datetime:
        """The time now, aware, in UTC."""
        ...


class DialogueEngine(Protocol):
    """Rasa, or its deterministic twin in tests."""

    async def turn(
        self, conversation_id: str, said: Said, language: Language | None
    ) -> EngineReply:
        """Answer one message. Raises EngineUnavailable; never answers twice for one `said.id`."""
        ...

    async def forget(self, conversation_id: str) -> int:
        """Erase what the engine keeps of the conversation; returns the number of events erased."""
        ...

    async def ready(self) -> bool: ...

    async def close(self) -> None: ...


class Holdings(Protocol):
    """The holdings as librarians and channels search them (the action server's own routes)."""

    async def search(
        self,
        text: str,
        language: Language,
        limit: int = 10,
        filters: dict[str, object] | None = None,
    ) -> list[Item]: ...

    async def items(self, record_ids: Sequence[str], language: Language) -> list[Item]:
        """Records by id, in the order asked, copies as they stand now; unknown ids are left out."""
        ...

    async def ready(self) -> bool: ...


class Channel(Protocol):
    """One way to reach a reader: web, telegram, email."""

    name: str

    async def deliver(self, address: str, message: Message, language: Language) -> str | None:
        """Send one message to the reader's address; returns the platform's id for it.

        Raises DeliveryFailed, whose `retry` says whether to try again.
        """
        ...
