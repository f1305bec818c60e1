"""What is kept: one database, its migrations, and a way to use it off the event loop."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import anyio.to_thread
from anyio import CapacityLimiter
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

T = TypeVar("T")
MIGRATIONS = Path(__file__).parent / "migrations"
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON")
log = logging.getLogger(__name__)


class Database:
    """SQLite in WAL mode, or PostgreSQL by URL. Every use is one transaction."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        self.engine = _create(self.url)
        # SQLite has one writer: more threads would only wait for its lock.
        self._limiter = CapacityLimiter(1 if self.is_sqlite else 8)
        self._readers = CapacityLimiter(4)
        self._reading = self.engine.execution_options(refdesk_reads=True)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back by any error."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    async def run(self, work: Callable[[Session], T]) -> T:
        """Do `work` in one transaction on a worker thread."""

        def in_thread() -> T:
            with self.session() as session:
                return work(session)

        return await anyio.to_thread.run_sync(in_thread, limiter=self._limiter)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Do `work`, which only reads, beside the writer: a long report makes no reader wait."""

        def in_thread() -> T:
            with Session(self._reading, expire_on_commit=False) as session, session.begin():
                return work(session)

        return await anyio.to_thread.run_sync(in_thread, limiter=self._readers)

    async def answers(self) -> bool:
        """Whether the database is there."""
        try:
            return await self.read(lambda s: s.execute(text("SELECT 1")).scalar() == 1)
        except SQLAlchemyError:
            log.exception("the store does not answer")
            return False

    async def empty_log(self) -> None:
        """After an erasure: the log of writes holds the words too, until it is emptied."""
        if self.is_sqlite:
            await anyio.to_thread.run_sync(self._checkpoint, limiter=self._limiter)

    def _checkpoint(self) -> None:
        with closing(self.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def migrate(self) -> None:
        """Bring the tables to the newest version."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["engine"] = self.engine
        command.upgrade(config, "head")

    def version(self) -> str | None:
        """The newest migration that the tables have; None when there are no tables."""
        from alembic.migration import MigrationContext

        with self.engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()

    def close(self) -> None:
        self.engine.dispose()


def _create(url: Any) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": 15}, hide_parameters=True)
    event.listen(engine, "connect", _sqlite_pragmas)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_begin(connection: Any) -> None:
    """A writer takes its lock at once, so that it never has to give up halfway."""
    reads = connection.get_execution_options().get("refdesk_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _sqlite_pragmas(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy begins transactions, not the driver
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
