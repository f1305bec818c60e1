"""One message, up to three requests: where each begins and ends."""

from __future__ import annotations

import pytest

from assistant.engine.understanding.requests import other_requests


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("do you have Dune? and when do you close on Friday?", "when do you close on Friday?"),
        ("有没有三体？另外周六几点关门", "周六几点关门"),
        ("do you have Dune and is it in?", None),
        ("the second one, where is it?", None),
        ("books about birds and how they navigate", None),
        ("how do I reference and cite a report by two ministries?", None),
        ("where can I park and do you have Dune on DVD", "do you have Dune on DVD"),
        ("renew my books and also book a study room", "book a study room"),
        ("do you charge for holds? also can my wife collect", "can my wife collect"),
    ],
)
def test_two_requests_in_one_message(text: str, second: str | None) -> None:
    found = list(other_requests(text))
    assert [one.value for one in found] == ([second] if second else [])
    assert all(text[one.start : one.end] == one.value for one in found)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "hi i have 3 questions: what time do you close on saturday, is there parking, and do you have story time",
            ["is there parking", "do you have story time"],
        ),
        (
            "when do you open? can I print there? and do you have Dune",
            ["can I print there?", "do you have Dune"],
        ),
        ("two things: 1. renew my card 2. where can I park", ["where can I park"]),
        ("明天总馆几点开门？还有三体在不在？", ["三体在不在？"]),
        ("三体在不在，明天几点开门", ["明天几点开门"]),
        ("明天几点开门，能打印吗", ["能打印吗"]),
        ("两个问题：1. 周六几点关门 2. 有停车场吗", ["有停车场吗"]),
        ("怎么办卡？借几本？多久还？", ["借几本？", "多久还？"]),
        ("我想借三体然后打印点东西，顺便问下停车", ["打印点东西", "停车"]),
        ("我想找关于茶的书，有没有带图的", []),
        ("有没有三体，在哪个馆", []),
        ("孩子喜欢恐龙，有什么书", []),
        ("明天几点开门，周六几点关门", []),
        ("do you have Emma, where is it", []),
    ],
)
def test_up_to_three_requests_in_one_message(text: str, others: list[str]) -> None:
    assert [one.value for one in other_requests(text)] == others
