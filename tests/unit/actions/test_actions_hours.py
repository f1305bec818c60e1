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
    assert sources(said)[0] in ("food-drink", "cafe-hours")
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
    assert any(told in said.text for told in ("Opening hours", "各馆开放时间："))


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


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("is central open on the 28th of december", "and the 29th", "Tuesday 29 December"),
        ("is east open on monday the 28th", "the 1st", "Friday 1 January 2027"),
        ("are you open on the 5th", "the 6th?", "Sunday 6 December"),
        ("open new years day?", "and the 2nd", "Saturday 2 January 2027"),
        ("are you open on 31 december", "and the day before", "Wednesday 30 December"),
        ("are you open on 24 december", "the week after", "Thursday 31 December"),
        ("12月24号开吗", "前一天呢", "12月23日"),
        ("12月28号开吗", "30号呢", "12月30日"),
        ("春节开吗", "初三呢", "2027年2月8日"),
        ("圣诞节开吗", "第二天呢", "12月26日"),
    ],
)
def test_a_number_or_a_step_counts_from_the_day_spoken_of(
    talk: Start, first: str, then: str, day: str
) -> None:
    said = talk("en" if first.isascii() else "zh")
    said.now = SUNDAY
    assert day in said.say(first, "hours").say(then, "find_holdings", 0.4).text


@pytest.mark.parametrize(
    "text",
    ["are you open sat", "what are the hours on sat at east", "what time do you close sat"],
)
def test_a_short_day_is_one_beside_opening(talk: Start, text: str) -> None:
    assert "Saturday 28 November" in talk().say(text, "hours").text


def test_a_short_day_goes_on(talk: Start) -> None:
    said = talk().say("are you open sat", "hours").say("and mon", "find_holdings", 0.4)
    assert "Monday 30 November" in said.text


@pytest.mark.parametrize(
    ("first", "then", "led"),
    [
        ("is riverside open on tuesday", "which one is open latest on thursday", "Central Library, at 20:00"),
        ("is east open tomorrow", "which opens first", "Central Library, at 09:00"),
        ("东馆明天开吗", "哪个馆关得最晚", "总馆，19:00"),
        ("河滨馆明天开吗", "明天哪个馆开得最早", "总馆，09:00"),
    ],
)  # fmt: skip
def test_which_branch_is_asked_of_all(talk: Start, first: str, then: str, led: str) -> None:
    said = talk("en" if first.isascii() else "zh").say(first, "hours").say(then, "hours")
    assert led in said.text
    assert said.text.count("•") == 3


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("is east open on saturday", "and the other branches?"),
        ("周六东馆几点关", "其他馆呢"),
        ("周六东馆几点关", "那周六哪家开"),
    ],
)
def test_the_other_branches_on_the_same_day(talk: Start, first: str, then: str) -> None:
    said = talk("en" if first.isascii() else "zh").say(first, "hours")
    assert said.say(then, "find_holdings", 0.5).text.count("•") == 3
    assert "28" in said.text


@pytest.mark.parametrize(
    "text", ["are you open bank holidays", "when is the next day you're closed", "最近什么时候闭馆"]
)
def test_days_that_differ_are_told_when_they_are_asked_for(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert said.text.startswith(("On these days we close", "这些日子闭馆"))
    assert "24" in said.text.splitlines()[1]


def test_days_that_differ_after_the_one_spoken_of(talk: Start) -> None:
    said = talk().say("new year's eve at east", "hours", 0.4)
    assert "Friday 1 January 2027" in said.say("when is the next day you're closed").text


@pytest.mark.parametrize(("text", "then"), [("boxing day?", "why"), ("节礼日开吗", "为什么不开")])
def test_why_is_told_where_it_is_known(talk: Start, text: str, then: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours").say(then, "out_of_scope", 0.5)
    assert "Boxing Day" in said.text or "节礼日" in said.text
    usual = talk().say("is riverside open on monday", "hours").say("why", "out_of_scope", 0.5)
    assert usual.text.startswith("Those are the usual hours")


def test_a_day_asked_of_a_service_is_the_branchs(talk: Start) -> None:
    said = talk().say("how much is printing", "printing")
    said.say("can I do it at riverside on Monday?", "place_hold", 0.5)
    assert "Riverside Branch is closed on Monday 30 November" in said.text


def test_a_day_asked_of_an_event_is_told_from_its_answer(talk: Start) -> None:
    said = talk().say("when is [story] time", "events").say("is there one on monday", "events", 0.5)
    assert sources(said) == ["story-time"]


@pytest.mark.parametrize("text", ["is the gift shop open on sunday", "纪念品店周日开吗"])
def test_the_hours_of_another_thing_are_not_claimed(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert said.text.startswith(("I don't know the hours of that", "它单独的开放时间我不知道"))


@pytest.mark.parametrize(
    "text", ["what day is it today", "what's the date", "what time is it", "今天星期几", "现在几点"]
)
def test_which_day_it_is(talk: Start, text: str) -> None:
    told = talk("en" if text.isascii() else "zh").say(text, "out_of_scope", 0.6).text
    assert "2026" in told
    assert "10:00" in told


def test_where_the_branch_spoken_of_is(talk: Start) -> None:
    said = talk().say("is east open tomorrow", "hours").say("where is it", "where_is_it")
    assert "84 Mill Road" in said.text


def test_an_event_without_days_has_none_told(talk: Start) -> None:
    said = talk().say("[summer reading] challenge", "events")
    assert sources(said) == ["summer-reading"]
    assert "we are open" not in said.say("is it on saturday?", "events", 0.5).text
