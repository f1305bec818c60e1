"""What is asked for within a sentence, or with the reason why it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from actions.ask import Ask, Entity
from actions.signs import asking, listing
from actions.skills import fit
from assistant.model import CitationPart, SourcesPart
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("想借[余华的活着]", "活着"),
        ("[想借余华的活着]", "活着"),
        ("我想看余华的兄弟", "兄弟"),
        ("想借[三毛的撒哈拉]的故事", "撒哈拉的故事"),
    ],
)
def test_a_work_is_named_with_its_author_in_a_wish(talk: Start, text: str, title: str) -> None:
    said = talk("zh").say(text, "find_holdings")
    assert said.titles == [title]


def test_all_of_an_author_is_no_work_of_theirs(talk: Start) -> None:
    assert len(talk("zh").say("想借[鲁迅的书]", "find_holdings").titles) > 1


def test_a_form_is_let_go_where_the_book_is_asked_for(talk: Start) -> None:
    said = talk("zh").say("[雨果的悲惨世界]，有电影吗", "find_holdings")
    assert "电影" in said.text
    assert said.titles == ["悲惨世界"]
    assert said.say("法语的书有吗", "refine").titles == ["Les misérables"]
    assert said.say("中文的呢", "refine").titles == ["悲惨世界"]


def test_a_form_stays_where_none_is_asked_for(talk: Start) -> None:
    said = talk("zh").say("[余华的活着]，有电影吗", "find_holdings")
    assert [one.format for one in said.items] == ["film"]
    assert "电影" in said.say("英文的呢", "refine").text


@pytest.mark.parametrize(
    "text",
    [
        "题目是社交媒体对青少年心理健康的影响",
        "社交媒体对青少年心理健康的影响",
        "我的课题是人工智能与教育",
        "my paper is on the effect of social media on teenagers",
        "my essay topic is bees",
        "the impact of AI on employment",
    ],
)
def test_the_subject_of_a_paper(text: str) -> None:
    assert listing.OF_A_PAPER.search(text)
    assert fit.names_subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "论文是什么格式",
        "论文题目是什么意思",
        "你们对残疾人的服务",
        "有什么给青少年的",
        "my essay is due tomorrow",
        "my paper is stuck in the printer",
        "what is the effect of a late return on my card",
        "my topic is",
    ],
)
def test_what_is_no_subject_of_a_paper(text: str) -> None:
    assert not listing.OF_A_PAPER.search(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "题目是[社交媒体对青少年心理健康的影响]"),
        ("en", "my paper is on [the effect of social media on teenagers]"),
    ],
)
def test_the_subject_of_a_paper_is_searched_for(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "events")
    assert not any(isinstance(part, SourcesPart) for part in said.parts)
    assert said.session.topic == "holdings"


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        ("zh", "我想引用鲁迅的《呐喊》，GB/T 7714格式怎么写", "呐喊"),
        ("zh", "我论文里引用了《边城》，参考文献怎么写", "边城"),
        ("en", "I quote Pride and Prejudice in my essay, how do I write it in MLA", "Prejudice"),
    ],
)
def test_a_title_is_cited_from_whatever_sentence(
    talk: Start, language: str, text: str, cited: str
) -> None:
    said = talk(language).say(text, "citation_help")
    assert any(isinstance(part, CitationPart) and cited in part.text for part in said.parts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "在论文里引用网站用APA怎么写"),
        ("zh", "引用《没有的书名》用APA怎么写"),
        ("en", "how do I cite a website in APA"),
    ],
)
def test_what_is_no_title_of_ours_is_not_cited(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "citation_help")
    assert not any(isinstance(part, CitationPart) for part in said.parts)


@pytest.mark.parametrize(
    "text",
    ["我从外地开车过来", "我们是一家四口开车来的", "我是留学生", "老师要求APA格式", "we are a family of four"],
)  # fmt: skip
def test_why_it_is_asked_is_no_question(text: str) -> None:
    assert asking.TELLS_OF_SELF.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "我想续借",
        "我们可以带饭吗",
        "我要打印",
        "孩子几岁能办",
        "i want to print",
        "can we eat here",
    ],
)
def test_what_is_asked_or_wished_is_told_apart(text: str) -> None:
    assert not asking.TELLS_OF_SELF.search(text)


def second(text: str) -> dict[str, object]:
    return {"text": text, "intent": {"name": "out_of_scope", "confidence": 0.9}}


@pytest.mark.parametrize(
    ("reason", "messages"), [("我从外地开车过来", 1), ("停车要多少钱？", 1), ("打印多少钱？", 2)]
)
def test_an_answer_is_given_once_in_a_turn(talk: Start, reason: str, messages: int) -> None:
    said = talk("zh")
    asked = replace_second(said, f"哪里可以停车？{reason}", reason)
    assert len(asked.messages) == messages


def replace_second(said: Talk, text: str, other: str) -> Talk:
    parsed = Entity("second", second(other), start=len(text) - len(other), end=len(text))
    ask = Ask(text=text, written=text, intent="directions", confidence=0.9, language="zh")
    return said._turn(replace(ask, entities=(parsed,), now=said.now))


@pytest.mark.parametrize(
    "text", ["没有的话普通的也行", "普通的就行", "if not, the ordinary one will do"]
)
def test_the_ordinary_one_will_do(text: str) -> None:
    assert listing.PLAIN.search(text)


@pytest.mark.parametrize("text", ["普通高中的课本", "平凡的世界", "ordinary people"])
def test_an_ordinary_title_lets_no_form_go(text: str) -> None:
    assert not listing.PLAIN.search(text)


@pytest.mark.parametrize("text", ["史记有白话文的吗", "有注释本的史记吗"])
def test_a_kind_of_edition_is_not_told_beside_a_title(talk: Start, text: str) -> None:
    said = talk("zh").say(text, "known_item")
    assert "目录里不一定写明" in said.text
    assert "史记" in said.titles


def test_books_in_the_other_characters_are_told_of(talk: Start) -> None:
    said = talk("zh").say("馆里有繁体书吗", "find_holdings")
    assert "简体繁体都有" in said.text


def test_a_subject_has_its_librarian(talk: Start) -> None:
    said = talk("zh").say("你们有没有心理方面的馆员", "research_consultation")
    assert "健康信息馆员" in said.text
