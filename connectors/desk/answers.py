"""The knowledge base over loopback, as the action server serves it now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.desk.draft import Changed, Nearest
from assistant.knowledge import Entry
from assistant.model import Language
from connectors.holdings import ActionServerHoldings


class ActionServerAnswers:
    """Implements assistant.desk.draft.Answers."""

    def __init__(self, server: ActionServerHoldings) -> None:
        self._server = server

    async def nearest(self, text: str, language: Language, limit: int = 3) -> list[Nearest]:
        body = {"text": text, "language": language, "limit": limit}
        hits = (await self._server.call("/knowledge/search", body))["hits"]
        return [Nearest(Entry.model_validate(h["entry"]), h["confidence"]) for h in hits]

    async def preview(
        self, entry: Entry, texts: Sequence[str], language: Language
    ) -> list[Changed]:
        body = {
            "entry": entry.model_dump(mode="json"),
            "texts": list(texts),
            "language": language,
        }
        return [Changed(**one) for one in (await self._call("/knowledge/preview", body))["changed"]]

    async def groups(self, texts: Sequence[str]) -> list[list[int]]:
        found: list[list[int]] = (await self._call("/texts/groups", {"texts": list(texts)}))[
            "groups"
        ]
        return found

    async def _call(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Encoding hundreds of texts takes longer than a search may."""
        return await self._server.call(path, body, seconds=60.0)
