"""Questions to the library's knowledge with slips in them, and how sure an answer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.knowledge_search import KnowledgeSearch
from index.spelling import Speller
from index.twins import HashEncoder
from tests.unit.test_index_knowledge import ENTRIES, NOTHING, Entry, Told

if TYPE_CHECKING:
    from index.encoder import Vectors


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


class Shouting(HashEncoder):
    """An encoder of English alone that counts what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.fingerprint, self.asked = "shouting", list[str]()

    def encode_query(self, text: str) -> Vectors:
        self.asked.append(text)
        return super().encode_query(text)


def test_the_english_encoder_is_asked_english_questions_only() -> None:
    english = Shouting()
    search = KnowledgeSearch(ENTRIES, HashEncoder(), english=english)
    assert search.search("printing from a phone", "en")[0].entry_id == "print"
    told = len(english.asked)
    assert told
    assert search.search("怎么打印", "zh")[0].entry_id == "print"
    assert search.search("怎么打印", "en")[0].entry_id == "print"
    assert len(english.asked) == told


def test_what_the_library_wrote_is_found_whatever_else_comes_near() -> None:
    also = ("lift to the attic", "is it loud upstairs", "may I bring tea")
    room = Entry("room", Told("When does the reading room open?", "At nine.", also), NOTHING)
    lift = Entry("lift", Told("Is there a lift to the roof?", "To the attic only."), NOTHING)
    search = KnowledgeSearch([room, lift, *ENTRIES], HashEncoder())
    hit = search.search("the lift to the attic", "en")[0]
    assert (hit.entry_id, hit.wording) == ("room", "lift to the attic")
    assert hit.confidence >= 0.95
    assert search.search("a lift, and the attic above", "en")[0].confidence < 0.95


def test_a_word_of_the_english_encoder_is_no_slip() -> None:
    class Reads(HashEncoder):
        def is_word(self, text: str) -> bool:
            return text == "prnt"

    search = KnowledgeSearch(ENTRIES, HashEncoder(), english=Reads())
    assert search._spelt("prnt") == "prnt"
    assert search._spelt("pritn") == "print"


def test_only_entries_asked_for_are_searched(search: KnowledgeSearch) -> None:
    best, second = search.search("I lost my library card", "en", 2)
    assert search.search("I lost my library card", "en", 2, (second.entry_id,))[0].entry_id == (
        second.entry_id
    )
    assert best.entry_id == "lost"


def test_the_sentence_that_shares_words_with_a_question_tells_it(search: KnowledgeSearch) -> None:
    told = search.telling("is there a password", ["Open the browser.", "There is no password."])
    assert told[1] > told[0]
    assert search.telling("is there a password", []) == []
