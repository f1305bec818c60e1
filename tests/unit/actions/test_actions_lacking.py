"""What is said after a search that found nothing: others, how else it is to be had, what there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import wanting, wishes
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def _lacked(talk: Start, language: str = "en") -> Talk:
    title = "do you have [the secret history]" if language == "en" else "[房思琪的初恋乐园]"
    return talk(language).say(title, "known_item")


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "anything like it", "more_like"),
        ("en", "something similar then", "more_like"),
        ("en", "[shame], something like it?", "more_like"),
        ("en", "who wrote it", "item_details"),
        ("zh", "类似的呢", "more_like"),
        ("zh", "谁写的", "item_details"),
    ],
)
def test_what_we_lack_is_not_asked_after(
    talk: Start, language: str, text: str, intent: str
) -> None:
    said = _lacked(talk, language).say(text, intent)
    assert "Which title" not in said.text
    assert "哪本书" not in said.text
    assert "What is it about" in said.text or "讲什么" in said.text


def test_others_of_a_kind_are_looked_for(talk: Start) -> None:
    said = _lacked(talk).say("any other romance then", "more_like", 0.7)
    assert said.items
    assert "romance" in said.text


def test_who_asks_without_a_search_is_asked_which_title(talk: Start) -> None:
    assert "Which title" in talk().say("anything like it", "more_like").text


def test_what_is_in_hand_is_gone_on_from(talk: Start) -> None:
    said = (
        talk().say("do you have [Middlemarch]", "known_item").say("something similar", "more_like")
    )
    assert said.items
    assert "nothing" not in said.text


def test_an_older_item_is_not_what_is_asked_of(talk: Start) -> None:
    said = talk().say("do you have [wolf hall]", "known_item")
    said.say("do you have [the secret history]", "known_item")
    assert "wolf hall" not in said.say("anything like it", "more_like").text.lower()


def test_more_of_the_author_of_a_work_that_we_lack(talk: Start) -> None:
    said = _lacked(talk).say("more by the same author", "find_holdings")
    assert "Donna Tartt" in said.text


def test_nobody_is_known_to_have_written_what_nobody_knows(talk: Start) -> None:
    said = talk().say("do you have [zymurgy quotas]", "known_item")
    said.say("more by the same author", "find_holdings")
    assert "What is it about" in said.text


def test_more_of_an_author_of_whom_nothing_was_found(talk: Start) -> None:
    said = talk().say("do you have [the housemaid] by Freida McFadden", "known_item")
    said.say("something else by her", "more_like")
    assert "Freida McFadden" in said.text
    assert "Which title" not in said.text


@pytest.mark.parametrize("text", ["order it in then", "can you order one in", "get it for me"])
def test_what_we_lack_may_be_had_elsewhere(talk: Start, text: str) -> None:
    assert _lacked(talk).say(text, "save_item", 0.5).session.topic == "answer"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "so what do you have"),
        ("en", "any good alternatives"),
        ("en", "can you recommend something else"),
        ("en", "what else have you got"),
        ("zh", "那你们有什么书"),
    ],
)
def test_what_there_is_instead(talk: Start, language: str, text: str) -> None:
    said = _lacked(talk, language).say(text, "help", 0.4)
    assert "would you like to find" in said.text or "想找什么" in said.text


def test_what_there_is_for_the_same_readers(talk: Start) -> None:
    said = talk().say("books on [zymurgy quotas] for children", "find_holdings")
    said.say("so what do you have", "help", 0.4)
    assert said.items
    assert "for children" in said.text


@pytest.mark.parametrize(
    "text", ["what do you have on bees", "what have you got in french", "你们有什么关于猫的书"]
)
def test_a_topic_is_no_wish_for_whatever(text: str) -> None:
    assert not wishes.WHAT_ELSE.search(text)


@pytest.mark.parametrize("text", ["will you be getting it", "when will you have one in"])
def test_what_we_lack_may_be_bought(talk: Start, text: str) -> None:
    assert _lacked(talk).say(text, "directions", 0.5).session.topic == "answer"


def test_others_without_the_limit_that_left_none(talk: Start) -> None:
    said = talk().say("any audiobooks in welsh", "find_holdings")
    assert not said.items
    said.say("any other audiobooks", "find_holdings")
    assert said.items
    assert "Welsh" not in said.text


def test_others_without_the_author_of_whom_there_is_nothing(talk: Start) -> None:
    said = talk().say("films by Bong Joon-ho", "find_holdings").say("other French films", "refine")
    assert "Bong" not in said.text
    assert said.items


@pytest.mark.parametrize("text", ["any good alternatives", "shame, something like it?"])
def test_what_is_like_the_one_in_hand(talk: Start, text: str) -> None:
    said = talk().say("[wolf hall]", "known_item").say(text, "out_of_scope", 0.4)
    assert "like “Wolf Hall”" in said.text


@pytest.mark.parametrize("text", ["order by year", "get in line", "request a room", "get me out"])
def test_what_orders_no_item(text: str) -> None:
    assert not wanting.FETCHED.search(text)


@pytest.mark.parametrize(
    ("language", "first", "which", "topic"),
    [
        ("en", "something for my 10 year old", "who wrote it", "horror"),
        ("en", "books for children", "how many pages has it", "ghosts"),
        ("zh", "给我10岁的孩子找本书", "谁写的", "冒险"),
    ],
)
def test_a_topic_in_place_of_which_one_is_for_the_same_child(
    talk: Start, language: str, first: str, which: str, topic: str
) -> None:
    said = talk(language).say(first, "find_holdings").say(which, "item_details")
    assert said.session.verb
    said.say(f"[{topic}]", "find_holdings")
    assert "for children" in said.text or "儿童" in said.text


def test_a_title_in_answer_to_which_one_is_that(talk: Start) -> None:
    said = talk().say("something for my 10 year old", "find_holdings")
    said.say("who wrote it", "item_details").say("[Coraline]", "find_holdings")
    assert "bricked-up" in said.text


@pytest.mark.parametrize(
    ("text", "child"), [("any other romance", True), ("romance for me", False)]
)
def test_others_are_for_the_same_child(talk: Start, text: str, *, child: bool) -> None:
    said = talk().say("books on [zymurgy quotas] for children", "find_holdings")
    said.say(text, "more_like")
    assert said.session.frame
    assert ("audiences" in said.session.frame.filters) is child


@pytest.mark.parametrize(
    ("intent", "second", "found"),
    [
        ("show_more", "what about other large print", True),
        ("refine", "any other large print books", True),
        ("show_more", "any more", False),
    ],
)
def test_others_of_a_form_leave_the_topic(
    talk: Start, intent: str, second: str, *, found: bool
) -> None:
    said = talk().say("large print [zymurgy]", "find_holdings").say(second, intent)
    assert said.session.frame
    assert (said.session.frame.text == "") is found


@pytest.mark.parametrize(
    ("language", "asked", "text"),
    [
        ("en", "books about [submarines] for toddlers", "ok just anything good for toddlers"),
        ("en", "books about [submarines] for toddlers", "recommend something for a 10 year old"),
        ("zh", "给三岁孩子看的[潜水艇]的书", "随便推荐几本给三岁孩子的"),
    ],
)
def test_whatever_is_good_for_them_takes_the_place_of_the_topic(
    talk: Start, language: str, asked: str, text: str
) -> None:
    said = talk(language).say(asked, "find_holdings").say(text, "refine")
    assert said.items
    assert said.session.frame is not None
    assert not said.session.frame.text


def test_for_other_readers_the_topic_stays(talk: Start) -> None:
    said = talk().say("books about [submarines] for toddlers", "find_holdings")
    said.say("and for adults?", "refine")
    assert said.session.frame is not None
    assert said.session.frame.text == "submarines"


def test_what_was_found_on_a_topic_stays(talk: Start) -> None:
    said = talk().say("books about [dogs] for children", "find_holdings")
    said.say("what would you recommend for a 10 year old", "refine")
    assert said.session.frame is not None
    assert said.session.frame.text == "dogs"
