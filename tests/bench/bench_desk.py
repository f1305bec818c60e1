"""How fast a message reaches librarians' windows, and what twenty windows cost the chat.

    python -m tests.bench.bench_desk [--conversations 200] [--windows 20] [--messages 300]

A real server in a process of its own on loopback; readers and windows in this one. Prints one JSON
object. The chat's turn is measured with the windows closed and open in alternating blocks.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from uuid import uuid4

import httpx

from tests.e2e.desk_app import Window

NUMBERS = count(1)
BLOCKS = 6  # alternating: windows closed, windows open


def serve(folder: str, port: int) -> None:
    """The server's own process."""
    import uvicorn

    from assistant.store import Database
    from tests.e2e.desk_app import make_app

    database = Database(f"sqlite:///{folder}/bench.sqlite")
    database.migrate()
    app, console = make_app(database)
    console.limits.hit = lambda address, login: None  # type: ignore[method-assign]
    app.state.limiter.start = lambda address: None
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error", access_log=False)


class Readers:
    """Open conversations, of which a random one speaks at a time."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http
        self.auth: dict[str, dict[str, str]] = {}

    async def come(self, many: int) -> None:
        for _ in range(many):
            started = (await self.http.post("/api/v1/conversations", json={})).json()
            self.auth[started["id"]] = {"Authorization": f"Bearer {started['token']}"}

    async def say(self, id_: str, text: str) -> float:
        """Milliseconds of one whole turn."""
        body, began = {"id": str(uuid4()), "text": text}, time.perf_counter()
        path = f"/api/v1/conversations/{id_}/messages"
        answer = await self.http.post(path, json=body, headers=self.auth[id_])
        assert answer.status_code == 200, answer.text
        return (time.perf_counter() - began) * 1000


class Seen:
    """When each window heard each text."""

    def __init__(self) -> None:
        self.said: dict[str, float] = {}
        self.delays: list[float] = []

    async def watch(self, window: Window, ready: asyncio.Event) -> None:
        url = "/desk/api/v1/events"
        async with window.http.stream("GET", url, timeout=None) as stream:
            async for line in stream.aiter_lines():
                ready.set()
                if line.startswith("data: ") and '"author":"reader"' in line:
                    self.note(line)

    def note(self, line: str) -> None:
        body = json.loads(line[6:]).get("body", {})
        text = body["parts"][0]["text"] if body.get("parts") else ""
        if text in self.said:
            self.delays.append((time.perf_counter() - self.said[text]) * 1000)


@asynccontextmanager
async def listening(opened: list[Window], seen: Seen) -> AsyncIterator[None]:
    """Librarians' windows, each having read the inbox and listening."""
    ready = [asyncio.Event() for _ in opened]
    tasks = [
        asyncio.create_task(seen.watch(window, event))
        for window, event in zip(opened, ready, strict=True)
    ]
    await asyncio.gather(*(window.get("/inbox") for window in opened))
    await asyncio.gather(*(event.wait() for event in ready))
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def block(readers: Readers, ids: list[str], many: int, seen: Seen) -> list[float]:
    """Turns one after the other, about twenty a second at most."""
    took = []
    for n in range(many):
        text = f"question {next(NUMBERS)} about shelves"
        seen.said[text] = time.perf_counter()
        took.append(await readers.say(ids[n % len(ids)], text))
        await asyncio.sleep(0.03)
    return took


async def measure(base: str, conversations: int, many: int, messages: int) -> dict[str, Any]:
    seen, quiet, busy = Seen(), list[float](), list[float]()
    async with httpx.AsyncClient(base_url=base, timeout=30) as http:
        readers = Readers(http)
        await readers.come(conversations)
        ids = list(readers.auth)
        for id_ in ids:
            await readers.say(id_, "hello")
        opened = [await Window.open(base, "ada") for _ in range(many)]
        share = messages // BLOCKS
        for _ in range(BLOCKS):
            quiet += await block(readers, ids, share, Seen())
            async with listening(opened, seen):
                busy += await block(readers, ids, share, seen)
                await asyncio.sleep(0.5)
        for window in opened:
            await window.leave()
    cuts = quantiles(seen.delays, n=100)
    return {
        "conversations": conversations,
        "windows": many,
        "messages": share * BLOCKS,
        "heard": len(seen.delays),
        "expected": share * BLOCKS * many,
        "appears_p50_ms": round(median(seen.delays), 1),
        "appears_p95_ms": round(cuts[94], 1),
        "turn_alone_p50_ms": round(median(quiet), 1),
        "turn_with_windows_p50_ms": round(median(busy), 1),
        "turn_grows": round(median(busy) / median(quiet), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conversations", type=int, default=200)
    parser.add_argument("--windows", type=int, default=20)
    parser.add_argument("--messages", type=int, default=300)
    wished = parser.parse_args()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        code = f"from tests.bench.bench_desk import serve; serve({folder!r}, {port})"
        server = subprocess.Popen([sys.executable, "-c", code], cwd=Path(__file__).parents[2])
        try:
            wait(port)
            base = f"http://127.0.0.1:{port}"
            found = asyncio.run(
                measure(base, wished.conversations, wished.windows, wished.messages)
            )
        finally:
            server.terminate()
            server.wait(10)
    print(json.dumps(found))


def wait(port: int) -> None:
    for _ in range(300):
        try:
            httpx.get(f"http://127.0.0.1:{port}/healthz")
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
