"""After the answer: going on elsewhere, what a reader takes along, what is still promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.conversation import Conversations
from assistant.desk.clock import HORIZON, resolution
from assistant.errors import NotFound
from assistant.library import Library
from assistant.model import (
    HoldingsPart,
    HoldingsQuery,
    Item,
    Language,
    Part,
    TextPart,
)
from assistant.parts import dump_message, items_of
from assistant.ports import Holdings
from assistant.reception import Caller
from assistant.store import conversations as rows
from assistant.store import escalations, links
from assistant.store.tables import (
    AlertRow,
    ConversationRow,
    EscalationRow,
    FeedbackRow,
    MessageRow,
    SavedRow,
    SearchRow,
    TurnRow,
)
from assistant.texts import say

LONGEST_REPORT = 30  # questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    at: datetime
    text: str
    found: list[str]  # titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a reader asked and what was found, newest last, and what they saved."""

    asked: list[Asked]
    saved: list[Item]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFollowUp:
    """A question that somebody still has to answer, and by when."""

    escalation_id: str
    conversation_id: str
    state: str
    reason: str
    subject: str | None
    asked_at: datetime
    due_at: datetime
    overdue: bool
    goes_to: str  # the channel that the answer takes: where the question came from
    language: Language


class FollowUp:
    def __init__(self, conversations: Conversations, holdings: Holdings, library: Library) -> None:
        self.conversations = conversations
        self.database = conversations.database
        self.clock = conversations.clock
        self.holdings = holdings
        self.library = library

    async def code(self, conversation_id: str) -> str:
        """A one-time code that carries the conversation to another channel within 15 minutes."""
        now = self.clock.now()
        return await self.database.run(lambda s: links.new_code(s, conversation_id, now))

    async def may_move(self, code: str, caller: Caller) -> bool:
        """Whether the code would carry its conversation to the caller's address now."""
        now = self.clock.now()
        return await self.database.read(lambda s: links.good(s, code, _by(caller), now))

    async def move_here(self, code: str, caller: Caller) -> bool:
        """Go on at the caller's address with the conversation that the code carries."""
        now = self.clock.now()

        def work(session: Session) -> bool:
            row = links.redeem(session, code, _by(caller), now)
            if row is None:
                return False
            links.move(session, row, caller.channel, caller.address)
            row.updated_at = now
            return True

        return await self.database.run(work)

    async def report(self, conversation_id: str, language: Language) -> Report:
        """Of one conversation. Raises NotFound, HoldingsUnavailable."""
        asked, saved = await self.database.read(lambda s: _asked_and_saved(s, conversation_id))
        items = await self.holdings.items(saved, language) if saved else []
        return Report(asked=asked, saved=items)

    async def data(self, conversation_id: str) -> dict[str, Any]:
        """What is kept of one conversation, as JSON. Raises NotFound.

        Not in it is what librarians wrote among themselves (notes, labels, how they closed it), nor
        what was said before at the address it was carried to: that is for whoever is there alone.
        """
        return await self.database.read(lambda s: _data(s, [rows.found(s, conversation_id)]))

    async def data_at(self, caller: Caller) -> dict[str, Any]:
        """The same of all conversations at the caller's address."""
        channel, address = caller.channel, caller.address
        return await self.database.read(lambda s: _data(s, links.at_address(s, channel, address)))

    async def open(self) -> list[OpenFollowUp]:
        """Questions that wait for an answer, the most pressing first."""
        now = self.clock.now()
        found = await self.database.read(
            lambda s: [self._open(*one, now) for one in _unanswered(s)]
        )
        return sorted(found, key=lambda one: one.due_at)

    def due(self, asked_at: datetime) -> datetime:
        """When the desk's clock has an answer due; a desk that never opens has until it would."""
        clock = resolution(self.library, asked_at)
        return clock.due_at if clock else asked_at + timedelta(days=HORIZON)

    def _open(self, wish: EscalationRow, row: ConversationRow, now: datetime) -> OpenFollowUp:
        due = wish.due_at or self.due(wish.asked_at)
        return OpenFollowUp(
            escalation_id=wish.id,
            conversation_id=row.id,
            state=wish.state,
            reason=wish.reason,
            subject=wish.subject,
            asked_at=wish.asked_at,
            due_at=due,
            overdue=due < now,
            goes_to=row.channel if row.address else "email" if wish.contact else "web",
            language=rows.language_of(row),
        )


def set_due(session: Session, escalation_id: str, due_at: datetime) -> EscalationRow:
    """The open question with another day to its name. Raises NotFound."""
    wish = session.get(EscalationRow, escalation_id)
    if wish is None or wish.state not in escalations.OPEN:
        raise NotFound("There is no such open question.")
    wish.due_at = due_at
    return wish


def report_parts(report: Report, language: Language) -> list[Part]:
    """The report in words, saved items as holdings."""
    if not report.asked and not report.saved:
        return [TextPart(text=say(language, "reading-report-empty"))]
    lines = [say(language, "reading-report-asked")] if report.asked else []
    lines += [_line(one, language) for one in report.asked[-LONGEST_REPORT:]]
    parts: list[Part] = [TextPart(text="\n".join(lines))] if lines else []
    if report.saved:
        query = HoldingsQuery(text="")
        parts.append(TextPart(text=say(language, "reading-report-saved")))
        parts.append(HoldingsPart(query=query, total=len(report.saved), items=report.saved))
    return parts


def _line(one: Asked, language: Language) -> str:
    day = f"{one.at:%Y-%m-%d}"
    if not one.found:
        return say(language, "reading-report-line", day=day, text=one.text)
    titles = "; ".join(one.found[:3])
    return say(language, "reading-report-found", day=day, text=one.text, titles=titles)


def _by(caller: Caller) -> str:
    return f"{caller.channel} {caller.address}"


def _asked_and_saved(session: Session, conversation_id: str) -> tuple[list[Asked], list[str]]:
    rows.found(session, conversation_id)
    saved = select(SavedRow.record_id).where(SavedRow.conversation_id == conversation_id)
    kept = list(session.scalars(saved.order_by(SavedRow.at)))
    return list(_asked(session, conversation_id)), kept


def _asked(session: Session, conversation_id: str) -> Iterator[Asked]:
    """Messages that led to a search, with the titles that the answers showed."""
    query = (
        select(MessageRow)
        .where(
            MessageRow.conversation_id == conversation_id,
            select(SearchRow).where(SearchRow.turn_id == MessageRow.id).exists(),
        )
        .order_by(MessageRow.at)
    )
    for message in session.scalars(query):
        shown = rows.replies(session, message.id)
        titles = [item.title for reply in shown for item in items_of(reply.parts)]
        yield Asked(at=message.at, text=message.text, found=titles)


_OF_A_TURN = (
    *("id", "at", "payload", "intent", "confidence", "ranking", "entities", "effects", "outcome"),
    *("language", "latency_ms"),
)


def _data(session: Session, kept: list[ConversationRow]) -> dict[str, Any]:
    return {"conversations": [_conversation(session, one) for one in kept]}


def _conversation(session: Session, row: ConversationRow) -> dict[str, Any]:
    def of(table: Any, *names: str) -> list[dict[str, Any]]:
        found = session.scalars(select(table).where(table.conversation_id == row.id))
        return [{name: _plain(getattr(one, name)) for name in names} for one in found]

    return {
        "id": row.id,
        "channel": row.channel,
        "address": row.address,
        "language": row.language,
        "begun": row.created_at.isoformat(),
        "messages": [dump_message(one) for one in rows.messages(session, row.id)],
        "understood": of(TurnRow, *_OF_A_TURN),
        "searches": _searches(session, row.id),
        "saved": of(SavedRow, "record_id", "at"),
        "alerts": of(AlertRow, "id", "text", "filters", "at"),
        "feedback": of(FeedbackRow, "message_id", "at", "helpful", "comment"),
        "questions_kept": of(
            EscalationRow,
            "reason",
            "subject",
            "asked_at",
            "taken_at",
            "ended_at",
            "contact",
            "due_at",
        ),
    }


def _searches(session: Session, conversation_id: str) -> list[dict[str, Any]]:
    query = (
        select(SearchRow)
        .join(TurnRow, TurnRow.id == SearchRow.turn_id)
        .where(TurnRow.conversation_id == conversation_id)
    )
    names = ("turn_id", "query", "filters", "record_ids", "total")
    return [{name: getattr(one, name) for name in names} for one in session.scalars(query)]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _unanswered(session: Session) -> list[tuple[EscalationRow, ConversationRow]]:
    query = (
        select(EscalationRow, ConversationRow)
        .join(ConversationRow, ConversationRow.id == EscalationRow.conversation_id)
        .where(EscalationRow.state.in_(escalations.OPEN))
        .order_by(EscalationRow.asked_at)
    )
    return [(wish, row) for wish, row in session.execute(query)]
