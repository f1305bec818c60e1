"""A form and no more, after an answer that tells of several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
LOANS = '/ask{"entry_id": "loans-how-long"}'


@pytest.mark.parametrize(
    ("language", "asked", "has", "has_not"),
    [
        ("en", "and films", "for 7 days", "21 days"),
        ("en", "what about magazines?", "for 7 days", "21 days"),
        ("en", "audiobooks?", "21 days", "for 7 days"),
        ("zh", "电影呢", "7 天", "21 天"),
        ("zh", "那有声书呢", "21 天", "7 天"),
    ],
)
def test_what_the_answer_tells_of_it_is_told(
    talk: Start, language: str, asked: str, has: str, has_not: str
) -> None:
    said = talk(language).press(LOANS).say(asked, "find_holdings", 1.0)
    assert not said.items
    assert has in said.text
    assert has_not not in said.text


@pytest.mark.parametrize(
    ("entry", "asked"),
    [(LOANS, "[comedy] films"), ('/ask{"entry_id": "wifi"}', "films")],
)
def test_films_of_which_it_tells_nothing_are_looked_for(
    talk: Start, entry: str, asked: str
) -> None:
    said = talk().press(entry).say(asked, "find_holdings", 1.0)
    assert said.items


def test_a_question_on_a_form_is_asked_by_itself(talk: Start) -> None:
    said = talk("zh").press('/ask{"entry_id": "cards-no-address"}').say("怎么用电子书", "databases")
    assert said.effects["knowledge"]["entry_id"] == "ebooks-setup"
