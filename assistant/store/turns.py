"""What the assistant made of a message, kept for the desk, the reports and the review."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from assistant.model import EngineReply
from assistant.store.tables import SearchRow, TurnRow


def record_turn(session: Session, message_id: str, state: str, reply: EngineReply | None) -> None:
    """Close the turn: its state, and all that the engine said of it."""
    turn = session.get_one(TurnRow, message_id)
    turn.state = state
    turn.outcome = _outcome(state, reply)
    if reply is None:
        return
    understood = reply.understood
    turn.intent, turn.confidence = understood.intent, understood.confidence
    turn.ranking = [list(pair) for pair in understood.ranking]
    turn.entities, turn.actions = understood.entities, understood.actions
    turn.language, turn.model = understood.language, understood.model
    turn.latency_ms = reply.latency_ms
    turn.effects = [asdict(effect) for effect in reply.effects]
    for number, search in enumerate(reply.searches):
        session.add(SearchRow(turn_id=message_id, number=number, **asdict(search)))


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
