"""Plain conversations, mostly in Chinese: an author, what is newest, what a list is to be, hours after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from actions import on_topic
from actions.ask import Ask, Entity
from actions.bounds import Bounds
from actions.routes import skill_for
from actions.session import Session
from actions.signs import orders
from actions.skills import unsure
from assistant.engine.understanding.places import read_places
from assistant.engine.understanding.reader import Reader
from assistant.settings import PACKAGED_LIBRARY
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "books", "newest", "intent"),
    [
        ("zh", "余华的书", "他的新书", "alert_me"),
        ("zh", "余华的书", "他最新的", "refine"),
        ("zh", "余华的书", "他最近写了什么", "more_like"),
        ("en", "books by Hua Yu", "his newest", "refine"),
        ("en", "books by Hua Yu", "what's his latest book?", "more_like"),
    ],
)
def test_the_newest_of_the_author_spoken_of_comes_first_and_is_in_hand(
    talk: Start, language: str, books: str, newest: str, intent: str
) -> None:
    said = talk(language).say(books, "find_holdings")
    assert len(said.items) > 1
    said.say(newest, intent)
    assert said.titles[0] == "文城"
    said.say("可以借吗" if language == "zh" else "is it in?", "where_is_it")
    assert said.titles == ["文城"]


@pytest.mark.parametrize(
    ("language", "books", "best"),
    [
        ("zh", "余华的书", "他的代表作"),
        ("zh", "余华的书", "他最有名的是哪本"),
        ("en", "books by Hua Yu", "her best known one"),
    ],
)
def test_which_is_the_best_known_is_said_to_be_untold(
    talk: Start, language: str, books: str, best: str
) -> None:
    said = talk(language).say(books, "find_holdings").say(best, "feedback_praise")
    assert ("目录里没写" if language == "zh" else "don't say") in said.text
    assert len(said.items) > 1


@pytest.mark.parametrize(
    "text",
    [
        "他的新家",
        "她的",
        "适合他的新书",
        "他的近况",
        "her new",
        "his first visit",
        "the newest",
        "最新的",
    ],
)
def test_other_wishes_are_for_no_works_of_theirs(text: str) -> None:
    assert orders.THEIRS.search(text) is None


@pytest.mark.parametrize(
    ("books", "asked", "told"),
    [
        ("[学英语]的书", "有CD的吗", "带音频的教材"),
        ("[学英语]的书", "带光盘的有吗", "带音频的教材"),
        ("[學英語]的書", "有CD的嗎", "带音频的教材"),
        ("[学日语]的书", "有CD吗", "带音频的教材"),
    ],
)
def test_a_course_with_sound_is_no_music(talk: Start, books: str, asked: str, told: str) -> None:
    said = talk("zh").say(books, "find_holdings").say(asked, "find_holdings")
    assert told in said.text
    assert not any(item.format == "music" for item in said.items)


def test_a_cd_beside_stories_is_an_audiobook(talk: Start) -> None:
    said = talk("zh").say("儿童故事书", "find_holdings").say("带CD的", "refine")
    assert {item.format for item in said.items} == {"audiobook"}


@pytest.mark.parametrize("first", ["[邓丽君]", "有什么音乐CD"])
def test_a_cd_is_music_beside_music(talk: Start, first: str) -> None:
    said = talk("zh").say(first, "find_holdings").say("有CD吗", "find_holdings")
    assert {item.format for item in said.items} == {"music"}


@pytest.mark.parametrize("text", ["初级的", "适合初学者的", "入门的有吗", "有没有零基础的"])
def test_what_calls_itself_an_introduction_is_told_of_a_list(talk: Start, text: str) -> None:
    said = talk("zh").say("[学英语]的书", "find_holdings").say(text, "refine", 1.0)
    assert "入门" in said.text
    assert any("初阶" in title for title in said.titles)


def test_where_nothing_is_listed_nothing_is_told_of_it(talk: Start) -> None:
    said = talk("zh").say("[学法语]的书", "find_holdings").say("适合初学者的", "refine", 1.0)
    assert "这些书" not in said.text


@pytest.mark.parametrize("text", ["只要法国的", "有法国的吗"])
def test_a_country_of_stories_is_where_they_are_set(talk: Start, text: str) -> None:
    said = talk("zh").say("想看[二战]的小说", "find_holdings").say(text, "refine", 1.0)
    assert "法国" in said.text
    assert said.items


def test_a_country_of_films_is_their_language(talk: Start) -> None:
    said = talk("zh").say("法国电影", "find_holdings").say("[日本]的", "known_item", 0.4)
    assert "日语" in said.text


@pytest.mark.parametrize("text", ["[东馆]的绘本", "东馆的绘本", "[东馆的绘本]"])
def test_a_branch_is_no_part_of_the_topic(talk: Start, text: str) -> None:
    said = talk("zh").say(text, "find_holdings")
    assert "“绘本”，东馆有的" in said.text


def test_the_newest_of_an_author_may_stand_on_another_page(talk: Start) -> None:
    said = talk("zh").say("金庸的书", "find_holdings").say("还有别的吗", "show_more")
    assert "鹿鼎記" not in said.titles
    assert said.say("最新的是哪本", "refine").titles == ["鹿鼎記"]
    said.say("金庸的书", "find_holdings").say("还有别的吗", "show_more")
    assert said.say("这些里哪本最早", "refine").titles != ["鹿鼎記"]


def test_essays_of_an_author_are_no_stories_of_theirs(talk: Start) -> None:
    said = talk("zh").say("鲁迅的小说", "find_holdings").say("[散文]呢", "find_holdings", 0.5)
    assert said.titles == ["朝花夕拾"]


@pytest.mark.parametrize(
    ("language", "asked", "then", "branch"),
    [
        ("zh", "河滨馆有停车场吗", "几点关门", "河滨馆"),
        ("en", "is there parking at riverside?", "what time do you close", "Riverside"),
    ],
)
def test_hours_after_an_answer_are_of_the_branch_that_it_was_asked_of(
    talk: Start, language: str, asked: str, then: str, branch: str
) -> None:
    said = talk(language).say(asked, "directions").say(then, "hours")
    assert branch in said.text.splitlines()[0]
    other = talk(language).press('/ask{"entry_id": "wifi"}').say(then, "hours")
    assert branch not in other.text.splitlines()[0]


def test_a_paper_of_today_is_no_question_of_hours(talk: Start) -> None:
    said = talk("zh").press('/ask{"entry_id": "newspapers-today"}').say("今天的有吗", "newspapers")
    assert "开放时间" not in said.text


@pytest.mark.parametrize(
    ("text", "intent", "query"),
    [
        ("养老金怎么算的书", "fines", "养老金怎么算"),
        ("有没有怎么报税的书", "out_of_scope", "怎么报税"),
        ("怎么还书", "borrowing_rules", ""),
        ("过期的书", "fines", ""),
    ],
)
def test_a_book_on_how_something_is_done_is_no_service(text: str, intent: str, query: str) -> None:
    assert on_topic.named(Ask(text=text, intent=intent), Session()).query == query


@pytest.mark.parametrize("text", ["有译本吗", "有翻译版吗"])
def test_a_translation_is_another_edition(talk: Start, text: str) -> None:
    said = talk("zh").say("[ノルウェイの森]", "known_item").say(text, "refine")
    assert "译本" not in [q.query.text for q in said.parts if q.type == "holdings"]


@pytest.mark.parametrize("text", ["哪本可以借", "哪几本现在能借", "哪些能借"])
def test_which_can_be_borrowed_is_asked_of_the_list(talk: Start, text: str) -> None:
    said = talk("zh").say("[科幻小说]", "find_holdings").say(text, "where_is_it", 0.7)
    assert "现在能借" in said.text
    assert len(said.items) > 1


@pytest.mark.parametrize("text", ["哪里可以借书", "哪些书能借", "哪个馆可以借几本"])
def test_where_and_what_is_lent_are_no_such_question(text: str) -> None:
    found = Reader(read_places(PACKAGED_LIBRARY)).read(text, date(2026, 11, 30), [])
    assert not any(one.entity == "available" for one in found)


def test_how_news_of_a_hold_comes_is_no_wish_for_news(talk: Start) -> None:
    said = talk("zh").press('/ask{"entry_id": "hold-place"}').say("到了通知我吗", "alert_me", 0.93)
    assert "想留意什么" not in said.text


def test_what_a_list_is_to_be_on_is_read_where_nothing_else_is(talk: Start) -> None:
    said = talk("zh").say("[法律]书", "find_holdings").say("离婚的", "out_of_scope", 0.9)
    assert "离婚" in said.text
    assert said.items


@pytest.mark.parametrize("text", ["真的", "谢谢你的好意", "离婚的"])
def test_without_a_list_such_words_are_no_topic(text: str) -> None:
    assert on_topic.named(Ask(text=text, intent="nonsense"), Session()).query == ""


@pytest.mark.parametrize("text", ["推荐一本小说", "小说吧"])
def test_stories_of_whatever_kind_are_chinese_for_who_asks_in_chinese(
    talk: Start, text: str
) -> None:
    said = talk("zh").say(text, "find_holdings")
    assert {item.language for item in said.items} == {"chi"}
    assert {item.language for item in said.say("英文的", "refine").items} == {"eng"}


@pytest.mark.parametrize("text", ["有没有短一点的小说", "[科幻]小说", "余华的小说"])
def test_what_is_said_of_them_stands_alone(talk: Start, text: str) -> None:
    assert "中文的" not in talk("zh").say(text, "find_holdings").text


def test_a_country_is_no_publisher_whose_name_it_begins(talk: Start) -> None:
    said = talk("zh").say("[历史]书", "find_holdings").say("中国的", "refine", 0.9)
    assert "历史 中国" in said.text
    said.say("[阿加莎]的", "find_holdings", 0.6)
    assert said.titles[0] == "东方快车谋杀案"


def test_which_branch_is_open_latest_is_asked_of_the_hours(talk: Start) -> None:
    said = talk("zh").say("明天几点关门", "hours").say("哪个馆最晚", "where_is_it", 0.6)
    assert "最晚" in said.text
    assert "总馆" in said.text


def test_where_nothing_was_found_no_list_is_narrowed(talk: Start) -> None:
    said = talk("zh").say("有没有[瑜伽]的书", "find_holdings").say("适合老人的", "refine", 0.9)
    assert "没法从它接着查" in said.text


def test_a_prize_is_asked_of_the_list(talk: Start) -> None:
    said = talk("zh").say("[莫言]", "find_holdings").say("得[诺贝尔奖]的是哪本", "refine")
    assert "目录没写" in said.text


def test_an_application_online_is_told_by_the_answer(talk: Start) -> None:
    said = talk("zh").press('/ask{"entry_id": "cards-join"}').say("可以网上办吗", "membership")
    assert "网站填表" in said.text


@pytest.mark.parametrize("text", ["my kindle book is nearly due", "电子书快到期了"])
def test_a_loan_that_runs_out_is_no_search(text: str) -> None:
    ask = Ask(text=text, intent="fines", entities=(Entity("format", "ebook"),))
    assert skill_for(ask, Bounds()) is unsure.library


def test_after_the_way_to_a_branch_its_hours_are_asked(talk: Start) -> None:
    said = talk().say("how do i get to east branch", "directions")
    assert "East Branch" in said.say("what time does it open", "hours").text


@pytest.mark.parametrize(
    ("language", "wish", "readers"),
    [("zh", "有什么书推荐吗", "八岁"), ("en", "can you recommend something", "for a 6 year old")],
)
def test_readers_alone_answer_what_would_you_like(
    talk: Start, language: str, wish: str, readers: str
) -> None:
    said = talk(language).say(wish, "find_holdings")
    assert not said.items
    assert said.say(readers, "where_is_it", 0.6).items
    assert not talk(language).say(readers, "where_is_it", 0.6).items
