"""What is asked of the list on the screen: several items, off the list again, read already, the next part."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
COOKING = {"en": "books about [cooking]", "zh": "金庸的小说"}


def listed(talk: Start, language: str = "en") -> Talk:
    return talk(language).say(COOKING[language], "find_holdings")


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "save both", [0, 1]),
        ("en", "save the first and the third", [0, 2]),
        ("en", "save the first two", [0, 1]),
        ("en", "save all of them", [0, 1, 2, 3, 4]),
        ("zh", "第一本和第三本都收藏", [0, 2]),
        ("zh", "这两本都收藏", [0, 1]),
        ("zh", "把前三本都收藏", [0, 1, 2]),
    ],
)
def test_several_are_saved_at_once(
    talk: Start, language: str, text: str, places: list[int]
) -> None:
    said = listed(talk, language)
    ids = [item.record_id for item in said.items]
    said.say(text, "save_item")
    assert said.session.saved == [ids[place] for place in places]


def test_the_one_in_hand_and_a_number_are_two(talk: Start) -> None:
    said = listed(talk, "zh")
    ids = [item.record_id for item in said.items]
    said.say("第二本讲什么", "item_details").say("这本和第一本都收藏", "save_item")
    assert set(said.session.saved) == {ids[0], ids[1]}


def test_several_are_cited_and_placed(talk: Start) -> None:
    said = listed(talk)
    titles = said.titles
    said.say("cite both in chicago", "cite", 0.54)
    assert [part.style for part in said.parts if part.type == "citation"] == ["chicago", "chicago"]
    said.say("where are the second and the third one", "where_is_it")
    assert said.titles == titles[1:3]


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "take the second off", "go_back"),
        ("en", "remove the second from my list", "save_item"),
        ("en", "remove the second", "forget_me"),
        ("zh", "取消收藏第二本", "save_item"),
        ("zh", "把第二本从清单里删掉", "save_item"),
        ("zh", "删掉第二本", "forget_me"),
    ],
)
def test_what_was_saved_is_taken_off_again(
    talk: Start, language: str, text: str, intent: str
) -> None:
    said = listed(talk, language)
    first, second = (item.record_id for item in said.items[:2])
    both = {"en": "save the first two", "zh": "把前两本都收藏"}[language]
    said.say(both, "save_item").say(text, intent)
    assert said.session.saved == [first]
    assert said.effects["unsave"] == {"record_id": second}


@pytest.mark.parametrize(
    ("language", "text"), [("en", "clear my list"), ("zh", "把清单删了"), ("zh", "[清空收藏]")]
)
def test_the_whole_list_is_emptied(talk: Start, language: str, text: str) -> None:
    said = listed(talk, language)
    both = {"en": "save the first two", "zh": "把前两本都收藏"}[language]
    said.say(both, "save_item").say(text, "forget_me")
    assert said.session.saved == []
    assert "forget" not in said.effects


def test_all_of_the_saved_list_is_taken_off(talk: Start) -> None:
    said = listed(talk).say("save all of them", "save_item").say("my list", "reading_report")
    said.say("remove them all", "forget_me")
    assert said.session.saved == []


def test_numbers_after_the_report_are_those_of_the_list(talk: Start) -> None:
    said = listed(talk)
    third = said.items[2].record_id
    said.say("save the third one", "save_item").say("what have I saved", "reading_report")
    said.say("remove the first", "forget_me")
    assert said.effects["unsave"] == {"record_id": third}


def test_an_empty_list_says_so(talk: Start) -> None:
    said = listed(talk).say("remove it from my list", "save_item")
    assert "empty" in said.text


def test_forgetting_the_conversation_stays_what_it_is(talk: Start) -> None:
    said = listed(talk).say("save it", "save_item").say("delete this conversation", "forget_me")
    assert "unsave" not in said.effects


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "I've already read the first one", "more_like"),
        ("en", "not the first one", "deny"),
        ("en", "I don't want the first one any more", "cancel"),
        ("en", "remove the first", "forget_me"),
        ("zh", "第一本看过了", "item_details"),
        ("zh", "第一本看过了，有别的吗", "where_is_it"),
        ("zh", "第一本书我已经看过了", "item_details"),
        ("en", "I've read the first book", "known_item"),
    ],
)
def test_what_was_read_is_left_out(talk: Start, language: str, text: str, intent: str) -> None:
    said = listed(talk, language)
    titles = said.titles
    said.say(text, intent)
    assert titles[0] not in said.titles
    assert titles[1] in said.titles


@pytest.mark.parametrize(
    "text", ["where can I read it", "have you read it", "can I read it here", "how do I get it"]
)
def test_a_question_whether_it_can_be_read_is_none_of_these(talk: Start, text: str) -> None:
    said = talk().say("do you have [Moby-Dick]", "known_item").say(text, "where_is_it")
    assert "moby" in said.titles[0].lower()
    assert not said.session.frames[-1].gone


@pytest.mark.parametrize("text", ["换一个", "看过了 换一个", "看过了，换一个"])
def test_another_shows_others(talk: Start, text: str) -> None:
    said = listed(talk, "zh")
    titles = said.titles
    said.say(text, "cancel")
    assert said.items
    assert not set(titles) & set(said.titles)


def test_of_a_single_title_others_like_it_are_shown(talk: Start) -> None:
    said = talk().say("do you have [Moby-Dick]", "known_item").say("I've read it", "known_item")
    assert said.session.frame is not None
    assert said.session.frame.like
    assert not any("moby" in title.lower() for title in said.titles)


@pytest.mark.parametrize(
    ("language", "search", "text", "intent", "author"),
    [
        ("en", "books about [war]", "he's read [Antony Beevor]", "known_item", "Beevor"),
        ("en", "books about [war]", "nothing by Antony Beevor", "refine", "Beevor"),
        ("zh", "[科幻小说]", "不要刘慈欣的", "refine", "刘慈欣"),
        ("zh", "[科幻小说]", "除了刘慈欣", "refine", "刘慈欣"),
        ("zh", "[科幻小说]", "[刘慈欣]以外的", "refine", "刘慈欣"),
        ("en", "books about [war]", "anything but [Antony Beevor]", "known_item", "Beevor"),
    ],
)
def test_an_author_is_left_out(
    talk: Start, language: str, search: str, text: str, intent: str, author: str
) -> None:
    said = talk(language).say(search, "find_holdings").say(text, intent)
    assert said.items
    assert not any(author in name for item in said.items for name in item.authors)


def test_a_title_on_the_list_is_left_out_and_another_is_looked_up(talk: Start) -> None:
    said = talk("zh").say("刘慈欣的书", "find_holdings")
    assert any(title.startswith("三体") for title in said.titles)
    said.say("不要[三体]", "refine")
    assert "三体" not in said.titles


@pytest.mark.parametrize(
    ("language", "title", "text", "first"),
    [
        ("en", "[The hunger games]", "is there a sequel", "Catching fire"),
        ("en", "A [wizard of Earthsea]", "next in the series", "The tombs of Atuan"),
        ("en", "A [wizard of Earthsea]", "the third in that series", "The farthest shore"),
        ("en", "[Catching fire]", "the previous one in the series", "The hunger games"),
        ("zh", "[三体]", "下一部呢", "黑暗森林"),
        ("zh", "[三体]", "我要第二部", "黑暗森林"),
        ("zh", "[三体]", "不是，我要第二部", "黑暗森林"),
        ("zh", "[射雕英雄传]", "第三部呢", "倚天屠龙记"),
        ("zh", "[哈利波特与魔法石]", "第二部呢", "chamber of secrets"),
    ],
)
def test_another_part_of_the_series(
    talk: Start, language: str, title: str, text: str, first: str
) -> None:
    said = talk(language).say(title, "known_item").say(text, "more_like")
    assert first in said.titles[0]


def test_a_list_found_by_its_series_is_put_in_order(talk: Start) -> None:
    said = talk().say("[Earthsea]", "known_item").say("is there a sequel", "more_like")
    assert said.titles[:3] == ["A wizard of Earthsea", "The tombs of Atuan", "The farthest shore"]
    said.say("book 4", "more_like").say("what comes next", "more_like")
    assert "don't have number 5" in said.text


def test_after_others_like_it_the_sequel_is_its_own(talk: Start) -> None:
    said = talk("zh").say("[三体]", "known_item").say("我看过了", "known_item")
    assert "黑暗森林" in said.say("有续集吗", "known_item").titles[0]


def test_of_which_a_sequel_is_asked_for(talk: Start) -> None:
    assert talk().say("is there a sequel", "more_like").outcome == "asked"
    said = listed(talk).say("is there a sequel", "more_like")
    assert all(payload.startswith("/sequel") for payload in said.payloads)


def test_the_next_one_of_a_series_goes_on(talk: Start) -> None:
    said = talk().say("A [wizard of Earthsea]", "known_item").say("is there a sequel", "more_like")
    assert "The farthest shore" in said.say("the next one", "show_more").titles[0]


def test_a_part_that_is_not_held_is_not_invented(talk: Start) -> None:
    said = talk("zh").say("[明朝那些事儿]", "known_item").say("第二部呢", "item_details")
    assert "没有" in said.text
    assert "明朝那些事儿" in said.titles[0]


def test_a_book_of_no_series_says_so(talk: Start) -> None:
    said = talk().say("[Moby-Dick]", "known_item").say("is there a sequel", "more_like")
    assert "doesn't say which series" in said.text


@pytest.mark.parametrize(
    ("before", "text"), [("[The hunger games]", "what order"), ("", "[earthsea] in order")]
)
def test_the_parts_in_order(talk: Start, before: str, text: str) -> None:
    said = talk()
    if before:
        said.say(before, "known_item")
    said.say(text, "find_holdings", 0.4)
    wanted = ["The hunger games", "Catching fire"] if before else ["A wizard of Earthsea"]
    assert said.titles[: len(wanted)] == wanted


@pytest.mark.parametrize(
    ("language", "title", "text", "told"),
    [
        ("en", "[Moby-Dick]", "who is the author", "by Herman Melville"),
        ("en", "[Moby-Dick]", "when was it published", "was published in"),
        ("en", "[Dune]", "how many pages", "pages"),
        ("zh", "[三体]", "作者是谁", "作者：刘慈欣"),
        ("zh", "[三体]", "哪年出版的", "年出版"),
        ("zh", "[三体]", "几岁能看", "成人"),
    ],
)
def test_the_fact_that_was_asked_for_comes_first(
    talk: Start, language: str, title: str, text: str, told: str
) -> None:
    said = talk(language).say(title, "known_item").say(text, "item_details")
    assert told in said.text.split("\n")[0]


def test_what_several_are_about(talk: Start) -> None:
    said = listed(talk)
    titles = said.titles
    said.say("the second and the fourth please", "", 0.4)
    assert said.titles == [titles[1], titles[3]]


def test_a_fact_of_a_title_in_the_question(talk: Start) -> None:
    said = talk("zh").say("[百年孤独]多少页", "item_details", 0.64)
    assert "百年孤独" in said.text
    assert "百年孤独" in said.titles[0]


@pytest.mark.parametrize("text", ["is it available", "how many copies", "is it in central now"])
def test_after_a_list_it_is_one_of_the_list(talk: Start, text: str) -> None:
    said = listed(talk).say(text, "where_is_it")
    assert said.outcome == "asked"
    assert all(payload.startswith("/where") for payload in said.payloads)


def test_is_the_second_in_tells_where_it_is(talk: Start) -> None:
    said = listed(talk)
    second = said.titles[1]
    said.say("is the second in", "where_is_it", 0.53)
    assert said.titles == [second]
    assert "CEN" in [copy.branch_code for copy in said.items[0].copies] or said.text


@pytest.mark.parametrize(("language", "text"), [("en", "yes the first"), ("zh", "对，第一本")])
def test_yes_and_a_number_picks(talk: Start, language: str, text: str) -> None:
    said = listed(talk, language)
    first = said.titles[0]
    said.say(text, "affirm")
    assert said.titles == [first]


def test_a_number_never_calls_a_person_while_there_is_a_list(talk: Start) -> None:
    said = listed(talk).say("funny", "refine")
    second = said.session.listed[1]
    said.say("second one", "save_item", 0.42)
    assert said.effects.get("outcome", {}).get("outcome") != "human"
    assert said.items[0].record_id == second


@pytest.mark.parametrize(
    "text", ["reserve it for me please", "can you keep it for me", "put it on hold"]
)
def test_the_item_in_hand_is_held(talk: Start, text: str) -> None:
    said = talk().say("do you have [Moby-Dick]", "known_item")
    said.say(text, "place_hold" if "keep" not in text else "save_item")
    assert "moby" in said.titles[0].lower()
    assert "Moby" in said.text
    assert any(part.type == "sources" for part in said.parts)


def test_it_is_still_the_item_in_hand_after_the_answer(talk: Start) -> None:
    said = talk("zh").say("[三体]", "known_item")
    said.say("怎么预约", "place_hold").say("帮我留一下", "save_item")
    assert said.titles[0] == "三体"


def test_a_title_that_is_reserved_is_shown(talk: Start) -> None:
    assert "Emma" in talk().say("reserve [Emma] for me please", "place_hold").titles[0]


def test_a_question_for_a_title_is_not_answered_by_another_question(talk: Start) -> None:
    said = talk().say("cite it in MLA", "cite").say("when do you open tomorrow", "hours", 1.0)
    assert any(part.type == "sources" for part in said.parts)
    assert not said.items


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "something shorter"), ("en", "the shortest"), ("zh", "有没有薄一点的")],
)
def test_shorter_ones_first(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(COOKING[language], "find_holdings").say(text, "refine")
    assert said.session.frame is not None
    assert said.session.frame.order == "shortest"


@pytest.mark.parametrize(("language", "text"), [("en", "under 300 pages"), ("zh", "300页以内")])
def test_no_longer_than(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(COOKING[language], "find_holdings").say(text, "refine")
    assert said.session.frame is not None
    assert said.session.frame.filters["pages_to"] == 300


def test_one_found_in_chinese_is_one(talk: Start) -> None:
    said = listed(talk, "zh").say("收藏第一本", "save_item")
    assert "清单上的第一本" in said.text
