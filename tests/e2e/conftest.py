"""The whole assistant, started once for all end-to-end tests: every process is the real one."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from assistant.cli_run import prepare
from assistant.processes import serve_actions, serve_engine, serve_web, with_free_ports
from assistant.settings import Settings, load_settings
from assistant.supervise import Watched, running

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Stack:
    """The running assistant: its address, its settings and its processes by name."""

    base_url: str
    settings: Settings
    processes: dict[str, Watched]
    client: httpx.Client

    def start(self, language: str = "en") -> Reader:
        answer = self.client.post("/conversations", json={"language": language})
        started = answer.raise_for_status().json()
        auth = {"Authorization": f"Bearer {started['token']}"}
        return Reader(self.client, f"/conversations/{started['id']}", auth)


@dataclass(frozen=True)
class Reader:
    """One reader's conversation through the chat API."""

    client: httpx.Client
    path: str
    auth: dict[str, str]

    def say(self, text: str) -> dict[str, object]:
        return self._post({"text": text})

    def press(self, payload: str) -> dict[str, object]:
        return self._post({"payload": payload})

    def _post(self, body: dict[str, str]) -> dict[str, object]:
        sent = {"id": str(uuid4()), **body}
        answer = self.client.post(f"{self.path}/messages", json=sent, headers=self.auth)
        turn: dict[str, object] = answer.raise_for_status().json()
        return turn


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """Model and index are kept in var/test between runs and made anew only when stale."""
    data = ROOT / "var" / "test"
    (data / "models").mkdir(parents=True, exist_ok=True)
    _share_encoders(data)
    for left in data.glob("refdesk.sqlite*"):
        left.unlink()
    settings = with_free_ports(
        load_settings(
            environ={},
            file=data / "none.toml",
            data_dir=data,
            host="127.0.0.1",
            messages_per_minute=10_000,
        ),
        "port",
        "engine_port",
        "actions_port",
    )
    prepare(settings)
    with _running(settings) as stack:
        yield stack


def _share_encoders(data: Path) -> None:
    for own in load_settings(environ={}, data_dir=ROOT / "var").encoders.values():
        link = data / "models" / own.name
        if not link.exists():
            link.symlink_to(own)


class _running:  # noqa: N801 - used as a context manager
    """The processes in an event loop of their own thread, since tests have theirs."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.loop = asyncio.new_event_loop()
        self.up: Future[Stack] = Future()
        self.done = asyncio.Event()
        self.thread = threading.Thread(target=self.loop.run_until_complete, args=(self._main(),))

    async def _main(self) -> None:
        settings = self.settings
        wanted = [serve_actions(settings), serve_engine(settings), serve_web(settings)]
        try:
            async with running(wanted, settings.data_dir / "logs", print) as watched:
                named = {each.process.name: each for each in watched}
                watchers = [asyncio.create_task(each.watch()) for each in watched]
                url = f"http://127.0.0.1:{settings.port}"
                with httpx.Client(base_url=f"{url}/api/v1", timeout=60) as client:
                    self.up.set_result(Stack(url, settings, named, client))
                    await self.done.wait()
                for each in watched:
                    each.stopping = True
                for watcher in watchers:
                    watcher.cancel()
        except Exception as error:
            if self.up.done():
                raise
            self.up.set_exception(error)

    def __enter__(self) -> Stack:
        self.thread.start()
        return self.up.result(300)

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.done.set)
        self.thread.join(30)
        self.loop.close()
