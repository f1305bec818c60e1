"""The action server as the engine calls it: HTTP/1.1 over connections that stay open.

A call is one write. A general client's cookies, proxies and redirects, of which there are none
between two processes of one machine, cost more a turn than Rasa's own bookkeeping.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import urlsplit

from httptools import HttpParserError, HttpResponseParser
from rasa.core.actions.action import ActionExecutionRejection
from rasa.shared.exceptions import RasaException
from rasa.utils.endpoints import EndpointConfig

_IDLE = 30.0  # seconds after which a connection is not trusted; the server closes it after 120
_REJECTED = 400  # as rasa-sdk tells that an action does not want to run


class ActionServer(EndpointConfig):
    """Its address and the connections to it that wait for the next call."""

    def __init__(self, url: str, *, secret: str, seconds: float) -> None:
        super().__init__(url)
        self._seconds = seconds
        where = urlsplit(url)
        self._host, self._port = where.hostname or "", where.port or 80
        self._head = (
            f"POST {where.path or '/'} HTTP/1.1\r\nHost: {where.netloc}\r\n"
            f"Authorization: Bearer {secret}\r\nContent-Type: application/json\r\nContent-Length: "
        ).encode()
        self._waiting: list[_Connection] = []

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
        """The server's JSON. Raises ActionExecutionRejection, and RasaException for what fails."""
        body = json.dumps(kwargs["json"], ensure_ascii=False).encode()
        try:
            async with asyncio.timeout(self._seconds):
                status, answer = await self._post(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
        except TimeoutError as error:
            raise RasaException(f"{self.url} did not answer in {self._seconds} s") from error
        except OSError as error:
            raise RasaException(f"{self.url} did not answer: {error}") from error
        if status == _REJECTED:
            raise _rejection(json.loads(answer))
        if status > _REJECTED:
            raise RasaException(f"{self.url} answered with status {status}")
        return json.loads(answer)

    async def close(self) -> None:
        while self._waiting:
            self._waiting.pop().close()

    async def _post(self, request: bytes) -> tuple[int, bytes]:
        connection = await self._connection()
        try:
            answer = await connection.ask(request)
        except BaseException:  # cancelled too: the answer may still come
            connection.close()
            raise
        self._waiting.append(connection)
        return answer

    async def _connection(self) -> _Connection:
        while self._waiting:
            connection = self._waiting.pop()
            if connection.is_good():
                return connection
            connection.close()
        loop = asyncio.get_running_loop()
        return (await loop.create_connection(_Connection, self._host, self._port))[1]


def _rejection(told: dict[str, Any]) -> ActionExecutionRejection:
    return ActionExecutionRejection(told["action_name"], told.get("error"))


class _Connection(asyncio.Protocol):
    """Asks one thing at a time; the parser calls what begins with `on_`."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._stays = True

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and body. Raises ConnectionError when the server goes away or talks nonsense."""
        if self._transport.is_closing():
            raise ConnectionError("the connection was closed")
        self._parser, self._body = HttpResponseParser(self), bytearray()
        self._answer = self._loop.create_future()
        self._transport.write(request)
        answer = await self._answer
        self._used = self._loop.time()
        return answer

    def is_good(self) -> bool:
        """Whether it may be asked again."""
        idle = self._loop.time() - self._used
        return self._stays and idle < _IDLE and not self._transport.is_closing()

    def close(self) -> None:
        self._transport.close()

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except HttpParserError as error:
            self._fail(f"no HTTP ({error})")

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        self._stays = self._parser.should_keep_alive()
        if self._answer and not self._answer.done():
            self._answer.set_result((self._parser.get_status_code(), bytes(self._body)))

    def connection_lost(self, error: Exception | None) -> None:
        self._fail(str(error or "the connection was closed"))

    def _fail(self, why: str) -> None:
        self._transport.close()
        if self._answer and not self._answer.done():
            self._answer.set_exception(ConnectionError(why))
