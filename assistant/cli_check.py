"""`refdesk check`: what is misconfigured or missing, in words."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator

import click

from assistant.cli import told_plainly
from assistant.errors import RefdeskError
from assistant.settings import Settings, load_settings

Check = Callable[[Settings], str]  # what is well, in a line; raises with what is not


@click.command()
def check() -> None:
    """Look at settings, files, index, model and store; exit status 1 when something is wrong."""
    settings = load_settings()
    wrong = 0
    for name, answer in _answers(settings):
        wrong += isinstance(answer, Exception)
        click.echo(f"{'WRONG' if isinstance(answer, Exception) else 'ok   '} {name}: {answer}")
    if wrong:
        sys.exit(1)


def _answers(settings: Settings) -> Iterator[tuple[str, str | Exception]]:
    for name, look in CHECKS.items():
        try:
            yield name, look(settings)
        except RefdeskError as error:
            yield name, error
        except Exception as error:
            if not (told := told_plainly(error)):
                raise
            yield name, RefdeskError(told)


def _data(settings: Settings) -> str:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.data_dir).free
    if free < 10**9:
        raise RefdeskError(f"{settings.data_dir} has only {free // 10**6} MB free.")
    if settings.data_dir.stat().st_mode & 0o077:
        raise RefdeskError(
            f"{settings.data_dir} can be read by others: run chmod -R go= {settings.data_dir}"
        )
    return f"{settings.data_dir}, {free // 10**9} GB free"


def _library(settings: Settings) -> str:
    from assistant.knowledge import load_knowledge
    from assistant.library import load_library

    library = load_library(settings.library_dir)
    entries = load_knowledge(settings.library_dir)
    return f"{library.name['en']}, {len(library.branches)} branches, {len(entries)} answers"


def _engine(settings: Settings) -> str:
    from assistant.processes import engine_command

    engine_command(settings, "serve")
    if not settings.model_file.exists():
        raise RefdeskError(f"no dialogue model at {settings.model_file}: run `refdesk train`.")
    return f"model {settings.model_file.name}"


def _encoder(settings: Settings) -> str:
    from assistant.engine.learning.tuned import CARD, SHIPPED
    from assistant.processes import require_encoders
    from index.onnx_encoder import OnnxEncoder

    require_encoders(settings.encoders.values())
    encoder = OnnxEncoder(settings.encoder_dir)
    encoder.require_words()
    card = json.loads((SHIPPED / CARD).read_text("utf-8"))
    names = ", ".join(folder.name for folder in settings.encoders.values())
    if card["encoder"] == encoder.name:
        return names
    return f"{names}; no layers tuned to {encoder.name}: see docs/decisions/0012-tuned-layers.md"


def _holdings(settings: Settings) -> str:
    from index.build import current, read_manifest

    manifest = read_manifest(current(settings.index_dir))
    return f"{manifest.records:,} records, index {manifest.version}"


def _store(settings: Settings) -> str:
    from assistant.store import Database

    database = Database(settings.store_url)
    version = database.version()
    database.close()
    if version is None:
        raise RefdeskError(f"no tables in {database.url}: `refdesk run` or `serve` makes them.")
    return f"{database.url.get_backend_name()}, tables at {version}"


def _secrets(settings: Settings) -> str:
    from assistant.secrets import load_secrets

    load_secrets(settings.data_dir)
    return "only their owner can read them"


def _running(settings: Settings) -> str:
    import httpx

    try:
        answer = httpx.get(f"http://127.0.0.1:{settings.port}/readyz", timeout=3)
    except httpx.TransportError:
        return f"not running on port {settings.port}"
    parts = answer.json()
    down = [name for name, well in parts.items() if not well and name != "ready"]
    if down:
        raise RefdeskError(
            f"running on port {settings.port}, but not answering: {', '.join(down)}."
        )
    return f"ready on port {settings.port}"


def _telegram(settings: Settings) -> str:
    if not settings.telegram_token:
        return "off (no telegram_token)"
    import asyncio

    from connectors.telegram.make import check_token

    wrong = asyncio.run(check_token(settings.telegram_token, settings.telegram_api))
    if wrong:
        raise RefdeskError(wrong)
    return "the token is right"


def _email(settings: Settings) -> str:
    if not settings.email_address:
        return "off (no email_address)"
    from connectors.email.servers import own_address, read_address

    own_address(settings.email_address)
    read_address("smtp_url", settings.smtp_url)
    if settings.imap_url:
        read_address("imap_url", settings.imap_url)
    return f"letters from {settings.email_address}"


CHECKS: dict[str, Check] = {
    "data directory": _data,
    "secrets": _secrets,
    "library files": _library,
    "sentence encoder": _encoder,
    "dialogue engine": _engine,
    "holdings": _holdings,
    "store": _store,
    "telegram": _telegram,
    "e-mail": _email,
    "service": _running,
}
