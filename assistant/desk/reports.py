"""Reports on the service, counted from the log: each is a table first, and may be drawn."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any, Literal

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from assistant.desk.briefing import NO_QUESTION
from assistant.desk.clock import desk_seconds
from assistant.desk.close import TYPES
from assistant.errors import BadRequest
from assistant.hours import is_open
from assistant.library import Library
from assistant.ports import Clock
from assistant.store import Database
from assistant.store.desk_tables import TransactionRow
from assistant.store.tables import (
    ConversationRow,
    EscalationRow,
    FeedbackRow,
    MessageRow,
    SearchRow,
    TurnRow,
)

LONGEST = timedelta(days=370)
KEPT_FOR = timedelta(seconds=60)
TOP = 25
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Cell = str | int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a report is about: days in the library's own time, both included."""

    first: date
    last: date
    channel: str = ""
    language: str = ""

    def check(self) -> None:
        """Raises BadRequest."""
        if self.last < self.first:
            raise BadRequest("The last day lies before the first.")
        if self.last - self.first > LONGEST:
            raise BadRequest("A report covers at most a year.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One report. `drawn` says how it is drawn; the first column names the rows."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    drawn: Literal["days", "bars", "heat", ""] = ""
    told: str = ""  # one sentence on how it is counted


@dataclass(slots=True)
class _Asked:
    """One conversation in which a reader wrote."""

    at: datetime
    channel: str
    language: str
    wishes: list[EscalationRow] = field(default_factory=list)


@dataclass(slots=True)
class _Counts:
    asked: dict[str, _Asked]
    moments: list[datetime]  # of readers' messages, in the library's zone
    turns: list[Any]
    helpful: list[tuple[datetime, bool]]
    closed: list[TransactionRow]
    searches: list[tuple[str, int]]


class Reports:
    def __init__(self, database: Database, clock: Clock, library: Library) -> None:
        self.database = database
        self.clock = clock
        self.library = library
        self._kept: dict[Wish, tuple[datetime, list[Table]]] = {}

    async def tables(self, wish: Wish) -> list[Table]:
        """Every report for these days; the same ones again within a minute are not counted anew."""
        wish.check()
        now = self.clock.now()
        self._kept = {w: kept for w, kept in self._kept.items() if now - kept[0] < KEPT_FOR}
        if wish not in self._kept:
            found = await self.database.read(lambda s: _tables(s, self.library, wish))
            self._kept[wish] = (now, found)
        return self._kept[wish][1]


def _tables(session: Session, library: Library, wish: Wish) -> list[Table]:
    counts = _counts(session, library, wish)
    return [
        _overview(counts, library),
        _by_day(counts, library, wish),
        _heat(counts),
        _shares("channels", "By channel", "Channel", (a.channel for a in counts.asked.values())),
        _shares("languages", "By language", "Language", _languages(counts)),
        _shares("topics", "By kind of question", "Kind", _topics(counts)),
        _shares("branches", "By branch asked about", "Branch", _branches(counts, library)),
        _shares("reasons", "Handed over, and why", "Why", _reasons(counts)),
        _waits(counts, library),
        _satisfaction(counts, library),
        _read_levels(counts),
        _shares("outcomes", "How librarians closed", "Outcome", (c.outcome for c in counts.closed)),
        _most_asked(counts),
        _nothing_found(counts),
    ]


def _counts(session: Session, library: Library, wish: Wish) -> _Counts:
    zone = library.zone
    begins = datetime.combine(wish.first, time.min, zone)
    ends = datetime.combine(wish.last + timedelta(days=1), time.min, zone)
    asked, moments = _asked(session, wish, begins, ends, zone)
    return _Counts(
        asked=asked,
        moments=moments,
        turns=_turns(session, wish, begins, ends),
        helpful=_helpful(session, wish, begins, ends),
        closed=_closed(session, wish, begins, ends),
        searches=_searches(session, wish, begins, ends),
    )


def _only(wish: Wish) -> list[ColumnElement[bool]]:
    channel = [ConversationRow.channel == wish.channel] if wish.channel else []
    language = [ConversationRow.language == wish.language] if wish.language else []
    return [*channel, *language]


def _asked(
    session: Session, wish: Wish, begins: datetime, ends: datetime, zone: Any
) -> tuple[dict[str, _Asked], list[datetime]]:
    query = (
        select(
            MessageRow.conversation_id,
            MessageRow.at,
            ConversationRow.channel,
            ConversationRow.language,
        )
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .where(MessageRow.author == "reader", MessageRow.at >= begins, MessageRow.at < ends)
        .where(*_only(wish))
        .order_by(MessageRow.at)
    )
    asked: dict[str, _Asked] = {}
    moments = []
    for id_, at, channel, language in session.execute(query):
        asked.setdefault(id_, _Asked(at.astimezone(zone), channel, language))
        moments.append(at.astimezone(zone))
    wishes = select(EscalationRow).where(
        EscalationRow.asked_at >= begins, EscalationRow.asked_at < ends
    )
    for one in session.scalars(wishes):
        if one.conversation_id in asked:
            asked[one.conversation_id].wishes.append(one)
    return asked, moments


def _turns(session: Session, wish: Wish, begins: datetime, ends: datetime) -> list[Any]:
    columns = (TurnRow.at, TurnRow.intent, TurnRow.outcome, TurnRow.entities, TurnRow.effects)
    query = select(*columns).join(ConversationRow, ConversationRow.id == TurnRow.conversation_id)
    found = session.execute(query.where(TurnRow.at >= begins, TurnRow.at < ends, *_only(wish)))
    return list(found.all())


def _helpful(
    session: Session, wish: Wish, begins: datetime, ends: datetime
) -> list[tuple[datetime, bool]]:
    query = select(FeedbackRow.at, FeedbackRow.helpful).join(
        ConversationRow, ConversationRow.id == FeedbackRow.conversation_id
    )
    found = session.execute(
        query.where(FeedbackRow.at >= begins, FeedbackRow.at < ends, *_only(wish))
    )
    return [(at, helpful) for at, helpful in found]


def _closed(session: Session, wish: Wish, begins: datetime, ends: datetime) -> list[TransactionRow]:
    query = select(TransactionRow).join(
        ConversationRow, ConversationRow.id == TransactionRow.conversation_id
    )
    kept = query.where(TransactionRow.at >= begins, TransactionRow.at < ends, *_only(wish))
    return list(session.scalars(kept))


def _searches(
    session: Session, wish: Wish, begins: datetime, ends: datetime
) -> list[tuple[str, int]]:
    query = (
        select(SearchRow.query, SearchRow.total)
        .join(TurnRow, TurnRow.id == SearchRow.turn_id)
        .join(ConversationRow, ConversationRow.id == TurnRow.conversation_id)
        .where(TurnRow.at >= begins, TurnRow.at < ends, *_only(wish))
    )
    return [(" ".join(text.casefold().split()), total) for text, total in session.execute(query)]


def _overview(counts: _Counts, library: Library) -> Table:
    asked = counts.asked.values()
    handed = [one for one in asked if one.wishes]
    closed_hours = sum(not is_open(library, library.desk, m).open for m in counts.moments)
    judged = [helpful for _, helpful in counts.helpful]
    rows: list[tuple[Cell, ...]] = [
        ("Conversations in which a reader wrote", len(asked)),
        ("Answered by the assistant alone", len(asked) - len(handed)),
        ("Handed over to librarians", len(handed)),
        ("Questions left when nobody was there", _left(handed)),
        ("  of them answered since", _left_answered(handed)),
        ("Readers' messages", len(counts.moments)),
        ("  of them while the desk was closed", closed_hours),
        ("Median wait for a librarian, minutes of desk time", _median_wait(handed, library)),
        ("Judged helpful, %", _share(sum(judged), len(judged))),
        ("Reference transactions closed", len(counts.closed)),
    ]
    return Table(id="overview", title="At a glance", columns=("What", "Number"), rows=rows)


def _left(handed: Sequence[_Asked]) -> int:
    return sum(any(w.claim_hash for w in one.wishes) for one in handed)


def _left_answered(handed: Sequence[_Asked]) -> int:
    return sum(any(w.claim_hash and w.state == "answered" for w in one.wishes) for one in handed)


def _wait_minutes(wish: EscalationRow, library: Library) -> float | None:
    """Minutes of desk time from asking to being taken."""
    if wish.taken_at is None:
        return None
    return round(desk_seconds(library, wish.asked_at, wish.taken_at) / 60, 1)


def _median_wait(handed: Sequence[_Asked], library: Library) -> Cell:
    found = [_wait_minutes(w, library) for one in handed for w in one.wishes]
    waits = [one for one in found if one is not None]
    return round(median(waits), 1) if waits else "—"


def _share(part: int, whole: int) -> Cell:
    return round(100 * part / whole, 1) if whole else "—"


def _by_day(counts: _Counts, library: Library, wish: Wish) -> Table:
    alone: Counter[date] = Counter()
    handed: Counter[date] = Counter()
    for one in counts.asked.values():
        (handed if one.wishes else alone)[one.at.date()] += 1
    days = [wish.first + timedelta(days=n) for n in range((wish.last - wish.first).days + 1)]
    return Table(
        id="days",
        title="Conversations by day",
        columns=("Day", "Assistant alone", "Handed over"),
        rows=[(day.isoformat(), alone[day], handed[day]) for day in days],
        drawn="days",
        told="A conversation counts on the day of its first message in the period.",
    )


def _heat(counts: _Counts) -> Table:
    hours = Counter((moment.weekday(), moment.hour) for moment in counts.moments)
    return Table(
        id="hours",
        title="When readers ask",
        columns=("Weekday", *(f"{hour:02}" for hour in range(24))),
        rows=[
            (name, *(hours[day, hour] for hour in range(24))) for day, name in enumerate(WEEKDAYS)
        ],
        drawn="heat",
        told="Readers' messages by weekday and hour, in the library's own time.",
    )


def _shares(id_: str, title: str, column: str, values: Iterable[str]) -> Table:
    found = Counter(values).most_common(TOP)
    total = sum(number for _, number in found)
    rows: list[tuple[Cell, ...]] = [(name, n, _share(n, total)) for name, n in found]
    return Table(id=id_, title=title, columns=(column, "Number", "%"), rows=rows, drawn="bars")


def _languages(counts: _Counts) -> Iterable[str]:
    names = {"en": "English", "zh": "中文"}
    return (names.get(one.language, one.language) for one in counts.asked.values())


def _topics(counts: _Counts) -> Iterable[str]:
    kinds = {intent: kind for kind, intents in TYPES.items() for intent in intents}
    asked = (turn.intent for turn in counts.turns if turn.intent not in NO_QUESTION)
    return (kinds.get(intent, "other").replace("_", " ") for intent in asked if intent)


def _branches(counts: _Counts, library: Library) -> Iterable[str]:
    names = {branch.code: branch.name.en for branch in library.branches}
    for turn in counts.turns:
        for entity in turn.entities or ():
            if entity.get("entity") == "branch" and entity.get("value") in names:
                yield names[entity["value"]]


def _reasons(counts: _Counts) -> Iterable[str]:
    wishes = (wish for one in counts.asked.values() for wish in one.wishes)
    return (wish.reason.replace("_", " ") for wish in wishes)


def _waits(counts: _Counts, library: Library) -> Table:
    steps = ((1, "under 1 min"), (3, "1 to 3 min"), (5, "3 to 5 min"), (10, "5 to 10 min"))
    found: Counter[str] = Counter()
    for one in counts.asked.values():
        for wish in one.wishes:
            minutes = _wait_minutes(wish, library)
            if minutes is not None:
                found[next((name for most, name in steps if minutes < most), "over 10 min")] += 1
    names = [*(name for _, name in steps), "over 10 min"]
    return Table(
        id="waits",
        title="How long readers waited",
        columns=("Wait", "Readers"),
        rows=[(name, found[name]) for name in names],
        drawn="bars",
        told="From asking for a person to being taken, while the desk was open.",
    )


def _satisfaction(counts: _Counts, library: Library) -> Table:
    days: dict[date, list[bool]] = defaultdict(list)
    for at, helpful in counts.helpful:
        days[at.astimezone(library.zone).date()].append(helpful)
    rows: list[tuple[Cell, ...]] = [
        (day.isoformat(), sum(found), len(found) - sum(found))
        for day, found in sorted(days.items())
    ]
    columns = ("Day", "Helpful", "Not helpful")
    return Table(id="satisfaction", title="Satisfaction", columns=columns, rows=rows, drawn="days")


def _read_levels(counts: _Counts) -> Table:
    levels = Counter(one.read_level for one in counts.closed if one.read_level)
    return Table(
        id="read",
        title="READ levels",
        columns=("Level", "Transactions"),
        rows=[(str(level), levels[level]) for level in range(1, 7)],
        drawn="bars",
        told="Effort of each closed transaction, 1 (none to speak of) to 6 (hours of research).",
    )


def _most_asked(counts: _Counts) -> Table:
    entries = Counter(
        str(effect["data"].get("entry_id"))
        for turn in counts.turns
        for effect in turn.effects or ()
        if effect.get("kind") == "knowledge"
    )
    searched = Counter(text for text, _ in counts.searches)
    rows: list[tuple[Cell, ...]] = [
        *((name, "answer", n) for name, n in entries.most_common(TOP)),
        *((text, "search", n) for text, n in searched.most_common(TOP)),
    ]
    rows.sort(key=lambda row: -int(row[2]))
    return Table(id="asked", title="Most asked", columns=("What", "Kind", "Times"), rows=rows[:TOP])


def _nothing_found(counts: _Counts) -> Table:
    nothing = Counter(text for text, total in counts.searches if not total)
    rows: list[tuple[Cell, ...]] = list(nothing.most_common(TOP))
    columns = ("Search", "Times")
    return Table(id="nothing", title="Nothing found", columns=columns, rows=rows)
