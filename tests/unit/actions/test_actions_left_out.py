"""What is left out of a list in plain words, and whose cooking or history is wanted of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import asking, listing
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no politicians", "politicians"),
        ("without the artists", "artists"),
        ("leave out the sports people", "sports people"),
        ("no vampire stories", "vampire"),
    ],
)
def test_what_is_not_wanted_is_left_out_of_the_list(talk: Start, text: str, words: str) -> None:
    said = talk().say("[biographies]", "find_holdings").say(text, "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == "biographies"
    assert said.session.frame.without == {"words": [words]}


@pytest.mark.parametrize(
    "text",
    [
        "no, the film",
        "no the film",
        "no thanks",
        "no for adults",
        "no I meant the book",
        "without it",
        "no more",
        "no charge?",
    ],
)
def test_another_no_leaves_nothing_out(text: str) -> None:
    assert not listing.LEAVES_OUT.search(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[animals] but not the farm one and not 1984", ["farm", "1984"]),
        ("[stories] not horror or war", ["horror", "war"]),
        ("[novels] but not war and peace", ["war and peace"]),
    ],
)
def test_several_that_are_not_wanted(talk: Start, text: str, words: list[str]) -> None:
    said = talk().say(text, "find_holdings")
    assert said.session.frame
    assert said.session.frame.without == {"words": words}


@pytest.mark.parametrize(
    ("language", "text", "gone", "author"),
    [
        ("en", "Stephen King, I've read The Shining", "The shining", "Stephen King"),
        ("en", "anything by Agatha Christie i have read and then there were none", "And then there were none", "Agatha Christie"),
        ("zh", "余华的书，我看过活着和兄弟，还有别的吗", "活着", "余华"),
    ],
)  # fmt: skip
def test_what_was_read_of_an_author(
    talk: Start, language: str, text: str, gone: str, author: str
) -> None:
    said = talk(language).say(text, "find_holdings")
    assert said.session.frame
    assert said.session.frame.filters == {"authors": [author]}
    assert said.titles
    assert gone not in said.titles


@pytest.mark.parametrize("text", ["Dune, I've read it", "cats, we have read all of them"])
def test_what_is_no_author(talk: Start, text: str) -> None:
    said = talk().say(text, "known_item")
    assert not (said.session.frame and said.session.frame.filters)


@pytest.mark.parametrize(
    "text", ["not jane austen she's read them all", "not agatha christie, i've read most of them"]
)
def test_an_author_all_of_whom_was_read_is_not_wanted(text: str) -> None:
    assert not asking.READ_SOME.search(text)


def test_why_an_item_is_declined_names_no_other(talk: Start) -> None:
    said = talk().say("[war and peace]", "known_item").say("not that one, it's massive", "refine")
    assert "War and peace" in said.text


def test_what_was_not_understood_is_shown_again(talk: Start) -> None:
    said = talk().say("[whales]", "find_holdings").say("no i mean which ones do you have", "refine")
    assert said.session.frame
    assert said.session.frame.text == "whales"


def test_a_title_with_a_no_is_asked_for(talk: Start) -> None:
    said = talk().say("[novels]", "find_holdings").say("[no longer human]", "known_item")
    assert said.session.frame
    assert not said.session.frame.without


@pytest.mark.parametrize(
    ("topic", "text", "words"),
    [
        ("cookbooks", "italian", "italian cookbooks"),
        ("french history", "roman", "roman history"),
        ("food", "what about indian ones", "indian food"),
    ],
)
def test_a_people_after_its_cooking_or_history(
    talk: Start, topic: str, text: str, words: str
) -> None:
    said = talk().say(f"[{topic}]", "find_holdings").say(text, "refine")
    assert said.session.frame
    assert (said.session.frame.text, said.session.frame.filters) == (words, {})


@pytest.mark.parametrize(("topic", "text"), [("spy novels", "french"), ("cookbooks", "in french")])
def test_a_language_is_one(talk: Start, topic: str, text: str) -> None:
    said = talk().say(f"[{topic}]", "find_holdings").say(text, "refine")
    assert said.session.frame
    assert said.session.frame.text == topic
