"""A kind of books named and no more, with a list at hand or without, and what no record tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import grave
from actions.signs import listing
from actions.skills import another
from assistant.engine.understanding.untold import LIKED_BY
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def test_one_kind_takes_the_place_of_another() -> None:
    assert another.both("散文", "短篇") == "短篇"
    assert another.both("诗集", "宋词") == "宋词"
    assert another.both("科幻", "太空") == "科幻 太空"


@pytest.mark.parametrize("text", ["评分高的", "有没有豆瓣高分的", "the highest rated ones"])
def test_ratings_are_asked_for(text: str) -> None:
    assert listing.RATED.search(text)


@pytest.mark.parametrize("text", ["高分子化学", "满分作文", "好评论文章", "overrated"])
def test_what_is_no_rating(text: str) -> None:
    assert not listing.RATED.search(text)


@pytest.mark.parametrize(
    "text",
    ["under 2 hours", "something less than 90 minutes", "两小时以内的", "不超过90分钟的电影"],
)
def test_a_running_time_is_asked_for(text: str) -> None:
    assert listing.RUNS.search(text)


@pytest.mark.parametrize(
    "text", ["under 300 pages", "can I park for two hours", "两小时能借几本", "over the moon"]
)
def test_what_is_no_running_time(text: str) -> None:
    assert not listing.RUNS.search(text)


def test_no_list_is_narrowed_by_a_running_time(talk: Start) -> None:
    said = talk().say("films", "find_holdings").say("under 2 hours", "hours")
    assert "running time" in said.text


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "only large print pls my eyes are bad"), ("zh", "只要大字版，我眼睛不好")],
)
def test_a_limit_is_one_whatever_the_reason(talk: Start, language: str, text: str) -> None:
    said = talk(language).say("[crime]", "find_holdings").say(text, "accessibility", 0.93)
    assert said.session.frame
    assert said.session.frame.filters == {"formats": ["large_print"]}


def test_who_is_nearly_a_teenager_reads_what_they_read(talk: Start) -> None:
    said = talk().say("[python]", "find_holdings").say("its for my son 11", "refine")
    assert said.titles == ["Python for kids: a playful introduction to programming"]


def test_who_is_small_does_not(talk: Start) -> None:
    said = talk().say("[python]", "find_holdings").say("its for my son 6", "refine")
    assert not said.titles


@pytest.mark.parametrize("text", ["女孩喜欢的", "男孩子爱看的书", "books girls would like"])
def test_what_girls_or_boys_like(text: str) -> None:
    assert LIKED_BY.search(text)


@pytest.mark.parametrize(
    "text", ["我女儿喜欢恐龙", "女孩喜欢恐龙", "my girls love dinosaurs", "男生宿舍"]
)
def test_what_a_child_likes_is_told(text: str) -> None:
    assert not LIKED_BY.search(text)


def test_no_record_has_a_rating_and_the_list_stays(talk: Start) -> None:
    said = talk("zh").say("[科幻小说]").say("评分高的", "feedback_praise", 0.65)
    assert "评分" in said.text
    assert not said.items
    assert said.session.topic == "holdings"


def test_comics_of_whatever_topic_where_none_is_on_the_list(talk: Start) -> None:
    said = talk("zh").say("[川菜]").say("有没有漫画")
    assert {item.format for item in said.items} == {"graphic_novel"}


def test_a_form_of_the_books_at_hand_is_no_kind(talk: Start) -> None:
    said = talk("zh").say("[科幻小说]").say("有有声书吗")
    assert "科幻" in said.text


@pytest.mark.parametrize("text", ["余华的长篇", "有没有余华的长篇"])
def test_a_kind_of_work_of_an_author(talk: Start, text: str) -> None:
    said = talk("zh").say(text, "known_item", 0.5)
    assert "长篇" in said.text
    assert {author for item in said.items for author in item.authors} == {"余华"}


def test_documentaries_are_not_all_films(talk: Start) -> None:
    said = talk("zh").say("纪录片有吗")
    assert "纪录片" in said.text
    assert not said.items


def test_after_an_author_who_is_not_wanted_the_topic_goes_on(talk: Start) -> None:
    said = talk("zh").say("[推理小说]").say("[东野圭吾]的").say("除了东野圭吾", "refine", 0.76)
    assert said.items
    assert all("东野圭吾" not in item.authors for item in said.items)


@pytest.mark.parametrize("before", ["", "[哈利波特]"])
def test_a_title_that_is_not_wanted_is_left_out_as_we_write_it(talk: Start, before: str) -> None:
    chat = talk("zh")
    if before:
        chat.say(before, "known_item", 0.9)
    said = chat.say("除了哈利波特还有什么[魔法]的", "known_item", 0.57)
    assert said.items
    assert all("哈利" not in item.title for item in said.items)


def test_the_number_of_an_item_is_no_kind_of_books(talk: Start) -> None:
    said = talk("zh").say("第二本呢")
    assert "“第二本”" not in said.text


def test_a_kind_of_films_takes_the_place_of_another(talk: Start) -> None:
    said = talk("zh").say("有没有[动画]片").say("纪录片呢")
    assert "纪录片" in said.text


def test_a_topic_that_passes_for_the_next_page(talk: Start) -> None:
    said = talk("zh").say("[养花]的书").say("多肉呢", "show_more", 0.5)
    assert "多肉" in said.text


def test_the_next_page_is_no_topic(talk: Start) -> None:
    said = talk("zh").say("[历史]书").say("下一页呢", "show_more", 0.5)
    assert said.session.frame
    assert said.session.frame.page


def test_none_of_these_is_wanted(talk: Start) -> None:
    said = talk("zh").say("[历史]书")
    first = [item.record_id for item in said.items]
    said = said.say("不要这些", "refine", 0.6)
    assert said.items
    assert not {item.record_id for item in said.items} & set(first)


def test_a_numbered_item_that_is_borrowed_is_no_part_of_a_series(talk: Start) -> None:
    said = talk("zh").say("[历史]书")
    first = said.items[0].title
    assert said.say("第一本能借回家吗", "where_is_it", 0.86).items[0].title == first


def test_who_else_is_by_the_author_at_hand(talk: Start) -> None:
    said = talk("zh").say("[茶馆]", "known_item", 0.9).say("他还有什么", "more_like", 0.97)
    assert {author for item in said.items for author in item.authors} == {"老舍"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [("他自己来行吗", True), ("我自己去死行吗", False), ("我自己来了断行吗", False)],
)
def test_who_comes_alone_for_a_card_is_in_no_danger(text: str, plain: bool) -> None:
    assert grave.is_plain(text) is plain


def test_a_kind_of_stories_is_not_of_a_title_asked_for_before(talk: Start) -> None:
    said = talk("zh").say("[哈利波特]", "known_item", 0.9).say("[魔法]的书").say("有[武侠小说]吗")
    assert "哈利" not in said.text


@pytest.mark.parametrize("text", ["借的dvd过期了", "有声书弄坏了", "my dvd is scratched"])
def test_what_happened_to_a_loan_is_no_wish_for_others(talk: Start, text: str) -> None:
    said = talk("en" if text.isascii() else "zh").say(text, "fines", 0.7)
    assert not said.items


@pytest.mark.parametrize("text", ["不要外国的", "国产的呢"])
def test_films_made_here(talk: Start, text: str) -> None:
    said = talk("zh").say("想看部电影").say(text, "refine", 0.9)
    assert {item.language for item in said.items} == {"chi"}
