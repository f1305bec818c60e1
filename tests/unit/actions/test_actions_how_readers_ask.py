"""Kinds, moods and lengths beside a topic, parts of series, and authors by what they wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions import having, on_topic
from actions.ask import Ask
from actions.filters import unwanted
from actions.signs import orders, pointing, sequels
from tests.unit.actions.conftest import READER, TUESDAY, Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "mood", "topic"),
    [
        ("funny sci fi", "funny", "sci fi"),
        ("scarier ghost stories", "scary", "ghost stories"),
        ("好笑的科幻", "好笑", "科幻"),
        ("funny novel", "", "funny novel"),
        ("sci fi", "", "sci fi"),
    ],
)
def test_a_mood_stands_beside_a_topic(text: str, mood: str, topic: str) -> None:
    assert having.mood(text) == (mood, topic)


def test_works_of_a_mood_say_so_in_their_records(talk: Start) -> None:
    said = talk().say("[funny fantasy]", "find_holdings")
    assert said.session.frame
    assert said.session.frame.filters == {"having": ["funny"]}
    assert "Monkey King: journey to the West" in said.titles
    assert "funny fantasy" in said.text


@pytest.mark.parametrize("text", ["[funny] ones please", "something [funnier]"])
def test_a_list_is_narrowed_by_a_mood(talk: Start, text: str) -> None:
    said = talk().say("[fantasy]", "find_holdings").say(text, "refine")
    assert said.session.frame
    assert said.session.frame.text == "fantasy"
    assert said.session.frame.filters == {"having": ["funny"]}


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("short funny novel", "shortest"),
        ("a quick read about dogs", "shortest"),
        ("a really long fantasy series", "longest"),
        ("短一点的历史书", "shortest"),
        ("short stories", ""),
        ("a long way down", ""),
        ("how long can i keep books", ""),
    ],
)
def test_a_length_beside_a_kind_is_an_order(text: str, order: str) -> None:
    assert orders.of_a_clause(text) == order


def test_a_length_is_no_word_to_search_for(talk: Start) -> None:
    frame = talk().say("a really [long fantasy] series", "find_holdings").session.frame
    assert frame
    assert (frame.text, frame.order) == ("fantasy", "longest")


@pytest.mark.parametrize(
    ("text", "query", "learnt"),
    [
        ("i want to learn guitar", "learn guitar", "guitar"),
        ("想学吉他", "学吉他", "吉他"),
        ("i want to learn to knit", "learn to knit", "learn to knit"),
        ("books about learning difficulties", "learning difficulties", "learning difficulties"),
        ("想学习历史", "学习历史", "历史"),
        ("怎么学生存技能", "学生存技能", "学生存技能"),
    ],
)
def test_what_is_learnt_is_the_topic(text: str, query: str, learnt: str) -> None:
    assert on_topic.learnt(Ask(text=text), query) == learnt


@pytest.mark.parametrize(
    ("text", "query", "wanted"),
    [
        ("a biography of a scientist", "scientist", "scientist biography"),
        ("biographies of musicians", "musicians", "musicians biography"),
        ("a biography of mandela", "mandela", "mandela"),
        ("a book about a scientist", "scientist", "scientist"),
    ],
)
def test_a_life_of_somebody_of_a_kind(text: str, query: str, wanted: str) -> None:
    assert on_topic.of_lives(Ask(text=text), query) == wanted


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "do you have the second [three body problem] book", "The dark forest"),
        ("en", "the third book in the [three body] trilogy", "三体. III. 死神永生"),
        ("zh", "[哈利波特]第二本", "Harry Potter and the chamber of secrets"),
    ],
)
def test_a_part_is_found_by_a_title_of_its_series(
    talk: Start, language: str, text: str, title: str
) -> None:
    assert talk(language).say(text, "known_item").titles == [title]


def test_whether_a_title_is_a_trilogy_is_told_by_its_parts(talk: Start) -> None:
    assert sequels.COUNTED.search("is wolf hall a trilogy")
    assert not sequels.COUNTED.search("is it a series")
    said = talk().say("is [wolf hall] a trilogy", "item_details", 0.5)
    assert "Bring up the bodies" in said.titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("something by the coraline man", "coraline"),
        ("anything else by that wolf hall woman", "wolf hall"),
        ("something by the same author", None),
        ("the woman who wrote to me", None),
    ],
)
def test_an_author_is_told_by_a_title(text: str, title: str | None) -> None:
    hit = pointing.BY_ITS_AUTHOR.search(text)
    assert (next(filter(None, hit.groups())) if hit else None) == title


def test_two_things_may_be_unwanted() -> None:
    text = "murder mystery but not spies and not sherlock"
    assert unwanted(Ask(text=text)) == {"words": ["spies", "sherlock"]}


@pytest.mark.parametrize("text", ["riverside only", "only the riverside ones", "riverside please"])
def test_a_branch_may_be_all_that_is_said(text: str) -> None:
    found = READER.read(text, TUESDAY.date())
    assert [(one.entity, one.value) for one in found] == [("branch", "RIV")]


def test_what_is_like_a_work_is_in_its_language_or_the_readers(talk: Start) -> None:
    english = talk().say("something like Dune", "more_like").session.frame
    chinese = talk("zh").press('/like{"record_id": "ald6172317"}').session.frame
    assert english
    assert english.filters["languages"] == ["eng"]
    assert chinese
    assert chinese.filters["languages"] == ["chi", "eng"]


def test_a_word_that_no_record_has_makes_what_is_found_the_nearest(talk: Start) -> None:
    said = talk().say("[vegan cookbook]", "find_holdings")
    assert said.session.frame
    assert said.session.frame.far or not said.items
    assert "nothing" in said.text


@pytest.mark.parametrize("text", ["labrador training", "woodland crochet"])
def test_no_topic_is_shown_that_is_no_subject_of_ours(talk: Start, text: str) -> None:
    said = talk().say(f"[{text}]", "find_holdings")
    assert said.session.frame
    assert said.session.frame.text == text


def test_for_teenagers_is_what_anybody_reads_where_nothing_is_theirs(talk: Start) -> None:
    said = talk("zh").say("初中生看的[古诗]", "find_holdings")
    assert "谁都可以看" in said.text
    assert said.items


def test_novels_are_no_films(talk: Start) -> None:
    said = talk().say("novels in french", "find_holdings")
    assert said.items
    assert not any(item.format == "film" for item in said.items)


@pytest.mark.parametrize(
    ("text", "text_of", "filters"),
    [
        ("求推荐 [短篇小说集]", "短篇小说", {}),
        ("有講[台灣]的小說嗎", "台灣", {"literary_forms": ["fiction"]}),
        ("以[上海为]背景的小说", "上海", {"literary_forms": ["fiction"]}),
        ("想听书 [开车用] 中文的", "", {"formats": ["audiobook"], "languages": ["chi"]}),
        ("法语 有小说吗", "", {"languages": ["fre"], "literary_forms": ["fiction"]}),
        ("想找[本治愈]的", "治愈", {}),
    ],
)
def test_what_chinese_readers_say_around_a_topic(
    talk: Start, text: str, text_of: str, filters: dict[str, list[str]]
) -> None:
    frame = talk("zh").say(text, "find_holdings").session.frame
    assert frame
    assert frame.text == text_of
    assert frame.filters == filters


def test_those_few_are_left_out_by_what_they_are_called() -> None:
    assert unwanted(Ask(text="金庸的 不要射雕那几部")) == {"words": ["射雕"]}


@pytest.mark.parametrize("text", ["[战争]的书", "[战争]小说"])
def test_a_subject_in_chinese_is_no_part_of_a_title(talk: Start, text: str) -> None:
    said = talk("zh").say(text, "find_holdings")
    assert said.session.frame
    assert said.session.frame.topical
    assert said.session.frame.kind == "topic"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("有[無村上春樹]嘅繁體書", "村上春樹"),
        ("借一[下村上]的书", "村上"),
        ("[本草纲目]", "本草纲目"),
    ],
)
def test_what_asks_is_no_word_of_the_topic(talk: Start, text: str, words: str) -> None:
    frame = talk("zh").say(text, "find_holdings").session.frame
    assert frame
    assert frame.text == words


def test_others_by_whoever_wrote_a_title_without_a_word_for_them() -> None:
    hit = pointing.BY_ITS_AUTHOR.search("写三体的还有别的书吗")
    assert hit
    assert next(filter(None, hit.groups())) == "三体"


@pytest.mark.parametrize("text", ["别太恐怖的", "英文的也行，别太吵的恐怖的"])
def test_a_mood_that_is_denied_narrows_nothing(talk: Start, text: str) -> None:
    said = talk("zh").say("有声书", "find_holdings").say(text, "refine")
    assert said.session.frame
    assert "having" not in said.session.frame.filters


def test_whoever_wrote_a_title_may_be_all_that_is_said() -> None:
    hit = pointing.BY_ITS_AUTHOR.search("the guy who wrote sapiens")
    assert hit
    assert next(filter(None, hit.groups())) == "sapiens"


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("nothing over 400 pages", {"pages_to": 400}),
        ("not more than 300 pages", {"pages_to": 300}),
        ("over 400 pages", {"pages_from": 400}),
    ],
)
def test_what_a_length_is_not_to_pass(text: str, filters: dict[str, int]) -> None:
    found = READER.read(text, TUESDAY.date())
    assert {one.entity: one.value for one in found} == filters


def test_a_literature_that_has_nothing_of_a_topic_is_words_again(talk: Start) -> None:
    frame = talk().say("[gardening], japanese author", "find_holdings").session.frame
    assert frame
    assert "literatures" not in frame.filters
    assert "japanese author" in frame.text


def test_a_classic_of_a_literature_that_is_not_massive(talk: Start) -> None:
    frame = talk().say("russian classic but nothing massive", "find_holdings").session.frame
    assert frame
    assert (frame.text, frame.order, frame.filters["literatures"]) == ("", "shortest", ["rus"])


def test_a_language_of_a_list_may_be_a_literature(talk: Start) -> None:
    said = talk().say("scandinavian [crime]", "find_holdings").say("swedish ones", "refine")
    assert said.session.frame
    assert said.session.frame.filters["literatures"] == ["swe"]
    assert said.items


def test_the_swedish_one_is_told_by_the_language_it_was_written_in(talk: Start) -> None:
    said = talk().say("do you have [Let the right one in], or [Dracula]", "known_item")
    said.session.frames[-1].shown = [item.record_id for item in said.items]
    assert said.say("the swedish one", "refine").titles == ["Let the right one in"]


def test_what_is_for_the_grown_up_is_no_longer_for_the_child(talk: Start) -> None:
    said = talk().say("[tudors] for a child", "find_holdings").say("a novel for me", "refine")
    assert said.session.frame
    assert "audiences" not in said.session.frame.filters


def test_how_fast_it_is_is_no_topic(talk: Start) -> None:
    frame = talk().say("fast [paced thriller]", "find_holdings").session.frame
    assert frame
    assert frame.text == "thriller"


@pytest.mark.parametrize(
    ("language", "text", "author"),
    [
        ("en", "what did [jane austen write besides pride and prejudice]", "Jane Austen"),
        ("en", "what else has [neil gaiman] written", "Neil Gaiman"),
        ("zh", "[老舍]都写过什么", "老舍"),
    ],
)
def test_what_somebody_wrote_is_all_of_theirs(
    talk: Start, language: str, text: str, author: str
) -> None:
    said = talk(language).say(text, "find_holdings")
    assert sum(author in item.authors for item in said.items) > 1


def test_nothing_massive_is_no_word_to_leave_out() -> None:
    assert unwanted(Ask(text="russian novels but nothing massive")) == {}


@pytest.mark.parametrize("intent", ["refine", "find_holdings", "known_item"])
def test_whoever_wrote_a_title_is_sought_beyond_the_list(talk: Start, intent: str) -> None:
    said = talk().say("japanese novels in english", "find_holdings")
    said.say("the guy who wrote [coraline]", intent)
    assert said.items
    assert all("Neil Gaiman" in item.authors for item in said.items)
