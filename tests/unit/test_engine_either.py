"""Two languages of which either will do, what can be had at a branch, and books for a school."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.engine.understanding.reader import Reader

TODAY = date(2026, 11, 29)


def read(text: str, entity: str) -> list[object]:
    return [one.value for one in Reader().read(text, TODAY) if one.entity == entity]


@pytest.mark.parametrize(
    ("text", "tongues"),
    [
        ("in french or german", ["fre", "ger"]),
        ("french or german", ["fre", "ger"]),
        ("novels in spanish and in italian", ["spa", "ita"]),
        ("中文或者英文都可以", ["chi", "eng"]),
        ("有日语或韩语的小说吗", ["jpn", "kor"]),
        ("in german is fine too", ["ger"]),
        ("in french", ["fre"]),
        ("法语和德语", []),
        ("a dictionary from english to chinese", []),
        ("french and indian war", []),
    ],
)
def test_either_of_two_languages(text: str, tongues: list[str]) -> None:
    assert sorted(map(str, read(text, "language"))) == sorted(tongues)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("东馆能借到的", True),
        ("总馆可以借到的书", True),
        ("哪里能借到的资料", False),
        ("一次能借几本", False),
        ("能借的书最多几本", False),
    ],
)
def test_what_can_be_had_at_a_branch(text: str, *, wanted: bool) -> None:
    assert bool(read(text, "available")) is wanted


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("有没有初中生的课外书", ["young_adult"]),
        ("初中的课外书", ["young_adult"]),
        ("小学生课外读物", ["children"]),
        ("初中数学", []),
        ("高中怎么选课", []),
    ],
)
def test_books_for_a_school(text: str, audience: list[str]) -> None:
    assert read(text, "audience") == audience
