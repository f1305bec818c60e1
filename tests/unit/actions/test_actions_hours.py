"""Questions about hours: several days, today when no day is named, feasts, and what is no branch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
SUNDAY = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)


def sources(said: Talk) -> list[str]:
    return [s.id for part in said.parts if part.type == "sources" for s in part.sources]


@pytest.mark.parametrize(
    ("text", "intent", "words"),
    [
        ("12月24号几点关", "out_of_scope", ["12月24日", "13:00"]),
        ("12月25号开吗", "out_of_scope", ["12月25日", "圣诞节"]),
        ("is it open at 7pm", "out_of_scope", ["today at 19:00"]),
        ("new years day?", "hours", ["Friday 1 January 2027", "New Year's Day"]),
        ("the 31st", "known_item", ["Thursday 31 December"]),
        ("12/24", "out_of_scope", ["Thursday 24 December"]),
        ("east branch on the 31st", "where_is_it", ["East Branch", "Thursday 31 December"]),
    ],
)
def test_a_day_and_whether_we_are_open_is_about_hours(
    talk: Start, text: str, intent: str, words: list[str]
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, intent, 0.98, near=-0.2)
    assert sources(said) == ["hours"]
    assert all(word in said.text for word in words)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("明天的火车几点", "out_of_scope"),
        ("is the bank open tomorrow", "out_of_scope"),
        ("book a room on saturday, open plan", "rooms"),
    ],
)
def test_a_day_alone_makes_no_question_about_hours(talk: Start, text: str, intent: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, intent, 0.98)
    assert sources(said) != ["hours"]


@pytest.mark.parametrize("text", ["open at the weekend?", "周末开吗", "周六周日开门吗"])
def test_both_days_of_the_weekend_are_told(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert "09:30–17:00" in said.text
    assert "13:00–17:00" in said.text


def test_a_row_of_days_is_told_day_by_day(talk: Start) -> None:
    said = talk("zh").say("12月25号到1月1号开吗", "out_of_scope", 0.7)
    assert said.text.count("•") == 8
    assert "银行假日补假" in said.text
    assert talk().say("are you open from friday to monday", "hours").text.count("•") == 4


@pytest.mark.parametrize("text", ["what time do you close", "几点关门", "几点下班", "还有多久关门"])
def test_a_time_without_a_day_is_todays(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert said.text.startswith(("Today we are open", "今天各馆开放时间"))
    assert said.chosen("hours")
    late = talk("en" if text.isascii() else "zh")
    late.now = NIGHT
    assert late.say(text, "hours").text.startswith(("We are closed just now", "现在各馆都没开"))


def test_what_time_is_asked_of_the_day_spoken_of(talk: Start) -> None:
    said = talk("zh").say("平安夜开吗", "hours").say("几点关门", "hours")
    assert "12月24日" in said.text


def test_hours_go_on_with_a_day_whatever_it_is_taken_for(talk: Start) -> None:
    said = talk("zh").say("圣诞节开吗", "hours").say("元宵节", "events", 1.0)
    assert "2027年2月20日" in said.text


@pytest.mark.parametrize(("text", "day"), [("除夕开门吗", "2月5日"), ("春节开吗", "2月6日周六")])
def test_feasts_of_the_chinese_calendar(talk: Start, text: str, day: str) -> None:
    assert f"2027年{day}" in talk("zh").say(text, "hours").text


def test_the_librarys_own_day_for_a_feast_is_told_too(talk: Start) -> None:
    said = talk()
    said.now = datetime(2027, 12, 1, 12, 0, tzinfo=UTC)
    told = said.say("are you open at Chinese New Year", "hours").text
    assert "26 January 2028" in told
    assert "29 January 2028" in told
    assert "09:30–20:00" in told


@pytest.mark.parametrize(
    "text",
    ["what time does the cafe close", "what time does the cafe at central close", "咖啡厅几点关门"],
)
def test_what_is_no_branch_is_asked_of_the_answers_first(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert sources(said) == ["food-drink"]
    assert said.chosen("hours")


@pytest.mark.parametrize(
    "text",
    [
        "when does the library open",
        "暑假开门吗",
        "what time is it open",
        "when does the riverside close",
    ],
)
def test_the_library_itself_has_its_own_hours(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert sources(said) == ["hours"]


@pytest.mark.parametrize(
    "text",
    ["what days are you closed", "when are you open in january", "中午休息吗", "平时几点开门"],
)
def test_the_usual_week_is_told_when_it_is_asked_for(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert said.text.startswith(("Opening hours:", "各馆开放时间："))


def test_a_branch_by_its_name_alone(talk: Start) -> None:
    said = talk().say("hours for riverside this weekend", "hours")
    assert said.text.startswith("Riverside Branch, day by day")


def test_hours_go_on_to_a_branch_by_its_name(talk: Start) -> None:
    said = talk().say("are you open tomorrow", "hours").say("what about riverside", "find_holdings")
    assert said.text.startswith("Tomorrow (Wednesday 25 November) Riverside Branch is open")


def test_an_hour_goes_on_with_the_day_spoken_of(talk: Start) -> None:
    said = talk().say("open on 5 december at east?", "hours").say("what about 4pm", "hours")
    assert said.text.startswith("East Branch is closed on Saturday 5 December at 16:00")


def test_which_branch_is_open_now_lies_not_too_far_out(talk: Start) -> None:
    assert sources(talk().say("which branch is open now", "hours", 0.7, near=-0.2)) == ["hours"]


def test_what_may_be_no_question_about_hours_is_asked_of_the_answers_first(talk: Start) -> None:
    said = talk("zh").say("图书馆什么时候人少，什么时候人多", "hours", 0.4)
    assert sources(said) == ["busy-times"]


def test_noon_is_a_part_of_the_day(talk: Start) -> None:
    assert "at midday" in talk().say("is it open at noon", "hours").text
