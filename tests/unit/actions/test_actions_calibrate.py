"""What a threshold promises: counted from questions whose answers are known."""

from __future__ import annotations

import pytest

from actions.calibrate import Row, Tried, choose, table, try_answers, try_titles, within
from actions.live import Live
from assistant.knowledge import load_knowledge
from assistant.settings import PACKAGED_LIBRARY
from index.knowledge_search import KnowledgeSearch
from index.twins import HashEncoder


def test_a_row_counts_what_would_have_been_answered() -> None:
    tried = [Tried(0.9, True), Tried(0.6, False), Tried(0.3, True)]
    row = next(row for row in table(tried) if row.threshold == 0.5)
    assert (row.asked, row.answered, row.wrong) == (3, 2, 1)
    assert row.share_answered == pytest.approx(2 / 3)
    assert row.share_wrong == 0.5


def test_what_is_asked_back_reaches_the_reader_by_a_choice() -> None:
    tried = [Tried(0.9, True, True), Tried(0.3, False, True), Tried(0.2, False)]
    rows = {row.threshold: row for row in table(tried)}
    assert rows[0.5].reached == pytest.approx(2 / 3)
    assert rows[0.25].reached == pytest.approx(1 / 3)


def test_the_lowest_threshold_that_kept_under_a_bound() -> None:
    rows = [Row(0.2, 40, 30, 4), Row(0.4, 40, 20, 1), Row(0.6, 40, 0, 0)]
    assert within(rows, 0.05) is rows[1]
    assert within(rows, 0.01) is None


def test_few_answers_promise_nothing() -> None:
    assert choose([Row(0.5, 50, 50, 0)], 0.05) is None
    assert Row(0.5, 50, 0, 0).at_most == 1.0


def test_the_lowest_threshold_that_keeps_the_promise() -> None:
    rows = [Row(0.2, 1000, 900, 90), Row(0.4, 1000, 800, 20), Row(0.6, 1000, 600, 2)]
    best = choose(rows, 0.05)
    assert best is not None
    assert best.threshold == 0.4
    assert 0.025 < best.at_most < 0.05


def test_wilsons_bound_is_the_textbooks() -> None:
    assert Row(0.5, 100, 100, 5).at_most == pytest.approx(0.0992, abs=0.0001)


@pytest.mark.slow
def test_every_wording_is_asked_once_without_itself() -> None:
    entries = load_knowledge(PACKAGED_LIBRARY)[:12]
    wordings = sum(len(e.en.also) + len(e.zh.also) for e in entries)
    tried = list(
        try_answers(entries, lambda e: KnowledgeSearch(e, HashEncoder()), ["who won?"] * 5)
    )
    assert len(tried) == wordings + 5
    assert 0.3 < sum(one.right for one in tried) / len(tried) < 1


def test_titles_are_found_and_missed(live: Live) -> None:
    holdings = live.shelf.holdings
    assert holdings is not None
    ids = [hit.record.id for hit in _some(live)]
    tried = list(try_titles(holdings, holdings.get(ids), 20))
    assert len(tried) == 2 * len(ids)
    found = tried[::2]
    assert sum(one.right for one in found) >= 0.8 * len(found)
    assert not any(one.right for one in tried[1::2])


def _some(live: Live):  # type: ignore[no-untyped-def]
    from index.record import Query

    return live.shelf.search(Query(text="cooking", limit=10)).hits
