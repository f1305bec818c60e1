"""What a failed call to Telegram tells: whether it may have been heard there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram.error import NetworkError, TimedOut

from connectors.telegram.request import AiohttpRequest, never_left
from tests.mail_servers import free_port


@pytest.fixture
async def request_() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(patience=0.2) as request:
        yield request


async def served(*, hangs_up: bool, ended: asyncio.Event) -> asyncio.Server:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        if not hangs_up:
            await reader.read()  # until the caller has lost patience
        writer.close()
        await writer.wait_closed()
        ended.set()

    return await asyncio.start_server(answer, "127.0.0.1", 0)


async def test_nobody_there_means_it_never_left(request_: AiohttpRequest) -> None:
    with pytest.raises(NetworkError) as failed:
        await request_.do_request(f"http://127.0.0.1:{free_port()}/", "POST")
    assert never_left(failed.value.__cause__)


@pytest.mark.parametrize(("hangs_up", "error"), [(True, NetworkError), (False, TimedOut)])
async def test_a_call_without_an_answer_may_have_been_heard(
    request_: AiohttpRequest, hangs_up: bool, error: type[NetworkError]
) -> None:
    ended = asyncio.Event()
    async with await served(hangs_up=hangs_up, ended=ended) as server:
        port = server.sockets[0].getsockname()[1]
        with pytest.raises(error) as failed:
            await request_.do_request(f"http://127.0.0.1:{port}/", "POST")
        await ended.wait()
    assert not never_left(failed.value.__cause__)


async def test_it_can_be_opened_again(request_: AiohttpRequest) -> None:
    url = f"http://127.0.0.1:{free_port()}/"
    for _ in range(2):
        with pytest.raises(NetworkError, match="Connect"):
            await request_.do_request(url, "POST")
        await request_.shutdown()
        await request_.initialize()
