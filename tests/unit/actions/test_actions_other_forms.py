"""Limits that give way to what is named next: books after films, a topic that a language lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.skills import another
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
FILMS, AUDIO = {"formats": ["film"]}, {"formats": ["audiobook"]}


@pytest.mark.parametrize(
    ("said", "filters", "gone"),
    [
        ("what about horror books", FILMS, True),
        ("and novels", {"formats": ["graphic_novel"]}, True),
        ("那有小说吗", FILMS, True),
        ("what about horror", FILMS, False),
        ("crime novels", AUDIO, False),
        ("books on bees", {"formats": ["large_print"]}, False),
        ("有书法的吗", FILMS, False),
    ],
)
def test_books_are_no_films(said: str, filters: dict[str, list[str]], *, gone: bool) -> None:
    assert bool(another.other_forms(said, filters)) is gone


def test_books_after_films_are_no_films(talk: Start) -> None:
    said = talk().say("any films", "find_holdings")
    said.say("what about [horror] books for teens", "find_holdings")
    assert "film" not in said.text


@pytest.mark.parametrize(
    ("language", "films", "wish"),
    [("en", "any films", "books about [dogs]"), ("zh", "有什么电影", "关于[猫]的书")],
)
def test_books_on_a_topic_after_films(talk: Start, language: str, films: str, wish: str) -> None:
    said = talk(language).say(films, "find_holdings").say(wish, "find_holdings")
    assert said.session.frame
    assert "formats" not in said.session.frame.filters


def test_novels_after_films_on_a_topic(talk: Start) -> None:
    said = talk().say("films about [space]", "find_holdings").say("and novels", "refine")
    assert "as film" not in said.text
    assert "space" in said.text


def test_a_form_of_books_stays(talk: Start) -> None:
    said = talk().say("any audiobooks", "find_holdings").say("[crime] novels", "find_holdings")
    assert "as audiobook" in said.text


def test_what_a_rule_was_asked_of_is_not_said_twice_to_be_lacking(talk: Start) -> None:
    said = talk().say("how long can I keep films", "borrowing_rules")
    said.say("[knitting patterns]", "find_holdings")
    assert said.text.count("found nothing for “knitting patterns”, as film") <= 1


@pytest.mark.parametrize("mood", ["funny", "scary"])
def test_how_the_books_of_a_language_should_be_leaves_the_language(talk: Start, mood: str) -> None:
    said = talk().say("books in french", "find_holdings").say(f"[{mood}]", "find_holdings")
    assert {item.language for item in said.items} == {"fre"}
