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
    ("text", "formats", "language"),
    [
        ("日本的", ["film"], "jpn"),
        ("有法国的吗", ["film"], "fre"),
        ("要韩国的", ["film"], "kor"),
        ("日本的", ["book"], ""),
        ("日本历史的", ["film"], ""),
        ("老的", ["film"], ""),
    ],
)
def test_films_of_a_country_are_told_by_their_language(
    text: str, formats: list[str], language: str
) -> None:
    found = beside.of_its_country(text, Frame(filters={"formats": formats}))
    assert found == ({"languages": [language]} if language else {})
