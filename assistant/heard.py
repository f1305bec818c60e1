"""A reader's message without private numbers and addresses, made before the store is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from assistant.errors import BadRequest
from assistant.model import Said
from assistant.parts import read_payload, write_payload
from assistant.redact import lone_address, redact

# They name what the library has; numbers of records are as long as numbers of cards.
_NAMES = frozenset({"record_id", "entry_id", "id", "exclude"})
_NAME = re.compile(r"[^\s@]+")


@dataclass(frozen=True, slots=True)
class Heard:
    said: Said  # redacted, its payload too
    hidden: bool = False  # whether anything was taken out
    address: str | None = None  # the one address that was all the message said


def hear(said: Said) -> Heard:
    """Raises BadRequest for a payload that is not known."""
    if said.payload is not None:
        return _pressed(said, said.payload)
    clean = redact(said.text or "")
    address = lone_address(said.text or "")
    return Heard(replace(said, text=clean.text), bool(clean.kinds), address)


def _pressed(said: Said, payload: str) -> Heard:
    name, data = read_payload(payload)
    kinds: list[str] = []

    def clean(text: str) -> str:
        found = redact(text)
        kinds.extend(found.kinds)
        return found.text

    try:
        cleaned = _strings(data, clean)
    except RecursionError as error:
        raise BadRequest(f"payload: the JSON after /{name} is nested too deeply.") from error
    shown = payload if cleaned == data else write_payload(name, **cleaned)
    return Heard(replace(said, payload=shown), bool(kinds))


def _strings(value: Any, clean: Callable[[str], str]) -> Any:
    """The same data with every string cleaned; names of records stay as they are."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_strings(one, clean) for one in value]
    if isinstance(value, dict):
        return {
            clean(key): one if key in _NAMES and _are_names(one) else _strings(one, clean)
            for key, one in value.items()
        }
    return value


def _are_names(value: Any) -> bool:
    names = value if isinstance(value, list) else [value]
    return all(isinstance(one, str) and _NAME.fullmatch(one) for one in names)
