"""The conversations of nlu_data/tests, had with the running assistant through the chat API."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from index.text import script_of, simplify
from tests.e2e.conftest import Stack

FOLDER = Path(__file__).parents[2] / "nlu_data" / "tests"
HAN = re.compile("[\u3400-\u9fff]")
Answer = list[dict[str, Any]]  # the parts of all replies of one turn


def conversations() -> list[dict[str, Any]]:
    files = sorted(FOLDER.glob("*.yml"))
    return [one for file in files for one in YAML(typ="safe").load(file.read_text("utf-8"))]


class Visitor:
    """A reader with one conversation open, who remembers the choices on the screen."""

    def __init__(self, stack: Stack, language: str) -> None:
        self._reader = stack.start(language)
        self.choices: list[dict[str, str]] = []
        self.owner = "assistant"

    def does(self, turn: dict[str, Any]) -> Answer:
        said: Any
        if "say" in turn:
            said = self._reader.say(turn["say"])
        else:
            said = self._reader.press(self._payload(turn["press"]))
        self.owner = said["owner"]
        parts = [part for message in said["messages"] for part in message["parts"]]
        self.choices = [c for p in parts if p["type"] == "choices" for c in p["choices"]]
        return parts

    def _payload(self, wanted: str) -> str:
        for choice in self.choices:
            if wanted in simplify(choice["title"]) or wanted in choice["payload"]:
                return choice["payload"]
        raise AssertionError(f"no choice has {wanted!r}: {self.choices}")


@pytest.mark.servers
@pytest.mark.parametrize("conversation", conversations(), ids=lambda one: str(one["name"]))
def test_conversation(stack: Stack, conversation: dict[str, Any]) -> None:
    reader = Visitor(stack, conversation["language"])
    for turn in conversation["turns"]:
        parts = reader.does(turn)
        for name in turn.keys() - {"say", "press"}:
            check = CHECKS[name]
            assert check(parts, turn[name], reader), _told(turn, name, parts)


def _told(turn: dict[str, Any], name: str, parts: Answer) -> str:
    said = turn.get("say") or turn.get("press")
    return f"after {said!r}: {name} should be {turn[name]!r}, but the answer was {parts}"


def text_of(parts: Answer) -> str:
    return simplify(_written(parts))


def _written(parts: Answer) -> str:
    return "\n".join(p["text"] for p in parts if p["type"] in ("text", "citation"))


def items_of(parts: Answer) -> list[dict[str, Any]]:
    return [item for part in parts if part["type"] == "holdings" for item in part["items"]]


def _all_items(parts: Answer, holds: Any) -> bool:
    items = items_of(parts)
    return bool(items) and all(holds(item) for item in items)


def _has(part: str, whole: str) -> bool:
    return part.casefold() in whole.casefold()


def _within(item: dict[str, Any], years: list[int | None]) -> bool:
    low, high = years
    year = item["year"]
    return year is not None and (low is None or year >= low) and (high is None or year <= high)


def _can_be_had(item: dict[str, Any]) -> bool:
    online = bool(item["url"]) and not item["copies"]
    return online or any(copy["status"] == "available" for copy in item["copies"])


def _sources(parts: Answer) -> set[str]:
    return {s["id"] for part in parts if part["type"] == "sources" for s in part["sources"]}


def _offered(parts: Answer, wanted: str) -> bool:
    choices = [c for part in parts if part["type"] == "choices" for c in part["choices"]]
    return any(wanted in simplify(c["title"]) or wanted in c["payload"] for c in choices)


def _spoken(parts: Answer, language: str) -> bool:
    """By the first line of what is said; titles are in their own language."""
    lines = [line for line in text_of(parts).splitlines() if line]
    return bool(lines) and _in_han(lines[0]) == (language == "zh")


def _in_han(line: str) -> bool:
    return bool(HAN.search(re.sub("[“《][^”》]*[”》]", "", line)))


CHECKS: dict[str, Any] = {
    "parts": lambda parts, want, _: set(want) <= {part["type"] for part in parts},
    "no_parts": lambda parts, want, _: not set(want) & {part["type"] for part in parts},
    "text": lambda parts, want, _: all(_has(simplify(one), text_of(parts)) for one in want),
    "no_text": lambda parts, want, _: not any(_has(simplify(one), text_of(parts)) for one in want),
    "first": lambda parts, want, _: bool(items_of(parts)) and _has(want, items_of(parts)[0]["title"]),
    "titles": lambda parts, want, _: all(any(_has(one, i["title"]) for i in items_of(parts)) for one in want),
    "author": lambda parts, want, _: _all_items(parts, lambda i: any(_has(want, a) for a in i["authors"])),
    "years": lambda parts, want, _: _all_items(parts, lambda i: _within(i, want)),
    "language_of": lambda parts, want, _: _all_items(parts, lambda i: i["language"] == want),
    "format": lambda parts, want, _: _all_items(parts, lambda i: i["format"] == want),
    "available": lambda parts, want, _: _all_items(parts, lambda i: _can_be_had(i) == want),
    "branch": lambda parts, want, _: _all_items(parts, lambda i: want in {c["branch_code"] for c in i["copies"]}),
    "source": lambda parts, want, _: bool(_sources(parts) & set(want)),
    "choices": lambda parts, want, _: all(_offered(parts, one) for one in want),
    "items": lambda parts, want, _: len(items_of(parts)) >= want,
    "owner": lambda parts, want, reader: reader.owner == want,
    "speaks": lambda parts, want, _: _spoken(parts, want),
    "script": lambda parts, want, _: script_of(_written(parts)) == want,
}  # fmt: skip
