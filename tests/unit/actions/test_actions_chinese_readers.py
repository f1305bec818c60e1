"""What readers say in Chinese as one speaks: of an early closing, a machine, what was read already."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.signs import opening, people, tasks
from assistant.model import HoldingsPart
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    "text",
    ["你们关门太早了吧 我下班都六点了", "這麼早就關門", "you close far too early, I work until 7"],
)
def test_who_finds_us_closed_early_hears_our_latest_evening(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "complaint", 0.9)
    assert "20:00" in said.text
    assert said.effects["note"] == {"reason": "complaint"}
    then = "which day is later" if text.isascii() else "哪天晚一点"
    assert "20:00" in said.say(then, "find_holdings", 0.4).text


@pytest.mark.parametrize("text", ["早上几点开门", "太早了我起不来", "what time do you close early"])
def test_an_early_hour_is_no_grumble(text: str) -> None:
    assert not opening.TOO_EARLY.search(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("圣诞节前一天还开么", "12月24日"),
        ("圣诞前夕开吗", "12月24日"),
        ("春节前一天开吗", "2027年2月5日"),
        ("are you open the day before christmas", "24 December"),
        ("圣诞节前两天开吗", "12月25日"),
    ],
)
def test_the_eve_of_a_feast_is_the_day_before(talk: Start, text: str, day: str) -> None:
    assert day in talk("en" if text.isascii() else "zh").say(text, "hours").text


def test_noon_is_asked_of_the_day_spoken_of(talk: Start) -> None:
    said = talk("zh").say("东馆明天开门吗", "hours").say("中午也开着吗", "hours", 0.5)
    assert "11月25日" in said.text


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("还是不行 有没有人能看看", "wifi"),
        ("能找个人看看吗", "wifi"),
        ("我现在就在总馆没看到人啊", "machine-broken"),
        ("there's nobody here", "machine-broken"),
    ],
)
def test_whom_to_ask_is_told_from_the_answer(talk: Start, text: str, entry: str) -> None:
    said = talk("en" if text.isascii() else "zh").press(f'/ask{{"entry_id": "{entry}"}}')
    told = said.say(text, "where_is_it", 0.5)
    assert "desk" in told.text or "服务台" in told.text
    assert told.session.entry == entry


@pytest.mark.parametrize("text", ["没人预约啊", "有没有人预约", "有人在用吗"])
def test_others_are_no_help(text: str) -> None:
    assert not people.NOBODY.search(text)
    assert not people.HELPS.search(text)


def test_those_of_the_list_who_were_read_are_left_out(talk: Start) -> None:
    said = (
        talk("zh")
        .say("[科幻小说]", "find_holdings")
        .say("但刘慈欣郝景芳都看完了", "show_more", 0.5)
    )
    assert said.session.frame
    assert sorted(said.session.frame.without["authors"]) == ["刘慈欣", "郝景芳"]


@pytest.mark.parametrize("text", ["余华 除了活着", "余华除了活着还有什么"])
def test_a_title_is_left_out_of_its_authors_works(talk: Start, text: str) -> None:
    said = talk("zh").say(text.replace("余华", "[余华]"), "known_item")
    assert said.session.frame
    assert said.session.frame.without == {"words": ["活着"]}


def test_a_name_beside_words_that_find_nothing_is_the_authors(talk: Start) -> None:
    said = talk("zh").say("[鲁迅 zzgqx]", "known_item")
    assert said.session.frame
    assert said.session.frame.filters == {"authors": ["鲁迅"]}


@pytest.mark.parametrize("text", ["有夏洛的网吗", "你们有百年孤独吗"])
def test_a_long_title_is_asked_for_whatever_it_passes_for(talk: Start, text: str) -> None:
    said = talk("zh").say(text, "computers_wifi", 0.74)
    assert any(isinstance(part, HoldingsPart) for part in said.parts), said.text


@pytest.mark.parametrize(
    "text", ["鸟为什么会迁徙", "恐龙为什么灭绝了", "为什么天是蓝的", "why do birds migrate"]
)
def test_how_the_world_is_is_a_topic(text: str) -> None:
    assert tasks.WHY_SO.search(text)


@pytest.mark.parametrize(
    "text", ["你们为什么不开空调", "我为什么这么难过", "为什么我的卡用不了", "why are you closed"]
)
def test_how_we_and_the_reader_are_is_none(text: str) -> None:
    assert not tasks.WHY_SO.search(text)


def test_who_wrote_the_original_of_a_film_has_others(talk: Start) -> None:
    said = talk("zh").say("[活着]的电影", "known_item").say("原著作者还有啥", "more_like")
    assert said.session.frame
    assert said.session.frame.filters["authors"] == ["余华"]


def test_a_count_told_for_the_card_spoken_of_holds(talk: Start) -> None:
    said = talk("zh").press('/ask{"entry_id": "cards-no-address"}')
    assert "2 件" in said.say("一次能借几本", "renew", 0.5).text


@pytest.mark.parametrize(
    ("entry", "asked", "told"),
    [
        ("lost-property", "放到什么时候", "30 天"),
        ("donate-books", "给钱吗", "不付钱"),
    ],
)
def test_what_is_asked_in_few_words_is_told(talk: Start, entry: str, asked: str, told: str) -> None:
    said = talk("zh").press(f'/ask{{"entry_id": "{entry}"}}').say(asked, "fines", 0.3)
    assert told in said.text


def test_the_pages_of_a_film_are_those_of_its_book(talk: Start) -> None:
    said = talk("zh").say("[活着]的电影", "known_item").say("书几页", "item_details")
    assert "191" in said.text


def test_a_series_that_is_asked_for_comes_before_the_book(talk: Start) -> None:
    said = talk("zh").say("有[红楼梦]电视剧吗", "known_item")
    assert said.items[0].format == "film"
    assert talk("zh").say("有[红楼梦]吗", "known_item").items[0].format == "book"


def test_a_series_is_told_whole_in_whichever_language_its_parts_are(talk: Start) -> None:
    said = talk("zh").say("[哈利波特]全套", "known_item")
    assert said.titles[0] == "哈利·波特与魔法石"
    assert "Azkaban" in said.titles[2]
    assert all(one.language == "chi" for one in talk("zh").say("[三体]全套", "known_item").items)
