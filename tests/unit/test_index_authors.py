"""Authors under the names by which readers call them."""

from __future__ import annotations

from index.record import Filters, Query
from tests.unit.index_shelf import book, shelved


def test_an_author_is_found_by_the_chinese_name(tmp_path):
    shelf = [
        book("m", "Matilda", "Dahl, Roald"),
        book("o", "物种起源", "达尔文", language="chi"),
        book("c", "变形记", "卡夫卡", language="chi"),
        book("k", "The trial", "Kafka, Franz"),
    ]
    opened = shelved(tmp_path, shelf)

    def by(text: str) -> set[str]:
        found = opened.search(Query(text=text))
        return {hit.record.id for hit in found.hits} if found.kind == "author" else set()

    try:
        assert by("罗尔德·达尔") == by("罗尔德达尔") == by("达尔") == {"m"}
        assert by("达尔文") == {"o"}
        assert by("卡夫卡") == {"c", "k"}
        assert by("达成") == by("卡车") == set()
        assert opened.search(Query(filters=Filters(authors=("罗尔德·达尔",)))).total == 1
    finally:
        opened.close()
