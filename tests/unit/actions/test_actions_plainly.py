"""Plain conversations: an author's title, a topic with one book, what is sent, how long it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import wanting
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def test_a_title_of_the_list_is_that_title(talk: Start) -> None:
    said = talk().say("[toni morrison]", "find_holdings").say("[beloved]", "find_holdings")
    assert said.session.frame
    assert said.session.frame.kind == "known_item"


def test_a_word_that_is_no_title_of_the_list_is_a_topic(talk: Start) -> None:
    said = talk().say("[science fiction]", "find_holdings").say("[history]", "find_holdings")
    assert said.session.frame
    assert said.session.frame.kind == "topic"


def test_what_is_wanted_scary_is_by_nobody(talk: Start) -> None:
    said = talk().say("[scary stories]", "find_holdings")
    assert said.session.frame
    assert said.session.frame.kind == "topic"
    assert "The woman in black" in said.titles


@pytest.mark.parametrize(
    "text",
    [
        "can i have it sent to central",
        "could you send them to riverside",
        "get it moved over to east",
    ],
)
def test_what_is_sent_to_a_branch_is_held_there(talk: Start, text: str) -> None:
    assert wanting.SENT.search(text)
    said = talk().say("books about [running]", "find_holdings").say(text, "place_hold", 0.45)
    assert "Place a hold" in said.text


@pytest.mark.parametrize("text", ["send it to me", "can i get it at central", "where is it sent"])
def test_what_is_sent_to_no_branch(text: str) -> None:
    assert not wanting.SENT.search(text)


def test_one_is_not_asked_which_of_one(talk: Start) -> None:
    said = (
        talk().say("[poems] by {emily dickinson}", "find_holdings").say("in welsh too?", "refine")
    )
    assert "Which one" not in said.say("is it in", "where_is_it").text


@pytest.mark.parametrize(
    ("given", "asked", "answers"),
    [
        ("loans-still-shown", "how long does it take", "a day"),
        ("parking", "how long for", "first hour"),
    ],
)
def test_how_long_is_told_by_the_answer(talk: Start, given: str, asked: str, answers: str) -> None:
    said = talk().press(f'/ask{{"entry_id": "{given}"}}').say(asked, "borrowing_rules", 0.5)
    assert answers in said.text


def test_a_rule_for_loans_stands_beside_what_is_owed(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "fines-owe"}').say("can i renew it", "renew", 0.9)
    assert said.effects["knowledge"]["entry_id"] == "renew"


def test_a_film_for_the_family_is_for_children(talk: Start) -> None:
    said = talk().say("do you have any dvds", "find_holdings")
    said = said.say("something for the family", "find_holdings", 0.73)
    assert said.titles == ["Tonari no Totoro"]


def test_a_setting_is_heard_though_no_word_was_tagged(talk: Start) -> None:
    said = talk().say("[crime novels]", "find_holdings").say("set in italy", "out_of_scope", 0.8)
    assert said.titles == ["Il nome della rosa"]
