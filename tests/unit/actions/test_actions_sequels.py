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
        ("en", "[dune]", "have you got number 2", ["Dune messiah"]),
        ("en", "[dune]", "number 2 in the series", ["Dune messiah"]),
        ("en", "[the hunger games]", "and the 2nd", ["Catching fire"]),
        ("en", "[catching fire]", "whats the one before it", ["The hunger games"]),
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


def test_a_number_alone_is_one_of_the_list(talk: Start) -> None:
    said = talk().say("[wuthering heights]", "known_item")
    second = said.items[1].record_id
    assert said.say("number 2", "item_details", 0.5).session.focus == second


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [("en", "[wolf hall] & the sequels", "Wolf Hall"), ("zh", "三体和续集", "三体")],
)
def test_a_work_and_its_sequels(talk: Start, language: str, text: str, first: str) -> None:
    said = talk(language).say(text, "known_item", 0.5)
    assert said.titles[0] == first
    assert len(said.titles) > 1


def test_a_list_of_which_one_was_picked_is_gone_back_to(talk: Start) -> None:
    said = talk().say("[dune]", "known_item")
    listed = said.titles
    said.say("the third one", "item_details")
    assert said.say("go back", "go_back").titles == listed


def test_a_list_before_which_nothing_stood_stays(talk: Start) -> None:
    said = talk().say("[dune]", "known_item").say("go back", "go_back")
    assert not said.titles
    assert said.session.frame


@pytest.mark.parametrize(
    "text", ["which came out first", "the first aid book", "how many books can I borrow", "第一本"]
)
def test_other_questions(text: str) -> None:
    signs = (sequels.FIRST, sequels.FIRST_OF, sequels.COUNTED, sequels.HOW_MANY)
    assert not any(sign.search(text) for sign in signs)
