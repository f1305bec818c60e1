"""Librarians' accounts: passwords as argon2, sessions kept on the server."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assistant.errors import BadRequest, NotAllowed
from assistant.store.conversations import hashed
from assistant.store.tables import LibrarianRow, SessionRow

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PASSWORD = 10
IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@dataclass(frozen=True, slots=True)
class OneTime:
    """A password that opens only the page where it is changed."""

    login: str
    password: str


def first_librarian(session: Session) -> OneTime | None:
    """An administrator with a one-time password, as long as no librarian has signed in for good."""
    settled = select(func.count()).select_from(LibrarianRow).where(~LibrarianRow.must_change)
    if session.scalar(settled):
        return None
    row = session.scalar(select(LibrarianRow).where(LibrarianRow.login == "admin"))
    row = row or add_librarian(session, "admin", "Librarian", "administrator")
    return one_time(row)


def add_librarian(session: Session, login: str, name: str, role: str) -> LibrarianRow:
    row = LibrarianRow(
        id=str(uuid4()),
        login=login.strip().lower(),
        name=name,
        password_hash="",
        must_change=True,
        role=role,
        active=True,
        presence="away",
        created_at=datetime.now(UTC),
    )
    session.add(row)
    return row


def one_time(row: LibrarianRow) -> OneTime:
    """A new one-time password in place of what the librarian had."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    row.password_hash, row.must_change = _hasher().hash(password), True
    return OneTime(row.login, password)


def find(session: Session, login: str) -> LibrarianRow | None:
    query = select(LibrarianRow).where(LibrarianRow.login == login.strip().lower())
    return session.scalar(query.where(LibrarianRow.active))


def fits(password: str, kept: str | None) -> bool:
    """Whether the password is the kept one; takes the same time when none is kept.

    Slow on purpose: call it on a thread, outside a transaction.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept or _nobody(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def hash_password(password: str) -> str:
    """Raises BadRequest for a password that is too short. Slow on purpose."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadRequest(f"A password has at least {SHORTEST_PASSWORD} characters.")
    return _hasher().hash(password)


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _hasher().hash(secrets.token_hex(16))


def open_session(
    session: Session, row: LibrarianRow, device: str, at: datetime
) -> tuple[str, SessionRow]:
    """A new session: its token for the cookie, and its row with the CSRF secret."""
    token = secrets.token_urlsafe(32)
    opened = SessionRow(
        token_hash=hashed(token),
        librarian_id=row.id,
        csrf=secrets.token_urlsafe(32),
        created_at=at,
        seen_at=at,
        device=device[:255],
    )
    session.add(opened)
    return token, opened


def who_is(session: Session, token: str, at: datetime) -> tuple[LibrarianRow, SessionRow]:
    """The librarian of a session that is still good. Raises NotAllowed."""
    opened = session.get(SessionRow, hashed(token))
    row = session.get(LibrarianRow, opened.librarian_id) if opened else None
    if not opened or not row or not row.active or _too_old(opened, at):
        raise NotAllowed("Please sign in.")
    return row, opened


def _too_old(opened: SessionRow, at: datetime) -> bool:
    return opened.seen_at < at - IDLE or opened.created_at < at - LONGEST


def close_sessions(session: Session, librarian_id: str, keep: str = "") -> None:
    """End all sessions of a librarian but the one whose token hash is `keep`."""
    session.execute(
        delete(SessionRow).where(
            SessionRow.librarian_id == librarian_id, SessionRow.token_hash != keep
        )
    )
