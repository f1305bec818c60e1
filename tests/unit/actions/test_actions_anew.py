"""What is asked by itself after an answer, and a work of ours that no answer tells of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import anew
from actions.live import Live
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def entry(said: Talk) -> str:
    return str(said.effects.get("knowledge", {}).get("entry_id", ""))


@pytest.mark.parametrize(("text", "title"), [("is [dune] in", "Dune"), ("[dune]?", "Dune")])
def test_a_work_of_ours_is_looked_for_after_an_answer(talk: Start, text: str, title: str) -> None:
    said = talk().press('/ask{"entry_id": "renew"}').say(text, "where_is_it", 0.9)
    assert title in said.text + " ".join(said.titles)
    assert not entry(said)


def test_what_no_work_of_ours_is_called_is_asked_of_the_answer(talk: Start) -> None:
    said = (
        talk().press('/ask{"entry_id": "renew"}').say("is [the fee] in there", "where_is_it", 0.9)
    )
    assert entry(said) == "renew"


FACTS = dict.fromkeys(anew.WEIGHTS, 0.0)


@pytest.mark.parametrize(
    ("facts", "given"),
    [
        ({"sure": 0.98, "untold": 1.0, "long": 0.8}, True),  # "can I use JSTOR at home"
        ({"sure": 0.4, "told": 0.6, "told_here": 1.0, "tells": 1.0, "long": 0.3}, False),
    ],
)
def test_the_entry_of_a_message_alone_is_given_where_that_is_likelier(
    talk: Start, live: Live, monkeypatch: pytest.MonkeyPatch, facts: dict[str, float], given: bool
) -> None:
    other = live.knowledge.entry("databases-home")
    monkeypatch.setattr(anew, "signs", lambda *_: (other, FACTS | facts))
    said = talk().press('/ask{"entry_id": "wifi"}').say("and from home?", "help", 0.5)
    assert (entry(said) == "databases-home") is given


def test_a_long_title_is_wanted_whatever_service_has_its_words(talk: Start) -> None:
    said = talk().say("do you have the [postman] always rings twice", "rooms", 0.99)
    assert "postman" in said.titles[0].lower()
    assert not talk().say("do you have rooms for meetings", "rooms", 0.99).items
