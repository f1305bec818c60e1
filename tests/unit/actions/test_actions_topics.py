"""Topics that are more than a word, and which of a wish's words tell something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.skills import about
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("books about [trains]", "something about [gardens in China]"),
        ("关于[火车]的书", "关于[中国园林艺术]的"),
    ],
)
def test_a_topic_that_needs_no_other_takes_the_place_of_the_list(
    talk: Start, first: str, then: str
) -> None:
    talking = talk("zh" if "关于" in first else "en").say(first, "find_holdings")
    said = talking.say(then, "find_holdings")
    assert said.session.frame is not None
    assert said.session.frame.text == then[then.index("[") + 1 : then.index("]")]


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("gardens in China", ""),
        ("my son loves dinosaurs", "dinosaurs"),
        ("适合孩子看的恐龙书", "恐龙"),
    ],
)
def test_words_are_fewer_only_where_a_telling_one_is_left_out(text: str, telling: str) -> None:
    assert about.telling(text) == telling


def test_a_number_that_is_a_title_takes_the_place_of_the_list(talk: Start) -> None:
    said = talk().say("[pachinko]", "known_item").say("[1984] audiobook", "refine")
    assert [one.title for one in said.items] == ["1984"]
    assert said.items[0].format == "audiobook"


def test_books_by_somebody_are_no_life_of_theirs(talk: Start) -> None:
    said = talk().say("books by {jane austen}", "find_holdings")
    assert said.session.frame is not None
    assert said.session.frame.text == ""
    assert all("Austen" in " ".join(one.authors) for one in said.items)


def test_an_age_beside_its_readers_is_no_topic(talk: Start) -> None:
    said = talk("zh").say("儿童读物 5岁", "find_holdings")
    assert said.items
    assert said.session.frame is not None
    assert said.session.frame.text == ""


def test_what_any_past_is_called_need_not_be_said(talk: Start) -> None:
    said = talk().say("a [historical novel]", "find_holdings").say("set in the [tudor times]", "")
    assert said.titles[0].startswith("Wolf Hall")


def test_a_title_in_marks_leans_on_no_answer(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "ill-request"}')
    said.say("if you have '[Birds without wings]'", "refine", 0.7)
    assert "ill-request" not in str(said.effects)
