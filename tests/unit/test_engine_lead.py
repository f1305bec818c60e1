"""Words that a message begins with while the reader thinks."""

from __future__ import annotations

import pytest

from assistant.engine.understanding.language import message_language
from assistant.engine.understanding.lead import without_lead


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("ok then how do i do it", "how do i do it"),
        ("ok so where then", "where then"),
        ("so when", "when"),
        ("ok what about alcohol", "what about alcohol"),
        ("ok Emma", "Emma"),
        ("well, where is it", "where is it"),
        ("好的，那怎么续借", "那怎么续借"),
        ("嗯要带什么", "要带什么"),
        ("行，谢谢", "谢谢"),
        ("once I've got it how many can I take", "how many can I take"),
        ("when i have a card, can i print", "can i print"),
        ("办了能借几本", "能借几本"),
        ("那办好了卡以后可以去哪个馆", "可以去哪个馆"),
    ],
)
def test_they_are_left_out(text: str, rest: str) -> None:
    assert without_lead(text) == rest


@pytest.mark.parametrize(
    "text",
    [
        *("ok", "okay then", "right", "Right Ho, Jeeves", "so long", "好", "好的好的", "好兵帅克"),
        *("once i have it", "when we were orphans", "办好要多久", "办了吗", "有了吗"),
    ],
)
def test_what_says_nothing_else_or_is_a_title_stays(text: str) -> None:
    assert without_lead(text) == text


@pytest.mark.parametrize("text", ["wo xiang jie shu", "zhao liu cixin de shu", "zenme xujie"])
def test_pinyin_is_chinese(text: str) -> None:
    assert message_language(text) == "zh"


@pytest.mark.parametrize("text", ["women in love", "you can find me", "he sang a song"])
def test_english_of_short_words_is_not(text: str) -> None:
    assert message_language(text) == "en"
