"""Debian's Chromium for tests of pages, and where their screenshots go."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.async_api import Browser, Page, async_playwright

ROOT = Path(__file__).parents[1]
AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """Path of the browser. Its absence skips the test here and fails it in CI."""
    path = os.environ.get("REFDESK_TEST_CHROMIUM") or shutil.which("chromium")
    if not path and os.environ.get("CI"):
        pytest.fail("chromium is not installed: .ci/run installs it")
    if not path:
        pytest.skip("chromium is not installed here: apt-get install chromium")
    return path


@asynccontextmanager
async def browser(*flags: str) -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
        try:
            yield launched
        finally:
            await launched.close()


@contextmanager
def served(app: Any) -> Iterator[str]:
    """The application on a real port of loopback, in a thread of its own; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(
        app, host="127.0.0.1", port=port, log_level="error", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)


def shot(name: str) -> Path:
    """Where a screenshot goes: REFDESK_TEST_SHOTS, or the data directory's shots folder."""
    folder = Path(os.environ.get("REFDESK_TEST_SHOTS", ROOT / "var" / "shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.png"


async def violations(page: Page) -> list[str]:
    """What axe-core finds on a page, in words."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm install in tests/")
    await page.evaluate(AXE.read_text("utf-8"))
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url} {rule['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
