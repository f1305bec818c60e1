"""A language to be learnt is no language that books are in, and none of its stories teach it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.ask import Ask
from actions.skills import learning
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("do you have books for learning italian", "ita"),
        ("i want to learn how to speak spanish", "spa"),
        ("italian for beginners", "ita"),
        ("have you got german textbooks", "ger"),
        ("有学意大利语的书吗", "ita"),
        ("法语入门", "fre"),
        ("books in italian", ""),
        ("italian cooking", ""),
        ("learning italian cooking", ""),
        ("french novels for beginners in crime", ""),
        ("日语小说", ""),
        ("法语电影", ""),
    ],
)
def test_the_language_to_be_learnt(text: str, code: str) -> None:
    assert learning.tongue(Ask(text=text)) == code


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "do you have books for learning [italian]", "learning Italian"),
        ("zh", "有学[意大利语]的书吗", "学意大利语"),
    ],
)
def test_where_no_book_teaches_it_our_courses_do(
    talk: Start, language: str, text: str, told: str
) -> None:
    said = talk(language).say(text, "find_holdings")
    assert told in said.text
    assert not said.items
    assert "/languages" in said.text


def test_what_is_taught_is_found(talk: Start) -> None:
    assert talk().say("books to learn [chinese]", "find_holdings").items


def test_another_language_goes_on_from_it(talk: Start) -> None:
    said = talk().say("books on learning [Japanese]", "find_holdings")
    said.say("what about [Spanish]", "find_holdings")
    assert "learning Spanish" in said.text
    assert not said.items
    assert said.say("what about [Chinese]", "find_holdings").items
