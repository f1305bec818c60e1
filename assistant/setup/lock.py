"""Writes the two lock files: `python -m assistant.setup.lock main|rasa [--upgrade]`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MAIN_LOCK = Path(__file__).with_name("requirements.lock")
RASA_LOCK = ROOT / "assistant" / "engine" / "requirements.lock"
RASA_PINS = RASA_LOCK.with_suffix(".in")
RASA_PYTHON = ROOT / ".venv-rasa" / "bin" / "python"

MADE_BY = "# Made by `python -m assistant.setup.lock {}`; not to be edited by hand.\n"


def lock_main(upgrade: bool) -> str:
    """Every package that pyproject.toml asks for, with all that they ask for, as exact pins.

    Versions of the present lock are kept where they still fit, unless UPGRADE.
    """
    keep = [] if upgrade or not MAIN_LOCK.exists() else ["-c", str(MAIN_LOCK)]
    found = _resolve(sys.executable, [*keep, *_wanted()])
    # A version's local part (+cpu) names one build of it; every build of it will do.
    pins = sorted(f"{name}=={version.split('+')[0]}" for name, version, _ in found)
    return MADE_BY.format("main") + "\n".join(pins) + "\n"


def lock_rasa() -> str:
    """The pins of requirements.in, each with the hash of the file that pip would install."""
    options = ["--no-deps", "--ignore-requires-python", "-r", str(RASA_PINS)]
    found = _resolve(str(RASA_PYTHON), options)
    hashes = {name: digest for name, _, digest in found}
    lines = [_with_hash(line, hashes) for line in _pins(RASA_PINS)]
    return MADE_BY.format("rasa") + "\n".join(lines) + "\n"


def _wanted() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["encoder"], *extras["dev"], "setuptools>=77"]


def _resolve(python: str, arguments: list[str]) -> list[tuple[str, str, str]]:
    """What pip would install, as (name, version, sha256) in lower case with hyphens."""
    command = [python, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
    done = subprocess.run(
        [*command, "--report", "-", *arguments], stdout=subprocess.PIPE, check=True
    )
    return [_entry(item) for item in json.loads(done.stdout)["install"]]


def _entry(item: dict[str, Any]) -> tuple[str, str, str]:
    archive = item["download_info"].get("archive_info", {})
    return (
        _plain(item["metadata"]["name"]),
        item["metadata"]["version"],
        archive.get("hash", "").replace("=", ":"),
    )


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _pins(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _with_hash(pin: str, hashes: dict[str, str]) -> str:
    digest = hashes.get(_plain(pin.partition("==")[0]))
    return f"{pin} \\\n    --hash={digest}" if digest else pin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", choices=["main", "rasa"])
    parser.add_argument("--upgrade", action="store_true", help="newest versions within the bounds")
    asked = parser.parse_args()
    text = lock_main(asked.upgrade) if asked.which == "main" else lock_rasa()
    (MAIN_LOCK if asked.which == "main" else RASA_LOCK).write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
