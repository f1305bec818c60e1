"""Lists that are narrowed, left, or given up for another topic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from actions import at_hand
from actions.ask import Ask, Entity
from actions.filters import asks_for_any
from actions.session import Frame
from actions.signs import leaning, listing, wishes
from actions.skills import another
from assistant.engine.understanding.reader import Reader
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def read(text: str) -> dict[str, object]:
    return {one.entity: one.value for one in Reader().read(text, date(2026, 11, 29))}


@pytest.mark.parametrize(
    "text",
    [
        "which ones are in at the library on the hill",
        "which of them are in at riverside",
        "only ones in at central",
        "the ones available at riverside",
        "which can I get at central today",
        "only avalable ones",
        "availible now",
        "which ones are in",
    ],
)
def test_what_is_in_at_a_branch(text: str) -> None:
    assert read(text).get("available") is True


@pytest.mark.parametrize(
    "text",
    [
        "which are available in French",
        "which one is in English",
        "ones in attics",
        "what happens at central today",
        "the label available",
    ],
)
def test_no_availability_is_named(text: str) -> None:
    assert "available" not in read(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("I prefer a story rather than advice", "fiction"),
        ("novels, not self-help", None),
        ("a novel rather than a textbook", "fiction"),
        ("想看故事，不要讲道理的", "fiction"),
        ("the story of O", None),
        ("讲道理的故事", None),
    ],
)
def test_a_story_rather_than_advice(text: str, form: str | None) -> None:
    assert read(text).get("literary_form") == form or form is None


@pytest.mark.parametrize("text", ["ok french then", "maybe german instead", "italian then"])
def test_another_language_is_named_in_passing(text: str) -> None:
    assert "language" in read(text)


@pytest.mark.parametrize("text", ["ok in english then", "french cooking then", "so german history"])
def test_a_language_of_ours_or_of_a_topic_is_none(text: str) -> None:
    assert "language" not in read(text)


@pytest.mark.parametrize("text", ["nothing on bees at all?", "is there nothing on knitting?"])
def test_whether_there_is_really_nothing(text: str) -> None:
    assert asks_for_any(text)


@pytest.mark.parametrize("text", ["nothing about war", "nothing too scary?", "nothing by him?"])
def test_what_is_not_wanted_asks_for_nothing(text: str) -> None:
    assert not asks_for_any(text)


@pytest.mark.parametrize(
    "text", ["the ordinary ones then", "normal print please", "那就普通的吧", "普通版"]
)
def test_no_form_of_its_own(text: str) -> None:
    assert listing.PLAIN.search(text)


@pytest.mark.parametrize("text", ["ordinary people", "normal people", "普通心理学", "一般的历史书"])
def test_a_title_with_such_a_word_is_one(text: str) -> None:
    assert not listing.PLAIN.search(text)


@pytest.mark.parametrize("text", ["whats new", "what's new in", "newest fiction", "latest poetry"])
def test_what_is_new(text: str) -> None:
    assert wishes.NEW_ONES.search(text)


@pytest.mark.parametrize(
    "text", ["what's new york like", "new york", "the newest branch", "new year films"]
)
def test_what_merely_says_new(text: str) -> None:
    assert not wishes.NEW_ONES.search(text)


@pytest.mark.parametrize("text", ["similar crime novels", "类似的科幻吗", "类似的通俗历史还有吗"])
def test_more_of_a_kind(text: str) -> None:
    assert leaning.LIKE_KIND.search(text)


@pytest.mark.parametrize("text", ["similar to dune", "similar books", "类似的书", "类似三体的"])
def test_more_of_no_kind(text: str) -> None:
    assert not leaning.LIKE_KIND.search(text)


def test_a_kind_of_work_is_asked_of_somebody_else() -> None:
    before = Frame(text="诗 李白", kind="topic", shown=["a"])
    found = another.of_kind("杜甫呢", before, "杜甫", {})
    assert found
    assert found.text == "诗 杜甫"
    owned = another.of_kind("狗呢", Frame(text="猫的绘本", shown=["a"]), "狗", {})
    assert owned
    assert owned.text == "狗的绘本"
    by_name = Frame(text="散文", filters={"authors": ["鲁迅"]}, shown=["a"])
    of_another = another.of_kind("朱自清呢", by_name, "朱自清", {})
    assert of_another
    assert of_another.filters == {"authors": ["朱自清"]}
    assert another.of_kind("写月亮的", before, "月亮", {}) is None
    assert another.of_kind("太空呢", Frame(text="科幻小说", shown=["a"]), "太空", {}) is None


@pytest.mark.parametrize("text", ["狗呢", "机器人呢", "what about dogs"])
def test_a_topic_after_a_list_is_no_insult(text: str) -> None:
    assert another.named(text)


@pytest.mark.parametrize(
    "text", ["你呢", "人呢", "what about you", "狗东西", "what about a dog show"]
)
def test_a_person_or_more_is_no_such_topic(text: str) -> None:
    assert not another.named(text)


def test_a_language_that_is_learnt_gives_up_that_of_the_books() -> None:
    before = Frame(filters={"languages": ["por"], "audiences": ["adult"]})
    assert another.staying(before, "english for beginners") == {"audiences": ["adult"]}
    assert another.staying(before, "cooking") == before.filters


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [("en", "[quidditch]", "what about [falconry]"), ("zh", "[魁地奇]", "[五月天]呢")],
)
def test_what_found_nothing_is_joined_to_nothing(
    talk: Start, language: str, first: str, then: str
) -> None:
    said = talk(language).say(first, "find_holdings").say(then, "find_holdings")
    assert said.session.frame
    assert first not in said.session.frame.text


def test_something_else_than_nothing_is_asked_for(talk: Start) -> None:
    said = talk().say("[quidditch] films", "find_holdings").say("something else", "dismiss")
    assert said.text
    assert said.outcome == "asked"


@pytest.mark.parametrize("text", ["something older", "not that one, something older"])
def test_another_than_the_one_in_hand(talk: Start, text: str) -> None:
    said = talk().say("[Dune messiah]", "known_item")
    year = said.items[0].year
    said = said.say(text, "refine")
    assert said.items
    assert all(one.year and year and one.year < year for one in said.items)


def test_editions_are_put_in_another_order(talk: Start) -> None:
    said = talk().say("[Dune]", "known_item").say("oldest first", "refine")
    assert said.session.frame
    assert not said.session.frame.like


def test_a_list_is_all_in_the_order_that_it_promises(talk: Start) -> None:
    said = talk().say("[scary] books", "find_holdings").say("newest first", "refine")
    years = [one.year for one in said.items if one.year]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    ("language", "text", "books"),
    [("zh", "作业要查鸦片战争", "书呢"), ("en", "opium war homework", "any books")],
)
def test_books_of_what_was_offered_to_be_searched(
    talk: Start, language: str, text: str, books: str
) -> None:
    said = talk(language)
    said.session.offers = [f'/find{{"text": "{text}"}}', "/help"]
    said = said.say(books, "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == text


def test_books_of_nothing_that_was_offered(talk: Start) -> None:
    said = talk()
    said.session.offers = ['/find{"filters": {"formats": ["film"]}}', "/help"]
    assert said.say("any books", "find_holdings").outcome == "asked"


@pytest.mark.parametrize("text", ["what time does east close", "do you have ebooks"])
def test_an_example_that_was_offered_is_no_wish(talk: Start, text: str) -> None:
    said = talk().say("hello", "greet")
    assert said.chosen("find")
    assert "birds" not in said.say(text, "hours").text


@pytest.mark.parametrize(
    ("text", "intent"),
    [("is that at central only", "where_is_it"), ("how about tomorrow", "hours")],
)
def test_a_place_is_no_wish_for_what_was_offered(talk: Start, text: str, intent: str) -> None:
    said = talk()
    said.session.offers = ['/find{"text": "sleep"}', "/help"]
    assert "sleep" not in said.say(text, intent).text


def test_the_newest_of_an_author_is_of_the_author(talk: Start) -> None:
    said = talk("zh").say("刘慈欣最新的书是哪本", "find_holdings")
    assert said.session.frame
    assert said.session.frame.filters == {"authors": ["刘慈欣"]}
    assert said.session.frame.order == "newest"


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "something in russian", "something else in russian"),
        ("zh", "有没有俄语的书", "还有别的俄语的书吗"),
    ],
)
def test_something_else_of_the_same_goes_on(
    talk: Start, language: str, first: str, then: str
) -> None:
    said = talk(language).say(first, "find_holdings")
    total = len(said.items)
    assert total
    said = said.say(then, "refine")
    assert not said.items
    assert str(total) in said.text


def test_the_same_once_more_is_shown_again(talk: Start) -> None:
    said = talk().say("something in russian", "find_holdings")
    titles = said.titles
    assert said.say("only in russian", "refine").titles == titles


@pytest.mark.parametrize(
    ("language", "text", "intent", "topic"),
    [
        ("zh", "那猫呢", "human", "猫"),
        ("zh", "狗的呢", "complaint", "狗"),
        ("zh", "那绘画的呢", "affirm", "绘画"),
        ("en", "and for dogs?", "out_of_scope", "dogs"),
    ],
)
def test_another_topic_in_two_words(
    talk: Start, language: str, text: str, intent: str, topic: str
) -> None:
    first = {"zh": "关于[茶]的书", "en": "books about [cats]"}[language]
    said = talk(language).say(first, "find_holdings").say(text, intent, 0.5)
    assert said.session.frame
    assert said.session.frame.text == topic


@pytest.mark.parametrize("text", ["那作者呢", "然后呢", "那你呢", "what about it", "那明天呢"])
def test_what_is_asked_of_anything_is_no_topic(text: str) -> None:
    assert not another.topic(text)


def test_a_service_after_a_list_is_no_topic(talk: Start) -> None:
    said = talk().say("books about [cats]", "find_holdings").say("what about parking", "visit", 0.9)
    assert said.session.frame
    assert said.session.frame.text == "cats"


def test_the_second_to_be_saved_is_no_other_part(talk: Start) -> None:
    said = talk().say("books about [gardening]", "find_holdings")
    said.session.frames[-1].shown = said.session.listed[:1]
    said = said.say("save the second", "save_item", 0.99)
    assert said.session.topic == "holdings"
    assert "What would you like" not in said.text


def test_the_second_of_one_is_its_other_part(talk: Start) -> None:
    said = talk().say("[scary] books", "find_holdings")
    said.session.frames[-1].shown = said.session.listed[:1]
    ask = Ask(text="and the second", entities=(Entity("ordinal", 2, False, 8, 14),))
    assert at_hand.asked(ask, said.session) == "sequel"


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("how long can i keep a dvd", "borrowing_rules", "loans-how-long"),
        ("how many audiobooks can i borrow", "borrowing_rules", "loans-how-many"),
        ("how much are dvds", "find_holdings", "loans-free"),
    ],
)
def test_a_rule_for_a_form_is_told_and_no_list(
    talk: Start, text: str, intent: str, told: str
) -> None:
    said = talk().say("any [comedy] films", "find_holdings").say(text, intent, 1.0)
    assert any(part.type == "sources" and part.sources[0].id == told for part in said.parts)


@pytest.mark.parametrize("text", ["any audiobooks?", "do you have any on dvd", "any free e-books"])
def test_a_form_alone_still_limits_the_list(talk: Start, text: str) -> None:
    said = talk().say("any [comedy] films", "find_holdings").say(text, "borrowing_rules", 0.9)
    assert said.session.topic == "holdings"


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("any for kids", True),
        ("is there one in French", True),
        ("do you have any on dvd", True),
        ("what about audiobooks", False),
        ("at Riverside", False),
    ],
)
def test_a_rule_told_on_the_way_leaves_the_list_at_hand(talk: Start, text: str, back: bool) -> None:
    said = talk().say("books about [gardening]", "find_holdings")
    said.say("how long can I keep books", "borrowing_rules", 1.0)
    assert said.session.topic == "answer"
    said.say(text, "refine", 0.6)
    assert (said.session.topic == "holdings") == back
