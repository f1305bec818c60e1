"""Editions of a work and their script, works named with their author, whole series, simplified signs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import scripts
from actions.ask import Ask, ask_from
from actions.grave import cries
from actions.signs import asking, facts, leaning, pointing, tasks, wishes
from actions.titles import owned
from index.text import Rule, script_of
from tests.unit.actions.conftest import TUESDAY, Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "style", "text", "told"),
    [("en", "harvard", "thats apa isn't it", "Harvard"), ("zh", "APA", "这是MLA格式吧", "APA")],
)
def test_a_citation_taken_for_another_style(
    talk: Start, language: str, style: str, text: str, told: str
) -> None:
    said = talk(language).say("[dune]", "known_item").say(f"cite it in {style}", "cite")
    assert "last one" not in said.text
    said.say(text, "deny")
    assert told in said.text.splitlines()[0]


HELD = {"家", "春", "[活着]", "兄弟", "西瓜书", "撒哈拉的故事"}


def _kind(name: str) -> Rule:
    return pointing.TELLING[name][0]


@pytest.mark.parametrize(
    ("sign", "met", "others"),
    [
        (
            facts.EDITIONS,
            ["[小王子]有几个版本", "哪个译本", "有哪些版本", "how many translations do you have"],
            ["哪个版本最新", "有没有大字版本", "版本", "a new edition of Dune"],
        ),
        (
            facts.SCRIPT,
            [
                "有繁体版本吗",
                "繁体简体",
                "台北人是繁体的吗",
                "有简体的三体吗",
                "is it in traditional characters",
            ],
            ["繁体的那个谁翻译的", "something more traditional", "simplified accounting for shops"],
        ),
        (
            pointing.WHOLE_SET,
            ["全套有吗", "哈利波特全套有几本", "三体一共几本", "全集有吗", "the whole series"],
            ["鲁迅全集有吗", "我一共借了几本", "一共几本", "a whole day"],
        ),
        (
            leaning.MOST,
            ["哪个版本最新", "哪版最新", "最早的是哪一版", "which translation is newest"],
            ["最新的书", "which edition is it", "哪个版本"],
        ),
        (
            facts.FACTS["isbn"],
            ["ISBN多少", "what's the ISBN", "ISBN"],
            ["ISBN 9787536692930", "isbn:9787536692930", "几页"],
        ),
        (
            facts.FACTS["audience"],
            ["适合10岁孩子吗", "适合几岁看"],
            ["适合10岁孩子的", "给10岁孩子的"],
        ),
        (_kind("easy"), ["容易读的", "给我推荐一本最好读的", "能看懂的"], ["容易", "好的", "读书"]),
        (_kind("prize"), ["最好是得奖的", "prize-winning ones"], ["奖学金", "prizes for children"]),
        (_kind("subtitles"), ["有字幕吗", "do they have subtitles"], ["字幕组的故事", "titles"]),
        (wishes.SAVED, ["我收藏了什么", "怎么看我的收藏", "my list"], ["我都问过什么", "listen"]),
        (tasks.OF_COURSE, ["这门课的教材", "textbooks for my course"], ["经济学入门教材", "maths"]),
        (asking.HAS, ["有没有茶馆", "园冶在架吗", "想借城门开"], ["茶馆", "没有茶"]),
        (asking.MORE_OF, ["席慕蓉还有别的吗", "他还写过什么别的"], ["还有吗", "别的"]),
        (pointing.THAT_ONE, ["就是它", "对 就它"], ["就是", "它在哪"]),
        (pointing.KEEP_FOR_ME, ["帮我排队", "帮我留一本"], ["前面排队的多吗", "排版"]),
    ],
)
def test_signs_say_what_they_mean_and_leave_the_rest(
    sign: Rule, met: list[str], others: list[str]
) -> None:
    assert [text for text in met if not sign.search(text)] == []
    assert [text for text in others if sign.search(text)] == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("巴金的家", ("巴金", ["家"])),
        ("巴金的春和家", ("巴金", ["春", "家"])),
        ("周志华那本西瓜书", ("周志华", ["西瓜书"])),
        ("三毛的撒哈拉的故事", ("三毛", ["撒哈拉的故事"])),
        ("温暖的人", ("", [])),
        ("[活着]", ("", [])),
    ],
)
def test_works_are_named_with_their_author(query: str, told: tuple[str, list[str]]) -> None:
    assert owned(query, HELD.__contains__) == told


@pytest.mark.parametrize(
    ("text", "script"),
    [("張愛玲小團圓", "traditional"), ("钱穆国史大纲", "simplified"), ("三毛", ""), ("里后", "")],
)
def test_script_is_told_by_characters_that_only_one_has(text: str, script: str) -> None:
    assert script_of(text) == script


def test_signs_read_a_message_in_simplified_characters() -> None:
    ask = ask_from({"text": "幾頁"}, {}, TUESDAY)
    assert (ask.text, ask.typed) == ("几页", "幾頁")
    assert ask_from({"text": "How many"}, {}, TUESDAY).text == "How many"


def test_editions_are_told_apart_and_numbered(talk: Start) -> None:
    said = talk("zh").say("[小王子]有几个版本", "known_item")
    assert "繆詠華译" in said.text
    assert "马振骋译" in said.text
    assert said.say("哪版最新", "find_holdings").items[0].year == 2015
    said = talk().say("[Crime and punishment]", "known_item").say("which translations", "refine")
    assert "Richard Pevear" in said.text


def test_an_edition_is_picked_by_its_script(talk: Start) -> None:
    said = talk("zh").say("[小王子]", "known_item").say("[简体]的那个谁翻译的", "item_details")
    assert "马振骋" in said.text
    said = talk("zh").say("[国史大纲]", "known_item").say("繁体的吗", "out_of_scope", 0.3)
    assert "没有看到繁体字版" in said.text
    assert scripts.named("传统手工艺") == []


def test_a_film_is_found_whatever_the_language_of_the_book(talk: Start) -> None:
    said = talk("zh").say("[傲慢与偏见]", "known_item").say("有没有电影", "find_holdings")
    assert {item.format for item in said.items} == {"film"}


def test_others_are_like_an_author(talk: Start) -> None:
    said = talk("zh").say("类似<金庸>的作家", "find_holdings")
    assert said.items
    assert not any("金庸" in item.authors for item in said.items)


def test_a_list_for_oneself_is_no_cry() -> None:
    assert not cries(Ask(text="怎么发给自己", intent="distress", confidence=0.97))
    assert not cries(Ask(text="how do I email it to myself", intent="distress", confidence=0.97))
    assert cries(Ask(text="我恨我自己", intent="distress", confidence=0.97))
    assert cries(Ask(text="我想结束自己", intent="distress", confidence=0.97))


def test_what_was_saved_is_told_and_not_what_was_asked(talk: Start) -> None:
    said = talk("zh").say("余华的书", "find_holdings").say("我收藏了什么", "reading_report")
    assert "空的" in said.text
    assert "问过" in said.say("我都问过什么", "reading_report").text


def test_he_is_the_author_of_the_work_that_others_were_like(talk: Start) -> None:
    said = talk("zh").say("[人类简史]", "known_item").say("类似的书", "more_like")
    said.say("有没有他别的书", "find_holdings")
    assert "赫拉利" in "".join(said.items[0].authors)
    said = talk("zh").say("[活着]", "known_item").say("有没有他别的书", "find_holdings")
    assert "余华" in said.items[0].authors


def test_a_whole_set_is_what_there_is(talk: Start) -> None:
    said = talk("zh").say("[福尔摩斯]", "known_item").say("全集有吗", "find_holdings")
    assert "就是这一种" in said.text
