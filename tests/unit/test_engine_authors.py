"""Authors that the rules read in a message, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.engine.understanding.reader import Reader

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Is Sapiens by Yuval Noah Harari in your catalogue?", "Yuval Noah Harari"),
        ("by ursula le guin please", "ursula le guin"),
        ("Le Guin's books", "Le Guin"),
        ("馆里有莫言的小说吗", "莫言"),
        ("厄休拉·勒古恩1975年以前出版的书", "厄休拉·勒古恩"),
        ("I'll come by bus", None),
        ("a novel by a woman author", None),
        ("有意思的书", None),
        ("周末的书市", None),
        ("武器的书", None),
        ("毛衣的书", None),
        ("武侠的小说", None),
        ("路内的小说", "路内"),
        ("高阳的小说", "高阳"),
        ("李娟的散文", "李娟"),
        ("do you have Ada Byron's book Notes on the Engine", "Ada Byron"),
        ("Tides and moons by: Peter A Marsh", "Peter A Marsh"),
        ("Biology by Campbell et al., 12th edition", "Campbell"),
        ("how do I look up a book by its title", None),
        ("the sea stories of Patrick O'Brian. Any?", "Patrick O'Brian"),
        ("有没有余华和莫言的书", ["余华", "莫言"]),
        ("给孩子找罗尔德达尔的书", "罗尔德达尔"),
        ("J.K.罗琳的其他书", "J.K.罗琳"),
        ("达尔的书有吗", "达尔"),
        ("达成目标的书", None),
        ("巴赫的音乐有吗", "巴赫"),
        ("刘慈欣最新的书是哪本", "刘慈欣"),
        ("余华最薄的一本", "余华"),
        ("想看宫崎骏的电影", "宫崎骏"),
        ("周末的电影", None),
        ("古典的音乐", None),
        ("最新的书是哪本", None),
        ("books by nigerian writers", None),
        ("books by Toni Morrison and Alice Walker", ["Toni Morrison", "Alice Walker"]),
        ("can I get it by christmas", None),
        ("i need it by late september please", None),
        ("can i pay by cheque", None),
        ("sort by colour", None),
        ("by closing time", None),
        ("by appointment only", None),
        ("books recommended by oprah", None),
        ("by Christmas Humphreys", "Christmas Humphreys"),
        ("by june jordan", "june jordan"),
        ("books by August Wilson", "August Wilson"),
        ("anything by Anne Tyler by friday", "Anne Tyler"),
        ("Uprooted by naomi novik", "naomi novik"),
    ],
)
def test_authors(reader: Reader, text: str, author: str | list[str] | None) -> None:
    found = reader.read(text, TODAY)
    wanted = author if isinstance(author, list) else [author] if author else []
    assert [one.value for one in found if one.entity == "author" and not one.negated] == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("金庸的不要", [("author", "金庸", True)]),
        ("东野圭吾的除外", [("author", "东野圭吾", True)]),
        ("推荐武侠小说，金庸的不要", [("author", "金庸", True)]),
        ("不要阿加莎的", [("author", "阿加莎", True)]),
        ("这本不要", []),
        ("我什么都不要", []),
        ("金庸的小说", [("author", "金庸", False)]),
        ("余华还写了什么", [("author", "余华", False)]),
        ("他还写了什么", []),
    ],
)
def test_what_is_left_out_may_be_named_first(
    reader: Reader, text: str, told: list[tuple[str, str, bool]]
) -> None:
    found = [(one.entity, one.value, one.negated) for one in reader.read(text, TODAY)]
    assert [one for one in found if one[0] == "author"] == told
