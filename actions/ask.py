"""What a reader asks in one turn, as the engine understood it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from assistant.engine.understanding.plain_words import names_something
from assistant.engine.understanding.writing import readable
from assistant.model import Language, Waits

_EPOCH = datetime.fromtimestamp(0, UTC)
Heard = str | None  # the language of a text: en, zh, another's code; None where it does not show


@dataclass(frozen=True, slots=True)
class Entity:
    """A fact in the text, as the engine's rules read it; negated in "not in French"."""

    name: str
    value: Any
    negated: bool = False
    start: int = 0  # `text[start:end]` said it
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One message: its words and what they were taken for, or the data of a choice pressed."""

    text: str  # as the rules read it: simplified
    written: str = ""  # as the reader wrote the whole of it, sign for sign
    spoken: str = ""  # the whole of it where it had Cantonese words in it
    intent: str = ""
    confidence: float = 1.0
    ranking: tuple[tuple[str, float], ...] = ()
    entities: tuple[Entity, ...] = ()
    payload: Mapping[str, Any] | None = None
    language: Language = "en"  # the conversation's so far
    heard: Heard = None
    near: float = 0.0  # below zero lies farther out than almost every question of a library
    taught: bool = False  # the engine was taught these very words
    waits: Waits = ""  # what a question for the librarians has come to
    gives_up: bool = False  # that question, for what is asked here
    staffed: bool = False  # whether a librarian is on duty
    now: datetime = _EPOCH  # in a turn by the library's clock

    @property
    def pressed(self) -> bool:
        return self.payload is not None

    def one(self, name: str) -> Any:
        """The first value of an entity that is not negated; None when there is none."""
        return next(iter(self.all(name)), None)

    def all(self, name: str, *, negated: bool = False) -> list[Any]:
        return [e.value for e in self.entities if e.name == name and e.negated == negated]

    def has(self, *names: str) -> bool:
        return any(entity.name in names for entity in self.entities)

    @property
    def typed(self) -> str:
        """The text in the reader's own characters."""
        return self.written if len(self.written) == len(self.text) else self.text

    @property
    def query(self) -> str:
        """The words to search for, each once."""
        return " ".join(dict.fromkeys(self.all("query")))

    @property
    def names_more(self) -> bool:
        """Whether more is named than limits: a topic, or what we make nothing of."""
        known = {one.name for one in self.entities} - {"query", "like"}
        rest = self.beside(*known)
        return names_something(rest)

    def said(self, *names: str) -> list[str]:
        """The words that named such entities."""
        return [self.text[e.start : e.end] for e in self.entities if e.name in names]

    def beside(self, *names: str) -> str:
        """The text without the words that named such entities."""
        spans = [(e.start, e.end) for e in self.entities if e.name in names]
        inside = {at for start, end in spans for at in range(start, end)}
        return "".join(" " if at in inside else c for at, c in enumerate(self.text))

    def press(self, name: str, data: Mapping[str, Any]) -> Ask:
        """The same moment, as if the reader had pressed a choice."""
        return replace(self, intent=name, confidence=1.0, ranking=(), entities=(), payload=data)


def ask_from(latest: Mapping[str, Any], slots: Mapping[str, Any], now: datetime) -> Ask:
    """Read Rasa's latest message and slots. Unknown shapes of entities are left out."""
    told = latest.get("metadata") or {}
    intent = latest.get("intent") or {}
    found = tuple(_entities(latest.get("entities") or ()))
    payload = next((e.value for e in found if e.name == "payload"), None)
    written = latest.get("text") or ""
    return Ask(
        text=readable(written),
        written=written,
        spoken=latest.get("spoken") or "",
        intent=intent.get("name") or "",
        confidence=float(intent.get("confidence") or 0.0),
        ranking=_ranking(latest.get("intent_ranking") or ()),
        entities=found,
        payload=payload if isinstance(payload, Mapping) else None,
        language=_language(told.get("language") or slots.get("language")),
        heard=latest.get("language"),
        near=float((latest.get("nearness") or {}).get("value") or 0.0),
        taught=bool(latest.get("taught")),
        waits=told.get("waits") or "",
        staffed=bool(told.get("staffed")),
        now=datetime.fromisoformat(told["now"]) if told.get("now") else now,
    )


def first_of(ask: Ask) -> Ask:
    """The message up to the other requests in it, as the engine understood it; itself if none."""
    told = [one.text for one in others_of(ask)]
    at = ask.text.find(told[0], 1) if told else -1
    if at <= 0:
        return ask
    own = tuple(one for one in ask.entities if one.name != "second" and one.start < at)
    return replace(ask, text=ask.text[:at], entities=own)


def others_of(ask: Ask) -> list[Ask]:
    """The other requests in the same message, in order."""
    return [_alone(ask, parsed) for parsed in ask.all("second") if isinstance(parsed, Mapping)]


def instead_of(ask: Ask) -> Ask | None:
    """What is asked in place of what is given up, as the engine read it, and the other requests."""
    told = next((e for e in ask.entities if e.name == "instead"), None)
    if told is None or not isinstance(told.value, Mapping):
        return None
    others = [
        replace(e, start=e.start - told.start, end=e.end - told.start)
        for e in ask.entities
        if e.name == "second"
    ]
    alone = _alone(ask, told.value)
    return replace(
        alone, text=ask.text[told.start :], written="", entities=(*alone.entities, *others)
    )


def _alone(ask: Ask, parsed: Mapping[str, Any]) -> Ask:
    intent = parsed.get("intent") or {}
    return replace(
        ask,
        text=readable(parsed["text"]),
        written=parsed["text"],
        intent=intent.get("name") or "",
        confidence=float(intent.get("confidence") or 0.0),
        ranking=_ranking(parsed.get("intent_ranking") or ()),
        near=float((parsed.get("nearness") or {}).get("value") or 0.0),
        taught=bool(parsed.get("taught")),
        entities=tuple(_entities(parsed.get("entities") or ())),
    )


def _entities(raw: Any) -> list[Entity]:
    return [
        Entity(
            one["entity"],
            _value(one),
            bool(one.get("negated")),
            int(one.get("start") or 0),
            int(one.get("end") or 0),
        )
        for one in raw
    ]


def _value(entity: Mapping[str, Any]) -> Any:
    """A second request comes as the engine parsed it, in place of its text alone."""
    parsed = entity.get("parsed")
    return {**parsed, "text": entity["value"]} if parsed else entity.get("value")


def _ranking(raw: Any) -> tuple[tuple[str, float], ...]:
    return tuple((one["name"], float(one["confidence"])) for one in raw)


def _language(code: Any) -> Language:
    return "zh" if code == "zh" else "en"
