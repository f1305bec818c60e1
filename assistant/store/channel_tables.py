"""The channels' own tables: one-time codes that link them, and threads of letters."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from assistant.store.tables import Base, InConversation


class LinkRow(Base):
    """A code that carries a conversation to another channel, once; only its hash is kept."""

    __tablename__ = "link"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    conversation_id: Mapped[InConversation] = mapped_column(index=True)
    at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[str | None]  # channel and address: the same one may come twice


class ThreadRow(Base):
    """What a letter needs to join the thread of the letters before it."""

    __tablename__ = "thread"
    conversation_id: Mapped[InConversation] = mapped_column(primary_key=True)
    subject: Mapped[str]
