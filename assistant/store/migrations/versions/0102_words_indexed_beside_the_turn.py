"""Messages are noted when they are written and indexed a moment later, beside the turn."""

from alembic import op

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None

UP = (
    "DROP TRIGGER message_words_in",
    "DROP TRIGGER message_words_out",
    "CREATE TABLE message_words_new (message_id VARCHAR(36) PRIMARY KEY) WITHOUT ROWID",
    """CREATE TRIGGER message_words_in AFTER INSERT ON message BEGIN
         INSERT INTO message_words_new (message_id) VALUES (new.id);
       END""",
    """CREATE TRIGGER message_words_out AFTER DELETE ON message BEGIN
         INSERT INTO message_words (message_words, rowid, text)
           SELECT 'delete', id, old.text FROM message_words_key WHERE message_id = old.id;
         DELETE FROM message_words_key WHERE message_id = old.id;
         DELETE FROM message_words_new WHERE message_id = old.id;
       END""",
)
DOWN = (
    "DROP TRIGGER message_words_in",
    "DROP TRIGGER message_words_out",
    "INSERT INTO message_words_key (message_id) SELECT message_id FROM message_words_new",
    """INSERT INTO message_words (rowid, text) SELECT message_words_key.id, message.text
       FROM message_words_new
       JOIN message_words_key ON message_words_key.message_id = message_words_new.message_id
       JOIN message ON message.id = message_words_new.message_id""",
    "DROP TABLE message_words_new",
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
)


def upgrade() -> None:
    _run(UP)


def downgrade() -> None:
    _run(DOWN)


def _run(statements: tuple[str, ...]) -> None:
    """PostgreSQL keeps its own index current; there is nothing to do."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for statement in statements:
            connection.exec_driver_sql(statement)
