"""Names that a message has among other words, and plain asks for what may be held or not."""

from __future__ import annotations

import pytest

from actions.signs import asking
from actions.titles import longest_in, telling_part


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("do you have fawlty towers", True),
        ("do you have peppa pig", True),
        ("is there anything on bitcoin", True),
        ("got anything about crypto", True),
        ("do you have a girlfriend", False),
        ("do you have any friends", False),
        ("what do you think about the government", False),
    ],
)
def test_a_plain_ask_for_something(text: str, asks: bool) -> None:
    assert bool(asking.FOR_IT.search(text)) == asks


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("鲁迅还有什么书", True),
        ("余华还有别的吗", True),
        ("还有什么时候开门", False),
        ("鲁迅的书", False),
    ],
)
def test_more_of_somebody(text: str, more: bool) -> None:
    assert bool(asking.MORE_OF.search(text)) == more


def test_a_clause_that_names_nothing_is_left_out():
    assert telling_part("agatha cristie, which ones") == "agatha cristie"
    assert telling_part("salt, fat, acid, heat") == "salt, fat, acid, heat"
    assert telling_part("梁实秋, 谈吃") == "梁实秋, 谈吃"


def test_a_title_without_capitals_is_one_where_it_is_known_to_be():
    def known(words: str) -> bool:
        return words == "wild swans"

    assert longest_in("mum wants wild swans", known, 2) == "wild swans"
    assert longest_in("mum wants wild swans", known) == ""
