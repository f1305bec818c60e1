"""How a film is to be, textbooks for learners, what will do as well, and another topic."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "text", "mood"),
    [
        ("en", "a funny film for tonight", "funny"),
        ("zh", "今晚想看个搞笑的电影", "搞笑"),
        ("en", "nothing too scary, a film", ""),
        ("en", "a film for tonight", ""),
    ],
)
def test_how_a_film_is_to_be(talk: Start, language: str, text: str, mood: str) -> None:
    said = talk(language).say(text, "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == mood


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh", "学[英语]的教材", True),
        ("en", "textbooks for [learning english]", True),
        ("en", "the textbook for my [english] course", False),
        ("zh", "[高等数学]教材", False),
    ],
)
def test_textbooks_for_learners(talk: Start, language: str, text: str, *, found: bool) -> None:
    said = talk(language).say(text, "course_reserves")
    assert (said.session.topic == "holdings") is found


@pytest.mark.parametrize(
    ("language", "first", "second", "formats"),
    [
        ("zh", "侦探小说的大字本", "电子书也可以", ["large_print", "ebook"]),
        ("en", "detective novels in large print", "an ebook is fine too", ["large_print", "ebook"]),
        ("en", "detective novels in large print", "an ebook instead", ["ebook"]),
    ],
)
def test_what_will_do_as_well(
    talk: Start, language: str, first: str, second: str, formats: list[str]
) -> None:
    said = talk(language).say(first, "find_holdings").say(second, "refine")
    assert said.session.frame
    assert said.session.frame.filters["formats"] == formats


def test_something_like_a_title_without_its_article(talk: Start) -> None:
    said = talk().say("something like the <hobbit>", "more_like")
    assert said.session.frame
    assert said.session.frame.like


@pytest.mark.parametrize(
    ("language", "first", "second", "intent"),
    [
        ("zh", "关于[茶]的书", "那[咖啡]呢", "affirm"),
        ("en", "books about [tea]", "what about [coffee]", "help"),
    ],
)
def test_another_topic_after_a_list(
    talk: Start, language: str, first: str, second: str, intent: str
) -> None:
    said = talk(language).say(first, "find_holdings").say(second, intent, 0.55)
    assert said.session.frame
    assert said.session.frame.text in ("咖啡", "coffee")


@pytest.mark.parametrize(
    ("second", "intent"), [("what about [wifi]", "computers_wifi"), ("that's fine", "affirm")]
)
def test_a_service_after_a_list_is_no_topic(talk: Start, second: str, intent: str) -> None:
    said = talk().say("books about [tea]", "find_holdings").say(second, intent, 0.95)
    assert said.session.frame
    assert said.session.frame.text == "tea"


@pytest.mark.parametrize(
    ("language", "text", "words", "order"),
    [
        ("en", "books that will make me cry", "make me cry", ""),
        ("en", "audiobooks for a [car journey]", "", ""),
        ("en", "books about [flight]", "flight", ""),
        ("en", "a [thriller], not too long", "thriller", "shortest"),
        ("zh", "想看[悬疑]的，要短一点", "悬疑", "shortest"),
        ("zh", "适合高中生看的科普", "科普", ""),
        ("zh", "适合高中生看的书", "", ""),
        ("zh", "给孩子看的", "", ""),
    ],
)
def test_what_a_first_wish_is_for(
    talk: Start, language: str, text: str, words: str, order: str
) -> None:
    said = talk(language).say(text, "find_holdings")
    assert said.session.frame
    assert (said.session.frame.text, said.session.frame.order) == (words, order)


@pytest.mark.parametrize(
    ("language", "topic", "text", "told"),
    [
        ("zh", "关于[二战]的小说", "不要外国的", "目录里没写"),
        ("en", "[knitting]", "with pictures please", "pictures"),
        ("en", "[cookbooks]", "for beginners", "Nothing here says"),
    ],
)
def test_what_no_filter_tells(talk: Start, language: str, topic: str, text: str, told: str) -> None:
    said = talk(language).say(topic, "find_holdings").say(text, "find_holdings", 0.96)
    assert told in said.text


def test_a_title_of_which_only_a_part_was_read(talk: Start) -> None:
    said = talk().say("i finished project <hail mary>, something similar?", "find_holdings")
    assert said.session.frame
    assert said.session.frame.like


def test_an_author_is_no_exception(talk: Start) -> None:
    said = talk().say("anything by margaret atwood except the handmaid's tale", "known_item")
    assert said.session.frame
    assert said.session.frame.filters["authors"] == ["margaret atwood"]


def test_no_order_by_length_where_no_record_tells_it(talk: Start) -> None:
    said = talk().say("stories about [dragons] for children", "find_holdings")
    said = said.say("shorter", "refine")
    assert "shortest first" not in said.text or "number of pages" not in said.text


@pytest.mark.parametrize(
    ("language", "text", "like"),
    [
        ("zh", "看完<活着>很难过，想看点[开心]的", False),
        ("zh", "看完<活着>，想看类似的", True),
        ("en", "<A little life> was so sad, I want something funny", False),
    ],
)
def test_nothing_like_what_made_sad(talk: Start, language: str, text: str, *, like: bool) -> None:
    said = talk(language).say(text, "find_holdings")
    assert said.session.frame
    assert bool(said.session.frame.like) is like
