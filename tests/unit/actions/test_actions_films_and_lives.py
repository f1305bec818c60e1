"""After a list: works about the author, and films by their age or country."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.session import Frame
from actions.signs import orders
from actions.skills import beside
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "text", "about"),
    [
        ("en", "books about her", True),
        ("en", "anything about her life", True),
        ("en", "a biography of her", True),
        ("en", "her life story", True),
        ("zh", "介绍他生平的呢", True),
        ("zh", "有他的传记吗", True),
        ("zh", "想看写他的书", True),
        ("zh", "关于作者的资料", True),
        ("en", "more by her", False),
        ("en", "books about life", False),
        ("en", "her other books", False),
        ("zh", "他的小说呢", False),
        ("zh", "他写的书", False),
        ("zh", "关于猫的书", False),
    ],
)
def test_a_life_of_the_author_is_no_work_of_theirs(
    talk: Start, language: str, text: str, about: bool
) -> None:
    said = talk(language)
    said.session.topic = "holdings"
    said.session.frames = [Frame(filters={"authors": ["Jane Austen"]})]
    frame = said.say(text, "find_holdings").session.frame
    assert frame is not None
    assert (frame.without == {"authors": ["Jane Austen"]}) == about


def test_without_an_author_nobody_is_meant(talk: Start) -> None:
    said = talk("en").say("[gardening]", "find_holdings").say("books about her", "find_holdings")
    assert said.session.frame is not None
    assert not said.session.frame.without


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("do you have old movies", "oldest"),
        ("有没有老电影", "oldest"),
        ("老片子呢", "oldest"),
        ("the old film festival", ""),
        ("老电影院的历史", ""),
        ("电影", ""),
    ],
)
def test_old_films_come_first(text: str, order: str) -> None:
    assert orders.of_a_clause(text) == order
    assert orders.said(text) == order


@pytest.mark.parametrize(
    ("text", "before", "wanted"),
    [
        ("日本的", {"formats": ["film"]}, {"languages": ["jpn"]}),
        ("有法国的吗", {"formats": ["film"]}, {"languages": ["fre"]}),
        ("要韩国的", {"formats": ["film"]}, {"languages": ["kor"]}),
        ("日本的", {"literary_forms": ["fiction"]}, {"literatures": ["jpn"]}),
        ("美国的", {"literary_forms": ["fiction"]}, {"languages": ["eng"]}),
        ("日本的", {"formats": ["book"]}, {}),
        ("日本历史的", {"formats": ["film"]}, {}),
        ("老的", {"formats": ["film"]}, {}),
    ],
)
def test_films_of_a_country_are_told_by_their_language_and_stories_by_their_literature(
    text: str, before: dict[str, list[str]], wanted: dict[str, list[str]]
) -> None:
    assert beside.of_its_country(text, Frame(filters=before)) == wanted
    assert (
        not beside.of_its_country(text, Frame(text="二战", filters=before)) or "formats" in before
    )


@pytest.mark.parametrize(
    ("language", "text", "words", "wanted"),
    [
        ("en", "translated fiction", "", {"languages": ["eng"], "literatures": ["translated"]}),
        ("zh", "外国文学", "", {"languages": ["chi"], "literatures": ["translated"]}),
        ("en", "hungarian [crime]", "hungarian crime", {}),
    ],
)
def test_a_literature_is_a_filter_where_we_have_some_of_it(
    talk: Start, language: str, text: str, words: str, wanted: dict[str, list[str]]
) -> None:
    frame = talk(language).say(text, "find_holdings").session.frame
    assert frame is not None
    assert frame.text == words
    assert {k: v for k, v in frame.filters.items() if k != "literary_forms"} == wanted
