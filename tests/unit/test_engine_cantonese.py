"""Cantonese put in written Chinese before anything is made of it."""

from __future__ import annotations

import pytest

from assistant.engine.understanding.cantonese import in_written_chinese


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("呢本書借得幾耐", "这本書可以借多久"),
        ("嗰本仲喺唔喺度", "那本还在不在"),
        ("使唔使預約", "要不要預約"),
        ("點樣攞借書證", "怎么办借书证"),
        ("圖書館喺邊度", "圖書館在哪里"),
        ("係邊個寫㗎", "是谁寫的"),
        ("邊個館有呢本", "哪个館有这本"),
        ("有冇得影印", "能不能复印"),
        ("借唔借得", "能不能借"),
        ("聽日開到幾點", "明天開到幾點"),
        ("後日呢", "后天呢"),
        ("大後日幾點開", "大后天幾點開"),
        ("茶經借得未", "茶經可以借了吗"),
        ("借書證唔見咗點算", "借書證丢了怎么办"),
        ("館際互借點申請", "館際互借怎么申請"),
        ("有咩好睇", "有什么好看"),
        ("有英文版咩", "有英文版吗"),
        ("唔該，有冇三體", "请问，有没有三體"),
        ("唔該晒", "谢谢"),
        ("我唔要英文嘅", "我不要英文的"),
        ("有冇好似哈利波特咁嘅書", "有没有像哈利波特这样的書"),
        ("呢本书系边个写嘅", "这本书是谁写的"),
        ("想办个借书正", "想办个借书证"),
        ("图书管几点关们", "图书馆几点关门"),
        ("续结怎么弄", "续借怎么弄"),
        ("佢仲寫過乜嘢", "他还写過什么"),
    ],
)
def test_its_words_are_read(said: str, written: str) -> None:
    assert in_written_chinese(said) == written


@pytest.mark.parametrize(
    "text",
    [
        "这本书可以借多久",
        "這本書可以借多久",
        "have you got Emma",
        "周边度假村",
        "身边个个都看书",
        "窗边的小豆豆",
        "三点去图书馆可以吗",
        "几点还书",
        "服務點借書",
        "我想听日语歌",
        "战后日本文学",
        "俾斯麦传",
        "咩咩羊",
        "仲裁法",
        "心理学系列",
        "《唔該借歪》",
        "关系",
    ],
)
def test_other_words_and_titles_stay_as_they_are(text: str) -> None:
    assert in_written_chinese(text) == text
