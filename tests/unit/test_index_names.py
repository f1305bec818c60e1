"""Known authors and works under the names that readers of either language have for them."""

from __future__ import annotations

from importlib import resources

import pytest

from index.authors_chinese import misheard, name_in_chinese, own_spelling
from index.record import Query
from index.text import has_han, simplify
from index.works_known import other_titles, work_called
from tests.unit.index_shelf import book, shelved

# Words of every day that are no names.
EVERYDAY = """科学 历史 音乐 小说 中国 沙特 高达 河马 矛盾 海岸 格林 牛顿 培根 城堡 情人 母亲 女巫 儿童
老师 故事 数学 英语 电影 漫画""".split()  # noqa: SIM905


def _lines(name: str) -> list[list[str]]:
    told = resources.files("index").joinpath(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in told]


def test_the_list_of_authors_is_in_form():
    rows = _lines("authors_chinese.txt")
    names = [name for _, told in rows for name in told.split(" ")]
    assert len(rows) > 900
    assert all(len(row) == 2 and row[0].strip() and not has_han(row[0]) for row in rows)
    assert all(name and len(name) > 1 and name == simplify(name) for name in names)
    assert len(set(names)) == len(names)
    assert [word for word in EVERYDAY if own_spelling(word)] == []


def test_the_list_of_works_is_in_form():
    rows = _lines("works_known.txt")
    assert len(rows) > 600
    for author, told in rows:
        titles = told.split("; ")
        assert author, told
        assert len(set(titles)) == len(titles) > 1, told
        assert not has_han(titles[0]), told
        assert all(map(str.strip, titles)), told
    assert [word for word in EVERYDAY if work_called(word)] == []
    assert work_called("night") is work_called("it") is None


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        ("宫崎骏", "Miyazaki Hayao"),
        ("韓江", "Han Kang"),
        ("馬奎斯", "García Márquez Gabriel"),
        ("加夫列尔·加西亚·马尔克斯", "García Márquez Gabriel"),
        ("莫扎特", "Mozart Wolfgang Amadeus"),
    ],
)
def test_an_author_by_a_chinese_name(typed: str, own: str) -> None:
    assert own_spelling(typed) == own


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("东野奎吾", "东野圭吾"),
        ("鲁讯", "鲁迅"),
        ("张爱林", "张爱玲"),
        ("村上春数", "村上春树"),
        ("王小明", ""),
        ("矛盾", ""),
        ("河马", ""),
        ("机器学习", ""),
        ("鲁迅", ""),
    ],
)
def test_a_name_with_one_character_wrong(typed: str, meant: str) -> None:
    assert misheard(typed) == meant


def test_the_other_titles_of_a_work():
    assert "Animal farm" in other_titles("动物庄园")
    assert other_titles("變形記")[0] == "变形记"
    assert "西游记" in other_titles("journey to the west")
    assert other_titles("some other title") == []
    assert name_in_chinese("King Stephen") == "斯蒂芬·金"


def test_a_work_is_found_under_a_title_that_no_record_has(tmp_path):
    shelf = [
        book("a", "Animal farm", "Orwell, George"),
        book("f", "动物的故事", "某人", language="chi"),
        book("m", "海边的卡夫卡", "村上春树", language="chi"),
        book("c", "The well-tempered clavier", "Bach, Johann Sebastian", summary="for the piano"),
        book("p", "Piao", "Mitchell, Margaret"),
        book("e", "On a beam of light: a story of Albert Einstein", "Berne, Jennifer"),
    ]
    opened = shelved(tmp_path, shelf)

    def first(text: str) -> tuple[str, str]:
        found = opened.search(Query(text=text))
        return found.kind, found.hits[0].record.id if found.hits else ""

    try:
        assert (
            first("动物庄园") == first("動物農莊") == first("有没有动物庄园") == ("known_item", "a")
        )
        assert first("kafka on the shore") == ("known_item", "m")
        assert opened.bears("动物庄园")
        assert not opened.bears("变形记")
        assert first("村上春数") == ("author", "m")
        assert first("the piano")[1] != "p"
        assert first("piaoo") == ("known_item", "p")
        assert first("爱因斯坦") == ("topic", "e")
    finally:
        opened.close()
