"""Calls to Telegram by aiohttp: a third of the processor that the library's own client takes."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

AT_ONCE = 64  # connections
CONNECT_SECONDS = 5.0


class AiohttpRequest(BaseRequest):
    """The library's seam for an HTTP client; `patience` is seconds for an answer."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._patience

    async def initialize(self) -> None:
        if self._session is not None and self._session.closed:
            self._session = None

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NetworkError, whose cause tells whether the call ever left."""
        if self._session is None:
            self._session = _session(url)
        read = read_timeout if isinstance(read_timeout, int | float) else self._patience
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data) if request_data else None,
                timeout=aiohttp.ClientTimeout(connect=CONNECT_SECONDS, sock_read=read),
                allow_redirects=False,
            ) as answer:
                return answer.status, await answer.read()
        except aiohttp.ServerTimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


def never_left(cause: BaseException | None) -> bool:
    """Whether the request cannot have reached Telegram."""
    return isinstance(cause, (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError))


def _session(url: str) -> aiohttp.ClientSession:
    """The way by a proxy is looked for once; `trust_env` would look at every call."""
    reached = urlsplit(url)
    direct = proxy_bypass(reached.hostname or "")
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=AT_ONCE, ssl=httpx.create_ssl_context()),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": BaseRequest.USER_AGENT},
        proxy=None if direct else getproxies().get(reached.scheme),
    )


def _body(data: RequestData) -> dict[str, str] | aiohttp.FormData:
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
