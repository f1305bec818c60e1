"""A good book, whichever: what records tell of that, and what is shown where they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.ask import Ask
from actions.skills import acclaimed
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text",
    [
        "bestsellers",
        "what are the best books of all time?",
        "any of the classics",
        "what's popular at the moment",
        "something by a booker prize winner",
        "award winning novels",
        "a good holiday read",
        "a real page turner please",
        "something I can't put down",
        "有什么畅销书吗",
        "世界名著",
        "诺贝尔文学奖作品",
        "停不下来的书",
        "有什么好书推荐",
    ],
)
def test_a_good_book_whichever(text: str) -> None:
    assert acclaimed.wished(Ask(text=text))


@pytest.mark.parametrize(
    "text",
    [
        "classic cars",
        "a good read on gardening",
        "the best of Sherlock Holmes",
        "winner takes all",
        "how to write a bestseller",
        "my favourites",
        "茅盾文学奖",
        "经典力学",
        "畅销书作者东野圭吾",
    ],
)
def test_a_topic_or_a_title_is_no_such_wish(text: str) -> None:
    assert not acclaimed.wished(Ask(text=text))


def test_what_records_do_not_tell_is_said(talk: Start) -> None:
    said = talk().say("booker prize winner", "find_holdings")
    assert "doesn't say" in said.text
    assert said.session.frame
    assert said.session.frame.filters == {"literary_forms": ["fiction"], "audiences": ["adult"]}


def test_for_whom_and_in_which_language(talk: Start) -> None:
    said = talk("zh").say("适合孩子的经典名著", "find_holdings")
    assert said.session.frame
    assert said.session.frame.filters["languages"] == ["chi"]


def test_what_grips_is_a_kind(talk: Start) -> None:
    said = talk().say("a [page turner] please", "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == "page turners"
