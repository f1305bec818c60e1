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
    ("text", "query"),
    [
        ("books for an 8 year old who likes space", "space"),
        ("books for my 9 year old daughter, she loves animals", "animals"),
        ("whats a good book for a 10 year old who loves dragons", "dragons"),
        ("I need books about volcanoes for my daughter who is 9", "volcanoes"),
        ("chapter books for a 8 yr old boy who likes space", "space"),
        ("my kid wants minecraft books", "minecraft"),
        ("my son is doing the romans at school", "the romans"),
        ("my daughter has homework about the romans", "the romans"),
        ("my niece turns 4 on Saturday and she's mad about diggers. any ideas?", "diggers"),
        ("book for my dad hes 80 and likes war stories, he cant read small print", "war stories"),
        ("my son has autism, any books on that", "autism"),
        ("book for a friend who is grieving", "grieving"),
        ("i'm 15 and like scary stories", "scary stories"),
        ("a kids book about a caterpillar that eats everything", "a caterpillar that eats everything"),
        ("I have an essay on the industrial revolution, due in 2 weeks. where do i start", "the industrial revolution"),
        ("i'm trying to remember a book where clones are raised", "clones are raised"),
        # of somebody in a book
        ("books about a girl who loves horses", "a girl who loves horses"),
        ("a story about a boy who is scared of the dark", "a boy who is scared of the dark"),
        ("books about children who are bullied", "children who are bullied"),
        ("the girl who played with fire", "the girl who played with fire"),
        ("my sister's keeper", "my sister's keeper"),
        ("my brilliant friend", "my brilliant friend"),
    ],
)  # fmt: skip
def test_what_they_like_is_the_topic(text: str, query: str) -> None:
    assert read(text)["query"] == [query]


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
    ],
)
def test_an_age_asks_for_no_topic(text: str, audiences: list[str]) -> None:
    found = read(text)
    assert found["audience"] == audiences
    assert "query" not in found


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
    ],
)
def test_what_is_no_readers_age(text: str) -> None:
    assert "audience" not in read(text)


@pytest.mark.parametrize(
    ("text", "like", "query"),
    [
        ("I loved Project Hail Mary. what should i read next", "Project Hail Mary", []),
        ("i read all the poirot books, what else would i like", "poirot", []),
        ("what should i read if i liked the night circus", "the night circus", []),
        ("i finished the hunger games whats next", "the hunger games", []),
        ("what should my 12 year old read after hunger games", "hunger games", []),
        ("i enjoyed circe, anything similar but funnier", "circe", ["funnier"]),
        ("看完三体了，接下来看什么", "三体", []),
        ("孩子很喜欢《小王子》，有什么类似的推荐", "小王子", []),
    ],
)
def test_something_like_what_was_read(text: str, like: str, query: list[str]) -> None:
    found = read(text)
    assert found["like"] == [like]
    assert found.get("query", []) == query


@pytest.mark.parametrize(
    "text",
    [
        "I read the Hobbit, do you have the Silmarillion?",
        "i read 1984. do you have anything about surveillance",
        "i read about bees, what else do you have on bees",
        "what should i read next",
        "i loved it what next",
        "我喜欢科幻，有什么推荐",
        "我看完了，怎么还书",
    ],
)
def test_what_was_read_is_not_always_the_measure(text: str) -> None:
    assert "like" not in read(text)
