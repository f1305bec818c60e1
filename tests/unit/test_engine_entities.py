"""What the rules read in a message: entities with exact spans, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.places import Places, read_places
from assistant.engine.understanding.reader import Reader

TODAY = date(2026, 11, 24)  # a Tuesday
SAMPLE = Path(__file__).parents[2] / "assistant" / "sample"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(read_places(SAMPLE))


def told(found: list[Found]) -> dict[str, Any]:
    """Entity to value; a list where one is named twice, and "!" before what is not wanted."""
    values: dict[str, Any] = {}
    for one in found:
        name = f"!{one.entity}" if one.negated else one.entity
        values[name] = [*_list(values[name]), one.value] if name in values else one.value
    return values


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


ACCEPTED = [
    ("do you have anything about how birds navigate", {"query": "how birds navigate"}),
    ("有没有关于鸟类迁徙的书", {"query": "鸟类迁徙"}),
    (
        "something like Pride and Prejudice but funny",
        {"like": "Pride and Prejudice", "query": "funny"},
    ),
    ("类似《傲慢与偏见》但更好笑的书", {"like": "傲慢与偏见", "query": "更好笑"}),
    ("像《傲慢与偏见》但是好笑一点的书", {"like": "傲慢与偏见", "query": "好笑一点"}),
    ("三体在哪个馆", {"query": "三体"}),
    (
        "books by Ursula Le Guin published before 1975",
        {"author": "Ursula Le Guin", "year_to": 1974},
    ),
    ("only the ones I can take home today", {"available": True, "date": "2026-11-24"}),
    ("只要今天能借走的", {"available": True, "date": "2026-11-24"}),
    ("the second one, where is it?", {"ordinal": 2}),
    ("第二本在哪里？", {"ordinal": 2}),
    ("cite it in APA", {"style": "apa"}),
    ("用APA格式引用它", {"style": "apa"}),
    ("用MLA", {"style": "mla"}),
    ("no, the film", {"format": "film"}),
    ("not in French", {"!language": "fre"}),
    ("余华的书", {"author": "余华"}),
]


@pytest.mark.parametrize(("text", "wanted"), ACCEPTED)
def test_the_sentences_of_the_main_job(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    found = told(reader.read(text, TODAY))
    found.pop("date", None)
    assert found == {name: value for name, value in wanted.items() if name != "date"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("only after 2010", 2011, None),
        ("2010年以后", 2010, None),
        ("2010年之后的", 2010, None),
        ("since 2015", 2015, None),
        ("before 1950", None, 1949),
        ("1990年以前出版的", None, 1989),
        ("between 1990 and 2005", 1990, 2005),
        ("1990到2005年", 1990, 2005),
        ("from the 90s", 1990, 1999),
        ("anything from the 1920s", 1920, 1929),
        ("八十年代的", 1980, 1989),
        ("published in the last five years", 2021, None),
        ("最近三年的", 2023, None),
        ("published in 1984", 1984, 1984),
        ("books about Europe before 1914", None, None),
        ("books about Europe before 1914 published after 2000", 2001, None),
        ("1984", None, None),
        ("after twenty fifteen", 2016, None),
        ("from the nineteen sixties", 1960, 1969),
        ("twenty thousand leagues under the sea", None, None),
        ("二〇一五年以后的", 2015, None),
        ("两千年以后的", 2000, None),
        ("上世纪八十年代的", 1980, 1989),
        ("上世纪的小说", 1900, 1999),
        ("2020年后出的", 2020, None),
        ("去年出版的", 2025, 2025),
        ("this year's novels", 2026, 2026),
        ("我去年借过一本讲茶的书", None, None),
        ("我今年刚退休", None, None),
        ("I read a book in the 80s about rabbits", None, None),
        ("we moved here last year", None, None),
    ],
)
def test_years(reader: Reader, text: str, first: int | None, last: int | None) -> None:
    found = told(reader.read(text, TODAY))
    assert (found.get("year_from"), found.get("year_to")) == (first, last)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in Chinese", {"language": "chi"}),
        ("中文绘本", {"language": "chi"}),
        ("有DVD吗", {"format": "film"}),
        ("要ebook的", {"format": "ebook"}),
        ("any of those in Spanish?", {"language": "spa"}),
        ("有法语原版小说吗", {"language": "fre"}),
        ("只要中文的", {"language": "chi"}),
        ("i want to learn italian from scratch", {}),
        ("books about Chinese history", {}),
        ("just the e-books please", {"format": "ebook"}),
        ("电子书", {"format": "ebook"}),
        ("no ebooks, I want paper copies", {"!format": "ebook", "format": "book"}),
        ("I wanted the novel not the movie", {"format": "book", "!format": "film"}),
        ("有大字本的吗", {"format": "large_print"}),
        ("for children", {"audience": "children"}),
        ("books about space for children", {"audience": "children"}),
        (
            "novels about war for teenagers",
            {"audience": "young_adult", "literary_form": "fiction"},
        ),
        ("books about caring for children", {}),
        ("适合十岁孩子的", {"audience": "children"}),
        ("for my 15 year old", {"audience": "young_adult"}),
        ("books about raising children", {}),
        ("only at the East branch", {"branch": "EAST"}),
        ("at Riverside only", {"branch": "RIV"}),
        ("东馆有吗", {"branch": "EAST"}),
        ("books about the river Nile", {}),
        ("only what's on the shelf right now", {"available": True}),
        ("现在能借的", {"available": True}),
        ("only novels", {"literary_form": "fiction"}),
        ("just the non-fiction ones", {"literary_form": "nonfiction"}),
        ("no fiction please", {"!literary_form": "fiction"}),
        ("novels about war", {"literary_form": "fiction"}),
        ("do you have any novels by Le Guin", {"literary_form": "fiction"}),
        ("just poetry", {"literary_form": "poetry"}),
        ("crime novels set in Edinburgh", {}),  # a topic, and stays in the words
        ("science fiction", {}),
        ("how to write a novel", {}),
        ("Stranger than fiction", {}),
        ("graphic novels about war", {"format": "graphic_novel"}),
        ("只要小说", {"literary_form": "fiction"}),
        ("不要小说", {"!literary_form": "fiction"}),
        ("有没有关于战争的小说", {"literary_form": "fiction"}),
        ("英文小说", {"language": "eng", "literary_form": "fiction"}),
        ("只看非虚构", {"literary_form": "nonfiction"}),
        ("科幻小说", {}),
        ("中国小说史", {}),
        ("child psychology", {}),
        ("teen crime statistics", {}),
        ("children's literature criticism", {}),
        ("juvenile delinquency", {}),
        ("books about foxes that aren't for kids", {"!audience": "children"}),
        ("funny books not for children", {"!audience": "children"}),
        ("my teenager likes horror", {"audience": "young_adult"}),
        ("有没有讲儿童心理学的书", {}),
        ("青少年犯罪研究", {}),
        ("少年维特的烦恼有吗", {}),
        ("孩子学校要读《活着》", {}),
        ("孩子的教育", {}),
        ("儿童绘本", {"audience": "children"}),
        ("给孩子看的科普书", {"audience": "children"}),
        ("不是给孩子看的狐狸的书", {"!audience": "children"}),
        ("我儿子今年15，喜欢篮球", {"audience": "young_adult"}),
        ("french films", {"language": "fre", "format": "film"}),
        ("中文电影有哪些", {"language": "chi", "format": "film"}),
        ("history, English only", {"language": "eng"}),
        ("in large letters?", {"format": "large_print"}),
        ("have you it as spoken word?", {"format": "audiobook"}),
        ("an electronic one", {"format": "ebook"}),
        ("no the film", {"format": "film"}),
        ("有英文版咩", {"language": "eng"}),
    ],
)
def test_limits(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    kinds = {"language", "format", "audience", "literary_form", "branch", "available"}
    found = told(reader.read(text, TODAY))
    assert {name: value for name, value in found.items() if name.lstrip("!") in kinds} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("the last one", {"ordinal": -1}),
        ("2", {"ordinal": 2}),
        ("number three please", {"ordinal": 3}),
        ("save the second and fourth", {"ordinal": [2, 4]}),
        ("save the first, second and third", {"ordinal": [1, 2, 3]}),
        ("save the first two", {"first_few": 2}),
        ("cite both", {"first_few": 2}),
        ("第一本和第三本都收藏", {"ordinal": [1, 3]}),
        ("把前三本都收藏", {"first_few": 3}),
        ("under 300 pages", {"pages_to": 300}),
        ("300页以内的", {"pages_to": 300}),
        ("at least 500 pages", {"pages_from": 500}),
        ("五百页以内", {"pages_to": 500}),
        ("二百五十页以下的", {"pages_to": 250}),
        ("最后一本", {"ordinal": -1}),
        ("books about the second world war", {}),
        ("first aid", {}),
        ("9780141439518", {"isbn": "9780141439518"}),
        ("ISBN 978-0-06-231609-7", {"isbn": "9780062316097"}),
        ("978-0-06-231609-8", {}),  # a wrong check digit is no ISBN
        ("I looked at 813.54 and couldn't find it", {"call_number": "813.54"}),
        ("索书号 I247.57/123", {"call_number": "I247.57/123"}),
        ("give me the MLA citation", {"style": "mla"}),
        ("GB/T 7714 format for the first one", {"style": "gbt7714", "ordinal": 1}),
    ],
)
def test_pointers(reader: Reader, text: str, wanted: dict[str, Any]) -> None:
    kinds = {"ordinal", "first_few", "pages_from", "pages_to", "isbn", "call_number", "style"}
    found = told(reader.read(text, TODAY))
    assert {name: value for name, value in found.items() if name in kinds} == wanted


@pytest.mark.parametrize(
    ("text", "query"),
    [
        (
            "We just got a puppy and he eats everything. Do you have books on training dogs?",
            "training dogs",
        ),
        ("can you find me Campbell Biology 12th edition", "Campbell Biology 12th edition"),
        ("who wrote The Name of the Rose", "The Name of the Rose"),
        ("Braiding Sweetgrass", "Braiding Sweetgrass"),
        ("tell me when you get new books about sandworms", "sandworms"),
        ("any good graphic novels about the Second World War?", "the Second World War"),
        ("百年孤独有没有", "百年孤独"),
        ("《活着》是谁写的", "活着"),
        ("有没有讲二战的漫画", "二战"),
        (
            "I am looking into the trade in salt. Not really sure where to begin with the topic.",
            "the trade in salt",
        ),
        ("Does Riverton have a subscription to the Morning Star?", "the Morning Star"),
        ("asking if we have access to the AP Style book", "the AP Style"),
        ("I can't find the movie Paddington, i need it for class", "Paddington"),
        ("could I get some help finding articles on plea bargaining", "plea bargaining"),
        ("I need sources for my english class about homesickness", "homesickness"),
        (
            "My topic is sleep and exams and I am having trouble. Any suggestions?",
            "sleep and exams",
        ),
        ("help me find this article: Tides of Change, it should be online", "Tides of Change"),
        ("Do you have this book? Salt: a World History. Thanks!", "Salt: a World History"),
        ("looking for a film called The Third Man, can you help?", "The Third Man"),
        (
            "I'm after “Youth at risk: a guide for adults” but I see that it's checked out",
            "Youth at risk: a guide for adults",
        ),
        ("do you have the title Brave New World: Contexts", "Brave New World: Contexts"),
        ("my daughter is called Emma. Any books on horses?", "horses"),
        ("do you have how to read a book", "how to read a book"),
        ("books on AI", "AI"),
        ("it's about sleep", "sleep"),
        ("everything I know about love", "everything I know about love"),
        ("I want access to an article that is locked. Is there a way for me to get it?", None),
        ("I need this article: https://example.org/a/b?c=1 I can't open it", None),
        ("你好，我在写一篇关于宋代茶文化的论文，有没有相关的书可以借，谢谢", "宋代茶文化"),
        ("我女儿最近迷上了恐龙，有什么书适合她看", "恐龙"),
        ("老师布置作业要读一本讲丝绸之路的书，你们有吗", "丝绸之路"),
        ("我想了解一下人工智能对就业的影响，有没有这方面的资料", "人工智能对就业的影响"),
        ("毕业论文写的是城市化和农民工，想找些文献", "城市化和农民工"),
        ("想找一本书，讲的是一个犹太女孩写日记的故事", "一个犹太女孩写日记"),
        ("听说有一本书叫《岛》，作者忘了，馆里有没有", "岛"),
        ("老师推荐了一本叫乡土中国的书，在哪个馆能借到", "乡土中国"),
        ("朋友推荐我看白夜行，可是我没找到", "白夜行"),
        ("不好意思打扰了，我对天文学很感兴趣，不知道从哪本书看起", "天文学"),
        ("想给爷爷借几本养生的书，字大一点的", "养生"),
        ("好像是讲钢琴家的", "钢琴家"),
        ("算了，帮我找本安静的书", "安静"),
        ("老师说图书馆里能找到，但是我不知道在哪里问，也不记得片名了，怎么办", None),
        ("人，岁月，生活", "人，岁月，生活"),
        ("another one like it", None),
        ("newest first", None),
        ("返回", None),
        ("再来几本", None),
        ("孩子三年级 想找恐龙的书 有吗", "恐龙"),
        ("心情不好 想看点治愈的书", "治愈"),
        ("好吧 帮我找本笑话书", "笑话"),
        ("有没有 人工智能 方面的书", "人工智能"),
        ("平凡的世界 在吗 我下午来拿", "平凡的世界"),
        ("Soñadores by Victoria Moscoso", "Soñadores"),
        (
            "Family functioning in the Black community 10.1177/1044389",
            "Family functioning in the Black community",
        ),
        ("再看几种", None),
        ("随便推荐一本", None),
        ("Good day. I'm after books on kites. Many thanks, Margaret Hill.", "kites"),
        ("尊敬的老师：我想借一本关于敦煌的书。此致敬礼 张三", "敦煌"),
        ("my gran is housebound and loves Catherine Cookson", "Catherine Cookson"),
        ("arabic books for my mum", None),
        ("I'm a nurse and I need something on wound care", "wound care"),
        ("yo u got any manga about cats lol", "cats"),
        ("is Dracula in french", "Dracula"),
        ("long books over 800 pages", None),
        ("you mei you hong lou meng", "hong lou meng"),
        ("卧槽你们居然有三体", "三体"),
        ("唔該，有冇三體", "三體"),
        ("太多了，要明朝的", "明朝"),
        ("不是，我要狂人日记", "狂人日记"),
        ("中文的没有吗", None),
        ("好吧，那有没有讲化学的书", "化学"),
        ("页数多少，他看得完吗", None),
        ("推荐点科幻，不是刘慈欣的", "科幻"),
        ("我去年借过一本讲茶的书，叫什么忘了", "茶"),
        ("还有别的刘慈欣的书吗", None),
    ],
)
def test_what_is_left_when_the_frame_is_taken_off(
    reader: Reader, text: str, query: str | None
) -> None:
    assert told(reader.read(text, TODAY)).get("query") == query


def test_what_stands_in_a_title_limits_nothing(reader: Reader) -> None:
    found = told(
        reader.read("do you have “German for adults: films of 1927” as an audiobook", TODAY)
    )
    assert found == {"format": "audiobook", "query": "German for adults: films of 1927"}


def test_a_town_is_a_style_only_where_one_cites(reader: Reader) -> None:
    long = "books about the divide between the city and its suburbs in Chicago"
    assert "style" not in told(reader.read(long, TODAY))
    assert told(reader.read("and in Chicago?", TODAY))["style"] == "chicago"


@pytest.mark.parametrize("text", [text for text, _ in ACCEPTED])
def test_spans_hold_what_was_said(reader: Reader, text: str) -> None:
    found = reader.read(text, TODAY)
    assert found
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(
        text[one.start : one.end] == one.value for one in found if one.entity in ("like", "author")
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "🙂🙂",
        "<script>alert(1)</script>",
        "'; DROP TABLE x;--",
        "مرحبا",
        "x" * 4000,
        "(" * 2000,
        "很" * 4000,
    ],
)
def test_whatever_is_typed_is_read(reader: Reader, text: str) -> None:
    assert all(one.start <= one.end <= max(len(text), 1) for one in reader.read(text, TODAY))


def test_every_branch_is_found_by_its_code_and_alias() -> None:
    places = Places([("North Branch", "N"), ("北馆", "N"), ("mill", "M")])
    assert [one.value for one in places("at the North Branch")] == ["N"]
    assert [one.value for one in places("北馆开门吗")] == ["N"]
    assert [one.value for one in places("how to build a water mill")] == []
    assert [one.value for one in places("is it at mill?")] == ["M"]
