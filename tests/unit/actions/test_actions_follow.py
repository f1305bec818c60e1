"""What is asked of the answer just given, said after a handover, or of us and not of the library."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import aspects
from actions.live import Live
from actions.shelf import Shelf
from index.record import Filters, Query
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def entry(said: Talk) -> str:
    return str(said.effects.get("knowledge", {}).get("entry_id", ""))


@pytest.mark.parametrize(
    ("entry_id", "asked", "has", "has_not"),
    [
        ("parking", "do I have to pay?", "first hour free", "Mill Road"),
        ("cards-join", "how much is it", "Joining is free", "3 years"),
        ("cards-join", "what do I need to bring", "shows your name", "Joining is free"),
        ("rooms-study", "how do I book one", "/rooms", "three study rooms"),
        ("wifi", "is there a password?", "no password", "benches"),
        ("story-time", "and at riverside?", "Riverside on Saturday", "Friday"),
        ("story-time", "which branch", "Central, Friday", "All free"),
        ("story-time", "what age is it for", "under-fives", "Friday"),
        ("lost-property", "how long do you keep things", "30 days", "wallets"),
        ("events-whats-on", "do i need to book", "you book there", "monthly letter"),
    ],
)
def test_the_sentences_that_tell_it_answer(
    talk: Start, entry_id: str, asked: str, has: str, has_not: str
) -> None:
    said = talk().press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "place_hold", 0.5)
    assert entry(said) == entry_id
    assert has in said.text
    assert has_not not in said.text


@pytest.mark.parametrize(
    ("entry_id", "asked", "has"),
    [
        ("parking", "要钱吗", "第一小时免费"),
        ("cards-join", "要带什么", "证件"),
        ("rooms-study", "怎么预约", "用借书证预约"),
        ("story-time", "在哪个馆", "河滨馆周六"),
        ("story-time", "几岁可以参加", "五岁以下"),
        ("lost-property", "保留多久", "30 天"),
        ("cards-lost", "多久能拿到", "当场可取"),
    ],
)
def test_so_do_they_in_chinese(talk: Start, entry_id: str, asked: str, has: str) -> None:
    said = talk("zh").press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, "help", 0.9)
    assert entry(said) == entry_id
    assert has in said.text
    assert not said.text.endswith("；")


def test_what_the_answer_does_not_tell_is_looked_for_near_it(talk: Start) -> None:
    said = (
        talk().press('/ask{"entry_id": "printing-phone"}').say("how much is a page", "fines", 0.5)
    )
    assert "£" in said.text


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "intent"),
    [
        ("en", "wifi", "is it fast", "where_is_it"),
        ("zh", "cards-pin", "坐飞机行吗", "out_of_scope"),
    ],
)
def test_what_is_only_near_is_told_as_that(
    talk: Start, language: str, entry_id: str, asked: str, intent: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, intent, 0.5)
    assert said.outcome == "unsure"
    assert any(payload.startswith("/human") for payload in said.payloads)
    assert not said.items


@pytest.mark.parametrize(
    ("language", "text"), [("en", "what time do you close"), ("zh", "你们几点关门")]
)
def test_our_hours_are_no_part_of_an_answer(talk: Start, language: str, text: str) -> None:
    said = talk(language).press('/ask{"entry_id": "parking"}').say(text, "hours", 0.95)
    assert entry(said) == ""


def test_a_day_is_asked_of_the_answer_that_names_it(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "story-time"}').say("is it on this friday", "hours", 0.5)
    assert said.text == "Rhymes for babies: Central, Friday at 10:30."


@pytest.mark.parametrize("text", ["even old ones", "送去哪里"])
def test_a_short_message_after_an_answer_is_no_search(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").press('/ask{"entry_id": "donate-books"}')
    assert not said.say(text, "find_holdings", 0.6).items


def test_a_price_without_an_answer_before_it_is_a_question_of_its_own(talk: Start) -> None:
    assert "first hour" not in talk().say("is it free?", "fines", 0.5).text


@pytest.mark.parametrize(
    "text", ["is printing free?", "how do I book a study room", "怎么预约研讨室", "books on money"]
)
def test_a_question_that_names_its_thing_asks_nothing_of_the_answer(live: Live, text: str) -> None:
    assert aspects.told_by(text, live.library) is None


@pytest.mark.parametrize(
    ("language", "entry_id", "asked", "intent", "answers"),
    [
        ("en", "rooms-meeting", "cancel the booking", "out_of_scope", "rooms-change"),
        ("en", "ill-request", "what does it cost", "out_of_scope", "ill-cost-time"),
        ("zh", "ill-request", "要多少钱", "fines", "ill-cost-time"),
    ],
)
def test_another_answer_on_the_topic_may_tell_it(
    talk: Start, language: str, entry_id: str, asked: str, intent: str, answers: str
) -> None:
    said = talk(language).press(f'/ask{{"entry_id": "{entry_id}"}}').say(asked, intent, 0.8)
    assert entry(said) == answers


@pytest.mark.parametrize(
    ("language", "text"), [("en", "only at riverside"), ("en", "and for kids")]
)
def test_a_limit_after_an_answer_shows_no_catalogue(talk: Start, language: str, text: str) -> None:
    said = talk(language).press('/ask{"entry_id": "scanning"}').say(text, "refine", 0.95)
    assert not said.items


@pytest.mark.parametrize(("language", "miss"), [("en", "is it purple"), ("zh", "[大象]呢")])
def test_one_miss_does_not_end_what_is_spoken_of(talk: Start, language: str, miss: str) -> None:
    said = talk(language).press('/ask{"entry_id": "cards-join"}').say(miss, "out_of_scope", 0.4)
    said.say("how much is it" if language == "en" else "要钱吗", "fines", 0.5)
    assert entry(said) in ("cards-join", "cards-cost")


def test_a_new_question_is_no_part_of_the_answer_before(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "parking"}').say("how do I renew my books", "renew")
    assert entry(said) == "renew"


def test_the_same_answer_is_not_given_twice_running(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "research-articles"}')
    whole = said.text
    said.say("where is the box for journals that are peer-reviewed only", "databases")
    assert whole not in said.text


@pytest.mark.parametrize(
    "text", ["next tuesday works", "my name is Ann", "it's about my grandmother"]
)
def test_what_is_said_after_a_handover_stands_with_the_question(talk: Start, text: str) -> None:
    said = talk().say("find me a librarian", "human")
    said.say(text, "find_holdings", 0.5, waits="left")
    assert "Noted" in said.text
    assert not said.items


@pytest.mark.parametrize(
    "text", ["are you open next tuesday?", "books about [bees]", "is [Dune] in?"]
)
def test_a_new_question_after_a_handover_is_answered(talk: Start, text: str) -> None:
    intent = "hours" if "open" in text else "find_holdings"
    said = talk().say("find me a librarian", "human").say(text, intent, waits="left")
    assert "Noted" not in said.text


@pytest.mark.parametrize("text", ["tell me a joke", "sing me a song", "can you tell me a story?"])
def test_a_joke_is_no_search(talk: Start, text: str) -> None:
    said = talk().say(text, "find_holdings")
    assert said.outcome == "talk"
    assert said.press(said.chosen("find")).items


@pytest.mark.parametrize("text", ["讲个[笑话]", "唱首歌吧", "给我讲个[故事]"])
def test_nor_is_it_in_chinese(talk: Start, text: str) -> None:
    assert talk("zh").say(text, "find_holdings").outcome == "talk"


@pytest.mark.parametrize("text", ["tell me a story about [dragons]", "给我讲一个关于龙的故事"])
def test_a_story_about_something_is_one(talk: Start, text: str) -> None:
    assert talk().say(text, "find_holdings").outcome != "talk"


def test_a_turn_searches_once_what_it_looks_at_twice(live: Live) -> None:
    class Counted:
        asked = 0

        def search(self, query: Query) -> object:
            self.asked += 1
            return live.shelf.holdings.search(query)  # type: ignore[union-attr]

    shelf = Shelf(live.library)
    shelf.holdings = Counted()  # type: ignore[assignment]
    turn = shelf.for_turn("en")
    all_of = turn.search(Query(text="birds"))
    assert turn.search(Query(text="birds", limit=1)).hits == all_of.hits[:1]
    assert turn.search(Query(text="birds", filters=Filters(available=True))).hits
    assert shelf.holdings.asked == 2  # type: ignore[union-attr]
    assert shelf.for_turn("en").search(Query(text="birds")) == all_of
    assert shelf.holdings.asked == 3  # type: ignore[union-attr]


def test_a_number_alone_presses_the_choice_of_that_number(talk: Start) -> None:
    said = talk().say("[China] in ten words", "known_item").say("cite it", "cite")
    said.say("2", "show_more", 0.9)
    assert [part.type for part in said.parts if part.type == "citation"]
    assert "Chicago" in said.text


@pytest.mark.parametrize(("text", "begins"), [("how do I cite it", "In APA"), ("MLA", "In MLA")])
def test_the_item_in_hand_is_cited(talk: Start, text: str, begins: str) -> None:
    said = talk().say("do you have [Dune]", "known_item").say(text, "citation_help")
    assert said.text.startswith(begins)


def test_too_many_asks_what_to_narrow_by(talk: Start) -> None:
    said = talk().say("books about [birds]", "find_holdings").say("too many", "complaint")
    assert "narrow" in said.text
    assert said.outcome == "asked"


@pytest.mark.parametrize(("language", "text"), [("en", "is that all?"), ("zh", "就这些？")])
def test_is_that_all_shows_more(talk: Start, language: str, text: str) -> None:
    topic = "books about [birds]" if language == "en" else "关于鸟的书"
    said = talk(language).say(topic, "find_holdings")
    shown = said.titles
    said.say(text, "refine")
    assert not set(shown) & set(said.titles)


def test_each_of_several_titles_is_answered(talk: Start) -> None:
    said = talk("zh").say("帮我找一下《[小王子]》和《三体》", "known_item")
    assert said.titles == ["小王子", "三体"]
    said.say("有法文的吗", "refine")
    assert "Le petit prince" in said.titles


def test_more_by_him_of_nobody_asks_whom(talk: Start) -> None:
    assert talk().say("more by him", "find_holdings").outcome == "asked"


def test_an_insult_without_an_index_is_not_met_with_the_catalogue(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live.shelf, "holdings", None)
    said = Talk(live.dialogue).say("idiot", "insult")
    assert "going well" in said.text
    assert "catalogue" not in said.text


def test_a_novel_with_a_grave_title_is_a_novel_to_who_looks_for_one(talk: Start) -> None:
    said = talk("zh").say("[余华]", "find_holdings").say("[活着]", "distress")
    assert "活着" in said.titles
    assert "escalate" not in said.effects
    assert any(payload.startswith("/human") for payload in said.payloads)


@pytest.mark.parametrize("text", ["我不想活了", "不想活", "活着好累"])
def test_a_cry_for_help_is_one_after_any_search(talk: Start, text: str) -> None:
    said = talk("zh").say("[余华]", "find_holdings").say(text, "distress")
    assert said.effects["escalate"]["urgent"]
    assert not said.items


@pytest.mark.parametrize(
    ("language", "text", "intent", "title"),
    [
        ("zh", "[活着]", "distress", "活着"),
        ("zh", "我想借[活着]", "distress", "活着"),
        ("en", "[excellent women]", "feedback_praise", "Excellent women"),
        ("en", "how not to be wrong", "deny", "How not to be wrong"),
        ("en", "do you have never let me go", "distress", "Never let me go"),
    ],
)
def test_a_title_that_sounds_like_something_else_is_looked_for(
    talk: Start, language: str, text: str, intent: str, title: str
) -> None:
    said = talk(language).say(text, intent)
    assert title in said.titles[0]
    assert "escalate" not in said.effects


def test_a_grave_word_that_is_no_title_is_taken_gravely(talk: Start) -> None:
    assert "escalate" in talk("zh").say("活不下去", "distress").effects


def test_help_lines_are_named_once(talk: Start) -> None:
    said = talk().say("everything is too much", "distress")
    assert "116 123" in said.text
    again = said.say("I just sit here", "distress")
    assert "116 123" not in again.text
    assert again.effects["escalate"]["urgent"]
    assert "116 123" in again.say("I want to kill myself", "distress").text


@pytest.mark.parametrize(
    ("language", "text"), [("en", "exam stress is killing me"), ("zh", "我[失恋]了")]
)
def test_a_hard_time_gets_a_kind_word_and_a_way_on(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "hard_time")
    assert "116 123" in said.text
    assert "escalate" not in said.effects
    assert [one.split("{")[0] for one in said.payloads] == ["/find", "/human"]


@pytest.mark.parametrize(
    ("language", "text"), [("en", "she loves [dragons]"), ("zh", "喜欢[昆虫]")]
)
def test_what_a_reader_likes_is_added_to_the_search(talk: Start, language: str, text: str) -> None:
    begun = "books for children" if language == "en" else "儿童读物"
    said = talk(language).say(begun, "find_holdings").say(text, "feedback_praise", 0.8)
    assert said.outcome != "talk"


@pytest.mark.parametrize(
    ("text", "intent", "kept"),
    [
        ("this afternoon", "greet", True),
        ("at central i think, in the silent room", "directions", True),
        ("good afternoon", "greet", False),
    ],
)
def test_when_and_where_something_was_lost_is_of_that(
    talk: Start, text: str, intent: str, kept: bool
) -> None:
    said = talk("en").press('/ask{"entry_id": "lost-property"}').say(text, intent, 0.97)
    assert ("30 days" in said.text) is kept


def test_a_part_of_the_answer_is_named_in_two_words(talk: Start) -> None:
    said = talk().say("how much does printing cost", "printing", 0.98)
    assert "in colour" in said.say("in colour", "find_holdings", 0.6).text
    assert "in colour" not in said.say("in french", "find_holdings", 0.6).text
