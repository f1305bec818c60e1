"""A search turn in Telegram against the same turn through the chat API, alternately in one run.

    python -m tests.bench.bench_telegram [--turns 100]

The Telegram turn is counted from the moment the emulated Bot API hands out the update to the moment
the answer's request reaches it; the emulator's own time is not counted. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time
from itertools import cycle
from typing import Any
from uuid import uuid4

import httpx

from assistant.bench_turn import QUESTIONS
from tests.bench.channel_stack import log, stack
from tests.telegram_emulator import Emulator
from tests.telegram_emulator import running as emulated

WARM_UP = 10
CHAT = 7001


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--turns", type=int, default=100)
    turns = options.parse_args().turns
    with emulated() as emulator:
        print(json.dumps(asyncio.run(measure(emulator, turns)), indent=1))


async def measure(emulator: Emulator, turns: int) -> dict[str, Any]:
    async with stack(emulator) as (url, _), httpx.AsyncClient(base_url=url, timeout=30) as client:
        log("started; measuring")
        emulator.says(CHAT, "/start")
        await _answered(emulator, 0)
        web, telegram = [], []
        chat = await _begin(client)
        for number, question in zip(range(WARM_UP + turns), cycle(QUESTIONS), strict=False):
            if number % 20 == 0:
                chat = await _begin(client)
            web.append(await _ask(client, chat, question))
            telegram.append(await _tell(emulator, question))
            await asyncio.sleep(1.1)  # within the one message a second that a chat may get
        return _result(web[WARM_UP:], telegram[WARM_UP:])


async def _begin(client: httpx.AsyncClient) -> tuple[str, dict[str, str]]:
    started = (await client.post("/api/v1/conversations", json={"language": "en"})).json()
    path = f"/api/v1/conversations/{started['id']}/messages"
    return path, {"Authorization": f"Bearer {started['token']}"}


async def _ask(client: httpx.AsyncClient, chat: tuple[str, Any], question: str) -> float:
    body = {"id": str(uuid4()), "text": question}
    began = time.perf_counter()
    answer = await client.post(chat[0], json=body, headers=chat[1])
    taken = (time.perf_counter() - began) * 1000
    answer.raise_for_status()
    return taken


async def _tell(emulator: Emulator, question: str) -> float:
    before = len(emulator.of("sendMessage"))
    emulator.says(CHAT, question)
    update = emulator.last_update
    arrived = await _answered(emulator, before)
    return (arrived - emulator.told_at[update]) * 1000


async def _answered(emulator: Emulator, before: int) -> float:
    """When the request with the answer reached the emulator."""
    for _ in range(10_000):
        sent = [call for call in emulator.calls if call.method == "sendMessage"]
        if len(sent) > before:
            return sent[before].at
        await asyncio.sleep(0.002)
    raise AssertionError("no answer within 20 s")


def _result(web: list[float], telegram: list[float]) -> dict[str, Any]:
    web_p50, telegram_p50 = statistics.median(web), statistics.median(telegram)
    return {
        "n": len(web),
        "web_p50_ms": round(web_p50, 1),
        "telegram_p50_ms": round(telegram_p50, 1),
        "more_ms": round(telegram_p50 - web_p50, 1),
        "web_p95_ms": round(statistics.quantiles(web, n=20)[-1], 1),
        "telegram_p95_ms": round(statistics.quantiles(telegram, n=20)[-1], 1),
    }


if __name__ == "__main__":
    main()
