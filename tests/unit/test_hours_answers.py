"""Answers about opening hours as readers get them, in English and Chinese."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.hours import HoursQuestion, PartOfDay, answer_hours, back_in_words, is_open
from assistant.library import load_library
from assistant.settings import PACKAGED_LIBRARY

LIBRARY = load_library(PACKAGED_LIBRARY)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LIBRARY.zone)


TUESDAY = at("2026-11-24T11:30")
SUNDAY, NEW_YEAR = date(2026, 11, 29), date(2027, 1, 1)

ANSWERS: list[tuple[dict[str, Any], str, str]] = [
    (
        {"now": TUESDAY, "branch": "CEN"},
        "Yes, Central Library is open now, until 19:00.",
        "开着呢，总馆开到 19:00。",
    ),
    (
        {"now": TUESDAY, "branch": "EAST"},
        "Yes, East Branch is open now until 13:00, and again from 14:00 to 18:00.",
        "开着呢，东馆开到 13:00，之后 14:00–18:00 再开。",
    ),
    (
        {"now": at("2026-11-24T13:10"), "branch": "EAST"},
        "East Branch is on its midday break and opens again at 14:00.",
        "东馆正在午休，14:00 再开门。",
    ),
    (
        {"now": at("2026-11-24T08:00"), "branch": "CEN"},
        "Central Library is closed now and opens today at 09:00.",
        "总馆现在没开，今天 09:00 开门。",
    ),
    (
        {"now": at("2026-11-24T21:00"), "branch": "CEN"},
        "Central Library is closed now and opens tomorrow (Wednesday 25 November) at 09:00.",
        "总馆现在没开，明天（11月25日周三）09:00 开门。",
    ),
    (
        {"now": at("2026-12-24T14:00"), "branch": "CEN"},
        "Central Library is closed now (Christmas Eve) and opens on Sunday 27 December at 13:00.",
        "总馆现在没开（平安夜），12月27日周日 13:00 开门。",
    ),
    (
        {"now": TUESDAY, "branch": "CEN", "date": SUNDAY, "part_of_day": "afternoon"},
        "Yes, Central Library is open on Sunday 29 November in the afternoon: 13:00 to 17:00.",
        "可以来，总馆11月29日周日下午开着，时间是 13:00–17:00。",
    ),
    (
        {"now": TUESDAY, "branch": "EAST", "date": SUNDAY, "part_of_day": "afternoon"},
        "East Branch is closed on Sunday 29 November"
        " and opens again on Monday 30 November at 10:00.",
        "东馆11月29日周日不开，11月30日周一 10:00 再开门。",
    ),
    (
        {"now": TUESDAY, "date": SUNDAY, "part_of_day": "afternoon"},
        "Yes, we are open on Sunday 29 November in the afternoon:\n"
        "• Central Library: open, 13:00–17:00\n"
        "• East Branch: closed\n"
        "• Riverside Branch: closed",
        "可以来，11月29日周日下午各馆的情况：\n"
        "• 总馆：开着，13:00–17:00\n"
        "• 东馆：闭馆\n"
        "• 河滨馆：闭馆",
    ),
    (
        {"now": TUESDAY, "branch": "CEN", "date": NEW_YEAR},
        "Central Library is closed on Friday 1 January 2027 (New Year's Day)"
        " and opens again on Saturday 2 January 2027 at 09:30.",
        "总馆2027年1月1日周五不开（元旦），2027年1月2日周六 09:30 再开门。",
    ),
    (
        {"now": TUESDAY, "date": NEW_YEAR},
        "We are closed on Friday 1 January 2027 (New Year's Day):\n"
        "• Central Library: opens on Saturday 2 January 2027 at 09:30\n"
        "• East Branch: opens on Saturday 2 January 2027 at 10:00\n"
        "• Riverside Branch: opens on Saturday 2 January 2027 at 10:00",
        "2027年1月1日周五（元旦）各馆都不开：\n"
        "• 总馆：2027年1月2日周六 09:30 开门\n"
        "• 东馆：2027年1月2日周六 10:00 开门\n"
        "• 河滨馆：2027年1月2日周六 10:00 开门",
    ),
    (
        {"now": at("2026-12-24T12:00")},
        "Yes, we are open now:\n"
        "• Central Library: until 13:00 (Christmas Eve)\n"
        "• East Branch: until 13:00 (Christmas Eve)\n"
        "• Riverside Branch: closed (Christmas Eve), opens on Tuesday 29 December at 10:00",
        "开着呢，各馆现在的情况：\n"
        "• 总馆：开到 13:00（平安夜）\n"
        "• 东馆：开到 13:00（平安夜）\n"
        "• 河滨馆：没开（平安夜），12月29日周二 10:00 开门",
    ),
    (
        {"now": TUESDAY, "branch": "EAST", "date": date(2026, 11, 25), "part_of_day": "evening"},
        "Not in the evening, but tomorrow (Wednesday 25 November)"
        " East Branch is open from 10:00 to 13:00.",
        "东馆明天（11月25日周三）晚上不开，当天 10:00–13:00 开。",
    ),
    (
        {"now": TUESDAY, "branch": "EAST", "date": date(2026, 11, 26), "time": time(17)},
        "Yes, East Branch is open on Thursday 26 November at 17:00, until 19:00.",
        "可以来，东馆11月26日周四 17:00 开着，到 19:00。",
    ),
    (
        {"now": TUESDAY, "branch": "EAST", "time": time(18, 30)},
        "East Branch is closed today at 18:30; it is open from 10:00 to 13:00 and 14:00 to 18:00.",
        "东馆今天 18:30 不开，当天 10:00–13:00、14:00–18:00 开。",
    ),
    (
        {"now": TUESDAY, "branch": "RIV", "date": date(2026, 11, 23)},
        "Riverside Branch, Monday 23 November: closed.",
        "河滨馆，11月23日周一：闭馆。",
    ),
    (
        {"now": TUESDAY, "branch": "EAST", "date": TUESDAY.date()},
        "Today East Branch is open from 10:00 to 13:00 and 14:00 to 18:00.",
        "东馆今天 10:00–13:00、14:00–18:00 开。",
    ),
    (
        {"now": at("2026-12-20T12:00"), "branch": "EAST", "week": True},
        "East Branch is open:\n"
        "• Monday and Tuesday: 10:00–13:00, 14:00–18:00\n"
        "• Wednesday: 10:00–13:00\n"
        "• Thursday: 10:00–13:00, 14:00–19:00\n"
        "• Friday: 10:00–13:00, 14:00–18:00\n"
        "• Saturday: 10:00–13:00\n"
        "• Sunday: closed\n"
        "Please note:\n"
        "• Thursday 24 December: 10:00–13:00 (Christmas Eve)\n"
        "• Friday 25 December: closed (Christmas Day)\n"
        "• Saturday 26 December: closed (Boxing Day)\n"
        "• Monday 28 December: closed (bank holiday)\n"
        "• Thursday 31 December: closed (New Year's Eve)\n"
        "• Friday 1 January 2027: closed (New Year's Day)",
        "东馆开放时间：\n"
        "• 周一、周二：10:00–13:00、14:00–18:00\n"
        "• 周三：10:00–13:00\n"
        "• 周四：10:00–13:00、14:00–19:00\n"
        "• 周五：10:00–13:00、14:00–18:00\n"
        "• 周六：10:00–13:00\n"
        "• 周日：闭馆\n"
        "请注意：\n"
        "• 12月24日周四：10:00–13:00（平安夜）\n"
        "• 12月25日周五：闭馆（圣诞节）\n"
        "• 12月26日周六：闭馆（节礼日）\n"
        "• 12月28日周一：闭馆（银行假日补假）\n"
        "• 12月31日周四：闭馆（新年前夜）\n"
        "• 2027年1月1日周五：闭馆（元旦）",
    ),
    (
        {"now": TUESDAY, "days": (date(2026, 12, 25), date(2026, 12, 27))},
        "Opening hours, day by day:\n"
        "• Friday 25 December: closed (Christmas Day)\n"
        "• Sunday 27 December: Central Library 13:00–17:00; East Branch closed; Riverside Branch closed",
        "这几天各馆的开放时间：\n"
        "• 12月25日周五：闭馆（圣诞节）\n"
        "• 12月27日周日：总馆 13:00–17:00；东馆 闭馆；河滨馆 闭馆",
    ),
    (
        {"now": TUESDAY, "branch": "EAST", "days": (date(2026, 11, 28), SUNDAY)},
        "East Branch, day by day:\n• Saturday 28 November: 10:00–13:00\n• Sunday 29 November: closed",
        "东馆这几天的开放时间：\n• 11月28日周六：10:00–13:00\n• 11月29日周日：闭馆",
    ),
    (
        {"now": TUESDAY, "branch": "CEN", "today": True},
        "Today Central Library is open from 09:00 to 19:00.",
        "总馆今天 09:00–19:00 开。",
    ),
    (
        {"now": at("2026-11-24T21:00"), "branch": "CEN", "today": True},
        "Central Library is closed now and opens tomorrow (Wednesday 25 November) at 09:00.",
        "总馆现在没开，明天（11月25日周三）09:00 开门。",
    ),
    (
        {"now": at("2026-11-29T12:00"), "time": time(19)},
        "We are closed today at 19:00:\n"
        "• Central Library: closed by then, open 13:00–17:00\n"
        "• East Branch: opens tomorrow (Monday 30 November) at 10:00\n"
        "• Riverside Branch: opens on Tuesday 1 December at 10:00",
        "今天 19:00 各馆都不开：\n"
        "• 总馆：那时已关门，当天 13:00–17:00 开\n"
        "• 东馆：明天（11月30日周一）10:00 开门\n"
        "• 河滨馆：12月1日周二 10:00 开门",
    ),
]


@pytest.mark.parametrize(("asked", "english", "chinese"), ANSWERS)
def test_answers(asked: dict[str, Any], english: str, chinese: str) -> None:
    question = HoursQuestion(**asked)
    assert answer_hours(LIBRARY, question, "en") == english
    assert answer_hours(LIBRARY, question, "zh") == chinese


def test_the_week_of_all_branches_is_a_line_each_and_notes_days_that_differ() -> None:
    lines = answer_hours(LIBRARY, HoursQuestion(now=at("2026-12-20T12:00"), week=True), "en").split(
        "\n"
    )
    assert lines[1].startswith("• Central Library: Monday to Wednesday 09:00–19:00; Thursday")
    assert lines[3].startswith("• Riverside Branch: Monday closed; Tuesday and Wednesday 10:00")
    assert lines[5] == (
        "• Thursday 24 December: Central Library 09:00–13:00; East Branch 10:00–13:00;"
        " Riverside Branch closed (Christmas Eve)"
    )
    assert lines[6] == "• Friday 25 December: closed (Christmas Day)"


def test_an_unknown_branch_is_refused() -> None:
    with pytest.raises(KeyError, match="NORTH"):
        answer_hours(LIBRARY, HoursQuestion(now=TUESDAY, branch="NORTH"), "en")


def test_a_library_that_never_opens_gives_its_phone() -> None:
    shut = LIBRARY.desk.hours.model_copy(
        update=dict.fromkeys(type(LIBRARY.desk.hours).model_fields, ())
    )
    branch = LIBRARY.branches[0].model_copy(update={"hours": shut})
    library = LIBRARY.model_copy(update={"branches": (branch,), "exceptions": ()})
    for asked in (HoursQuestion(now=TUESDAY), HoursQuestion(now=TUESDAY, date=SUNDAY)):
        assert library.phone in answer_hours(library, asked, "en")
        assert library.phone in answer_hours(library, asked, "zh")
    assert back_in_words(library, branch, TUESDAY, "en") is None


def test_when_the_desk_is_back() -> None:
    night = at("2026-11-24T20:00")
    english = "tomorrow (Wednesday 25 November) at 09:30"
    assert back_in_words(LIBRARY, LIBRARY.desk, night, "en") == english
    assert back_in_words(LIBRARY, LIBRARY.desk, night, "zh") == "明天（11月25日周三）09:30"


def test_the_desk_is_back_today_while_its_hours_last() -> None:
    noon, nearly = at("2026-11-24T12:00"), at("2026-11-24T18:20")
    assert back_in_words(LIBRARY, LIBRARY.desk, noon, "en") == "later today (until 18:30)"
    assert back_in_words(LIBRARY, LIBRARY.desk, noon, "zh") == "今天 18:30 前"
    assert "tomorrow" in str(back_in_words(LIBRARY, LIBRARY.desk, nearly, "en"))


questions = st.builds(
    HoursQuestion,
    now=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(LIBRARY.zone)),
    branch=st.sampled_from([None, "CEN", "EAST", "RIV"]),
    date=st.none() | st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    part_of_day=st.none() | st.sampled_from(get_args(PartOfDay)),
    time=st.none() | st.times(),
    days=st.just(()) | st.tuples(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.just(NEW_YEAR)),
    today=st.booleans(),
    week=st.booleans(),
)


@settings(max_examples=80)
@given(questions, st.sampled_from(["en", "zh"]))
def test_every_question_gets_a_clean_answer(question: HoursQuestion, language: Any) -> None:
    text = answer_hours(LIBRARY, question, language)
    names = [branch.name[language] for branch in LIBRARY.branches]
    assert question.days or any(name in text for name in names)
    assert not any(bad in text for bad in ("{", "None", "  ", "hours-", "()", "（）"))
    assert all(line == line.strip() for line in text.split("\n"))


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(LIBRARY.zone)))
def test_yes_means_open(now: datetime) -> None:
    for branch in LIBRARY.branches:
        text = answer_hours(LIBRARY, HoursQuestion(now=now, branch=branch.code), "en")
        assert text.startswith("Yes, ") is is_open(LIBRARY, branch, now).open
