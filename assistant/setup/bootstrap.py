"""Makes both environments and the sentence encoder; needs nothing but a Python to start it.

What is there is kept: an environment carries a stamp with the hash of its lock file, written
last. One without a stamp was left half-made and is made anew; one with another stamp is updated.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    Pip = subprocess.Popen[str]

ROOT = Path(__file__).resolve().parents[2]
SETUP = ROOT / "assistant" / "setup"
LOGS = ROOT / "var" / "log"
STAMP = ".refdesk-stamp"
GIGABYTE = 1_000_000_000
SECONDS_BETWEEN_LINES = 5

PYTHON_WANTED = (
    "Refdesk needs Python 3.11 (its engine runs on no other), and there is none on this machine.\n"
    "  Debian, Ubuntu:  apt-get install python3.11 python3.11-venv\n"
    "  Fedora:          dnf install python3.11\n"
    "  macOS:           brew install python@3.11\n"
    "  elsewhere:       pyenv install 3.11, or uv python install 3.11\n"
    "If it lies somewhere unusual, name it: REFDESK_PYTHON=/path/to/python3.11 make setup"
)


class SetupError(Exception):
    """Set-up cannot go on; the text says why and what to do."""


class Environment:
    """One virtual environment and the lock file that it is made from."""

    def __init__(self, name: str, folder: str, lock: Path, options: list[str], size: float) -> None:
        self.name = name
        self.folder = ROOT / folder
        self.lock = lock
        self.options = options
        self.gigabytes = size

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def wanted(self) -> str:
        return hashlib.sha256(self.lock.read_bytes()).hexdigest()

    @property
    def stamp(self) -> str:
        file = self.folder / STAMP
        return file.read_text("utf-8") if file.exists() and self.python.exists() else ""

    @property
    def packages(self) -> int:
        return sum("==" in line for line in self.lock.read_text("utf-8").splitlines())

    def is_ready(self) -> bool:
        return self.stamp == self.wanted


# The lock names files for Linux on x86-64; other machines need others of the same versions.
HASHES = ["--require-hashes"] if (sys.platform, os.uname().machine) == ("linux", "x86_64") else []
MAIN = Environment("main", ".venv", SETUP / "requirements.lock", ["--no-deps"], size=3.0)
ENGINE = Environment(
    "engine",
    ".venv-rasa",
    ROOT / "assistant" / "engine" / "requirements.lock",
    ["--no-deps", "--ignore-requires-python", *HASHES],
    size=3.0,
)
ENCODER_GIGABYTES = 2.5


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    try:
        with _alone():
            _set_up()
    except SetupError as error:
        print(f"\nSet-up stopped: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nSet-up stopped; what is done so far is kept or made again.", file=sys.stderr)
        return 130
    return 0


def _set_up() -> None:
    stale = [made for made in (MAIN, ENGINE) if not made.is_ready()]
    if stale:
        began = time.monotonic()
        python = find_python()
        _check_disk(stale)
        _say(f"making the environments with {python} (several minutes the first time)")
        with ThreadPoolExecutor(len(stale)) as pool:
            list(pool.map(lambda made: _make(made, python), stale))
        _say(f"environments ready after {time.monotonic() - began:.0f} s")
    _install_project()
    _prepare_encoder()


# --- what the machine must have ----------------------------------------------------------------


def find_python() -> str:
    """A Python 3.11: the one named, the one running this, or one on the path."""
    named = os.environ.get("REFDESK_PYTHON")
    if named and not _is_wanted(named):
        raise SetupError(f"REFDESK_PYTHON is {named}, which is not a Python 3.11 that runs.")
    for candidate in (named, sys.executable, "python3.11", "/usr/bin/python3.11", "python3"):
        if candidate and _is_wanted(candidate):
            return candidate
    raise SetupError(PYTHON_WANTED)


def _is_wanted(python: str) -> bool:
    check = "import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))"
    try:
        return subprocess.run([python, "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def _check_disk(stale: list[Environment]) -> None:
    needed = sum(made.gigabytes for made in stale if not made.stamp)
    needed += 0 if (ROOT / "var" / "models").exists() else ENCODER_GIGABYTES
    free = shutil.disk_usage(ROOT).free / GIGABYTE
    if free < needed:
        raise SetupError(
            f"{ROOT} has {free:.1f} GB free; both environments and the encoder need about"
            f" {needed:.1f} GB while they are made. Free some space and run it again."
        )


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Two set-ups in one folder would tread on each other: the second waits."""
    with (ROOT / ".setup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            _say("another set-up is running here; waiting for it")
            fcntl.flock(file, fcntl.LOCK_EX)
        # pip inherits the lock: when only this script is killed, the next waits for pip to end.
        os.set_inheritable(file.fileno(), True)
        yield


# --- environments ------------------------------------------------------------------------------


def _make(made: Environment, python: str) -> None:
    if not made.stamp:
        _create(made, python)
    if made is MAIN:
        _install_torch(made)
    _pip(made, ["-r", str(made.lock), *made.options])
    _write_stamp(made.folder / STAMP, made.wanted)
    _say(f"{made.name}: ready")


def _create(made: Environment, python: str) -> None:
    _say(f"{made.name}: new environment in {made.folder.name}")
    shutil.rmtree(made.folder, ignore_errors=True)
    with _running([python, "-m", "venv", str(made.folder)], dict(os.environ)) as child:
        said = child.stdout.read() if child.stdout else ""
    if child.returncode:
        raise SetupError(f"{made.folder} could not be made:\n{said}")


def _install_torch(made: Environment) -> None:
    """First and with its own dependencies: which these are depends on the build that pip finds."""
    pin = next(line for line in made.lock.read_text("utf-8").split() if line.startswith("torch=="))
    _pip(made, [pin])


def _pip(made: Environment, arguments: list[str]) -> None:
    """Run pip install, telling how far it is, its whole output kept in a log."""
    LOGS.parent.mkdir(mode=0o700, exist_ok=True)  # what readers say will be kept here
    LOGS.mkdir(exist_ok=True)
    log = LOGS / f"setup-{made.name}.log"
    command = [str(made.python), "-m", "pip", "install", "--progress-bar", "off"]
    environ = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUNBUFFERED": "1"}
    with log.open("a", encoding="utf-8") as file, _running(command + arguments, environ) as pip:
        tail = _follow(made, pip, file)
    if pip.returncode:
        raise SetupError(f"{made.name}: {_in_words(tail)}\nAll that pip said is in {log}.")


@contextlib.contextmanager
def _running(command: list[str], environ: dict[str, str]) -> Iterator[Pip]:
    with subprocess.Popen(
        command,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        close_fds=False,
    ) as child:
        _children.add(child)
        if _stopping.is_set():
            child.terminate()
        yield child
    _children.discard(child)


_children: set[Pip] = set()
_stopping = threading.Event()


def _stop(_number: int, _frame: object) -> None:
    """A terminal's Ctrl-C reaches pip too, another program's signal only us."""
    _stopping.set()
    for child in list(_children):
        child.terminate()
    raise KeyboardInterrupt


def _follow(made: Environment, pip: Pip, file: TextIO) -> str:
    """Copy pip's lines to the log, count packages, and return the last lines."""
    tail: list[str] = []
    seen, told = 0, time.monotonic()
    for line in pip.stdout or ():
        file.write(line)
        tail = [*tail[-39:], line]
        seen += line.startswith(("Collecting", "Processing", "Requirement already"))
        if line.startswith("Installing collected"):
            _say(f"{made.name}: unpacking")
        elif time.monotonic() - told > SECONDS_BETWEEN_LINES:
            _say(f"{made.name}: package {min(seen, made.packages)} of {made.packages}")
            told = time.monotonic()
    return "".join(tail)


REASONS = (
    (
        ("No space left", "Errno 28"),
        "the disk is full. Free some space and run it again.",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "a downloaded package is not the one that the lock file names. Nothing of it was"
        " installed. Try again; if it stays so, do not install it and tell the maintainers.",
    ),
    (
        ("NameResolution", "Connection", "ReadTimeout", "ProxyError", "Network is unreachable"),
        "the package index could not be reached. Check the network (or pip's proxy and index"
        " settings) and run it again; what was downloaded is kept.",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "a package has no build for this machine or its index does not carry it.",
    ),
)


def _in_words(output: str) -> str:
    for signs, reason in REASONS:
        if any(sign in output for sign in signs):
            return reason
    return "pip failed:\n" + "".join(output.splitlines(keepends=True)[-12:])


def _write_stamp(file: Path, text: str) -> None:
    beside = file.with_name(file.name + ".new")
    beside.write_text(text, "utf-8")
    beside.replace(file)


# --- the project and the encoder ---------------------------------------------------------------


def _install_project() -> None:
    """Put the `refdesk` command into the main environment; again when pyproject.toml changed."""
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = MAIN.folder / f"{STAMP}-project"
    present = stamp.exists() and stamp.read_text("utf-8") == wanted
    if present and (MAIN.folder / "bin" / "refdesk").exists():
        return
    _say("main: the refdesk command")
    _pip(MAIN, ["--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    _write_stamp(stamp, wanted)


def _prepare_encoder() -> None:
    done = subprocess.run([str(MAIN.python), "-m", "assistant.setup.encoder"], cwd=ROOT)
    if done.returncode:
        raise SetupError("the sentence encoder could not be made; the reason is above.")


_saying = threading.Lock()


def _say(text: str) -> None:
    with _saying:
        print(f"[set-up] {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
