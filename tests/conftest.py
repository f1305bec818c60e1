"""What all tests share: a store to write in, on every database that Refdesk supports."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from assistant.store import Database

POSTGRES = "REFDESK_TEST_POSTGRES_URL"


def needs(variable: str) -> str:
    """The address of a real server. Its absence skips the test here and fails it in CI."""
    value = os.environ.get(variable, "")
    if not value and os.environ.get("CI"):
        pytest.fail(f"{variable} is not set: .ci/run starts that server")
    if not value:
        pytest.skip(f"{variable} is not set: no such server here")
    return value


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to copy: migrating takes longer than most tests."""
    file = tmp_path_factory.mktemp("store") / "empty.sqlite"
    database = Database(f"sqlite:///{file}")
    database.migrate()
    database.close()
    return file


@pytest.fixture
def sqlite(empty_sqlite: Path, tmp_path: Path) -> Iterator[Database]:
    file = tmp_path / "refdesk.sqlite"
    shutil.copy(empty_sqlite, file)
    database = Database(f"sqlite:///{file}")
    yield database
    database.close()


@pytest.fixture
def postgres() -> Iterator[Database]:
    """A schema of its own on a real PostgreSQL."""
    url = make_url(needs(POSTGRES))
    schema = f"test_{uuid4().hex[:12]}"
    admin = Database(url.render_as_string(hide_password=False))
    with admin.session() as session:
        session.execute(text(f"CREATE SCHEMA {schema}"))
    own = url.update_query_dict({"options": f"-csearch_path={schema}"})
    database = Database(own.render_as_string(hide_password=False))
    database.migrate()
    yield database
    database.close()
    with admin.session() as session:
        session.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    admin.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """Every store that Refdesk supports, one after the other."""
    found: Database = request.getfixturevalue(request.param)
    return found
