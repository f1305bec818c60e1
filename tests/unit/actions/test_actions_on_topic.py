"""Books asked for on what a service covers too, on what was answered, and for a trouble told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from actions import on_topic
from actions.ask import Ask, Entity
from actions.session import Session
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def of(text: str, query: str = "") -> Ask:
    return Ask(text=text, entities=(Entity("query", query),) if query else ())


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("books on starting a business", "starting a business"),
        ("do you have any good books about 3d printing", "3d printing"),
        ("also need a book on research methods", "research methods"),
        ("can you recommend a film about jazz", "jazz"),
        ("3D打印的书", "3D打印"),
        ("有没有关于创业的书", "创业"),
        ("志愿者方面的书有吗", "志愿者"),
    ],
)
def test_books_on_a_topic_are_asked_for(text: str, query: str) -> None:
    assert on_topic.plainly(of(text, query))


@pytest.mark.parametrize(
    "text",
    [
        "do you have books on loan at the moment",
        "I have a question about books on history",
        "can I put a book on hold",
        "can I read books on my phone",
        "can I return books on sunday",
        "is there a book club on crime novels",
        "how do I donate books on history",
        "预约的书到了吗",
        "到期的书怎么办",
        "我借的书在哪里还",
    ],
)
def test_other_words_of_books_ask_for_none(text: str) -> None:
    assert not on_topic.plainly(of(text, "history"))


def test_books_on_what_a_service_covers_are_looked_for(talk: Start) -> None:
    said = talk().say("books on [3d printing]", "printing", 0.96)
    assert said.session.topic == "holdings"
    assert any("makerspace" in payload for payload in said.payloads)


def test_how_a_service_is_used_is_told(talk: Start) -> None:
    said = talk().say("how much is [3d printing]", "printing", 0.96)
    assert said.session.topic == "answer"


def test_a_book_to_be_bought_is_a_suggestion(talk: Start) -> None:
    said = talk().say("can I suggest a book on [local birds] for you to buy", "suggest_purchase")
    assert said.session.topic != "holdings"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("My dad has dementia, do you have books that could help me", "dementia"),
        ("my son can't sleep, any books that might help", "sleep"),
        ("my mother-in-law has cancer. any books for that", "cancer"),
        ("my husband was diagnosed with diabetes. is there a book for that", "diabetes"),
        ("我女儿很焦虑，有什么书能帮她吗", "焦虑"),
        ("孩子睡不着觉，有没有书可以看看", "睡不着觉"),
        ("hi, do you have books that could help me", ""),
        ("my dad has dementia, can he get books at home", ""),
        ("你好，有没有书可以看看", ""),
    ],
)
def test_the_trouble_that_is_told_is_searched_for(text: str, trouble: str) -> None:
    assert on_topic.trouble(of(text)) == trouble


def test_a_trouble_leads_to_books_and_no_question(talk: Start) -> None:
    said = talk().say("my daughter has anxiety, any books that might help", "find_holdings", 0.99)
    assert said.session.frame is not None
    assert said.session.frame.text == "anxiety"


@pytest.mark.parametrize(
    ("text", "question", "topic"),
    [
        ("do you have books on it", "how do I start my family history", "family history"),
        ("any books about that?", "is there a job club", "job club"),
        ("有这方面的书吗", "怎么开始查家谱", "家谱"),
        ("do you have books", "how do I start my family history", ""),
        ("is it on the shelf", "is there a job club", ""),
    ],
)
def test_books_on_that_are_on_what_was_answered(text: str, question: str, topic: str) -> None:
    session = Session(topic="answer", question=question)
    assert on_topic.of_question(text, session) == topic


@pytest.mark.parametrize(
    ("text", "query", "whole"),
    [
        ("do you have books on using the internet", "using", "using the internet"),
        ("books on gardening, please", "gardening", "gardening"),
        ("using", "using", "using"),
    ],
)
def test_a_query_that_names_nothing_is_all_that_is_named(text: str, query: str, whole: str) -> None:
    assert on_topic.whole(of(text, query), query) == whole


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("any christmas books?", "christmas"),
        ("Easter picture books for children", "Easter"),
        ("books for kids about chinese new year", "chinese new year"),
        ("have you got any books on christmas", "christmas"),
        ("when are books on hold due at christmas", ""),
        ("圣诞节的绘本", "圣诞节"),
        ("关于中秋节的书", "中秋节"),
        ("are you open at christmas", ""),
        ("when are christmas books due", ""),
        ("christmas story time", ""),
        ("books for my son for christmas", ""),
        ("春节借的书什么时候还", ""),
        ("圣诞节的故事会", ""),
    ],
)
def test_a_feast_that_books_are_on(text: str, named: str) -> None:
    assert on_topic.feast(Ask(text=text)) == named


@pytest.mark.parametrize(("language", "text"), [("en", "christmas books"), ("zh", "圣诞节的书")])
def test_books_on_a_feast_are_looked_for(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "find_holdings")
    assert said.session.frame is not None
    assert said.session.frame.text in text
    assert said.session.frame.topical


@pytest.mark.parametrize(
    ("text", "intent", "query"),
    [
        (
            "picture books about going to bed, my toddler wont sleep",
            "find_holdings",
            "going to bed",
        ),
        ("any books about it", "find_holdings", ""),
        ("books on hold", "find_holdings", ""),
        ("books about going to bed", "events", ""),
    ],
)
def test_what_books_are_wanted_on_is_searched_for_though_unmarked(
    text: str, intent: str, query: str
) -> None:
    assert on_topic.named(Ask(text=text, intent=intent), Session()).query == query


def test_what_is_marked_stays() -> None:
    ask = replace(of("books about going to bed", "bed"), intent="find_holdings")
    assert on_topic.named(ask, Session()) == ask
