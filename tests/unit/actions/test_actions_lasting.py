"""What has lasting effect must surely be meant: a complaint left, a person called, a language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize("text", ["my book got wet", "周六行不行"])
def test_a_doubtful_complaint_is_not_left_for_the_librarians(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "complaint", 0.45)
    assert "note" not in said.effects


@pytest.mark.parametrize("text", ["The [toilets] are filthy", "厕所太脏了"])
def test_a_sure_complaint_is_left_for_the_librarians(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "complaint", 0.97)
    assert "note" in said.effects


@pytest.mark.parametrize(("sure", "called"), [(0.6, False), (0.95, True)])
def test_a_person_is_called_when_one_is_surely_wanted(
    talk: Start, sure: float, called: bool
) -> None:
    said = talk().say("could someone talk to me", "human", sure)
    assert ("escalate" in said.effects) is called


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("English, not Chinese please", "en"),
        ("Chinese instead of English please", "zh"),
        ("用中文，不要英文", "zh"),
        ("请用英文，别用中文", "en"),
    ],
)
def test_of_two_languages_the_one_not_wanted_is_not_taken(
    talk: Start, text: str, language: str
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "switch_language", taught=True)
    assert said.language == language


def test_who_lacks_english_is_answered_in_chinese(talk: Start) -> None:
    said = talk("zh").say("她不会英语，有人能说中文吗", "switch_language", 0.99)
    assert said.language == "zh"


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("i changed [my] mind, never mind", True),
        ("算了", True),
        ("那就取消吧", True),
        ("我已经约了想取消", False),
        ("cancel the room i booked", False),
    ],
)
def test_a_booking_is_not_what_is_dropped(talk: Start, text: str, dropped: bool) -> None:
    start = talk("en" if text.isascii() else "zh")
    plainly = start.say("[never mind]" if text.isascii() else "算了", "cancel").text
    assert (start.say(text, "cancel").text == plainly) is dropped


@pytest.mark.parametrize("text", ["儿童区在哪里", "where is the children's section"])
def test_the_childrens_area_is_a_place(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "directions", 0.99)
    assert not [part for part in said.parts if part.type == "holdings"]


@pytest.mark.parametrize(
    ("text", "intent", "asks"),
    [
        ("which day", "greet", True),
        ("why would that be", "affirm", True),
        ("哪本好", "greet", True),
        ("how are you today", "greet", False),
        ("yes please?", "affirm", False),
        ("你好吗", "greet", False),
    ],
)
def test_what_asks_is_no_word_of_talk(talk: Start, text: str, intent: str, asks: bool) -> None:
    start = talk("en" if text.isascii() else "zh")
    plainly = talk("en" if text.isascii() else "zh").say("hm", intent).text
    assert (start.say(text, intent, 0.97).text != plainly) is asks


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("我不想赔钱", False),
        ("I don't want to pay", False),
        ("I never got a reminder", False),
        ("我不想活了", True),
        ("我不想还钱了，活着没意思，想死", True),
        ("I don't want to live", True),
    ],
)
def test_to_be_unwilling_is_no_cry_for_help(talk: Start, text: str, called: bool) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "distress", 0.9)
    assert ("escalate" in said.effects) is called


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("hello, can I talk to a real person please", True),
        ("您好，请问能不能转人工，谢谢", True),
        ("can I talk to a real person about the fine on my card please", False),
    ],
)
def test_courtesy_around_the_wish_for_a_person_is_no_question(
    talk: Start, text: str, *, bare: bool
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "human", 0.99)
    assert said.effects["escalate"].get("bare", False) is bare


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("no I don't want to leave a message", False),
        ("我不想留言", False),
        ("can I leave a message", True),
        ("why don't I leave you a message", True),
        ("我想留言", True),
    ],
)
def test_who_wants_no_message_left_is_not_asked_for_one(
    talk: Start, text: str, *, called: bool
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "human", 0.99)
    assert ("escalate" in said.effects) is called
