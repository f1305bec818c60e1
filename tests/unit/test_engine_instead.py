"""What is asked in place of what is given up."""

from __future__ import annotations

import pytest

from assistant.engine.understanding.instead import instead


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("scrap that, poetry", "poetry"),
        ("never mind, when do you close", "when do you close"),
        ("I'm not asking about fines, I want to renew", "I want to renew"),
        ("not kids' books, I'd like adult fantasy", "I'd like adult fantasy"),
        ("算了，你们几点关门", "你们几点关门"),
        ("不用了，我想问怎么续借", "我想问怎么续借"),
        ("唉算了，狗", "狗"),
        ("不是办证，我要补证", "我要补证"),
        ("我不是要找三体，我要找流浪地球", "我要找流浪地球"),
        ("不是要续借，是要还书", "要还书"),
        ("不是问打印，要问复印", "要问复印"),
        ("我问的不是开放时间，我要问地址", "我要问地址"),
    ],
)
def test_it_is_read_alone(text: str, rest: str) -> None:
    found = instead(text)
    assert found is not None
    assert found.value == rest == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "never mind",
        "算了",
        "算了，不预约了，",
        "I'm not a resident, I want to join",
        "not sure, maybe poetry",
        "我不是本地人，我想办证",
        "我不是学生，我要办卡",
        "不是可以续借吗，我要怎么弄",
        "是不是要预约，我想借研讨室",
        "不是说免费吗，怎么要钱",
        "不是三体，是球状闪电",
        "有没有不是英文的，我要中文的",
    ],
)
def test_nothing_is_given_up(text: str) -> None:
    assert instead(text) is None
