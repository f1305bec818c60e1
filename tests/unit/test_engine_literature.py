"""Whose literature is wanted, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.engine.understanding.reader import Reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("russian novels", {"literature": "rus", "literary_form": "fiction"}),
        (
            "japanese novels in english",
            {"literature": "jpn", "literary_form": "fiction", "language": "eng"},
        ),
        ("novels translated from french", {"literature": "fre", "literary_form": "fiction"}),
        ("scandinavian crime", {"literature": "nordic"}),
        ("translated fiction", {"literature": "translated", "literary_form": "fiction"}),
        ("books in translation please", {"literature": "translated"}),
        ("anything by an italian writer?", {"literature": "ita"}),
        ("polish poetry", {"literature": "pol", "literary_form": "poetry"}),
        ("crime novels from sweden", {"literature": "swe"}),
        ("日本小说有哪些", {"literature": "jpn", "literary_form": "fiction"}),
        ("俄罗斯文学", {"literature": "rus"}),
        ("外国文学名著", {"literature": "translated"}),
        ("想看外国作家写的小说", {"literature": "translated", "literary_form": "fiction"}),
        ("日本人写的书", {"literature": "jpn"}),
        ("北欧悬疑小说", {"literature": "nordic"}),
    ],
)
def test_a_literature_is_read(text: str, told: dict[str, str]) -> None:
    found = Reader().read(text, date(2026, 12, 1))
    assert {one.entity: one.value for one in found} == told


@pytest.mark.parametrize(
    "text",
    [
        *("no russian novels", "russian history", "a parcel from japan", "who translated it"),
        *("books translated into polish", "can you have it translated", "english novels"),
        *("法国文学史", "日本料理", "日语小说", "外国人能办证吗", "世界历史"),
    ],
)
def test_what_names_no_literature_is_none(text: str) -> None:
    found = Reader().read(text, date(2026, 12, 1))
    assert "literature" not in {one.entity for one in found}
