"""People: a cry for help or a story, a question that waits for the librarians, tone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import grave
from actions.ask import Ask
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill myself",
        "my friend is suicidal",
        "what's the quickest way to die",
        "他说想自杀，我朋友怎么办",
        "我想自杀",
        "我不想活了",
        "自杀",
        "老公家暴",
        "I'm better off gone",
        "everybody at home would be better off if I was not here",
        "i think i might do something stupid tonight",
        "怕他做傻事",
    ],
)
def test_plain_words_of_danger_are_a_cry_whatever_they_pass_for(text: str) -> None:
    assert grave.cries(Ask(text=text, intent="find_holdings", confidence=0.9))


@pytest.mark.parametrize(
    "text",
    [
        "我只有护照",
        "想办卡，我只有一本护照",
        "吞了我一块钱",
        "打印机吞了我的硬币",
        "机器吞了卡",
    ],
)
def test_papers_and_coins_are_no_cry(text: str) -> None:
    assert not grave.cries(Ask(text=text, intent="distress", confidence=0.95))


def test_who_is_better_off_with_something_is_in_no_danger() -> None:
    assert not grave.in_danger("am i better off with the paper book")


@pytest.mark.parametrize(
    "text", ["我吞了药", "我只有死路一条", "我吞了一百块钱的药", "孩子吞了硬币"]
)
def test_what_was_swallowed_may_be_one(text: str) -> None:
    assert grave.cries(Ask(text=text, intent="distress", confidence=0.95))


@pytest.mark.parametrize(
    "text",
    [
        "how does Werther die",
        "a book about a poet who killed herself",
        "I have to read about suicide for my essay",
        "does the main character die",
        "自杀的诗人",
        "想看涂尔干的自杀论",
        "主角最后死了吗",
        "海子是怎么自杀的",
        "笑死我了",
    ],
)
def test_a_death_in_a_book_is_no_cry(text: str) -> None:
    assert not grave.cries(Ask(text=text, intent="distress", confidence=0.99))


@pytest.mark.parametrize(("language", "title"), [("en", "[Dune]"), ("zh", "[白夜行]")])
def test_how_a_story_goes_is_told_as_far_as_the_catalogue_knows(
    talk: Start, language: str, title: str
) -> None:
    asked = "does the [hero] die in the end" if language == "en" else "主角最后死了吗"
    said = talk(language).say(title, "known_item").say(asked, "distress", 0.9)
    assert title.strip("[]") in said.text
    assert "escalate" not in said.effects


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "someone is following me round the library", "999"),
        ("en", "a man threatened me", "999"),
        ("zh", "有个男的一直跟着我", "999"),
        ("zh", "有人[威胁]我", "999"),
    ],
)
def test_who_is_frightened_hears_what_to_do(
    talk: Start, language: str, text: str, number: str
) -> None:
    said = talk(language).say(text, "complaint")
    assert number in said.text
    where = "at riverside" if language == "en" else "在河滨馆"
    assert "960140" in said.say(where, "where_is_it").text
    whom = "what number do i ring" if language == "en" else "打什么电话"
    assert number in said.say(whom, "out_of_scope").text


def test_who_was_joking_is_met_kindly(talk: Start) -> None:
    said = talk("zh").say("我不想活了", "distress").say("没事，我开玩笑的", "cancel")
    assert "放心" in said.text


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "Do you have the [parish] magazine of 1953?", "find_holdings"),
        ("en", "it's about my late fees", "fines"),
        ("zh", "我想问东馆的自助借书机坏了怎么办", "complaint"),
        ("zh", "书名是活着，上周三还到东馆的", "known_item"),
    ],
)
def test_what_is_written_when_we_asked_is_the_question(
    talk: Start, language: str, text: str, intent: str
) -> None:
    said = talk(language).say(text, intent, waits="asked")
    assert said.effects["escalate"]["about"] == "question"


@pytest.mark.parametrize(
    ("text", "intent", "about"),
    [
        ("how long will it be", "where_is_it", "when"),
        ("when will they answer", "hours", "when"),
        ("did you get it", "bot_identity", "got"),
        ("how do I see the answer", "help", "see"),
        ("还要等多久", "account", "when"),
        ("多久能来", "find_holdings", "when"),
        ("我写的你们收到了吗", "out_of_scope", "got"),
        ("怎么看回复", "help", "see"),
    ],
)
@pytest.mark.parametrize("waits", ["asked", "left"])
def test_the_question_is_asked_after(
    talk: Start, text: str, intent: str, about: str, waits: str
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, intent, waits=waits)
    assert said.effects["escalate"]["about"] == about


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("actually never mind", "cancel"),
        ("cancel my question", "cancel"),
        ("no thanks", "deny"),
        ("不用了谢谢", "deny"),
        ("撤销留言", "go_back"),
        ("算了不等了", "cancel"),
    ],
)
def test_the_question_is_taken_back(talk: Start, text: str, intent: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, intent, waits="left")
    assert "withdraw" in said.effects


@pytest.mark.parametrize("text", ["can I leave a message instead", "那我留个言", "我想留言"])
def test_a_message_is_to_be_left(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "privacy")
    assert said.effects["escalate"]["bare"]


def test_how_long_a_book_is_lent_is_no_question_of_waiting(talk: Start) -> None:
    said = talk().say("how long can I keep a book", "borrowing_rules", waits="kept")
    assert "escalate" not in said.effects


def test_praise_of_somebody_is_left_for_them_and_other_praise_promises_nothing(
    talk: Start,
) -> None:
    kind = "your staff member [Priya] was lovely last week, can you pass it on"
    assert talk().say(kind, "feedback_praise").effects["note"] == {"reason": "praise"}
    assert "note" not in talk().say("[great library]", "feedback_praise").effects


def test_a_complaint_is_kept_and_told_how_to_make_it_count(talk: Start) -> None:
    said = talk().say("The [toilets] at Central are filthy", "complaint")
    assert said.effects["note"] == {"reason": "complaint"}
    assert "note" not in talk().say("I want to complain", "complaint").effects


@pytest.mark.parametrize("text", ["sorry for shouting", "对不起，刚才语气不好"])
def test_an_apology_is_taken(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "complaint")
    assert "No harm" in said.text or "没关系" in said.text


@pytest.mark.parametrize("text", ["its due tomorrow", "tomorrow then", "周五还书"])
def test_a_day_is_no_goodbye(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "goodbye")
    assert "Goodbye" not in said.text
    assert "再见" not in said.text


@pytest.mark.parametrize(
    "text", ["someone has collapsed", "there's a [man with a knife]", "有人晕倒了", "着火了"]
)
def test_an_emergency_is_told_what_to_do(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh")
    assert "999" in said.say(text, "out_of_scope").text
    assert "999" in said.say(text, "out_of_scope", waits="asked").text


@pytest.mark.parametrize(
    "text", ["what has my husband borrowed", "我老公借了什么书", "查下我妈的借书记录"]
)
def test_what_others_borrow_is_told_to_nobody(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "account")
    assert said.session.entry == "privacy-others"


@pytest.mark.parametrize(
    ("language", "text", "withdrawn"),
    [
        ("en", "never mind, do you have [emma]", True),
        ("zh", "算了，有没有[活着]", True),
        ("zh", "算了，你们几点关门", True),
        ("en", "my card does not work", False),
        ("zh", "我不是要投诉，我要问账户里为什么有别人的书", False),
    ],
)
def test_who_asks_us_instead_leaves_the_librarians_nothing(
    talk: Start, language: str, text: str, withdrawn: bool
) -> None:
    said = talk(language).say(text, "find_holdings", waits="asked")
    assert ("withdraw" in said.effects) == withdrawn
    assert ("escalate" in said.effects) != withdrawn


@pytest.mark.parametrize(
    ("language", "text", "entry"),
    [
        ("en", "how do I print from my phone", "printing-phone"),
        ("en", "what does printing cost", "printing-prices"),
        ("zh", "怎么用手机打印", "printing-phone"),
    ],
)
def test_what_an_answer_surely_tells_is_told_and_not_kept(
    talk: Start, language: str, text: str, entry: str
) -> None:
    said = talk(language).say("ask a human", "human").say(text, "printing", waits="asked")
    assert said.session.entry == entry
    assert "escalate" not in said.effects
    assert "escalate" not in said.say("is it free", "fines", waits="asked").effects


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "why was I fined for a book I returned"),
        ("en", "my card stopped working on the website"),
        ("en", "do you think my landlord may keep the deposit"),
        ("zh", "我的书明明还了怎么还要罚款"),
    ],
)
def test_a_case_of_the_readers_own_is_kept(talk: Start, language: str, text: str) -> None:
    said = talk(language).say("ask a human", "human").say(text, "fines", waits="asked")
    assert said.effects["escalate"]["about"] == "question"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "I'll just ring, what's the number", True),
        ("en", "what's the number to call", True),
        ("zh", "打电话吧，电话多少", True),
        ("en", "I want to change my phone number", False),
        ("en", "I lost my card, what's the number", False),
        ("zh", "我想改电话号码", False),
    ],
)
def test_our_number_is_told_to_who_was_asked_for_a_question(
    talk: Start, language: str, text: str, told: bool
) -> None:
    said = talk(language).say("ask a human", "human").say(text, "account", 0.5, waits="asked")
    assert ("01632 960120" in said.text) == told
    assert ("escalate" not in said.effects) == told


@pytest.mark.parametrize(
    ("language", "first", "text", "then"),
    [
        ("en", "how do I start my family history", "is there someone to help", "are they in daily"),
        ("zh", "怎么查家谱", "有人可以帮忙吗", "他们哪天在"),
    ],
)
def test_who_helps_is_told_from_the_answer(
    talk: Start, language: str, first: str, text: str, then: str
) -> None:
    said = talk(language).say(first, "special_collections")
    assert said.session.entry == "family-history"
    said = said.say(text, "human", 0.95)
    assert "14:00" in said.text
    assert "escalate" not in said.effects
    said = said.say(then, "staff_lookup")
    assert "14:00" in said.text
    assert "@" not in said.text


@pytest.mark.parametrize("text", ["talk to someone", "is there someone at the desk", "我要找人"])
def test_a_person_who_is_called_for_after_an_answer_is_called(talk: Start, text: str) -> None:
    english = text.isascii()
    said = talk("en" if english else "zh")
    said.say("how do I start my family history" if english else "怎么查家谱", "special_collections")
    assert "14:00" not in said.say(text, "human", 0.95).text
