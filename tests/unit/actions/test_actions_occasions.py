"""When, where and by whom something is read is no topic of a search."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import occasions
from actions.ask import Ask
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("audio books for long car journeys", "long car journeys", ""),
        ("a film for a rainy day", "rainy", ""),
        ("a book for when I can't sleep", "sleep", ""),
        ("a book for a 10 year old boy who hates reading", "hates", ""),
        ("books for a reluctant reader", "reluctant", ""),
        ("recomend for a 14 year old boy who hates reading", "hates", ""),
        ("anything for my neighbour from Ukraine", "Ukraine", ""),
        ("a thriller for a long train journey", "train journey", "thriller"),
        ("crime novels to read on holiday", "crime novels holiday", "crime novels"),
        ("something for a train journey to Scotland", "train journey to Scotland", "Scotland"),
        ("长途开车听的有声书", "长途开车", ""),
        ("给10岁不爱看书的男孩找本书", "不爱男孩", ""),
        ("给乌克兰邻居看的英文书", "乌克兰邻居", ""),
        ("送朋友的生日礼物，书", "生日礼物", ""),
        ("旅途中看的推理小说", "旅途", "推理小说"),
        ("给4岁孩子的睡前故事", "前", "睡前故事"),
    ],
)
def test_the_occasion_is_not_searched_for(text: str, words: str, left: str) -> None:
    assert occasions.without_story(Ask(text=text), words) == left


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the girl on the train", "girl on the train"),
        ("books about long car journeys", "long car journeys"),
        ("a novel set on a train", "train"),
        ("books for train drivers", "train drivers"),
        ("books on hating school", "hating school"),
        ("a book by a writer from Ukraine", "Ukraine"),
        ("weekend baking books", "weekend baking"),
        ("关于火车的书", "火车"),
        ("火车上的女孩", "火车上的女孩"),
        ("旅行的艺术", "旅行的艺术"),
        ("乌克兰的小说", "乌克兰"),
    ],
)
def test_a_topic_stays(text: str, words: str) -> None:
    assert occasions.without_story(Ask(text=text), words) == words


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("looking for something to read on holiday", True),
        ("what can I read over the holidays", True),
        ("something to read while I'm ill", True),
        ("a short book I can finish in a weekend", True),
        ("假期看什么书好", True),
        ("are you open on holidays", False),
        ("what's on for children in the holidays", False),
        ("is there somewhere to read at lunch", False),
        ("假期开门吗", False),
        ("暑假读什么", False),
        ("周末看书人多吗", False),
    ],
)
def test_something_to_read_is_no_question_of_hours(text: str, *, wished: bool) -> None:
    assert occasions.asked_for(Ask(text=text)) is wished


@pytest.mark.parametrize(
    ("text", "topic"),
    [("looking for something to read on holiday", "which"), ("are you open on holidays", "hours")],
)
def test_what_is_read_on_holiday_is_looked_for(talk: Start, text: str, topic: str) -> None:
    assert talk().say(text, "hours").session.topic == topic


@pytest.mark.parametrize(
    ("text", "young"),
    [
        ("audiobooks for a car journey with kids", True),
        ("something to read with my grandchildren", True),
        ("audiobooks for a car journey", False),
        ("storytime with my kids", False),
    ],
)
def test_with_whom_it_is_heard(text: str, *, young: bool) -> None:
    assert bool(occasions.readers(Ask(text=text))) is young


def test_for_who_does_not_like_to_read(talk: Start) -> None:
    said = talk("zh").say("给10岁[不爱]看书的[男孩]找本书", "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == ""
    assert said.session.frame.filters == {"audiences": ["children"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("anything in easy English", "easy English"),
        ("简单的英文书", "简单的英文"),
        ("英语不好，想看简单一点的英文书", "英语不好"),
        ("适合英语不好的人看的小说", "英语不好"),
        ("我英语不好，可以用中文吗", ""),
        ("anything in English", ""),
        ("easy recipes", ""),
    ],
)
def test_in_easy_english(text: str, words: str) -> None:
    assert occasions.in_easy_words(Ask(text=text)) == words


def test_simple_english_is_no_topic(talk: Start) -> None:
    said = talk("zh").say("有没有适合英语不好的人看的[简单]小说，英文的", "find_holdings")
    assert "简易英语读物" in said.text
