"""A side question, and then the answer before it is gone on about; whom an answer says to ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import aspects
from actions.ask import Entity
from actions.live import Live
from actions.passages import Passage
from actions.session import Session
from actions.skills import follow
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def entry(said: Talk) -> str:
    return str(said.effects.get("knowledge", {}).get("entry_id", ""))


def after(talk: Start, language: str, *entries: str) -> Talk:
    said = talk(language)
    for one in entries:
        said.press(f'/ask{{"entry_id": "{one}"}}')
    return said


@pytest.mark.parametrize(
    ("language", "given", "asked", "has"),
    [
        ("en", ("rooms-meeting", "parking"), "ok and how do I book one", "Book at"),
        ("en", ("laptops", "food-drink"), "for how long can I keep it", "3 hours"),
        ("en", ("story-time", "parking"), "do I need to book", "no booking"),
        ("zh", ("story-time", "parking"), "要预约吗", "不用预约"),
        ("zh", ("lost-property", "story-time"), "保留多久", "30 天"),
    ],
)
def test_what_an_answer_before_the_last_tells_is_told_from_it(
    talk: Start, language: str, given: tuple[str, ...], asked: str, has: str
) -> None:
    said = after(talk, language, *given).say(asked, "help", 0.5)
    assert entry(said) == given[0]
    assert has in said.text
    assert said.session.entry == given[0]


@pytest.mark.parametrize(
    ("language", "given", "asked", "has"),
    [
        ("en", ("rooms-meeting", "parking"), "is it free", "first hour free"),
        ("en", ("laptops", "computers-book"), "for how long", "60 minutes"),
        ("zh", ("story-time", "parking"), "要钱吗", "第一小时免费"),
        ("zh", ("laptops", "computers-book"), "一次能用多久", "60 分钟"),
    ],
)
def test_what_the_last_answer_tells_is_told_from_that(
    talk: Start, language: str, given: tuple[str, ...], asked: str, has: str
) -> None:
    said = after(talk, language, *given).say(asked, "help", 0.5)
    assert entry(said) == given[-1]
    assert has in said.text


def test_a_few_answers_are_kept_each_once() -> None:
    session = Session()
    for number, one in enumerate(["a", "b", "a", "c", "d", "e"]):
        session.give(one, str(number))
    assert [one.entry for one in session.earlier] == ["d", "c"]
    assert session.given_to("e") == "5"
    assert session.given_to("c") == "3"
    assert session.given_to("b") == ""


@pytest.mark.parametrize(
    ("language", "given", "asked"),
    [
        ("en", "lost-property", "who do I talk to"),
        ("en", "renew", "who do I call"),
        ("zh", "lost-property", "找谁"),
        ("zh", "cards-close", "该联系谁"),
    ],
)
def test_where_to_ask_is_told_from_the_answer(
    talk: Start, language: str, given: str, asked: str
) -> None:
    said = after(talk, language, given).say(asked, "human", 0.5)
    assert entry(said) == given
    assert "01632 960100" in said.text


@pytest.mark.parametrize(
    ("language", "given", "asked", "who"),
    [
        ("en", "schools-visits", "who do I talk to", "children@"),
        ("zh", "schools-visits", "找谁", "children@"),
        ("en", "family-history", "who should I ask", "localhistory@"),
    ],
)
def test_a_specialist_whom_it_names_or_whose_subject_it_is(
    talk: Start, language: str, given: str, asked: str, who: str
) -> None:
    assert who in after(talk, language, given).say(asked, "human", 0.5).text


def test_a_specialist_named_long_ago_knows_nothing_of_another_answer(talk: Start) -> None:
    said = talk().say("is the music librarian in today", "human", 0.8)
    said.press('/ask{"entry_id": "lost-property"}').say("who do I talk to", "human", 0.5)
    assert "arts@" not in said.text


@pytest.mark.parametrize(
    ("language", "given", "asked"),
    [
        ("zh", "quiet-study", "要押金吗"),
        ("zh", "parking", "要报名吗"),
        ("zh", "shelves", "给钱吗"),
        ("en", "getting-here", "is there a deposit"),
        ("en", "parking", "do I need to sign up"),
    ],
)
def test_a_price_that_is_not_told_is_not_that_of_another_thing(
    talk: Start, language: str, given: str, asked: str
) -> None:
    said = after(talk, language, given).say(asked, "fines", 0.5)
    assert entry(said) == given
    assert said.outcome == "unsure"
    assert any(payload.startswith("/human") for payload in said.payloads)


@pytest.mark.parametrize(
    ("language", "given", "asked", "answers"),
    [
        ("en", "printing-phone", "how much", "printing-prices"),
        ("zh", "ill-request", "收费吗", "ill-cost-time"),
        ("en", "cards-join", "is there a deposit", "cards-cost"),
        ("zh", "computers-help", "要预约吗", "computers-help"),
        ("en", "hold-place", "how much does a library card cost", "cards-cost"),
    ],
)
def test_another_answer_on_its_topic_tells_the_price(
    talk: Start, language: str, given: str, asked: str, answers: str
) -> None:
    assert entry(after(talk, language, given).say(asked, "fines", 0.5)) == answers


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("do I need to book", True),
        ("要押金吗", True),
        ("how much", True),
        ("how do I reserve a book", False),
        ("怎么预约图书", False),
        ("until when", False),
    ],
)
def test_a_booking_is_no_hold_on_a_book(live: Live, text: str, terms: bool) -> None:
    assert aspects.bound(text, live.library) == ("it" if terms else None)


def test_what_was_told_is_not_offered_again(live: Live) -> None:
    one, two, three = (live.knowledge.entry(name) for name in ("wifi", "parking", "toilets"))
    assert one
    assert two
    assert three
    found = [Passage(entry, 0, "", chance) for entry, chance in ((one, 0.6), (two, 0.5))]
    assert follow._rivals(found, two) == []
    offered = follow._rivals([*found, Passage(three, 0, "", 0.2)], two)
    assert [match.entry.id for match in offered] == ["toilets"]


def test_the_question_that_was_picked_is_what_the_next_leans_on(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "renew"}').say("how about a month", "help", 0.3)
    said.press('/ask{"entry_id": "parking"}')
    assert said.session.question == "Where can I park?"


@pytest.mark.parametrize(
    ("language", "given", "asked"),
    [
        ("en", "library-of-things", "who do I ask"),
        ("en", "parking", "who do I talk to"),
        ("zh", "quiet-study", "找谁"),
        ("zh", "parking", "该问谁"),
    ],
)
def test_where_an_answer_names_nobody_it_is_told_how_a_librarian_is_reached(
    talk: Start, language: str, given: str, asked: str
) -> None:
    said = after(talk, language, given).say(asked, "help", 0.6)
    assert entry(said) == "librarian-contact"
    assert said.session.entry == given


@pytest.mark.parametrize(
    ("language", "given", "asked"),
    [("en", "computers-book", "when do they open"), ("zh", "computers-book", "几点开门")],
)
def test_hours_that_no_answer_tells_are_ours(
    talk: Start, language: str, given: str, asked: str
) -> None:
    said = after(talk, language, given).say(asked, "hours", 0.85)
    assert said.session.topic == "hours"


@pytest.mark.parametrize(
    ("language", "given", "asked"),
    [("en", "food-drink", "when does it open"), ("zh", "food-drink", "几点关门")],
)
def test_those_of_the_cafe_are_its_own(talk: Start, language: str, given: str, asked: str) -> None:
    said = after(talk, language, given).say(asked, "hours", 0.85)
    assert "16:00" in said.text
    assert said.session.topic == "answer"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "How do I renew? I have three books"), ("zh", "怎么续借？我有三本书")],
)
def test_an_answer_is_not_told_again_in_part(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "renew", 0.9)
    assert len([part for part in said.parts if part.type == "sources"]) == 1


def test_what_is_on_is_no_question_of_our_hours(talk: Start) -> None:
    days = (Entity("weekday", "saturday"), Entity("weekday", "sunday"))
    given = after(talk, "en", "wifi").say("whats on this weekend", "events", 0.97, entities=days)
    assert entry(given) == "events-whats-on"
