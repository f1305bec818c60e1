"""An item of the list that a message speaks of by words of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from actions import described
from actions.dialogue import Dialogue
from tests.unit.actions.conftest import READER, Talk

Start = Callable[..., Talk]


@pytest.fixture
def pratchett(talk: Start) -> Talk:
    return talk().say("[terry pratchett]", "find_holdings")


@pytest.fixture
def yu_hua(talk: Start) -> Talk:
    return talk("zh").say("{余华}的小说", "find_holdings")


def test_the_rest_of_the_message_is_asked_of_the_item(pratchett: Talk) -> None:
    said = pratchett.say("the guards one as audiobook", "known_item")
    assert [item.format for item in said.items] == ["audiobook"]
    said.say("cite the colour of magic one in chicago", "cite")
    cited = [part.text for part in said.parts if part.type == "citation"]
    assert len(cited) == 1
    assert "Colour of Magic" in cited[0]
    assert said.say("the small gods one, is it in", "known_item").titles == ["Small gods"]


def test_a_chinese_title_and_what_is_asked_of_it(yu_hua: Talk) -> None:
    said = yu_hua.say("兄弟那本在吗", "known_item")
    assert said.titles == ["兄弟"]
    assert "12月" in said.text or "在架" in said.text
    said.say("按MLA引用许三观那本", "cite")
    assert "许三观" in next(part.text for part in said.parts if part.type == "citation")


@pytest.mark.parametrize("text", ["the gaiman one", "the gaimen book", "the omens one please"])
def test_a_name_may_be_misspelt_or_a_part_of_it(pratchett: Talk, text: str) -> None:
    assert pratchett.say(text, "known_item").titles[0].startswith("Good omens")


@pytest.mark.parametrize("text", ["the other book", "is it good", "that one"])
def test_what_names_no_item_links_to_none(pratchett: Talk, text: str) -> None:
    said = pratchett.say("[small gods]", "known_item").say(text, "where_is_it")
    assert not said.titles or said.titles[0].startswith("Small gods")


def test_several_works_alike_are_asked_which(talk: Start) -> None:
    said = talk().say("[dystopian novels]", "find_holdings").say("the pratchett one, is it in", "")
    assert said.outcome == "asked"
    assert len(said.payloads) > 1
    assert said.say("the second one").outcome == "answered"


def test_a_colour_is_none_that_a_record_tells(yu_hua: Talk) -> None:
    said = yu_hua.say("红的那本", "known_item")
    assert said.outcome == "asked"
    assert "封面" in said.text


def test_whose_it_is(pratchett: Talk) -> None:
    said = pratchett.say("[small gods]", "known_item").say("is it by pratchett", "known_item")
    assert said.text == "“Small gods” is by Terry Pratchett."


def test_none_of_those_shown_is_asked_after(talk: Start) -> None:
    said = talk().say("[pachinko]", "known_item").say("the overstory one, how long is it", "")
    assert "Pachinko" not in said.text
    said = talk("zh").say("[活着]", "known_item").say("达芬奇密码那本多少页", "item_details")
    assert "活着" not in said.text


def test_a_number_before_what_is_asked(talk: Start) -> None:
    said = talk().say("[ursula le guin]", "find_holdings")
    first = said.titles[0]
    said.say("yes, the first one. who wrote it", "item_details")
    assert said.titles == [first]
    assert "Ursula" in said.text


def test_the_book_of_a_film_in_hand(talk: Start) -> None:
    said = talk().say("[the shining] film", "known_item")
    assert said.items[0].format == "film"
    assert "447" in said.say("is the book any longer", "item_details").text
    said = talk().say("[the shining] film", "known_item")
    said.say("not the book, the film", "refine")
    assert said.items[0].format == "film"


def test_a_numbered_one_in_another_language(talk: Start) -> None:
    said = talk("zh").say("[刘慈欣]", "known_item")
    place = said.titles.index("三体. II. 黑暗森林") + 1
    said.say(f"第{'一二三四五'[place - 1]}本有英文的吗", "refine")
    assert said.titles == ["The dark forest"]


def test_who_is_not_wanted_is_an_author(talk: Start) -> None:
    said = talk().say("novels, not virginia woolf", "find_holdings")
    assert said.items
    assert not [one for item in said.items for one in item.authors if "Woolf" in one]
    assert said.session.frame is not None
    assert set(said.session.frame.without) == {"authors"}
    said = talk().say("novels, not [war]", "find_holdings")
    assert said.session.frame is not None
    assert "authors" not in said.session.frame.without


def test_this_is_not_it(talk: Start) -> None:
    said = talk("zh").say("{余华}的小说", "find_holdings").say("不是这本", "known_item")
    assert "没有找到" not in said.text


def test_that_is_it_names_no_title(talk: Start) -> None:
    said = talk().say("xqzt", "find_holdings").say("thats it", "known_item")
    assert "It" not in said.titles


def test_an_item_that_was_picked_is_numbered_as_in_its_list(yu_hua: Talk) -> None:
    third = yu_hua.titles[2]
    said = yu_hua.say("兄弟那本", "known_item").say("按MLA引用第三本", "cite")
    assert third in next(part.text for part in said.parts if part.type == "citation")


def test_the_author_of_a_numbered_one(talk: Start) -> None:
    said = talk("zh").say("活着和朝花夕拾", "find_holdings")
    place = [item.title for item in said.items].index("朝花夕拾") + 1
    said.say(f"第{'一二'[place - 1]}本的作者还有别的吗", "find_holdings")
    assert "呐喊" in said.titles


def test_words_are_of_items_by_name_or_by_what_is_told(talk: Start) -> None:
    shelf = talk().dialogue.services.shelf
    names = talk().dialogue.services.names["en"]
    from index.record import Query

    found = [hit.record for hit in shelf.search(Query(text="ursula le guin", limit=9)).hits]
    assert described.called("the one", found) == []
    assert described.called("勒古恩", found)
    assert described.by("le guin", found) == found
    assert not described.by("good", found)
    assert not described.about("", found, names)


def test_what_is_said_of_an_item_is_read_on_the_librarys_day(pratchett: Talk) -> None:
    days: list[date] = []

    class Reader:
        def read(self, text: str, today: date) -> Any:
            days.append(today)
            return READER.read(text, today)

    services = pratchett.dialogue.services
    away = services.library.model_copy(update={"zone": ZoneInfo("Asia/Shanghai")})
    pratchett.dialogue = Dialogue(replace(services, library=away), Reader())
    pratchett.now = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
    pratchett.say("the guards one, is it in tomorrow", "known_item")
    assert days
    assert set(days) == {date(2026, 12, 1)}
