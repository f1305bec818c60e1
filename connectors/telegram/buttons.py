"""Buttons: a press is found again in the stored message, so old ones work while it is kept."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any, NamedTuple
from uuid import UUID

from assistant.model import Choice, HoldingsPart, Language, Part
from assistant.parts import choices_of, items_of, read_payload, write_payload
from assistant.texts import say
from connectors.telegram.split import units

VERSION = "1"
ACTIONS = {"d": "details", "w": "where", "l": "like", "q": "cite", "s": "save"}
Keyboard = list[list[dict[str, str]]]  # rows of {"text", "data"}
_DATA = re.compile(r"(.)([A-Za-z0-9_-]{22})([a-z])(\d{0,3})")
_LONG_TITLE = 20  # units; two shorter ones share a row


class Press(NamedTuple):
    """Which button of which message: c choice, i item, b back to the list, p earlier page,
    or one of ACTIONS on an item."""

    message_id: str
    kind: str
    number: int


def data(message_id: str, kind: str, number: int | str = "") -> str:
    """Callback data, within Telegram's 64 bytes."""
    short = base64.urlsafe_b64encode(UUID(message_id).bytes).decode().rstrip("=")
    return f"{VERSION}{short}{kind}{number}"


def read(raw: str) -> Press | None:
    """The button that was pressed; None when another version of the bot made it."""
    match = _DATA.fullmatch(raw)
    if not match or match[1] != VERSION:
        return None
    try:
        message_id = str(UUID(bytes=base64.urlsafe_b64decode(match[2] + "==")))
    except (binascii.Error, ValueError):
        return None
    return Press(message_id, match[3], int(match[4] or 0))


def payload(press: Press, parts: list[Part]) -> str | None:
    """What the button says to the assistant; None when the message has no such button."""
    if press.kind == "c":
        offered = choices_of(parts)
        return offered[press.number].payload if press.number < len(offered) else None
    shown = items_of(parts)
    if press.kind not in ACTIONS or press.number >= len(shown):
        return None
    return write_payload(ACTIONS[press.kind], record_id=shown[press.number].record_id)


def keyboard(
    message_id: str, parts: list[Part], language: Language, *, item: int | None = None,
    earlier: str | None = None,
) -> Keyboard:  # fmt: skip
    """The message's buttons; `item` shows what can be done with one of a list, `earlier` is the
    message that holds the page before."""
    shown = items_of(parts)
    if item is None and len(shown) == 1:
        item = 0
    if item is not None and len(shown) > 1:
        back = {"text": say(language, "telegram-action-numbers"), "data": data(message_id, "b")}
        return [*_actions(message_id, item, language), [back]]
    rows = _actions(message_id, 0, language) if item is not None else _numbers(message_id, parts)
    return [*rows, *_choices(message_id, parts, language, earlier)]


def _numbers(message_id: str, parts: list[Part]) -> Keyboard:
    named = [
        str(part.offset + n)
        for part in parts
        if isinstance(part, HoldingsPart)
        for n in range(1, len(part.items) + 1)
    ]
    row = [{"text": name, "data": data(message_id, "i", at)} for at, name in enumerate(named[:40])]
    return [row[start : start + 5] for start in range(0, len(row), 5)]


def _actions(message_id: str, item: int, language: Language) -> Keyboard:
    made = [
        {"text": say(language, f"telegram-action-{name}"), "data": data(message_id, kind, item)}
        for kind, name in ACTIONS.items()
    ]
    return [made[:2], made[2:]]


def _choices(
    message_id: str, parts: list[Part], language: Language, earlier: str | None
) -> Keyboard:
    """Two short ones a row; paging stands in a row of its own, at the end."""
    paging: list[dict[str, str]] = []
    if earlier:
        paging.append({"text": say(language, "telegram-previous"), "data": data(earlier, "p")})
    rows: Keyboard = []
    for number, choice in enumerate(choices_of(parts)[:60]):
        if _has_button(choice, parts):
            continue
        button = {"text": choice.title[:60], "data": data(message_id, "c", number)}
        if choice.payload.startswith("/more"):
            paging.append(button)
        elif rows and len(rows[-1]) == 1 and _short(button) and _short(rows[-1][0]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return [*rows, paging] if paging else rows


def _has_button(choice: Choice, parts: list[Part]) -> bool:
    """Whether a single item's own buttons offer the same already."""
    shown = items_of(parts)
    if len(shown) != 1:
        return False
    name, data = read_payload(choice.payload)
    return name in ACTIONS.values() and data.get("record_id") == shown[0].record_id


def _short(button: dict[str, Any]) -> bool:
    return units(button["text"]) <= _LONG_TITLE
