"""`refdesk run` and `refdesk train`."""

from __future__ import annotations

import asyncio
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import click

from assistant.errors import SettingsError
from assistant.processes import (
    environment,
    last_line,
    require_encoders,
    require_port,
    serve_actions,
    serve_engine,
    serve_web,
    train_command,
    with_free_ports,
)
from assistant.secrets import owned
from assistant.settings import Settings, load_settings

NEEDED_DISK = 1_000_000_000  # bytes: model, index of a town library, logs


def tell(line: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S')} {line}", err=True)


@click.command()
@click.option("--force", is_flag=True, help="Train although nothing has changed.")
def train(force: bool) -> None:
    """Train the dialogue model when its data, pipeline or encoder changed."""
    settings = load_settings()
    command = train_command(settings) + (["--force"] if force else [])
    code = subprocess.run(command, env=environment(settings), check=False).returncode
    sys.exit(code)


@click.command()
def run() -> None:
    """Run everything on this machine: train and index when needed, then serve until Ctrl-C."""
    settings = load_settings()
    _check_before(settings)
    settings = with_free_ports(settings, "engine_port", "actions_port")
    with _only_one(settings):
        prepare(settings)
        asyncio.run(_serve(settings))


def _check_before(settings: Settings) -> None:
    owned(settings.data_dir)
    require_port(settings)
    free = shutil.disk_usage(settings.data_dir).free
    if free < NEEDED_DISK:
        raise SettingsError(
            f"{settings.data_dir} has {free // 10**6} MB free and needs {NEEDED_DISK // 10**6} MB. "
            "Free some space, or set REFDESK_DATA_DIR to a folder on a larger disk."
        )
    require_encoders(settings.encoders.values())


def _only_one(settings: Settings) -> AbstractContextManager[Any]:
    """One `run` a data directory: two would write the same files."""
    from filelock import FileLock, Timeout

    lock = FileLock(settings.data_dir / "run.lock")
    try:
        return lock.acquire(timeout=0)
    except Timeout:
        raise SettingsError(f"Refdesk already runs on {settings.data_dir}.") from None


def prepare(settings: Settings) -> None:
    """Tables, model and index, made only when missing or stale; the last two side by side."""
    from assistant.store import Database

    database = Database(settings.store_url)
    database.migrate()
    database.close()
    logs = settings.data_dir / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    jobs = {"train": train_command(settings), "index": _index_command(settings)}
    began = time.monotonic()
    tell("preparing the dialogue model and the index of holdings (some minutes the first time)")
    for name, code in _side_by_side(jobs, environment(settings), logs).items():
        if code != 0:
            raise SettingsError(f"{name} failed: {_why(code, logs / f'{name}.log')}")
    tell(f"model and index are ready ({time.monotonic() - began:.0f} s)")


def _side_by_side(
    jobs: Mapping[str, list[str]], env: Mapping[str, str], logs: Path
) -> dict[str, int]:
    """How each job ended. None is left behind when this process is told to stop."""
    started: dict[str, subprocess.Popen[bytes]] = {}
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        for name, command in jobs.items():
            with (logs / f"{name}.log").open("ab") as log:
                started[name] = subprocess.Popen(command, env=env, stdout=log, stderr=log)
        return {name: job.wait() for name, job in started.items()}
    finally:
        for job in started.values():
            job.terminate()
        signal.signal(signal.SIGTERM, before)


def _index_command(settings: Settings) -> list[str]:
    """The library's own files of holdings; what is in the index already is not encoded again."""
    files = sorted(str(p) for p in (settings.library_dir / "holdings").glob("*.*") if _is_source(p))
    return [sys.executable, "-m", "assistant", "index", "add", *files]


def _is_source(path: Path) -> bool:
    return path.suffix in {".mrc", ".marc", ".xml", ".jsonl", ".csv"}


def _why(code: int, log: Path) -> str:
    if code < 0:
        ended = f"it was ended by signal {-code}"
        return f"{ended}, as happens when memory runs out (see {log})"
    return f"{last_line(log)} (see {log})"


async def _serve(settings: Settings) -> None:
    from assistant.supervise import keep_running, running, until_signalled

    processes = [serve_actions(settings), serve_engine(settings), serve_web(settings)]
    began = time.monotonic()
    tell("starting the action server, the dialogue engine and the web server")
    async with until_signalled(), running(processes, settings.data_dir / "logs", tell) as watched:
        _greet(settings, time.monotonic() - began)
        await keep_running(watched)
    tell("all processes are stopped")


def _greet(settings: Settings, seconds: float) -> None:
    from assistant.cli_librarian import one_time

    first = one_time(settings)
    address = settings.public_url or f"http://localhost:{settings.port}"
    tell(f"all processes are ready ({seconds:.0f} s)")
    if first:
        tell(f"first librarian: {first}")
    click.echo(f"Refdesk is ready: chat at {address}/ and desk at {address}/desk (Ctrl-C stops it)")
