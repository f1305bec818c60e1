"""A question that names its item by its title is of that item, whichever was spoken of before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import citing, questioned
from actions.ask import Ask, Entity
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
HELD = {"dracula", "rebecca", "waiting for godot", "in the woods", "home", "活着", "围城", "边城"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("is dracula in", "dracula"),
        ("rebecca, is it in", "rebecca"),
        ("rebecca, can i reserve it", "rebecca"),
        ("waiting for godot, where is it", "waiting for godot"),
        ("in the woods - who wrote it", "in the woods"),
        ("put a hold on rebecca", "rebecca"),
        ("when will rebecca be back", "rebecca"),
        ("活着有人借走了吗", "活着"),
        ("围城现在有人借吗", "围城"),
        ("边城还能借吗", "边城"),
        ("is it in", ""),
        ("where is it kept", ""),
        ("when is the next copy back", ""),
        ("dracula or rebecca, which is in", ""),
        ("is dracula scary for children", ""),
        ("这本有人借走了吗", ""),
        ("活着的意义是什么", ""),
    ],
)
def test_the_title_that_a_question_names(text: str, title: str) -> None:
    assert questioned.title(Ask(text=text), HELD.__contains__) == title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("who translated beowulf", "beowulf"),
        ("is beowulf in", "beowulf"),
        ("is beowulf out at the moment", "beowulf"),
        ("who wrote apocalypse now", "apocalypse now"),
        ("is it in at the moment", ""),
        ("the book. is it in at the moment", ""),
        ("is it checked out right now", ""),
        ("繁花谁写的", "繁花"),
        ("繁花借出去了吗", "繁花"),
        ("when is my book due back", ""),
        ("when will it be back", ""),
        ("who wrote it", ""),
        ("is the paperback in", ""),
        ("when was the first edition published", ""),
        ("where is the author from", ""),
        ("这本谁写的", ""),
        ("原著是谁写的", ""),
    ],
)
def test_what_a_question_names_though_it_may_not_be_ours(text: str, name: str) -> None:
    assert questioned.another(Ask(text=text)) == name


@pytest.mark.parametrize(
    ("language", "before", "text", "intent", "told"),
    [
        ("en", "[Dune]", "is [dracula] in", "where_is_it", "Dracula"),
        ("en", "[Dune]", "is [rebecca] available at riverside", "where_is_it", "Rebecca"),
        ("en", "[Dune]", "[rebecca], can i reserve it", "place_hold", "Rebecca"),
        ("en", "[Dune]", "[the hobbit], who wrote it", "known_item", "Tolkien"),
        ("en", "[Dune]", "is the paperback in", "where_is_it", "Dune"),
        ("en", "[Dune]", "cite [hamlet] for me in mla", "cite", "MLA"),
        ("zh", "[围城]", "活着有人借走了吗", "where_is_it", "活着"),
        ("zh", "[围城]", "有人借走了吗", "where_is_it", "围城"),
    ],
)
def test_a_question_is_of_the_title_that_it_names(
    talk: Start, language: str, before: str, text: str, intent: str, told: str
) -> None:
    said = talk(language).say(before, "known_item").say(text, intent, 0.7)
    assert told in said.text
    if told not in before:
        assert before.strip("[]") not in said.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("cite hamlet for me", "hamlet"),
        ("我要引用围城", "围城"),
        ("我要写论文引用 乡土中国 怎么写引用格式", "乡土中国"),
        ("那江城呢，也给我引用格式", "江城"),
        ("is dracula in", ""),
        ("can you cite it for me", ""),
        ("怎么引用这本", ""),
    ],
)
def test_the_title_that_is_to_be_cited(text: str, title: str) -> None:
    assert citing.cited(Ask(text=text)) == title


def test_a_style_may_stand_behind_the_title() -> None:
    style = Entity("style", "mla", start=22, end=25)
    assert citing.cited(Ask(text="cite hamlet for me in MLA", entities=(style,))) == "hamlet"


def test_when_an_item_comes_back_is_asked_of_one_that_is_out(talk: Start) -> None:
    said = talk("zh").say("[活着]的电影", "known_item").say("什么时候还", "where_is_it", 0.7)
    assert "应还" in said.text
    assert "可以借 7 天" in said.say("能借多久", "where_is_it", 0.7).text
