"""`refdesk ask` against the running assistant, as a user types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Stack

ROOT = Path(__file__).parents[2]


def ask(stack: Stack, *args: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("REFDESK_")}
    env = own | {
        "REFDESK_PORT": str(stack.settings.port),
        "REFDESK_DATA_DIR": str(stack.settings.data_dir),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "assistant", "ask", *args]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


@pytest.mark.servers
def test_answers_in_plain_text(stack: Stack) -> None:
    told = ask(stack, "do you have Dune?")
    assert told.returncode == 0, told.stderr
    assert "1. Dune" in told.stdout
    assert "available" in told.stdout or "on loan" in told.stdout


@pytest.mark.servers
def test_answers_in_the_language_of_the_question_or_of_the_option(stack: Stack) -> None:
    assert "来源：" in ask(stack, "怎么用手机打印？").stdout
    assert "来源：" in ask(stack, "--language", "zh", "wifi").stdout


@pytest.mark.servers
def test_what_is_too_long_is_one_clear_line(stack: Stack) -> None:
    told = ask(stack, "a" * 4001)
    assert told.returncode == 1
    assert "4" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.servers
def test_nobody_can_come_back_to_the_conversation(stack: Stack) -> None:
    from sqlalchemy import func, select

    from assistant.store import Database
    from assistant.store.tables import ConversationRow

    database = Database(stack.settings.store_url)
    with database.session() as session:
        before = session.scalar(select(func.count()).select_from(ConversationRow))
    ask(stack, "hello")
    with database.session() as session:
        after = session.scalar(select(func.count()).select_from(ConversationRow))
    database.close()
    assert after == before


def test_says_what_is_missing_when_nothing_was_made_yet(tmp_path: Path) -> None:
    env = os.environ | {
        "REFDESK_DATA_DIR": str(tmp_path),
        "REFDESK_PORT": "1",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "assistant", "ask", "hello"]
    told = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    assert told.returncode == 1
    assert "refdesk run" in told.stderr
    assert "Traceback" not in told.stderr
