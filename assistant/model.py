"""What a conversation is made of: frozen types that every part of Refdesk speaks (stdlib only)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, TypeAlias

Language = Literal["en", "zh"]
# What a question for the librarians has come to, while nobody is on duty: nothing was asked of
# them; we asked what it is; it was left with what we said last; it was left before.
Waits = Literal["", "asked", "left", "kept"]
LONGEST_TEXT = 4000  # characters of one thing said, whoever says it and wherever
LONGEST_PAYLOAD = 4000  # characters of what a button says
Author = Literal["reader", "assistant", "librarian", "system"]
CopyStatus = Literal["available", "on_loan", "reference", "missing", "unknown"]


def language_from(code: object) -> Language:
    """The language of a code; English for what is none of ours."""
    return "zh" if code == "zh" else "en"


class Owner(StrEnum):
    """Who speaks. `closed` shows to readers as assistant: their next message reopens it."""

    ASSISTANT = "assistant"
    QUEUE = "queue"
    LIBRARIAN = "librarian"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    branch: str  # name in the reader's language
    shelf: str
    call_number: str
    status: CopyStatus
    checked_at: datetime
    branch_code: str = ""
    due: date | None = None
    queue: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A record as a reader sees it (DESIGN.md 4.1)."""

    record_id: str
    title: str
    authors: list[str]
    year: int | None
    language: str
    format: str
    call_number: str
    isbn: list[str]
    url: str
    summary: str | None = None
    pages: int | None = None
    why: str | None = None
    copies: list[Copy] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    text: str
    type: Literal["text"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingsQuery:
    text: str
    filters: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingsPart:
    query: HoldingsQuery
    total: int
    items: list[Item]
    offset: int = 0
    type: Literal["holdings"] = "holdings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    title: str
    payload: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesPart:
    choices: list[Choice]
    type: Literal["choices"] = "choices"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    title: str
    id: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesPart:
    sources: list[Source]
    type: Literal["sources"] = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationPart:
    style: str
    text: str
    type: Literal["citation"] = "citation"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffPart:
    state: Literal["queued", "taken", "left", "cancelled", "timed_out", "handed_back", "closed"]
    position: int | None = None
    wait_minutes: int | None = None
    claim_code: str | None = None
    asks: bool | None = None  # the reader's next words are the question that is kept
    type: Literal["handoff"] = "handoff"


Part: TypeAlias = TextPart | HoldingsPart | ChoicesPart | SourcesPart | CitationPart | HandoffPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing said. `seq` counts up within its conversation, shared with owner events."""

    id: str
    seq: int
    at: datetime
    author: Author
    parts: list[Part]
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a reader sent: typed text, or the payload of a choice they pressed."""

    id: str  # the sender's own id; the same id is the same message
    text: str | None = None
    payload: str | None = None
    waits: Waits = ""
    staffed: bool = False  # whether a librarian is on duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What the engine made of a message, for the log and the desk."""

    intent: str
    confidence: float
    ranking: list[tuple[str, float]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    language: str | None = None
    actions: list[str] = field(default_factory=list)
    model: str = ""  # id of the trained dialogue model


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchLog:
    """What was searched and shown, under one snapshot of the index."""

    query: str
    filters: dict[str, Any]
    record_ids: list[str]
    scores: list[float]
    total: int
    index_version: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Something the engine's answer asks the conversation service to do.

    kind: escalate {reason, urgent?, subject?, about?} | withdraw {} | note {reason} | forget {}
    | language {language} | script {script} | save {record_id} | unsave {record_id}
    | alert {text, filters, since} | stop_alert {id?} | knowledge {entry_id} | outcome {outcome}
    """

    kind: str
    data: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineReply:
    """All that one engine call gives back: each inner list of parts becomes one message."""

    messages: list[list[Part]]
    understood: Understanding
    searches: list[SearchLog] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)
    latency_ms: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The answer to one message: who owns the conversation now, and the replies."""

    owner: Owner
    messages: list[Message]
    erased: bool = False  # nothing of the conversation is left, not even an outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a window must hear. Typing has no seq and is not kept.

    `desk` and `erased` go to the desk's windows only.
    """

    conversation_id: str
    kind: Literal["message", "owner", "typing", "erased", "desk"]
    body: dict[str, Any]
    seq: int | None = None
    letter: bool = False  # whether it may have to be delivered too
