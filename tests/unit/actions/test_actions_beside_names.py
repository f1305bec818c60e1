"""What is said of a name: left out, more of theirs, like it, told when it is back, cited."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import asking, leaning, listing, pointing, wanting
from index.text import Rule
from tests.unit.actions.conftest import READER, TUESDAY, Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        (listing.DENIES, "东野圭吾的除外"),
        (listing.DENIES, "言情的不要"),
        (listing.DENIES, "刘慈欣以外的"),
        (pointing.BUT_FOR, "刘慈欣以外的"),
        (pointing.BUT_FOR, "东野圭吾之外的有吗"),
        (leaning.LIKE_IT, "和这本差不多的还有吗"),
        (leaning.LIKE_IT, "和这本类似的书"),
        (asking.MORE_OF, "余华还写了什么"),
        (asking.MORE_OF, "张艺谋还拍过什么"),
        (pointing.SAME_AUTHOR, "他还拍过什么"),
        (pointing.SAME_AUTHOR, "more of hers please"),
        (pointing.SAME_AUTHOR, "any others of hers"),
        (wanting.TELL_WHEN_IN, "can you tell me when the next one comes back"),
        (wanting.TELL_WHEN_IN, "notify me when it's back please"),
        (wanting.TELL_WHEN_IN, "text me when its back"),
        (listing.TOO, "中文的也可以"),
        (listing.TOO, "large print is fine too"),
    ],
)
def test_what_is_said_of_it(sign: Rule, text: str) -> None:
    assert sign.search(text)


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        (listing.DENIES, "这本不要"),
        (listing.DENIES, "我什么都不要"),
        (listing.DENIES, "借的书不要了"),
        (listing.DENIES, "太厚的不要"),
        (listing.DENIES, "开放时间以外能还书吗"),
        (pointing.BUT_FOR, "这本以外的"),
        (pointing.BUT_FOR, "工作日以外几点开门"),
        (leaning.LIKE_IT, "和三体差不多的书"),
        (asking.MORE_OF, "书还了什么时候能再借"),
        (pointing.SAME_AUTHOR, "a friend of hers lost a book"),
        (wanting.TELL_WHEN_IN, "tell me when you are open"),
        (wanting.TELL_WHEN_IN, "tell me when the next one starts"),
        (listing.TOO, "中文的"),
        (listing.TOO, "你可以说中文吗"),
    ],
)
def test_what_is_not(sign: Rule, text: str) -> None:
    assert not sign.search(text)


def test_another_language_as_well_widens(talk: Start) -> None:
    said = talk("zh").say("英文小说", "find_holdings").say("中文的也可以", "refine")
    assert said.session.frame is not None
    assert said.session.frame.filters["languages"] == ["eng", "chi"]
    assert said.session.frame.filters["literary_forms"] == ["fiction"]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("德语呢", ["ger"]),
        ("那法语的呢", ["fre"]),
        ("英译本", ["eng"]),
        ("有汉译本吗", ["chi"]),
        ("英语老师呢", []),
        ("英语角呢", []),
        ("英译者是谁", []),
        ("学英语", []),
    ],
)
def test_a_language_and_no_more_is_that_of_books(text: str, languages: list[str]) -> None:
    found = READER.read(text, TUESDAY.date())
    assert [one.value for one in found if one.entity == "language"] == languages


def test_a_language_takes_the_place_of_another(talk: Start) -> None:
    said = talk("zh").say("有没有日语书", "find_holdings").say("德语呢", "", 0.0)
    assert said.session.frame is not None
    assert said.session.frame.filters == {"languages": ["ger"]}


def test_either_language_will_do(talk: Start) -> None:
    said = talk("zh").say("英文小说", "find_holdings").say("中文或者英文都可以", "refine")
    assert said.session.frame is not None
    assert set(said.session.frame.filters["languages"]) == {"chi", "eng"}


def test_what_is_left_out_later_is_left_out_as_well(talk: Start) -> None:
    said = talk("zh").say("英文小说", "find_holdings").say("不要阿加莎的", "refine")
    said.say("东野圭吾的除外", "refine")
    assert said.session.frame is not None
    assert said.session.frame.without["authors"] == ["阿加莎", "东野圭吾"]


@pytest.mark.parametrize("first", ["", "[Dune]"])
def test_a_title_that_is_not_here_is_not_cited_as_another(talk: Start, first: str) -> None:
    said = talk("en").say(first, "known_item") if first else talk("en")
    said.say("cite [alias grace] in harvard", "cite")
    assert "citation" not in [part.type for part in said.parts]


def test_a_title_with_a_slip_is_cited(talk: Start) -> None:
    said = talk("en").say("cite [moby dik] in harvard", "cite")
    assert "citation" in [part.type for part in said.parts]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "have you got [Matilda]", "more like this but for a 12 year old"),
        ("en", "have you got [Matilda]", "similar books for my daughter"),
        ("en", "have you got [Matilda]", "books like that for my 7 year old son"),
        ("en", "have you got [Matilda]", "ok, something similar but for adults please"),
        ("zh", "有没有[夏洛的网]", "类似的，适合7岁的"),
        ("zh", "有没有[夏洛的网]", "和这本差不多的，但是给大人看的"),
    ],
)
def test_more_like_it_for_other_readers(talk: Start, language: str, title: str, text: str) -> None:
    said = talk(language).say(title, "known_item").say(text, "refine")
    frame = said.session.frame
    assert frame is not None
    assert frame.like
    assert frame.filters["audiences"]


@pytest.mark.parametrize(
    "text", ["for a 12 year old", "is it ok for a 5 year old", "the one for children"]
)
def test_readers_alone_are_none_like_it(talk: Start, text: str) -> None:
    said = talk().say("have you got [Matilda]", "known_item").say(text, "refine")
    assert said.session.frame is not None
    assert not said.session.frame.like
