"""Text made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.languages import language_code
from index.text import (
    Rule,
    call_key,
    fold,
    has_han,
    is_cjk,
    isbn13,
    issn,
    only_han,
    plain,
    script_of,
    simplify,
)
from index.works import proper_title, surname, volume, work_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Łódź\u00a0 Straße ", "lodz strasse"),
        ("Ｈａｒｒｙ", "harry"),
        ("三體：黑暗森林", "三体:黑暗森林"),
        ("Dostoevskiĭ, Fëdor", "dostoevskii, fedor"),
        ("Ærø ŒUVRE", "aero oeuvre"),
        ("Mariʼi︠a︡", "mariia"),
        ("がっこう", "がっこう"),
        ("राम की कहानी", "राम की कहानी"),
        ("한국", "한국"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Pride & Prejudice!", "pride and prejudice"),
        ("Ender's game", "enders game"),
        ("Ender’s Game", "enders game"),
        ("राम की कहानी।", "राम की कहानी"),
        ("《红楼梦》（上）", "红楼梦 上"),
        ("snake_case", "snake case"),
    ],
)
def test_plain(text, key):
    assert plain(text) == key


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert plain(plain(text)) == plain(text)


def test_scripts():
    assert is_cjk("a三")
    assert is_cjk("ひらがな")
    assert not is_cjk("Война")
    assert has_han("三")
    assert has_han("𠮷")
    assert only_han("读 books 三体 ひ") == "读三体"
    assert only_han("books") == ""
    assert not has_han("ひらがな")


def test_a_sign_that_is_two_in_simplified_script():
    assert simplify("請問有《活著》嗎") == "请问有《活着》吗"
    assert simplify("世界名著，魯迅著作") == "世界名著，鲁迅著作"
    assert script_of("世界名著") == ""


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_simplifying_keeps_length(text):
    assert len(simplify(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "isbn"),
    [
        ("0-14-143951-3", "9780141439518"),
        ("ISBN 978-0-14-143951-8 (pbk.)", "9780141439518"),
        ("０１４１４３９５１３", "9780141439518"),
        ("080442957x", "9780804429573"),
        ("do you have 978 0141439518 please", "9780141439518"),
        ("0-14-143951-4", None),
        ("9780141439519", None),
        ("19780141439518", None),
        ("no number", None),
    ],
)
def test_isbn13(text, isbn):
    assert isbn13(text) == isbn


def test_issn():
    assert issn("ISSN 0317 8471 (print)") == "0317-8471"
    assert issn("2434-561x") == "2434-561X"
    assert issn("0317-8472") is None


@pytest.mark.parametrize("text", ["QL698.9 .B37 2010", "ql 698.9.b37 2010", "QL698.9 B 37 2010"])
def test_call_numbers_meet(text):
    assert call_key(text) == "ql 698.9 b 37 2010"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("en", "eng"), ("zh-Hans", "chi"), ("deu", "ger"), ("fre", "fre"), ("English", "eng"),
        ("中文", "chi"), ("zxx", ""), ("und", ""), ("", ""), ("klingon!", ""),
    ],
)  # fmt: skip
def test_language_codes(text, code):
    assert language_code(text) == code


def test_proper_titles():
    assert proper_title("The hobbit : there and back") == "hobbit"
    assert proper_title("Le petit prince", "fre") == "petit prince"
    assert proper_title("A") == "a"
    assert proper_title("2001: a space odyssey") == "2001"


def test_surnames():
    assert surname("Austen, Jane") == surname("Jane Austen") == "austen"
    assert surname("刘慈欣") == surname("Liu, Cixin") == "liu"
    assert surname("欧阳修") == "ouyang"


def test_volumes_are_works_of_their_own():
    assert volume("History of Rome, Vol. 2") == "#2"
    first = work_key("Chronicles (1 of 6)", "Holinshed")
    assert first != work_key("Chronicles (2 of 6)", "Holinshed")
    assert volume("Emma") == ""


def test_an_unknown_author_joins_whole_titles_only():
    first = work_key("World English Bible : Genesis", "Anonymous")
    assert first != work_key("World English Bible : Exodus", "Anonymous")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=[chr(n) for n in range(128)]))
def test_the_short_way_for_ascii_is_no_other_way(text):
    """A letter that is not ASCII, and folds to itself, forces the long way."""
    assert plain(text + " λ") == f"{plain(text)} λ".strip()
    assert fold(text + " λ") == f"{fold(text)} λ".strip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cite in apa please", True),
        ("用APA写", True),
        ("改成apa", True),
        ("papa", False),
        ("apaño", False),
        ("我的papa", False),
    ],
)
def test_a_latin_word_has_edges_beside_chinese(text: str, found: bool) -> None:
    assert bool(Rule(r"\bapa\b").search(text)) == found
