"""What is left out of a list in plain words, and whose cooking or history is wanted of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import listing
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
