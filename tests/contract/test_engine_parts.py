"""The parts of the engine that only run beside Rasa, checked by Rasa's own interpreter."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from assistant.processes import environment
from assistant.settings import load_settings

CHECKS = Path(__file__).with_name("engine_checks.py")
NAMES = re.findall(r"^async def (\w+)\(folder", CHECKS.read_text("utf-8"), re.MULTILINE)


@cache
def output() -> str:
    settings = load_settings()
    command = [settings.engine_python, "-W", "ignore", CHECKS]
    env = environment(settings)
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_there_are_checks() -> None:
    assert len(NAMES) >= 7


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_check(name: str) -> None:
    assert f"passed {name}" in output(), output()[-3000:]
