"""The tables of the store (DESIGN.md 7): no IP addresses, texts only after redaction."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes in and out; kept as UTC, since SQLite knows no zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)  # type: ignore[no-any-return]


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012
        datetime: UtcDateTime,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        str: String(255),
    }


InConversation = Annotated[
    str, mapped_column(String(36), ForeignKey("conversation.id", ondelete="CASCADE"))
]


class ConversationRow(Base):
    __tablename__ = "conversation"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    channel: Mapped[str]
    address: Mapped[str | None]  # where the channel reaches the reader; none on the web
    language: Mapped[str] = mapped_column(String(2))
    traditional: Mapped[bool] = mapped_column(default=False)  # Chinese characters, as they write
    owner: Mapped[str] = mapped_column(String(16), index=True)
    last_seq: Mapped[int] = mapped_column(default=0)
    librarian_id: Mapped[str | None] = mapped_column(String(36), index=True)
    reader_id: Mapped[str | None] = mapped_column(
        String(36), index=True
    )  # only when the reader linked channels
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)
    __table_args__ = (Index("ix_conversation_channel_address", "channel", "address"),)


class TokenRow(Base):
    """A key to a conversation, one a device; only its hash is kept."""

    __tablename__ = "token"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    at: Mapped[datetime]


class MessageRow(Base):
    __tablename__ = "message"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[InConversation]
    seq: Mapped[int]
    at: Mapped[datetime] = mapped_column(index=True)
    author: Mapped[str] = mapped_column(String(16))
    name: Mapped[str | None]
    librarian_id: Mapped[str | None] = mapped_column(String(36))
    client_id: Mapped[str | None]  # the sender's own id: the same id is the same message
    reply_to: Mapped[str | None] = mapped_column(String(36), index=True)
    parts: Mapped[list[Any]]
    text: Mapped[str] = mapped_column(
        Text
    )  # the parts as plain text, for search and for transcripts
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq", name="uq_message_seq"),
        UniqueConstraint("conversation_id", "client_id", name="uq_message_client_id"),
    )


class OwnerRow(Base):
    """A change of owner; takes its seq from the same counter as messages."""

    __tablename__ = "owner_change"
    conversation_id: Mapped[InConversation] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    act: Mapped[str] = mapped_column(String(16))
    owner: Mapped[str] = mapped_column(String(16))
    librarian_id: Mapped[str | None] = mapped_column(String(36))
    body: Mapped[dict[str, Any]]


class TurnRow(Base):
    """What the assistant made of one reader's message; its id is the message's."""

    __tablename__ = "turn"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)  # accepted done failed overtaken
    payload: Mapped[str | None] = mapped_column(Text)
    intent: Mapped[str | None]
    confidence: Mapped[float | None]
    ranking: Mapped[list[Any] | None]
    entities: Mapped[list[Any] | None]
    actions: Mapped[list[Any] | None]
    language: Mapped[str | None]
    model: Mapped[str | None]
    latency_ms: Mapped[float | None]
    outcome: Mapped[str | None]  # answered asked handed_over nothing_found engine_down ...
    effects: Mapped[list[Any] | None]


class SearchRow(Base):
    __tablename__ = "search"
    turn_id: Mapped[str] = mapped_column(
        ForeignKey("turn.id", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    query: Mapped[str] = mapped_column(Text)
    filters: Mapped[dict[str, Any]]
    record_ids: Mapped[list[Any]]
    scores: Mapped[list[Any]]
    total: Mapped[int]
    kind: Mapped[str]
    index_version: Mapped[str]


class FeedbackRow(Base):
    __tablename__ = "feedback"
    message_id: Mapped[str] = mapped_column(
        ForeignKey("message.id", ondelete="CASCADE"), primary_key=True
    )
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    at: Mapped[datetime]
    helpful: Mapped[bool]
    comment: Mapped[str | None] = mapped_column(Text)


class EscalationRow(Base):
    """A reader's wish for a person, from the asking to the end of it."""

    __tablename__ = "escalation"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)  # waiting taken left answered ended
    reason: Mapped[str]
    urgent: Mapped[bool] = mapped_column(default=False)
    subject: Mapped[str | None]
    asked_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    librarian_id: Mapped[str | None] = mapped_column(String(36))
    claim_hash: Mapped[str | None] = mapped_column(String(64), index=True)
    contact: Mapped[str | None]  # an address, only when the reader left one
    due_at: Mapped[datetime | None]  # when a follow-up was promised


class SavedRow(Base):
    __tablename__ = "saved"
    conversation_id: Mapped[InConversation] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class AlertRow(Base):
    """A reader's wish to hear of new holdings."""

    __tablename__ = "alert"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    text: Mapped[str] = mapped_column(Text)
    filters: Mapped[dict[str, Any]]
    since: Mapped[int]  # the catalogue's change number up to which it was answered
    at: Mapped[datetime]
    told_at: Mapped[datetime | None]


class OutboxRow(Base):
    """What must be delivered, written with what caused it; in order within a conversation."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    message_id: Mapped[str] = mapped_column(
        ForeignKey("message.id", ondelete="CASCADE"), unique=True
    )
    channel: Mapped[str]
    address: Mapped[str]
    state: Mapped[str] = mapped_column(String(16), index=True)  # pending sending doubt sent dead
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime]
    error: Mapped[str | None] = mapped_column(Text)
    platform_id: Mapped[str | None]  # one a piece, with commas
    pieces: Mapped[list[Any] | None]  # as the channel wrote them, while they are on their way
    done: Mapped[int] = mapped_column(default=0)  # pieces that arrived
    mark: Mapped[str | None]  # what the channel knew before it sent the piece at hand


class LibrarianRow(Base):
    __tablename__ = "librarian"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]  # shown to readers
    password_hash: Mapped[str]
    must_change: Mapped[bool] = mapped_column(default=False)  # one-time password
    role: Mapped[str] = mapped_column(String(16))  # librarian supervisor administrator
    active: Mapped[bool] = mapped_column(default=True)
    presence: Mapped[str] = mapped_column(String(16), default="away")  # online away
    seen_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class SessionRow(Base):
    __tablename__ = "desk_session"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    librarian_id: Mapped[str] = mapped_column(
        ForeignKey("librarian.id", ondelete="CASCADE"), index=True
    )
    csrf: Mapped[str]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    device: Mapped[str]  # browser and system in words, so that its owner knows it


class AuditRow(Base):
    """Every act at the desk; rows are only ever added."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(index=True)
    librarian_id: Mapped[str | None] = mapped_column(String(36))
    act: Mapped[str]
    target: Mapped[str]
    detail: Mapped[dict[str, Any]]


class KnowledgeRow(Base):
    """A knowledge entry as a librarian changed it; the files' entries hold where no row does."""

    __tablename__ = "knowledge"
    id: Mapped[str] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(index=True)  # counts up over all entries
    topic: Mapped[str]
    body: Mapped[dict[str, Any]]  # {"en": wording, "zh": wording}
    active: Mapped[bool]
    at: Mapped[datetime]
    librarian_id: Mapped[str | None] = mapped_column(String(36))
