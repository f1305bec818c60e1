"""Titles that a message names word for word."""

from __future__ import annotations

import pytest

from actions.titles import named_in

HELD = {
    "夏洛的网", "平凡的世界", "活着", "红楼梦", "西游记", "三体", "流浪地球", "健康", "人间失格",
    "normal people", "where the crawdads sing", "circe", "the french revolution", "the one",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("孩子三年级 老师让看夏洛的网 有吗", ["夏洛的网"]),
        ("平凡的世界 在吗 我下午来拿", ["平凡的世界"]),
        ("我想借活着", ["活着"]),
        ("我要借红楼梦和西游记", ["红楼梦", "西游记"]),
        ("三体和流浪地球都有吗", ["三体", "流浪地球"]),
        ("有人间失格吗", ["人间失格"]),
        ("健康饮食的书", []),  # more is said than the title
        ("two things - do you have Normal People", ["Normal People"]),
        ("anyway, do you have where the crawdads sing?", ["where the crawdads sing"]),
        ("ok what about Circe", ["Circe"]),
        ("a history of the French Revolution", []),
        ("I want the one about the president", []),
        ("x" * 300, []),
    ],
)
def test_titles_are_found_where_all_else_only_asks(text: str, titles: list[str]) -> None:
    assert named_in(text, lambda words: words.lower() in HELD) == titles
