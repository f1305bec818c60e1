"""What the web channel needs of the core, in one place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from assistant.care import Care
from assistant.conversation import Conversations
from assistant.library import Library
from assistant.model import Event, Language, Owner
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.texts import LANGUAGES


@dataclass(frozen=True)
class Web:
    conversations: Conversations
    care: Care
    library: Library
    ready: Callable[
        [], Awaitable[dict[str, bool]]
    ]  # each part of the service, and whether it answers

    async def status(self) -> dict[str, Any]:
        """Whether a librarian is there, and when one is back, in both languages."""
        now = self.conversations.clock.now()
        staffed = await self.conversations.database.read(lambda s: escalations.staffed(s, now))
        opens = {language: self.conversations.opens_again(now, language) for language in LANGUAGES}
        return {"staffed": staffed, "library": self._names(), "opens": opens}

    def _names(self) -> dict[Language, str]:
        return {language: self.library.name[language] for language in LANGUAGES}

    async def typing(self, conversation_id: str) -> None:
        """Tell that the reader is typing, while there is a librarian to see it."""
        database = self.conversations.database
        owner = await database.read(lambda s: rows.found(s, conversation_id).owner)
        if owner != Owner.LIBRARIAN:
            return
        event = Event(conversation_id=conversation_id, kind="typing", body={"author": "reader"})
        self.conversations.broker.publish(event)
