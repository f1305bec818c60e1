"""Questions to the library's own knowledge: found in other words, live at once."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from index import knowledge_search
from index.knowledge_search import KnowledgeSearch
from index.knowledge_shelf import Shelf
from index.twins import HashEncoder


@dataclass(frozen=True)
class Told:
    question: str
    answer: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    id: str
    en: Told
    zh: Told

    def wording(self, language):
        return self.en if language == "en" else self.zh


NOTHING = Told("", "")
ENTRIES = [
    Entry("print", Told("How do I print?", "Send it to print@ and pay at the machine.",
                        ("print from my phone", "where are the printers")),
          Told("怎么打印？", "发送到打印邮箱，在机器上付款。")),
    Entry("card", Told("How do I get a library card?", "Bring proof of address."),
          Told("怎么办借书证？", "请带住址证明。")),
    Entry("lost", Told("I lost my library card", "Tell us and we make a new one for 2."),
          Told("借书证丢了怎么办？", "告诉我们，补办两元。")),
    Entry("lost2", Told("My card was stolen", "Tell us and we make a new one for 2."), NOTHING),
]  # fmt: skip


@pytest.fixture
def search():
    return KnowledgeSearch(ENTRIES, HashEncoder())


@pytest.mark.parametrize(
    ("text", "language", "entry"),
    [
        ("printing from a phone", "en", "print"),
        ("where do I get a card", "en", "card"),
        ("proof of address", "en", "card"),
        ("打印", "zh", "print"),
        ("我的借书证丢了", "zh", "lost"),
        ("怎么打印", "en", "print"),
    ],
)
def test_finds_the_entry_in_other_words(search, text, language, entry):
    assert search.search(text, language)[0].entry_id == entry


def test_hits_are_best_first_with_chances(search):
    hits = search.search("How do I print?", "en", limit=4)
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert hits[0].confidence > 0.8 > hits[-1].confidence >= 0
    assert hits[0].wording == "How do I print?"
    assert hits[0].margin == pytest.approx(hits[0].score - hits[1].score)


def test_entries_that_say_the_same_are_one_answer(search):
    hits = search.search("my card was stolen", "en", limit=4)
    assert (hits[0].entry_id, hits[0].same) == ("lost2", ("lost",))
    assert len(hits) == 3


def test_something_else_is_not_sure(search):
    assert all(h.confidence < 0.3 for h in search.search("quantum chromodynamics", "en"))


def test_a_change_is_live_at_once(search):
    parking = Entry("park", Told("Where can I park?", "Behind the library."), NOTHING)
    search.update([parking])
    assert search.search("where can I park my car")[0].entry_id == "park"
    search.update([Entry("park", Told("Is there a cafe?", "On the first floor."), NOTHING)])
    assert search.search("is there a cafe")[0].entry_id == "park"
    search.update(gone=["park"])
    search.update(gone=["park"])
    assert all(h.entry_id != "park" for h in search.search("is there a cafe"))


def test_many_changes_make_the_search_anew_once(search, monkeypatch):
    made = []

    def counted(language, *given):
        made.append(language)
        return Shelf(language, *given)

    monkeypatch.setattr(knowledge_search, "Shelf", counted)
    told = [
        Entry(f"room{n}", Told(f"Where is room {n}?", f"Floor {n}."), NOTHING) for n in range(9)
    ]
    search.update(told, gone=["card", "nobody"])
    assert made == ["en", "zh"]
    assert search.search("where is room 7")[0].entry_id == "room7"
    assert all(h.entry_id != "card" for h in search.search("how do I get a library card", limit=9))
    search.update(gone=["card", "nobody"])
    assert made == ["en", "zh"]


def test_nothing_is_no_error(search):
    assert search.search("   ") == []
    assert KnowledgeSearch([], HashEncoder()).search("print") == []
    assert search.search("😀" * 400)


def test_a_restart_encodes_nothing_again():
    class Kept(dict):
        def vectors_for(self, hashes, encoder):
            return {h: self[h] for h in hashes if h in self}

        def keep_vectors(self, encoder, made):
            self.update(made)

    class Once(HashEncoder):
        def encode_queries(self, texts):
            raise AssertionError("encoded again")

        encode_passages = encode_queries

    kept = Kept()
    KnowledgeSearch(ENTRIES, HashEncoder(), kept)
    assert KnowledgeSearch(ENTRIES, Once(), kept).search("printers", limit=1)[0].entry_id == "print"
