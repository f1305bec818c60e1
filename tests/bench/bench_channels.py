"""Readers in Telegram and on the website at once: what is lost, doubled or out of order, and how long.

    python -m tests.bench.bench_channels [--readers 200] [--every 5] [--seconds 600] [--engine real|echo]

Each reader sends a numbered message every so many seconds. `real` runs the whole assistant on a data
directory of its own; `echo` puts the deterministic engine in place of Rasa. Telegram's
limit of 30 messages a second is raised: 200 readers at one message in five seconds are 40. Prints one
JSON object; a turn is counted from sending to the answer's arrival, in milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import uvicorn

from assistant.care import Care
from assistant.store import Database
from tests.bench.channel_stack import log, stack
from tests.channels import house, running, telegram
from tests.mail_servers import free_port
from tests.telegram_emulator import TOKEN, Emulator
from tests.telegram_emulator import running as emulated

THINGS = [
    "birds",
    "bread",
    "music",
    "football",
    "gardens",
    "poverty",
    "photographs",
    "poetry",
    "islands",
    "castles",
    "oceans",
    "fairs",
    "trains",
    "medicine",
    "cities",
    "dogs",
    "painting",
    "children",
    "women",
    "farming",
    "weather",
    "mathematics",
]
PLACES = [
    "China",
    "Russia",
    "France",
    "Rome",
    "Egypt",
    "India",
    "Scotland",
    "Japan",
    "Africa",
    "Italy",
    "London",
    "Persia",
    "Greece",
    "Ireland",
    "America",
    "Germany",
    "Spain",
    "Mexico",
    "Norway",
    "Poland",
]
FRAMES = (
    "books about {}",
    "do you have anything on {}?",
    "I'm looking for {}",
    "something about {}",
)
FOLLOW_UPS = (
    "where is the second one?",
    "more like the first one",
    "show me more",
    "cite the first",
)
OTHERS = (
    "when are you open on Sunday?",
    "is the east branch open tomorrow",
    "how do I renew a book",
    "how long can I keep a DVD",
    "can I print from my phone",
    "hello",
    "thank you",
    "is there parking",
)


def message(chance: random.Random, number: int) -> str:
    """As readers write: half search, a quarter ask back, a quarter ask about the library."""
    kind = chance.random()
    if number == 0 or kind < 0.5:
        wish = f"{chance.choice(THINGS)} in {chance.choice(PLACES)}"
        return chance.choice(FRAMES).format(wish)
    return chance.choice(FOLLOW_UPS if kind < 0.75 else OTHERS)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--readers", type=int, default=200, help="on each of the two channels")
    options.add_argument("--every", type=float, default=5.0)
    options.add_argument("--seconds", type=float, default=600.0)
    options.add_argument("--engine", choices=("real", "echo"), default="real")
    options.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    options.add_argument("--api", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        asyncio.run(serve(chosen.serve, chosen.api))
        return
    with emulated() as emulator:
        print(json.dumps(asyncio.run(measure(emulator, chosen)), indent=1))


async def measure(emulator: Emulator, chosen: argparse.Namespace) -> dict[str, Any]:
    service = stack(emulator) if chosen.engine == "real" else echo(emulator)
    async with service as (url, settings):
        limits = httpx.Limits(max_connections=None, keepalive_expiry=4)
        async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as client:
            web = [WebReader(client, number) for number in range(chosen.readers)]
            phones = [Phone(emulator, 10_000 + number) for number in range(chosen.readers)]
            log(f"{chosen.readers} readers on each channel begin")
            await asyncio.gather(*(one.begin() for one in (*web, *phones)))
            before = used()
            watcher = asyncio.create_task(_watch(emulator, {one.chat: one for one in phones}))
            until = time.monotonic() + chosen.seconds
            await asyncio.gather(*(_talk(one, chosen.every, until) for one in (*web, *phones)))
            await _all_answered(phones)
            watcher.cancel()
            after = used()
            kept = _kept(settings.data_dir / "refdesk.sqlite", emulator) if settings else {}
    turns = sum(len(one.sent) for one in (*web, *phones))
    return (
        _result(chosen, web, phones)
        | kept
        | {"cpu_ms_a_turn": {n: round((after[n] - before[n]) * 1000 / turns, 2) for n in after}}
    )


def _kept(store: Path, emulator: Emulator) -> dict[str, int]:
    """What the log says: turns without an answer, and chats with answers doubled or out of order."""
    with closing(sqlite3.connect(store)) as database:
        failed = database.execute("SELECT count(*) FROM turn WHERE state != 'done'").fetchone()[0]
        sent = database.execute(
            "SELECT o.address, o.platform_id FROM outbox o JOIN message m ON m.id = o.message_id"
            " WHERE o.state = 'sent' ORDER BY o.address, m.seq"
        ).fetchall()
    chats: dict[str, list[int]] = defaultdict(list)
    for address, ids in sent:
        chats[address] += map(int, ids.split(","))
    return {
        "failed": failed,
        "doubled": len(emulator.of("sendMessage")) - sum(map(len, chats.values())),
        "out_of_order": sum(ids != sorted(ids) for ids in chats.values()),
    }


def used() -> dict[str, float]:
    """Seconds of processor that each process has used, of those this script started and itself."""
    import psutil

    own = psutil.Process()
    names = {"serve": "serve", "actions": "actions", "assistant.engine.serve": "engine"}
    found = {"readers and emulator": sum(own.cpu_times()[:2])}
    for child in own.children():
        words = child.cmdline()
        name = next((names[w] for w in names if w in words), None)
        if name:
            found[name] = sum(child.cpu_times()[:2])
    return found


class WebReader:
    def __init__(self, client: httpx.AsyncClient, number: int) -> None:
        self.client, self.number = client, number
        self.sent: list[str] = []
        self.answered: list[str] = []
        self.took: list[float] = []

    async def begin(self) -> None:
        """All readers come from one address here, which may only begin so many a minute."""
        began = await self.client.post("/api/v1/conversations", json={"language": "en"})
        while began.status_code == httpx.codes.TOO_MANY_REQUESTS:
            await asyncio.sleep(5)
            began = await self.client.post("/api/v1/conversations", json={"language": "en"})
        started = began.json()
        self.path = f"/api/v1/conversations/{started['id']}/messages"
        self.auth = {"Authorization": f"Bearer {started['token']}"}

    async def say(self, text: str) -> None:
        self.sent.append(text)
        began = time.perf_counter()
        body = {"id": str(uuid4()), "text": text}
        answer = await self.client.post(self.path, json=body, headers=self.auth)
        answer.raise_for_status()
        self.took.append((time.perf_counter() - began) * 1000)
        self.answered += ["answer"] * min(1, len(answer.json()["messages"]))


class Phone:
    """A reader in Telegram; answers are matched by number of turns, and by words if they echo."""

    def __init__(self, emulator: Emulator, chat: int) -> None:
        self.emulator, self.chat = emulator, chat
        self.sent: list[str] = []
        self.answered: list[str] = []
        self.took: list[float] = []
        self.began: list[float] = []

    async def begin(self) -> None:
        self.emulator.says(self.chat, "/start")
        while not self.emulator.said(self.chat):
            await asyncio.sleep(0.1)

    async def say(self, text: str) -> None:
        self.sent.append(text)
        self.began.append(time.time())
        self.emulator.says(self.chat, text)

    def arrived(self, text: str, at: float) -> None:
        if len(self.took) < len(self.began):
            self.took.append((at - self.began[len(self.took)]) * 1000)
        self.answered.append(text)


async def _watch(emulator: Emulator, phones: dict[int, Phone]) -> None:
    """Hand every message that reaches the emulator to its reader."""
    seen = len(emulator.calls)
    while True:
        calls, seen = emulator.calls[seen:], len(emulator.calls)
        for call in calls:
            if call.method == "sendMessage":
                phones[int(call.data["chat_id"])].arrived(call.data["text"], call.at)
        await asyncio.sleep(0.01)


async def _talk(reader: WebReader | Phone, every: float, until: float) -> None:
    chance = random.Random(str(getattr(reader, "chat", getattr(reader, "number", 0))))
    await asyncio.sleep(chance.uniform(0, every))
    number = 0
    while time.monotonic() < until:
        began = time.monotonic()
        await reader.say(message(chance, number))
        number += 1
        await asyncio.sleep(max(0.0, every - (time.monotonic() - began)))


async def _all_answered(phones: list[Phone], seconds: float = 60.0) -> None:
    until = time.monotonic() + seconds
    while any(len(p.answered) < len(p.sent) for p in phones) and time.monotonic() < until:
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)  # what comes twice comes now


def _result(
    chosen: argparse.Namespace, web: list[WebReader], phones: list[Phone]
) -> dict[str, Any]:
    everyone: list[WebReader | Phone] = [*web, *phones]
    lost = sum(max(0, len(one.sent) - len(one.answered)) for one in everyone)
    echoes = {id(one): [f"You said: {text}" for text in one.sent] for one in phones}
    echoed = chosen.engine == "echo"
    return {
        "engine": chosen.engine,
        "readers": len(everyone),
        "seconds": chosen.seconds,
        "messages": sum(len(one.sent) for one in everyone),
        "lost": lost,
        "doubled": sum(_doubled(one) for one in phones) if echoed else None,
        "out_of_order": sum(p.answered != echoes[id(p)] for p in phones) if echoed else None,
        "web": _times([took for one in web for took in one.took]),
        "telegram": _times([took for one in phones for took in one.took]),
    }


def _doubled(phone: Phone) -> int:
    return sum(count - 1 for count in Counter(phone.answered).values())


def _times(took: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(took, n=100)
    return {
        "p50_ms": round(cuts[49], 1),
        "p95_ms": round(cuts[94], 1),
        "p99_ms": round(cuts[98], 1),
    }


@asynccontextmanager
async def echo(emulator: Emulator) -> AsyncIterator[tuple[str, Any]]:
    """The web server and Telegram over the deterministic engine, in a process of their own."""
    port = free_port()
    command = [sys.executable, "-m", "tests.bench.bench_channels", "--serve", str(port)]
    server = subprocess.Popen([*command, "--api", emulator.url])
    url = f"http://127.0.0.1:{port}"
    try:
        async with httpx.AsyncClient() as client:
            while True:
                try:
                    await client.get(f"{url}/healthz")
                    break
                except httpx.TransportError:
                    await asyncio.sleep(0.1)
        yield url, None
    finally:
        server.terminate()
        server.wait(20)


async def serve(port: int, api: str) -> None:
    from connectors.web.app import create_app
    from connectors.web.service import Web

    async def ready() -> dict[str, bool]:
        return {}

    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'refdesk.sqlite'}")
        database.migrate()
        at_home = house(database, messages_per_minute=1_000_000)
        made = telegram(at_home, api, token=TOKEN, a_second=1000)
        care = Care(database, at_home.conversations.clock)
        web = Web(at_home.conversations, care, at_home.library, ready)
        app = create_app(web, origins=(), messages_per_minute=1_000_000)
        app.state.limiter.start = lambda address: None
        config = uvicorn.Config(
            app, port=port, log_level="error", access_log=False, timeout_keep_alive=60
        )
        async with running(at_home, made.channel):
            await uvicorn.Server(config).serve()
        database.close()


if __name__ == "__main__":
    main()
