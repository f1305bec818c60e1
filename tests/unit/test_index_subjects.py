"""Headings that come near a question, and what that tells of the records that carry them."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest

from index.build import current
from index.record import Query
from index.subjects import Subjects, topic_of
from index.sure import likelihood
from index.topics import Topical
from index.twins import HashEncoder
from tests.unit.index_shelf import book, shelved

SHELF = [
    book("escape", "Out of the dark", subjects=("Refugees -- Juvenile fiction",)),
    book("bread", "Crust and crumb", subjects=("Baking",)),
    *(book(f"o{n}", f"Volume {n}", subjects=(f"Matter {n}", f"Theme {n}")) for n in range(60)),
]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("index")
    opened = shelved(folder, SHELF)
    yield opened, folder
    opened.close()


@pytest.mark.parametrize(
    ("heading", "topic"),
    [
        ("Refugees -- Juvenile fiction", "Refugees"),
        ("Iran -- History -- Comic books, strips, etc.", "Iran -- History"),
        ("Birds -- Migration", "Birds -- Migration"),
        ("Science fiction", "Science fiction"),
        ("长篇小说", "长篇小说"),
    ],
)
def test_the_form_of_a_work_is_no_part_of_its_topic(heading: str, topic: str) -> None:
    assert topic_of(heading) == topic


def test_the_heading_that_a_question_names_is_the_nearest(shelf: tuple[object, Path]) -> None:
    _, folder = shelf
    place = current(folder)
    names = (place / "headings.txt").read_text("utf-8").split("\n")
    near = Subjects.load(place).near(HashEncoder().encode_query("refugees"), "refugees")
    assert len(near) == len(names)
    assert names[near.argmax()] == "Refugees -- Juvenile fiction"


def test_a_few_headings_are_compared_with_nothing() -> None:
    few = Subjects(
        np.zeros(3, np.int32), np.eye(3, 8, dtype=np.float32), np.zeros((2, 8), np.float32)
    )
    assert len(few.near(np.ones(8, np.float32), "birds")) == 0


def test_a_library_of_few_records_or_none_has_an_index_all_the_same(tmp_path: Path) -> None:
    with contextlib.closing(shelved(tmp_path, [book("one", "Alone")])) as holdings:
        assert [hit.record.id for hit in holdings.search(Query(text="alone")).hits] == ["one"]


def test_the_record_of_a_near_heading_comes_first(shelf) -> None:
    holdings, _ = shelf
    assert holdings.search(Query(text="refugees", floor=0.0)).hits[0].record.id == "escape"
    assert holdings.search(Query(text="baking", floor=0.0)).hits[0].record.id == "bread"


def test_words_tell_less_where_no_heading_comes_near() -> None:
    def chance(headed: float | None) -> float:
        return likelihood(Topical(1, 1.0, 3.7, 0.7, 0, 1, headed=headed), 3.7)

    assert chance(0.2) < 0.5 < chance(0.6)
    assert chance(None) > 0.5  # records without headings are judged as ever
