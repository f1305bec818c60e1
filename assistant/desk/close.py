"""Closing a reference transaction: outcome, READ level and type, sources, follow-up, report."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.desk.acts import Desk, Librarian
from assistant.errors import BadRequest
from assistant.escalate import Done
from assistant.facts import LOCALES
from assistant.library import Library
from assistant.model import (
    HoldingsPart,
    HoldingsQuery,
    Item,
    Language,
    Message,
    Owner,
    Part,
    Source,
    SourcesPart,
    TextPart,
)
from assistant.parts import items_of
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.store.desk_tables import TransactionRow
from assistant.store.tables import ConversationRow, EscalationRow, OwnerRow, SearchRow, TurnRow
from assistant.texts import say

MOST_IN_REPORT = 12

# From the intents of nlu_data/domain/intents.yml to the types that reference statistics count.
TYPES: dict[str, frozenset[str]] = {
    "places_and_hours": frozenset({"hours", "directions", "events", "lost_found", "staff_lookup"}),
    "account": frozenset({"account", "renew", "place_hold", "fines", "membership"}),
    "rules": frozenset(
        {"borrowing_rules", "rooms", "copyright", "donate", "jobs_volunteering", "accessibility"}
        | {"complaint", "interlibrary_loan", "course_reserves", "suggest_purchase", "privacy"}
    ),
    "technical": frozenset(
        {"printing", "equipment", "computers_wifi", "software_access", "remote_access"}
        | {"technical_problem"}
    ),
    "known_item": frozenset({"known_item", "where_is_it", "item_details", "where", "details"}),
    "citation": frozenset({"cite", "citation_help"}),
    "topic": frozenset({"find_holdings", "refine", "more_like", "show_more", "find", "like"}),
    "research": frozenset(
        {"research_consultation", "databases", "newspapers", "special_collections", "publishing"}
    ),
}
# The least effort each type takes on the READ scale (1: none to speak of, 6: hours of research).
LEAST_EFFORT = {
    "places_and_hours": 1,
    "account": 1,
    "rules": 2,
    "technical": 2,
    "known_item": 2,
    "citation": 2,
    "topic": 3,
    "research": 4,
    "other": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the log says the transaction was; the librarian confirms or corrects it."""

    question_type: str
    read_level: int
    why: list[str]
    sources: list[str]
    minutes: int  # with a librarian
    types: list[str] = field(default_factory=lambda: list(LEAST_EFFORT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    outcome: str | None
    read_level: int | None = None
    question_type: str | None = None
    sources: tuple[str, ...] = ()
    follow_up_at: datetime | None = None
    report: bool = False


class Closing:
    def __init__(self, desk: Desk, library: Library) -> None:
        self.desk = desk
        self.library = library

    async def proposal(self, conversation_id: str) -> Proposal:
        """Raises NotFound."""
        now = self.desk.clock.now()
        return await self.desk.database.read(lambda s: propose(s, conversation_id, now))

    async def close(self, conversation_id: str, who: Librarian, ending: Ending) -> list[Message]:
        """Write the transaction down, tell the reader, close. Raises BadRequest, Forbidden."""
        if ending.follow_up_at and ending.follow_up_at <= self.desk.clock.now():
            raise BadRequest("follow_up_at: choose a time that is still to come.")

        def work(session: Session, row: ConversationRow, at: datetime) -> Done:
            done = Done()
            if ending.outcome:
                _record(session, row, who, ending, at)
            if row.owner == Owner.LIBRARIAN and (ending.report or ending.follow_up_at):
                parts = self._last_words(session, row, ending)
                done.tell(row, _said(session, row, who, parts, at))
            return done

        return await self.desk.end(
            conversation_id, who, "close", "closed", work, ending.follow_up_at
        )

    def _last_words(self, session: Session, row: ConversationRow, ending: Ending) -> list[Part]:
        language = rows.language_of(row)
        until = _day(ending.follow_up_at, self.library, language)
        if not ending.report:
            return [TextPart(text=say(language, "follow-up-kept", date=until))]
        shown = shown_to(rows.messages(session, row.id), row.librarian_id is not None)
        code = escalations.give_code(_wish(session, row, self.desk.clock.now()))
        return report_parts(language, shown, until, code)


def report_parts(language: Language, shown: Shown, until: str, code: str) -> list[Part]:
    """The short report in the reader's language: titles, sources, what is still to come."""
    lines = [say(language, "report-title")]
    if shown.items:
        lines.append(say(language, "report-records", count=len(shown.items)))
    if until:
        lines.append(say(language, "report-follow-up", date=until))
    lines += [say(language, "report-code", code=code), say(language, "report-thanks")]
    parts: list[Part] = [TextPart(text="\n".join(lines))]
    if shown.items:
        found = HoldingsPart(
            query=HoldingsQuery(text=""), total=len(shown.items), items=shown.items
        )
        parts.append(found)
    if shown.sources:
        parts.append(SourcesPart(sources=shown.sources))
    return parts


@dataclass(frozen=True, slots=True)
class Shown:
    """Records and sources that the reader has seen, each once."""

    items: list[Item]
    sources: list[Source]


def shown_to(said: list[Message], librarian_only: bool) -> Shown:
    """What the librarian sent; when they sent no records, what the assistant showed."""
    mine = [m for m in said if m.author == "librarian"] if librarian_only else said
    found = _shown(mine)
    return found if found.items or not librarian_only else _shown(said)


def _shown(said: list[Message]) -> Shown:
    parts = [part for m in said for part in m.parts]
    items = {item.record_id: item for item in items_of(parts)}
    sources = {s.title: s for p in parts if isinstance(p, SourcesPart) for s in p.sources}
    return Shown(list(items.values())[-MOST_IN_REPORT:], list(sources.values())[-MOST_IN_REPORT:])


def propose(session: Session, conversation_id: str, now: datetime) -> Proposal:
    """Type and READ level from what was asked, searched and said, and how long it took."""
    rows.found(session, conversation_id)
    intents = _intents(session, conversation_id)
    kind = question_type(intents)
    said = rows.messages(session, conversation_id)
    searches = _searches(session, conversation_id)
    minutes = _minutes(session, conversation_id, now)
    level, why = read_level(kind, searches, minutes, _passed_on(session, conversation_id))
    return Proposal(
        question_type=kind,
        read_level=level,
        why=why,
        sources=[s.title for s in _shown(said).sources] + [i.title for i in _shown(said).items],
        minutes=minutes,
    )


def question_type(intents: Counter[str]) -> str:
    """The type most asked for; of two that are asked as often the one that takes more effort."""
    counts = {kind: sum(intents[i] for i in of) for kind, of in TYPES.items()}
    best = max(counts, key=lambda kind: (counts[kind], LEAST_EFFORT[kind]))
    return best if counts[best] else "other"


def read_level(kind: str, searches: int, minutes: int, passed_on: bool) -> tuple[int, list[str]]:
    """READ level 1 to 6 and the reasons for it."""
    level, why = LEAST_EFFORT[kind], [f"type:{kind}"]
    for more, reason in (
        (searches >= 4, f"searches:{searches}"),
        (minutes >= 15, f"minutes:{minutes}"),
        (minutes >= 45, "long"),
        (passed_on, "passed_on"),
    ):
        if more:
            level, why = level + 1, [*why, reason]
    return min(level, 6), why


def _intents(session: Session, conversation_id: str) -> Counter[str]:
    query = select(TurnRow.intent).where(TurnRow.conversation_id == conversation_id)
    return Counter(intent for intent in session.scalars(query) if intent)


def _searches(session: Session, conversation_id: str) -> int:
    query = (
        select(func.count()).select_from(SearchRow).join(TurnRow, TurnRow.id == SearchRow.turn_id)
    )
    return session.scalar(query.where(TurnRow.conversation_id == conversation_id)) or 0


def _minutes(session: Session, conversation_id: str, now: datetime) -> int:
    """Whole minutes with a librarian, all visits together."""
    query = select(OwnerRow).where(OwnerRow.conversation_id == conversation_id)
    total, since = 0.0, None
    for change in session.scalars(query.order_by(OwnerRow.seq)):
        if since is not None:
            total += (change.at - since).total_seconds()
        since = change.at if change.owner == Owner.LIBRARIAN else None
    total += (now - since).total_seconds() if since else 0
    return max(0, round(total / 60))


def _passed_on(session: Session, conversation_id: str) -> bool:
    query = select(OwnerRow.seq).where(
        OwnerRow.conversation_id == conversation_id, OwnerRow.act == "transfer"
    )
    return session.scalar(query.limit(1)) is not None


def _record(
    session: Session, row: ConversationRow, who: Librarian, ending: Ending, at: datetime
) -> None:
    proposed: dict[str, Any] = asdict(propose(session, row.id, at))
    session.add(
        TransactionRow(
            id=str(uuid4()),
            conversation_id=row.id,
            at=at,
            librarian_id=who.id,
            outcome=ending.outcome,
            read_level=ending.read_level,
            question_type=ending.question_type,
            sources=list(ending.sources),
            proposed={k: proposed[k] for k in ("question_type", "read_level", "why")},
            follow_up_at=ending.follow_up_at,
        )
    )


def _said(
    session: Session, row: ConversationRow, who: Librarian, parts: list[Part], at: datetime
) -> Message:
    return rows.append(session, row, "librarian", parts, at, name=who.name, librarian_id=who.id)


def _wish(session: Session, row: ConversationRow, at: datetime) -> EscalationRow:
    """The reader's newest wish for a person, by whose code they find this again."""
    query = select(EscalationRow).where(EscalationRow.conversation_id == row.id)
    newest = session.scalar(query.order_by(EscalationRow.asked_at.desc()).limit(1))
    return newest or escalations.add(session, row, state="taken", reason="librarian", at=at)


def _day(moment: datetime | None, library: Library, language: Language) -> str:
    from babel.dates import format_date

    if moment is None:
        return ""
    day: date = moment.astimezone(library.zone).date()
    return format_date(day, "full" if language == "en" else "long", locale=LOCALES[language])
