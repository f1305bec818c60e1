"""JSON lines and tables: every value, every bad line by its number, going on from every mark."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from index.errors import SourceError
from index.record import Deleted, Rejected
from index.sources import Mark, open_source
from tests.unit.files_made import kinds, load

__all__ = ["load"]  # the fixture


# JSON lines


def test_jsonl_record_with_everything(load):
    (made,) = load(
        "a.jsonl",
        json.dumps(
            {
                "id": 7, "title": "Dune", "authors": ["Herbert, Frank"], "year": "1965",
                "language": "en", "format": "Book", "publisher": "Chilton", "isbn": "0-441-01359-7",
                "subjects": ["Deserts"], "keywords": ["sand"], "ddc": ["813.54"], "lcc": [],
                "summary": "Spice.", "contents": ["One"], "url": "https://x.org", "other": {"a": 1},
                "copies": [{"branch": "CEN", "status": "on_loan", "due": "2027-01-02"}],
            }
        ),
    )  # fmt: skip
    assert (made.id, made.year, made.language, made.format) == ("7", 1965, "eng", "book")
    assert made.isbn == ("9780441013593",)
    assert made.copies[0].due.isoformat() == "2027-01-02"
    assert made.work == "dune/herbert"
    assert made.source == "a.jsonl#1"


@pytest.mark.parametrize(
    ("told", "pages"),
    [
        ('"pages": 208', 208),
        ('"pages": "208"', 208),
        ('"extent": "xii, 208 p."', 208),
        ('"extent": "2 v."', None),
    ],
)
def test_jsonl_length(load, told, pages):
    (made,) = load("a.jsonl", f'{{"id": "1", "title": "T", {told}}}')
    assert made.pages == pages


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ('"reference"', "reference"),
        ('"On loan"', "on_loan"),
        ('"Checked out"', "on_loan"),
        ('"Available"', "available"),
        ('"不外借"', "reference"),
        ('"somewhere"', "unknown"),
        ('""', "unknown"),
        ("null", "unknown"),
        ("3", "unknown"),
    ],
)
def test_the_status_of_a_copy_in_words(load, said, status):
    told = f'{{"id": "1", "title": "T", "copies": [{{"branch": "CEN", "status": {said}}}]}}'
    (made,) = load("a.jsonl", told)
    assert made.copies[0].status == status


def test_csv_with_a_status_in_words(load):
    made = load(
        "a.csv", "id,title,branch,status\n1,T,CEN,Checked out\n2,U,CEN,Available\n3,V,CEN,\n"
    )
    assert [one.copies[0].status for one in made] == ["on_loan", "available", "unknown"]


def test_jsonl_short_form(load):
    (made,) = load("a.jsonl", '{"id": "1", "title": "T", "author": "A. B.", "text": "About."}')
    assert (made.authors, made.summary) == (("A. B.",), "About.")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{nonsense", "not a JSON object"),
        ("[1, 2]", "not a JSON object"),
        ('{"title": "x"}', "no id"),
        ('{"id": true, "title": "x"}', "not an id"),
        ('{"id": 1}', "no title"),
        ('{"id": 1, "title": "  "}', "no title"),
        ('{"id": 1, "title": ["x"]}', "title: should be text"),
        ('{"id": 1, "title": "x", "authors": {"a": 1}}', "authors: should be a list"),
        ('{"id": 1, "title": "x", "audience": "cats"}', "audience: should be one of"),
        ('{"id": 1, "title": "x", "literary_form": "true"}', "literary_form: should be one of"),
        ('{"id": 1, "title": "x", "copies": 3}', "copies: should be a list"),
        ('{"id": 1, "title": "x", "copies": [{"branch": "C", "due": "soon"}]}', "copies: Invalid"),
        ("[" * 100_000, "not a JSON object"),
    ],
)
def test_a_bad_line_is_named_by_its_number(load, line, reason):
    first, second, third = load(
        "a.jsonl", f'{{"id": 0, "title": "a"}}\n{line}\n{{"id": 2, "title": "b"}}'
    )
    assert isinstance(second, Rejected)
    assert second.position == "a.jsonl#2"
    assert reason in second.reason
    assert (first.id, third.id) == ("0", "2")


def test_jsonl_invalid_utf8_empty_lines_and_a_byte_order_mark(load):
    lines = [b'\xef\xbb\xbf{"id": 1, "title": "a"}\r', b"", b'{"id": 2, "title": "\xff"}']
    content = b"\n".join([*lines, b'{"id": 3, "title": "c"}'])
    entries = load("a.jsonl", content)
    assert kinds(entries) == ["Record", "Rejected", "Record"]
    assert "UTF-8" in entries[1].reason
    assert entries[2].source == "a.jsonl#4"


def test_jsonl_deletions(load):
    assert load("a.jsonl", '{"id": 5, "deleted": true}', prefix="x-") == [Deleted("x-5")]


@pytest.mark.parametrize(
    "size", [64 << 20, pytest.param(2 << 30, marks=pytest.mark.slow)], ids=["64 MB", "2 GB"]
)
def test_an_enormous_line_is_passed_over_in_little_memory(tmp_path, size):
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": 1, "title": "first"}\n{"id": 2, "title": "')
        file.seek(size, 1)  # a hole: takes no room on disk
        file.write(b'"}\n{"id": 3, "title": "last"}\n')
    tracemalloc.start()
    entries = list(open_source(str(path)).read(Mark()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert kinds(entries) == ["Record", "Rejected", "Record"]
    assert "longer than 4 MB" in entries[1].reason
    assert peak < 50_000_000


def test_jsonl_goes_on_from_every_mark(load, tmp_path):
    load("a.jsonl", "".join(f'{{"id": {n}, "title": "t"}}\n' for n in range(4)))
    source = open_source(str(tmp_path / "a.jsonl"))
    marks = [(source.mark, entry) for entry in source.read(Mark())]
    for at, (mark, _) in enumerate(marks):
        again = list(open_source(str(tmp_path / "a.jsonl")).read(mark))
        assert again == [entry for _, entry in marks[at + 1 :]]


# Tables


TABLE = """ID;Title;Author;Year;Branch;Call number;Status
1;"Pride; and prejudice";Austen, Jane;1813;CEN;823.7 AUS;available
1;"Pride; and prejudice";Austen, Jane;1813;EAST;823.7 AUS;on_loan
2;;Nobody;1999;;;
3;"Two
lines";Y;2001;;;
"""


def test_csv_with_copies_on_rows_of_their_own(load):
    first, second, third = load("a.csv", TABLE)
    assert (first.title, first.authors) == ("Pride; and prejudice", ("Austen, Jane",))
    assert [(c.branch, c.status) for c in first.copies] == [
        ("CEN", "available"),
        ("EAST", "on_loan"),
    ]
    assert (second.id, second.reason) == ("2", "no title")
    assert third.title == "Two\nlines"


def test_csv_goes_on_from_every_mark(load, tmp_path):
    load("a.csv", TABLE)
    source = open_source(str(tmp_path / "a.csv"))
    marks = [(source.mark, entry) for entry in source.read(Mark())]
    for at, (mark, _) in enumerate(marks):
        again = list(open_source(str(tmp_path / "a.csv")).read(mark))
        assert again == [entry for _, entry in marks[at + 1 :]]


def test_csv_with_a_mapping_of_columns(load):
    content = "Nr,Titel,Verfasser\n1,Faust,Goethe\n"
    (made,) = load("a.csv", content, columns={"id": "Nr", "title": "titel", "authors": "Verfasser"})
    assert (made.id, made.title, made.authors) == ("1", "Faust", ("Goethe",))
    with pytest.raises(SourceError, match="no column for id and title"):
        load("a.csv", content)
    with pytest.raises(SourceError, match="no column 'Nummer'"):
        load("a.csv", content, columns={"id": "Nummer"})


def test_csv_bad_rows(load):
    content = b"id,title\n1,a\n2,\xff\n3," + b"x" * (5 << 20) + b"\n4,d\n"
    assert kinds(load("a.csv", content)) == ["Record", "Rejected", "Rejected", "Record"]


@pytest.mark.parametrize(
    ("told", "form"),
    [
        ('"literary_form": "poetry"', "poetry"),
        ('"subjects": ["Whales -- Juvenile fiction"]', "fiction"),
        ('"genres": ["Detective novels"]', "fiction"),
        ('"ddc": ["599.5"]', "nonfiction"),
        ('"ddc": ["813.54"]', "unstated"),
        ('"format": "film", "genres": ["Drama"]', "unstated"),
    ],
)
def test_jsonl_says_whether_it_is_a_story_or_lets_its_headings_say_it(load, told, form):
    (record,) = load("a.jsonl", f'{{"id": 1, "title": "x", {told}}}')
    assert record.literary_form == form
