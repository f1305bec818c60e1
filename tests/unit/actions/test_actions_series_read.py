"""What to read after a whole series, and newer editions of what is in hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import asking, facts
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("zh", "<哈利波特>我全看过了，还有什么类似的", "Potter"),
        ("zh", "<三体>全看完了，接下来看什么", "三体"),
        ("en", "I've read all of <Harry Potter>, what next", "Potter"),
    ],
)
def test_no_part_of_a_series_that_was_read(
    talk: Start, language: str, text: str, read: str
) -> None:
    said = talk(language).say(text, "more_like")
    assert said.session.frame
    assert said.session.frame.like
    assert said.titles
    assert not [title for title in said.titles if read in title]


def test_the_next_part_after_one_that_was_read(talk: Start) -> None:
    said = talk().say("I loved <A wizard of Earthsea>, what next", "more_like")
    assert said.titles == ["The tombs of Atuan"]


@pytest.mark.parametrize("text", ["三体全看完了", "都看过了", "整套读完了", "read all of it"])
def test_signs_of_a_series_read(text: str) -> None:
    assert asking.READ_ALL.search(text)


@pytest.mark.parametrize("text", ["三体看完了", "i loved Emma", "看过第一本"])
def test_one_work_read(text: str) -> None:
    assert not asking.READ_ALL.search(text)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("zh", "[红楼梦]", "有没有新一点的版本"),
        ("en", "[pride and prejudice]", "is there a newer edition"),
    ],
)
def test_newer_editions_of_the_item_in_hand(
    talk: Start, language: str, title: str, text: str
) -> None:
    said = talk(language).say(title, "known_item").say(text, "refine")
    years = [item.year or 0 for item in said.items]
    assert len(years) > 1
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize("text", ["newer ones", "新一点的", "新版权法", "the latest news"])
def test_other_new_things_are_no_editions(text: str) -> None:
    assert not facts.NEWER.search(text)


@pytest.mark.parametrize("text", ["[三体]第二部有吗", "<三体>看完了，第二部呢"])
def test_a_part_that_is_named_is_no_likeness(talk: Start, text: str) -> None:
    said = talk("zh").say(text, "more_like", 0.91)
    assert said.titles == ["三体. II. 黑暗森林"]
