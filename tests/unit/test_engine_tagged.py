"""What the tagger says of words, beside what the rules read."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from assistant.engine.understanding.reader import Reader
from assistant.engine.understanding.tagged import Tagged, beside, decides, joined
from assistant.engine.understanding.words import split

TODAY = date(2026, 11, 29)
WORDS = Path(__file__).parents[2] / "nlu_data" / "words"
MARKS = {"[": "query", "{": "query", "<": "like"}


def marked(line: str) -> tuple[str, list[Tagged]]:
    """A line as in nlu_data/words: the message and its tags."""
    text, tags = "", []
    for sign in re.findall(r"[\[{<].*?[\]}>]|.", line):
        word = sign[1:-1] or sign
        if word != sign:
            tags.append(Tagged(MARKS[sign[0]], len(text), len(text) + len(word)))
        text += word
    return text, tags


def read(line: str) -> dict[str, object]:
    text, tags = marked(line)
    return {one.entity: one.value for one in beside(text, Reader().read(text, TODAY), tags)}


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("my granddad fought in burma, anything on the [burma campaign]", "burma campaign"),
        ("爷爷是抗战老兵 想看龙应台写的那本[大江大海]", "大江大海"),
        ("something on [knots] and maybe [campfire cooking]", "knots campfire cooking"),
        ("[knots], yes, [knots]", "knots"),
    ],
)
def test_what_is_tagged_is_searched_for(line: str, query: str) -> None:
    assert read(line)["query"] == query


@pytest.mark.parametrize("text", ["books about trains", "有没有讲火车的书"])
def test_without_tags_the_rules_tell(text: str) -> None:
    assert Reader().read(text, TODAY, None) == Reader().read(text, TODAY)
    assert any(one.entity == "query" for one in Reader().read(text, TODAY))


def test_a_limit_within_a_topic_is_a_word_of_it() -> None:
    assert "year_from" not in read("about the [1926 strike] please")
    assert read("[strikes], published after 1990")["year_from"] == 1991


def test_what_limits_is_not_searched_for_as_well() -> None:
    assert read("only [french] ones") == {"language": "fre"}


@pytest.mark.parametrize(
    ("text", "tagger"),
    [
        ("my dad was a miner and would like something on pits", True),
        ("我爷爷是老兵，退休以后想看看讲长征的书", True),
        ("im a beekeeper, anything on bees", True),
        ("pits and miners", False),
        ("讲长征的书", False),
        ("could you please get me the paper 10.1038/s41586-020-2649-2 today", False),
    ],
)
def test_the_tagger_decides_of_long_messages(text: str, tagger: bool) -> None:
    tags = [Tagged("query", 0, 2)]
    assert decides(text) == tagger
    assert (Reader().read(text, TODAY, tags) != Reader().read(text, TODAY)) == tagger


def test_a_work_named_outright_stays_whole() -> None:
    text, tags = marked("do you have by any chance “the [dictionary] of lost words”")
    assert Reader().read(text, TODAY, tags)[-1].value == "the dictionary of lost words"


def test_whose_works_and_like_what() -> None:
    assert read("has anyone got {Rosamunde Pilcher} here")["query"] == "Rosamunde Pilcher"
    assert read("anything by {Rosamunde Pilcher} here")["author"] == "Rosamunde Pilcher"
    assert str(read("my group wants one after <the thursday murder club>")["like"]).startswith(
        "the t"
    )


def test_little_words_hold_a_title_together() -> None:
    text = "is the dictionary of lost words in, thanks"
    kinds = {"dictionary": "query", "lost": "query", "words": "query"}
    tags = [Tagged(kinds.get(one.word, ""), one.start, one.end) for one in split(text)]
    assert [text[one.start : one.end] for one in joined(text, tags)] == ["dictionary of lost words"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("knots, words", "knots", "words"),
        ("knots by night", "knots", "night"),
        ("书法。国画", "书法", "国画"),
    ],
)
def test_a_comma_and_an_author_part_topics(text: str, first: str, last: str) -> None:
    tags = [Tagged("query", text.index(one), text.index(one) + len(one)) for one in (first, last)]
    assert joined(text, tags) == tags


def test_what_is_far_less_sure_is_of_the_story() -> None:
    text, sure = "I drive. Trucks, or roads", {"drive": 0.2, "Trucks": 0.9, "roads": 0.5}
    tags = [Tagged("query", w.start, w.end, sure[w.word]) for w in split(text) if w.word in sure]
    assert [text[one.start : one.end] for one in joined(text, tags)] == ["Trucks", "roads"]


def test_a_day_in_a_title_is_no_day() -> None:
    assert "weekday" not in read("is [the thursday murder club] in")
    assert "weekday" in read("is [the hobbit] in on thursday")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_lines_are_well_formed(language: str) -> None:
    lines = (WORDS / f"{language}.txt").read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    bad = [
        one
        for one in told
        if not re.fullmatch(
            r"(?:[^\[\]{}<>]|\[[^\[\]{}<>]+\]|\{[^\[\]{}<>]+\}|<[^\[\]{}<>]+>)+", one
        )
    ]
    plain = [re.sub(r"[\[\]{}<>]", "", one).casefold() for one in told]
    assert not bad
    assert len(set(plain)) == len(plain) > 2000
