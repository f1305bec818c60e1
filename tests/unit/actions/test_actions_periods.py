"""Hours at a time of the year, when we open again, and a branch that is asked for with few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from actions.periods import period
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
    named = period(text, talk().dialogue.services.library, TODAY)
    assert (named and named[0]) == first


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
    said = talk("zh").say("总馆明天开吗", "hours").say("东馆有[研修]间吗", "rooms")
    assert not said.text.startswith("东馆明天")


@pytest.mark.parametrize("text", ["寒假期间开放时间有变化吗", "are your hours different in winter"])
def test_days_that_differ_within_a_season_are_told(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours").text
    days = ("12月24", "12月28", "1月1") if text[0] == "寒" else ("24 Dec", "28 Dec", "1 January")
    assert all(day in said for day in days)


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        ("may [bank holiday]", ["3 May 2027", "31 May 2027"], "December"),
        ("[bank holiday] monday in may", ["3 May 2027", "31 May 2027"], "December"),
        ("august bank holiday opening", ["30 August 2027"], "December"),
        ("八月的银行假日", ["2027年8月30日"], "12月"),
        ("你们放寒假吗", ["12月25日", "1月1日"], "3月"),
        ("bank holiday opening", ["25 December"], "May"),
        ("银行假日开吗", ["12月25日"], "5月"),
    ],
)
def test_closed_days_within_the_month_named(
    talk: Start, text: str, told: list[str], not_told: str
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours").text
    assert all(day in said for day in told)
    assert not_told not in said


@pytest.mark.parametrize("text", ["do you open at easter", "复活节开门吗"])
def test_easter_is_all_its_days(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours").text
    assert ("Good Friday" in said and "Easter Monday" in said) or (
        "受难日" in said and "星期一" in said
    )


@pytest.mark.parametrize("text", ["are you open on easter monday", "复活节星期一开门吗"])
def test_one_day_of_easter_is_that_day(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours").text
    assert "Good Friday" not in said
    assert "受难日" not in said


def test_open_again_after_a_day_of_short_hours(talk: Start) -> None:
    said = talk().say("are you open on new year's eve", "hours")
    assert "2 January" in said.say("when do you open again after that", "hours").text
    said = talk("zh").say("12月31号开吗", "hours")
    assert "1月2日" in said.say("之后什么时候再开门", "hours").text


def test_open_again_on_a_day_named_is_that_day(talk: Start) -> None:
    assert "4 January" in talk().say("are you open again on 4 january", "hours").text
    assert "1月4日" in talk("zh").say("1月4号重新开门吗", "hours").text


@pytest.mark.parametrize("text", ["do you close for lunch at east", "东馆中午关门？"])
def test_a_break_at_midday_is_told(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours").text
    assert any(
        told in said for told in ("closes at midday, 13:00 to 14:00", "中午 13:00–14:00 休息")
    )


def test_no_break_is_told_where_there_is_none_or_none_is_asked(talk: Start) -> None:
    assert "does not close" in talk().say("does central close for lunch", "hours").text
    assert "midday" not in talk().say("when is east open", "hours").text
    assert "休息" not in talk("zh").say("东馆几点开门", "hours").text


@pytest.mark.parametrize("text", ["is that true in august too", "same in summer?", "八月有变化吗"])
def test_hours_go_on_to_a_time_of_the_year(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say("when are you open on saturday", "hours")
    assert "2027" in said.say(text, "out_of_scope", 0.9).text


@pytest.mark.parametrize("text", ["今晚总馆开到几点", "周四开到几点", "closing time friday"])
def test_until_when_is_about_hours(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "food_drink", 0.4)
    assert not any("café" in one or "咖啡" in one for one in [said.text])
