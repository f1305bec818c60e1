"""The catalogue's tables, as SQLAlchemy Core sees them."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import UserDefinedType


class Blob(UserDefinedType[bytes]):
    """Bytes as they are: SQLAlchemy's own type wraps each value, which an import feels."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "BLOB"


metadata = MetaData()

# `number` is stable for the life of a record and never given twice: vectors are filed under it.
records = Table(
    "records",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("seq", BigInteger, nullable=False),  # of the latest change
    Column("text_hash", Blob, nullable=False),  # of all but copies and source
    Column("source", Text, nullable=False),
    Column("body", Blob, nullable=False),  # JSON without copies and source
    Column("copies", Blob, nullable=False),  # JSON
)

# What catalogues of before kept beside each record's JSON; nothing reads it.
DROPPED = ("year", "language", "format", "audience", "work", "branches", "available_at")

# Everything that ever changed, in order; readers of the catalogue catch up from their own `seq`.
changes = Table(
    "changes",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    Column("source", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),  # of the file, so that a changed one starts anew
    Column("position", BigInteger, nullable=False),  # bytes, or records of a remote source
    Column("number", BigInteger, nullable=False),  # records or lines before it
    Column("token", Text, nullable=False),  # resumption token
    Column("datestamp", Text, nullable=False),  # where the next incremental harvest starts
    Column("counts", Text, nullable=False),  # JSON of the report so far
    Column("finished", Boolean, nullable=False),
    Column("updated_at", Text, nullable=False),  # UTC, ISO 8601
)

# Vectors of texts once encoded: the same words are never encoded twice.
vectors = Table(
    "vectors",
    metadata,
    Column("text_hash", Blob, primary_key=True),
    Column("encoder", Text, primary_key=True),
    Column("data", Blob, nullable=False),
)
