"""What the assistant made of a message, kept for the desk, the reports and the review."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, update
from sqlalchemy.orm import Session

from assistant.model import EngineReply
from assistant.store.tables import Base, TurnRow
from assistant.store.write import add

_TURN = Base.metadata.tables["turn"]
_CLOSE = update(_TURN).where(_TURN.c.id == bindparam("message_id"))
_SEARCHED = insert(Base.metadata.tables["search"])


def record_said(
    session: Session, conversation_id: str, message_id: str, at: datetime, payload: str | None
) -> None:
    """Open the turn of a reader's message: it is to be answered."""
    values = {"conversation_id": conversation_id, "at": at, "state": "accepted", "payload": payload}
    add(session, TurnRow, id=message_id, **values)


def record_turn(session: Session, message_id: str, state: str, reply: EngineReply | None) -> None:
    """Close the turn: its state, and all that the engine said of it."""
    told = {"message_id": message_id, "state": state, "outcome": _outcome(state, reply)}
    session.execute(_CLOSE, told | (_columns(reply) if reply else {}))
    if reply and reply.searches:
        searches = [asdict(search) for search in reply.searches]
        numbered = [{"turn_id": message_id, "number": n, **s} for n, s in enumerate(searches)]
        session.execute(_SEARCHED, numbered)


def _columns(reply: EngineReply) -> dict[str, Any]:
    understood = reply.understood
    return {
        "intent": understood.intent,
        "confidence": understood.confidence,
        "ranking": [list(pair) for pair in understood.ranking],
        "entities": understood.entities,
        "actions": understood.actions,
        "language": understood.language,
        "model": understood.model,
        "latency_ms": reply.latency_ms,
        "effects": [asdict(effect) for effect in reply.effects],
    }


def _outcome(state: str, reply: EngineReply | None) -> str:
    if state == "failed":
        return "engine_down"
    if state == "overtaken":
        return "overtaken"
    for effect in reply.effects if reply else ():
        if effect.kind == "outcome":
            return str(effect.data["outcome"])
        if effect.kind == "escalate":
            return "handed_over"
    if reply and reply.searches:
        return "answered" if any(s.record_ids for s in reply.searches) else "nothing_found"
    return "answered"
