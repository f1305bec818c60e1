"""What a reader wants of the item in hand, or of one that we lack; and their own list, by title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import at_hand, titles
from actions.signs import facts, leaning, pointing, sequels, wanting
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("add dune to my list", "dune"),
        ("put Wolf Hall on my reading list please", "Wolf Hall"),
        ("save Emma for later", "Emma"),
        ("把三体加到我的书单", "三体"),
        ("收藏红楼梦", "红楼梦"),
        ("add it to my list", ""),
        ("save that too", ""),
        ("keep it for me", ""),
        ("加到我的书单", ""),
        ("收藏这本", ""),
    ],
)
def test_the_title_that_goes_on_the_list(text: str, title: str) -> None:
    assert at_hand.put_on_list(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("remove dune", "dune"),
        ("take Emma off my list", "Emma"),
        ("把三体从书单里去掉", "三体"),
        ("remove it", ""),
        ("clear my list", ""),
        ("把它删掉", ""),
    ],
)
def test_the_title_that_is_taken_off(text: str, title: str) -> None:
    assert at_hand.taken_off(text) == title


def test_a_saved_title_is_taken_off_and_the_conversation_stays(talk: Start) -> None:
    said = talk("en").say("add [dune] to my list", "save_item")
    assert len(said.session.saved) == 1
    said.say("remove dune", "forget_me")
    assert said.session.saved == []
    assert "Off your list" in said.text


def test_of_a_title_that_is_not_saved_nothing_is_taken_off(talk: Start) -> None:
    said = talk("zh").say("[收藏三体]", "save_item").say("把[红楼梦]从书单里去掉", "save_item")
    assert "红楼梦" in said.text
    assert len(said.session.saved) == 1


@pytest.mark.parametrize("text", ["delete everything from my list", "[清空]书单"])
def test_the_whole_list_is_no_conversation(talk: Start, text: str) -> None:
    said = talk().say("[save Emma]", "save_item").say(text, "forget_me", 0.99)
    assert said.session.saved == []
    assert "forget" not in said.effects


@pytest.mark.parametrize("text", ["delete everything", "delete the conversation", "删除对话"])
def test_what_is_said_may_still_be_forgotten(talk: Start, text: str) -> None:
    said = talk().say("[save Emma]", "save_item").say(text, "forget_me", 0.99)
    assert len(said.session.saved) == 1


@pytest.mark.parametrize(
    "text",
    [
        "put me on the waiting list",
        "let me know when it's in",
        "text me when it comes back",
        "can you get it for me",
        "到了通知我",
        "还回来了告诉我",
        "帮我排队",
        "能帮我从别的馆调来吗",
    ],
)
def test_a_hold_by_another_name(text: str) -> None:
    assert at_hand.wants_held(text)


@pytest.mark.parametrize(
    "text",
    [
        "let me know when new books on whales come in",
        "how long is the waiting list",
        "can you get to the library by bus",
        "有新的科幻书通知我",
        "要排队吗",
    ],
)
def test_and_what_is_none(text: str) -> None:
    assert not at_hand.wants_held(text)


def test_what_we_lack_comes_from_elsewhere(talk: Start) -> None:
    said = talk("en").say("[xyzzy plugh]", "known_item").say("can you get it for me", "place_hold")
    assert "That is for" not in said.text
    assert "/ill" in said.text


def test_what_only_came_near_is_not_in_hand(talk: Start) -> None:
    said = talk("en").say("[dune]", "known_item")
    assert at_hand.in_hand(said.session)
    assert said.session.frame is not None
    said.session.focus, said.session.frame.far = "", True
    said.session.frame.shown = said.session.frame.shown[:1]
    assert not at_hand.in_hand(said.session)


@pytest.mark.parametrize("text", ["ok i'll take it", "i want that one", "就要这本", "我要了"])
def test_who_takes_it_is_told_where_it_is(talk: Start, text: str) -> None:
    said = talk().say("[Wolf Hall]", "known_item").say(text, "cancel", 0.7)
    assert "Wolf Hall" in said.text


@pytest.mark.parametrize("text", ["i'll take the bus", "i want a thriller", "我要一本小说"])
def test_who_takes_something_else_is_not(text: str) -> None:
    assert not wanting.TAKES.search(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how long is it", ["pages"]),
        ("who reads it", ["narrators"]),
        ("谁朗读的", ["narrators"]),
        ("how long can I keep it", []),
        ("谁读过", []),
        ("who reads the newspapers here", []),
    ],
)
def test_length_and_voice(text: str, asked: list[str]) -> None:
    assert [name for name in at_hand.asked_facts(text) if name in ("pages", "narrators")] == asked


@pytest.mark.parametrize(
    ("text", "lent"),
    [
        ("how long can I keep it", True),
        ("how long is it out for", True),
        ("how long is it", False),
        ("how long will it take", False),
    ],
)
def test_a_loan_is_no_length(text: str, lent: bool) -> None:
    assert bool(leaning.LOAN.search(text)) is lent


def test_the_reader_of_a_recording_stands_in_a_note() -> None:
    hit = facts.READ_BY.search("Read by Simon Prebble.")
    assert hit is not None
    assert hit[1] == "Simon Prebble"
    assert facts.READ_BY.search("Widely read in schools.") is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the third harry potter book", True),
        ("第二本哈利波特", True),
        ("the second book", False),
        ("第二本书", False),
    ],
)
def test_a_part_by_the_name_of_its_series(text: str, named: bool) -> None:
    assert bool(sequels.NTH_BOOK.search(text)) is named


def test_the_nth_book_of_no_series_is_a_topic(talk: Start) -> None:
    said = talk("en").say("the [second world war] book", "find_holdings")
    assert said.items
    assert "number 2" not in said.text


def test_the_third_of_a_series_is_its_third_part(talk: Start) -> None:
    said = talk("en").say("[harry potter]", "known_item").say("the third one", "item_details")
    assert said.items[0].title == "Harry Potter and the prisoner of Azkaban"
    said.say("is it available at central", "where_is_it")
    assert {item.title for item in said.items} == {"Harry Potter and the prisoner of Azkaban"}


def test_all_editions(talk: Start) -> None:
    said = talk("en").say("[Pride and prejudice]", "known_item").say("how many editions", "", 0.3)
    assert len({item.format for item in said.items}) > 1


@pytest.mark.parametrize(
    ("text", "order"),
    [("the shortest [tolstoy]", "shortest"), ("托尔斯泰最厚的书", "longest")],
)
def test_the_shortest_of_somebody(talk: Start, text: str, order: str) -> None:
    said = talk().say(text, "find_holdings")
    assert said.session.frame is not None
    assert said.session.frame.order == order


@pytest.mark.parametrize("text", ["a short [history] of nearly everything", "[oldest profession]"])
def test_what_is_no_order_of_anybodys(talk: Start, text: str) -> None:
    said = talk().say(text, "find_holdings")
    assert said.session.frame is not None
    assert not said.session.frame.order


def test_her_essays_are_hers(talk: Start) -> None:
    said = talk("en").say("[le guin]", "find_holdings").say("her [essays]", "find_holdings")
    assert all("Le Guin" in " ".join(item.authors) for item in said.items)


@pytest.mark.parametrize("text", ["does she like her books", "my daughter lost her books"])
def test_whose_books_they_are(text: str) -> None:
    assert not pointing.SAME_AUTHOR.search(text)


@pytest.mark.parametrize(
    ("text", "saved"),
    [("add [Beloved] <and Dune> to my list", 2), ("[save Pride and prejudice]", 1)],
)
def test_titles_that_are_saved_together(talk: Start, text: str, saved: int) -> None:
    assert len(talk("en").say(text, "save_item").session.saved) == saved


def test_what_nobody_wrote_is_no_topic(talk: Start) -> None:
    said = talk("en").say("[Mrs Dalloway]", "known_item").say("her diaries", "find_holdings")
    assert "nothing" in said.text


@pytest.mark.parametrize(
    ("text", "sequel"),
    [
        ("second book in the wolf hall trilogy", True),
        ("what comes after the hunger games", True),
        ("what comes after death", False),
        ("the second book in the room", False),
    ],
)
def test_what_comes_after_a_title(text: str, sequel: bool) -> None:
    assert bool(pointing.SEQUEL.search(text)) is sequel


def test_an_author_is_no_second_title(talk: Start) -> None:
    said = talk("en").say("[persuasion] by jane austen", "known_item")
    assert "but not" not in said.text


def test_the_longest_title_in_a_story() -> None:
    def known(words: str) -> bool:
        return words.casefold() in ("war and peace", "it is", "战争与和平")

    assert titles.longest_in("I want War and Peace but it is so long", known) == "War and Peace"
    assert titles.longest_in("it is too long", known) == ""
    assert titles.longest_in("战争与和平太长了，有缩写本吗", known) == "战争与和平"
