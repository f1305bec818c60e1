"""The audit log: written with every act, read by administrators, and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.store.tables import AuditRow, LibrarianRow

PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    id: int
    at: datetime
    name: str
    act: str
    target: str
    detail: dict[str, Any]


def audit(session: Session, at: datetime, who: str | None, act: str, target: str, **d: str) -> None:
    """Add one row to the log that only ever grows."""
    session.add(AuditRow(at=at, librarian_id=who, act=act, target=target[:255], detail=d))


def audit_rows(session: Session, before: int = 0) -> list[Act]:
    """A hundred acts before the one with this id, newest first; 0 is from the newest on."""
    query = select(AuditRow).order_by(AuditRow.id.desc()).limit(PAGE)
    query = query.where(AuditRow.id < before) if before else query
    names = dict(session.execute(select(LibrarianRow.id, LibrarianRow.name)).all())
    return [
        Act(
            id=row.id,
            at=row.at,
            name=names.get(row.librarian_id or "", "—"),
            act=row.act,
            target=names.get(row.target, row.target),
            detail=row.detail,
        )
        for row in session.scalars(query)
    ]
