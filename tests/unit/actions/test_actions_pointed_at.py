"""What is pointed at after an answer, light books after heavy ones, works by people of a kind, last entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import asking, opening, wishes
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the chinese one"),
        ("en", "the evening one"),
        ("en", "what about the one at riverside"),
        ("en", "I mean the one in chinese"),
        ("zh", "中文的那个"),
    ],
)
def test_one_of_several_that_an_answer_tells_of(talk: Start, language: str, text: str) -> None:
    first = "do you have a book club" if language == "en" else "有读书会吗"
    said = talk(language).say(first, "events")
    told = said.text
    assert said.say(text, "switch_language", 0.4).text.startswith(told[:20])


@pytest.mark.parametrize(
    "text", ["the other one", "the new one", "do you have the red one", "the one", "换那个"]
)
def test_what_points_at_no_part_of_an_answer(text: str) -> None:
    assert not asking.ONE_OF_THEM.search(text)


def test_a_word_that_the_answer_has_goes_on(talk: Start) -> None:
    said = talk().say("how much is printing", "printing").say("[colour]", "find_holdings", 0.7)
    assert not said.items
    assert "in colour" in said.text


def test_a_service_by_its_name_is_no_part_of_the_answer(talk: Start) -> None:
    said = talk().say("how do I reach a librarian", "human", 0.5)
    assert said.say("opening times", "hours", 1.0, taught=True).session.topic == "hours"


def test_another_word_is_looked_for(talk: Start) -> None:
    said = talk().say("how much is printing", "printing").say("[jazz]", "find_holdings", 0.7)
    assert said.items


def test_a_title_of_ours_after_an_answer(talk: Start) -> None:
    said = talk().say("how many books can i borrow", "borrowing_rules")
    said.say("the name of [the rose] in at the moment?", "where_is_it")
    assert "The name of the rose" in said.titles


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("war and peace was too heavy, something light", "light"),
        ("it was too dark for me, I want something funny", "funny"),
        ("that's too sad, anything cheerful?", "cheerful"),
        ("the last one was a bit too slow so give me something exciting", "exciting"),
        ("这本太沉重了，想看点轻松的", "轻松"),
    ],
)
def test_otherwise_than_what_was_too_heavy(text: str, told: str) -> None:
    hit = wishes.UNLIKE_THAT.search(text)
    assert hit
    assert told in hit.groups()


@pytest.mark.parametrize(
    "text",
    [
        "the suitcase is too heavy, can I leave it here",
        "something light",
        "it's too dark in the reading room",
        "this is too hard",
        "书太沉了，有柜子吗",
    ],
)
def test_other_things_that_are_too_heavy(text: str) -> None:
    assert not wishes.UNLIKE_THAT.search(text)


def test_something_light_is_shown(talk: Start) -> None:
    said = talk().say("[war and peace] was too heavy, something light", "complaint", 0.5)
    assert "humorous" in said.text
    assert said.items


@pytest.mark.parametrize(
    "text",
    [
        "memoirs by disabled people",
        "do you have any books by deaf writers",
        "poems by young black women",
        "有没有残疾人写的书",
    ],
)
def test_works_by_people_of_a_kind(text: str) -> None:
    assert wishes.BY_SUCH.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "help for disabled people",
        "are there toilets for disabled people",
        "can books be sent by post to disabled people",
        "books for blind people",
        "残疾人能进去吗",
    ],
)
def test_services_for_people_of_a_kind(text: str) -> None:
    assert not wishes.BY_SUCH.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "what's the latest i can come in thursday",
        "last entry",
        "what time is last entry on friday",
        "how late can I still come",
        "最晚几点可以入馆",
        "停止入馆是几点",
    ],
)
def test_until_when_one_may_come_in(talk: Start, text: str) -> None:
    assert opening.LAST_ENTRY.search(text)
    language = "zh" if "馆" in text else "en"
    assert talk(language).say(text, "out_of_scope", 0.8).session.topic == "hours"


@pytest.mark.parametrize(
    "text",
    [
        "the latest book by her",
        "what's the latest I can return it",
        "how late is the fine",
        "最晚哪天还",
    ],
)
def test_what_else_is_late(text: str) -> None:
    assert not opening.LAST_ENTRY.search(text)
