"""Which skill takes a message: small talk that is none, what lies far out, words nobody trained."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import pasted
from actions.ask import ask_from
from actions.signs import asking
from assistant.model import Language
from tests.unit.actions.conftest import TUESDAY, Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("a [good love story]", "feedback_praise"),
        ("easy [chinese] readers", "switch_language"),
        ("[粤语]电影", "switch_language"),
        ("nice poems about [cats]", "affirm"),
    ],
)
def test_a_kind_of_holding_is_no_small_talk(talk: Start, text: str, intent: str) -> None:
    said = talk().say(text, intent)
    assert said.outcome in ("answered", "nothing_found")
    assert said.session.topic == "holdings"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("thank you, the book was lovely", "feedback_praise"),
        ("please speak chinese, I can read chinese books", "switch_language"),
        ("这本书很好看", "feedback_praise"),
    ],
)
def test_praise_and_wishes_for_a_language_stay_what_they_are(
    talk: Start, text: str, intent: str
) -> None:
    said = talk().say(text, intent)
    assert not said.items


def test_what_lies_far_out_is_answered_honestly_and_not_by_a_wrong_skill(talk: Start) -> None:
    said = talk().say("can you give me a [zorbing lesson]", "membership", 0.6, near=-0.2)
    assert said.outcome in ("out_of_scope", "asked")
    assert any(payload.startswith("/human") for payload in said.payloads)
    assert not [part for part in said.parts if part.type == "sources"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("[knitting]", "events"), ("[stamp collecting]", "printing"), ("[黑洞]", "out_of_scope")],
)
def test_a_topic_alone_is_looked_up_on_the_shelves(talk: Start, text: str, intent: str) -> None:
    said = talk("zh" if text == "[黑洞]" else "en").say(text, intent, 0.7, near=-0.05)
    assert said.session.frame is not None
    assert said.session.frame.text == text.strip("[]")


def test_a_title_held_is_shown_with_the_way_to_hold_it(talk: Start) -> None:
    said = talk().say("hold on [the hobbit] please", "place_hold")
    assert "The hobbit" in said.titles[0]


@pytest.mark.parametrize(
    "text",
    [
        "java.lang.NullPointerException at com.example.Main.run([Main.java]:42)",
        "Error [403] Forbidden",
        "Traceback (most recent call last):",
        "TypeError: Cannot read [properties] of undefined",
        "报错 404",
    ],
)
def test_a_pasted_error_is_asked_about(talk: Start, text: str) -> None:
    said = talk("zh" if "报" in text else "en").say(text, "technical_problem")
    assert said.outcome == "asked"
    assert any(payload.startswith("/human") for payload in said.payloads)


@pytest.mark.parametrize("text", ["errors in medieval maps", "Error by Isaac", "403", "ISBN error"])
def test_a_word_of_error_is_no_pasted_error(text: str) -> None:
    assert not pasted.is_error(text)


@pytest.mark.parametrize(
    ("text", "escalated"),
    [
        ("how to cope when a parent dies", False),
        ("books on [coping with grief]", False),
        ("父母去世了怎么走出来", False),
        ("my mother died and I cannot cope with this", True),
        ("how do I [cope], I want to die", True),
        ("how to deal [with suicidal thoughts]", True),
        ("我妈妈去世了，我走不出来", True),
    ],
)
def test_a_hard_time_is_read_about_or_met_by_a_person(
    talk: Start, text: str, escalated: bool
) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "distress", 0.95)
    assert ("escalate" in said.effects) == escalated


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("有新的[鲸鱼]的书请通知我", "鲸鱼"),
        ("有新的科幻小说告诉我一声", "科幻小说"),
        ("如果有关于[园艺]的新书，请通知我", "园艺"),
        ("你们有了[刘慈欣]的新书时请告诉我", "刘慈欣"),
    ],
)
def test_news_is_wished_for_in_chinese(talk: Start, text: str, wish: str) -> None:
    said = talk("zh").say(text, "alert_me")
    assert wish in (
        said.effects["alert"]["text"],
        *said.effects["alert"]["filters"].get("authors", []),
    )


def test_what_lies_far_out_but_is_sure_is_taken(talk: Start) -> None:
    said = talk().say("opening hours", "hours", 0.95, near=-0.2)
    assert "Opening hours" in said.text


def test_what_lies_far_out_is_still_answered_when_an_answer_is_sure(talk: Start) -> None:
    said = talk().say("how do I print from my phone?", "membership", 0.6, near=-0.2)
    assert said.outcome == "answered"


def test_nearness_comes_from_the_engine() -> None:
    latest = {"text": "x", "nearness": {"value": -0.3, "refused": True}}
    assert ask_from(latest, {}, TUESDAY).near == -0.3
    assert ask_from({"text": "x"}, {}, TUESDAY).near == 0.0


def test_a_brand_that_nobody_trained_is_looked_up_before_it_is_nonsense(talk: Start) -> None:
    assert talk().say("zotero help", "nonsense").outcome in ("answered", "asked")
    assert talk().say("[qwrtzpl]", "nonsense", near=-0.3).outcome == "unsure"


def test_only_question_marks_get_help(talk: Start) -> None:
    assert any(payload.startswith("/find") for payload in talk().say("???").payloads)


def test_of_many_questions_only_the_first_is_answered(talk: Start) -> None:
    many = "\n".join(f"{at}. where can I park number {at}?" for at in range(1, 7))
    said = talk().say(many, "directions")
    assert len(said.messages) == 1


def test_a_service_with_a_title_in_it_says_how(talk: Start) -> None:
    said = talk().say("[reserve Middlemarch] for me", "place_hold", 0.8)
    sources = [s.id for part in said.parts if part.type == "sources" for s in part.sources]
    assert "hold-place" in sources


def test_a_phone_number_is_the_librarys_and_no_specialists(talk: Start) -> None:
    said = talk().say("phone number", "staff_lookup")
    assert "Digital" not in said.text


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("tell me when new [sci fi] comes", "sci fi"),
        ("notify me about new books on [gardening]", "gardening"),
    ],
)
def test_news_is_wished_for_by_topic_alone(talk: Start, text: str, wish: str) -> None:
    assert talk().say(text, "alert_me").effects["alert"]["text"] == wish


def test_news_of_nothing_is_asked_about(talk: Start) -> None:
    assert talk().say("set up an alert please", "alert_me").outcome == "asked"


@pytest.mark.parametrize("text", ["no, adults", "for grown-ups", "给大人看的"])
def test_grown_ups_take_the_age_off(talk: Start, text: str) -> None:
    said = talk().say("children's books about [space]", "find_holdings")
    assert said.session.frame is not None
    assert said.session.frame.filters.get("audiences")
    said.say(text, "deny", 0.5)
    assert said.session.frame is not None
    assert "audiences" not in said.session.frame.filters


def test_newer_alone_orders_the_list_at_hand(talk: Start) -> None:
    said = talk().say("books about [space]", "find_holdings").say("newer", "find_holdings", 0.4)
    assert said.session.frame is not None
    assert said.session.frame.order == "newest"


@pytest.mark.parametrize(
    ("text", "fails"),
    [("电子书打不开", True), ("[三体]电子书打不开", False), ("有没有电子书", False)],
)
def test_an_e_book_that_fails_is_no_search(talk: Start, text: str, fails: bool) -> None:
    said = talk("zh").say(text, "find_holdings", 0.9)
    assert (said.session.entry == "ebooks-trouble") is fails


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("我们是来旅游的，只待两天，可以进去看看吗", "answer"),
        ("我们是来旅游的，周日开门吗", "hours"),
        ("游客几点能进", "hours"),
    ],
)
def test_a_guest_who_names_no_time_asks_whether_to_come_in(
    talk: Start, text: str, topic: str
) -> None:
    said = talk("zh").say(text, "hours", 0.67)
    assert (said.session.topic == "hours") == (topic == "hours")


@pytest.mark.parametrize(
    ("language", "text", "answered"),
    [
        ("en", "can we bring our own [tea] and [cake]", True),
        ("zh", "可以自己带[茶]和[蛋糕]吗", True),
        ("en", "books about [tea] and cake", False),
    ],
)
def test_food_that_is_brought_is_no_topic(
    talk: Start, language: Language, text: str, *, answered: bool
) -> None:
    said = talk(language).say(text, "find_holdings")
    assert (said.session.entry == "food-drink") is answered


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("how do I get them on my kindle", True),
        ("can I read these on a tablet", True),
        ("怎么放到kindle上看", True),
        ("can I get them in large print", False),
        ("any on kindle", False),
        ("kindle版", False),
        ("how can I renew them on my phone", False),
        ("how do I download these articles", False),
        ("怎么在电脑上续借", False),
    ],
)
def test_how_they_come_on_a_device(text: str, *, told: bool) -> None:
    assert bool(asking.TO_A_DEVICE.search(text)) is told
