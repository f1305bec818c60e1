"""The dialogue engine as the core sees it: Rasa behind one HTTP call a turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

import httpx
import orjson

from assistant.errors import BadRequest, EngineUnavailable
from assistant.model import Effect, EngineReply, Language, Said, SearchLog, Understanding
from assistant.parts import load_parts

_SECONDS = 15.0  # longer than the engine itself waits for an action
_AT_ONCE = 16  # turns in the engine: more would only wait there, and for no more than _SECONDS


class RasaEngine:
    """Implements assistant.ports.DialogueEngine over `assistant/engine/channel.py`.

    NOW is the library's own clock: what "tomorrow" is, is read by it.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        now: Callable[[], datetime],
        *,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._now = now
        self._http = httpx.AsyncClient(
            base_url=f"{url.rstrip('/')}/webhooks/refdesk",
            headers={"Authorization": f"Bearer {secret}", "Content-Type": "application/json"},
            timeout=httpx.Timeout(_SECONDS, connect=2.0),
            transport=transport or _transport(),
        )
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def turn(
        self, conversation_id: str, said: Said, language: Language | None
    ) -> EngineReply:
        """Answer one message.

        Raises EngineUnavailable when the engine or its actions do not answer (nothing of the turn
        is kept, the same message may be sent again), BadRequest when it refuses the message.
        """
        body: dict[str, Any] = {
            "conversation_id": conversation_id, "message_id": said.id, "language": language,
            "now": self._now().isoformat(),
            **({"waits": said.waits} if said.waits else {}),
            **({"staffed": True} if said.staffed else {}),
            **({"text": said.text} if said.payload is None else {"payload": said.payload}),
        }  # fmt: skip
        return _reply(await self._post("turn", body))

    async def forget(self, conversation_id: str) -> int:
        """Erase what the engine keeps; returns how many events. Raises EngineUnavailable."""
        return int((await self._post("forget", {"conversation_id": conversation_id}))["erased"])

    async def ready(self) -> bool:
        try:
            answer = await self._http.get("/ready", timeout=2.0)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200

    async def close(self) -> None:
        await self._http.aclose()

    async def _post(self, call: str, body: dict[str, Any]) -> dict[str, Any]:
        try:
            async with self._places:
                answer = await self._http.post(f"/{call}", content=orjson.dumps(body))
        except httpx.HTTPError as error:
            raise EngineUnavailable(f"The dialogue engine did not answer: {error!r}") from error
        found = _object(answer)
        if answer.status_code == 422:
            raise BadRequest(str(found.get("detail", "")))
        if answer.status_code != 200:
            raise EngineUnavailable(f"The dialogue engine failed ({answer.status_code}): {found}")
        return found


def _transport() -> httpx.AsyncBaseTransport:
    """For the engine alone: it takes a call that broke off for one that never began.

    A turn that comes again gets the same reply, but Telegram would send its message twice.
    """
    from httpx_aiohttp import AiohttpTransport

    limits = httpx.Limits(max_connections=_AT_ONCE, keepalive_expiry=60)
    return AiohttpTransport(verify=False, trust_env=False, limits=limits)  # loopback, no TLS


def _object(answer: httpx.Response) -> dict[str, Any]:
    try:
        found = orjson.loads(answer.content)
    except orjson.JSONDecodeError:
        return {"detail": answer.text[:200]}
    return found if isinstance(found, dict) else {"detail": answer.text[:200]}


def _reply(found: dict[str, Any]) -> EngineReply:
    try:
        return EngineReply(
            messages=[load_parts(parts) for parts in found["messages"]],
            understood=_understood(found["understood"]),
            searches=[SearchLog(**one) for one in found["searches"]],
            effects=[Effect(**one) for one in found["effects"]],
            latency_ms=found["latency_ms"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise EngineUnavailable(
            f"The dialogue engine's answer cannot be read: {error!r}"
        ) from error


def _understood(found: dict[str, Any]) -> Understanding:
    ranking = [(name, confidence) for name, confidence in found["ranking"]]
    return Understanding(**{**found, "ranking": ranking})
