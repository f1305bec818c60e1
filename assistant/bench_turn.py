"""A whole search turn through the chat API against a greeting on Rasa's starter bot, in one run."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from assistant.cli_run import prepare, tell
from assistant.errors import RefdeskError
from assistant.processes import (
    Process,
    environment,
    free_port,
    serve_actions,
    serve_engine,
    serve_web,
    with_free_ports,
)
from assistant.settings import Settings, alone, load_settings
from assistant.supervise import running

WARM_UP = 30
TURNS_A_CONVERSATION = 20
QUESTIONS = (
    "do you have anything about how birds navigate",
    "books about the silk road",
    "I need something on sourdough baking",
    "a novel set in nineteenth century Russia",
    "what have you got about black holes",
    "something on growing vegetables in a small garden",
    "有没有关于鸟类迁徙的书",
    "books by Ursula Le Guin published before 1975",
    "I'm looking for poems about the sea",
    "books about the history of China",
    "有关中国历史的书",
    "how does the stock market work, any books?",
    "a detective story with a clever old lady",
    "books on coping with anxiety",
)


def run(records: int | None, docs: Path | None, turns: int) -> dict[str, Any]:
    """Both bots started in a temporary place, asked alternately. Times in milliseconds.

    `search_p50_ms` is POST /messages of a holdings question; `stock_p50_ms` is POST
    /webhooks/rest/webhook of "hello" on the bot that `rasa init` makes.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = _settings(Path(folder) / "refdesk", records, docs)
        stock = _starter_bot(Path(folder) / "starter", settings)
        prepare(settings)
        return asyncio.run(_measure(settings, stock, turns))


def _settings(folder: Path, records: int | None, docs: Path | None) -> Settings:
    """The installation's settings on an own data directory, with its encoder linked in."""
    own = load_settings()
    (folder / "models").mkdir(parents=True)
    for encoder in own.encoders.values():
        if encoder.exists():
            (folder / "models" / encoder.name).symlink_to(encoder)
    library = own.library_dir
    if records or docs:
        library = _library(folder / "library", own.library_dir, records, docs)
    settings = replace(
        alone(own, folder), library_dir=library, port=free_port(0), messages_per_minute=1_000_000
    )
    return with_free_ports(settings, "engine_port", "actions_port")


def _library(folder: Path, like: Path, records: int | None, docs: Path | None) -> Path:
    """The library's facts with other holdings: a file's, or the sample's multiplied."""
    (folder / "holdings").mkdir(parents=True)
    for entry in like.iterdir():
        if entry.name != "holdings":
            (folder / entry.name).symlink_to(entry)
    lines = docs.open(encoding="utf-8") if docs else _multiplied(like / "holdings")
    with (folder / "holdings" / "holdings.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(islice(lines, records))
    return folder


def _multiplied(holdings: Path) -> Iterator[str]:
    """Sample records without end: each round pairs a title with the next record's summary."""
    from index.sources import open_source
    from index.sources.base import Mark

    sample = [
        record
        for file in sorted(holdings.glob("*.xml"))
        for record in open_source(str(file)).read(Mark())
        if hasattr(record, "title")
    ]
    for round_ in range(sys.maxsize):
        for n, record in enumerate(sample):
            other = sample[(n + round_) % len(sample)]
            yield json.dumps(_record(record, other, round_), ensure_ascii=False) + "\n"


def _record(record: Any, other: Any, round_: int) -> dict[str, Any]:
    title = record.title if round_ == 0 else f"{record.title} : {other.title}"
    return {
        "id": f"{record.id}-{round_}", "title": title, "authors": list(other.authors),
        "year": record.year, "language": record.language or "eng", "format": record.format,
        "subjects": list(record.subjects), "summary": other.summary,
    }  # fmt: skip


def _starter_bot(folder: Path, settings: Settings) -> Process:
    """`rasa init`, trained as it comes."""
    folder.mkdir(parents=True)
    rasa = settings.engine_python.parent / "rasa"
    env = environment(settings)
    tell("training Rasa's starter bot")
    command = [str(rasa), "init", "--no-prompt", "--init-dir", str(folder)]
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RefdeskError(f"rasa init failed: {done.stderr.strip()[-300:]}")
    port = free_port(0)
    serve = [str(rasa), "run", "--port", str(port), "--interface", "127.0.0.1"]
    serve += ["--model", str(folder / "models"), "--credentials", str(folder / "credentials.yml")]
    env |= {"PWD": str(folder)}
    return Process("stock", serve, env, f"http://127.0.0.1:{port}/", {})


async def _measure(settings: Settings, stock: Process, turns: int) -> dict[str, Any]:
    processes = [stock, serve_actions(settings), serve_engine(settings), serve_web(settings)]
    tell("starting both bots")
    async with running(processes, settings.data_dir / "logs", tell) as watched:
        greet = stock.ready_url + "webhooks/rest/webhook"
        with httpx.Client(timeout=30) as client:
            chat = Chat(client, f"http://127.0.0.1:{settings.port}/api/v1/conversations")
            tell(f"measuring {turns} turns of each, alternately")
            times = _alternate(client, greet, chat, turns)
        memory = _memory(watched[1:])
    if chat.without_holdings > turns // 2:
        raise RefdeskError(
            "Most search turns showed no holdings: the figure would be worth nothing."
        )
    stock_ms, search_ms = times
    result = _result(stock_ms, search_ms, turns, memory)
    return result | {"without_holdings": chat.without_holdings}


def _result(
    stock_ms: list[float], search_ms: list[float], turns: int, memory: float
) -> dict[str, Any]:
    stock_p50, search_p50 = statistics.median(stock_ms), statistics.median(search_ms)
    return {
        "n": turns,
        "stock_p50_ms": round(stock_p50, 2),
        "search_p50_ms": round(search_p50, 2),
        "ratio": round(search_p50 / stock_p50, 3),
        "p95_ms": round(statistics.quantiles(search_ms, n=20)[-1], 2),
        "stock_p95_ms": round(statistics.quantiles(stock_ms, n=20)[-1], 2),
        "memory_mb": round(memory),
        "cores": os.cpu_count(),
    }


class Chat:
    """Asks holdings questions through the chat API; a new conversation every so often."""

    def __init__(self, client: httpx.Client, url: str) -> None:
        self.client, self.url = client, url
        self.questions = cycle(QUESTIONS)
        self.left = 0
        self.without_holdings = 0

    def ask(self) -> float:
        if not self.left:
            started = self.client.post(self.url, json={"language": "en"}).raise_for_status().json()
            self.path = f"{self.url}/{started['id']}/messages"
            self.auth = {"Authorization": f"Bearer {started['token']}"}
            self.left = TURNS_A_CONVERSATION
        self.left -= 1
        body = {"id": str(uuid4()), "text": next(self.questions)}
        began = time.perf_counter()
        answer = self.client.post(self.path, json=body, headers=self.auth)
        taken = (time.perf_counter() - began) * 1000
        self.without_holdings += not _shows_holdings(answer)
        return taken


def _shows_holdings(answer: httpx.Response) -> bool:
    messages = answer.raise_for_status().json()["messages"]
    return any(part["type"] == "holdings" for m in messages for part in m["parts"])


def _alternate(
    client: httpx.Client, greet: str, chat: Chat, turns: int
) -> tuple[list[float], list[float]]:
    stock_ms: list[float] = []
    search_ms: list[float] = []
    for n in range(WARM_UP + turns):
        body = {"sender": f"bench-{n // TURNS_A_CONVERSATION}", "message": "hello"}
        began = time.perf_counter()
        client.post(greet, json=body).raise_for_status()
        stock_ms.append((time.perf_counter() - began) * 1000)
        search_ms.append(chat.ask())
    return stock_ms[WARM_UP:], search_ms[WARM_UP:]


def _memory(watched: list[Any]) -> float:
    """Resident memory of our processes and their children, in MB."""
    import psutil

    parents = [psutil.Process(each.child.pid) for each in watched]
    every = [p for parent in parents for p in (parent, *parent.children(recursive=True))]
    return sum(float(p.memory_info().rss) for p in every) / 1e6
