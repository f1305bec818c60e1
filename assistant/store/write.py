"""Rows written at once, by one statement: a flush of the session takes several times that."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import Insert, Table, Update, bindparam, insert, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from assistant.store.tables import Base, ConversationRow, OutboxRow


def add(session: Session, kind: type[Base], **values: Any) -> None:
    """One more row of the kind."""
    session.execute(_insert(kind), values)


def change(session: Session, row: ConversationRow | OutboxRow, **values: Any) -> None:
    """New values for some columns of the row, in the store and in the object."""
    session.execute(_update(type(row)), values | {"of_row": row.id})
    for name, value in values.items():
        set_committed_value(row, name, value)


@cache
def _insert(kind: type[Base]) -> Insert:
    return insert(cast("Table", kind.__table__))


@cache
def _update(kind: type[ConversationRow | OutboxRow]) -> Update:
    table = cast("Table", kind.__table__)
    return update(table).where(table.c.id == bindparam("of_row"))
