"""Whom a book is for, what they like, and what they have read, as readers tell it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.engine.understanding.reader import Reader

TODAY = date(2026, 11, 29)


def read(text: str) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for one in Reader().read(text, TODAY):
        found.setdefault(one.entity, []).append(one.value)
    return found


@pytest.mark.parametrize(
    ("text", "audiences"),
    [
        ("My grandson is 10 and hates reading", ["children"]),
        ("My granddaughter is coming to stay, she is 5.", ["preschool"]),
        ("audiobooks for a long car journey with kids aged 5 and 9", ["preschool", "children"]),
        ("books for 8yo", ["children"]),
        ("reading books for year 4", ["children"]),
        ("books for 7-9 year olds", ["children"]),
        ("under 7", ["preschool", "children"]),
        ("给7岁以下的孩子", ["preschool", "children"]),
        ("给七八岁孩子看的书", ["children"]),
        ("6到8岁的书", ["children"]),
        ("3岁到6岁的", ["preschool", "children"]),
        ("给小学三年级的孩子推荐书", ["children"]),
        ("小学高年级的", ["children"]),
        ("三年级女儿喜欢动物", ["children"]),
        ("给10来岁的男孩", ["children"]),
        ("初二学生看的", ["young_adult"]),
        ("给刚上初中的女儿找书", ["young_adult"]),
        ("适合中班小朋友", ["preschool"]),
        ("孙女今年上大班", ["preschool"]),
        ("幼儿园中班能看的", ["preschool"]),
        ("适合亲子共读的", ["preschool"]),
    ],
)
def test_an_age_names_the_readers(text: str, audiences: list[str]) -> None:
    found = read(text)
    assert found["audience"] == audiences


@pytest.mark.parametrize(
    "text",
    [
        "the doi is 10.1038/s41586-020-2649-2",
        "under 300 pages",
        "what can I do here in under 10 minutes",
        "parenting books for a mum of a 2 year old",
        "the second year of my degree",
        "七八十岁老人看的书",
        "films from the year 1984",
        "高年级本科生",
        "大班教学研究",
        "三年级数学",
        "怎么带孩子的书",
        "我上初中的时候看过一本书",
        "birdwatching guide for my dad hes 80",
        "family history films",
    ],
)
def test_what_is_no_readers_age(text: str) -> None:
    assert "audience" not in read(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [("想看港片", "chi"), ("有没有韩剧", "kor"), ("美剧有吗", "eng"), ("国产剧呢", "chi")],
)
def test_films_are_named_by_where_they_are_made(text: str, language: str) -> None:
    found = read(text)
    assert found["language"] == [language]
    assert found["format"] == ["film"]


@pytest.mark.parametrize("text", ["话剧剧本", "英剧本", "名片", "香港片区", "国产的电视机"])
def test_what_is_no_film(text: str) -> None:
    assert "format" not in read(text)


def test_what_is_made_here_is_in_chinese() -> None:
    assert read("国产的呢")["language"] == ["chi"]
