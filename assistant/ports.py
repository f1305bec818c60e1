"""The seams of Refdesk: what the core asks of the engine, the holdings, and the outside world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeAlias

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


Piece: TypeAlias = dict[str, Any]  # what a platform takes in one call, as the channel writes it


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message on its way to one address."""

    message: Message
    language: Language
    address: str
    answers: str | None = None  # the sender's own id of what it answers, as the channel made it


class Channel(Protocol):
    """One way to reach readers who have no window open here: telegram, email."""

    name: str

    async def receive(self) -> None:
        """Hear readers until cancelled. What is heard is kept before the platform may forget it."""
        ...

    def pieces(self, letter: Letter) -> list[Piece]:
        """The whole message as the platform takes it; no part of it is dropped."""
        ...

    def mark(self) -> str:
        """What `find` will need to know of the moment before a piece is sent."""
        ...

    async def deliver(self, address: str, piece: Piece) -> str:
        """Send one piece; returns the platform's id for it.

        Raises DeliveryFailed: whether to try again, when, and whether it may have arrived.
        """
        ...

    async def find(self, address: str, piece: Piece, mark: str, known: Sequence[str]) -> str | None:
        """The platform's id of a piece that may have arrived; `known` ids are other pieces'."""
        ...
