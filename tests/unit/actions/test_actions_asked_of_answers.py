"""What of an answer a short message asks for, and what is no part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import aspects
from actions.ask import Ask
from actions.live import Live
from actions.skills import follow
from actions.turn import Turn
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def entry(said: Talk) -> str:
    return str(said.effects.get("knowledge", {}).get("entry_id", ""))


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "has"),
    [
        ("zh", "book-clubs", "中文那个什么时候", "周六 10:30"),
        ("zh", "book-clubs", "东馆那个几点", "周六 10:30"),
        ("zh", "story-time", "那个双语的几点", "周六 11:00"),
        ("en", "book-clubs", "when is the chinese one", "last Saturday"),
    ],
)
def test_one_of_several_that_an_answer_names_is_told(
    talk: Start, language: str, entry_id: str, asked: str, has: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "hours", 0.5)
    assert has in said.text
    assert entry(said) == entry_id


@pytest.mark.parametrize(
    ("language", "asked"),
    [("zh", "日文那个几点"), ("zh", "上个月那个几点"), ("en", "when is the polish one")],
)
def test_one_that_it_does_not_name_is_not_told_of_it_for_that(
    talk: Start, language: str, asked: str
) -> None:
    said = talk(language).press('/ask{"entry_id": "book-clubs"}')
    last = said.dialogue.services.answers.entry("book-clubs")
    turn = Turn(Ask(text=asked), said.session, said.dialogue.services, said.language)
    assert last is not None
    assert follow.of_one(turn, last) == []


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "has", "has_not"),
    [
        ("en", "rooms-meeting", "how much for 3 hours", "£8.00", "projector"),
        ("en", "fines-overdue", "how much do I have to pay", "no late fines", "Just bring"),
        ("en", "printing-computer", "can I pay by card", "coins", "jams"),
        ("en", "rooms-meeting", "how many people does it fit", "12 people", "projector"),
        ("zh", "volunteer", "怎么申请", "请填", "园艺"),
        ("zh", "home-delivery", "多久送一次", "21 天", "免费"),
        ("zh", "rooms-meeting", "能坐多少人", "12 人", "投影仪"),
        ("zh", "printing-computer", "怎么付钱，能用微信吗", "刷卡", "双面"),
    ],
)
def test_prices_numbers_and_ways_to_pay_are_told(
    talk: Start, language: str, entry_id: str, asked: str, has: str, has_not: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "help", 0.5)
    assert has in said.text
    assert has_not not in said.text


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "has"),
    [
        ("en", "children-alone", "can she be on her own", "on their own"),
        ("zh", "hold-collect", "到了会通知我吗", "会发消息通知您"),
    ],
)
def test_the_sentence_that_tells_it_is_told(
    talk: Start, language: str, entry_id: str, asked: str, has: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "alert_me", 0.5)
    assert has in said.text


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "intent"),
    [
        ("en", "rooms-study", "is there a whiteboard", "directions"),
        ("zh", "wifi", "密码多少", "account"),
    ],
)
def test_what_no_entry_is_near_to_is_asked_of_the_one_spoken_of(
    talk: Start, language: str, entry_id: str, asked: str, intent: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, intent, 0.9)
    assert entry(said) == entry_id


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "intent", "answers"),
    [
        ("en", "toilets", "how do I print from a computer", "printing", "printing-computer"),
        ("en", "parking", "how do I get a card", "membership", "cards-join"),
        ("zh", "parking", "厕所在哪", "directions", "toilets"),
        ("zh", "chinese-newspapers", "中文书在哪里", "directions", "chinese-books"),
    ],
)
def test_a_question_that_an_entry_is_near_to_is_answered_by_that(
    talk: Start, language: str, entry_id: str, asked: str, intent: str, answers: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, intent)
    assert entry(said) == answers


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("where is library", True),
        ("where is east library", True),
        ("东馆在哪里", True),
        ("图书馆在什么地方", True),
        ("the east branch", False),
        ("where is it", False),
        ("where is the printer at east", False),
        ("在哪个馆", False),
        ("打印机在哪里", False),
    ],
)
def test_the_way_to_a_branch_is_no_part_of_an_answer(live: Live, text: str, way: bool) -> None:
    assert aspects.asks_the_way(text, live.library) is way


@pytest.mark.parametrize(
    ("text", "asks"),
    [("在哪里学", True), ("要押金吗", True), ("is there a deposit", True), ("在哪里学游泳", False)],
)
def test_where_it_is_learnt_and_a_deposit_are_asked_of_an_answer(
    live: Live, text: str, asks: bool
) -> None:
    assert (aspects.told_by(text, live.library) is not None) is asks


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("怎么付钱", False),
        ("在哪里付钱", False),
        ("要付钱吗", True),
        ("多少钱", True),
        ("收费吗", True),
    ],
)
def test_the_way_to_pay_is_no_price(live: Live, text: str, price: bool) -> None:
    assert (aspects.bound(text, live.library) == "it") is price
