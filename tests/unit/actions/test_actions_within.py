"""A part of the list at hand by what its records say, the same in another country, and an order
that is asked for of nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import having
from actions.ask import Ask, Entity
from actions.session import Frame
from actions.signs import listing
from actions.skills import another
from assistant.engine.understanding.countries import is_country
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text",
    [
        "are any of them for beginners",
        "for complete beginners please",
        "any good ones for a beginner?",
        "which of these are suitable for beginners",
    ],
)
def test_who_begins_is_told_by_the_records(text: str) -> None:
    assert listing.FOR_BEGINNERS.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "gardening for beginners",
        "for children",
        "any classes for beginners",
        "初学者",
        "适合孩子的",
    ],
)
def test_what_names_more_is_no_such_question(text: str) -> None:
    assert not listing.FOR_BEGINNERS.search(text)


@pytest.mark.parametrize("text", ["are any of them for beginners", "for beginners"])
def test_beginners_books_are_a_part_of_the_list(talk: Start, text: str) -> None:
    said = talk().say("[python]", "find_holdings")
    listed = said.session.frame
    assert listed
    said = said.say(text, "find_holdings", 0.8)
    assert said.titles
    assert "for beginners" in said.text
    assert said.session.frame
    assert said.session.frame.total < listed.total


def test_no_list_at_hand_no_part_of_it(talk: Start) -> None:
    assert "What would you like" in talk().say("any for beginners", "find_holdings", 0.8).text


def test_stories_set_somewhere_are_a_part_of_the_list(talk: Start) -> None:
    said = talk().say("[crime novels]", "find_holdings").say("set in [italy]", "find_holdings", 0.8)
    assert said.titles == ["Il nome della rosa"]
    assert "“crime novels”, set in Italy" in said.text
    assert "set in Japan" in said.say("and in japan?", "refine").text


def test_where_none_is_set_there_the_list_stays(talk: Start) -> None:
    said = talk().say("[crime novels]", "find_holdings")
    titles = said.titles
    said = said.say("set in [bolivia]", "find_holdings", 0.8)
    assert "nothing" in said.text
    assert said.titles == titles


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("set in france", "france", "set in France"),
        ("something set in the moors", "the moors", "set in the moors"),
        ("set in england", "in england", "set in England"),
        ("with dragons", "dragons", "with the word “dragons”"),
        ("有龙的", "龙", "写到“龙”"),
    ],
)
def test_a_part_is_told_as_a_person_says_it(text: str, words: str, told: str) -> None:
    assert having.in_words(text, words) == told


def _ask(text: str, *entities: Entity) -> Ask:
    return Ask(text=text, entities=entities, language="en")


@pytest.mark.parametrize(
    ("before", "text", "wanted"),
    [
        ("women in India", "what about Pakistan?", "women in Pakistan"),
        ("women in India", "and in China?", "women in China"),
        ("history of France", "and germany", "history of germany"),
        ("birds of the united kingdom", "or in north africa", ""),
        ("women in India", "what about trains", ""),
        ("women in science", "what about Pakistan?", ""),
        ("women in India", "Pakistan", ""),
    ],
)
def test_the_same_in_another_country(before: str, text: str, wanted: str) -> None:
    frame = another.of_a_place(_ask(text), Frame(text=before))
    assert (frame.text if frame else "") == wanted


def test_a_language_or_a_branch_is_no_country() -> None:
    branch = Entity("branch", "EAST", start=7, end=11)
    assert another.of_a_place(_ask("and in Chad", branch), Frame(text="women in India")) is None


@pytest.mark.parametrize("name", ["Pakistan", "scotland", "africa"])
def test_a_country_is_known_by_its_name(name: str) -> None:
    assert is_country(name)


@pytest.mark.parametrize("name", ["french", "riverside", "trains"])
def test_what_is_no_country(name: str) -> None:
    assert not is_country(name)


def test_nothing_is_put_in_order(talk: Start) -> None:
    said = talk().say("[climate change]", "find_holdings").say("for toddlers", "refine")
    assert "nothing" in said.text
    first = said.text
    said = said.say("something shorter", "refine", 1.0)
    assert "still nothing" in said.text
    assert said.text != first


def test_another_topic_instead_ends_the_list(talk: Start) -> None:
    said = talk().say("books about [painting]", "find_holdings")
    said = said.say("something about [falconry] instead", "refine", 0.7)
    assert "falconry" in said.text
    assert "painting" not in said.text


@pytest.mark.parametrize(
    ("language", "author", "text"),
    [
        ("en", "[agatha christie]", "what else did she write"),
        ("en", "books by {stephen king}", "any more by him"),
    ],
)
def test_all_by_an_author_is_said_to_be_all(
    talk: Start, language: str, author: str, text: str
) -> None:
    said = talk(language).say(author, "find_holdings").say(text, "find_holdings")
    assert "all that we have" in said.text
    assert not said.items
    assert "newest of these" in said.say("the newest", "refine").text
    assert "oldest of these" in said.say("the oldest", "refine").text


def test_the_newest_of_a_long_list_comes_first(talk: Start) -> None:
    said = talk().say("[crime novels]", "find_holdings").say("the newest", "refine")
    assert said.session.frame
    assert said.session.frame.order == "newest"


def test_a_child_of_six_may_read_what_small_children_do(talk: Start) -> None:
    said = talk().say("books about [cats]", "find_holdings").say("for a 6 year old", "refine")
    assert "The cat in the hat" in said.titles
    assert "The cat in the hat" not in said.say("for a 12 year old", "refine").titles


def test_the_paper_of_a_day_is_not_our_hours(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "newspapers"}')
    assert "opens" not in said.say("today's", "newspapers", 0.85).text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "can i get it on sunday"),
        ("en", "could i pick it up saturday"),
        ("zh", "周日能去拿吗"),
        ("zh", "星期天来取可以吗"),
    ],
)
def test_who_comes_for_a_thing_on_a_day_is_told_our_hours(
    talk: Start, language: str, text: str
) -> None:
    said = talk(language).press('/ask{"entry_id": "lost-property"}').say(text, "place_hold", 0.9)
    assert "13:00–17:00" in said.text or "09:30" in said.text


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("for small gardens", "small gardens", "for small gardens"),
        ("something with dragons", "dragons", "with dragons"),
        ("set in the moors", "moors", "in the moors"),
        ("vegetarian ones", "vegetarian", "vegetarian"),
        ("有龙的", "龙", "龙"),
    ],
)
def test_what_follows_a_topic_follows_it_as_it_was_said(text: str, words: str, told: str) -> None:
    assert having.after_topic(text, words) == told


@pytest.mark.parametrize(
    ("title", "first"),
    [("[history of china]", "topic"), ("[a history of Chinese civilization]", "known_item")],
)
def test_the_history_of_a_country_is_no_title(talk: Start, title: str, first: str) -> None:
    said = talk().say(title, "find_holdings")
    assert said.session.frame
    assert said.session.frame.kind == first


def test_the_newest_is_an_order_and_no_likeness(talk: Start) -> None:
    said = talk().say("[the great gatsby] audiobook", "known_item")
    said = said.say("newest", "refine")
    assert said.session.frame
    assert not said.session.frame.like


def test_a_topic_on_children_s_books_is_told_without_what_joins_it(talk: Start) -> None:
    said = (
        talk().say("books for a 3 year old", "find_holdings").say("about [animals]", "refine", 0.9)
    )
    assert "“animals”" in said.text


def test_a_word_before_the_topic_is_told_before_it(talk: Start) -> None:
    said = talk().say("[cookbooks]", "find_holdings").say("[vegetarian] ones", "find_holdings", 0.8)
    assert "“vegetarian cookbooks”" in said.text
    assert "“indian cookbooks”" in said.say("no, [indian]", "refine").text


@pytest.mark.parametrize(
    ("text", "words", "alone"),
    [
        ("vegetarian ones", "vegetarian", True),
        ("only vegetarian", "vegetarian", True),
        ("what about vegetables", "vegetables", False),
        ("with dragons", "dragons", False),
        ("素食的", "素食", False),
    ],
)
def test_what_stands_alone_goes_before_the_topic(text: str, words: str, alone: bool) -> None:
    assert having.alone(text, words) == alone
