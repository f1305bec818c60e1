"""What to read after a work; readers and plots in the words of a wish."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("i finished <the hunger games> whats next", "Catching fire"),
        ("what should my 12 year old read after <hunger games>", "Catching fire"),
        ("I loved <Dune>, what next?", "Dune messiah"),
    ],
)
def test_the_next_of_a_series_comes_first(talk: Start, text: str, title: str) -> None:
    said = talk().say(text, "find_holdings")
    assert said.titles[0] == title


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "I loved <Project Hail Mary>. what should i read next", "Project Hail Mary"),
        ("en", "what should i read if i liked <the night circus>", "The night circus"),
        ("zh", "看完<活着>了，接下来看什么", "活着"),
    ],
)
def test_else_what_is_like_it(talk: Start, language: str, text: str, title: str) -> None:
    said = talk(language).say(text, "find_holdings")
    assert len(said.titles) > 1
    assert title not in said.titles
    assert title in said.text


def test_of_all_that_bear_a_name_none_is_shown(talk: Start) -> None:
    said = talk().say("i read all the <poirot> books, what else would i like", "show_more")
    assert len(said.titles) > 1
    assert not any("Orient Express" in title or "Nile" in title for title in said.titles)


def test_a_topic_that_was_liked_is_no_name(talk: Start) -> None:
    said = talk().say("my son loved [dinosaurs], what else do you have", "find_holdings")
    assert "like" not in said.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("a novel about [clones raised to donate organs]", "donate"),
        ("i'm trying to remember a book where [clones are raised to donate organs]", "donate"),
    ],
)
def test_a_plot_is_no_service(talk: Start, text: str, intent: str) -> None:
    said = talk().say(text, intent)
    assert not [part for part in said.parts if part.type == "sources"]
    assert "clones" in said.text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "can I donate books about [cooking]"), ("zh", "我想捐几本关于[历史]的书")],
)
def test_a_gift_is_no_plot(talk: Start, language: str, text: str) -> None:
    assert not talk(language).say(text, "donate").titles


def test_children_are_of_any_age_unless_it_is_told(talk: Start) -> None:
    said = talk().say("a kids book about a [caterpillar that eats] everything", "find_holdings")
    assert said.titles[0] == "The very hungry caterpillar"
    assert "small children" not in said.text
    said = talk().say("books for a 9 year old about a caterpillar", "find_holdings")
    assert "The very hungry caterpillar" not in said.titles


def test_readers_may_be_part_of_a_title(talk: Start) -> None:
    assert talk().say("do you have [python] for kids", "known_item").titles[0].startswith("Python")
    assert "for children" in talk().say("[history] books for kids", "find_holdings").text


def test_a_wish_that_names_readers_and_no_topic_lists_what_is_for_them(talk: Start) -> None:
    said = talk().say("My granddaughter is coming to stay, she is 5.", "out_of_scope")
    assert said.items
    assert "small children" in said.text
    assert talk().say("My grandson is 10 and hates reading", "hard_time", 0.3).items
    assert not talk().say("can my 8 year old join?", "membership").items
    assert not talk().say("my daughter was shouted at today, she is 7", "complaint").items
    assert not talk().say("my daughter died, she was 5", "distress").items


@pytest.mark.parametrize(
    "text", ["the doi is 10.1038/s41586-020-2649-2", "[文章的DOI]是10.1038/s41586-020-2649-2"]
)
def test_a_doi_asks_for_its_full_text(talk: Start, text: str) -> None:
    said = talk("zh" if "是" in text else "en").say(text, "find_holdings")
    assert not said.items
    assert "DOI" in said.text
