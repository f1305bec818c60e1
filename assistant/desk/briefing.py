"""The briefing before a librarian speaks, composed from the log alone: no model writes here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.model import Message
from assistant.parts import items_of
from assistant.store.tables import (
    AlertRow,
    ConversationRow,
    FeedbackRow,
    MessageRow,
    SavedRow,
    SearchRow,
    TurnRow,
)

UNSURE_BELOW = 0.6  # confidence under which the assistant was guessing
UNSURE = frozenset(
    {"nothing_found", "engine_down", "asked", "unsure", "unavailable", "out_of_scope"}
)
TITLES = 5  # titles named for a search
NARROWS = frozenset({"refine", "show_more", "more_like"})
NO_QUESTION = frozenset(
    {"human", "greet", "goodbye", "thanks", "affirm", "deny", "cancel", "help", "insult"}
    | {"bot_identity", "forget_me", "switch_language"}
)
HANDED_OVER = ("handed_over", "human")  # outcomes of asking for a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    message_id: str
    text: str
    intent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """One search: its words, its limits, how many it found, and the titles that were shown."""

    message_id: str
    query: str
    filters: dict[str, Any]
    total: int
    titles: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    message_id: str
    text: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Another conversation of the same reader, who linked them."""

    id: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    wants: str
    questions: list[Question] = field(default_factory=list)
    searches: list[Searched] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)


def brief(session: Session, conversation_id: str, said: list[Message]) -> Briefing:
    """What a librarian has to know to go on at once."""
    query = select(TurnRow).where(TurnRow.conversation_id == conversation_id).order_by(TurnRow.at)
    turns = list(session.scalars(query))
    texts = {m.id: text_of(m) for m in said if m.author == "reader"}
    by_turn = {turn.id: turn for turn in turns}
    questions = _questions(texts, by_turn, _spoken_to(said, by_turn))
    searches = _searches(session, conversation_id, said)
    return Briefing(
        wants=_wants(questions, searches) or next(reversed(texts.values()), ""),
        questions=questions,
        searches=searches,
        unsure=_unsure(session, conversation_id, turns, texts),
        saved=_saved(session, conversation_id, said),
        alerts=_alerts(session, conversation_id),
        earlier=_earlier(session, conversation_id),
    )


def last_search(questions: list[Question], searches: list[Searched]) -> Searched | None:
    """The search that the last question led to; None when it was no question for the holdings."""
    asked = questions[-1].message_id if questions else ""
    return next((one for one in reversed(searches) if one.message_id == asked), None)


def _wants(questions: list[Question], searches: list[Searched]) -> str:
    """The last question, with what it is about when it only narrows ("only after 2010")."""
    if not questions:
        return ""
    last, search = questions[-1], last_search(questions, searches)
    if search is None or last.intent not in NARROWS:
        return last.text
    return f"{search.query}: {last.text}"


def text_of(message: Message) -> str:
    return " ".join(getattr(part, "text", "") for part in message.parts).strip()


def _spoken_to(said: list[Message], turns: dict[str, TurnRow]) -> set[str]:
    """What the reader said to a librarian who was there already: the librarian has read it."""
    found, answered = set(), False
    for message in said:
        answered = message.author == "librarian" or (answered and message.id not in turns)
        if answered:
            found.add(message.id)
    return found


def _questions(
    texts: dict[str, str], turns: dict[str, TurnRow], spoken_to: set[str]
) -> list[Question]:
    """What the reader typed, without buttons, greetings, the wish for a person, and later talk."""
    found = []
    for message_id, text in texts.items():
        if message_id in spoken_to:
            continue
        turn = turns.get(message_id)
        pressed = turn is not None and turn.payload is not None
        handed_over = turn is not None and turn.outcome in HANDED_OVER
        intent = turn.intent if turn else None
        if not (pressed or handed_over or intent in NO_QUESTION):
            found.append(Question(message_id=message_id, text=text, intent=intent))
    return found


def _searches(session: Session, conversation_id: str, said: list[Message]) -> list[Searched]:
    titles = titles_of(said)
    query = select(SearchRow).join(TurnRow, TurnRow.id == SearchRow.turn_id)
    mine = query.where(TurnRow.conversation_id == conversation_id)
    return [
        Searched(
            message_id=row.turn_id,
            query=row.query,
            filters=row.filters,
            total=row.total,
            titles=[titles[id_] for id_ in row.record_ids if id_ in titles][:TITLES],
        )
        for row in session.scalars(mine.order_by(TurnRow.at, SearchRow.number))
    ]


def titles_of(said: list[Message]) -> dict[str, str]:
    """Titles by record id, of every record that was shown."""
    return {item.record_id: item.title for m in said for item in items_of(m.parts)}


def _unsure(
    session: Session, conversation_id: str, turns: list[TurnRow], texts: dict[str, str]
) -> list[Unsure]:
    unhelpful = _unhelpful(session, conversation_id)
    found = []
    for turn in turns:
        why = "unhelpful" if turn.id in unhelpful else why_unsure(turn)
        if why and turn.id in texts:
            found.append(Unsure(message_id=turn.id, text=texts[turn.id], why=why))
    return found


def why_unsure(turn: TurnRow) -> str:
    """What the assistant was unsure of in a turn; empty when it was sure."""
    if turn.outcome in UNSURE:
        return str(turn.outcome)
    guessed = turn.confidence is not None and turn.confidence < UNSURE_BELOW
    return "low_confidence" if guessed and turn.payload is None else ""


def _unhelpful(session: Session, conversation_id: str) -> set[str]:
    query = select(MessageRow.reply_to).join(FeedbackRow, FeedbackRow.message_id == MessageRow.id)
    mine = FeedbackRow.conversation_id == conversation_id
    return {id_ for id_ in session.scalars(query.where(mine, ~FeedbackRow.helpful)) if id_}


def _saved(session: Session, conversation_id: str, said: list[Message]) -> list[str]:
    titles = titles_of(said)
    query = select(SavedRow.record_id).where(SavedRow.conversation_id == conversation_id)
    return [titles.get(id_, id_) for id_ in session.scalars(query.order_by(SavedRow.at))]


def _alerts(session: Session, conversation_id: str) -> list[str]:
    query = select(AlertRow.text).where(AlertRow.conversation_id == conversation_id)
    return list(session.scalars(query.order_by(AlertRow.at)))


def _earlier(session: Session, conversation_id: str) -> list[Earlier]:
    """Only for a reader who linked their conversations, which is how they agree to it."""
    reader = session.get_one(ConversationRow, conversation_id).reader_id
    if reader is None:
        return []
    others = select(ConversationRow).where(
        ConversationRow.reader_id == reader, ConversationRow.id != conversation_id
    )
    newest = session.scalars(others.order_by(ConversationRow.updated_at.desc()).limit(5))
    return [_earlier_one(session, row) for row in newest]


def _earlier_one(session: Session, row: ConversationRow) -> Earlier:
    first = (
        select(MessageRow.text)
        .where(MessageRow.conversation_id == row.id, MessageRow.author == "reader")
        .order_by(MessageRow.seq)
        .limit(1)
    )
    return Earlier(id=row.id, at=row.updated_at, text=(session.scalar(first) or "")[:120])
