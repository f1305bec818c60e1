"""How much one reader may say in a minute, and messages that are understood together."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from assistant import pace
from assistant.engine.understand import Understanding
from assistant.pace import Pace


class Time:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_so_many_in_any_minute() -> None:
    time = Time()
    counted = Pace(time)
    assert [counted.hit(2, "web", "a") for _ in range(3)] == [True, True, False]
    assert counted.hit(2, "web", "b")  # another reader
    time.now += 59.9
    assert not counted.hit(2, "web", "a")
    time.now += 0.2
    assert counted.hit(2, "web", "a")


def test_those_who_went_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_MOST_KEYS", 3)
    time = Time()
    counted = Pace(time)
    for name in "abc":
        counted.hit(1, name)
    time.now += 61
    counted.hit(1, "d")
    assert list(counted._times) == [("d",)]


async def test_what_waits_is_understood_together() -> None:
    batches: list[list[str]] = []

    def parse(messages: list[Any]) -> list[dict[str, Any]]:
        batches.append(list(messages))
        return [{"text": message.upper()} for message in messages]

    understanding: Any = Understanding(parse)
    found = await asyncio.gather(*(understanding.of(letter) for letter in "abcdefghij"))
    assert [one["text"] for one in found] == list("ABCDEFGHIJ")
    assert batches == [list("abcdefgh"), list("ij")]


async def test_one_that_cannot_be_understood_fails_alone() -> None:
    def parse(messages: list[Any]) -> list[dict[str, Any]]:
        if "bad" in messages:
            raise ValueError("bad")
        return [{"text": message} for message in messages]

    understanding: Any = Understanding(parse)
    found = await asyncio.gather(
        *(understanding.of(text) for text in ("one", "bad", "two")), return_exceptions=True
    )
    assert [found[0], found[2]] == [{"text": "one"}, {"text": "two"}]
    assert isinstance(found[1], ValueError)
