"""Choices that are typed, one answer for a plain question, and what a service is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import choosing
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
PRINTING = ["How do I print from my phone?", "How much does printing cost?", "Talk to a librarian"]
HAN = ["怎么用手机打印？", "打印多少钱一张？", "找馆员"]


@pytest.mark.parametrize(("text", "number"), [("phone", 0), ("the phone one please", 0)])
def test_a_part_of_one_title_is_that_choice(text: str, number: int) -> None:
    assert choosing.part(text, PRINTING) == number


@pytest.mark.parametrize("text", ["how do I", "the", "scanner", "phone and scanner", ""])
def test_what_two_titles_have_or_none_is_no_choice(text: str) -> None:
    assert choosing.part(text, PRINTING) is None


@pytest.mark.parametrize(("text", "number"), [("手机的", 0), ("多少钱", 1), ("打印", None)])
def test_so_in_chinese(text: str, number: int | None) -> None:
    assert choosing.part(text, HAN) == number


def test_a_title_may_be_typed_without_its_count() -> None:
    assert choosing.whole("available now", ["Show more", "Available now (506)"]) == 1
    assert choosing.whole("现在能借", ["现在能借（3）"]) == 0


def test_a_typed_choice_is_a_press(talk: Start) -> None:
    said = talk().say("books about [China]", "find_holdings")
    said.say("available now", "nonsense", 0.3)
    assert said.items


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "how do i renew"), ("en", "can i renew"), ("zh", "可以续借吗"), ("zh", "能续借吗")],
)
def test_how_to_renew_before_why_not(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "renew", 0.99)
    assert said.effects["knowledge"]["entry_id"] == "renew"


def test_what_is_hardly_a_hold_is_none(talk: Start) -> None:
    said = talk("zh").say("我是要书", "place_hold", 0.62)
    assert said.effects.get("knowledge", {}).get("entry_id") != "hold-place"


def test_a_plain_question_of_one_topic_is_answered_and_the_rest_a_press_away(talk: Start) -> None:
    said = talk("zh").say("怎么打印文件", "printing", 0.99)
    assert said.outcome == "answered"
    assert any(payload.startswith("/ask") for payload in said.payloads)


def test_erasing_is_offered_after_an_answer_on_privacy_only(talk: Start) -> None:
    assert any("/forget" in p for p in talk().say("is this chat private", "privacy").payloads)
    said = talk().say("how long can I keep books", "privacy", 0.5)
    assert not any("/forget" in payload for payload in said.payloads)


@pytest.mark.parametrize(("text", "has"), [("还是不行", "什么情况"), ("不用了", "随时叫我")])
def test_what_still_fails_is_asked_about(talk: Start, text: str, has: str) -> None:
    said = talk("zh").press('/ask{"entry_id": "parking"}').say(text, "deny", 0.99)
    assert has in said.text
