"""Hours at a time of the year, when we open again, and a branch that is asked for with few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from actions.periods import period_from
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("what are the hours in august", date(2027, 8, 1)),
        ("open in july?", date(2027, 7, 20)),  # where a season of ours begins
        ("and in the summer", date(2027, 7, 20)),
        ("暑假几点开门", date(2027, 7, 20)),
        ("三月份开门时间", date(2027, 3, 1)),
        ("十一月开吗", TODAY),
        ("over the winter", date(2026, 12, 1)),
        ("open on 3 august", None),
        ("8月3日开吗", None),
        ("may I come in at 9", None),
        ("march 3rd?", None),
        ("the summer reading challenge", None),
        ("are you open on sunday", None),
    ],
)
def test_a_time_of_the_year_begins_on(talk: Start, text: str, first: date | None) -> None:
    assert period_from(text, talk().dialogue.services.library, TODAY) == first


def test_the_week_of_a_season_is_told_with_its_reason(talk: Start) -> None:
    said = talk().say("what are your hours in the summer at riverside", "hours")
    assert said.text.startswith("From Tuesday 20 July 2027 Riverside Branch is open (summer")
    assert "Saturday: 10:00–16:00" in said.text


def test_a_season_stays_until_another_time_is_asked(talk: Start) -> None:
    said = talk("zh").say("河滨馆周六开吗", "hours").say("暑假呢", "hours")
    assert "2027年7月24日" in said.text
    assert "2027年7月22日" in said.say("周四呢", "hours").text
    assert "2027" not in said.say("明天呢", "hours").text


@pytest.mark.parametrize("text", ["when do you open again after new year", "元旦之后哪天开门"])
def test_after_closed_days_we_tell_when_we_open(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert "09:30" in said.text
    assert "31" not in said.text


@pytest.mark.parametrize("text", ["东馆也是吗", "我是说东馆"])
def test_a_branch_in_few_words_goes_on(talk: Start, text: str) -> None:
    said = talk("zh").say("总馆明天开吗", "hours").say(text, "where_is_it", 0.7)
    assert said.text.startswith("东馆明天")


def test_another_request_for_a_branch_does_not_go_on(talk: Start) -> None:
    said = talk("zh").say("总馆明天开吗", "hours").say("东馆有研修间吗", "rooms")
    assert not said.text.startswith("东馆明天")
