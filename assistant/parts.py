"""Parts of a message to and from JSON, and as plain text where nothing else is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from assistant.errors import BadRequest
from assistant.model import (
    Choice,
    ChoicesPart,
    CitationPart,
    Copy,
    HandoffPart,
    HoldingsPart,
    Item,
    Language,
    Message,
    Part,
    SourcesPart,
    TextPart,
)
from assistant.texts import say

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PAYLOADS = frozenset(
    {"find", "more", "back", "like", "where", "details", "cite", "save", "unsave", "filter"}
    | {"unfilter", "hours", "ask", "human", "language", "forget", "alert", "stop_alert"}
    | {"report", "help", "affirm", "deny", "cancel", "dismiss", "sequel"}
)
_PAYLOAD = re.compile(r"/([a-z_]+)(\{.*\})?", re.DOTALL)
_KINDS: dict[str, tuple[type, str]] = {
    name: (kind, called)
    for kind, called, names in (
        (str, "a string", ("text", "record_id", "entry_id", "id")),
        (dict, "an object", ("filters", "set")),
    )
    for name in names
}


@lru_cache(maxsize=1)
def parts_adapter() -> TypeAdapter[list[Part]]:
    from pydantic import Discriminator, TypeAdapter

    return TypeAdapter(list[Annotated[Part, Discriminator("type")]])


def dump_parts(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Parts as the chat API shows them; empty optional fields are left out."""
    dumped: list[dict[str, Any]] = parts_adapter().dump_python(
        list(parts), mode="json", exclude_none=True
    )
    for part in dumped:
        for item in part.get("items", ()):
            item.setdefault("year", None)
    return dumped


def load_parts(raw: Any) -> list[Part]:
    return parts_adapter().validate_python(raw)


def dump_message(message: Message) -> dict[str, Any]:
    dumped: dict[str, Any] = {
        "id": message.id,
        "seq": message.seq,
        "at": message.at.isoformat(),
        "author": message.author,
        "parts": dump_parts(message.parts),
    }
    return dumped | ({"name": message.name} if message.name else {})


def read_payload(payload: str) -> tuple[str, dict[str, Any]]:
    """Name and data of '/name{"json": "object"}'. Raises BadRequest for anything else."""
    match = _PAYLOAD.fullmatch(payload.strip())
    if not match or match[1] not in PAYLOADS:
        raise BadRequest(f"payload: {payload[:60]!r} is not one that the assistant offers.")
    try:
        data = json.loads(match[2] or "{}")
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"payload: the JSON after /{match[1]} cannot be read: {error}.") from error
    for name, (kind, called) in _KINDS.items():
        if name in data and not isinstance(data[name], kind):
            raise BadRequest(f"payload: {name} of /{match[1]} is not {called}.")
    return match[1], data


def write_payload(name: str, /, **data: Any) -> str:
    return f"/{name}{json.dumps(data, ensure_ascii=False) if data else ''}"


def items_of(parts: Iterable[Part]) -> list[Item]:
    """Every record that is shown, in order."""
    return [item for part in parts if isinstance(part, HoldingsPart) for item in part.items]


def choices_of(parts: Iterable[Part]) -> list[Choice]:
    """Every button, in order."""
    return [choice for part in parts if isinstance(part, ChoicesPart) for choice in part.choices]


def plain(parts: Iterable[Part], language: Language) -> str:
    """All that the parts say, as text: no part is dropped."""
    return "\n".join(line for part in parts for line in _lines(part, language) if line)


def _lines(part: Part, language: Language) -> list[str]:
    match part:
        case TextPart() | CitationPart():
            return [part.text]
        case HoldingsPart():
            first = part.offset + 1
            return [
                f"{n}. {line}"
                for n, i in enumerate(part.items, first)
                for line in [_item(i, language)]
            ]
        case ChoicesPart():
            return ["  ".join(f"[{choice.title}]" for choice in part.choices)]
        case SourcesPart():
            named = "; ".join(f"{s.title} {s.url or ''}".strip() for s in part.sources)
            return [say(language, "source-line", sources=named)]
        case HandoffPart():
            return [say(language, "claim-line", code=part.claim_code)] if part.claim_code else []


def _item(item: Item, language: Language) -> str:
    head = " / ".join(filter(None, [item.title, "; ".join(item.authors), str(item.year or "")]))
    places = [
        f"   {c.branch} · {c.call_number or item.call_number} · {copy_state(c, language)}"
        for c in item.copies
    ]
    return "\n".join([head, *places, *([f"   {item.url}"] if item.url and not places else [])])


def copy_status(status: str, language: Language) -> str:
    return say(language, f"status-{status.replace('_', '-')}")


def copy_state(copy: Copy, language: Language) -> str:
    """A copy's status in words, with the day when it is due back."""
    return _state(copy.status, copy.due, language)


@lru_cache(maxsize=1024)
def _state(code: str, due: date | None, language: Language) -> str:
    status = copy_status(code, language)
    if due is None:
        return status
    from babel.dates import format_date

    from assistant.facts import LOCALES

    day = format_date(due, "medium", locale=LOCALES[language])
    return say(language, "status-due", status=status, day=str(day))


def to_json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
