"""What is asked of the item in hand or of the list: when it is back, in what order, cited how."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.at_hand import asked_facts
from actions.signs import leaning, orders
from assistant.engine.understanding.instead import GIVES_UP
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("newer please", "newest"),
        ("could you show me the newest ones, please", "newest"),
        ("not too old", "newest"),
        ("nothing too long", "shortest"),
        ("these are too long", "shortest"),
        ("I'd prefer longer ones", "longest"),
        ("older", "oldest"),
        ("新一点的可以吗", "newest"),
        ("短一点的，谢谢", "shortest"),
        ("别太厚的吧", "shortest"),
        ("太旧了", "newest"),
        ("老一点的", "oldest"),
        ("older than that", "oldest"),
        ("something more modern", "newest"),
        ("modern art", ""),
        ("how long is it", ""),
        ("short stories", ""),
        ("长吗", ""),
        ("早", ""),
        ("新书", ""),
    ],
)
def test_an_order_is_told_whatever_polite_words_stand_around_it(text: str, order: str) -> None:
    assert orders.bare(text) == order


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("newest to oldest", "newest"),
        ("oldest to newest", "oldest"),
        ("sort by year please", "newest"),
        ("sort them by title", "title"),
        ("按书名排", "title"),
    ],
)
def test_an_order_among_other_words(text: str, order: str) -> None:
    assert orders.said(text) == order


def test_length_is_no_author(talk: Start) -> None:
    said = talk("en").say("books by Jane Austen", "find_holdings").say("not long", "refine")
    assert "shortest first" in said.text
    assert said.session.frame is not None
    assert said.session.frame.filters["authors"] == ["Jane Austen"]


def test_a_tone_that_is_not_wanted_brings_no_more_of_it(talk: Start) -> None:
    said = (
        talk("en").say("[ghost stories]", "find_holdings").say("nothing too scary", "find_holdings")
    )
    assert "without" in said.text
    assert said.session.frame is not None
    assert said.session.frame.without["words"] == ["horror", "ghost stories"]
    assert "不要" in talk("zh").say("[鬼故事]", "find_holdings").say("不要太恐怖的", "deny").text


@pytest.mark.parametrize(
    ("language", "title", "text", "told"),
    [
        ("en", "[Dune]", "when is it back", "is in now"),
        ("en", "[Dune]", "when is it due back", "comes back to East Branch"),
        ("en", "[Dune]", "is it out", "No, “Dune” is in"),
        ("en", "[Wolf Hall]", "how long is the waitlist", "out just now"),
        ("en", "[Dune]", "when do I have to return it", "21 days"),
        ("zh", "[三体]", "什么时候还回来", "现在就在架"),
        ("zh", "[三体]", "借走了吗", "没有借走"),
        ("zh", "[三体]", "什么时候能借到", "还回东馆"),
        ("zh", "[三体]", "几号要还", "21 天"),
    ],
)
def test_when_it_is_back_is_no_loan_period(
    talk: Start, language: str, title: str, text: str, told: str
) -> None:
    assert told in talk(language).say(title, "known_item").say(text, "where_is_it", 0.8).text


def test_what_the_reader_has_at_home_is_told_by_the_account() -> None:
    assert leaning.OWN_LOANS.search("when are my books due back")
    assert leaning.OWN_LOANS.search("我借的书什么时候还")
    assert not leaning.OWN_LOANS.search("when is it due back")


def test_the_item_is_still_in_hand_after_a_hold(talk: Start) -> None:
    said = talk("en").say("[Wolf Hall]", "known_item").say("can I reserve it", "place_hold")
    assert "out just now" in said.say("when is it due", "renew").text
    said = talk("zh").say("[三体]", "known_item").say("能帮我预约吗", "place_hold")
    assert said.titles == ["三体"]
    assert "总馆" in said.say("它在哪", "directions").text


@pytest.mark.parametrize(
    ("language", "title", "text", "cited"),
    [
        ("zh", "[许三观卖血记]", "怎么引用这本 MLA", "余华. 许三观卖血记."),
        ("zh", "[许三观卖血记]", "换APA", "余华. (2012)"),
        ("zh", "[许三观卖血记]", "APA引用[三体]", "刘慈欣. (2008)"),
        ("en", "[Dune]", "how do I cite this in Harvard", "Herbert"),
        ("en", "[Dune]", "cite [Sapiens] in APA", "Harari"),
    ],
)
def test_a_style_is_of_the_item_or_of_the_title_named(
    talk: Start, language: str, title: str, text: str, cited: str
) -> None:
    said = talk(language).say(title, "known_item").say(text, "citation_help")
    assert cited in next(part.text for part in said.parts if part.type == "citation")


def test_a_search_without_results_leaves_the_numbers_as_they_were(talk: Start) -> None:
    said = talk("en").say("books by Jane Austen", "find_holdings")
    first = said.titles[0]
    said.say("in Welsh", "refine")
    assert not said.titles
    assert said.say("is the first one in?", "where_is_it").titles[0] == first


def test_a_branch_that_has_some_narrows_the_list(talk: Start) -> None:
    said = talk("zh").say("鲁迅的书", "find_holdings").say("在河滨馆有吗", "directions")
    assert said.session.frame is not None
    assert said.session.frame.filters["branches"] == ["RIV"]
    said = talk("en").say("books by Jane Austen", "find_holdings").say("any at East?", "directions")
    assert said.session.frame is not None
    assert said.session.frame.filters["branches"] == ["EAST"]


def test_a_work_on_a_screen_or_a_phone_is_an_edition_of_it(talk: Start) -> None:
    said = talk("zh").say("[红楼梦]", "known_item").say("有没有电视剧", "known_item")
    assert [item.format for item in said.items] == ["film"]
    said = talk("en").say("[Pride and prejudice] audiobook", "known_item")
    assert {item.format for item in said.say("is it on cd", "known_item").items} == {"audiobook"}
    said.say("how do I get it on my phone", "databases")
    assert {item.format for item in said.items} == {"ebook"}


def test_one_is_described_that_is_further_down_the_list(talk: Start) -> None:
    said = talk("en").say("poetry books", "find_holdings")
    assert "Ariel" not in said.titles
    assert said.say("the [Plath] one", "known_item").titles == ["Ariel"]


def test_parts_of_a_series_are_listed_in_its_order(talk: Start) -> None:
    said = talk("en").say("[Harry Potter]", "known_item")
    assert said.titles[0] == "Harry Potter and the philosopher's stone"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("scrap that, poetry", "poetry"),
        ("no wait, forget that. birds", "birds"),
        ("never mind, show me all formats", "show me all formats"),
        ("算了，给我找诗集", "给我找诗集"),
        ("算了，还是历史吧", "历史吧"),
        ("forget that", "forget that"),
        ("算了", "算了"),
    ],
)
def test_what_is_given_up_is_taken_off(text: str, rest: str) -> None:
    assert GIVES_UP.sub("", text, 1) == rest


def test_what_follows_is_the_new_topic(talk: Start) -> None:
    said = talk("en").say("[gardening]", "find_holdings").say("scrap that, [baking]", "cancel")
    assert said.session.frame is not None
    assert said.session.frame.text == "baking"
    assert talk("zh").say("[园艺]", "find_holdings").say("算了，[诗集]", "cancel").titles
    said = talk("en").say("[gardening]", "find_holdings").say("never mind, thanks", "cancel")
    assert not said.titles


def test_the_conversation_is_named_where_it_is_to_go(talk: Start) -> None:
    start = talk("en").say("[gardening]", "find_holdings")
    said = start.say("forget that, delete everything", "forget_me")
    assert any("/forget" in payload for payload in said.payloads)


def test_a_yes_shows_the_first_that_was_guessed(talk: Start) -> None:
    said = talk("en").say("[mockingbird]", "find_holdings").say("yes thats it", "affirm")
    assert "the first of these" in said.text


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("三体适合10岁孩子吗", True),
        ("适合小学生吗", True),
        ("十岁的孩子能看吗", True),
        ("is the hobbit suitable for my 8 year old", True),
        ("are these books suitable for children", True),
        ("有适合10岁男孩的书吗", False),
        ("适合8岁孩子看的书有哪些", False),
        ("6岁的孩子能读的故事书有吗", False),
        ("is there a book suitable for my 8 year old", False),
        ("anything good for 8 year olds?", False),
    ],
)
def test_whom_a_title_suits_is_a_fact_and_what_suits_a_reader_a_wish(
    text: str, asked: bool
) -> None:
    assert ("audience" in asked_facts(text)) is asked


@pytest.mark.parametrize(("language", "text"), [("zh", "大字的最好"), ("en", "large print please")])
def test_a_form_alone_is_a_search(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "out_of_scope", 0.3)
    assert said.items
    assert {item.format for item in said.items} == {"large_print"}


def test_words_of_no_form_are_none(talk: Start) -> None:
    assert not talk("zh").say("最好的", "out_of_scope", 0.3).items
    assert not talk().say("preferably", "out_of_scope", 0.3).items
