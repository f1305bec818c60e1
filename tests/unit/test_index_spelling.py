"""Slips of the hand, and words that are none."""

from __future__ import annotations

from index.record import Query
from index.spelling import Speller
from tests.unit.index_shelf import shelved


def test_words_that_are_no_slips_stay() -> None:
    speller = Speller([("nice", 3), ("dante", 2), ("library", 4), ("england", 1)])
    typed = ("niece", "donate", "liberry", "englnad")
    assert [speller.nearest(word) for word in typed] == ["niece", "donate", "library", "england"]


def test_a_topic_is_mended_from_subjects(tmp_path) -> None:
    shelf = shelved(tmp_path)
    try:
        found = shelf.search(Query(text="books about myocardial infracton"))
        assert found.corrected == "myocardial infarction"
        assert {hit.record.id for hit in found.hits} >= {"heart1", "heart2"}
        assert not shelf.search(Query(text="books about migrating birds")).corrected
        assert not shelf.search(Query(text="books about my niece")).corrected
    finally:
        shelf.close()


def test_two_slips_leave_the_first_letter() -> None:
    speller = Speller([("prophet", 1), ("kitchen", 2)])
    assert not speller.variants("crochet")
    assert [one.word for one in speller.variants("prohpett")] == ["prophet"]
    assert [one.word for one in speller.variants("rpophet")] == ["prophet"]
    assert [one.word for one in speller.variants("kithcne")] == ["kitchen"]
