"""Short stories are a kind of book, wherever they are named; a child is not forgotten over an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import wishes
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("[short story] collections", "special_collections"),
        ("can you recommend short [stories] for bedtime", "find_holdings"),
        ("my mum likes short [stories]", "find_holdings"),
        ("[short stories] please", "events"),
    ],
)
def test_short_stories_are_looked_for(talk: Start, text: str, intent: str) -> None:
    said = talk().say(text, intent, 0.7)
    assert "“short stories”" in said.text
    assert said.items


@pytest.mark.parametrize(
    "text",
    ["short story competition", "when is the short story club", "a short storm", "story time"],
)
def test_what_else_is_short(text: str) -> None:
    assert not wishes.SHORT_STORIES.search(text)


def test_what_short_stories_are_on_is_looked_for_too(talk: Start) -> None:
    assert "ghost" in talk().say("short [ghost stories]", "find_holdings").text


@pytest.mark.parametrize(
    ("between", "intent"), [("is there a café", "directions"), ("when do you open", "hours")]
)
def test_a_child_is_not_forgotten_over_an_answer(talk: Start, between: str, intent: str) -> None:
    said = talk().say("something for my 10 year old", "find_holdings").say(between, intent)
    said.say("do you have something about [dogs]", "find_holdings")
    assert "for children" in said.text


@pytest.mark.parametrize("wish", ["books on [tax law] for me", "a [horror] novel for adults"])
def test_another_reader_takes_the_place_of_the_child(talk: Start, wish: str) -> None:
    said = talk().say("something for my 10 year old", "find_holdings")
    said.say("when do you open", "hours").say(wish, "find_holdings")
    assert "for children" not in said.text
