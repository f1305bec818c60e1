"""A short message after an answer that points at what was spoken of, and names nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from actions import anew, passages, pointed, together
from actions.ask import Ask
from actions.live import Live
from actions.session import Given, Session
from assistant.knowledge import Entry
from assistant.library import load_library
from assistant.settings import PACKAGED_LIBRARY
from tests.unit.actions.conftest import Talk


@pytest.mark.parametrize(
    "text",
    [
        "can I renew it",
        "how do I cancel it",
        "can I collect it from the machine",
        "do you pay me for it",
        "how long can I keep them",
        "how do I book one",
        "is it free",
        "它可以续借吗",
        "怎么取消它",
    ],
)
def test_a_message_points(text: str) -> None:
    assert pointed.AT_IT.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "can I renew my books",
        "how do I cancel a hold",
        "where is the toilet",
        "do you have wifi",
        "can I print from it",
        "one more question",
        "what is that",
        "怎么续借",
        "怎么取消预约",
        "有无线网吗",
    ],
)
def test_a_message_does_not_point(text: str) -> None:
    assert not pointed.AT_IT.search(text)


def _given(
    live: Live, monkeypatch: pytest.MonkeyPatch, text: str, likely: dict[str, tuple[str, float]]
) -> str:
    """The entry for a message after one on rooms and one on loans from elsewhere, where `renew` is
    what it asks for by itself; `likely` has what is meant after an answer, with the chance."""

    def entry(key: str) -> Entry:
        found = live.knowledge.entry(key)
        assert found is not None
        return found

    def nearest(_turn: object, last: Entry, _tells: object) -> list[together.Near]:
        near = [likely[last.id]] if last.id in likely else []
        return [together.Near(entry(key), chance, 0.5) for key, chance in near]

    monkeypatch.setattr(together, "nearest", nearest)
    turn: Any = SimpleNamespace(
        ask=Ask(text=text),
        library=load_library(PACKAGED_LIBRARY),
        services=SimpleNamespace(answers=live.knowledge),
        session=Session(entry="ill-request", earlier=[Given(entry="rooms-meeting", question="")]),
    )
    return pointed.entry(turn, entry("ill-request"), [], entry("renew")).id


@pytest.mark.parametrize(
    ("text", "chance", "given"),
    [
        ("can I renew it", 0.6, "ill-renew-return"),
        ("can I renew it", 0.2, "renew"),  # not likely on what was spoken of
        ("can I renew my books", 0.6, "renew"),
        ("它可以续借吗", 0.6, "ill-renew-return"),
        ("怎么续借", 0.6, "renew"),
    ],
)
def test_what_points_is_of_the_topic_spoken_of(
    live: Live, monkeypatch: pytest.MonkeyPatch, text: str, chance: float, given: str
) -> None:
    likely = {"ill-request": ("ill-renew-return", chance)}
    assert _given(live, monkeypatch, text, likely) == given


@pytest.mark.parametrize(
    ("key", "chance", "given"),
    [
        ("rooms-change", 0.8, "rooms-change"),
        ("rooms-change", 0.3, "renew"),
        ("rooms-meeting", 0.8, "renew"),  # told already
    ],
)
def test_what_points_may_be_of_an_answer_before(
    live: Live, monkeypatch: pytest.MonkeyPatch, key: str, chance: float, given: str
) -> None:
    likely = {"rooms-meeting": (key, chance)}
    assert _given(live, monkeypatch, "can I cancel it", likely) == given


@pytest.mark.parametrize(("chance", "whole"), [(0.05, True), (0.3, False)])
def test_where_no_sentence_is_nearer_than_others_the_whole_answer_is_told(
    talk: Callable[..., Talk],
    live: Live,
    monkeypatch: pytest.MonkeyPatch,
    chance: float,
    whole: bool,
) -> None:
    def likeliest(_turn: object, last: Entry) -> list[passages.Passage]:
        return [passages.Passage(last, 0, "Free, without a deposit.", chance)]

    monkeypatch.setattr(passages, "likeliest", likeliest)
    monkeypatch.setattr(anew, "entry", lambda *_: None)
    said = talk().press('/ask{"entry_id": "laptops"}').say("how do I reserve one", "place_hold")
    assert ("Tablet" in said.text) is whole
