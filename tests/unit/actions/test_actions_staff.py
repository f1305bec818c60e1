"""Who is there: specialists by their subject, librarians in the chat, and how all are reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("is the children's librarian in today", ["Today our Children's librarian is in"]),
        ("is the music librarian around tomorrow", ["music librarian is in", "Wednesday"]),
        ("is the health librarian in on friday", ["is not in", "Monday and Wednesday"]),
        ("is there anyone around who speaks [cantonese]", ["chinese@alderbrook.example"]),
        ("who can help me with [family history]", ["localhistory@alderbrook.example"]),
        ("中文馆员周一在吗", ["中文馆藏馆员不在", "周二、周四和周六"]),
        ("健康馆员哪天在", ["周一和周三"]),
        ("会说[粤语]的馆员周四在吗", ["中文馆藏馆员在。"]),
        ("我想研究[家谱] 找谁", ["地方史馆员"]),
    ],
)
def test_a_specialist_is_named_by_what_they_know(talk: Start, text: str, words: list[str]) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "human", 0.8)
    assert all(word in said.text for word in words)


@pytest.mark.parametrize(
    ("first", "then", "word"),
    [
        ("is the children's librarian in today", "what's her email", "children@"),
        ("is the children's librarian in today", "when is she in", "Tuesday, Wednesday"),
        ("is the children's librarian in today", "on monday?", "is not in"),
        ("中文馆员周一在吗", "那哪天在", "周二、周四和周六"),
        ("中文馆员周一在吗", "邮箱给我", "chinese@"),
        ("能不能找个会说普通话的同事跟我讲", "他周日在吗", "中文馆藏馆员不在"),
    ],
)
def test_what_is_asked_of_the_person_just_named(
    talk: Start, first: str, then: str, word: str
) -> None:
    said = talk("en" if first.isascii() else "zh").say(first, "human")
    assert word in said.say(then, "out_of_scope", 0.6).text


def test_who_knows_of_what_was_just_answered(talk: Start) -> None:
    said = talk().say("how do I trace my ancestors", "research_consultation")
    assert "Local history librarian" in said.say("who should I ask", "human", 0.6).text


@pytest.mark.parametrize("text", ["is a librarian there", "talk to a librarian", "馆员在吗"])
def test_a_librarian_is_no_specialist(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "human")
    assert "@alderbrook" not in said.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("is the chat staffed on saturday", "10:00–16:30"),
        ("what time does the chat close", "09:30–18:30"),
        ("what are the chat hours", "Monday to Thursday"),
        ("客服几点下班", "09:30–18:30"),
    ],
)
def test_the_hours_of_the_chat(talk: Start, text: str, words: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "privacy", 0.7, staffed=True)
    assert words in said.text


@pytest.mark.parametrize(
    ("first", "then", "word"),
    [
        ("talk to a librarian", "are they open now", "Librarians answer in this chat"),
        ("找馆员", "你们几点上班", "馆员在线"),
        ("is the chat staffed on saturday", "and on sunday?", "librarians answer in the chat"),
    ],
)
def test_after_a_librarian_the_hours_are_theirs(
    talk: Start, first: str, then: str, word: str
) -> None:
    said = talk("en" if first.isascii() else "zh").say(first, "human")
    assert word in said.say(then, "hours", staffed=True).text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("how many branches are there", 3),
        ("whats your address", 3),
        ("what's your phone number", 3),
        ("你们有几个馆", 3),
        ("图书馆电话多少", 3),
        ("phone number for east", 0),
        ("东馆电话多少", 0),
    ],
)
def test_how_many_we_are_and_how_to_reach_us(talk: Start, text: str, lines: int) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "find_holdings", 0.5)
    assert said.text.count("•") == lines
    assert "01632 960120" in said.text


@pytest.mark.parametrize(
    ("lang", "text", "intent", "told"),
    [
        ("en", "who for [psychology]", "staff_lookup", True),
        ("zh", "[心理学]找谁", "staff_lookup", True),
        ("en", "anything on [psychology]", "find_holdings", False),
    ],
)
def test_who_knows_a_subject_is_told_after_an_answer(
    talk: Start, lang: str, text: str, intent: str, *, told: bool
) -> None:
    said = talk(lang)
    said.say("research consultation" if lang == "en" else "研究咨询", "research_consultation", 0.97)
    assert ("health@" in said.say(text, intent, 0.9).text) is told
