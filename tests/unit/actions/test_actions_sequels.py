"""Which part of a series comes first, how many there are, and one by its number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import sequels
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "listed", "text", "titles"),
    [
        ("en", "[earthsea]", "which comes first", ["A wizard of Earthsea"]),
        ("en", "[three body problem]", "where do I start", ["The three-body problem"]),
        ("en", "[the hunger games]", "the second book", ["Catching fire"]),
        ("en", "[dune]", "what's the next book after that", ["Dune messiah"]),
        ("zh", "[三体]", "哪本是第一部", ["三体"]),
    ],
)
def test_one_part_of_what_is_listed(
    talk: Start, language: str, listed: str, text: str, titles: list[str]
) -> None:
    said = talk(language).say(listed, "known_item").say(text, "refine", 0.5)
    assert said.titles == titles


def test_the_part_after_the_first(talk: Start) -> None:
    said = talk().say("[earthsea]", "known_item").say("which one is first", "refine", 0.5)
    assert said.say("the next one", "show_more").titles == ["The tombs of Atuan"]


def test_where_there_is_no_series_the_list_is_meant(talk: Start) -> None:
    said = talk().say("[wuthering heights]", "known_item")
    second = said.items[1].record_id
    assert said.say("the second book", "item_details", 0.5).session.focus == second


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("which Harry Potter comes first", "Harry Potter and the philosopher's stone", 1),
        ("what is the first earthsea book", "A wizard of Earthsea", 1),
        ("lord of the rings book two", "The two towers", 1),
        ("how many earthsea books are there", "A wizard of Earthsea", 5),
        ("how many books in the discworld series", "The colour of magic", 3),
    ],
)
def test_a_series_by_its_name(talk: Start, text: str, first: str, count: int) -> None:
    said = talk().say(text, "known_item", 0.5)
    assert (said.titles[0], len(said.titles)) == (first, count)


def test_whether_it_is_the_last_is_told_by_all_there_are(talk: Start) -> None:
    said = talk().say("[catching fire]", "known_item").say("is that the last in the series")
    assert said.titles == ["The hunger games", "Catching fire"]


@pytest.mark.parametrize(
    "text", ["which came out first", "the first aid book", "how many books can I borrow", "第一本"]
)
def test_other_questions(text: str) -> None:
    signs = (sequels.FIRST, sequels.FIRST_OF, sequels.COUNTED, sequels.HOW_MANY)
    assert not any(sign.search(text) for sign in signs)
