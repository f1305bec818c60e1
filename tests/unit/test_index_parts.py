"""The index's small parts: units, spelling, bridge, fusion, columns, ranking, the shared lock."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from index import tally
from index.bridge import bridge
from index.cards import card_bytes, card_from
from index.columns import Columns
from index.compare import Term, compare
from index.fuse import fused, scaled, standing
from index.headings import Headings
from index.ranking import Place, after, among
from index.record import Filters
from index.sharing import SharedLock
from index.shorthand import meant
from index.spelling import Speller, edits_allowed
from index.sure import best_of_unrelated
from index.tokens import pinyin_words, title_words, topic_words, words
from index.units import units_of
from tests.unit.index_shelf import book, copies


def test_units_are_finer_than_a_book():
    record = book(
        "b", "On birds", "A. Author", subjects=("Birds",),
        summary="First sentence about wings. " * 30, contents=("Wings", "Feathers"),
    )  # fmt: skip
    units = units_of(record)
    assert [u.kind for u in units][:2] == ["title", "summary"]
    assert units[-1].kind == "contents"
    assert units[-1].text == "Wings Feathers"
    assert sum(u.kind == "summary" for u in units) > 1
    assert all(len(u.text.split()) <= 94 for u in units)
    assert "Birds" in units[0].passage
    assert units_of(record)[1].key == units[1].key != units[2].key


def test_a_record_with_everything_stays_bounded():
    record = book(
        "b", "T", summary="word. " * 50_000, contents=tuple("chapter " * 3 for _ in range(9000))
    )
    assert len(units_of(record)) <= 17


def test_words_of_both_scripts():
    assert words("Café-Noir, 2nd ed.") == ["cafe", "noir", "2nd", "ed"]
    assert words("三體") == ["三", "体", "三体"]
    assert title_words("Annals, Volume II") == ["annals", "vol", "2"]
    assert topic_words("how do the birds navigate?") == ["birds", "navigate"]
    assert topic_words("to be or not to be") == ["to", "be", "or", "not", "to", "be"]
    assert "hongloumeng" in pinyin_words("红楼梦")
    assert pinyin_words("Dune") == []


def test_spelling_by_the_catalogues_own_words():
    speller = Speller([("prejudice", 5), ("pride", 9), ("price", 50), ("moby", 1), ("dick", 4)])
    assert speller.variants("predjudice")[0].word == "prejudice"
    assert {v.word for v in speller.variants("pirde")} >= {"pride"}
    assert speller.split("mobydick") == ("moby", "dick")
    assert speller.variants("xq") == []
    assert (
        edits_allowed("it"),
        edits_allowed("1984"),
        edits_allowed("whale"),
        edits_allowed("whales"),
    ) == (0, 0, 1, 2)
    speller.learn([("zebrafish", 1)])
    assert speller.variants("zebrafsh")[0].word == "zebrafish"


def test_a_title_agrees_by_words_author_and_shape():
    card = card_from(card_bytes(7, book("b", "War and peace", "Tolstoy, Leo")))
    terms = [Term("war", 3.0), Term("peace", 3.0), Term("tolstoi", 4.0)]
    (match,) = compare("war peace tolstoi", terms, [card])
    assert match.number == 7
    assert match.asked > 0.9
    assert match.named > 0.3
    (worse,) = compare("war horse", [Term("war", 3.0), Term("horse", 3.0)], [card])
    assert worse.score < match.score


def test_headings_that_set_the_found_apart():
    headings = Headings()
    for n in range(100):
        common = ("Fiction",) if n % 2 else ("Nonfiction",)
        headings.put(n, book(str(n), "t", subjects=(*common, *(("Birds",) if n < 6 else ()))))
    found = bridge([0, 1, 2, 3, 50], headings, 100)
    assert found[0].heading == "Birds"
    assert found[0].strength == 1.0
    assert all(b.heading not in ("Fiction", "Nonfiction") for b in found)
    headings.remove([0, 1])
    assert headings.carried(headings.of(2)[-1]) == 4


def test_fusion_when_one_side_knows_nothing():
    assert fused({}, {1: 0.2, 2: 0.9}, 1.0)[2] > 0
    both = fused({1: 5.0, 2: 1.0}, {1: 0.9, 2: 0.1, 3: 0.5}, 0.5)
    assert max(both, key=both.__getitem__) == 1
    assert scaled({}) == {}
    assert scaled({4: 3.0}) == {4: 0.0}
    assert standing(np.zeros(3, np.float32), np.zeros((0, 3), np.float32)) == (0.0, 1.0)


def test_columns_survive_saving_and_growth(tmp_path):
    columns = Columns()
    columns.put(5000, book("a", "A", year=-50, copies=copies("CEN+", "EAST-"), languages=("fre",)))
    columns.put(2, book("b", "B", year=None, copies=()))
    columns.save(tmp_path)
    again = Columns.load(tmp_path)
    assert again.count == 2
    assert again.passing(Filters()) is None
    for filters in (Filters(branches=("EAST",)), Filters(languages=("fre",)), Filters(year_to=0)):
        assert np.flatnonzero(again.passing(filters)).tolist() == [5000]
    assert not again.passing(Filters(branches=("EAST",), available=True)).any()
    again.remove([5000])
    assert again.count == 1


def test_many_branches_are_no_trouble():
    columns = Columns()
    for n in range(200):
        columns.put(n, book(str(n), "t", copies=copies(f"B{n}+")))
    assert np.flatnonzero(columns.passing(Filters(branches=("B150", "B3")))).tolist() == [3, 150]


def test_counts_are_of_works_and_not_of_editions():
    columns = Columns()
    records = [
        book("a", "A", year=1999, work="a", copies=copies("CEN+", "EAST-"), pages=100),
        book("b", "A", year=1995, work="a", copies=copies("EAST+"), languages=("fre",)),
        book("c", "A", year=2003, work="a", copies=copies("CEN-")),
        book("d", "D", year=-5, copies=copies("CEN+")),
        book("e", "E", year=None, copies=()),
    ]
    for number, record in enumerate(records):
        columns.put(number, record)
    total, counts = columns.counts(np.arange(5))
    assert total == 3
    assert counts["branch"] == {"CEN": 2, "EAST": 1}
    assert counts["language"] == {"eng": 3, "fre": 1}
    assert counts["decade"] == {"2000": 1, "1990": 1, "-10": 1}
    assert counts["available"] == {"true": 2}
    assert counts["pages"] == {"unstated": 2}
    assert columns.counts(np.zeros(0, np.int64)) == (0, {})


def test_the_first_of_many_by_two_keys():
    keys = [np.array([2, 1, 1, 1, 0]), np.array([0, 9, 3, 9, 5])]
    numbers = np.array([5, 8, 6, 7, 9])
    assert tally.first(numbers, keys, 3).tolist() == [9, 6, 7]
    assert tally.first(numbers, keys, 9).tolist() == [9, 6, 7, 8, 5]
    nothing = np.zeros(0, np.int64)
    assert tally.first(nothing, [nothing], 3).tolist() == []


def test_rankings_are_joined_without_repeats():
    sure, unsure = Place(1, 1.0, 0.9), Place(2, 0.5, 0.2)
    assert [p.number for p in after([sure], [unsure, sure])] == [1, 2]
    rest = [Place(3, 1.0, 0.95), Place(4, 1.0, 0.5), Place(5, 1.0, 0.6)]
    assert [p.number for p in among([Place(9, 0.7, 0.55)], rest)] == [3, 9, 4, 5]
    assert [p.number for p in among([Place(9, 0.7, 0.1)], rest)] == [3, 4, 5, 9]


def test_more_records_reach_higher_by_chance():
    assert best_of_unrelated(0) < best_of_unrelated(1000) < best_of_unrelated(1_000_000) < 6


def test_an_update_waits_for_searches_and_later_searches_for_it():
    lock, order = SharedLock(), []
    searching, go_on = threading.Event(), threading.Event()

    def search():
        with lock.shared():
            searching.set()
            go_on.wait(2)
            order.append("search")

    def update():
        with lock.exclusive():
            order.append("update")

    threads = [threading.Thread(target=search), threading.Thread(target=update)]
    threads[0].start()
    assert searching.wait(2)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(2)
    with lock.shared():
        order.append("later")
    assert order == ["search", "update", "later"]


def test_a_failed_search_frees_the_lock():
    lock = SharedLock()
    with pytest.raises(ValueError, match="no"), lock.shared():
        raise ValueError("no")
    with lock.exclusive():
        pass


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("做菜", "烹饪 cooking"),
        ("孩子焦虑", "焦虑 anxiety"),
        ("中国历史", "历史 history 中国 china"),
        ("funny books", "humorous fiction"),
        ("the scariest", "horror fiction ghost stories"),
        ("trouble sleeping", "sleep"),
        ("少年派的奇幻漂流", ""),
        ("法国大革命", ""),
        ("murder on the orient express", ""),
        ("古典音乐", "operas symphonies suites piano music"),
        ("流行音乐", "音乐 music"),
        ("养兔子", "rabbits"),
        ("守株待兔", ""),
        ("消费者权益", "consumer"),
    ],
)
def test_a_text_is_said_in_full_where_it_names_little_else(text, told):
    assert meant(text) == told
