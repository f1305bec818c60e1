"""Review of the assistant's turns: those that went wrong first, marked, and exported as lessons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.desk.acts import Librarian, require
from assistant.desk.audit import audit
from assistant.desk.briefing import NO_QUESTION, why_unsure
from assistant.errors import BadRequest, NotFound
from assistant.ports import Clock
from assistant.store import Database
from assistant.store.desk_tables import ReviewRow
from assistant.store.tables import ConversationRow, FeedbackRow, MessageRow, TurnRow

Mark = Literal["right", "wrong_intent", "wrong_answer", "missing_answer"]
MARKS: tuple[Mark, ...] = ("right", "wrong_intent", "wrong_answer", "missing_answer")
LOOKED_AT = timedelta(days=60)
PAGE = 20
# How much each sign of going wrong weighs; what readers and librarians did weighs most.
WEIGHTS = {
    "unhelpful": 5,
    "corrected": 4,
    "nothing_found": 3,
    "unsure": 3,
    "low_confidence": 2,
    "engine_down": 2,
    "asked": 1,
    "unavailable": 1,
    "out_of_scope": 1,
    "abandoned": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    mark: str
    intent: str | None
    entry_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnToReview:
    """One question, the answer, and the signs that it went wrong."""

    id: str
    conversation_id: str
    at: datetime
    asked: str
    answered: str
    intent: str | None
    confidence: float | None
    entry_id: str | None  # the knowledge entry that answered
    language: str
    signs: list[str]
    reviewed: Reviewed | None

    @property
    def weight(self) -> int:
        return sum(WEIGHTS[sign] for sign in self.signs)


class Review:
    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def turns(self, *, reviewed: bool = False, limit: int = PAGE) -> list[TurnToReview]:
        """Turns of the last sixty days that are not reviewed yet, the worst first."""
        since = self.clock.now() - LOOKED_AT

        def work(session: Session) -> list[TurnToReview]:
            found = [t for t in turns_since(session, since) if bool(t.reviewed) == reviewed]
            kept = found if reviewed else [t for t in found if t.signs]
            return sorted(kept, key=lambda t: (-t.weight, -t.at.timestamp()))[:limit]

        return await self.database.read(work)

    async def mark(
        self,
        who: Librarian,
        turn_id: str,
        mark: str,
        intent: str | None = None,
        entry_id: str | None = None,
    ) -> None:
        """Keep a verdict; a second one replaces the first. Raises BadRequest, NotFound."""
        require(who, "supervisor")
        if mark not in MARKS:
            raise BadRequest(f"A mark is one of {', '.join(MARKS)}.")
        if mark == "wrong_intent" and not intent:
            raise BadRequest("Say what it should have understood.")

        def work(session: Session) -> None:
            if session.get(TurnRow, turn_id) is None:
                raise NotFound("That turn is not kept any more.")
            at = self.clock.now()
            session.merge(
                ReviewRow(
                    turn_id=turn_id,
                    at=at,
                    librarian_id=who.id,
                    mark=mark,
                    intent=intent or None,
                    entry_id=entry_id or None,
                )
            )
            audit(session, at, who.id, "review", turn_id, mark=mark)

        await self.database.run(work)

    async def export(self, form: Literal["nlu", "faq"]) -> list[dict[str, str]]:
        """The reviewed set: `{"text", "intent"}` for bench nlu, `{"query", "faq_id"}` for faq."""
        lessons = {"nlu": _nlu, "faq": _faq}[form]
        return await self.database.read(
            lambda s: list(lessons(turns_since(s, datetime.min.replace(tzinfo=UTC))))
        )


def _nlu(turns: Sequence[TurnToReview]) -> Iterator[dict[str, str]]:
    for turn in turns:
        if turn.reviewed is None:
            continue
        wrong = turn.reviewed.mark == "wrong_intent"
        intent = turn.reviewed.intent if wrong else turn.intent
        if intent and turn.reviewed.mark != "missing_answer":
            yield {"text": turn.asked, "intent": intent}


def _faq(turns: Sequence[TurnToReview]) -> Iterator[dict[str, str]]:
    for turn in turns:
        if turn.reviewed is None:
            continue
        right = turn.reviewed.mark == "right"
        entry_id = turn.reviewed.entry_id or (turn.entry_id if right else None)
        if entry_id:
            yield {"query": turn.asked, "faq_id": entry_id}


def turns_since(session: Session, since: datetime) -> list[TurnToReview]:
    """Every question typed since then with its answer and signs, oldest first."""
    query = (
        select(TurnRow, MessageRow.text, MessageRow.seq, ConversationRow.language)
        .join(MessageRow, MessageRow.id == TurnRow.id)
        .join(ConversationRow, ConversationRow.id == TurnRow.conversation_id)
        .where(TurnRow.at >= since, TurnRow.payload.is_(None), TurnRow.state != "accepted")
        .order_by(TurnRow.at)
    )
    clues = _clues(session, since)
    return [
        _turn(turn, text, seq, language, clues)
        for turn, text, seq, language in session.execute(query)
        if turn.intent not in NO_QUESTION
    ]


@dataclass(frozen=True, slots=True)
class _Clues:
    answers: dict[str, list[str]]  # what was replied, by the message replied to
    unhelpful: set[str]  # messages whose answer was judged unhelpful
    last_reader: dict[str, int]  # seq of each conversation's last message by its reader
    librarian: dict[str, int]  # and of the first by a librarian
    reviews: dict[str, ReviewRow]


def _clues(session: Session, since: datetime) -> _Clues:
    recent = select(
        MessageRow.id,
        MessageRow.conversation_id,
        MessageRow.seq,
        MessageRow.author,
        MessageRow.reply_to,
        MessageRow.text,
    ).where(MessageRow.at >= since)
    answers: dict[str, list[str]] = {}
    last_reader: dict[str, int] = {}
    librarian: dict[str, int] = {}
    for _, conversation, seq, author, reply_to, text in session.execute(
        recent.order_by(MessageRow.seq)
    ):
        if author == "reader":
            last_reader[conversation] = seq
        elif author == "librarian":
            librarian.setdefault(conversation, seq)
        elif reply_to:
            answers.setdefault(reply_to, []).append(text)
    judged = select(MessageRow.reply_to).join(FeedbackRow, FeedbackRow.message_id == MessageRow.id)
    unhelpful = {id_ for id_ in session.scalars(judged.where(~FeedbackRow.helpful)) if id_}
    reviews = {row.turn_id: row for row in session.scalars(select(ReviewRow))}
    return _Clues(answers, unhelpful, last_reader, librarian, reviews)


def _turn(turn: TurnRow, text: str, seq: int, language: str, clues: _Clues) -> TurnToReview:
    found = clues.reviews.get(turn.id)
    reviewed = (
        Reviewed(mark=found.mark, intent=found.intent, entry_id=found.entry_id) if found else None
    )
    return TurnToReview(
        id=turn.id,
        conversation_id=turn.conversation_id,
        at=turn.at,
        asked=text,
        answered="\n".join(clues.answers.get(turn.id, [])),
        intent=turn.intent,
        confidence=turn.confidence,
        entry_id=entry_of(turn),
        language=language,
        signs=list(_signs(turn, seq, clues)),
        reviewed=reviewed,
    )


def entry_of(turn: TurnRow) -> str | None:
    """The knowledge entry that answered the turn."""
    known = (e for e in turn.effects or () if e.get("kind") == "knowledge")
    return next((str(e["data"].get("entry_id")) for e in known), None)


def _signs(turn: TurnRow, seq: int, clues: _Clues) -> Iterator[str]:
    unsure = why_unsure(turn)
    if turn.id in clues.unhelpful:
        yield "unhelpful"
    if unsure:
        yield unsure
    last = clues.last_reader.get(turn.conversation_id, 0)
    if last == seq and unsure:
        yield "abandoned"
    # The reader's last question before a librarian spoke is the one that they corrected.
    spoke = clues.librarian.get(turn.conversation_id)
    if spoke is not None and seq < spoke and turn.outcome in ("answered", "nothing_found", "asked"):
        yield "corrected"
