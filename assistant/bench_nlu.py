"""`refdesk bench nlu`: runs the engine's measurement under Rasa's interpreter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from assistant.errors import BadRequest, RefdeskError
from assistant.processes import ROOT, engine_command, environment
from assistant.settings import Settings, load_settings


class BenchFailed(RefdeskError):
    """The measurement could not be made; what went wrong is on standard error."""


def run(train: Path, test: Path, oos: Path | None = None) -> dict[str, Any]:
    """Trains on `train`, tests on `test` (JSONL of text, intent) and `oos` (a text a line)."""
    _check(train, test)
    outside = ["--oos", str(oos)] if oos else []
    return measure(load_settings(), "--train", str(train), "--test", str(test), *outside)


def run_folds(train: Path, count: int) -> dict[str, Any]:
    """Cross-validation of one file: each part tested by a model of the others."""
    _check(train)
    return measure(load_settings(), "--train", str(train), "--folds", str(count))


def run_own(language: str, count: int) -> dict[str, Any]:
    """Cross-validation of the questions that Refdesk ships in a language, or in "both" together."""
    languages = ["en", "zh"] if language == "both" else [language]
    folders = [str(ROOT / "nlu_data" / "nlu" / one) for one in languages]
    tuner = ["--tuner", sys.executable]
    return measure(load_settings(), "--own", *folders, "--folds", str(count), *tuner)


def run_mapping(mapping: Path, test: Path) -> dict[str, Any]:
    """The installation's model on questions with other labels, through a written mapping."""
    _check(test)
    settings = load_settings()
    model = str(settings.model_file)
    return measure(settings, "--model", model, "--mapping", str(mapping), "--test", str(test))


def _check(*files: Path) -> None:
    """Look at labelled questions before the engine is started. Raises BadRequest."""
    for file in files:
        told = file.read_text("utf-8", "replace").split("\n")
        if not any(line.strip() for line in told):
            raise BadRequest(f"{file}: the file is empty")
        for number, line in enumerate(told, 1):
            if line.strip() and not _is_labelled(line):
                raise BadRequest(f'{file}, line {number}: not {{"text": "...", "intent": "..."}}')


def _is_labelled(line: str) -> bool:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and all(isinstance(row.get(f), str) for f in ("text", "intent"))


def measure(settings: Settings, *arguments: str) -> dict[str, Any]:
    """Raises BenchFailed, and SettingsError without Rasa's interpreter."""
    command = engine_command(settings, "bench", *arguments)
    done = subprocess.run(
        command, env=environment(settings), stdout=subprocess.PIPE, text=True, check=False
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        raise BenchFailed(f"The engine's measurement ended with {done.returncode}.")
    found: dict[str, Any] = json.loads(lines[-1])
    return found
