"""Titles that we do not have: that is said, and what merely resembles them is no answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "do you have [the secret history]", "known_item"),
        ("en", "[the midnight library]", "find_holdings"),
        ("en", "[me before you]", "go_back"),
        ("zh", "[房思琪的初恋乐园]", "find_holdings"),
        ("zh", "[乌合之众]", "out_of_scope"),
    ],
)
def test_a_known_work_that_we_lack_is_said_to_be_lacking(
    talk: Start, language: str, text: str, intent: str
) -> None:
    said = talk(language).say(text, intent, 0.7)
    assert "We don't have" in said.text or "馆里没有" in said.text
    assert not said.titles


@pytest.mark.parametrize("text", ["the secret life of hedges", "the hidden castle of time"])
def test_what_only_resembles_a_title_is_told_to_be_near(talk: Start, text: str) -> None:
    said = talk().say(f"[{text}]", "find_holdings")
    assert "found nothing" in said.text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "do you have [the kite runner]"),
        ("en", "[the hidden life of trees]"),
        ("en", "[the secret garden]"),
        ("zh", "[百年孤独]"),
    ],
)
def test_a_work_that_we_have_is_shown(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "known_item")
    assert said.titles
    assert "found nothing" not in said.text


def test_a_word_of_a_title_is_no_title(talk: Start) -> None:
    said = talk().say("books for teenagers about [horses]", "find_holdings")
    assert "Slow horses" not in said.text


def test_a_title_of_one_word_in_a_language_that_it_is_not_in(talk: Start) -> None:
    said = talk().say("[emma] in chinese", "known_item")
    assert "We don't have “Emma” in Chinese" in said.text
