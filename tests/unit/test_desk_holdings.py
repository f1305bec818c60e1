"""What a librarian reads when the action server is away, slow, not ready or says no."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI, Response

from assistant.errors import BadRequest, HoldingsUnavailable, RefdeskError
from connectors.holdings import ActionServerHoldings
from tests.browser import served

PROBLEM = "application/problem+json"


def server() -> FastAPI:
    app = FastAPI()

    @app.post("/{status}")
    def answer(status: int) -> Response:
        if status == 500:
            return Response("<h1>Traceback</h1> httpx", 500)
        body = '{"detail": "There is no index of holdings yet."}'
        return Response(body, status, media_type=PROBLEM)

    return app


@pytest.fixture
async def away() -> AsyncIterator[ActionServerHoldings]:
    with socket.socket() as probe:  # a port that nobody listens at
        probe.bind(("127.0.0.1", 0))
        holdings = ActionServerHoldings(f"http://127.0.0.1:{probe.getsockname()[1]}", "secret")
        yield holdings
        await holdings.close()


def readable(error: RefdeskError) -> bool:
    """No word of ours or of a library for programmers."""
    jargon = ("action server", "http", "connect", "attempts", "/holdings", "Traceback", "500")
    return not any(word in str(error) for word in jargon)


async def test_an_action_server_that_is_away(away: ActionServerHoldings) -> None:
    with pytest.raises(HoldingsUnavailable, match="Try again in a minute") as told:
        await away.search("birds", "en")
    assert readable(told.value)
    assert told.value.retry


@pytest.mark.parametrize(
    ("status", "kind", "words"),
    [
        (503, HoldingsUnavailable, "There is no index of holdings yet. Try again"),
        (422, BadRequest, "There is no index"),
        (500, HoldingsUnavailable, "cannot be looked up just now. Try again"),
        (401, HoldingsUnavailable, "cannot be looked up just now. Try again"),
    ],
)
async def test_an_action_server_that_says_no(
    status: int, kind: type[RefdeskError], words: str
) -> None:
    with served(server()) as address:
        holdings = ActionServerHoldings(address, "secret")
        with pytest.raises(kind, match=words) as told:
            await holdings.call(f"/{status}", {})
        await holdings.close()
    assert readable(told.value)
