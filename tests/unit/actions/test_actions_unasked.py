"""What leans on the answer given, on a danger or a death spoken of, and is no word to us."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import crowd, unasked
from actions.ask import Ask
from actions.session import Session
from actions.signs import care, tasks, wishes
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
RENEW = {"en": "How do I renew my books?", "zh": "怎么续借？"}


def answered(talk: Start, language: str) -> Talk:
    said = talk(language).say(RENEW[language], "renew", 0.99)
    assert said.session.entry == "renew"
    return said


@pytest.mark.parametrize(
    ("language", "text", "intent", "taught"),
    [
        ("en", "why not", "affirm", True),
        ("en", "please", "affirm", True),
        ("en", "can you stop him", "cancel", False),
        ("en", "i dont think its right", "deny", False),
        ("zh", "凭什么不行", "deny", False),
        ("zh", "我觉得这不合理", "deny", False),
        ("zh", "求你了", "affirm", False),
        ("en", "that's too short", "refine", False),
        ("zh", "太短了吧", "complaint", False),
    ],
)
def test_an_objection_is_to_the_answer(
    talk: Start, language: str, text: str, intent: str, taught: bool
) -> None:
    said = answered(talk, language).say(text, intent, 0.99, taught=taught)
    assert said.session.entry == "renew"
    assert said.outcome == "unsure"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("great", "affirm"), ("no thanks", "deny"), ("no that's fine", "deny"), ("stop", "cancel")],
)
def test_a_plain_yes_or_no_is_one(talk: Start, text: str, intent: str) -> None:
    assert answered(talk, "en").say(text, intent, 0.99, taught=True).outcome == "talk"


def test_a_question_of_ours_is_answered(talk: Start) -> None:
    said = talk().say("erase it all", "forget_me").say("why not", "affirm", taught=True)
    assert "forget" in said.effects


@pytest.mark.parametrize(("text", "complains"), [("没人预约啊", False), ("工作人员态度太差", True)])
def test_a_contradiction_is_no_complaint(talk: Start, text: str, complains: bool) -> None:
    said = answered(talk, "zh").say(text, "complaint", 0.94)
    assert ("note" in said.effects) is complains


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("天太热了，你们那凉快吗", True),
        ("请问图书馆有空调吗，天太热了想去待一天", True),
        ("is there any heating in here", True),
        ("为什么总是没人", False),
        ("难道没人管吗", False),
        ("is this a joke", False),
    ],
)
def test_a_question_is_told_from_a_reproach(text: str, whether: bool) -> None:
    assert bool(tasks.WHETHER.search(text)) is whether


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("20个人", 20),
        ("三个人", 3),
        ("there are 6 of us", 6),
        ("for eight people", 8),
        ("[人工]", 0),
    ],
)
def test_people_are_counted(text: str, many: int) -> None:
    assert crowd.counted(text) == many


@pytest.mark.parametrize(
    ("language", "room", "text", "entry"),
    [
        ("zh", "怎么预约研讨室？", "3个人可以吗", "rooms-study"),
        ("en", "How do I reserve a study room?", "8 [people]", "rooms-meeting"),
        ("en", "How do I reserve a study room?", "there are 3 of us", "rooms-study"),
    ],
)
def test_the_room_for_so_many(talk: Start, language: str, room: str, text: str, entry: str) -> None:
    said = talk(language).say(room, "rooms", 0.99).say(text, "human", 0.95)
    assert said.session.entry == entry
    assert "escalate" not in said.effects


def test_people_who_are_counted_are_no_librarian(talk: Start) -> None:
    assert "escalate" not in talk("zh").say("30个人", "human", 0.93).effects
    assert "escalate" in talk("zh").say("[人工]", "human", 0.93).effects


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "someone is following me round the library", "please"),
        ("en", "someone is following me round the library", "he's still here"),
        ("zh", "有人一直跟着我", "[快点]"),
    ],
)
def test_who_is_frightened_is_not_left(talk: Start, language: str, first: str, then: str) -> None:
    said = talk(language).say(first).say(then, "affirm", 0.99)
    assert said.session.topic == "safety"
    assert "999" in said.text
    assert talk(language).say(first).say("thanks", "thanks", 0.99).outcome == "talk"


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        ("en", "my gran died and she has 3 library books", "we cant find one of them"),
        ("en", "my gran died and she has 3 library books", "do we have to pay"),
        ("en", "i want to close my late husbands account", "he still has a book about [trains]"),
        ("zh", "我爸前阵子走了，他名下还有几本书没还", "要还吗，有两本找不到了"),
    ],
)
def test_what_is_asked_of_the_dead_is_gently_told(
    talk: Start, language: str, first: str, then: str
) -> None:
    said = talk(language).say(first, "borrowing_rules")
    before = said.text
    said.say(then, "find_holdings", 0.94)
    assert not said.titles
    assert said.text
    assert said.text in before


def test_of_books_on_grief_nothing_of_theirs_is_meant(talk: Start) -> None:
    said = (
        talk().say("my gran died last week", "hard_time").say("books on [trains]", "find_holdings")
    )
    assert said.titles
    assert not care.MOURNS.search("他走了之后又回来")


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("zh", "想看点轻松的 最近加班太累", "hard_time"),
        ("en", "rough week, something [funny] to read please", "hard_time"),
        ("en", "i'm exhausted, something [light]", "find_holdings"),
    ],
)
def test_who_is_tired_and_asks_for_a_book_gets_one(
    talk: Start, language: str, text: str, intent: str
) -> None:
    said = talk(language).say(text, intent, 0.9)
    assert "116 123" not in said.text
    assert said.session.topic == "holdings"


@pytest.mark.parametrize(("language", "text"), [("zh", "压力好大"), ("en", "i'm so tired of it")])
def test_who_is_only_tired_is_heard(talk: Start, language: str, text: str) -> None:
    assert "116 123" in talk(language).say(text, "hard_time", 0.9).text


@pytest.mark.parametrize(
    ("language", "text"), [("zh", "那有真人说粤语吗"), ("zh", "打电话过来可以说普通话吗")]
)
def test_who_of_us_speaks_it(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "switch_language", 0.9)
    assert said.session.who
    assert "东馆" in said.text
    assert "specialists" in str(said.say("他哪天在").parts)


def test_the_language_of_our_answers_is_ours(talk: Start) -> None:
    said = talk("zh").say("请用英文回答", "switch_language", 0.99)
    assert said.language == "en"


@pytest.mark.parametrize(
    ("language", "search", "text"),
    [
        ("en", "[cooking]", "english is fine"),
        ("zh", "[历史]", "英文即可"),
        ("en", "[tea]", "english then"),
    ],
)
def test_the_books_may_be_in_a_language(talk: Start, language: str, search: str, text: str) -> None:
    said = talk(language).say(search, "find_holdings").say(text, "switch_language", 0.99)
    assert said.session.frame is not None
    assert said.session.frame.filters["languages"] == ["eng"]
    assert said.language == language


@pytest.mark.parametrize("text", ["use english please", "你会说粤语吗", "请说中文"])
def test_it_is_no_word_of_the_books_or_the_staff(text: str) -> None:
    assert not wishes.WILL_DO.search(text)
    assert not wishes.BY_STAFF.search(text)


def test_when_a_specialist_is_there(talk: Start) -> None:
    said = talk().say("I'd like to talk to the local [history] librarian", "human", 0.99)
    said.say("when are they in", "where_is_it", 0.7, waits="left")
    assert "Local Studies Room" in said.text
    said = talk().say("talk to a person", "human", 0.99)
    assert "Local Studies" not in said.say("when are they in", waits="left").text


@pytest.mark.parametrize(
    ("language", "text"), [("zh", "有电话吗"), ("en", "do you have a phone number")]
)
def test_our_number_is_told_though_a_question_is_asked_for(
    talk: Start, language: str, text: str
) -> None:
    said = talk(language).say(text, "staff_lookup", 0.5, waits="asked")
    assert "01632 960100" in said.text
    assert "escalate" not in said.effects
    said = talk(language).say("my card does not work", "technical_problem", waits="asked")
    assert "escalate" in said.effects


def test_the_address_of_a_branch_spoken_of(talk: Start) -> None:
    said = talk().say("what's the phone number for riverside", "directions", 0.9)
    assert "riverside@" in said.say("and the email", "staff_lookup", 0.86).text
    assert "riverside@" not in talk().say("and the email", "staff_lookup", 0.86).text


def test_what_a_child_loves_is_looked_for(talk: Start) -> None:
    said = talk().say("my daughter loves [gardening]", "feedback_praise", 0.64)
    assert said.session.topic == "holdings"
    for text in ("my daughter loves it here", "my mum enjoyed the talk", "i love your staff"):
        assert talk().say(text, "feedback_praise", 0.9).session.topic != "holdings"


def test_the_language_of_the_staff_is_not_asked_of_the_answer(talk: Start) -> None:
    said = answered(talk, "zh").say("那有真人说粤语吗", "switch_language", 0.89)
    assert "chinese-librarian" in str(said.parts)


def test_a_branch_that_is_looked_for_is_told_alone(talk: Start) -> None:
    said = talk().say("where is east branch", "directions", 0.99)
    assert "riverside" not in said.text.casefold()
    assert "east@" in said.say("whats the number", "directions", 0.5).text


@pytest.mark.parametrize(
    ("text", "presses"),
    [
        ("but ive got an exam on monday and need it", True),
        ("但是我明天考试急用", True),
        ("but I feel so low", False),
        ("but I need it to stop", False),
    ],
)
def test_who_presses_for_it_objects_to_the_answer(text: str, presses: bool) -> None:
    ask = Ask(text=text, intent="hard_time", confidence=0.95)
    assert unasked.objects(ask, Session()) is presses
