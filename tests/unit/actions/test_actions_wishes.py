"""Wishes for a language, for news and for somebody at the desk, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from actions.signs import wishes
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
SUNDAY_NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)  # the desk opens at 13:30


def begin(talk: Start, text: str) -> Talk:
    return talk("en" if text.isascii() else "zh")


@pytest.mark.parametrize(
    "text",
    [
        "I want to improve my English",
        "[english grammar] in use",
        "I want to [speak better English]",
        "[chinese calligraphy]",
        "Chinese New Year",
        "会粤语吗",
        "双语的呢",
        "[中国]的",
    ],
)
def test_a_language_in_a_message_is_no_wish_for_it(talk: Start, text: str) -> None:
    said = begin(talk, text)
    before = said.language
    said.say(text, "switch_language", 0.98)
    assert said.language == before
    assert not any(payload.startswith("/language") for payload in said.payloads)
    assert "from now on" not in said.text


@pytest.mark.parametrize(
    ("spoken", "text", "wanted"),
    [
        ("zh", "ok in english then", "en"),
        ("en", "in chinese please", "zh"),
        ("en", "Chinese", "zh"),
        ("zh", "英文吧", "en"),
        ("en", "说中文可以吗", "zh"),
        ("en", "can you speak mandarin", "zh"),
        ("zh", "please speak English", "en"),
        ("en", "I don't understand Chinese", "en"),
        ("zh", "我英语不好", "zh"),
    ],
)
def test_a_language_by_its_name_or_to_be_spoken_is_changed_to(
    talk: Start, spoken: str, text: str, wanted: str
) -> None:
    said = talk(spoken).say(text, "switch_language", 0.98)
    assert said.language == wanted
    assert said.outcome == "answered"


def test_who_hardly_speaks_the_language_is_asked_which(talk: Start) -> None:
    said = talk().say("My English is not good, sorry", "switch_language", 0.98)
    assert sum(payload.startswith("/language") for payload in said.payloads) == 2


def test_back_to_the_readers_own_language_in_the_middle_of_a_search(talk: Start) -> None:
    said = talk().say("books about [space]", "find_holdings")
    said.language = "zh"
    assert said.say("in english please", "switch_language", 0.98).language == "en"


def test_in_chinese_too_of_an_answer_is_asked_of_the_library(talk: Start) -> None:
    said = talk().say("when is [story] time", "events")
    assert said.say("in chinese too", "switch_language", 0.98).language == "en"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("最近有什么新书", "alert_me"),
        ("有没有新到的中文书", "find_holdings"),
        ("new arrivals", "alert_me"),
        ("what's new in [history]", "find_holdings"),
        ("new films", "find_holdings"),
        ("最近有什么新电影", "events"),
        ("有新书吗", "alert_me"),
        ("最新的[科幻小说]", "find_holdings"),
        ("what are the newest books about [space]", "find_holdings"),
    ],
)
def test_what_is_new_is_shown_newest_first_and_sets_no_alert(
    talk: Start, text: str, intent: str
) -> None:
    said = begin(talk, text).say(text, intent)
    assert "alert" not in said.effects
    assert said.session.frame is not None
    assert said.session.frame.order == "newest"
    years = [item.year or 0 for item in said.items]
    assert said.session.frame.text or years == sorted(years, reverse=True)
    assert "newest first" in said.text or "新的在前" in said.text


def test_an_alert_for_what_is_new_is_a_press_away(talk: Start) -> None:
    said = talk("zh").say("有没有新到的中文书", "alert_me")
    assert said.press(said.chosen("alert")).effects["alert"]["filters"] == {"languages": ["chi"]}


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("new science books", "science"),
        ("what new books do you have about dogs", "dogs"),
        ("recent additions to the collection", ""),
        ("history of art", "history of art"),
        ("最近有什么新", ""),
        ("最近到了哪些经济类的新书", "经济类"),
    ],
)
def test_what_should_be_new(query: str, topic: str) -> None:
    assert wishes.FRESH.sub("", query).strip() == topic


def test_new_films_are_asked_for_anew(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").say("new films", "find_holdings")
    assert {item.format for item in said.items} == {"film"}


def test_an_alert_for_the_search_at_hand(talk: Start) -> None:
    said = talk("zh").say("关于[园艺]的书", "find_holdings").say("有新的告诉我", "alert_me")
    assert "园艺" in said.effects["alert"]["text"]


def test_which_alerts_there_are(talk: Start) -> None:
    said = talk().say("tell me when new books about [bees] come in", "alert_me")
    assert "bees" in said.say("what alerts do I have", "alert_me").text


@pytest.mark.parametrize("text", ["到了怎么通知", "how will I know when it arrives"])
def test_how_news_comes_is_a_question_and_no_wish(talk: Start, text: str) -> None:
    assert "alert" not in begin(talk, text).say(text, "alert_me").effects


def test_an_alert_is_told_in_a_sentence(talk: Start) -> None:
    said = talk("zh").say("有关于[园艺]的新书告诉我", "alert_me")
    assert said.text == "好，有关于“园艺”的新书，我就在这里告诉您。"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("现在有人吗", "human"),
        ("那什么时候有人", "where_is_it"),
        ("馆员什么时候在", "staff_lookup"),
        ("when is a librarian available", "human"),
        ("is a librarian there", "human"),
    ],
)
def test_when_a_librarian_is_there_is_told_before_one_is_called(
    talk: Start, text: str, intent: str
) -> None:
    said = begin(talk, text)
    said.now = SUNDAY_NOON
    said.say(text, intent, 0.4)
    assert "13:30" in said.text
    assert "escalate" not in said.effects
    assert said.chosen("human")


@pytest.mark.parametrize("text", ["is there a librarian on saturday", "周六有馆员吗"])
def test_librarians_on_a_day(talk: Start, text: str) -> None:
    assert "10:00–16:30" in begin(talk, text).say(text, "human").text


def test_while_the_desk_is_open_a_yes_calls_a_librarian(talk: Start) -> None:
    said = talk().say("is a librarian there", "human", staffed=True)
    assert "until 18:30 today" in said.text
    assert "escalate" in said.say("yes", "affirm").effects


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("is a librarian there", "No librarian is in the chat just now"),
        ("when are they back", "later today (until 18:30)"),
        ("馆员在线吗", "馆员这会儿不在，今天 18:30 前"),
        ("有人吗", "馆员这会儿不在"),
    ],
)
def test_who_is_there_goes_before_the_timetable(talk: Start, text: str, told: str) -> None:
    begun = talk("en" if text.isascii() else "zh")
    begun.session.topic = "desk"
    assert told in begun.say(text, "human").text


def test_who_waits_for_a_librarian_asks_for_the_same_one(talk: Start) -> None:
    said = talk("zh").say("转[人工]", "human")
    assert "escalate" in said.say("现在有人吗", "human").effects


def test_a_bare_wish_for_a_person_is_told_from_one_with_a_question(talk: Start) -> None:
    assert talk("zh").say("转[人工]", "human", taught=True).effects["escalate"]["bare"]
    assert talk().say("can someone help me", "human").effects["escalate"]["bare"]
    said = talk("zh").say("我想请馆员帮我查一下这篇论文", "human")
    assert "bare" not in said.effects["escalate"]


@pytest.mark.parametrize(
    ("text", "of_it"),
    [
        ("are my files on the computer deleted", True),
        ("can you delete what I printed", True),
        ("存在电脑上的文件还在吗", True),
        ("delete what I typed on this computer", False),
        ("erase it all", False),
    ],
)
def test_what_was_left_on_a_computer_is_not_this_conversation(
    talk: Start, text: str, of_it: bool
) -> None:
    said = begin(talk, text).say(text, "forget_me", 0.97)
    assert (said.session.entry == "computers-privacy") is of_it
    assert said.outcome == ("answered" if of_it else "asked")
