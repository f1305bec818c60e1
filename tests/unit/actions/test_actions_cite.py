"""Citations against the manuals of the styles: how many authors, theses, points and quotation marks."""

from __future__ import annotations

import pytest

from actions.cite import Citer
from index.record import Record

CITER = Citer()
NAMES = ("Adams, Ann", "Brown, Ben", "Clark, Cara", "Davis, Dan", "Evans, Eve", "Foster, Fay",
         "Grant, Gil", "Hill, Hal", "Irwin, Ida", "Jones, Joe", "King, Kim", "Lewis, Leo",
         "Moore, Mia", "Nash, Ned", "Owens, Ola", "Price, Pam", "Quinn, Quy", "Reed, Ron",
         "Scott, Sue", "Turner, Tim", "Usher, Una")  # fmt: skip


def cited(style: str, authors: int, **more: object) -> str:
    told = {"language": "eng", "format": "book", "publisher": "London : Ace", **more}
    names = ("张三", "李四", "王五", "赵六") if told["language"] == "chi" else NAMES
    record = Record(id="1", title="On birds", year=2020, authors=names[:authors], **told)  # type: ignore[arg-type]
    return CITER.cite(record, style)


@pytest.mark.parametrize(
    ("style", "authors", "told"),
    [
        ("apa", 2, "Adams, A., & Brown, B. (2020)"),
        ("apa", 9, "Grant, G., Hill, H., & Irwin, I. (2020)"),
        ("apa", 21, "Reed, R., Scott, S., … Usher, U. (2020)"),
        ("mla", 2, "Adams, Ann, and Ben Brown."),
        ("mla", 3, "Adams, Ann, et al."),
        ("chicago", 9, "Gil Grant, Hal Hill, and Ida Irwin."),
        ("chicago", 21, "Fay Foster, Gil Grant, et al."),
        ("gbt7714", 3, "ADAMS A, BROWN B, CLARK C. On birds[M]"),
        ("gbt7714", 4, "ADAMS A, BROWN B, CLARK C, et al. On birds[M]"),
        ("harvard", 3, "Adams, A., Brown, B. and Clark, C. (2020)"),
        ("harvard", 4, "Adams, A. et al. (2020)"),
        ("ieee", 4, "C. Clark, and D. Davis"),
        ("ieee", 7, "A. Adams et al."),
    ],
)
def test_as_many_authors_as_the_style_names(style: str, authors: int, told: str) -> None:
    assert told in cited(style, authors)


def test_the_others_of_a_chinese_work_are_chinese() -> None:
    assert "张三, 李四, 王五, 等. On birds[M]" in cited("gbt7714", 4, language="chi")


@pytest.mark.parametrize(
    ("style", "notes", "told"),
    [
        ("apa", "Thesis (Ph. D.)--Ace, 2020.", "On birds [Doctoral dissertation, Ace]."),
        ("apa", "M.A. thesis", "On birds [Master’s thesis, Ace]."),
        ("chicago", "", "Adams, Ann. “On Birds.” Thesis, Ace, 2020."),
        ("gbt7714", "", "ADAMS A. On birds[D]. Ace, 2020."),
        ("ieee", "", "A. Adams, “On birds,” Thesis, Ace, 2020."),
        ("harvard", "", "On birds. Thesis. Ace."),
    ],
)
def test_a_thesis_is_no_book(style: str, notes: str, told: str) -> None:
    assert told in cited(style, 1, format="thesis", publisher="Ace", notes=(notes,))


def test_nothing_is_named_that_is_not_there() -> None:
    assert cited("chicago", 1, format="article", publisher="") == "Adams, Ann. On Birds. 2020."
    assert "[M]" in cited("gbt7714", 1)
    assert "dissertation" not in cited("apa", 1, notes=("Originally a Ph.D. thesis",))
