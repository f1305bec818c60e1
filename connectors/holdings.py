"""The holdings over loopback: the action server has the index open, so nobody else needs it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

import httpx
from pydantic import TypeAdapter

from assistant.errors import BadRequest, HoldingsUnavailable, RefdeskError
from assistant.model import Item, Language

log = logging.getLogger(__name__)
WHAT_NOW = "Try again in a minute; if it stays so, tell whoever runs the service."
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
        """One call of the action server. Raises HoldingsUnavailable, BadRequest."""
        timeout = self._client.timeout if seconds is None else seconds
        try:
            response = await self._client.post(path, json=body, timeout=timeout)
        except httpx.HTTPError as error:
            log.warning("the action server did not answer %s: %r", path, error)
            raise HoldingsUnavailable(f"The holdings do not answer just now. {WHAT_NOW}") from error
        if response.is_error:
            raise _refused(path, response)
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


def _refused(path: str, response: httpx.Response) -> RefdeskError:
    """The action server's own words where it wrote some for people, never a bare status."""
    log.warning("the action server answered %s with %s", path, response.status_code)
    told = response.headers.get("content-type", "").startswith("application/problem+json")
    detail = str(response.json().get("detail", "")) if told else ""
    match response.status_code:
        case 400 | 422 if detail:
            return BadRequest(detail)
        case 503 if detail:
            return HoldingsUnavailable(f"{detail} {WHAT_NOW}")
    return HoldingsUnavailable(f"The holdings cannot be looked up just now. {WHAT_NOW}")
