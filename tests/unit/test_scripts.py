"""Readers who write traditional Chinese characters are answered in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from actions.tongue import script_of_all
from assistant.model import (
    Choice,
    ChoicesPart,
    CitationPart,
    Copy,
    HoldingsPart,
    HoldingsQuery,
    Item,
    Source,
    SourcesPart,
    TextPart,
)
from assistant.scripts import in_traditional

AT = datetime(2026, 12, 1, tzinfo=UTC)


def test_what_we_say_is_converted_and_what_a_record_says_is_not() -> None:
    copy = Copy(
        branch="总馆", shelf="儿童区", call_number="小说", status="available", checked_at=AT
    )
    item = Item(
        record_id="1", title="红楼梦", authors=["曹雪芹"], year=1982, language="chi", format="book",
        call_number="小说", isbn=[], url="", why="主题：小说", copies=[copy],
    )  # fmt: skip
    text, choices, sources, holdings, citation = in_traditional(
        [
            TextPart(text="后面的书架，复印机旁边：发现干净的头发"),
            ChoicesPart(choices=[Choice(title="再看几种", payload='/find{"text": "红楼梦"}')]),
            SourcesPart(sources=[Source(title="借书证", id="cards", url="https://x.example/办证")]),
            HoldingsPart(query=HoldingsQuery(text="红楼梦", filters={}), total=1, items=[item]),
            CitationPart(style="gbt7714", text="曹雪芹. 红楼梦[M]."),
        ]
    )
    assert text == TextPart(text="後面的書架，複印機旁邊：發現乾淨的頭髮")
    assert choices == ChoicesPart(
        choices=[Choice(title="再看幾種", payload='/find{"text": "红楼梦"}')]
    )
    assert sources == SourcesPart(
        sources=[Source(title="借書證", id="cards", url="https://x.example/办证")]
    )
    assert isinstance(holdings, HoldingsPart)
    shown = holdings.items[0]
    assert (shown.title, shown.call_number, shown.why) == ("红楼梦", "小说", "主題：小説")
    assert (shown.copies[0].branch, shown.copies[0].shelf) == ("總館", "兒童區")
    assert citation == CitationPart(style="gbt7714", text="曹雪芹. 红楼梦[M].")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("請問圖書館幾點開門", "traditional"),
        ("请问图书馆几点开门", "simplified"),
        ("有冇紅樓夢", "traditional"),
        ("有紅樓夢吗", ""),
        ("你好", ""),
        ("ok", ""),
    ],
)
def test_the_script_is_told_by_a_text_that_mixes_none(text: str, script: str) -> None:
    assert script_of_all(text) == script
