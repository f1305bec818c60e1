"""Finding, narrowing, going on and back, over the sample library's real holdings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import filters
from actions.ask import Ask, Entity
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def test_a_topic_shows_a_page_and_says_how_many(talk: Start) -> None:
    said = talk().say("do you have anything about [birds]", "find_holdings")
    assert 0 < len(said.items) <= 5
    assert "birds" in said.text
    assert said.outcome == "answered"


def test_items_tell_branch_and_status_in_the_readers_language(talk: Start) -> None:
    said = talk("zh").say("有没有[红楼梦]", "known_item")
    assert any("红楼梦" in title for title in said.titles)
    branches = {copy.branch for item in said.items for copy in item.copies}
    assert branches <= {"总馆", "东馆", "河滨馆"}


def test_years_narrow_and_the_newer_word_wins(talk: Start) -> None:
    said = talk().say("books about [birds]", "find_holdings").say("only after 2010", "refine")
    assert all(item.year and item.year > 2010 for item in said.items)
    said.say("no, before 2005", "refine")
    assert said.items
    assert all(item.year and item.year < 2005 for item in said.items)


def test_what_can_be_taken_home_today_is_on_a_shelf(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    said.say("only the ones I can take home today", "refine")
    assert said.items
    assert all(
        any(copy.status == "available" for copy in item.copies) or not item.copies
        for item in said.items
    )


def test_not_in_a_language_leaves_the_others(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").say("not in English", "refine")
    assert said.items
    assert all(item.language != "eng" for item in said.items)
    assert "not in English" in said.text


def test_correction_of_the_format_replaces_it(talk: Start) -> None:
    said = talk().say("do you have anything by Jane Austen", "find_holdings")
    said.say("only audiobooks", "refine").say("no, the film", "refine")
    assert said.items
    assert {item.format for item in said.items} == {"film"}


def test_branch_filter_holds_for_every_item(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").say("at the east branch", "refine")
    assert said.items
    assert all("EAST" in {copy.branch_code for copy in item.copies} for item in said.items)


def test_more_goes_on_where_the_page_ended(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    first = said.titles
    said.say("show me more", "show_more")
    assert said.titles
    assert not set(said.titles) & set(first)
    assert said.session.frames[-1].page == 5


def test_ordinals_count_through_all_pages(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").press("/more")
    sixth = said.titles[0]
    said.say("where is number 6?", "where_is_it")
    assert said.titles == [sixth]


def test_back_returns_to_the_search_before(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    before = said.titles
    said.say("in Chinese", "refine").say("go back", "go_back")
    assert said.titles == before


def test_back_with_nothing_behind_says_so(talk: Start) -> None:
    said = talk().say("go back", "go_back")
    assert not said.items
    assert said.text


def test_an_author_by_filter_not_by_words(talk: Start) -> None:
    said = talk().say("books by Ursula Le Guin published before 1975", "find_holdings")
    assert said.items
    assert all(
        "Le Guin" in item.authors[0] and item.year < 1975 for item in said.items if item.year
    )


def test_that_author_is_the_one_of_the_item_in_hand(talk: Start) -> None:
    said = talk().say("do you have The [Left Hand of Darkness]", "known_item")
    said.say("what else has that author written", "find_holdings")
    assert len(said.items) == 5
    assert said.session.frame
    assert said.session.frame.filters == {"authors": ["Le Guin, Ursula K."]}


def test_known_item_shows_its_editions_and_not_the_rest(talk: Start) -> None:
    said = talk().say("do you have The [Left Hand of Darkness]", "known_item")
    assert said.items
    assert all("left hand of darkness" in title.lower() for title in said.titles)


def test_nothing_found_says_what_was_searched_and_what_would_help(talk: Start) -> None:
    said = talk().say("books by Ursula Le Guin", "find_holdings").say("only after 2030", "refine")
    assert not said.items
    assert said.outcome == "nothing_found"
    assert "Le Guin" in said.text
    said.press(said.chosen("unfilter"))
    assert said.items


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("stories for an eight year old about [vampires]", False),
        ("audiobooks about [vampires]", True),
    ],
)
def test_what_is_for_adults_is_not_offered_for_a_child(
    talk: Start, text: str, offered: bool
) -> None:
    said = talk().say(text, "find_holdings")
    assert any(one.startswith("/unfilter") for one in said.payloads) is offered
    assert "nothing" in said.text


def test_an_empty_wish_is_asked_about_once(talk: Start) -> None:
    said = talk().say("a book please", "find_holdings", entities=())
    assert said.outcome == "asked"
    assert not said.items


def test_something_like_a_title_starts_from_its_record(talk: Start) -> None:
    said = talk().say("something like [Pride] and [Prejudice]", "more_like")
    assert said.items
    assert not any(title.lower().startswith("pride and prejudice") for title in said.titles)
    assert "Pride and prejudice" in said.text


def test_newest_first_orders_by_year(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").say("newest first", "refine")
    years = [item.year for item in said.items if item.year]
    assert years == sorted(years, reverse=True)


def test_the_narrowing_question_never_comes_twice_in_a_row(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    asked_first = said.session.asked
    said.say("books about [history]", "find_holdings")
    assert not (asked_first and said.session.asked)


def test_a_pressed_filter_narrows(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    said.press('/filter{"set": {"languages": ["chi"]}}')
    assert said.items
    assert {item.language for item in said.items} == {"chi"}


def test_a_pasted_reference_finds_its_title(talk: Start) -> None:
    pasted = "[Le Guin], U. K. (1969). [The left hand of darkness]. Ace Books."
    said = talk().say(pasted, "known_item")
    assert "left hand of darkness" in said.titles[0].lower()


def test_every_search_is_logged_with_what_was_shown(talk: Start, live) -> None:  # type: ignore[no-untyped-def]
    from actions.ask import Ask, Entity
    from actions.session import Session

    ask = Ask(text="birds", intent="find_holdings", entities=(Entity("query", "birds"),))
    reply = live.dialogue.turn(ask, Session()).reply
    shown = [item.record_id for p in reply.messages[0] if p.type == "holdings" for item in p.items]
    assert reply.searches[-1].record_ids == shown
    assert reply.searches[-1].index_version == live.shelf.holdings.version
    assert len(reply.searches[-1].scores) == len(shown)


def test_a_filter_is_dropped_in_words(talk: Start) -> None:
    said = talk().say("books by Ursula Le Guin published before 1975", "find_holdings")
    said.say("remove the date limit", "forget_me")
    assert said.session.frames[-1].filters == {"authors": ["Ursula Le Guin"]}
    assert "forget" not in said.effects


def test_what_cannot_be_chosen_by_is_said(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    said.say("not by him", "refine", entities=())
    assert said.outcome == "asked"
    assert not said.items


def test_any_audiobooks_narrows_the_list_at_hand(talk: Start) -> None:
    said = talk().say("do you have anything by Jane Austen", "find_holdings")
    said.say("any audiobooks?", "find_holdings")
    assert {item.format for item in said.items} == {"audiobook"}
    assert "Austen" in said.text


def test_a_story_around_a_wish_is_taken_off_when_it_finds_nothing(talk: Start) -> None:
    from actions.ask import Entity

    story = Entity("query", "zzyx qwrt my daughter is obsessed with cooking")
    said = talk().say("...", "find_holdings", entities=(story,))
    assert said.items or "daughter" not in said.text


def test_and_in_another_style_cites_the_same_item_again(talk: Start) -> None:
    said = (
        talk().say("do you have [Moby-Dick]", "known_item").say("cite it in APA", "citation_help")
    )
    assert any(part.type == "citation" for part in said.parts)
    said.say("and in harvard", "refine", 0.5)
    assert next(p.style for p in said.parts if p.type == "citation") == "harvard"


def test_a_topic_taken_for_out_of_scope_is_looked_up_first(talk: Start) -> None:
    said = talk().say("[Moby-Dick]", "out_of_scope", 0.8)
    assert "moby" in said.titles[0].lower()


def test_an_author_in_chinese_is_found_in_the_other_script_too(talk: Start) -> None:
    said = talk("zh").say("厄休拉·勒古恩1975年以前出版的书", "find_holdings")
    assert said.items
    assert all(item.year and item.year < 1975 for item in said.items)
    assert all("Le Guin" in item.authors[0] for item in said.items)


def test_only_novels_then_none(talk: Start) -> None:
    said = talk().say("books about [China]", "find_holdings")
    before = len(said.items)
    said.say("only novels", "refine")
    assert before
    assert said.session.frame is not None
    assert said.session.frame.filters == {"literary_forms": ["fiction"]}
    assert "fiction only" in said.text
    said.say("no fiction", "refine")
    assert "fiction" not in said.session.frame.filters["literary_forms"]
    assert "no fiction" in said.text
    said.say("remove the fiction limit", "refine")
    assert said.session.frame.filters == {}


def test_a_topic_of_its_own_starts_anew(talk: Start) -> None:
    said = (
        talk()
        .say("books about [China]", "find_holdings")
        .say("non-fiction about [sleep]", "refine")
    )
    assert said.session.frame is not None
    assert said.session.frame.text == "sleep"
    said.say("only the ones about dreams", "refine")
    assert said.session.frame.text.startswith("sleep")


@pytest.mark.parametrize(
    ("text", "denied", "left"),
    [
        ("thrillers but no spies", "spies", "thrillers"),
        ("a book that isn't Poirot", "Poirot", "a book"),
        ("dogs that are not too long", "", None),
        ("no country for old men", "", None),
        ("科幻小说，不要刘慈欣的", "刘慈欣", "科幻小说"),
        ("除了金庸以外的武侠小说", "金庸", "武侠小说"),
        ("除了三体还有什么科幻", "三体", "科幻"),
        ("除了金庸还有谁写武侠", "金庸", "武侠"),
        ("科幻小说，不要还珠格格", "还珠格格", "科幻小说"),
        ("不要太难的", "", ""),
    ],
)
def test_words_that_are_denied(text: str, denied: str, left: str | None) -> None:
    ask = Ask(text=text, entities=(Entity("query", text),))
    assert filters.unwanted(ask).get("words", [""]) == [denied]
    assert filters.affirmed(ask) == (text if left is None else left)


def test_a_work_that_we_lack_in_a_language_is_shown_in_others(talk: Start) -> None:
    said = talk().say("is [The Gruffalo] in Welsh", "known_item")
    assert "“The Gruffalo” in Welsh, but we have it in English" in said.text
    assert said.titles == ["The Gruffalo"]


def test_a_work_is_found_in_the_language_asked_for(talk: Start) -> None:
    said = talk("zh").say("[红楼梦]有英文版吗", "known_item")
    assert set(said.titles) >= {"Dream of the red chamber"}
    assert {item.language for item in said.items} == {"eng"}


def test_no_more_than_a_book_is_met_with_kinds(talk: Start) -> None:
    said = talk().say("books", "find_holdings")
    assert said.outcome == "asked"
    assert said.press(said.chosen("find")).items


@pytest.mark.parametrize("text", ["[history]", "[history] books", "[travel] books"])
def test_a_subject_is_no_title_that_resembles_it(talk: Start, text: str) -> None:
    said = talk().say(text, "find_holdings")
    assert len(said.items) > 1
    assert said.session.frame is not None
    assert said.session.frame.kind == "topic"


@pytest.mark.parametrize(
    ("text", "title"), [("[the histories]", "The histories"), ("[emma]", "Emma")]
)
def test_a_title_stays_one(talk: Start, text: str, title: str) -> None:
    said = talk().say(text, "find_holdings")
    assert said.items[0].title == title
    assert said.session.frame is not None
    assert not said.session.frame.topical
