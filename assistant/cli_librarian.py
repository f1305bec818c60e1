"""`refdesk librarian`: the first account at the desk, where the processes run one by one."""

from __future__ import annotations

import click

from assistant.errors import NotAllowed
from assistant.settings import Settings, load_settings


@click.command()
def librarian() -> None:
    """Give the first librarian a one-time password, as long as nobody has signed in for good."""
    settings = load_settings()
    first = one_time(settings)
    if not first:
        raise NotAllowed("A librarian has an account: administrators invite others at the desk.")
    click.echo(first)


def one_time(settings: Settings) -> str:
    """How the first librarian signs in, by a new password; empty once somebody has signed in."""
    from assistant.staff import first_librarian
    from assistant.store import Database

    database = Database(settings.store_url)
    database.migrate()
    with database.session() as session:
        first = first_librarian(session)
    database.close()
    return f"sign in as {first.login} with the one-time password {first.password}" if first else ""
