"""What a short message adds to the list that was spoken of last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from actions.session import Frame
from actions.signs import adding, leaning, listing, orders
from actions.skills import wider
from assistant.engine.understanding.reader import Reader
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text",
    [
        "set in the [tudor times]",
        "something set in Scotland",
        "with maps",
        "only picture books",
        "phrasebook too",
        "最好薄一点",
        "只要绘本",
        "背景是上海",
    ],
)
def test_it_narrows_what_was_asked(text: str) -> None:
    assert adding.FIRMLY.search(text)


@pytest.mark.parametrize(
    "text", ["cooking", "do you have Emma", "where are the toilets", "烹饪", "你们几点关门"]
)
def test_a_topic_or_a_question_narrows_nothing(text: str) -> None:
    assert not adding.FIRMLY.search(text)
    assert not adding.OR.search(text)


@pytest.mark.parametrize("text", ["or greece then", "或者有声的", "英文的也行"])
def test_it_may_take_the_place_of_what_was_added_last(text: str) -> None:
    assert adding.OR.search(text)


@pytest.mark.parametrize("text", ["no idea", "i'm not sure", "不知道", "没想好"])
def test_who_does_not_know_is_asked_what_would_narrow(talk: Start, text: str) -> None:
    assert adding.UNSURE.search(text)
    said = listed(talk).say(text, "deny")
    assert not said.items
    assert "narrow" in said.text or "缩小" in said.text


@pytest.mark.parametrize(
    "text", ["not romance", "no spies", "不要英文的", "不知道的事", "nothing new"]
)
def test_who_wants_something_not_is_sure(text: str) -> None:
    assert not adding.UNSURE.search(text)


def test_what_is_said_politely_names_nothing() -> None:
    for text, left in (
        ("set in the tudor times", "the tudor times"),
        ("ships perhaps", "ships "),
        ("would be ok", ""),
        ("history of sets", "history of sets"),
        ("other people", "other people"),
    ):
        assert adding.POLITELY.sub("", text) == left


@pytest.mark.parametrize(
    ("text", "then"),
    [("set in the 1930s", "1930s"), ("something set in the 18th century", "18th century")],
)
def test_when_a_story_is_set_is_not_when_it_came_out(text: str, then: str) -> None:
    found = adding.SET_THEN.search(text)
    assert found
    assert then in found.groups()


@pytest.mark.parametrize("text", ["from the 1930s", "set in paris", "published in 1984"])
def test_a_place_or_a_year_of_its_own_is_no_setting_in_time(text: str) -> None:
    assert not adding.SET_THEN.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "in another language",
        "other languages?",
        "do you have it in other languages",
        "有别的语言的吗",
    ],
)
def test_whichever_other_language(text: str) -> None:
    assert leaning.OTHER_TONGUE.search(text)


@pytest.mark.parametrize(
    "text", ["in French", "language courses", "other books on languages", "语言学"]
)
def test_a_language_or_the_study_of_them_is_none(text: str) -> None:
    assert not leaning.OTHER_TONGUE.search(text)


@pytest.mark.parametrize(
    "text", ["books please", "any books too", "do you have books on it", "有书吗"]
)
def test_books_of_the_topic_that_stands(text: str) -> None:
    assert listing.ANY_BOOKS.search(text)


@pytest.mark.parametrize(
    "text", ["books about bees", "recommend me a book", "可以还书吗", "notebooks"]
)
def test_a_wish_of_its_own_is_none(text: str) -> None:
    assert not listing.ANY_BOOKS.search(text)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("funny but not too long", "shortest"),
        ("搞笑但不要太长的", "shortest"),
        ("newer, please", "newest"),
        ("funny but sad", ""),
        ("long covid and short stories", ""),
    ],
)
def test_an_order_may_be_one_clause_of_several(text: str, order: str) -> None:
    assert orders.among(text) == order


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("not chinese", ("language", "chi", True)),
        ("or french then", ("language", "fre", False)),
        ("is one of them in today", ("available", True, False)),
        ("any available?", ("available", True, False)),
        ("true stories", ("literary_form", "nonfiction", False)),
        ("真人真事", ("literary_form", "nonfiction", False)),
        ("或者有声的", ("format", "audiobook", False)),
    ],
)
def test_short_limits_are_read(text: str, found: tuple[str, object, bool]) -> None:
    read = Reader().read(text, date(2026, 11, 29))
    assert found in [(one.entity, one.value, one.negated) for one in read]


@pytest.mark.parametrize(
    "text", ["in fact", "the true story of Ah Q", "what is in the news", "true crime", "有声有色"]
)
def test_what_only_sounds_so_is_no_limit(text: str) -> None:
    assert {one.entity for one in Reader().read(text, date(2026, 11, 29))} <= {"query"}


def listed(talk: Start, text: str = "books about [gardening]", language: str = "en") -> Talk:
    return talk(language).say(text, "find_holdings")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("whats available now", "where_is_it"),
        ("is one of them in today", "where_is_it"),
        ("which are in", "where_is_it"),
    ],
)
def test_what_of_the_list_is_in_today(talk: Start, text: str, intent: str) -> None:
    said = listed(talk).say(text, intent)
    assert "gardening" in said.text
    assert "available now" in said.text


def test_whether_it_is_in_asks_which_one(talk: Start) -> None:
    assert "Which one" in listed(talk).say("is it on the shelf", "where_is_it").text
    assert "Which one" in listed(talk).say("which branch", "where_is_it").text


def test_readers_are_named_whatever_it_passes_for(talk: Start) -> None:
    said = listed(talk, "books about [space]").say("is there one for kids", "events", 0.77)
    assert "space" in said.text
    assert "for children" in said.text


def test_a_service_that_is_surely_asked_for_narrows_no_list(talk: Start) -> None:
    said = listed(talk, "books about [space]").say("when do you close today", "hours", 0.99)
    assert "space" not in said.text


def test_a_setting_stays_with_the_topic(talk: Start) -> None:
    said = listed(talk, "[historical novels]").say("set in the [tudor times]", "newspapers", 0.8)
    assert "historical novels" in said.text


@pytest.mark.parametrize(
    ("language", "topic", "denied", "intent"),
    [
        ("en", "books about [economics]", "not piketty", "deny"),
        ("en", "[science fiction]", "not chinese", "switch_language"),
        ("zh", "[科幻小说]", "不要英文的", "refine"),
        ("zh", "[科幻小说]", "有没有不是刘慈欣的", "deny"),
    ],
)
def test_what_is_not_wanted_leaves_the_topic(
    talk: Start, language: str, topic: str, denied: str, intent: str
) -> None:
    said = listed(talk, topic, language).say(denied, intent, 0.97)
    assert said.session.frame
    assert said.session.frame.without
    assert said.session.frame.text
    assert said.session.frame.text in topic


def test_nothing_is_all_of_that_and_the_topic_goes_on(talk: Start) -> None:
    said = listed(talk).say("in Welsh", "refine")
    assert "I found nothing for “gardening”, in Welsh" in said.text
    assert said.items


def test_of_an_author_there_is_nothing_else_to_show(talk: Start) -> None:
    said = talk("zh").say("[村上春树]", "known_item").say("韩文的", "refine")
    assert not said.items


def test_without_words_a_language_is_kept() -> None:
    before = Frame(filters={"languages": ["ukr"]})
    frame = Frame(filters={"languages": ["ukr"], "audiences": ["children"]})
    less = list(wider._less(frame, before))
    assert less
    assert all(one.filters.get("languages") == ["ukr"] for one in less)


def test_or_takes_back_the_last_limit(talk: Start) -> None:
    either = listed(talk).say("available now", "refine").say("or in French", "refine")
    assert "in French" in either.text
    assert "available now" not in either.text
    both = listed(talk).say("available now", "refine").say("in French", "refine")
    assert "in French" in both.text
    assert "available now" in both.text


def test_a_title_that_is_denied_leaves_the_list_where_it_stood(talk: Start) -> None:
    said = talk("zh").say("[余华]", "known_item").say("活着还有吗", "known_item")
    said.say("除了[活着]呢", "distress", 0.48)
    assert said.items
    assert "活着" not in said.titles


def test_in_another_language(talk: Start) -> None:
    said = talk().say("[Dune]", "known_item").say("in another language", "switch_language", 0.99)
    assert "eng" not in {item.language for item in said.items}
    alone = talk().say("[the gruffalo]", "known_item").say("in another language", "switch_language")
    assert "in English only" in alone.text


def test_a_form_that_was_answered_holds_for_what_follows(talk: Start) -> None:
    said = talk().say("do you have dvds", "equipment", 0.9)
    assert said.session.limited == {"formats": ["film"]}
    said.say("any [love stories]", "find_holdings")
    assert {item.format for item in said.items} == {"film"}
    assert not said.session.limited
    hours = talk().say("when do you open tomorrow", "hours")
    assert not hours.session.limited


def test_books_please_shows_the_list_again(talk: Start) -> None:
    said = listed(talk)
    titles = said.titles
    assert said.say("books please", "find_holdings").titles == titles
    assert "What would you like to find" in talk().say("books please", "find_holdings").text


@pytest.mark.parametrize(
    "words", ["beginners python", "easy cooking", "简单菜谱", "光", "基础物理"]
)
def test_how_it_should_be_beside_a_topic_is_part_of_it(words: str) -> None:
    assert not adding.HOW.fullmatch(words)


@pytest.mark.parametrize(
    "words", ["light", "beginners python", "easy cooking", "advanced", "简单菜谱", "光", "基础物理"]
)
def test_what_is_beside_it_may_be_one(words: str) -> None:
    assert bool(adding.HOW.fullmatch(words)) == (words in ("light", "advanced"))


@pytest.mark.parametrize(
    ("language", "topic", "how"),
    [
        ("en", "books about [gardening]", "something [gentle]"),
        ("zh", "[园艺]的书", "最便宜的"),
        ("zh", "[园艺]的书", "给家人看的，不要太专业"),
    ],
)
def test_the_list_stays_where_nothing_can_be_chosen_by(
    talk: Start, language: str, topic: str, how: str
) -> None:
    before = listed(talk, topic, language)
    said = before.say(how, "refine")
    assert not said.items
    assert said.session.frame
    assert said.session.frame.text in topic


@pytest.mark.parametrize(
    "text", ["and about volcanoes", "or about starting school", "那关于动物的呢", "讲睡觉的也行"]
)
def test_about_names_a_topic_of_its_own(text: str) -> None:
    assert adding.ABOUT.search(text)


@pytest.mark.parametrize("text", ["about it", "set in Spain", "in French", "中文的", "只要绘本"])
def test_a_limit_is_no_topic_of_its_own(text: str) -> None:
    assert not adding.ABOUT.search(text)


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("do you have something about [dogs]", True),
        ("她会喜欢搞笑的书吗", True),
        ("do you have something for me about [dogs]", False),
        ("我想看关于[狗]的书", False),
        ("do you have books about [dogs] for adults", False),
    ],
)
def test_a_wish_after_a_childs_list_is_the_childs(talk: Start, text: str, child: bool) -> None:
    said = listed(talk, "books for a 7 year old").say(text, "find_holdings")
    assert said.session.frame
    assert (said.session.frame.filters.get("audiences") == ["children"]) == child


def test_what_is_for_a_child_is_never_widened_to_all() -> None:
    before = Frame(text="trains", filters={"audiences": ["preschool"], "languages": ["fre"]})
    frame = Frame(text="steam trains", filters={**before.filters, "formats": ["film"]})
    less = list(wider._less(frame, before))
    assert less
    assert all(one.filters.get("audiences") == ["preschool"] for one in less)
    of_all = [
        one.filters
        for one in wider._less(
            Frame(text="a", filters={"audiences": ["adult"]}),
            Frame(text="b", filters={"audiences": ["adult"]}),
        )
    ]
    assert {} in of_all


@pytest.mark.parametrize(
    ("language", "lacked", "text", "topic"),
    [("en", "[xyzzy quuxly]", "about [dogs]", "dogs"), ("zh", "[狼图腾]", "讲[草原]的", "草原")],
)
def test_what_found_nothing_is_left_for_a_topic(
    talk: Start, language: str, lacked: str, text: str, topic: str
) -> None:
    said = talk(language).say(lacked, "find_holdings").say(text, "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == topic


def test_only_never_makes_a_list_longer(talk: Start) -> None:
    said = listed(talk, "need book on [birds] for my son, hes 7").say(
        "only picture books", "refine"
    )
    assert said.session.frame
    assert said.session.frame.text == "birds"
    assert "children" in said.session.frame.filters["audiences"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("something for beginners", "find_holdings"),
        ("that are funny", "affirm"),
        ("something with pictures", "find_holdings"),
    ],
)
def test_what_the_books_should_be_keeps_the_list(talk: Start, text: str, intent: str) -> None:
    said = listed(talk).say(text, intent, 0.99)
    assert said.session.topic == "holdings"
    assert "What would you like" not in said.text


@pytest.mark.parametrize(
    "text", ["something for me", "that is all", "which are in", "any with you", "that's fine"]
)
def test_what_says_nothing_of_the_books(text: str) -> None:
    assert not listing.SUCH_AS.search(text)
