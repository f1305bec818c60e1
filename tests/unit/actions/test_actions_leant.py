"""What leans on an answer by a plain sign, and what lies near it and does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import tasks
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def entry(said: Talk) -> str:
    return str(said.effects.get("knowledge", {}).get("entry_id", ""))


def after(talk: Start, entry_id: str, language: str = "en") -> Talk:
    return talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}')


@pytest.mark.parametrize(
    ("language", "asked", "has"),
    [("en", "any at the weekend?", "Saturday at 11:00"), ("zh", "周末有没有", "东馆周六 11:00")],
)
def test_the_weekend_is_its_two_days(talk: Start, language: str, asked: str, has: str) -> None:
    said = after(talk, "story-time", language).say(asked, "goodbye", 0.4)
    assert entry(said) == "story-time"
    assert has in said.text


@pytest.mark.parametrize(
    ("entry_id", "asked"),
    [("wifi", "any at the weekend?"), ("story-time", "are you open at the weekend")],
)
def test_a_weekend_that_no_answer_tells_is_none_of_it(
    talk: Start, entry_id: str, asked: str
) -> None:
    assert "Saturday at 11:00" not in after(talk, entry_id).say(asked, "hours", 0.95).text


@pytest.mark.parametrize(
    ("language", "asked"),
    [("en", "my card number is 20394857"), ("zh", "卡号[20394857]")],
)
def test_the_number_of_a_card_is_not_looked_for(talk: Start, language: str, asked: str) -> None:
    said = after(talk, "renew", language).say(asked, "known_item", 0.99)
    assert entry(said) == "renew"
    assert not said.titles


@pytest.mark.parametrize("asked", ["9780140449136", "[1984]", "[dune] 2"])
def test_other_numbers_are(talk: Start, asked: str) -> None:
    assert entry(after(talk, "renew").say(asked, "known_item", 0.99)) != "renew"


@pytest.mark.parametrize(
    "text",
    [
        "has my hold arrived",
        "i got an email saying my reservation is ready",
        "my reserved book, when can i get it",
        "我的预约到了吗",
        "预约的书我来不及取了",
        "我的预约两个星期了还没到",
    ],
)
def test_a_hold_that_waits(text: str) -> None:
    assert tasks.HELD_FOR_ME.search(text)


@pytest.mark.parametrize(
    "text", ["can I reserve Dune", "hold it for me", "怎么预约", "我想预约三体", "预约活着"]
)
def test_a_hold_to_be_placed(text: str) -> None:
    assert not tasks.HELD_FOR_ME.search(text)


def test_what_is_asked_after_thanks_is_answered(talk: Start) -> None:
    said = after(talk, "parking").say("thank you. is it free?", "thanks", 1.0)
    assert "first hour free" in said.text
    said = after(talk, "parking", "zh").say("谢谢，要多少钱", "thanks", 1.0)
    assert "第一小时免费" in said.text


@pytest.mark.parametrize("text", ["thank you for what you do", "thanks, that's all", "谢谢你们"])
def test_thanks_are_thanks(talk: Start, text: str) -> None:
    assert not entry(after(talk, "parking").say(text, "thanks", 1.0))


def test_how_long_something_lasts_is_none_of_our_hours(talk: Start) -> None:
    said = after(talk, "computers-book").say("for 90 minutes", "hours", 0.96)
    assert entry(said) == "computers-book"
    said = after(talk, "computers-book").say("when do you close", "hours", 0.96)
    assert entry(said) != "computers-book"


def test_a_language_may_be_asked_of_an_answer(talk: Start) -> None:
    said = after(talk, "cards-join", "zh").say("可以用英文填表吗", "switch_language", 0.98)
    assert entry(said).startswith("cards-")
    assert said.language == "zh"
    said = after(talk, "cards-join", "zh").say("可以说英文吗", "switch_language", 0.98)
    assert not entry(said)


@pytest.mark.parametrize("asked", ["for kids", "anything for kids"])
def test_readers_named_after_what_is_on_are_no_search(talk: Start, asked: str) -> None:
    said = after(talk, "events-whats-on").say(asked, "find_holdings", 0.9)
    assert not said.items
    assert entry(said)


@pytest.mark.parametrize(
    ("entry_id", "asked"), [("wifi", "for kids"), ("events-whats-on", "picture books for kids")]
)
def test_a_wish_for_books_after_an_answer_is_a_search(
    talk: Start, entry_id: str, asked: str
) -> None:
    assert after(talk, entry_id).say(asked, "find_holdings", 0.9).items


@pytest.mark.parametrize(
    ("language", "entry_id", "text", "leans"),
    [
        ("en", "house-rules", "she's a [guide dog]", True),
        ("en", "cards-family", "she is 82 and can't [walk far]", True),
        ("zh", "house-rules", "它是[导盲犬]", True),
        ("en", "story-time", "she's into [cats]", False),
        ("en", "story-time", "he likes [birds]", False),
    ],
)
def test_how_somebody_is_is_no_search(
    talk: Start, language: str, entry_id: str, text: str, leans: bool
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}')
    assert bool(said.say(text, "find_holdings", 0.68).items) is not leans


def test_papers_after_an_answer_lean_on_it(talk: Start) -> None:
    said = after(talk, "cards-join", "zh").say("我只有护照", "distress", 0.91)
    assert entry(said).startswith("cards-")
    assert "116 123" not in talk("zh").say("我只有护照", "distress", 0.91).text


@pytest.mark.parametrize(
    ("entry_id", "text", "ours"),
    [
        ("getting-here", "is it open now", True),
        ("wifi", "is the library still open", True),
        ("cafe-hours", "is it open now", False),
    ],
)
def test_whether_we_are_open_now_is_asked_of_us(
    talk: Start, entry_id: str, text: str, ours: bool
) -> None:
    said = after(talk, entry_id).say(text, "hours", 0.7)
    assert ("Central Library" in said.text and not entry(said)) is ours


def test_the_way_there_is_more_than_the_address(talk: Start) -> None:
    said = talk().say("are you open now", "hours").say("how do I get there by bus", "directions")
    assert entry(said) == "getting-here"
    said = talk().say("are you open now", "hours").say("where is it", "directions")
    assert not entry(said)
