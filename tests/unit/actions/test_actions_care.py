"""Who is hurt, in danger or bereaved: whom to ring, what stays, and what clearly is another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from actions import grave
from actions.ask import Ask
from actions.signs import care
from actions.skills.care import wishes_to_read

Start = Callable[..., Any]
ABUSE, CHILD, DISTRESS = "0808 2000 247", "0800 1111", "116 123"


def begin(talk: Start, text: str) -> Any:
    return talk("en" if text.isascii() else "zh")


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("my husband hits me", [ABUSE], [CHILD, DISTRESS]),
        ("my dad gets [drunk] and beats me", [ABUSE, CHILD], [DISTRESS]),
        ("i am scared to go home", [ABUSE], [CHILD]),
        ("i want to [die]", [DISTRESS], [ABUSE, CHILD]),
        ("i'm 13 and i want to die", [CHILD, DISTRESS], [ABUSE]),
        ("我老公打我，我不敢回家", [ABUSE], [CHILD, DISTRESS]),
        ("老公[家暴]怎么办", [ABUSE], [CHILD]),
        ("我爸爸打我，我才十二岁", [ABUSE, CHILD], [DISTRESS]),
        ("我不想活了", [DISTRESS], [ABUSE, CHILD]),
    ],
)
def test_the_lines_are_those_for_what_is_said(
    talk: Start, text: str, told: list[str], untold: list[str]
) -> None:
    said = begin(talk, text).say(text, "distress", 0.98)
    assert all(number in said.text for number in ["999", *told])
    assert not any(number in said.text for number in untold)


@pytest.mark.parametrize("text", ["books about [domestic violence]", "关于[家暴]的书"])
def test_a_book_on_abuse_is_a_book(talk: Start, text: str) -> None:
    assert ABUSE not in begin(talk, text).say(text, "find_holdings").text


@pytest.mark.parametrize(
    ("cry", "then", "intent", "told"),
    [
        ("i want to [die]", "no one cares", "distress", "I'm still here"),
        ("i want to [die]", "ok", "affirm", "Take your time"),
        ("i want to [die]", "i don't want to talk to a stranger", "human", "nobody makes you"),
        ("i want to [die]", "does anyone there speak [mandarin]", "switch_language", "interpreter"),
        ("my husband hits me", "i am at the library", "directions", "nearest member of staff"),
        ("我不想活了", "有能讲中文的热线吗", "find_holdings", "可以请口译"),
        ("我不想活了", "我该打给谁", "human", "现在都能打"),
        ("我不想活了", "这些电话讲中文吗", "switch_language", "可以请口译"),
        ("我不想活了", "我就想找个人[说话]", "human", "有人愿意听您说"),
        ("我不想活了", "嗯", "affirm", "不着急"),
    ],
)
def test_after_a_cry_the_talk_stays_warm(
    talk: Start, cry: str, then: str, intent: str, told: str
) -> None:
    said = begin(talk, cry).say(cry, "distress", 0.98)
    said.say(then, intent, 0.8, ranking=((intent, 0.8),))
    assert told in said.text
    assert "999" in said.text


@pytest.mark.parametrize(
    ("cry", "then"), [("i want to [die]", "are you open today"), ("我不想活了", "今天几点关门")]
)
def test_a_clear_other_request_leaves_it(talk: Start, cry: str, then: str) -> None:
    said = begin(talk, cry).say(cry, "distress", 0.98)
    assert "999" not in said.say(then, "hours", 0.99).text


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("my wife died last month and i have her books", "do i need her card"),
        ("我妈去世了，她借的书怎么办", "她的卡呢"),
    ],
)
def test_what_becomes_of_the_books_of_who_died(talk: Start, text: str, then: str) -> None:
    said = begin(talk, text).say(text, "hard_time", 0.57)
    assert any(word in said.text for word in ("sorry for your loss", "节哀"))
    known = ("a name and address are enough", "告诉我们姓名和地址")
    assert any(word in said.text for word in known)
    assert any(word in said.say(then, "membership", 0.9).text for word in known)


@pytest.mark.parametrize(
    "text", ["my dad passed away, something to read about [grief]", "我爸上个月走了，想看点书"]
)
def test_grief_is_no_crisis_but_a_subject(talk: Start, text: str) -> None:
    said = begin(talk, text).say(text, "hard_time", 0.8)
    assert "999" not in said.text
    assert said.items


@pytest.mark.parametrize("text", ["how do i explain [death to] my child", "怎样跟孩子解释爷爷去世"])
def test_death_told_to_a_child_is_a_subject_of_books(talk: Start, text: str) -> None:
    said = begin(talk, text).say(text, "hard_time", 0.8)
    assert DISTRESS not in said.text
    assert said.items


@pytest.mark.parametrize("text", ["英语不好怎么办", "我妈不会英语可以吗", "我不会说英语怎么办"])
def test_who_hardly_speaks_english_hears_who_speaks_chinese(talk: Start, text: str) -> None:
    assert "普通话" in talk("zh").say(text, "switch_language", 0.97).text


@pytest.mark.parametrize(
    ("text", "idiom"),
    [
        ("I'm dying to read this", True),
        ("I'm dying of loneliness", False),
        ("我朋友得了", True),
        ("我难受得不得了", False),
    ],
)
def test_dying_to_read_is_an_idiom(text: str, idiom: bool) -> None:
    assert grave.is_idiom(text) == idiom


@pytest.mark.parametrize(
    "text",
    [
        "they kicked us off the computer",
        "she hit me with a late fine",
        "i cut myself on a page, do you have a plaster",
        "how do you jump off a trampoline",
        "how do i carve with a knife",
        "people follow me on instagram can you tag my review",
        "he is fighting with my printer",
        "i'm being followed by my dog, can it come in",
        "she threatened to cancel my card",
        "我的卡被打了个洞",
        "我怕老公不同意办卡",
        "老师抽人背的古诗有吗",
        "怕爸爸看不清，有大字版吗",
        "妈妈打我手机问几点关门",
        "有人跟着我一起学吗",
        "我要跳河边舞",
        "怕老公等太久",
        "活不下去的古树怎么救",
    ],
)
def test_a_plain_thing_is_no_cry(text: str) -> None:
    assert not grave.says_so(text)
    assert not grave.in_danger(text)
    assert not grave.in_an_emergency(text)


@pytest.mark.parametrize(
    "text",
    [
        "my dad kicked me out and hit me",
        "they kicked me off the wifi and my dad beats me",
        "he kicked me in the stomach",
        "my boyfriend hit me with a book in the face",
        "my husband hit me with a belt",
        "she hits me with questions about money and then slaps me",
        "i cut myself again last night",
        "i said i cut myself on paper but it was on purpose",
        "i want to jump off the bridge",
        "i got beaten up by my dad",
        "我怕老公",
        "怕爸爸喝醉了打人",
        "怕我老公知道我报警",
        "i cut myself on paper and i want to die",
        "he will kill me if i leave him",
        "爸爸用皮带抽我",
        "被他打了3分钟",
        "怕老公嫌我，喝醉动手打我",
        "被打到住院",
        "被打断了腿",
        "老师打我们",
    ],
)
def test_a_cry_in_the_same_words_is_heard(text: str) -> None:
    assert grave.says_so(text)


@pytest.mark.parametrize(
    "text",
    [
        "there is a man with a knife",
        "she's got a knife",
        "someone with a gun is in the reading room",
        "two boys are fighting with knives",
        "a man keeps following me on instagram and knows where i live",
        "有人跟着我到图书馆",
        "漫画区有人打架",
    ],
)
def test_danger_in_the_library_is_heard(text: str) -> None:
    assert grave.in_an_emergency(text)


@pytest.mark.parametrize(
    ("text", "mourns"),
    [
        ("i lost my mother", True),
        ("my dad's best friend died", True),
        ("朋友的狗死了", True),
        ("i lost my mother's library card", False),
        ("my dad's phone died", False),
        ("女儿的手机没了", False),
    ],
)
def test_a_thing_of_somebodys_is_not_mourned(text: str, mourns: bool) -> None:
    assert bool(care.MOURNS.search(text)) == mourns


@pytest.mark.parametrize(
    ("text", "reads"),
    [("something to cheer me up", True), ("nothing cheers me up any more", False)],
)
def test_who_wants_cheering_up_by_a_book(text: str, *, reads: bool) -> None:
    assert wishes_to_read(Ask(text=text, intent="hard_time")) is reads


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("my late husband's [gardening] books, do you want them", "donate", "as gifts"),
        ("my gran's just died, do you want my gran's dvds", "donate", "as gifts"),
        ("我妈妈上个月去世了，想把旧书捐给图书馆", "donate", "接受捐赠"),
        ("my nan died last year. are you open on sunday", "hours", "Sunday"),
        ("my mum died and i dont know what to read. i am 10", "find_holdings", "for children"),
        (
            "my late husband borrowed books and they are two years late",
            "borrowing_rules",
            "name and address",
        ),
    ],
)
def test_a_death_told_in_passing_is_heard_and_what_is_asked_counts(
    talk: Start, text: str, intent: str, told: str
) -> None:
    said = begin(talk, text).say(text, intent, 0.97)
    assert any(word in said.text for word in ("sorry for your loss", "节哀"))
    assert told in said.text
    assert "grief" not in said.text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("my late husband loved [cooking], anything on that", "cooking"),
        ("我奶奶去年去世了，想学做她的菜，有[川菜]的书吗", "川菜"),
    ],
)
def test_a_search_beside_a_death_is_for_what_is_named(talk: Start, text: str, named: str) -> None:
    said = begin(talk, text).say(text, "find_holdings", 0.99)
    assert any(word in said.text for word in ("sorry for your loss", "节哀"))
    assert named in said.text


@pytest.mark.parametrize(
    ("text", "intent", "else_"),
    [
        ("my mum died of [cancer], any books that help", "find_holdings", False),
        ("my dad died and I need a book on [grief]", "find_holdings", False),
        ("my mum died, how do I return her library books", "borrowing_rules", False),
        ("my husband died", "hard_time", False),
        ("妈妈去世了，有什么书可以看看", "find_holdings", False),
        ("我妈去世了，她的借书证怎么办", "membership", False),
        ("my dad died in the war, how do I find him in the archive", "special_collections", True),
    ],
)
def test_what_is_asked_beside_a_death(talk: Start, text: str, intent: str, *, else_: bool) -> None:
    said = begin(talk, text).say(text, intent, 0.98)
    mourns = any(word in said.text for word in ("grief", "哀伤", "name and address", "姓名和地址"))
    assert mourns is not else_


def test_a_kind_word_is_said_once(talk: Start) -> None:
    said = talk().say("my late father's books, do you want them", "donate", 0.97)
    said.say("my late father's records too", "donate", 0.97)
    assert "sorry for your loss" not in said.text


def test_letters_to_who_died_stop_with_the_card(talk: Start) -> None:
    said = talk().say("my mum died, I need to close her account", "account", 0.97)
    said.say("dont want letters coming to the house", "remote_access", 0.5)
    assert "nobody will write to you" in said.text
