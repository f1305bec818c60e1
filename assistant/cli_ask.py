"""`refdesk ask`: one question from the terminal, to the running assistant or one started for it."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import click

from assistant.errors import EngineUnavailable, SettingsError
from assistant.model import Language, language_from
from assistant.settings import Settings, alone, load_settings

_SECONDS = 20.0  # longer than a turn may take
_PORTS = ("engine_port", "actions_port", "port")


@click.command()
@click.argument("question")
@click.option(
    "--language",
    type=click.Choice(["en", "zh"]),
    help="Of the answer; else the question's own.",
)
def ask(question: str, language: str | None) -> None:
    """Ask one question, such as: refdesk ask "do you have anything about bees?"."""
    settings = load_settings()
    spoken = _language(question, language)
    if _runs(settings):
        told = asyncio.run(_ask(f"http://127.0.0.1:{settings.port}", question, spoken))
    else:
        told = asyncio.run(_started_for_it(settings, question, spoken))
    click.echo(told)


def _language(question: str, wish: str | None) -> Language:
    from assistant.engine.understanding.language import message_language

    return language_from(wish or message_language(question))


def _runs(settings: Settings) -> bool:
    """Whether the web server of these settings answers and is ready."""
    import httpx

    try:
        answer = httpx.get(f"http://127.0.0.1:{settings.port}/readyz", timeout=2.0)
    except httpx.HTTPError:
        return False
    return answer.status_code == httpx.codes.OK


async def _ask(address: str, question: str, language: Language) -> str:
    """The answer as plain text. Raises EngineUnavailable when the server refuses the question."""
    import httpx

    async with httpx.AsyncClient(base_url=f"{address}/api/v1", timeout=_SECONDS) as client:
        opened = await client.post("/conversations", json={"language": language})
        opened.raise_for_status()
        here = f"/conversations/{opened.json()['id']}"
        client.headers["Authorization"] = f"Bearer {opened.json()['token']}"
        said = {"id": str(uuid4()), "text": question}
        answer = await client.post(f"{here}/messages", json=said)
        await client.delete(here)  # nobody comes back to it
    if answer.status_code != httpx.codes.OK:
        raise EngineUnavailable(_detail(answer))
    return _plain(answer.json()["messages"], language)


def _detail(answer: Any) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"The server answered {answer.status_code}."


def _plain(messages: list[dict[str, Any]], language: Language) -> str:
    from assistant.parts import load_parts, plain

    return "\n\n".join(plain(load_parts(message["parts"]), language) for message in messages)


async def _started_for_it(settings: Settings, question: str, language: Language) -> str:
    """Start the processes on free ports with a store of their own, ask, and stop them again."""
    from assistant.processes import serve_actions, serve_engine, serve_web, with_free_ports
    from assistant.supervise import running

    _check(settings)
    with tempfile.TemporaryDirectory(prefix="refdesk-ask-") as folder:
        own = _apart(with_free_ports(settings, *_PORTS), Path(folder))
        processes = [serve_actions(own), serve_engine(own), serve_web(own)]
        click.echo("Nothing runs here yet: starting the assistant for this question.", err=True)
        async with running(processes, Path(folder) / "logs", _tell):
            return await _ask(f"http://127.0.0.1:{own.port}", question, language)


def _check(settings: Settings) -> None:
    if not settings.model_file.exists() or not settings.index_dir.exists():
        raise SettingsError(
            f"{settings.data_dir} has no dialogue model or no index yet: run `refdesk run` once, "
            "or `refdesk train` and `refdesk index add`."
        )


def _apart(settings: Settings, folder: Path) -> Settings:
    """The same library, model and index; conversations and secrets in `folder` alone."""
    for name in ("models", "index"):
        (folder / name).symlink_to(settings.data_dir / name)
    return alone(settings, folder)


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
