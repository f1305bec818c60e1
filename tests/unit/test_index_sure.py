"""How likely a record on a topic helps: its words weigh by how telling they are."""

from __future__ import annotations

import pytest

from index.sure import likelihood
from index.tokens import telling_words
from index.topics import Topical

BEST = 3.7  # of a thousand records that have nothing to do with the question


def chance(height: float, share: float, **more) -> float:
    return likelihood(Topical(1, 1.0, height, share, 0, more.pop("asked", 2), **more), BEST)


def test_a_common_word_does_not_make_up_for_a_telling_one_that_no_record_has():
    assert chance(2.7, 0.3, strange=0.7, bridged=1.0) < 0.5  # husband, of "husband has dementia"
    assert chance(2.7, 1.0, bridged=1.0) > 0.5
    assert chance(3.9, 0.7) > 0.5


def test_headings_of_the_nearest_say_little_where_no_record_has_the_words():
    led = {"foreign": True, "bridged": 0.5}
    assert chance(3.7, 0.0, strange=0.85, **led) == chance(3.7, 0.0, strange=0.85, foreign=True)
    assert chance(3.7, 0.0, strange=0.2, **led) > chance(3.7, 0.0, strange=0.2, foreign=True)
    assert chance(3.7, 0.3, strange=0.7, bridged=1.0) > chance(3.7, 0.3, strange=0.7)


def test_what_is_near_in_meaning_needs_no_word():
    assert chance(8.6, 0.0, strange=1.0) > 0.5
    assert chance(3.7, 0.0, strange=1.0) < 0.2


def test_a_record_in_another_script_is_judged_by_its_nearness():
    assert chance(5.5, 0.0, foreign=True, strange=1.0) > 0.5
    assert chance(3.5, 0.0, foreign=True, strange=1.0) < 0.5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("时间管理", ["时间", "管理"]),
        ("西西", ["西西"]),  # a name, and no 西 of 湘西
        ("妈妈", ["妈妈"]),
        ("东西", ["东西"]),
        ("怎么做菜", ["做菜"]),
        ("关于恐龙的书", ["恐龙"]),
        ("learning the guitar", ["learning", "guitar"]),
        ("的", ["的"]),
    ],
)
def test_telling_words_are_words_and_no_pairs_by_chance(text, words):
    assert telling_words(text) == words
