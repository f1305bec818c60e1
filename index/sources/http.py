"""Asking servers: time limits, retries with back-off, and one kind of error when all fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import requests
from requests.adapters import HTTPAdapter
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential
from urllib3.util import Retry

from index.errors import SourceError, SourceUnreachable

T = TypeVar("T")
_TRIES = 5
_TIMEOUT = (10, 120)  # seconds to connect, and between two bytes
_LATER = (429, 500, 502, 503, 504)


class BrokenAnswerError(Exception):
    """An answer that breaks off or is not what was asked for; asking again may help."""


class _Adapter(HTTPAdapter):
    """With time limits, which requests leaves out."""

    def send(self, request: Any, *args: Any, **told: Any) -> Any:
        told["timeout"] = told.get("timeout") or _TIMEOUT
        return super().send(request, *args, **told)


def session(wait: float) -> requests.Session:
    """One that waits as servers ask it to (Retry-After) and asks again when they are overloaded."""
    made = requests.Session()
    retry = Retry(
        total=_TRIES,
        connect=0,  # `patiently` tries again, and a mistyped address should not take minutes
        backoff_factor=wait,
        status_forcelist=_LATER,
        raise_on_status=False,
    )
    made.mount("http://", _Adapter(max_retries=retry))
    made.mount("https://", _Adapter(max_retries=retry))
    made.headers["User-Agent"] = "refdesk (library catalogue harvester)"
    return made


def patiently(ask: Callable[[], T], where: str, wait: float) -> T:
    """The answer of `ask`, tried five times; raises SourceUnreachable, or SourceError for a 4xx."""
    tries = Retrying(
        retry=retry_if_exception_type(BrokenAnswerError),
        wait=wait_exponential(multiplier=wait, max=60),
        stop=stop_after_attempt(_TRIES),
        reraise=True,
    )
    try:
        return tries(lambda: _asked(ask))
    except BrokenAnswerError as error:
        again = "Run the same command again later: it goes on where it stopped."
        raise SourceUnreachable(f"{where}: {error}. {again}") from None
    except requests.HTTPError as error:
        raise SourceError(f"{where}: {error}") from None


def _asked(ask: Callable[[], T]) -> T:
    try:
        return ask()
    except requests.HTTPError as error:
        if error.response is not None and error.response.status_code < 500:
            raise
        raise BrokenAnswerError(str(error)) from None
    except requests.RequestException as error:
        raise BrokenAnswerError(_plainly(error)) from None


def _plainly(error: Exception) -> str:
    """Without the layers of wrapping that requests and urllib3 put around a reason."""
    reason: Any = error
    while getattr(reason, "args", ()) and isinstance(reason.args[-1], Exception):
        reason = reason.args[-1]
    return str(getattr(reason, "reason", None) or reason)


def split_query(url: str) -> tuple[str, dict[str, str]]:
    """The address without its query, and the query's values. Raises SourceError."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise SourceError(f"{url!r}: not a web address (https://...)")
    return urlunsplit(parts._replace(query="", fragment="")), dict(parse_qsl(parts.query))
