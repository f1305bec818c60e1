"""The desk's own tables: second factor, notes, labels, canned replies, outcomes, review."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assistant.store.tables import Base, InConversation

OfLibrarian = Annotated[
    str, mapped_column(String(36), ForeignKey("librarian.id", ondelete="CASCADE"))
]


class ProfileRow(Base):
    """What a librarian's account has besides name and password."""

    __tablename__ = "desk_profile"
    librarian_id: Mapped[OfLibrarian] = mapped_column(primary_key=True)
    totp_secret: Mapped[str | None]  # set when the second factor is being added or is on
    totp_on: Mapped[bool] = mapped_column(default=False)
    totp_used: Mapped[int] = mapped_column(default=0)  # the last time step that opened: once each
    out_until: Mapped[datetime | None]
    specialist: Mapped[str | None]  # code of library.toml's specialist that this librarian is


class InvitationRow(Base):
    """A link that makes one account, once; only its hash is kept."""

    __tablename__ = "invitation"
    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    login: Mapped[str]
    name: Mapped[str]
    role: Mapped[str] = mapped_column(String(16))
    invited_by: Mapped[str] = mapped_column(String(36))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class NoteRow(Base):
    """Librarians among themselves; readers never see it."""

    __tablename__ = "note"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    seq: Mapped[int]  # stands after the message with this seq
    at: Mapped[datetime]
    librarian_id: Mapped[str] = mapped_column(String(36))
    text: Mapped[str] = mapped_column(Text)


class MentionRow(Base):
    __tablename__ = "mention"
    note_id: Mapped[str] = mapped_column(
        ForeignKey("note.id", ondelete="CASCADE"), primary_key=True
    )
    librarian_id: Mapped[OfLibrarian] = mapped_column(primary_key=True, index=True)
    seen_at: Mapped[datetime | None]


class LabelRow(Base):
    __tablename__ = "label"
    conversation_id: Mapped[InConversation] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True, index=True)


class SnoozeRow(Base):
    """Out of the inbox until a moment, or until the reader writes."""

    __tablename__ = "snooze"
    conversation_id: Mapped[InConversation] = mapped_column(primary_key=True)
    until: Mapped[datetime] = mapped_column(index=True)
    seq: Mapped[int]  # a reader who writes after this seq wakes it
    librarian_id: Mapped[str] = mapped_column(String(36))


class SeenRow(Base):
    """How far a librarian has read a conversation."""

    __tablename__ = "seen"
    librarian_id: Mapped[OfLibrarian] = mapped_column(primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(primary_key=True, index=True)
    seq: Mapped[int]


class ViewRow(Base):
    """A librarian's saved view of the inbox."""

    __tablename__ = "saved_view"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    librarian_id: Mapped[OfLibrarian] = mapped_column(index=True)
    name: Mapped[str] = mapped_column(String(60))
    filters: Mapped[dict[str, Any]]


class CannedRow(Base):
    """A reply that is written once: shared when it has no owner."""

    __tablename__ = "canned_reply"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    shortcut: Mapped[str] = mapped_column(String(40))
    owner_id: Mapped[str | None] = mapped_column(String(36))
    en: Mapped[str] = mapped_column(Text)
    zh: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]
    __table_args__ = (UniqueConstraint("owner_id", "shortcut", name="uq_canned_reply_shortcut"),)


class TransactionRow(Base):
    """A reference transaction as its librarian closed it."""

    __tablename__ = "reference_transaction"
    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    librarian_id: Mapped[str] = mapped_column(String(36))
    outcome: Mapped[str] = mapped_column(String(24))
    read_level: Mapped[int | None]  # READ scale, 1 to 6
    question_type: Mapped[str | None] = mapped_column(String(24))
    sources: Mapped[list[Any]]
    proposed: Mapped[dict[str, Any]]  # what the log proposed, to learn how good it is
    follow_up_at: Mapped[datetime | None]


class ReviewRow(Base):
    """What a librarian found of one turn of the assistant."""

    __tablename__ = "review"
    turn_id: Mapped[str] = mapped_column(
        ForeignKey("turn.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime]
    librarian_id: Mapped[str] = mapped_column(String(36))
    mark: Mapped[str] = mapped_column(String(24))  # right wrong_intent wrong_answer missing_answer
    intent: Mapped[str | None]  # what it should have understood
    entry_id: Mapped[str | None]  # the knowledge entry that should have answered
