"""Until when at the latest, when we open next, wishes for other hours, and what is no hours at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from actions.signs import opening
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
SUNDAY_NIGHT = datetime(2026, 11, 29, 19, 20, tzinfo=UTC)


def sources(said: Talk) -> list[str]:
    return [s.id for part in said.parts if part.type == "sources" for s in part.sources]


def at_night(talk: Start, text: str) -> Talk:
    said = talk("en" if text.isascii() else "zh")
    said.now = SUNDAY_NIGHT
    return said


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("what's the latest you are open", "Central Library on Thursday, until 20:00"),
        ("which day are you open latest", "Central Library on Thursday, until 20:00"),
        ("how late are you open", "Central Library on Thursday, until 20:00"),
        ("are you open in the evening", "Central Library on Thursday, until 20:00"),
        ("你们最晚开到几点", "总馆周四，开到 20:00"),
        ("晚上开到几点啊我下班晚", "总馆周四，开到 20:00"),
        ("我是开出租的，只有晚上有空，你们最晚开到几点", "总馆周四，开到 20:00"),
    ],
)
def test_the_latest_of_the_week_is_told(talk: Start, text: str, latest: str) -> None:
    said = at_night(talk, text).say(text, "hours")
    assert latest in said.text.splitlines()[0]
    assert said.text.count("•") == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("how late are you open", "Today we are open"),
        ("开到几点", "今天各馆开放时间"),
    ],
)
def test_how_late_is_of_today_while_it_lasts(talk: Start, text: str, told: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert said.text.startswith(told)


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("riverside open on monday?", "ok when's the next day it opens", "Tuesday 1 December"),
        ("河滨馆周一开吗", "那下次开门是哪天", "12月1日周二"),
    ],
)
def test_the_next_day_that_it_opens(talk: Start, first: str, then: str, day: str) -> None:
    said = talk("en" if first.isascii() else "zh").say(first, "hours").say(then, "hours", 0.8)
    assert day in said.text
    assert "Wednesday 2" not in said.text


@pytest.mark.parametrize(
    "text",
    [
        "i wish you were open later",
        "you should open on sundays at east",
        "can you stay open longer on fridays",
        "希望你们延长开放时间",
        "希望周日东馆也开",
        "能不能早点开门",
    ],
)
def test_a_wish_for_other_hours_is_a_suggestion(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours")
    assert "hours" not in sources(said)
    assert said.text.startswith(("I cannot change our hours", "开放时间不由我定"))


@pytest.mark.parametrize(
    "text",
    [
        "can you tell me if you open on sunday",
        "are you open on sundays",
        "周日开门吗",
        "东馆周日也开吗",
        "希望周日去，几点开门",
    ],
)
def test_a_question_about_hours_is_no_wish(talk: Start, text: str) -> None:
    assert sources(talk("en" if text.isascii() else "zh").say(text, "hours")) == ["hours"]


@pytest.mark.parametrize(
    ("entry_id", "asked", "has"),
    [
        ("exam-proctoring", "do you do saturdays", "weekdays"),
        ("schools-visits", "can we come on a monday afternoon", "weekday mornings in term"),
        ("homework-help", "is it on in the [christmas holidays]", "in term"),
        ("homework-help", "寒假有吗", "学期中"),
        ("schools-visits", "周六可以来吗", "学期中"),
    ],
)
def test_an_answer_tells_days_of_its_own(talk: Start, entry_id: str, asked: str, has: str) -> None:
    said = talk("en" if asked.isascii() else "zh")
    said.press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "hours", 0.7)
    assert sources(said) == [entry_id]
    assert has in said.text


@pytest.mark.parametrize(
    ("entry_id", "asked"),
    [
        ("exam-proctoring", "are you open on saturdays"),
        ("wifi", "are you open on monday"),
        ("schools-visits", "周六开门吗"),
    ],
)
def test_our_own_days_are_told_of_no_answer(talk: Start, entry_id: str, asked: str) -> None:
    said = talk("en" if asked.isascii() else "zh")
    assert sources(said.press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "hours")) == ["hours"]


@pytest.mark.parametrize(
    ("text", "entry_id"),
    [
        ("do you have the ramp open at riverside, [ramp for wheelchair]", "wheelchair-access"),
        ("周六有坡道吗，轮椅能进吗", "wheelchair-access"),
    ],
)
def test_what_names_more_than_hours_is_looked_for(talk: Start, text: str, entry_id: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "hours", 0.65)
    assert sources(said) == [entry_id]


@pytest.mark.parametrize(
    "text", ["until what time can I return books today", "is it open in bad weather today"]
)
def test_hours_with_a_word_beside_them_are_hours(talk: Start, text: str) -> None:
    assert sources(talk().say(text, "hours", 0.95)) == ["hours"]


def test_when_who_is_told_of_is_there(talk: Start) -> None:
    said = (
        talk("zh")
        .press('/ask{"entry_id": "research-health-law"}')
        .say("什么时候有人", "hours", 0.7)
    )
    assert "周一 14:00" in said.text
    assert "馆员" in talk("zh").say("什么时候有人", "hours", 0.7).text


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("圣诞节那几天开不开", False),
        ("这几天开吗", False),
        ("哪天开门", True),
        ("几号才开", True),
        ("过完年哪几天开", True),
    ],
)
def test_days_that_are_spoken_of_are_not_asked_for(text: str, again: bool) -> None:
    assert bool(opening.AGAIN.search(text)) is again


@pytest.mark.parametrize(
    ("first", "then", "day"),
    [
        ("圣诞节开门吗", "那周日呢", "12月27日"),
        ("are you open on christmas day", "and on sunday", "27 December"),
        ("圣诞节开门吗", "周三开门吗", "11月25日"),
        ("are you open next monday", "and on tuesday", "1 December"),
    ],
)
def test_a_weekday_after_a_day_far_ahead_is_of_that_week(
    talk: Start, first: str, then: str, day: str
) -> None:
    said = talk("en" if first.isascii() else "zh").say(first, "hours").say(then, "hours", 0.8)
    assert day in said.text
