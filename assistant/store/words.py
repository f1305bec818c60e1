"""Full text of everything said: one question, answered by SQLite's or PostgreSQL's word index."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Select, and_, column, false, func, select, table, text
from sqlalchemy.orm import Session

from assistant.store.tables import MessageRow

SHORTEST_INDEXED = 3  # characters; the index is of parts of three, so that Chinese is found too

AT_ONCE = 20  # messages indexed in one transaction

_INDEX = (
    text("INSERT INTO message_words_key (message_id) VALUES (:id)"),
    text(
        "INSERT INTO message_words (rowid, text) SELECT message_words_key.id, message.text "
        "FROM message JOIN message_words_key ON message_words_key.message_id = message.id "
        "WHERE message.id = :id"
    ),
    text("DELETE FROM message_words_new WHERE message_id = :id"),
)
_KEYS = table("message_words_key", column("id"), column("message_id"))
_WORDS = table("message_words", column("rowid"), column("message_words"))


def said(session: Session, asked: str, limit: int) -> Select[MessageRow]:
    """Messages that contain every word of `asked`, in any case and script, newest first."""
    words = asked.split()
    sqlite = session.get_bind().dialect.name == "sqlite"
    found = _in_sqlite(words) if sqlite else _in_postgresql(words)
    welcome = (MessageRow.seq == 1) & (MessageRow.author == "assistant")  # the same in all of them
    return select(MessageRow).where(found, ~welcome).order_by(MessageRow.at.desc()).limit(limit)


def index_words(session: Session) -> int:
    """Index a few of the messages written since the last time; how many (0: none is left).

    A few only: a reader's turn waits for this transaction, and a large one would be felt.
    """
    if session.get_bind().dialect.name != "sqlite":
        return 0
    new = text("SELECT message_id AS id FROM message_words_new LIMIT :few")
    found = [dict(row) for row in session.execute(new, {"few": AT_ONCE}).mappings()]
    for statement in _INDEX if found else ():
        session.execute(statement, found)
    return len(found)


def forget_words(session: Session) -> None:
    """Take what was erased out of the index's files too; until then it is only not found."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO message_words (message_words) VALUES ('optimize')"))


def _in_sqlite(words: list[str]) -> ColumnElement[bool]:
    if not words:
        return false()
    long = [word for word in words if len(word) >= SHORTEST_INDEXED]
    tests = [_contains(word) for word in words if word not in long]
    if long:
        phrase = " AND ".join('"' + word.replace('"', '""') + '"' for word in long)
        hits = select(_KEYS.c.message_id).where(
            _KEYS.c.id.in_(
                select(_WORDS.c.rowid).where(_WORDS.c.message_words.bool_op("MATCH")(phrase))
            )
        )
        tests.append(MessageRow.id.in_(hits))
    return and_(*tests)


def _in_postgresql(words: list[str]) -> ColumnElement[bool]:
    """By words where the words are words; by parts for what has no spaces between them."""
    if not words:
        return false()
    by_words = func.to_tsvector("simple", MessageRow.text).bool_op("@@")(
        func.plainto_tsquery("simple", " ".join(words))
    )
    return by_words | and_(*(_contains(word) for word in words))


def _contains(word: str) -> ColumnElement[bool]:
    return MessageRow.text.icontains(word, autoescape=True)
