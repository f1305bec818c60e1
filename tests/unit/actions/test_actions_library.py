"""Questions about the library, people, feelings, small talk and the language of the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.session import Session
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def sources(said: Talk) -> list[str]:
    return [source.id for part in said.parts if part.type == "sources" for source in part.sources]


def test_an_answer_comes_with_its_source(talk: Start) -> None:
    said = talk().say("how do I print from my phone?", "printing")
    assert sources(said)[0] == "printing-phone"
    assert said.effects["knowledge"] == {"entry_id": "printing-phone"}


def test_a_wrong_intent_is_no_gate(talk: Start) -> None:
    said = talk().say("how do I print from my phone?", "rooms", 0.7)
    assert sources(said)[0] == "printing-phone"


def test_a_search_that_finds_nothing_may_be_a_question_after_all(talk: Start) -> None:
    said = talk().say("how do I [print] from my phone?", "find_holdings", 0.5)
    assert "printing-phone" in sources(said) or said.outcome == "answered"


def test_a_pressed_question_is_answered_in_the_readers_language(talk: Start) -> None:
    said = talk("zh").press('/ask{"entry_id": "printing-phone"}')
    assert "手机" in said.text


def test_an_entry_that_is_gone_is_told_in_words(talk: Start) -> None:
    said = talk().press('/ask{"entry_id": "never-was"}')
    assert said.outcome == "unsure"
    assert said.text


def test_not_sure_asks_once_and_then_offers_a_person(talk: Start) -> None:
    said = talk().say("[wibble wobble paper] thing?", "printing", 0.46)
    if said.outcome == "asked":
        said.say("[wibble wobble paper] thing?", "printing", 0.46)
    assert said.outcome == "unsure"
    assert said.payloads[0].startswith("/human")


def test_account_questions_explain_and_offer_a_person(talk: Start) -> None:
    said = talk().say("can I renew my books online", "renew")
    assert sources(said)
    assert any(payload.startswith("/human") for payload in said.payloads)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("are you open on Sunday afternoon?", ["Central Library: open", "East Branch: closed"]),
        ("are you open now", ["open now"]),
        ("is the East branch open on Saturday at 3pm?", ["East Branch is closed", "15:00"]),
        ("what are your opening hours", ["Opening hours:"]),
        ("are you open on 1 January", ["New Year's Day"]),
    ],
)
def test_hours_are_computed(talk: Start, text: str, words: list[str]) -> None:
    said = talk().say(text, "hours")
    assert all(word in said.text for word in words), said.text
    assert sources(said) == ["hours"]


def test_another_branch_is_the_same_question(talk: Start) -> None:
    said = talk().say("are you open on Sunday afternoon?", "hours")
    said.say("and the Riverside branch?", "refine", 0.5)
    assert "Riverside Branch is closed" in said.text
    assert "Sunday" in said.text


def test_where_a_branch_is(talk: Start) -> None:
    said = talk().say("where is the East branch", "directions")
    assert "84 Mill Road" in said.text
    assert sources(said)[0] == "branches"


def test_who_knows_a_subject(talk: Start) -> None:
    said = talk().say("who can help me with [family history]", "staff_lookup")
    assert "Local history librarian" in said.text


def test_a_person_is_asked_for_with_the_subject_at_hand(talk: Start) -> None:
    said = (
        talk()
        .say("books about [birds]", "find_holdings")
        .say("I want to talk to a person", "human")
    )
    assert said.effects["escalate"] == {"reason": "asked", "subject": "science", "bare": True}


def test_distress_is_met_with_help_and_a_person_at_once(talk: Start) -> None:
    said = talk().say("I want [to kill myself]", "distress")
    assert "116 123" in said.text
    assert said.effects["escalate"] == {"reason": "distress", "urgent": True}
    assert not said.items


@pytest.mark.parametrize("intent", ["insult", "complaint", "out_of_scope", "nonsense"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_hard_words_are_met_calmly_with_a_way_to_a_person(
    talk: Start, intent: str, language: str
) -> None:
    said = talk(language).say("...[grr]", intent)
    assert said.text
    if intent != "nonsense":
        assert any(payload.startswith("/human") for payload in said.payloads)


def test_small_talk_that_is_not_sure_is_looked_up_first(talk: Start) -> None:
    said = talk().say("[dune]", "goodbye", 0.3)
    assert "dune" in said.titles[0].lower()


@pytest.mark.parametrize(
    "text",
    [
        "forget this conversation",
        "delete this chat",
        "please clear our chat history",
        "忘记这次对话",
        "把聊天记录都删掉",
        "删除对话",
    ],
)
def test_plain_words_erase_at_once(talk: Start, text: str) -> None:
    assert "forget" in talk().say(text, "forget_me").effects


@pytest.mark.parametrize(
    "text",
    [
        "how do I delete this chat",
        "please erase everything I said",
        "forget me",
        "clear my chat history from last week",
        "会话会被删除吗",
        "把我说的都删掉",
    ],
)
def test_all_but_plain_words_are_asked_about_first(talk: Start, text: str) -> None:
    said = talk().say(text, "forget_me")
    assert "forget" not in said.effects
    assert said.outcome == "asked"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "can i delete my history"),
        ("en", "ok delete my history please"),
        ("en", "delete my borrowing history"),
        ("en", "erase my data"),
        ("zh", "我的资料会删吗"),
        ("zh", "删除我的借阅记录"),
    ],
)
def test_what_is_kept_of_a_reader_is_no_conversation(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(text, "forget_me")
    assert said.session.entry == "privacy-data"
    assert "forget" not in said.effects
    assert said.chosen("forget") == "/forget"


def test_erasing_is_confirmed_by_yes_and_by_the_button(talk: Start) -> None:
    assert "forget" in talk().say("erase it all", "forget_me").say("yes", "affirm").effects
    said = talk().say("erase it all", "forget_me")
    assert "forget" in said.press(said.chosen("forget")).effects


def test_no_keeps_it(talk: Start) -> None:
    said = talk().say("erase it all", "forget_me").say("no", "deny")
    assert "forget" not in said.effects
    said.say("yes", "affirm")
    assert "forget" not in said.effects


def test_an_ordinal_picks_the_choice_that_was_asked_about(talk: Start) -> None:
    said = talk().say("erase it all", "forget_me").say("the first one", "where_is_it")
    assert "forget" in said.effects


def test_emoji_and_links_get_a_kind_line(talk: Start) -> None:
    assert talk().say("😀😀", "nonsense").outcome == "talk"
    assert talk().say("https://example.org/a?b=c", "find_holdings").outcome == "asked"


def test_many_questions_are_taken_one_at_a_time(talk: Start) -> None:
    text = "Do you have [Dune]? Are you open on Sunday? How do I print? Can I bring my [dog]?"
    said = talk().say(text, "hours")
    assert "4 questions" in said.text
    assert any("dune" in title.lower() for title in said.titles)


def test_the_second_request_gets_a_message_of_its_own(talk: Start) -> None:
    from actions.ask import Entity

    second = {"text": "are you open now?", "intent": {"name": "hours", "confidence": 0.9}}
    entities = (Entity("query", "[dune]"), Entity("second", second))
    said = talk().say("do you have [Dune], and are you open now?", "known_item", entities=entities)
    assert len(said.messages) == 2
    assert sources(said) == ["hours"]


def test_another_language_is_named_in_that_language_and_answered_all_the_same(talk: Start) -> None:
    said = talk().say("¿Tienen libros de [Gabriel García Márquez]?", "find_holdings", heard="es")
    assert "inglés" in said.text
    assert said.items


def test_a_language_we_cannot_greet_in_is_told_in_english(talk: Start) -> None:
    assert "English and Chinese" in talk().say("[xyz abc]", "find_holdings", heard="sw").text


class TestLanguage:
    def test_follows_the_reader(self, talk: Start) -> None:
        said = talk("en").say("怎么用手机打印", "printing")
        assert said.language == "zh"
        assert said.effects["language"] == {"language": "zh"}

    @pytest.mark.parametrize(
        ("text", "intent"),
        [("ok", "affirm"), ("2", "item_details"), ("[Dune]", "known_item"), ("DVD", "refine")],
    )
    def test_survives_short_replies_and_titles(self, talk: Start, text: str, intent: str) -> None:
        assert talk("zh").say(text, intent).language == "zh"

    def test_a_chinese_title_alone_keeps_english(self, talk: Start) -> None:
        assert talk("en").say("[三体]", "known_item").language == "en"

    def test_switches_on_request_and_stays_while_they_write_as_before(self, talk: Start) -> None:
        said = talk("zh").say("请用英文回答", "switch_language")
        assert said.language == "en"
        assert said.say("怎么用手机打印", "printing").language == "en"

    def test_in_chinese_after_a_list_means_the_books(self, talk: Start) -> None:
        said = talk().say("books about [cooking]", "find_holdings")
        said.say("what about in Chinese?", "switch_language")
        assert {item.language for item in said.items} == {"chi"}
        assert said.language == "en"

    def test_another_than_the_two_is_for_a_person(self, talk: Start) -> None:
        said = talk().say("can you speak French", "switch_language")
        assert said.outcome == "asked"
        assert any(payload.startswith("/human") for payload in said.payloads)


def test_a_session_of_an_older_version_starts_anew() -> None:
    from actions.session import load_session

    assert load_session({"frames": "what was this"}) == Session()
    assert load_session(None) == Session()


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("anything for Christmas, [carols] or something", True),
        ("圣诞有没有唱歌的活动", True),
        ("a [Christmas carol]", False),
        ("books of [carols]", False),
    ],
)
def test_singing_at_a_feast_is_come_to(talk: Start, text: str, *, comes: bool) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "find_holdings", 0.8)
    assert ("/events" in said.text) is comes


@pytest.mark.parametrize(
    ("text", "online"),
    [("read [the economist] from home", True), ("have you got [the economist]", False)],
)
def test_a_magazine_at_home_is_read_online(talk: Start, text: str, *, online: bool) -> None:
    assert ("/magazines" in talk().say(text, "newspapers", 0.98).text) is online


def test_a_hold_given_up_after_an_answer_on_holds(talk: Start) -> None:
    said = talk().say("how do I reserve a book", "place_hold", 0.98)
    assert '"Holds"' in said.say("I changed my mind and don't want it", "cancel", 0.99).text
    said.say("never mind", "cancel", 0.99)
    assert '"Holds"' not in said.text
