"""Titles and names that are written as they sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.cards import Card
from index.compare import Term, compare
from index.misspelt import is_slip_of, sounds_as
from index.record import Query
from tests.unit.index_shelf import book, shelved

SHELF = [
    book("solitude", "百年孤独", "加西亚·马尔克斯", language="chi"),
    book("alive", "活着", "余华", language="chi"),
    book("poems", "诗集", "徐志摩", language="chi"),
    book("facts", "经济学原理", "曼昆", language="chi", summary="用实际的例子讲经济。"),
    book("orient", "Murder on the Orient Express", "Christie, Agatha, 1890-1976"),
    book("dalloway", "Mrs Dalloway", "Woolf, Virginia, 1882-1941"),
    book("emma", "Emma", "Austen, Jane, 1775-1817"),
    book("life", "Jane Austen: a life", "Tomalin, Claire"),
    book("time", "A brief history of time", "Hawking, Stephen, 1942-2018"),
    book("gatsby", "The great Gatsby", "Fitzgerald, F. Scott"),
    book("bird", "To kill a mockingbird", "Lee, Harper"),
    book("hundred", "One hundred years of solitude", "García Márquez, Gabriel"),
    book("steps", "The thirty-nine steps", "Buchan, John"),
    book("stone", "The philosopher's stone", "Rowling, J. K.", series=["Harry Potter ; 1"]),
]


@pytest.mark.parametrize(
    ("typed", "title"),
    [("百年孤读", "百年孤独"), ("活者", "活着"), ("红搂梦", "紅樓夢"), ("西游纪", "西游记")],
)
def test_a_title_sounds_as_what_was_typed(typed: str, title: str) -> None:
    assert sounds_as(typed, title)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("骆驼样子", "骆驼祥子"),
        ("活着", "活着"),
        ("火车", "活着"),
        ("实际", "诗集"),
        ("活", "活着"),
    ],
)
def test_other_words_do_not(typed: str, title: str) -> None:
    assert not sounds_as(typed, title)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jane austin", "Austen, Jane, 1775-1817"),
        ("steven hawking", "Hawking, Stephen"),
        ("agatha cristy", "Christie, Agatha"),
        ("virginia wolf", "Woolf, Virginia"),
        ("mary shelly", "Shelley, Mary Wollstonecraft"),
    ],
)
def test_a_name_with_a_slip(typed: str, name: str) -> None:
    assert is_slip_of(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jane austen", "Austen, Jane"),
        ("austin texas", "Austen, Jane"),
        ("john austen", "Austen, Jane"),
        ("jane goodall", "Austen, Jane"),
        ("rose gardens", "Gardner, Rose"),
        ("king arthur", "King, Stephen"),
    ],
)
def test_another_name_has_none(typed: str, name: str) -> None:
    assert not is_slip_of(typed, name)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("百年孤读", "solitude"),
        ("活者", "alive"),
        ("Jane Austin", "emma"),
        ("books by agatha cristy", "orient"),
        ("virginia wolf", "dalloway"),
        ("to kil a mocking bird", "bird"),
        ("100 years of solitude", "hundred"),
        ("the 39 steps", "steps"),
        ("hary poter", "stone"),
    ],
)
def test_what_was_meant_is_found(tmp_path: Path, typed: str, first: str) -> None:
    found = shelved(tmp_path, SHELF).search(Query(text=typed))
    assert first in [hit.record.id for hit in found.hits]
    assert found.kind in ("known_item", "author")


def test_the_name_that_was_meant_is_told(tmp_path: Path) -> None:
    found = shelved(tmp_path, SHELF).search(Query(text="steven hawking"))
    assert (found.kind, found.corrected) == ("author", "Stephen Hawking")


@pytest.mark.parametrize(
    ("typed", "title", "whole"),
    [
        ("the grate gatsby", "the great gatsby", True),
        ("a brief history of thyme", "a brief history of time", True),
        ("the team machine", "the time machine", False),
        ("thyme", "time", False),
    ],
)
def test_among_words_enough_one_may_only_sound_the_same(
    typed: str, title: str, whole: bool
) -> None:
    terms = [Term(word, 1.0) for word in typed.split()]
    match = next(compare(typed, terms, [Card(1, (title,), (), ())]))
    assert (match.told == 1.0) == whole


def test_a_part_that_we_lack_leads_to_those_that_we_have(tmp_path: Path) -> None:
    others = [book(f"o{n}", f"The prince of tale {n}") for n in range(9)]
    shelf = shelved(tmp_path, [*SHELF, *others])
    found = shelf.search(Query(text="hary poter and the half blood prince", floor=0.0))
    assert found.hits[0].record.id == "stone"


def test_slips_are_mended_by_the_title_found(tmp_path: Path) -> None:
    shelf = shelved(tmp_path, [*SHELF, book("hackers", "Hackers: a history", "Levy, Steven")])
    assert shelf.search(Query(text="hary poter")).corrected == "harry potter"
    assert shelf.search(Query(text="a breif history of tyme")).corrected.startswith("a brief")


@pytest.mark.parametrize(
    "typed", ["实际", "jane goodall", "austin texas", "火车", "team", "39 ways to save", "grate"]
)
def test_words_that_are_no_slip_name_nothing(tmp_path: Path, typed: str) -> None:
    assert shelved(tmp_path, SHELF).search(Query(text=typed)).kind == "topic"


def test_a_word_of_texts_is_no_slip_for_a_name_of_its_stem(tmp_path: Path) -> None:
    garden = book("garden", "The secret garden", "Burnett, Frances Hodgson")
    told = [book(f"f{n}", f"Bread {n}", summary="A year in France.") for n in range(3)]
    shelf = shelved(tmp_path, [*SHELF, garden, *told])
    assert shelf.search(Query(text="france", by_name=True)).kind == "topic"
    assert shelf.search(Query(text="burnet", by_name=True)).corrected == "Frances Hodgson Burnett"
