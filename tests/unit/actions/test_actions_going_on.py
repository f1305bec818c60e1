"""What goes on about an answer, what begins something new, and which sentence is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import going_on
from actions.ask import Ask
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def chance(text: str, intent: str, confidence: float) -> float:
    return going_on.chance(Ask(text=text, intent=intent, confidence=confidence))


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("is there a charge", "fines", 0.6),
        ("how do i cancel it", "cancel", 0.95),
        ("what about films", "find_holdings", 0.3),
        ("for 2 hours?", "hours", 0.96),
        ("要钱吗", "fines", 0.5),
        ("可以用英文填表吗", "switch_language", 0.98),
        ("能续吗", "renew", 0.7),
    ],
)
def test_a_message_goes_on(text: str, intent: str, confidence: float) -> None:
    assert chance(text, intent, confidence) >= going_on.GOES_ON


@pytest.mark.parametrize(
    ("text", "intent", "confidence"),
    [
        ("books about bees", "find_holdings", 0.97),
        ("thanks, that's all", "thanks", 1.0),
        ("can I talk to a person", "human", 1.0),
        ("open good friday?", "hours", 0.97),
        ("侦探小说", "find_holdings", 0.97),
        ("工作人员态度太差", "complaint", 0.94),
        ("圣诞节开门吗", "hours", 0.98),
        ("再见", "goodbye", 1.0),
    ],
)
def test_another_begins(text: str, intent: str, confidence: float) -> None:
    assert chance(text, intent, confidence) < going_on.GOES_ON


@pytest.mark.parametrize(
    ("language", "entry_id", "asked"),
    [("en", "wifi", "is it purple"), ("zh", "cards-pin", "坐飞机行吗")],
)
def test_what_only_comes_near_is_told_as_that(
    talk: Start, language: str, entry_id: str, asked: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "fines", 0.3)
    assert said.outcome == "unsure"
    assert any(payload.startswith("/human") for payload in said.payloads)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "thanks. also the heating is broken"), ("zh", "谢谢，另外暖气坏了")],
)
def test_what_is_added_to_thanks_is_heard(talk: Start, language: str, text: str) -> None:
    ranking = (("thanks", 0.6), ("complaint", 0.35), ("hours", 0.02))
    said = talk(language).say(text, "thanks", 0.6, ranking=ranking)
    assert "note" in said.effects


@pytest.mark.parametrize(("language", "text"), [("en", "thanks a lot"), ("zh", "谢谢你们")])
def test_thanks_with_nothing_added_are_thanks(talk: Start, language: str, text: str) -> None:
    ranking = (("thanks", 0.6), ("complaint", 0.35))
    assert "note" not in talk(language).say(text, "thanks", 0.6, ranking=ranking).effects


@pytest.mark.parametrize(
    ("language", "asked"),
    [("en", "it was tuesday at central"), ("zh", "昨天在总馆")],
)
def test_when_and_where_it_was_is_of_the_answer(talk: Start, language: str, asked: str) -> None:
    said = talk(language).press('/ask{"entry_id": "lost-property"}').say(asked, "hours", 0.9)
    assert said.session.entry == "lost-property"
    assert not said.items


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the toilet tap wont stop"),
        ("en", "no hot water"),
        ("en", "the lift at riverside is stuck"),
        ("zh", "总馆没有热水"),
        ("zh", "三楼的灯坏了"),
        ("zh", "厕所水龙头一直流"),
    ],
)
def test_a_fault_is_left_for_the_librarians(talk: Start, language: str, text: str) -> None:
    said = talk(language).press('/ask{"entry_id": "wifi"}').say(text, "cancel", 0.6)
    assert "note" in said.effects
    assert not said.items


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "is there a lift", "directions"),
        ("en", "is the lift broken?", "directions"),
        ("en", "books on toilets", "find_holdings"),
        ("en", "my ebook northern lights won't open", "known_item"),
        ("zh", "有热水吗", "directions"),
        ("zh", "电梯坏了吗", "directions"),
    ],
)
def test_a_question_on_the_building_is_none(
    talk: Start, language: str, text: str, intent: str
) -> None:
    assert "note" not in talk(language).say(text, intent).effects


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("after closing time", True),
        ("when you are closed", True),
        ("关门以后呢", True),
        ("when do you close", False),
        ("几点关门", False),
    ],
)
def test_what_is_done_while_we_are_closed_asks_no_hours(text: str, *, goes_on: bool) -> None:
    ask = Ask(text=text, intent="hours", confidence=0.97, ranking=(("hours", 0.97),))
    assert (going_on.chance(ask) >= going_on.GOES_ON) is goes_on
