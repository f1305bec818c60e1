"""Authors as Chinese readers call them, for records that have only the name in its own spelling.

`authors_chinese.txt` has a person a line: the name as catalogues spell it, a tab, and what it is
in Chinese, in the forms of the mainland and of Taiwan, full names before short ones. A short name
that is an everyday word is not among them.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from index.text import has_han, simplify

_PART = 4  # a name has so many times the letters of its part that is typed, at most
_SHORT = 3  # characters of a name of which one alone tells little
_DOTS = re.compile(r"[\s·•・．.\-]+")


@cache
def _table() -> dict[str, str]:
    told = (line.split("\t") for line in _lines())
    return {_key(name): latin for latin, names in told for name in names.split()}


def _lines() -> list[str]:
    listed = resources.files("index").joinpath("authors_chinese.txt")
    return listed.read_text("utf-8").splitlines()


def _key(name: str) -> str:
    return _DOTS.sub("", simplify(name)).casefold()


def own_spelling(name: str) -> str:
    """ "Dahl Roald" for 罗尔德·达尔 with or without its dot; "" for a name that is not listed."""
    return _table().get(_key(name), "")


def name_in_chinese(latin: str) -> str:
    """The full name in Chinese of somebody as catalogues spell them; "" for one not listed."""
    return _chinese().get(latin, "")


@cache
def _chinese() -> dict[str, str]:
    told = (line.split("\t") for line in _lines())
    return {latin: names.split()[0] for latin, names in told}


def longer_names(name: str) -> list[str]:
    """Names of others that begin with this one: 达尔文 for 达尔."""
    key, own = _key(name), own_spelling(name)
    return [one for one, latin in _table().items() if one.startswith(key) and latin != own]


def misheard(name: str) -> str:
    """The listed name that a slip has one character of wrong: 鲁迅 for 鲁讯, 东野圭吾 for 东野奎吾.

    In a name of two or three characters it must sound the same: 王小明 is not 王小波.
    """
    key = _key(name)
    if not has_han(key) or len(key) < 2 or own_spelling(name):
        return ""
    near = [one for one in _of_length().get(len(key), ()) if _one_apart(key, one)]
    if len(key) == 2:
        near = [one for one in near if one[0] == key[0]]  # 矛盾 is not 茅盾
    return next((one for one in near if len(key) > _SHORT or _sound(key) == _sound(one)), "")


@cache
def _of_length() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name in _table():
        found.setdefault(len(name), []).append(name)
    return found


def _one_apart(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _sound(name: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    return [syllable.replace("ng", "n") for syllable in lazy_pinyin(name, style=Style.NORMAL)]


def is_part(said: str, name: str) -> bool:
    """Whether Chinese words are so much of a name that it is called so: 勒古恩, 村上, 爱玲."""
    if len(name) > _PART * len(said):
        return False
    begins = name.startswith(said) and len(name) >= 2 * len(said)
    return said == name or said in name.split() or name.endswith(said) or begins
