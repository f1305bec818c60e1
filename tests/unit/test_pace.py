"""How much one reader may say in a minute, and messages that are understood together."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any, NamedTuple

import pytest

from assistant import pace
from assistant.engine import understand
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


class Heard(NamedTuple):
    """What of Rasa's UserMessage is looked at."""

    text: str
    metadata: dict[str, Any] | None = None


class Parser:
    """A pipeline that keeps what it was asked."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def __call__(self, messages: list[Any]) -> list[dict[str, Any]]:
        self.batches.append([message.text for message in messages])
        if "bad" in self.batches[-1]:
            raise ValueError("bad")
        return [{"text": message.text.upper(), "entities": []} for message in messages]


async def test_what_waits_is_understood_together() -> None:
    parse = Parser()
    understanding: Any = Understanding(parse)
    found = await asyncio.gather(*(understanding.of(Heard(letter)) for letter in "abcdefghij"))
    assert [one["text"] for one in found] == list("ABCDEFGHIJ")
    assert parse.batches == [list("abcdefgh"), list("ij")]


async def test_one_that_cannot_be_understood_fails_alone() -> None:
    understanding: Any = Understanding(Parser())
    found = await asyncio.gather(
        *(understanding.of(Heard(text)) for text in ("one", "bad", "two")), return_exceptions=True
    )
    assert [one["text"] for one in (found[0], found[2])] == ["ONE", "TWO"]
    assert isinstance(found[1], ValueError)


async def test_what_was_said_before_is_known_and_is_the_callers_own() -> None:
    parse = Parser()
    understanding: Any = Understanding(parse)
    first = await understanding.of(Heard("thank you"))
    first["entities"].append("another request")
    assert (await understanding.of(Heard("thank you")))["entities"] == []
    assert parse.batches == [["thank you"]]


async def test_another_day_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls(2099, 1, 2)

    parse = Parser()
    understanding: Any = Understanding(parse)
    said = "are you open tomorrow"
    await understanding.of(Heard(said))
    monkeypatch.setattr(understand, "date", Tomorrow)
    await understanding.of(Heard(said))
    assert parse.batches == [[said]] * 2


async def test_what_is_asked_on_the_same_day_of_the_library_is_read_once() -> None:
    parse = Parser()
    understanding: Any = Understanding(parse)
    said = "are you open tomorrow"
    for now in ("2026-12-01T07:30:00+08:00", "2026-12-01T23:59:00+08:00"):
        await understanding.of(Heard(said, {"now": now, "language": "en"}))
    assert parse.batches == [[said]]
    await understanding.of(Heard(said, {"now": "2026-12-02T00:00:00+08:00", "language": "en"}))
    await understanding.of(Heard(said, {"now": "2026-12-02T00:00:00+08:00", "language": "zh"}))
    assert parse.batches == [[said]] * 3


def test_the_day_is_the_librarys_where_it_is_told() -> None:
    assert understand.library_day({"now": "2026-12-01T07:30:00+08:00"}) == date(2026, 12, 1)
    assert understand.library_day({"now": None}) == date.today()
    assert understand.library_day(None) == date.today()


async def test_only_the_last_messages_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(understand, "_KEPT", 2)
    parse = Parser()
    understanding: Any = Understanding(parse)
    for text in ("a", "b", "a", "c", "a", "b"):
        await understanding.of(Heard(text))
    assert parse.batches == [["a"], ["b"], ["c"], ["b"]]


async def test_what_many_say_is_understood_once_and_what_one_says_is_not_kept() -> None:
    parse = Parser()
    understanding: Any = Understanding(parse)
    own = "my neighbour Ada of 12 Weir Lane has taken my card and will not give it back"
    for text in ("thanks", "thanks", own, own):
        found = await understanding.of(Heard(text))
        assert found["entities"] == []
        found["entities"].append("changed by the caller")
    assert parse.batches == [["thanks"], [own], [own]]
    assert own not in repr(understanding._known)
