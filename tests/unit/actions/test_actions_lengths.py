"""How long a book may be where no topic is named, and what is shorter than one that was liked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import care, leaning, orders
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "any short novels"),
        ("en", "a short book"),
        ("en", "something short to read on holiday"),
        ("zh", "有没有短一点的小说"),
    ],
)
def test_where_only_a_length_is_named_the_shortest_come_first(
    talk: Start, language: str, text: str
) -> None:
    said = talk(language).say(text, "find_holdings", 0.9)
    frame = said.session.frame
    assert frame is not None
    assert frame.order == "shortest"
    assert frame.filters["literary_forms"] == ["fiction"]


@pytest.mark.parametrize("text", ["short [whale] books", "books about [whales]"])
def test_a_topic_stays_one(talk: Start, text: str) -> None:
    frame = talk().say(text, "find_holdings", 0.9).session.frame
    assert frame is not None
    assert "literary_forms" not in frame.filters


def test_shorter_of_what_is_like_a_book_is_shorter_than_that(talk: Start) -> None:
    said = talk().say("anything like <the hobbit>", "more_like", 0.9)
    liked = said.session.frame
    assert liked is not None
    assert liked.like
    shorter = said.say("shorter", "refine", 1.0).session.frame
    assert shorter is not None
    assert shorter.like == liked.like
    assert shorter.filters["pages_to"] == 309
    again = said.say("any shorter ones", "refine", 1.0).session.frame
    assert again is not None
    assert again.order == "shortest"


@pytest.mark.parametrize("text", ["any short novels", "a quick read", "shorter"])
def test_a_length_alone_is_an_order(text: str) -> None:
    assert orders.bare(text) == "shortest"


@pytest.mark.parametrize("text", ["short stories", "quick question", "novels"])
def test_other_words_are_none(text: str) -> None:
    assert orders.bare(text) == ""


@pytest.mark.parametrize(
    "text", ["how many are in the series", "how many books are there in this series"]
)
def test_how_many_of_a_series_asks_for_its_parts(text: str) -> None:
    assert leaning.OF_SERIES.search(text)


def test_how_many_of_the_library_does_not() -> None:
    assert not leaning.OF_SERIES.search("how many books are in the library")


@pytest.mark.parametrize("text", ["cheer me up", "a book to cheer him up", "让我开心一下"])
def test_who_wants_cheering_up_wants_something_funny(text: str) -> None:
    assert care.CHEERS.search(text)


@pytest.mark.parametrize("text", ["say something to cheer me up", "cheers", "cheerful colours"])
def test_who_is_to_be_talked_to_does_not(text: str) -> None:
    assert not care.CHEERS.search(text)


def test_what_an_entry_surely_answers_is_no_call_for_help(talk: Start) -> None:
    said = talk().say("what ID do I need", "help", 0.79)
    assert said.effects["knowledge"]["entry_id"] == "cards-join"
