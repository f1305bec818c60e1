"""What happens in a book is searched for whole; what is said to us is no plot."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.engine.understanding.reader import Reader
from tests.marks import read_marks

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("line", "query"),
    [
        (
            "the girl goes missing and everyone [suspects] the husband",
            "the girl goes missing and everyone suspects the husband",
        ),
        ("film where a [man relives the same] day", "a man relives the same day"),
        ("a book about a [boy] who is stranded with a tiger", "a boy who is stranded with a tiger"),
        ("the [great gatsby] has a green light at the end", "the great gatsby"),
        ("a [knitting] pattern that is easy for my nan", "knitting"),
        ("two sisters and a [boat]", "boat"),
    ],
)
def test_a_plot_is_searched_for_whole(line: str, query: str) -> None:
    text, tags = read_marks(line)
    found = Reader().read(text, TODAY, tags)
    assert [one.value for one in found if one.entity == "query"] == [query]


@pytest.mark.parametrize(
    ("line", "likes"),
    [
        ("like the [da vinci code]", ["the da vinci code"]),
        ("what should i read if i liked the [da vinci code]", ["the da vinci code"]),
        ("i read [the hunger games] in a weekend. what next?", ["the hunger games"]),
        ("i'd like a [card]", []),
        ("like a [virgin]", []),
        ("what if i liked it", []),
    ],
)
def test_what_more_is_wanted_like(line: str, likes: list[str]) -> None:
    text, tags = read_marks(line)
    found = Reader().read(text, TODAY, tags)
    assert [one.value for one in found if one.entity == "like"] == likes
