"""The holdings over loopback: the action server has the index open, so nobody else needs it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx
from pydantic import TypeAdapter

from assistant.errors import HoldingsUnavailable
from assistant.model import Item, Language

_ITEMS = TypeAdapter(list[Item])


class ActionServerHoldings:
    """The Holdings port over the action server's own routes."""

    def __init__(self, url: str, secret: str, seconds: float = 5.0) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, headers={"Authorization": f"Bearer {secret}"}, timeout=seconds
        )

    async def search(
        self,
        text: str,
        language: Language,
        limit: int = 10,
        filters: dict[str, object] | None = None,
    ) -> list[Item]:
        body = {"text": text, "language": language, "limit": limit, "filters": filters or {}}
        return _ITEMS.validate_python((await self.call("/holdings/search", body))["items"])

    async def items(self, record_ids: Sequence[str], language: Language) -> list[Item]:
        body = {"record_ids": list(record_ids), "language": language}
        return _ITEMS.validate_python((await self.call("/holdings/items", body))["items"])

    async def new_since(
        self, text: str, filters: dict[str, Any], since: int, language: Language, limit: int
    ) -> tuple[list[Item], int]:
        """What came in after a change and matches, and the latest change; -1 asks for it alone."""
        body = {"text": text, "filters": filters, "since": since}
        found = await self.call(
            "/holdings/new_since", body | {"language": language, "limit": limit}
        )
        return _ITEMS.validate_python(found["items"]), int(found["head"])

    async def call(
        self, path: str, body: dict[str, Any], seconds: float | None = None
    ) -> dict[str, Any]:
        """One call of the action server. Raises HoldingsUnavailable."""
        timeout = self._client.timeout if seconds is None else seconds
        try:
            response = await self._client.post(path, json=body, timeout=timeout)
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise HoldingsUnavailable(
                f"The action server did not answer {path}: {error}"
            ) from error
        answer: dict[str, Any] = response.json()
        return answer

    async def ready(self) -> bool:
        try:
            response = await self._client.get("/ready")
        except httpx.HTTPError:
            return False
        return response.status_code == httpx.codes.OK

    async def close(self) -> None:
        await self._client.aclose()
