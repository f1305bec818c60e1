"""What is searched for, and what limits it, in the words of readers."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.engine.understanding.reader import Reader
from assistant.engine.understanding.requests import other_requests

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("爱丽丝漫游奇境", {"query": "爱丽丝漫游奇境"}),
        ("books for boy 10, adventure", {"audience": "children", "query": "adventure"}),
        ("my son, 6, dinosaurs", {"audience": "children", "query": "dinosaurs"}),
        ("作者叫阿来的", {"author": "阿来"}),
        ("作者是余华，书名忘了", {"author": "余华"}),
        ("作者是谁", {}),
        ("作者是男的", {}),
        ("do you have the book educated", {"query": "educated"}),
        ("the novel beloved", {"query": "beloved"}),
        ("the book thief", {"query": "book thief"}),
        ("the book about bees", {"query": "bees"}),
        ("I read Gone Girl and loved it, what next?", {"like": "Gone Girl"}),
        ("I read and loved Emma, what next", {"like": "Emma"}),
        ("I loved war and peace, what next", {"like": "war and peace"}),
        ("讲一个男人出轨的小说", {"literary_form": "fiction", "query": "一个男人出轨"}),
        ("女人的一生", {"query": "女人的一生"}),
        ("女人写的小说", {"literary_form": "fiction"}),
        (
            "我要写论文，题目是气候变化对农业的影响，有什么书和数据库",
            {"query": "气候变化对农业的影响"},
        ),
        ("环境污染的参考书", {"query": "环境污染"}),
        ("参考书", {"query": "参考书"}),
        ("丝绸之路的essay，有资料吗", {"query": "丝绸之路"}),
        (
            "小男孩住在楼梯下的储物间，后来去了魔法学校",
            {"query": "小男孩住在楼梯下的储物间 后来去了魔法学校"},
        ),
        ("讲述中国的故事", {"query": "中国"}),
        ("婆婆想看养生的书", {"query": "养生"}),
        ("外公喜欢历史 有什么书", {"query": "历史"}),
        ("父亲的病", {"query": "父亲的病"}),
        ("我的父亲母亲", {"query": "我的父亲母亲"}),
        ("儿子初中，数学不好，有没有什么书", {"query": "数学"}),
        ("弟弟10岁喜欢昆虫 推荐几本书", {"audience": "children", "query": "昆虫"}),
        ("喜欢恐龙的男孩，6岁", {"audience": "children", "query": "恐龙"}),
        (
            "looking for a book for my nephew, turning 9, loves football",
            {"audience": "children", "query": "football"},
        ),
        ("for a boy of 10, adventure", {"audience": "children", "query": "adventure"}),
        ("the turning point", {"query": "the turning point"}),
        ("children of men", {"query": "children of men"}),
        (
            "i need book for my children, they speak arabic",
            {"audience": "children", "language": "ara"},
        ),
        ("a man who speaks arabic", {"query": "a man who speaks arabic"}),
        ("books on how to speak french", {"query": "how to speak french"}),
        ("books on climate change for a school report", {"query": "climate change"}),
        ("a nice love story dear, nothing with too much violence", {"query": "a nice love story"}),
        ("my dear hamilton", {"query": "my dear hamilton"}),
        ("I am 82 and cannot see very well", {"format": "large_print"}),
        ("a thriller that's not by dan brown", {"author": "dan brown", "query": "a thriller"}),
        ("dune on blu ray", {"format": "film", "query": "dune"}),
        ("harry potter in audiobook form", {"format": "audiobook", "query": "harry potter"}),
        ("a form of life", {"query": "a form of life"}),
        ("books in portugese", {"language": "por"}),
        ("something with animals", {"query": "animals"}),
        ("爱情小说", {"query": "爱情小说"}),
        ("我爱历史", {"query": "历史"}),
        ("我妈爱看言情", {"query": "言情"}),
        ("我家孩子三岁", {"audience": "preschool"}),
        ("想找本给五岁女儿看的书", {"audience": "preschool"}),
        ("找几本绘本给三岁的", {"audience": "preschool", "query": "绘本"}),
        ("kids' audiobooks", {"audience": "children", "format": "audiobook"}),
        ("西游记给儿童看的", {"audience": "children", "query": "西游记"}),
        ("没有的话英文也行", {"language": "eng"}),
        ("素食的也可以", {"query": "素食"}),
        ("不是这种，要中国人写的", {}),
        ("外国作家写的小说", {"literary_form": "fiction"}),
        ("by a chinese author", {}),
        ("book with cd", {"format": "audiobook"}),
        ("spanish course with cd", {"format": "audiobook", "query": "spanish course"}),
        ("jazz on cd", {"format": "music", "query": "jazz"}),
        ("romance mainly", {"query": "romance"}),
        ("travel of , biographies", {"query": "travel, biographies"}),
        ("i'm lookin for a book about bees", {"query": "bees"}),
        ("a book with a blue cover, about a murder on a train", {"query": "a murder on a train"}),
        ("封面是蓝色的，讲火车上的谋杀", {"query": "火车上的谋杀"}),
        ("theres this book about a guy who wakes up as a bug", {"query": "a guy who wakes up as a bug"}),
        ("my nan wants the books with big letters", {"format": "large_print"}),
        ("老人看不清小字，有没有大字的书", {"format": "large_print"}),
        ("找几本适合老人看的书", {}),
        ("关于老人的书", {"query": "老人"}),
        ("给妈妈的信", {"query": "给妈妈的信"}),
        ("适合老年人的养生书", {"query": "养生"}),
        ("大字的最好", {"format": "large_print"}),
        ("10岁不爱看书，有什么好推荐吗", {"audience": "children"}),
        ("女儿三年级，要写维京人的作业", {"audience": "children", "query": "维京人"}),
        ("三年级数学", {"query": "三年级数学"}),
        ("家里老人得了老年痴呆 有没有照顾方面的书", {"query": "老年痴呆 照顾"}),
        ("魔法类", {"query": "魔法"}),
        ("鸟类", {"query": "鸟类"}),
        ("老公想学做饭", {"query": "做饭"}),
        ("钢琴谱", {"format": "score", "query": "钢琴"}),
    ],
)  # fmt: skip
def test_the_wish_is_read_without_what_is_said_around_it(text: str, wanted: dict[str, str]) -> None:
    assert {one.entity: one.value for one in Reader().read(text, TODAY)} == wanted


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("请问几点开门、怎么办卡、打印多少钱", ["怎么办卡", "打印多少钱"]),
        ("How many books can I borrow and for how long?", ["for how long?"]),
    ],
)
def test_questions_in_a_row_are_each_read(text: str, others: list[str]) -> None:
    assert [one.value for one in other_requests(text)] == others
