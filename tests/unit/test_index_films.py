"""Kinds of films by the genre terms of records."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.holdings import Holdings
from index.record import Filters, Query
from index.shorthand import film_genres
from tests.unit.index_shelf import book, shelved

FILM = Filters(formats=("film",))


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    folder: Path = tmp_path_factory.mktemp("films")
    return shelved(
        folder,
        [
            book("shining", "The shining", format="film", genres=("Horror films",)),
            book("earnest", "The importance of being earnest", format="film",
                 genres=("Fiction films", "Comedy films")),
            book("cranford", "Cranford", format="film",
                 genres=("Historical television programs",)),
            book("dracula", "Dracula", genres=("Horror fiction",)),
        ],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("horror", "shining"),
        ("scary", "shining"),
        ("恐怖", "shining"),
        ("funny", "earnest"),
        ("喜剧", "earnest"),
        ("comedy", "earnest"),
        ("历史", "cranford"),
    ],
)
def test_a_kind_of_film(films: Holdings, text: str, first: str) -> None:
    found = films.search(Query(text=text, filters=FILM))
    assert [hit.record.id for hit in found.hits] == [first]


@pytest.mark.parametrize(
    "text", ["bees", "cranford", "history of jazz", "the war of the worlds", "机器人", "战争与和平"]
)
def test_other_words_name_no_kind_of_film(text: str) -> None:
    assert not film_genres(text)


def test_of_books_a_kind_of_film_is_a_topic(films: Holdings) -> None:
    found = films.search(Query(text="horror", filters=Filters(formats=("book",))))
    assert [hit.record.id for hit in found.hits] in (["dracula"], [])
