"""What the tagger says of words, beside what the rules read."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations_with_replacement, product
from pathlib import Path

import numpy as np
import pytest

from assistant.engine.learning.tagger import KINDS, Tagger
from assistant.engine.understanding.marked import Tagged, marked, read_line
from assistant.engine.understanding.places import read_places
from assistant.engine.understanding.reader import Reader
from assistant.engine.understanding.tagged import Scored, beside, joined
from assistant.engine.understanding.words import split
from assistant.settings import PACKAGED_LIBRARY
from index.onnx_encoder import Words
from tests.marks import read_marks

TODAY = date(2026, 11, 29)
WORDS = Path(__file__).parents[2] / "nlu_data" / "words"


def read(line: str) -> dict[str, str]:
    """Entity to value; several topics are joined by a comma."""
    text, tags = read_marks(line)
    told: dict[str, str] = {}
    for one in Reader().read(text, TODAY, tags):
        said = str(one.value)
        told[one.entity] = f"{told[one.entity]}, {said}" if one.entity in told else said
    return told


def runs(text: str, sure: dict[str, float], like: float = 0.0) -> list[tuple[str, str]]:
    """The runs of words that speak for a topic (or so much more for a likeness)."""
    scored = [
        Scored(w.start, w.end, 1 - sure.get(w.word, 0), sure.get(w.word, 0), like)
        for w in split(text)
    ]
    return [(one.kind, text[one.start : one.end]) for one in joined(text, scored)]


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("my granddad fought in burma, anything on the [burma campaign]", "the burma campaign"),
        ("爷爷是抗战老兵 想看龙应台写的那本[大江大海]", "大江大海"),
        ("something on [knots] and maybe [campfire cooking]", "knots, campfire cooking"),
        ("any [scary books]", "scary"),
        ("ebook [of sapiens]", "sapiens"),
        ("[crime audiobooks]", "crime"),
        ("[瑜伽dvd]", "瑜伽"),
        ("[李白的诗]", "诗"),
        ("[C++]", "C++"),
        ("[租房合同]看不懂，有没有法律方面的书", "法律"),
        ("喜欢[推理]，有没有大字的书", "推理"),
        ("有没有[家庭教育]方面的书", "家庭教育"),
        ("a [history of the film]", "history of the film"),
    ],
)
def test_what_is_tagged_is_searched_for(line: str, query: str) -> None:
    assert read(line)["query"] == query


def test_without_tags_nothing_is_searched_for() -> None:
    assert read("books about trains") == {}
    assert read("french books about trains") == {"language": "fre"}


def test_a_limit_within_a_topic_is_a_word_of_it() -> None:
    assert "year_from" not in read("about the [1926 strike] please")
    assert read("[strikes], published after 1990")["year_from"] == "1991"


@pytest.mark.parametrize("line", ["only [french] ones", "[kids' audiobooks]", "[英文有声书]"])
def test_what_limits_is_not_searched_for_as_well(line: str) -> None:
    assert "query" not in read(line)
    assert read(line)


def test_a_work_named_outright_stays_whole() -> None:
    said = read("do you have by any chance “the [dictionary] of lost words”")
    assert said["query"] == "the dictionary of lost words"
    assert read("like 《<傲慢与偏见>》 but [funny]") == {"like": "傲慢与偏见", "query": "funny"}


def test_whose_works_and_like_what() -> None:
    assert read("has anyone got {Rosamunde Pilcher} here") == {"query": "Rosamunde Pilcher"}
    assert read("anything by {Rosamunde Pilcher} here") == {"author": "Rosamunde Pilcher"}
    assert read("one after <the thursday murder club>")["like"] == "the thursday murder club"


def test_a_day_in_a_title_is_no_day() -> None:
    assert "weekday" not in read("is [the thursday murder club] in")
    assert "weekday" in read("is [the hobbit] in on thursday")


@pytest.mark.parametrize(
    ("text", "sought", "kind"),
    [
        ("有没有字帖", True, "字帖"),
        ("要绘本", False, "绘本"),
        ("那就看童话吧", False, "童话"),
        ("科普书呢", True, "科普"),
        ("电视剧有没有", True, "电视剧"),
        ("长篇呢", False, "长篇"),
        ("座位呢", False, ""),
        ("有没有好看的", True, ""),
        ("还有别的吗", True, ""),
    ],
)
def test_a_kind_named_and_no_more_is_searched_for(text: str, sought: bool, kind: str) -> None:
    unsure = [Scored(0, len(text), 1.0, 0.0, 0.0)]
    assert [text[one.start : one.end] for one in joined(text, unsure, sought)] == [kind][
        : len(kind)
    ]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("wo xiang zhao san ti", "san ti"),
        ("huo zhe zai na li", "huo zhe"),
        ("xie xie", None),
        ("books on mahjong", None),
    ],
)
def test_pinyin_is_read_by_its_frame(text: str, query: str | None) -> None:
    assert read(text).get("query") == query


def test_little_words_hold_a_title_together() -> None:
    sure = {"dictionary": 0.9, "lost": 0.9, "words": 0.9}
    said = runs("is the dictionary of lost words in, thanks", sure)
    assert said == [("query", "dictionary of lost words")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("knots, words", "knots", "words"), ("knots by night", "knots", "night")],
)
def test_a_comma_and_an_author_part_topics(text: str, first: str, last: str) -> None:
    assert runs(text, {first: 0.9, last: 0.9}) == [("query", first), ("query", last)]


def test_what_is_far_less_sure_is_of_the_story() -> None:
    said = runs("I drive. Trucks, or roads", {"drive": 0.6, "Trucks": 0.95, "roads": 0.9})
    assert said == [("query", "Trucks"), ("query", "roads")]


def test_what_is_denied_is_not_searched_for() -> None:
    assert runs("scary but no vampires", {"scary": 0.6, "vampires": 0.9}) == [("query", "scary")]
    assert runs("不要科幻", {"科幻": 0.9}) == []


def test_names_and_links_are_no_topics() -> None:
    assert runs("The doi is 10.1038/nature14539", {"10.1038": 0.9, "nature14539": 0.9}) == []
    assert runs("Kites. Many thanks, Margaret", {"Kites": 0.9, "Margaret": 0.9}) == [
        ("query", "Kites")
    ]


def test_a_likeness_needs_more_where_none_is_spoken_of() -> None:
    assert runs("a book like Emma", {"Emma": 0.5}, like=0.6) == [("like", "Emma")]
    assert runs("bring Emma", {"Emma": 0.5}, like=0.6) == [("query", "Emma")]
    assert runs("bring Emma", {"Emma": 0.3}, like=0.9) == [("like", "Emma")]
    assert runs("similar crime", {"crime": 0.5}, like=0.9) == [("query", "crime")]


def test_a_topic_ends_with_its_novels_and_before_its_language() -> None:
    assert read("any [spy] novels")["query"] == "spy novels"
    assert read("有[历史]小说吗")["query"] == "历史小说"
    assert read("any [short novels]")["query"] == "novels"
    assert read("have you got [sapiens in chinese]")["query"] == "sapiens"
    assert read("i want to [learn chinese]")["query"] == "learn chinese"


def test_what_is_shown_is_not_searched_for() -> None:
    assert runs("is the atwood one in", {"atwood": 0.9}) == []


def test_a_search_names_something_however_unsure() -> None:
    unsure = [Scored(w.start, w.end, 0.7, 0.3, 0.0) for w in split("any comedies")]
    assert joined("any comedies", unsure) == []
    assert joined("any comedies", unsure, sought=True) == [Tagged("query", 4, 12)]


def test_what_is_marked_is_told_as_it_stands() -> None:
    line = read_line("like <dune> but [with birds] by {Le Guin}")
    told = [(one.kind, line.text[one.start : one.end]) for one in marked(line)]
    assert told == [("like", "dune"), ("query", "with birds"), ("query", "Le Guin")]
    assert marked(read_line("what time do you close")) == []


def test_the_tagger_learns_what_its_words_are_for() -> None:
    rng = np.random.default_rng(1)
    meaning = rng.normal(size=(len(KINDS), 8)).astype(np.float32)
    kinds = [list(rng.integers(0, len(KINDS), 12)) for _ in range(40)]
    rows = [meaning[row] + 0.1 * rng.normal(size=(12, 8)) for row in kinds]
    told = [Words([(n, n + 1) for n in range(12)], states, list(range(12))) for states in rows]
    learned = Tagger().fit(told[:30], kinds[:30])
    said = [learned.scores(words).argmax(1).tolist() for words in told[30:]]
    assert said == kinds[30:]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_lines_are_well_formed(language: str) -> None:
    lines = (WORDS / f"{language}.txt").read_text("utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    marked = r"(?:[^\[\]{}<>]|\[[^\[\]{}<>]+\]|\{[^\[\]{}<>]+\}|<[^\[\]{}<>]+>)+"
    assert not [one for one in told if not re.fullmatch(marked, one)]
    plain = [read_line(one).text.casefold() for one in told]
    assert len(set(plain)) == len(plain) > 3000


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("中文绘本", ["绘本"]),
        ("中英双语绘本", ["双语绘本"]),
        ("中文小说", []),
    ],
)
def test_picture_books_are_a_topic_beside_their_language(text: str, topics: list[str]) -> None:
    found = Reader().read(text, date(2026, 11, 24))
    assert [one.value for one in found if one.entity == "query"] == topics


@pytest.mark.parametrize(
    ("text", "end", "topic"),
    [
        ("world war 2", 9, "world war 2"),
        ("books on world war ii please", 18, "world war ii"),
        ("sapiens 2", 7, "sapiens"),
    ],
)
def test_the_number_of_a_world_war_belongs_to_it(text: str, end: int, topic: str) -> None:
    start = text.index(topic.split(maxsplit=1)[0])
    found = beside(text, [], [Tagged("query", start, end)])
    assert [one.value for one in found] == [topic]


def test_half_a_word_before_picture_books_is_no_topic() -> None:
    found = beside("中英双语绘本", [], [Tagged("query", 1, 4)])
    assert [one.value for one in found] == ["双语绘本"]


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("have you [got the housemaid] by Freida McFadden", "the housemaid"),
        ("have you [got wolf hall]", "wolf hall"),
        ("haven't you [got emma]", "emma"),
        ("have you got spare by Prince Harry", "spare"),
        ("do you have holly by Stephen King", "holly"),
        ("is there circe by Madeline Miller", "circe"),
    ],
)
def test_a_title_is_parted_from_what_is_asked_of_it(line: str, query: str) -> None:
    assert read(line)["query"] == query


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("[got to dance]", "got to dance"),
        ("books on [murder at the vicarage]", "murder at the vicarage"),
        ("have you got anything by Stephen King", None),
        ("do you have the latest by Stephen King", None),
        ("do you have more by Stephen King", None),
        ("do you have films by Stephen King", None),
        ("have you got any books by Stephen King", None),
    ],
)
def test_other_words_before_an_author_or_a_place_are_no_title(line: str, query: str | None) -> None:
    assert read(line).get("query") == query


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("any [thrillers at Riverside]", "thrillers"),
        ("books on [gardening at the east branch]", "gardening"),
        ("books on [gardening at the] east branch", "gardening"),
        ("[crime novels at the riverside] branch", "crime novels"),
        ("[history in pictures at the central library]", "history in pictures"),
        ("[cookbooks from the East Branch]", "cookbooks"),
        ("[murder at the vicarage] at Riverside", "murder at the vicarage"),
        ("[总馆的历史小说]", "历史小说"),
        ("[东馆科幻]", "科幻"),
    ],
)
def test_a_topic_ends_before_the_branch_that_has_it(line: str, query: str) -> None:
    text, tags = read_marks(line)
    found = Reader(read_places(PACKAGED_LIBRARY)).read(text, TODAY, tags)
    assert [one.value for one in found if one.entity == "query"] == [query]
    assert any(one.entity == "branch" for one in found)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("有没有类似[三体]的书", {"like": "三体"}),
        ("有没有跟[活着]差不多的小说", {"like": "活着"}),
        ("除了三体还有类似的吗", {"like": "三体"}),
        ("除了这本还有类似的吗", {}),
        ("i finished [the hunger games] whats next", {"like": "the hunger games"}),
        ("just read [emma], what should i read next?", {"like": "emma"}),
        ("I read [Gone Girl] and loved it, what next?", {"like": "Gone Girl"}),
        ("i finished my [essay on castles], can i print it", {"query": "essay on castles"}),
        ("funny book, 9 yr old, she loved [matilda]", {"like": "matilda"}),
        ("i loved [dublin], any books about it", {"query": "dublin"}),
        ("books about [grief], my mum loved gardening", {"query": "grief"}),
        ("我女儿喜欢[玛蒂尔达]，有没有类似的", {"like": "玛蒂尔达"}),
        ("我喜欢[恐龙]，有没有绘本", {"query": "恐龙"}),
        ("有没有类似窗边的[小豆豆]的书", {"like": "窗边的小豆豆"}),
        ("有类似于[白夜行的推理小说]吗", {"like": "白夜行", "query": "推理小说"}),
        ("和[三体]同类型的书", {"like": "三体"}),
        ("有没有和[猫]有关的书", {"query": "猫"}),
        ("我女儿像妈妈一样喜欢[恐龙]", {"query": "恐龙"}),
        ("想找和[李白]差不多时代的诗", {"query": "李白"}),
        ("有没有类似这种[手帐]的书", {"query": "手帐"}),
    ],
)
def test_what_is_to_be_alike_shows_on_both_sides(line: str, wanted: dict[str, str]) -> None:
    text, tags = read_marks(line)
    found = Reader().read(text, TODAY, tags)
    assert {o.entity: o.value for o in found if o.entity in ("like", "query")} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "有纸质的吗",
        "大字的三国演义有吗",
        "李白的诗 不要鲁迅的",
        "books by Toni Morrison in Spanish at Riverside",
        "have you got The hobbit on dvd, not the book",
        "英文的绘本 适合三岁",
    ],
)
def test_whatever_is_tagged_is_read(text: str) -> None:
    """The network may mark any run of words, and did: 纸质 of 有纸质的吗."""
    words = [(word.start, word.end) for word in split(text)]
    runs = [(first[0], last[1]) for first, last in combinations_with_replacement(words, 2)]
    for kind, (start, end) in product(("query", "like"), runs):
        found = Reader().read(text, TODAY, [Tagged(kind, start, end)])
        assert all(one.start < one.end for one in found)
