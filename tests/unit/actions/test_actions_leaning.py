"""Short messages without a topic of their own: they are about the item in hand, or the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import at_hand, pasted, questioned, references
from actions.ask import Ask
from actions.signs import facts, leaning
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]
DUNE = {"en": "[Dune]", "zh": "[三体]"}


def in_hand(talk: Start, language: str = "en") -> Talk:
    return talk(language).say(DUNE[language], "known_item")


@pytest.mark.parametrize(
    ("language", "text", "intent", "told"),
    [
        ("en", "ok how long can I keep it", "borrowing_rules", "21 days"),
        ("en", "how long can I have it for", "lost_found", "21 days"),
        ("zh", "能借多久", "borrowing_rules", "21 天"),
        ("zh", "什么时候还", "where_is_it", "21 天"),
        ("en", "who translated it", "item_details", "no translator"),
        ("zh", "作者哪国人", "item_details", "哪国人"),
        ("en", "is it in Italian?", "switch_language", "Not in Italian"),
        ("en", "in Italian", "switch_language", "in English"),
        ("en", "where is it", "directions", "Central Library"),
        ("en", "which shelf", "directions", "FIC HER"),
        ("zh", "放在哪里", "directions", "总馆"),
        ("zh", "几楼", "directions", "一楼"),
    ],
)
def test_it_is_the_item_in_hand(
    talk: Start, language: str, text: str, intent: str, told: str
) -> None:
    assert told in in_hand(talk, language).say(text, intent, 0.7).text


def test_a_language_is_an_edition_of_it_and_not_a_wish_to_speak_it(talk: Start) -> None:
    said = in_hand(talk, "zh").say("英文版", "switch_language", 0.99)
    assert {item.language for item in said.items} == {"eng"}
    assert said.items[0].title == "The three-body problem"


def test_only_and_all_are_of_the_list() -> None:
    assert leaning.OF_THE_LIST.search("only in French")
    assert leaning.OF_THE_LIST.search("只要英文的")
    assert not leaning.OF_THE_LIST.search("is it in French")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("when was [Dune] published", "[Dune]"),
        ("alright whats The Shining about", "The Shining"),
        ("is knitting without tears in", "knitting without tears"),
        ("百年孤独作者是谁", "百年孤独"),
        ("围城在哪个馆", "围城"),
    ],
)
def test_a_question_is_taken_off_its_title(text: str, title: str) -> None:
    assert questioned.without_question(at_hand.bare(text)) == title
    assert questioned.of_a_title(Ask(text=text), lambda words: words == title)


def test_a_title_in_the_message_wins_over_the_item_in_hand(talk: Start) -> None:
    said = talk("en").say("[The Martian]", "known_item")
    said.say("when was [Dune] published", "item_details")
    assert "“Dune” was published" in said.text
    said.say("who translated [Beowulf]", "item_details")
    assert "Dune" not in said.text.split("\n")[0]


@pytest.mark.parametrize("text", ["how long can I keep it", "能借多长时间", "可以借多久"])
def test_how_long_it_may_be_kept_is_no_number_of_pages(text: str) -> None:
    assert not facts.FACTS["pages"].search(text)
    assert leaning.LOAN.search(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "现在能借的"),
        ("zh", "只要能借的"),
        ("zh", "现在在架的"),
        ("en", "only available ones"),
    ],
)
def test_what_a_button_says_is_understood_when_typed(talk: Start, language: str, text: str) -> None:
    said = talk(language).say(
        {"en": "books about [cooking]", "zh": "金庸的小说"}[language], "find_holdings"
    )
    said.say(text, "where_is_it")
    assert said.session.frame is not None
    assert said.session.frame.filters.get("available") is True


@pytest.mark.parametrize(
    ("language", "text", "order"),
    [
        ("en", "actually older ones", "oldest"),
        ("zh", "旧一点的", "oldest"),
        ("zh", "不要太厚", "shortest"),
    ],
)
def test_orders_with_words_before_them(talk: Start, language: str, text: str, order: str) -> None:
    said = talk(language).say(
        {"en": "books about [cooking]", "zh": "金庸的小说"}[language], "find_holdings"
    )
    said.say(text, "refine")
    assert said.session.frame is not None
    assert said.session.frame.order == order


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("no, [science fiction]", "science fiction"),
        ("sorry, I meant a thriller", "thriller"),
        ("不对，我要[历史]的", "历史"),
    ],
)
def test_a_correction_takes_the_place_of_the_topic(talk: Start, text: str, topic: str) -> None:
    said = talk("en").say("books about [cooking]", "find_holdings").say(text, "cancel", 0.6)
    assert said.session.frame is not None
    assert said.session.frame.text == topic


@pytest.mark.parametrize("text", ["no, that's all", "no thanks", "sorry, not for me", "不对"])
def test_a_bare_no_corrects_nothing(talk: Start, text: str) -> None:
    said = talk("en").say("books about [cooking]", "find_holdings").say(text, "deny")
    assert said.session.frame is not None
    assert said.session.frame.text == "cooking"


def test_the_oldest_of_those_on_the_screen(talk: Start) -> None:
    said = talk("en").say("books about [cooking]", "find_holdings")
    years = [item.year for item in said.items if item.year]
    said.say("which is the oldest", "special_collections", 0.5)
    assert f"from {min(years)}" in said.text
    assert [item.year for item in said.items] == [min(years)]


def test_one_of_the_list_by_what_it_is_of(talk: Start) -> None:
    said = talk("en").say("books about [cooking]", "find_holdings")
    title, author = said.items[1].title, said.items[1].authors[0].split()[-1]
    said.say(f"the {author} one", "known_item")
    assert said.titles == [title]


def test_a_title_read_already_leaves_the_rest(talk: Start) -> None:
    said = talk("en").say("books about [cooking]", "find_holdings")
    total, title = said.session.frame and said.session.frame.total, said.items[0].title
    said.say(f"ive read {title.split(':')[0]}", "find_holdings", 0.8)
    assert title not in said.titles
    assert said.session.frame is not None
    assert said.session.frame.total == (total or 0) - 1


def test_back_to_the_first_list_or_to_one_by_its_name(talk: Start) -> None:
    said = talk("zh").say("鲁迅的书", "find_holdings").say("余华的书", "find_holdings")
    said.say("[历史书]", "find_holdings").say("回到[余华]的", "go_back")
    assert said.session.frame is not None
    assert said.session.frame.filters["authors"] == ["余华"]
    said.say("回到第一个列表", "go_back")
    assert said.session.frame.filters["authors"] == ["鲁迅"]


def test_a_number_beyond_the_list_says_so(talk: Start) -> None:
    said = talk("en").say("[Piranesi] audiobook", "known_item")
    said.say("how many pages has the seventh one", "item_details")
    assert "only" in said.text


REFERENCE = "Yan, Y. (2003). Private life under socialism. Stanford University Press."


def test_a_pasted_reference_is_cited_itself(talk: Start) -> None:
    said = talk("en").say(REFERENCE, "known_item").say("put that in MLA", "cite")
    (cited,) = (part for part in said.parts if part.type == "citation")
    assert cited.text.startswith("Yan, Y. Private Life Under Socialism")
    said = talk("zh").say(f"帮我把这条改成GB/T 7714：{REFERENCE}", "known_item")
    assert "Private life under socialism[M]" in next(
        part.text for part in said.parts if part.type == "citation"
    )


@pytest.mark.parametrize(
    ("text", "authors", "year"),
    [
        (REFERENCE, ("Yan, Y.",), 2003),
        ("Yan, Y., & Wu, B. (2003). On life. Ace.", ("Yan, Y.", "Wu, B."), 2003),
        ("[1] 费孝通. 乡土中国[M]. 北京: 三联书店, 1985.", ("费孝通",), 1985),
        (
            "Le Guin, Ursula K. The Dispossessed. New York: Harper, 1974.",
            ("Le Guin, Ursula K",),
            1974,
        ),
    ],
)
def test_references_are_read(text: str, authors: tuple[str, ...], year: int) -> None:
    record = references.read(text)
    assert record is not None
    assert (record.authors, record.year) == (authors, year)


def test_what_is_no_reference_is_left_alone() -> None:
    assert references.read("do you have Dune") is None
    assert not pasted.to_cite("put it in: MLA")


def test_a_named_style_cites_a_title(talk: Start) -> None:
    said = talk("en").say("APA for [Sapiens]", "known_item", 0.56)
    assert [part.type for part in said.parts if part.type == "citation"]
    said.say("and for [1984] the 1961 one", "known_item")
    assert "(1961)" in next(part.text for part in said.parts if part.type == "citation")
