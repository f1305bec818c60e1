"""Words as the word index sees them, the same for records and for questions."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from index import text as texts
from index.text import has_han, is_cjk

# Headings and names come again and again in one catalogue.
plain = lru_cache(1 << 16)(texts.plain)

_RUN = re.compile(r"[^\x00-\u02ff\s]+|[\x00-\u02ff]+")
_ROMAN = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11",
    "xii": "12", "xiii": "13", "xiv": "14", "xv": "15", "xvi": "16",
}  # fmt: skip
_SHORT = {"volume": "vol", "vols": "vol", "volumes": "vol", "part": "pt", "number": "no"}
_SAME = {**_ROMAN, **_SHORT}


def words(text: str) -> list[str]:
    """Words in order; Chinese, Japanese and Korean runs as single characters and pairs."""
    folded = plain(text)
    return _with_pairs(folded) if is_cjk(folded) else folded.split()


def title_words(text: str) -> list[str]:
    """As `words`, with numbers and parts of works in one spelling (volume II, vol. 2)."""
    form = title_form(text)
    return _with_pairs(form) if is_cjk(form) else form.split()


@lru_cache(1 << 12)  # the same few titles are asked for again within one record
def title_form(text: str) -> str:
    """A title as titles are compared: one spelling, single spaces, no punctuation."""
    return " ".join(_SAME.get(word, word) for word in plain(text).split())


def _with_pairs(text: str) -> list[str]:
    found: list[str] = []
    for run in text.split():
        for part in _RUN.findall(run):
            found += _pairs(part) if is_cjk(part) else [part]
    return found


def _pairs(run: str) -> list[str]:
    return [*run, *(run[i : i + 2] for i in range(len(run) - 1))] if len(run) > 1 else [run]


def pinyin_words(text: str) -> list[str]:
    """Pinyin of a Chinese title: each syllable, each pair of neighbours and the whole, no tones."""
    syllables = pinyin_syllables(text)
    if not syllables:
        return []
    pairs = (a + b for a, b in pairwise(syllables))
    return list(dict.fromkeys([*syllables, *pairs, "".join(syllables)]))


def pinyin_syllables(text: str) -> list[str]:
    """Pinyin of the Chinese characters in `text`, without tones; other characters are left out."""
    if not has_han(text):
        return []
    return [_syllable(char) for char in plain(text) if has_han(char)]


@cache
def _syllable(char: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return plain(lazy_pinyin(char, style=Style.NORMAL)[0].replace("ü", "v"))


# Words that carry no topic. Titles keep them: "It", "To have and have not".
_STOP = frozenset(
    """a an and any are as at be been being but by can could did do does for from had has have he
    her him his how i if in into is it its me my no nor not of on or our out over s she should so
    some such t than that the their them then there these they this those through to too under
    until up us very was we were what when where which while who whom why will with would you
    your""".split()  # noqa: SIM905
)


def topic_words(text: str) -> list[str]:
    """`words` without those that carry no topic, unless nothing would be left."""
    found = words(text)
    return [w for w in found if w not in _STOP] or found


# Words of Chinese questions that carry no topic.
_STOP_HAN = frozenset(
    """关于 的 了 和 与 跟 或 在 是 有 没有 我 我们 你 你们 他 她 它 吗 呢 吧 啊 也 都 就 要 想 得
    地 很 不 被 把 给 对 从 到 去 来 上 下 里 中 类 怎么 怎么办 怎样 如何 什么 哪些 为什么 可以 能
    会 帮 帮助 找 看 书 一 个 本 几 些 一些 一本 几本 方面 相关""".split()  # noqa: SIM905
)


def telling_words(text: str) -> list[str]:
    """Words by which it is judged whether a record has what a text asks for.

    As `topic_words`, but of Chinese only what are words: 时间 and 管理 of 时间管理, and no 间管.
    """
    if not has_han(text):
        return topic_words(text)
    found = [part for word in _cut(plain(text)) for part in _short(word)]
    return [word for word in found if word not in _STOP_HAN] or found


def _cut(text: str) -> list[str]:
    import jieba

    found: list[str] = []
    for word in jieba.lcut(text):
        if found and word == found[-1] and len(word) == 1 and has_han(word):
            found[-1] += word  # 西西 is a name, and no 西
        elif word.strip():
            found.append(word)
    return found


def _short(word: str) -> list[str]:
    """A word as the index has it: the words of two characters in it, or else all its pairs."""
    if len(word) < 3 or not has_han(word):
        return [word]
    import jieba

    known, found, at = set(jieba.lcut_for_search(word)), [], 0
    while at < len(word) - 1:
        pair = word[at : at + 2]
        found += [pair] if pair in known else []
        at += 2 if pair in known else 1
    return found or [word[at : at + 2] for at in range(len(word) - 1)]
