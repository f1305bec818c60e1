"""One that is told from the item in hand: the part before it, the newer edition, its film, by the same man."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import leaning, pointing
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text", ["the one before it", "what comes before it", "the previous one", "the book before"]
)
def test_the_part_before_the_one_in_hand(talk: Start, text: str) -> None:
    said = talk().say("[harry potter and the prisoner of azkaban]", "known_item")
    said.say(text, "go_back", 0.97)
    assert said.titles == ["Harry Potter and the chamber of secrets"]


def test_the_part_before_in_chinese(talk: Start) -> None:
    said = talk("zh").say("[黑暗森林]", "known_item").say("前一本", "holds_renewals", 0.3)
    assert "第 1 部" in said.text


def test_the_part_after_it(talk: Start) -> None:
    said = talk().say("[wolf hall]", "known_item").say("the one after it", "more_like")
    assert said.titles == ["Bring up the bodies"]


def test_the_one_before_a_list_is_the_search_before(talk: Start) -> None:
    said = talk().say("books about [cats]", "find_holdings")
    said.say("books about [dogs]", "find_holdings").say("the one before", "go_back", 0.97)
    assert "cats" in said.text


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [("en", "pride and prejudice", "the new one"), ("zh", "傲慢与偏见", "新的那本")],
)
def test_the_new_one_of_several_editions(talk: Start, language: str, title: str, text: str) -> None:
    said = talk(language).say(f"[{title}]", "known_item").say(text, "newspapers", 0.3)
    assert len(said.items) == 1
    assert "newest" in said.text or "最新" in said.text


def test_the_new_one_of_a_topic_puts_the_list_in_order(talk: Start) -> None:
    said = talk().say("books about [cats]", "find_holdings").say("the new one", "refine")
    assert len(said.items) > 1


@pytest.mark.parametrize(
    "text", ["the new library", "the new one by her", "the latest news", "新的一年"]
)
def test_other_new_things(text: str) -> None:
    assert not leaning.NEW_ONE.search(text)


@pytest.mark.parametrize(
    "text", ["not that, the tv series", "no the tv version", "not the book, the film"]
)
def test_a_film_in_place_of_the_book(talk: Start, text: str) -> None:
    said = talk().say("[pride and prejudice]", "known_item").say(text, "refine")
    assert {item.format for item in said.items} == {"film"}


def test_a_film_in_place_of_the_book_in_chinese(talk: Start) -> None:
    said = talk("zh").say("[三体]", "known_item").say("不要书，电视剧", "refine")
    assert {item.format for item in said.items} == {"film"}


@pytest.mark.parametrize("text", ["not that, something funny", "no tv licence", "not the film"])
def test_what_names_no_film(text: str) -> None:
    assert not leaning.ADAPTED.search(text)


@pytest.mark.parametrize("text", ["by the same man", "anything by the same woman"])
def test_others_by_the_same_person(talk: Start, text: str) -> None:
    said = talk().say("[wolf hall]", "known_item").say(text, "more_like")
    assert "by Hilary Mantel" in said.text


@pytest.mark.parametrize("text", ["books by women", "by a man called Ove", "the same man again"])
def test_others_who_are_nobody_in_hand(text: str) -> None:
    assert not pointing.SAME_AUTHOR.search(text)
