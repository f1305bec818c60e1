"""What the rules read in a message: entities with exact spans, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.places import Places, read_places
from assistant.engine.understanding.reader import Reader
from tests.marks import read_marks

TODAY = date(2026, 11, 24)  # a Tuesday
SAMPLE = Path(__file__).parents[2] / "assistant" / "sample"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(read_places(SAMPLE))


def told(found: list[Found]) -> dict[str, Any]:
    """Entity to value; a list where one is named twice, and "!" before what is not wanted."""
    values: dict[str, Any] = {}
    for one in found:
        name = f"!{one.entity}" if one.negated else one.entity
        values[name] = [*_list(values[name]), one.value] if name in values else one.value
    return values


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


ACCEPTED = [
    ("do you have anything about [how birds navigate]", {"query": "how birds navigate"}),
    ("有没有关于[鸟类迁徙]的书", {"query": "鸟类迁徙"}),
    (
        "something like <Pride and Prejudice> but [funny]",
        {"like": "Pride and Prejudice", "query": "funny"},
    ),
    ("类似《<傲慢与偏见>》但[更好笑]的书", {"like": "傲慢与偏见", "query": "更好笑"}),
    ("像《<傲慢与偏见>》但是[好笑]一点的书", {"like": "傲慢与偏见", "query": "好笑"}),
    ("[三体]在哪个馆", {"query": "三体"}),
    (
        "books by Ursula Le Guin published before 1975",
        {"author": "Ursula Le Guin", "year_to": 1974},
    ),
    ("only the ones I can take home today", {"available": True, "date": "2026-11-24"}),
    ("只要今天能借走的", {"available": True, "date": "2026-11-24"}),
    ("the second one, where is it?", {"ordinal": 2}),
    ("第二本在哪里？", {"ordinal": 2}),
    ("cite it in APA", {"style": "apa"}),
    ("用APA格式引用它", {"style": "apa"}),
    ("用MLA", {"style": "mla"}),
    ("no, the film", {"format": "film"}),
    ("not in French", {"!language": "fre"}),
    ("余华的书", {"author": "余华"}),
]


@pytest.mark.parametrize(("text", "wanted"), ACCEPTED)
def test_the_sentences_of_the_main_job(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    said, tags = read_marks(text)
    found = told(reader.read(said, TODAY, tags))
    found.pop("date", None)
    assert found == {name: value for name, value in wanted.items() if name != "date"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("only after 2010", 2011, None),
        ("2010年以后", 2010, None),
        ("2010年之后的", 2010, None),
        ("since 2015", 2015, None),
        ("before 1950", None, 1949),
        ("1990年以前出版的", None, 1989),
        ("between 1990 and 2005", 1990, 2005),
        ("1990到2005年", 1990, 2005),
        ("from the 90s", 1990, 1999),
        ("books for over 60s", None, None),
        ("open till 2000 hours", None, None),
        ("我1950年出生，能办卡吗", None, None),
        ("anything from the 1920s", 1920, 1929),
        ("八十年代的", 1980, 1989),
        ("published in the last five years", 2021, None),
        ("最近三年的", 2023, None),
        ("published in 1984", 1984, 1984),
        ("books about Europe before 1914", None, None),
        ("books about Europe before 1914 published after 2000", 2001, None),
        ("1984", None, None),
        ("after twenty fifteen", 2016, None),
        ("from the nineteen sixties", 1960, 1969),
        ("twenty thousand leagues under the sea", None, None),
        ("二〇一五年以后的", 2015, None),
        ("两千年以后的", 2000, None),
        ("上世纪八十年代的", 1980, 1989),
        ("上世纪的小说", 1900, 1999),
        ("2020年后出的", 2020, None),
        ("去年出版的", 2025, 2025),
        ("this year's novels", 2026, 2026),
        ("我去年借过一本讲茶的书", None, None),
        ("我今年刚退休", None, None),
        ("I read a book in the 80s about rabbits", None, None),
        ("we moved here last year", None, None),
    ],
)
def test_years(reader: Reader, text: str, first: int | None, last: int | None) -> None:
    found = told(reader.read(text, TODAY))
    assert (found.get("year_from"), found.get("year_to")) == (first, last)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in Chinese", {"language": "chi"}),
        ("中文绘本", {"language": "chi"}),
        ("有DVD吗", {"format": "film"}),
        ("要ebook的", {"format": "ebook"}),
        ("any of those in Spanish?", {"language": "spa"}),
        ("有法语原版小说吗", {"language": "fre", "literary_form": "fiction"}),
        ("只要中文的", {"language": "chi"}),
        ("推荐本书，轻松点的，中文", {"language": "chi"}),
        ("i want to learn italian from scratch", {}),
        ("books about Chinese history", {}),
        ("just the e-books please", {"format": "ebook"}),
        ("电子书", {"format": "ebook"}),
        ("no ebooks, I want paper copies", {"!format": "ebook", "format": "book"}),
        ("I wanted the novel not the movie", {"format": "book", "!format": "film"}),
        ("有大字本的吗", {"format": "large_print"}),
        ("for children", {"audience": "children"}),
        ("books about space for children", {"audience": "children"}),
        (
            "novels about war for teenagers",
            {"audience": "young_adult", "literary_form": "fiction"},
        ),
        ("books about caring for children", {}),
        ("适合十岁孩子的", {"audience": "children"}),
        ("for my 15 year old", {"audience": "young_adult"}),
        ("books about raising children", {}),
        ("only at the East branch", {"branch": "EAST"}),
        ("at Riverside only", {"branch": "RIV"}),
        ("东馆有吗", {"branch": "EAST"}),
        ("books about the river Nile", {}),
        ("only what's on the shelf right now", {"available": True}),
        ("现在能借的", {"available": True}),
        ("only novels", {"literary_form": "fiction"}),
        ("just the non-fiction ones", {"literary_form": "nonfiction"}),
        ("no fiction please", {"!literary_form": "fiction"}),
        ("novels about war", {"literary_form": "fiction"}),
        ("too babyish, something with facts", {"literary_form": "nonfiction"}),
        ("fun facts about the moon", {}),
        ("do you have any novels by Le Guin", {"literary_form": "fiction"}),
        ("just poetry", {"literary_form": "poetry"}),
        ("crime novels set in Edinburgh", {}),  # a topic, and stays in the words
        ("a novel set in the 1920s", {"literary_form": "fiction"}),
        ("a history of the thirties", {}),
        ("science fiction", {}),
        ("how to write a novel", {}),
        ("Stranger than fiction", {}),
        ("graphic novels about war", {"format": "graphic_novel"}),
        ("只要小说", {"literary_form": "fiction"}),
        ("不要小说", {"!literary_form": "fiction"}),
        ("有没有关于战争的小说", {"literary_form": "fiction"}),
        ("英文小说", {"language": "eng", "literary_form": "fiction"}),
        ("只看非虚构", {"literary_form": "nonfiction"}),
        ("科幻小说", {}),
        ("中国小说史", {}),
        ("child psychology", {}),
        ("teen crime statistics", {}),
        ("children's literature criticism", {}),
        ("juvenile delinquency", {}),
        ("books about foxes that aren't for kids", {"!audience": "children"}),
        ("funny books not for children", {"!audience": "children"}),
        ("my teenager likes horror", {"audience": "young_adult"}),
        ("有没有讲儿童心理学的书", {}),
        ("青少年犯罪研究", {}),
        ("少年维特的烦恼有吗", {}),
        ("孩子学校要读《活着》", {}),
        ("孩子的教育", {}),
        ("儿童绘本", {"audience": "children"}),
        ("给孩子看的科普书", {"audience": "children"}),
        ("不是给孩子看的狐狸的书", {"!audience": "children"}),
        ("我儿子今年15，喜欢篮球", {"audience": "young_adult"}),
        ("french films", {"language": "fre", "format": "film"}),
        ("中文电影有哪些", {"language": "chi", "format": "film"}),
        ("history, English only", {"language": "eng"}),
        ("in large letters?", {"format": "large_print"}),
        ("have you it as spoken word?", {"format": "audiobook"}),
        ("an audiobook but not on cd", {"format": "audiobook"}),
        ("dune in chinese plz", {"language": "chi"}),
        ("no cds please", {"!format": "music"}),
        ("my books, they are two years late", {}),
        ("an electronic one", {"format": "ebook"}),
        ("no the film", {"format": "film"}),
        ("nail polish books", {}),
        ("have you a dvd player", {}),
        ("books on film theory", {}),
        ("movie star wars", {"format": "film"}),
        ("电影院在哪", {}),
        ("漫画家传记", {}),
        ("有漫画吗", {"format": "graphic_novel"}),
        ("有英语角吗", {}),
        ("用英文写简历", {}),
        ("用英文写的书", {"language": "eng"}),
        ("中国电影资料馆", {}),
        ("现在能借几本", {}),
        ("总馆长是谁", {}),
        ("polish books", {"language": "pol"}),
        ("recipes from the east", {}),
        ("a house by the river", {}),
        ("pick it up from the east branch", {"branch": "EAST"}),
        ("are you open in the east", {"branch": "EAST"}),
        ("is it in the east", {"branch": "EAST"}),
        ("the one by the river", {"branch": "RIV"}),
    ],
)
def test_limits(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    kinds = {"language", "format", "audience", "literary_form", "branch", "available"}
    found = told(reader.read(text, TODAY))
    assert {name: value for name, value in found.items() if name.lstrip("!") in kinds} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the last one", {"ordinal": -1}),
        ("that one you said first", {"ordinal": 1}),
        ("you said that first", {}),
        ("2", {"ordinal": 2}),
        ("number three please", {"ordinal": 3}),
        ("save the second and fourth", {"ordinal": [2, 4]}),
        ("save the first, second and third", {"ordinal": [1, 2, 3]}),
        ("save the first two", {"first_few": 2}),
        ("cite both", {"first_few": 2}),
        ("第一本和第三本都收藏", {"ordinal": [1, 3]}),
        ("把前三本都收藏", {"first_few": 3}),
        ("under 300 pages", {"pages_to": 300}),
        ("300页以内的", {"pages_to": 300}),
        ("at least 500 pages", {"pages_from": 500}),
        ("五百页以内", {"pages_to": 500}),
        ("二百五十页以下的", {"pages_to": 250}),
        ("最后一本", {"ordinal": -1}),
        ("books about the second world war", {}),
        ("first aid", {}),
        ("9780141439518", {"isbn": "9780141439518"}),
        ("ISBN 978-0-06-231609-7", {"isbn": "9780062316097"}),
        ("978-0-06-231609-8", {}),  # a wrong check digit is no ISBN
        ("I looked at 813.54 and couldn't find it", {"call_number": "813.54"}),
        ("索书号 I247.57/123", {"call_number": "I247.57/123"}),
        ("give me the MLA citation", {"style": "mla"}),
        ("ok cite it chicago please", {"style": "chicago"}),
        ("harvard please", {"style": "harvard"}),
        ("books about chicago please", {}),
        ("GB/T 7714 format for the first one", {"style": "gbt7714", "ordinal": 1}),
    ],
)
def test_pointers(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    kinds = {"ordinal", "first_few", "pages_from", "pages_to", "isbn", "call_number", "style"}
    found = told(reader.read(text, TODAY))
    assert {name: value for name, value in found.items() if name in kinds} == wanted


def test_what_stands_in_a_title_limits_nothing(reader: Reader) -> None:
    found = told(
        reader.read("do you have “German for adults: films of 1927” as an audiobook", TODAY)
    )
    assert found == {"format": "audiobook", "query": "German for adults: films of 1927"}


def test_a_town_is_a_style_only_where_one_cites(reader: Reader) -> None:
    long = "books about the divide between the city and its suburbs in Chicago"
    assert "style" not in told(reader.read(long, TODAY))
    assert told(reader.read("and in Chicago?", TODAY))["style"] == "chicago"


@pytest.mark.parametrize("text", [text for text, _ in ACCEPTED])
def test_spans_hold_what_was_said(reader: Reader, text: str) -> None:
    text, tags = read_marks(text)
    found = reader.read(text, TODAY, tags)
    assert found
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(
        text[one.start : one.end] == one.value
        for one in found
        if one.entity in ("query", "like", "author")
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "🙂🙂",
        "<script>alert(1)</script>",
        "'; DROP TABLE x;--",
        "مرحبا",
        "x" * 4000,
        "(" * 2000,
        "很" * 4000,
    ],
)
def test_whatever_is_typed_is_read(reader: Reader, text: str) -> None:
    assert all(one.start <= one.end <= max(len(text), 1) for one in reader.read(text, TODAY))


def test_every_branch_is_found_by_its_code_and_alias() -> None:
    places = Places([("North Branch", "N"), ("北馆", "N"), ("mill", "M")])
    assert [one.value for one in places("at the North Branch")] == ["N"]
    assert [one.value for one in places("北馆开门吗")] == ["N"]
    assert [one.value for one in places("how to build a water mill")] == []
    assert [one.value for one in places("is it at mill?")] == ["M"]
