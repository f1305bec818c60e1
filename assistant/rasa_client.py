"""The dialogue engine as the core sees it: Rasa behind one HTTP call a turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any

import aiohttp
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

    def __init__(self, url: str, secret: str, now: Callable[[], datetime]) -> None:
        self._now = now
        self._url = f"{url.rstrip('/')}/webhooks/refdesk"
        self._headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}

    @cached_property
    def _http(self) -> aiohttp.ClientSession:
        """Opened at the first call, in the event loop that it belongs to."""
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=_AT_ONCE, keepalive_timeout=60),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=self._headers,
            timeout=aiohttp.ClientTimeout(sock_connect=2.0, sock_read=_SECONDS),
        )

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
            async with asyncio.timeout(2.0), self._http.get(f"{self._url}/ready") as answer:
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False

    async def close(self) -> None:
        await self._http.close()

    async def _post(self, call: str, body: dict[str, Any]) -> dict[str, Any]:
        try:
            async with self._http.post(f"{self._url}/{call}", data=orjson.dumps(body)) as answer:
                status, content = answer.status, await answer.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise EngineUnavailable(f"The dialogue engine did not answer: {error!r}") from error
        found = _object(content)
        if status == 422:
            raise BadRequest(str(found.get("detail", "")))
        if status != 200:
            raise EngineUnavailable(f"The dialogue engine failed ({status}): {found}")
        return found


def _object(content: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError:
        found = None
    return found if isinstance(found, dict) else {"detail": content[:200].decode(errors="replace")}


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
