"""Of which form of a work something is asked: the book of a film, who directed or plays, who reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.at_hand import asked_facts
from actions.signs import leaning, wanting
from actions.skills import facts
from index.record import Record
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text", ["书呢", "有原著吗", "原著小说", "小说版呢", "the book then", "is there a novel"]
)
def test_the_book_of_a_film(text: str) -> None:
    assert leaning.AS_BOOK.search(text)


@pytest.mark.parametrize(
    "text", ["书在哪", "小说推荐", "这本书呢？谁写的", "the book of dust", "a book about cats"]
)
def test_what_is_no_wish_for_the_book_of_a_film(text: str) -> None:
    assert not leaning.AS_BOOK.search(text)


@pytest.mark.parametrize(
    ("language", "film", "text"),
    [
        ("zh", "[流浪地球]电影", "书呢"),
        ("zh", "[简爱]的电影", "小说版呢"),
        ("en", "do you have normal people on dvd", "the book then"),
    ],
)
def test_a_film_in_hand_leads_to_its_book(talk: Start, language: str, film: str, text: str) -> None:
    said = talk(language).say(film, "known_item").say(text, "find_holdings", 0.7)
    assert {item.format for item in said.items} == {"book"}
    assert "没有" not in said.text
    assert "don't" not in said.text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("who directed the martian", ["makers"]),
        ("导演是谁", ["makers"]),
        ("who's in it", ["cast"]),
        ("谁主演的", ["cast"]),
        ("多长时间", ["minutes"]),
        ("how long does it run", ["minutes"]),
        ("who wrote it", ["authors"]),
        ("谁写的", ["authors"]),
        ("how long is it", ["pages"]),
        ("who's in charge", []),
        ("可以借多长时间", []),
        ("谁来演讲", []),
    ],
)
def test_who_made_it_is_not_who_wrote_it(text: str, names: list[str]) -> None:
    assert asked_facts(text) == names


@pytest.mark.parametrize(
    ("language", "title", "text", "told"),
    [
        ("en", "[The Martian]", "who directed it", "Ridley Scott"),
        ("en", "[The Martian]", "who's in it", "Matt Damon"),
        ("en", "[The Martian]", "who wrote it", "is by Andy Weir."),
        ("en", "[Matilda]", "who reads it", "Kate Winslet"),
        ("en", "[Wolf Hall]", "who directed it", "doesn't say who directed"),
        ("zh", "[活着]的电影", "导演是谁", "张艺谋"),
        ("zh", "[三体]", "谁写的", "刘慈欣"),
    ],
)
def test_what_is_asked_of_a_film_or_a_recording(
    talk: Start, language: str, title: str, text: str, told: str
) -> None:
    said = talk(language).say(title, "known_item").say(text, "item_details", 0.7)
    assert told in said.text


def test_who_wrote_a_film_is_told_of_the_book(talk: Start) -> None:
    said = talk("zh").say("[三体]", "known_item").say("谁导演的", "item_details", 0.7)
    assert "杨磊" in said.text
    assert "刘慈欣" in said.say("谁写的", "item_details", 0.7).text


def test_a_translation_is_of_a_text(talk: Start) -> None:
    said = talk("zh").say("[傲慢与偏见]", "known_item").say("电影呢", "refine", 0.7)
    assert {item.format for item in said.items} == {"film"}
    said.say("那书有几个译本", "item_details", 0.7)
    assert "film" not in {item.format for item in said.items}


def test_the_one_whose_title_a_few_words_tell_is_in_hand(talk: Start) -> None:
    said = talk("zh").say("[民法典]", "find_holdings").say("可以借回家吗", "refine", 0.7)
    assert "不外借" in said.text
    assert talk("en").say("books about trees", "find_holdings").session.focus == ""


@pytest.mark.parametrize("text", ["can I get that today", "can i collect it now", "今天能借到吗"])
def test_whether_it_can_be_had_today(text: str) -> None:
    assert wanting.TAKEN_HOME.search(text)


@pytest.mark.parametrize(
    "text", ["can I get a card today", "can I get help with it", "今天能办证吗"]
)
def test_what_is_no_wish_to_take_it(text: str) -> None:
    assert not wanting.TAKEN_HOME.search(text)


def test_another_number_of_the_only_one_is_its_next_part(talk: Start) -> None:
    said = (
        talk("en").say("do you have [heartstopper]", "known_item").say("number 2", "show_more", 0.5)
    )
    assert "number 2" in said.text
    assert len(said.items) == 1


def test_the_shortest_of_somebody_is_not_of_the_item_in_hand(talk: Start) -> None:
    said = talk("zh").say("[活着]", "known_item").say("余华最薄的一本是哪个", "item_details", 0.7)
    assert len(said.items) > 1
    said.say("最薄的是哪本", "item_details", 0.7)
    assert len(said.items) == 1


@pytest.mark.parametrize("text", ["怎么下载", "how do I download it"])
def test_an_e_book_is_downloaded_and_no_article(talk: Start, text: str) -> None:
    said = talk("en").say("[Wuthering Heights] ebook", "known_item").say(text, "research", 0.7)
    assert "ebooks" in said.text


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (
            ("Widescreen.", "Matt Damon, Jessica Chastain.", "In English."),
            "Matt Damon, Jessica Chastain",
        ),
        (
            ("Cast: Matt Damon", "Also with Damon, Matt, as himself."),
            "Cast: Matt Damon; Also with Damon, Matt, as himself",
        ),
        (("Widescreen.",), "Alone on Mars."),
        ((), "Alone on Mars."),
    ],
)
def test_of_the_notes_only_those_on_the_cast_are_told(notes: tuple[str, ...], told: str) -> None:
    film = Record(
        id="1", title="The Martian", authors=("Scott, Ridley", "Damon, Matt"), format="film",
        notes=notes, summary="Alone on Mars.",
    )  # fmt: skip
    assert facts.cast_of(film) == told


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("zh", "[小王子]", "有原版吗"),
        ("zh", "[小王子]", "有没有原文的"),
        ("en", "the hobbit in chinese", "do you have it in the original"),
        ("en", "[The little prince]", "what about the original language"),
    ],
)
def test_the_original_is_the_edition_in_its_first_language(
    talk: Start, language: str, title: str, text: str
) -> None:
    said = talk(language).say(title, "known_item").say(text, "find_holdings", 0.7)
    assert {item.language for item in said.items} == {"eng" if "hobbit" in title else "fre"}


@pytest.mark.parametrize(
    "text", ["原价多少", "an original story", "the original owner", "原来如此"]
)
def test_what_asks_for_no_original(text: str) -> None:
    assert not leaning.ORIGINAL.search(text)
