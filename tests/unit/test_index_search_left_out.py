"""What a search leaves out, whose works it lists, and what is new: over small catalogues."""

from __future__ import annotations

from actions.shelf import Shelf
from index import browse, topics
from index.record import Filters, Query
from tests.unit.index_shelf import book, shelved


def test_what_is_not_wanted_is_left_out_with_its_translations(tmp_path):
    work = "santi/liu"
    shelf = [
        book("chi", "三体", "刘慈欣", language="chi", work=work, subjects=("科学幻想小说",)),
        book("eng", "The three-body problem", "Liu, Cixin", work=work, subjects=("Space",)),
        book("spy", "The spies of space", "Roe, Ann", subjects=("Space",)),
        book("war", "Space and war", "Roe, Ann", subjects=("Space",)),
    ]
    opened = shelved(tmp_path, shelf)

    def found(**filters: object) -> set[str]:
        hits = opened.search(Query(text="", filters=Filters(**filters))).hits
        return {one for hit in hits for one in (hit.record.id, *hit.editions)}

    try:
        assert found(not_authors=("刘慈欣",)) == {"spy", "war"}
        assert found(not_words=("spy",), languages=("eng",)) == {"eng", "war"}
        assert found(not_words=("三体",)) == {"spy", "war"}
        assert found(having=("spy", "war space")) == {"spy", "war"}
        assert found(having=("spy",), not_authors=("Roe",)) == set()
    finally:
        opened.close()


def test_all_that_is_not_wanted_is_left_out_and_all_of_an_author_is_found(tmp_path):
    many = 2100
    shelf = [book(f"s{n}", f"A spy story {n}", "Carr, Ada", summary="") for n in range(many)]
    opened = shelved(tmp_path, [*shelf, book("owl", "A story of an owl", "Fay, Bo")])
    try:
        for text in ("", "books about stories", "a story"):
            no_spies = Query(text=text, filters=Filters(not_words=("spy",)), floor=0.0)
            assert [hit.record.id for hit in opened.search(no_spies).hits] == ["owl"], text
            not_hers = Query(text=text, filters=Filters(not_authors=("Carr",)), floor=0.0)
            assert [hit.record.id for hit in opened.search(not_hers).hits] == ["owl"], text
        assert opened.search(Query(filters=Filters(authors=("ada carr",)))).total == many
    finally:
        opened.close()


def test_initials_typed_as_one_word_are_a_name(tmp_path):
    shelf = [book("hp", "A school", "Rowling, J. K."), book("k", "King of all", "King, Ann")]
    opened = shelved(tmp_path, shelf)
    try:
        found = opened.search(Query(text="jk rowling"))
        assert (found.kind, found.hits[0].record.id) == ("author", "hp")
    finally:
        opened.close()


def test_a_word_that_records_have_is_no_misspelt_name(tmp_path):
    shelf = [
        book("b", "Evelina", "Burney, Fanny"),
        book("f", "A comedy", "Roe, Ann", summary="Funny and wonderful."),
        book("w", "A walk", "Wanderful, Lee"),
    ]
    opened = shelved(tmp_path, shelf)
    try:
        assert opened.search(Query(text="funny")).corrected == ""
        assert opened.search(Query(text="wonderful")).kind != "author"
    finally:
        opened.close()


def test_plays_of_an_author_are_plays(tmp_path):
    shelf = [
        book("p", "Hamlet", "Shakespeare, William", literary_form="drama"),
        book("s", "Sonnets", "Shakespeare, William", literary_form="poetry"),
    ]
    opened = shelved(tmp_path, shelf)
    by = Filters(authors=("shakespeare",))
    try:
        for query in (Query(text="shakespeare plays"), Query(text="plays", filters=by)):
            assert [hit.record.id for hit in opened.search(query).hits] == ["p"]
        assert len(opened.search(Query(text="shakespeare novels")).hits) == 2
    finally:
        opened.close()


def test_news_is_looked_for_among_what_is_new(tmp_path, monkeypatch):
    monkeypatch.setattr(topics, "_TOLD", 2)
    monkeypatch.setattr(browse, "_LISTED", 2)
    shelf = Shelf(None)
    shelf.holdings = opened = shelved(tmp_path)
    shelf.catalogue = catalogue = opened.catalogue
    since = catalogue.head()
    catalogue.upsert([book("fill0", "Roses for the garden", year=1950)])
    assert catalogue.number_at(since) is None
    assert shelf.news(Query(text="gardening"), since) == []
    grown = book("grown", "All that grows", year=1901, subjects=("Gardening",))
    late = book("late", "A late edition of Emma", "Austen, Jane", year=1902, format="ebook")
    catalogue.upsert([grown, late])
    opened.refresh()

    def news(text: str = "", **filters) -> list[str]:
        query = Query(text=text, filters=Filters(**filters))
        return [record.id for record in shelf.news(query, since)]

    try:
        assert news("books about gardening") == ["grown"]
        assert set(news(languages=("eng",))) == {"grown", "late"}
        assert news("jane austen") == news(authors=("jane austen",)) == ["late"]
        assert news("pride and prejudice") == news(formats=("dvd",)) == []
        assert len(shelf.news(Query(limit=1), since)) == 1
        assert shelf.news(Query(text="pride and prejudice"), 0)[0].id == "pp1"
    finally:
        opened.close()
