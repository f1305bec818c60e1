"""The three processes as commands: what each needs to run, and where it says that it is well."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.errors import SettingsError
from assistant.secrets import load_secrets
from assistant.settings import Settings, exported

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Process:
    name: str
    command: list[str]
    env: dict[str, str]
    ready_url: str
    ready_headers: dict[str, str]


def last_line(log: Path) -> str:
    """What a process said last."""
    lines = log.read_text("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def environment(settings: Settings) -> dict[str, str]:
    """All settings as children read them, wherever we have them from, with the shared secrets."""
    secrets = load_secrets(settings.data_dir)
    return (
        os.environ
        | exported(settings)
        | {
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
            "PYTHONUNBUFFERED": "1",
            "RASA_TELEMETRY_ENABLED": "false",
            "REFDESK_ENCODER_DIR": str(settings.encoder_dir),
            "REFDESK_SECRET_ENGINE": secrets["engine"],
            "REFDESK_SECRET_ACTIONS": secrets["actions"],
        }
    )


def engine_command(settings: Settings, module: str, *args: str) -> list[str]:
    """A module of assistant/engine under Rasa's interpreter. Raises SettingsError without one."""
    if not settings.engine_python.exists():
        raise SettingsError(
            f"REFDESK_ENGINE_PYTHON is {str(settings.engine_python)!r}, which does not exist. "
            "Run `make setup`, which makes it."
        )
    return [str(settings.engine_python), "-m", f"assistant.engine.{module}", *args]


def train_command(settings: Settings) -> list[str]:
    folders = map(str, settings.nlu_data)
    return engine_command(settings, "train", "--model", str(settings.model_file), *folders)


def serve_engine(settings: Settings) -> Process:
    env = environment(settings)
    command = engine_command(
        settings,
        "serve",
        *("--model", str(settings.model_file), "--port", str(settings.engine_port)),
        *("--trackers", str(settings.data_dir / "trackers.sqlite")),
        *("--actions", f"{settings.actions_url}/webhook"),
    )
    headers = {"Authorization": f"Bearer {env['REFDESK_SECRET_ENGINE']}"}
    url = f"{settings.engine_url}/webhooks/refdesk/ready"
    return Process("engine", command, env, url, headers)


def serve_actions(settings: Settings) -> Process:
    env = environment(settings)
    headers = {"Authorization": f"Bearer {env['REFDESK_SECRET_ACTIONS']}"}
    return _ours("actions", env, f"{settings.actions_url}/ready", headers)


def serve_web(settings: Settings) -> Process:
    return _ours("serve", environment(settings), f"http://127.0.0.1:{settings.port}/readyz", {})


def _ours(name: str, env: dict[str, str], url: str, headers: dict[str, str]) -> Process:
    return Process(name, [sys.executable, "-m", "assistant", name], env, url, headers)


def with_free_ports(settings: Settings, *names: str) -> Settings:
    """The same settings on ports that are free now, where the wished ones are taken."""
    ports: dict[str, Any] = {name: free_port(getattr(settings, name)) for name in names}
    return replace(settings, **ports)


def free_port(wished: int) -> int:
    import socket

    for port in (wished, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise SettingsError("No port on loopback is free.")


def require_loopback(name: str, port: int) -> None:
    """Raises SettingsError when the port of the setting NAME is taken."""
    if free_port(port) != port:
        raise SettingsError(
            f"REFDESK_{name.upper()} is {port}, which is in use. Stop what uses it, or choose "
            "another, the same for all three processes."
        )


def require_encoders(folders: Iterable[Path]) -> None:
    """Raises SettingsError when a sentence encoder is not where the settings say."""
    for folder in folders:
        if not (folder / "encoder.json").exists():
            raise SettingsError(f"no sentence encoder in {folder}: run `make setup`.")


def require_port(settings: Settings) -> None:
    """Raises SettingsError when the web server cannot listen where it should."""
    import errno
    import socket

    kind = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise SettingsError(
                f"port {settings.port} is in use. Stop what uses it, or choose another: "
                f"REFDESK_PORT={settings.port + 1} make run"
                if error.errno == errno.EADDRINUSE
                else f"REFDESK_HOST is {settings.host!r} and REFDESK_PORT is {settings.port}, "
                f"where this machine cannot listen: {error}"
            ) from None
