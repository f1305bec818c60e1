"""Questions to the library's knowledge with slips in them, and how sure an answer is."""

from __future__ import annotations

import pytest

from index.knowledge_search import KnowledgeSearch
from index.spelling import Speller
from index.twins import HashEncoder
from tests.unit.test_index_knowledge import ENTRIES


@pytest.fixture
def search() -> KnowledgeSearch:
    return KnowledgeSearch(ENTRIES, HashEncoder())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pritn", "print"),
        ("liberry card", "library card"),
        ("pritners and my phnoe", "printers and my phone"),
    ],
)
def test_misspelt_words_are_read_as_the_entries_spell_them(
    search: KnowledgeSearch, text: str, meant: str
) -> None:
    assert search.search(text, "en") == search.search(meant, "en")


def test_short_words_and_first_letters_are_left_alone() -> None:
    real = Speller([("story", 3), ("building", 2), ("reserve", 1), ("reminder", 1)])
    for word in ("store", "bullying", "reverse", "reindeer"):
        assert real.nearest(word) == word
    speller = Speller([("fax", 3), ("printer", 2), ("hours", 1)])
    assert [speller.nearest(w) for w in ("tax", "sprinter", "horus", "printr", "printer")] == [
        "tax", "sprinter", "hours", "printer", "printer",
    ]  # fmt: skip


def test_the_librarys_own_words_are_surer_than_a_part_of_them(search: KnowledgeSearch) -> None:
    whole = search.search("I lost my library card", "en")[0]
    part = search.search("lost library", "en")[0]
    assert whole.entry_id == part.entry_id == "lost"
    assert whole.confidence > max(0.9, part.confidence)


def test_an_entry_far_behind_is_less_likely_than_one_just_behind(search: KnowledgeSearch) -> None:
    first, *others = search.search("how do I get a card", "en", 10)
    chances = [first.confidence, *(hit.confidence for hit in others)]
    assert chances == sorted(chances, reverse=True)
    assert chances[-1] < 0.25
