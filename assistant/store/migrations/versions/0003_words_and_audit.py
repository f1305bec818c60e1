"""A word index over everything said, and an audit log that only ever grows."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# message has no integer key, and SQLite may renumber rowids: the index has keys of its own.
SQLITE = (
    """CREATE TABLE message_words_key
       (id INTEGER PRIMARY KEY, message_id VARCHAR(36) NOT NULL UNIQUE)""",
    "CREATE VIRTUAL TABLE message_words USING fts5(text, content='', tokenize='trigram')",
    "INSERT INTO message_words_key (message_id) SELECT id FROM message",
    """INSERT INTO message_words (rowid, text) SELECT message_words_key.id, message.text
       FROM message JOIN message_words_key ON message_words_key.message_id = message.id""",
    """CREATE TRIGGER message_words_in AFTER INSERT ON message BEGIN
         INSERT INTO message_words_key (message_id) VALUES (new.id);
         INSERT INTO message_words (rowid, text)
           SELECT id, new.text FROM message_words_key WHERE message_id = new.id;
       END""",
    """CREATE TRIGGER message_words_out AFTER DELETE ON message BEGIN
         INSERT INTO message_words (message_words, rowid, text)
           SELECT 'delete', id, old.text FROM message_words_key WHERE message_id = old.id;
         DELETE FROM message_words_key WHERE message_id = old.id;
       END""",
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
         SELECT RAISE(ABORT, 'audit rows are only ever added'); END""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
         SELECT RAISE(ABORT, 'audit rows are only ever added'); END""",
)
# Without pg_trgm the search still finds everything, by reading more.
POSTGRESQL = (
    "CREATE INDEX message_words ON message USING gin (to_tsvector('simple', text))",
    """DO $$ BEGIN
         CREATE EXTENSION IF NOT EXISTS pg_trgm;
         CREATE INDEX message_words_parts ON message USING gin (text gin_trgm_ops);
       EXCEPTION WHEN OTHERS THEN
         RAISE NOTICE USING MESSAGE = 'pg_trgm is not to be had: ' || SQLERRM;
       END $$""",
    """CREATE FUNCTION audit_only_added() RETURNS trigger AS $$
       BEGIN RAISE EXCEPTION 'audit rows are only ever added'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER audit_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
       FOR EACH STATEMENT EXECUTE FUNCTION audit_only_added()""",
)
SQLITE_DOWN = (
    "DROP TRIGGER audit_no_delete",
    "DROP TRIGGER audit_no_update",
    "DROP TRIGGER message_words_out",
    "DROP TRIGGER message_words_in",
    "DROP TABLE message_words",
    "DROP TABLE message_words_key",
)
POSTGRESQL_DOWN = (
    "DROP TRIGGER audit_only_added ON audit",
    "DROP FUNCTION audit_only_added",
    "DROP INDEX IF EXISTS message_words_parts",
    "DROP INDEX message_words",
)


def upgrade() -> None:
    _run(SQLITE, POSTGRESQL)


def downgrade() -> None:
    _run(SQLITE_DOWN, POSTGRESQL_DOWN)


def _run(sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> None:
    connection = op.get_bind()
    for statement in sqlite if connection.dialect.name == "sqlite" else postgresql:
        connection.exec_driver_sql(statement)
