"""Secrets made at first run: a file that only its owner can read, never a default."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from assistant.errors import SettingsError

NAMES = ("engine", "actions", "telegram")


def owned(folder: Path) -> Path:
    """The folder, made where it is missing, that nobody but its owner can look into."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def load_secrets(data_dir: Path) -> dict[str, str]:
    """The shared secrets of the processes; made on first use, REFDESK_SECRET_<NAME> wins.

    Raises SettingsError when the file can be read by others than its owner.
    """
    path = data_dir / "secrets.json"
    kept = _read(path)
    missing = {name: secrets.token_urlsafe(32) for name in NAMES if name not in kept}
    if missing:
        kept = _create(path, kept | missing)
    return {name: os.environ.get(f"REFDESK_SECRET_{name.upper()}", kept[name]) for name in NAMES}


def _read(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    if path.stat().st_mode & 0o077:
        raise SettingsError(f"{path} can be read by others: run chmod 600 {path}")
    kept: dict[str, str] = json.loads(path.read_text("utf-8"))
    return kept


def _create(path: Path, kept: dict[str, str]) -> dict[str, str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(kept, file)
    try:
        os.link(beside, path)  # fails when another process was first: then its secrets hold
    except FileExistsError:
        if set(_read(path)) >= set(kept):
            return _read(path)
        beside.replace(path)
        return kept
    finally:
        beside.unlink(missing_ok=True)
    return kept
