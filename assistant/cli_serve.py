"""`refdesk serve`, `actions` and `engine`: one process each."""

from __future__ import annotations

import os

import click

from assistant.garbage import settle
from assistant.processes import require_loopback, require_port, serve_engine
from assistant.secrets import owned
from assistant.settings import load_settings


@click.command()
def serve() -> None:
    """Run the web server: chat API, widget, desk and channels."""
    import uvicorn

    from assistant.wiring import web_app

    settings = load_settings()
    require_port(settings)
    owned(settings.data_dir)
    app = web_app(settings)
    settle()
    uvicorn.run(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,  # addresses of readers are not ours to keep
        timeout_graceful_shutdown=5,
    )


@click.command()
def actions() -> None:
    """Run the action server on loopback."""
    from assistant.wiring import run_actions

    settings = load_settings()
    require_loopback("actions_port", settings.actions_port)
    run_actions(settings)


@click.command()
def engine() -> None:
    """Run the dialogue engine on loopback, in Rasa's own environment."""
    settings = load_settings()
    require_loopback("engine_port", settings.engine_port)
    process = serve_engine(settings)
    os.execve(process.command[0], process.command, process.env)
