"""Killed between any two steps, nothing is lost and nothing is sent twice."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.store import Database
from assistant.store.tables import MessageRow, OutboxRow
from tests.outbox_child import LONG
from tests.telegram_emulator import Emulator
from tests.telegram_emulator import running as emulated

pytestmark = [pytest.mark.servers, pytest.mark.slow]
REA = 7001
ROOT = Path(__file__).parents[2]


class Stable:
    """Makes processes quickly: one that has imported everything is forked."""

    def __init__(self) -> None:
        self._forker = subprocess.Popen(
            [sys.executable, "-m", "tests.outbox_child"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        self._pids: set[int] = set()

    def start(self, database: Path, api: str, kill_at: int = 0, when: str = "before") -> int:
        assert self._forker.stdin
        assert self._forker.stdout
        work = {"database": f"sqlite:///{database}", "api": api, "kill_at": kill_at, "when": when}
        self._forker.stdin.write(json.dumps(work) + "\n")
        self._forker.stdin.flush()
        pid = int(self._forker.stdout.readline())
        self._pids.add(pid)
        return pid

    def kill(self, pid: int) -> None:
        if alive(pid):
            os.kill(pid, signal.SIGKILL)
        until(lambda: not alive(pid))
        self._pids.discard(pid)

    def close(self) -> None:
        for pid in list(self._pids):
            self.kill(pid)
        self._forker.kill()
        self._forker.communicate()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def until(found: Callable[[], Any], seconds: float = 20.0) -> Any:
    end = time.monotonic() + seconds
    while not (last := found()):
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.02)
    return last


@pytest.fixture(scope="module")
def stable() -> Iterator[Stable]:
    stable = Stable()
    yield stable
    stable.close()


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with emulated() as emulator:
        yield emulator


@pytest.fixture
def file(empty_sqlite: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_sqlite, tmp_path / "refdesk.sqlite"))


def check_all_came_once(emulator: Emulator, file: Path) -> None:
    """The welcome and the three pieces of the answer, whole, once and in order."""
    texts = emulator.texts(REA)
    assert len(texts) == 4, [text[:40] for text in texts]
    assert "library's assistant" in texts[0]
    assert " ".join(texts[1:]) == LONG
    database = Database(f"sqlite:///{file}")
    with database.session() as session:
        said = [row.author for row in session.query(MessageRow).order_by(MessageRow.seq)]
        assert sorted(said) == ["assistant", "assistant", "reader"]
        assert {row.state for row in session.query(OutboxRow)} == {"sent"}
    database.close()


def all_is_delivered(file: Path) -> bool:
    database = Database(f"sqlite:///{file}")
    try:
        with database.session() as session:
            states = [row.state for row in session.query(OutboxRow)]
        return len(states) == 2 and set(states) == {"sent"}
    finally:
        database.close()


def finish(stable: Stable, emulator: Emulator, file: Path) -> None:
    pid = stable.start(file, emulator.url)
    until(lambda: all_is_delivered(file))
    until(lambda: emulator.unconfirmed == 0)
    stable.kill(pid)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", range(1, 13))
def test_killed_at_each_commit(
    stable: Stable, emulator: Emulator, file: Path, number: int, when: str
) -> None:
    emulator.says(REA, "long")
    pid = stable.start(file, emulator.url, number, when)
    until(lambda: not alive(pid) or all_is_delivered(file))
    stable.kill(pid)
    finish(stable, emulator, file)
    check_all_came_once(emulator, file)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("number", range(1, 5))
def test_killed_at_each_call_of_telegram(
    stable: Stable, emulator: Emulator, file: Path, number: int, when: str
) -> None:
    """Before Telegram takes a piece, and after it took it but before we hear so."""
    killed: list[int] = []

    def hook(method: str, data: dict[str, Any]) -> None:
        if method == "sendMessage" and not killed:
            hook.seen += 1  # type: ignore[attr-defined]
            if hook.seen == number:  # type: ignore[attr-defined]
                killed.append(pid)
                os.kill(pid, signal.SIGKILL)
                if when == "before":
                    raise ConnectionAbortedError("the caller is gone before it was heard")

    hook.seen = 0  # type: ignore[attr-defined]
    emulator.says(REA, "long")
    setattr(emulator, when, hook)
    pid = stable.start(file, emulator.url)
    until(lambda: killed and not alive(pid))
    finish(stable, emulator, file)
    check_all_came_once(emulator, file)


def test_killed_again_and_again_at_random(stable: Stable, emulator: Emulator, file: Path) -> None:
    import random

    chance = random.Random(7)
    emulator.says(REA, "long")
    for _ in range(12):
        pid = stable.start(file, emulator.url)
        time.sleep(chance.uniform(0.05, 0.6))
        stable.kill(pid)
    finish(stable, emulator, file)
    check_all_came_once(emulator, file)
