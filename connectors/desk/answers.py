"""The knowledge base over loopback, as the action server serves it now."""

from __future__ import annotations

from assistant.desk_draft import Nearest
from assistant.knowledge import Entry
from assistant.model import Language
from connectors.holdings import ActionServerHoldings


class ActionServerAnswers:
    """Implements assistant.desk_draft.Answers."""

    def __init__(self, server: ActionServerHoldings) -> None:
        self._server = server

    async def nearest(self, text: str, language: Language, limit: int = 3) -> list[Nearest]:
        body = {"text": text, "language": language, "limit": limit}
        hits = (await self._server.call("/knowledge/search", body))["hits"]
        return [Nearest(Entry.model_validate(h["entry"]), h["confidence"]) for h in hits]
