"""Titles that a message names word for word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.ask import Ask
from actions.session import Session
from actions.titles import as_spoken, named_in
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]

HELD = {
    "夏洛的网", "平凡的世界", "活着", "红楼梦", "西游记", "三体", "流浪地球", "健康", "人间失格",
    "normal people", "where the crawdads sing", "circe", "the french revolution", "the one",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("孩子三年级 老师让看夏洛的网 有吗", ["夏洛的网"]),
        ("平凡的世界 在吗 我下午来拿", ["平凡的世界"]),
        ("我想借活着", ["活着"]),
        ("我要借红楼梦和西游记", ["红楼梦", "西游记"]),
        ("三体和流浪地球都有吗", ["三体", "流浪地球"]),
        ("有人间失格吗", ["人间失格"]),
        ("健康饮食的书", []),  # more is said than the title
        ("two things - do you have Normal People", ["Normal People"]),
        ("anyway, do you have where the crawdads sing?", ["where the crawdads sing"]),
        ("ok what about Circe", ["Circe"]),
        ("a history of the French Revolution", []),
        ("I want the one about the president", []),
        ("x" * 300, []),
    ],
)
def test_titles_are_found_where_all_else_only_asks(text: str, titles: list[str]) -> None:
    assert named_in(text, lambda words: words.lower() in HELD) == titles


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("有冇唔該借歪", "唔該借歪"),
        ("唔該借歪", "唔該借歪"),
        ("有冇三體", "有没有三體"),
        ("唔該借歪講咩", "请借歪讲什么"),
    ],
)
def test_a_title_in_cantonese_is_asked_for_as_it_is(spoken: str, written: str) -> None:
    held = {"唔該借歪", "三體"}
    ask = Ask(text="请借歪讲什么" if "講" in spoken else "有没有三體", spoken=spoken)
    assert as_spoken(ask, held.__contains__).text == written
    assert as_spoken(Ask(text="活着"), held.__contains__).text == "活着"


def test_a_title_that_is_not_here_in_one_form_is_shown_in_the_others(talk: Start) -> None:
    said = talk().say("ebook of [Sapiens]", "known_item")
    assert "We don't have “Sapiens” as e-book" in said.text
    assert all("Sapiens" in title or "人类" in title for title in said.titles)


def test_a_year_that_is_a_title_is_one(talk: Start) -> None:
    assert "1984" in talk().say("is there a 1984 film", "known_item").titles[0]
    assert "1984" not in talk().say("films from 1984", "find_holdings").titles


def test_a_research_question_leads_to_books_on_its_subject(talk: Start) -> None:
    said = talk().say("find an article about [sleep and memory]", "databases")
    if not said.items:  # the answer on articles, and the subject a press away
        assert any("sleep and memory" in one for one in said.payloads)
        said = said.say("books then", "find_holdings")
    assert "Why we sleep" in said.titles[0]


def test_a_work_that_no_edition_has_for_these_readers_is_shown_as_it_is(talk: Start) -> None:
    said = talk("zh").say("[西游记]给孩子看的", "known_item")
    assert said.titles == ["西游记"]
    assert "没有专门给这些读者的" in said.text
    assert (
        "No edition of it" not in talk().say("books about animals for kids", "find_holdings").text
    )
    assert "没有专门" not in talk("zh").say("给孩子找动物的书", "find_holdings").text


def test_what_he_also_wrote(talk: Start) -> None:
    said = talk("zh").say("鲁迅的小说", "find_holdings").say("他的散文呢", "known_item")
    assert said.titles == ["朝花夕拾"]


def test_a_described_book_is_asked_after_and_not_denied(talk: Start) -> None:
    said = talk("zh").say("讲的是一个[地主少爷败光家产]最后[剩一头牛]", "known_item")
    assert said.titles[0] == "活着"
    assert "没有" not in said.text


def test_part_of_a_title_with_a_slip_is_found(talk: Start) -> None:
    said = talk().say("[harry poter]", "known_item")
    assert "nothing" not in said.text
    assert "Harry Potter" in said.titles[0]


def test_each_of_two_requests_is_answered_for_itself(talk: Start) -> None:
    from actions.ask import Entity

    second = {"text": "can my wife collect them", "intent": {"name": "place_hold", "confidence": 1}}
    text = "do you charge for holds? also can my wife collect them"
    said = talk().say(text, "place_hold", entities=(Entity("second", second),))
    assert said.messages[0] != said.messages[1]


def test_the_first_of_two_requests_is_read_without_the_second(
    talk: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    from actions.ask import Entity

    reader = talk()
    read: list[str] = []
    meant = reader.dialogue._meant

    def noted(ask: Ask, session: Session) -> Ask:
        read.append(ask.text)
        return meant(ask, session)

    monkeypatch.setattr(reader.dialogue, "_meant", noted)
    second = {"text": "are you open now?", "intent": {"name": "hours", "confidence": 0.9}}
    entities = (Entity("query", "dune"), Entity("second", second))
    reader.say("do you have [Dune], and are you open now?", "known_item", entities=entities)
    assert read == ["do you have Dune, and ", "are you open now?"]


def test_a_form_is_let_go_by_its_name(talk: Start) -> None:
    said = talk().say("books about [jazz]", "find_holdings").say("in large print", "refine")
    again = said.say("ok forget large print", "refine")
    assert "large print" not in again.text
    assert again.items


def test_words_that_narrow_to_nothing_are_no_refinement(talk: Start) -> None:
    said = talk("zh").say("适合高中生的英文小说", "find_holdings").say("便宜的呢", "refine")
    assert "没法筛" in said.text  # what it costs is no topic
    assert not said.items


def test_where_no_answer_is_sure_there_are_books_on_the_subject(talk: Start) -> None:
    text = "my dissertation is due on [the history of modern China]"
    said = talk().say(text, "research_consultation", 0.5)
    assert said.items


def test_a_bare_no_is_no_filter(talk: Start) -> None:
    said = talk().say("books about [bees]", "find_holdings").say("no", "deny")
    assert "choose by that" not in said.text
    assert not said.items


def test_what_stands_in_a_title_limits_nothing(talk: Start) -> None:
    assert "Python for kids" in talk().say("[python] for kids", "find_holdings").titles[0]


def test_a_long_title_is_one_whatever_service_it_sounds_like(talk: Start) -> None:
    said = talk().say("the [postman] always rings twice", "complaint", 0.97)
    assert "postman" in said.titles[0].lower()
