"""The `refdesk` command; each subcommand is imported only when it is used."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

COMMANDS = {  # name -> (module, attribute, one line of help)
    "actions": ("assistant.cli_serve", "actions", "Run the action server alone."),
    "ask": ("assistant.cli_ask", "ask", "Ask one question from the terminal."),
    "bench": ("assistant.cli_bench", "bench", "Measure, and print one JSON object."),
    "calibrate": ("assistant.cli_calibrate", "calibrate", "Find thresholds for the answers."),
    "check": ("assistant.cli_check", "check", "Say what is misconfigured or missing."),
    "engine": ("assistant.cli_serve", "engine", "Run the dialogue engine alone."),
    "index": ("assistant.cli_index", "index", "Load, update and look at the holdings."),
    "librarian": ("assistant.cli_librarian", "librarian", "Make the first account at the desk."),
    "run": ("assistant.cli_run", "run", "Run everything on this machine."),
    "serve": ("assistant.cli_serve", "serve", "Run the web server alone."),
    "train": ("assistant.cli_run", "train", "Train the dialogue model."),
}


class LazyGroup(click.Group):
    """Knows its commands by name and loads one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list from the table: help never waits for an import."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][2]) for name in sorted(COMMANDS)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="refdesk")
def cli() -> None:
    """Refdesk, a library's reference assistant."""


def main(args: list[str] | None = None) -> Any:
    """Run a command; an error that Refdesk knows becomes one clear line and exit status 1."""
    from assistant.errors import RefdeskError

    os.umask(0o077)  # what readers said is written for nobody else on this machine
    try:
        return cli(args)
    except RefdeskError as error:
        sys.exit(f"refdesk: {error}")
    except Exception as error:
        if not told_plainly(error):
            raise
        sys.exit(f"refdesk: {told_plainly(error)}")


def told_plainly(error: Exception) -> str:
    """What went wrong outside of Refdesk, in a line; empty for what is a fault of its own."""
    module = type(error).__module__
    if module == "index.errors" or isinstance(error, OSError):
        return str(error)
    if module.startswith("sqlalchemy"):
        first, *_ = str(error).splitlines()
        return f"the store of database_url cannot be used: {first}"
    return ""
