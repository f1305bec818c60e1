"""What is asked of any service in a few words is of what is spoken of, or a rule of the library."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import aspects
from actions.live import Live
from actions.signs import tasks
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("of", "text"),
    [
        ("it", "is there an age limit"),
        ("it", "can I take one home"),
        ("it", "what if I need to cancel"),
        ("it", "what do I bring"),
        ("it", "有年龄限制吗"),
        ("it", "可以借回家吗"),
        ("it", "怎么取消"),
        ("us", "do I need a card for that"),
        ("us", "can I use it without being a member"),
        ("us", "is it open to anyone"),
        ("us", "can I bring my kid"),
        ("us", "are kids allowed"),
        ("us", "要办卡吗"),
        ("us", "没有卡可以吗"),
        ("us", "谁都可以参加吗"),
        ("us", "可以带孩子吗"),
        ("loans", "can I renew it"),
        ("loans", "can I have it longer"),
        ("loans", "what if I'm late"),
        ("loans", "what if it gets damaged"),
        ("counts", "how many can I have"),
        ("loans", "可以续借吗"),
        ("loans", "迟到了怎么办"),
        ("loans", "弄坏了怎么办"),
    ],
)
def test_a_few_words_ask_it_of_any_service(live: Live, of: str, text: str) -> None:
    assert aspects.bound(text, live.library) == of


@pytest.mark.parametrize(
    "text",
    [
        "how do I renew my card",
        "what if I lose my card",
        "what if the book is late",
        "can I bring my dog",
        "can I bring food",
        "can I cancel a hold",
        "how do I get a card",
        "do you take cards",
        "do I need a password",
        "怎么取消预约",
        "卡丢了怎么办",
        "可以带狗吗",
    ],
)
def test_what_names_its_thing_is_asked_of_that(live: Live, text: str) -> None:
    assert aspects.bound(text, live.library) is None


@pytest.mark.parametrize(
    ("language", "given", "asked", "intent", "answers", "has"),
    [
        ("en", "laptops", "can I renew it", "renew", "laptops", "3 hours"),
        ("en", "cards-renew", "how do I renew it", "renew", "cards-renew", "any desk"),
        ("en", "ebooks-setup", "can I renew it", "renew", "ebooks-setup", "returns itself"),
        ("en", "hold-collect", "what if I'm late", "fines", "hold-collect", "nothing is charged"),
        ("en", "volunteer", "is there an age limit", "jobs_volunteering", "volunteer", "14"),
        ("en", "wifi", "can I use it without a card", "computers_wifi", "wifi", "no card"),
        ("en", "computers-book", "do I need a card", "membership", "computers-book", "your card"),
        ("en", "rooms-meeting", "what if I need to cancel", "cancel", "rooms-change", "refunded"),
        ("en", "cards-children", "what do we bring", "membership", "cards-children", "signs"),
        ("zh", "laptops", "可以续借吗", "renew", "laptops", "3 小时"),
        ("zh", "ebooks-setup", "过期了怎么办", "fines", "ebooks-setup", "自动归还"),
        ("zh", "rooms-meeting", "怎么取消", "cancel", "rooms-change", "退款"),
    ],
)
def test_what_is_spoken_of_tells_it(
    talk: Start, language: str, given: str, asked: str, intent: str, answers: str, has: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{given}"}}').say(asked, intent, 0.5)
    assert said.effects["knowledge"]["entry_id"] == answers
    assert has in said.text


@pytest.mark.parametrize(
    ("language", "given", "asked"),
    [("en", "exam-proctoring", "what do I bring"), ("zh", "story-time", "迟到了怎么办")],
)
def test_what_nobody_told_is_of_no_other_service(
    talk: Start, language: str, given: str, asked: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{given}"}}').say(asked, "out_of_scope", 0.5)
    assert said.effects["knowledge"]["entry_id"] == given
    assert said.outcome == "unsure"


def test_a_rule_for_what_was_borrowed_is_told_of_it(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "library-of-things"}').say("can I renew it", "renew", 0.9)
    assert said.effects["knowledge"]["entry_id"] == "renew"


@pytest.mark.parametrize(
    "text",
    [
        "what books does my son have out",
        "how many books has my daughter got on loan",
        "which dvds has my husband got out",
    ],
)
def test_what_somebody_else_has_out_is_asked(text: str) -> None:
    assert tasks.OF_OTHERS.search(text)


@pytest.mark.parametrize("text", ["how many books have I got out", "what books does my son like"])
def test_one_s_own_loans_and_a_taste_are_none(text: str) -> None:
    assert not tasks.OF_OTHERS.search(text)
