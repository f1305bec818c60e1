"""Days, feasts, parts of the day and hours, as the engine's rules read them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.engine.understanding.reader import Reader
from tests.unit.test_engine_entities import TODAY, told


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("are you open on Sunday afternoon?", {"weekday": "sunday", "part_of_day": "afternoon"}),
        ("周日下午开门吗？", {"weekday": "sunday", "part_of_day": "afternoon"}),
        ("are you open tomorrow at 7pm", {"date": "2026-11-25", "time": "19:00"}),
        ("明天晚上七点开吗", {"date": "2026-11-25", "part_of_day": "evening", "time": "19:00"}),
        ("next Monday", {"date": "2026-11-30"}),
        ("下周一", {"date": "2026-11-30"}),
        ("on 1 January", {"date": "2027-01-01"}),
        ("一月一号", {"date": "2027-01-01"}),
        ("on Christmas Eve", {"date": "2026-12-24"}),
        ("Good Friday", {"date": "2027-03-26"}),
        ("好读一点的", {}),
        ("on the 31st of June", {}),
        ("can readers over 16 may borrow it", {}),
        ("16 may open?", {"date": "2027-05-16"}),
        ("The Sun Also Rises", {}),
        ("A Thousand Splendid Suns", {}),
        ("Here Comes the Sun", {}),
        ("Sat nav for beginners", {}),
        ("open on Sun", {"weekday": "sunday"}),
        ("Sat 10am", {"weekday": "saturday", "time": "10:00"}),
        ("Is it busy Wed?", {"weekday": "wednesday"}),
        ("23号呢", {"date": "2026-12-23"}),
        ("26号呢", {"date": "2026-11-26"}),
        ("3号楼在哪", {}),
        ("东馆31日开吗", {"date": "2026-12-31"}),
        ("十日谈", {}),
        ("下个月1号开吗", {"date": "2026-12-01"}),
        ("这个月30号", {"date": "2026-11-30"}),
        ("east branch on the 31st", {"date": "2026-12-31"}),
        ("on the 1st", {"date": "2026-12-01"}),
        ("the 2nd floor", {}),
        ("12/24", {"date": "2026-12-24"}),
        ("24/12", {"date": "2026-12-24"}),
        ("5/12", {"date": "2026-12-05"}),
        ("12/5开吗", {"date": "2026-12-05"}),
        ("明后天开吗", {"date": ["2026-11-25", "2026-11-26"]}),
        ("12.24开吗", {"date": "2026-12-24"}),
        ("版本 2.10", {}),
        ("open 24/7?", {}),
        ("9/11", {}),
        ("周末开吗", {"weekday": ["saturday", "sunday"]}),
        ("open at the weekend?", {"weekday": ["saturday", "sunday"]}),
        ("next weekend", {"date": ["2026-12-05", "2026-12-06"]}),
        ("12月25号到1月1号", {"date": ["2026-12-25", "2027-01-01"]}),
        ("十二月二十五到二十八号开门吗", {"date": ["2026-12-25", "2026-12-28"]}),
        ("三月一号到五号", {"date": ["2027-03-01", "2027-03-05"]}),
        ("今晚开吗", {"date": "2026-11-24", "part_of_day": "evening"}),
        ("is it open at noon", {"part_of_day": "midday"}),
        ("do you close for lunch", {"part_of_day": "midday"}),
        ("recipes for lunch", {}),
        ("八月最后一个星期一开不开", {"date": "2027-08-30"}),
        ("the last monday in august", {"date": "2027-08-30"}),
        ("the first Thursday of December", {"date": "2026-12-03"}),
        ("十二月第一个周四", {"date": "2026-12-03"}),
        ("the last samurai in may", {}),
        ("最后一个星期一", {"weekday": "monday"}),
    ],
)
def test_times(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    kinds = {"date", "weekday", "part_of_day", "time"}
    found = told(reader.read(text, TODAY))
    part = found.get("part_of_day")
    if "time" in wanted and part and "part_of_day" not in wanted:
        found.pop("part_of_day")
    assert {
        name: value
        for name, value in found.items()
        if name in kinds and (name != "part_of_day" or name in wanted)
    } == {name: value for name, value in wanted.items() if name != "part_of_day" or part}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("除夕开门吗", "2027-02-05"),
        ("Chinese New Year's Eve", "2027-02-05"),
        ("春节", "2027-02-06"),
        ("Chinese New Year", "2027-02-06"),
        ("lunar new year’s day", "2027-02-06"),
        ("大年初一", "2027-02-06"),
        ("过年开门吗", "2027-02-06"),
        ("大年初三", "2027-02-08"),
        ("元宵节", "2027-02-20"),
        ("清明", "2027-04-05"),
        ("端午节", "2027-06-09"),
        ("中秋", "2027-09-15"),
        ("重阳节", "2027-10-08"),
        ("国庆", "2027-10-01"),
        ("五一", "2027-05-01"),
        ("星期五一早", None),
        ("新年", "2027-01-01"),
        ("new years day?", "2027-01-01"),
        ("New Year's Eve", "2026-12-31"),
        ("跨年夜", "2026-12-31"),
        ("and whitsun", "2027-05-31"),
        ("圣灵降临节", "2027-05-31"),
        ("a whit of sense", None),
        ("easter saturday", "2027-03-27"),
        ("复活节周六", "2027-03-27"),
        ("easter sunday", "2027-03-28"),
        ("remembrance sunday", "2027-11-14"),
    ],
)
def test_feasts(reader: Reader, text: str, day: str | None) -> None:
    assert told(reader.read(text, TODAY)).get("date") == day


def test_a_feast_that_nobody_has_computed_yet_is_no_day(reader: Reader) -> None:
    assert "date" not in told(reader.read("春节", date(2060, 3, 1)))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("good morning. are you open on Sunday?", []),
        ("Hi, good evening, are you open tomorrow?", []),
        ("afternoon, could you tell me when East opens on Wednesday", []),
        ("早上好，周日开门吗", []),
        ("您好，下午好，明天几点开门", []),
        ("good morning, are you open in the evening", ["evening"]),
        ("早上好，下午开门吗", ["afternoon"]),
        ("afternoon, please", ["afternoon"]),
        ("morning or afternoon?", ["morning", "afternoon"]),
        ("晚上好不好", ["evening"]),
    ],
)
def test_a_greeting_is_no_part_of_the_day(reader: Reader, text: str, parts: list[str]) -> None:
    found = [one.value for one in reader.read(text, TODAY) if one.entity == "part_of_day"]
    assert found == parts
