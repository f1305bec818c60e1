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
        ("books for boy 10, adventure", {"audience": "children"}),
        ("my son, 6, dinosaurs", {"audience": "children"}),
        ("作者叫阿来的", {"author": "阿来"}),
        ("作者是余华，书名忘了", {"author": "余华"}),
        ("讲一个男人出轨的小说", {"literary_form": "fiction"}),
        ("女人写的小说", {"literary_form": "fiction"}),
        ("弟弟10岁喜欢昆虫 推荐几本书", {"audience": "children"}),
        ("喜欢恐龙的男孩，6岁", {"audience": "children"}),
        ("looking for a book for my nephew, turning 9, loves football", {"audience": "children"}),
        ("for a boy of 10, adventure", {"audience": "children"}),
        ("i need book for my children, they speak arabic", {"audience": "children", "language": "ara"}),
        ("I am 82 and cannot see very well", {"format": "large_print"}),
        ("a thriller that's not by dan brown", {"author": "dan brown"}),
        ("dune on blu ray", {"format": "film"}),
        ("harry potter in audiobook form", {"format": "audiobook"}),
        ("books in portugese", {"language": "por"}),
        ("我家孩子三岁", {"audience": "preschool"}),
        ("想找本给五岁女儿看的书", {"audience": "preschool"}),
        ("找几本绘本给三岁的", {"audience": "preschool"}),
        ("kids' audiobooks", {"audience": "children", "format": "audiobook"}),
        ("西游记给儿童看的", {"audience": "children"}),
        ("没有的话英文也行", {"language": "eng"}),
        ("外国作家写的小说", {"literature": "translated", "literary_form": "fiction"}),
        ("book with cd", {"format": "audiobook"}),
        ("spanish course with cd", {"format": "audiobook"}),
        ("jazz on cd", {"format": "music"}),
        ("教材有附CD的吗", {}),
        ("有CD吗", {"format": "music"}),
        ("my nan wants the books with big letters", {"format": "large_print"}),
        ("老人看不清小字，有没有大字的书", {"format": "large_print"}),
        ("大字的最好", {"format": "large_print"}),
        ("眼睛花，有没有大字的书", {"format": "large_print"}),
        ("字大一点的", {"format": "large_print"}),
        ("眼睛不好怎么办卡", {}),
        ("看手机对眼睛不好吗", {}),
        ("听的也行", {"format": "audiobook"}),
        ("好听的音乐", {}),
        ("something to listen to", {"format": "audiobook"}),
        ("music to listen to", {}),
        ("孩子八岁了，想找点中文故事书", {"audience": "children", "language": "chi", "literary_form": "fiction"}),
        ("chinese storybooks for my 8 year old", {"audience": "children", "language": "chi", "literary_form": "fiction"}),
        ("中文故事会几点", {}),
        ("可以推荐几本诗集吗", {"literary_form": "poetry"}),
        ("10岁不爱看书，有什么好推荐吗", {"audience": "children"}),
        ("女儿三年级，要写维京人的作业", {"audience": "children"}),
        ("钢琴谱", {"format": "score"}),
    ],
)  # fmt: skip
def test_what_limits_is_read_in_whatever_is_said(text: str, wanted: dict[str, str]) -> None:
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
