"""What an answer changes besides what it says: language, saved items, wishes for news."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import delete
from sqlalchemy.orm import Session

from assistant import left
from assistant.model import Effect, language_from
from assistant.store.tables import AlertRow, ConversationRow, SavedRow


def apply_effects(
    session: Session, row: ConversationRow, effects: list[Effect], at: datetime
) -> None:
    """Write the effects that are the store's to keep; the others are the service's own."""
    for effect in effects:
        match effect.kind:
            case "language" | "script":
                _write_in(row, effect.data)
            case "save":
                saved = SavedRow(conversation_id=row.id, record_id=effect.data["record_id"], at=at)
                session.merge(saved)
            case "unsave":
                _unsave(session, row, effect.data["record_id"])
            case "alert":
                _add_alert(session, row, effect, at)
            case "note":
                left.note(session, row, effect.data["reason"], at)
            case "stop_alert":
                _stop_alert(session, row, effect.data.get("id"))


def _write_in(row: ConversationRow, told: dict[str, Any]) -> None:
    """The language of our answers, or the Chinese characters."""
    if "language" in told:
        row.language = language_from(told["language"])
    if "script" in told:
        row.traditional = told["script"] == "traditional"


def _unsave(session: Session, row: ConversationRow, record_id: str) -> None:
    session.execute(
        delete(SavedRow).where(SavedRow.conversation_id == row.id, SavedRow.record_id == record_id)
    )


def _add_alert(session: Session, row: ConversationRow, effect: Effect, at: datetime) -> None:
    session.add(
        AlertRow(
            id=str(uuid4()),
            conversation_id=row.id,
            text=effect.data["text"],
            filters=effect.data.get("filters") or {},
            since=int(effect.data.get("since", 0)),
            at=at,
        )
    )


def _stop_alert(session: Session, row: ConversationRow, alert_id: str | None) -> None:
    """Stop one wish, or all of the conversation's when none is named."""
    stop = delete(AlertRow).where(AlertRow.conversation_id == row.id)
    session.execute(stop.where(AlertRow.id == alert_id) if alert_id else stop)
