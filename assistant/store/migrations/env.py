"""Alembic's entry: migrates the engine that the caller hands over."""

from alembic import context

from assistant.store import (  # noqa: F401  (their tables belong to the same metadata)
    channel_tables,
    desk_tables,
)
from assistant.store.tables import Base


def ours(name: str | None, kind: str, parents: object) -> bool:
    """The word index over messages keeps tables of its own that no model describes."""
    return kind != "table" or not (name or "").startswith("message_words")


with context.config.attributes["engine"].connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        include_name=ours,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
