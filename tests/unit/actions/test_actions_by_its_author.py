"""Others by whoever wrote a title that is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.model import HoldingsPart
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "intent", "author"),
    [
        ("something by the author of [piranesi]", "known_item", "Clarke"),
        ("what else has the author of [piranesi] written", "known_item", "Clarke"),
        ("books by the person who wrote [gone girl]", "find_holdings", "Flynn"),
        ("anything else by whoever wrote [rebecca]", "find_holdings", "Maurier"),
        ("[三体]的作者还写过什么", "more_like", "慈欣"),
        ("写[活着]的那个作家还有什么书", "more_like", "余华"),
    ],
)
def test_whoever_wrote_a_title_has_others(talk: Start, text: str, intent: str, author: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, intent)
    assert [author in " ".join(one) for one in _authors(said)] == [True], said.text


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("who is the author of [piranesi]", "known_item"),
        ("books about the man who built [the eiffel tower]", "find_holdings"),
        ("[三体]的作者是谁", "known_item"),
    ],
)
def test_nobody_elses_works_are_wanted(talk: Start, text: str, intent: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, intent)
    assert not any(_authors(said))


def _authors(said: Talk) -> list[list[str]]:
    """The authors that each list of the last answer is limited to."""
    lists = [part for part in said.parts if isinstance(part, HoldingsPart)]
    return [one.query.filters.get("authors", []) for one in lists]
