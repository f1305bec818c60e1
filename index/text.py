"""Text made comparable: case, width, accents, Chinese script, standard numbers, call numbers.

Needs the standard library and, for Chinese, the character table that opencc ships; both
environments import it.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Any, Literal

# Letters that Unicode does not decompose, and marks of romanisation (ayn, alif, soft sign).
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "þ": "th",
        "æ": "ae", "œ": "oe", "ơ": "o", "ư": "u", "’": "'", "‘": "'", "“": '"', "”": '"',
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-",
        "ʻ": None, "ʼ": None, "ʹ": None, "ʺ": None, "ʾ": None, "ʿ": None, "·": " ", "・": " ",
        "\u200b": None, "\ufeff": None, "\u00ad": None, "\u0098": None, "\u009c": None,
    }
)  # fmt: skip
# Only European marks: vowel signs of Indic scripts and kana's voicing marks carry meaning.
_MARKS = re.compile("[\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
# \w leaves out the vowel signs of Indic scripts and the points of Hebrew and Arabic.
_NOT_WORD = re.compile(
    "(?:[^\\w\u0591-\u05bd\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0f84"
    "\u102b-\u103e\u17b4-\u17d3]|[_\u0964\u0965])+"
)
_CJK = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U000323af]"
)
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # for character classes
_HAN = re.compile(f"[{HAN}]")


Script = Literal["simplified", "traditional", ""]


def fold(text: str) -> str:
    """Lower case, one width, no accents, simplified Chinese, single spaces; punctuation stays."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", folded))
    folded = unicodedata.normalize("NFC", folded)
    return " ".join(simplify(folded).split())


def plain(text: str) -> str:
    """`fold` without punctuation: the key under which two spellings of a title or name meet."""
    if text.isascii():
        # Bytes, because this is asked of every title, name and heading of a catalogue.
        words = text.replace("&", " and ").encode().translate(_ASCII_WORDS, b"'").split()
        return b" ".join(words).decode()
    return _NOT_WORD.sub(" ", fold(text).replace("'", "").replace("&", " and ")).strip()


_ASCII_WORDS = bytes(
    ord(c.lower()) if (c := chr(n)).isalnum() and n < 128 else 32 for n in range(256)
)


class Rule:
    r"""What one of several patterns is met by, in either language and upper or lower case.

    `\b` is an edge of Latin words, also in 用APA写. To the standard library a Chinese character
    is a letter like any other, without an edge to the next; so a text that has any is read by a
    pattern whose words are of ASCII letters.
    """

    __slots__ = ("_latin", "_mixed", "groups")

    def __init__(self, *ways: str, flags: re.RegexFlag | int = re.IGNORECASE) -> None:
        pattern = "|".join(ways)
        self._latin = re.compile(pattern, flags)
        mixed = pattern.replace(r"\b", r"(?a:\b)")
        self._mixed = re.compile(mixed, flags) if mixed != pattern else self._latin
        self.groups = self._latin.groups

    def _for(self, text: str) -> re.Pattern[str]:
        # As has_han, without the call: hundreds of rules read a message.
        return self._latin if text.isascii() or not _HAN.search(text) else self._mixed

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._for(text).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._for(text).match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._for(text).fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._for(text).finditer(text)

    def findall(self, text: str) -> list[Any]:
        return self._for(text).findall(text)

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        return self._for(text).split(text, maxsplit)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._for(text).sub(new, text, count)


def is_cjk(text: str) -> bool:
    """Whether any character is Chinese, Japanese or Korean."""
    return not text.isascii() and _CJK.search(text) is not None


def has_han(text: str) -> bool:
    """Whether any character is a Chinese one (also as used in Japanese)."""
    return not text.isascii() and _HAN.search(text) is not None


def only_han(text: str) -> str:
    """The Chinese characters of a text, and nothing between them."""
    return "" if text.isascii() else "".join(_HAN.findall(text))


def simplify(text: str) -> str:
    """Traditional Chinese characters as simplified ones, one for one, so lengths stay the same."""
    return _AFTER_A_VERB.sub("着", text.translate(_simplified())) if has_han(text) else text


# The 著 that is 着 in simplified script, which OpenCC's table by signs leaves: 活著, and not 名著.
_AFTER_A_VERB = re.compile(
    "(?<=[活看听笑走站坐躺爱想带跟随沿向对等开说唱哭睡醒藏抱拿牵望守陪穿戴围绕朝接顺照靠凭逆隔])著"
    "(?![作名书述者录称])"
)


def script_of(text: str) -> Script:
    """In which Chinese characters a text is written; "" where both write it alike."""
    old = sum(char.translate(_simplified()) != char for char in text)
    new = sum(char in _only_simplified() for char in text)
    return "traditional" if old > new else "simplified" if new > old else ""


@cache
def _simplified() -> dict[int, str]:
    """OpenCC's own table of traditional characters, first choice of each."""
    return {ord(old): new.split()[0] for old, new in _characters("TS")}


@cache
def _only_simplified() -> frozenset[str]:
    """Characters that are never written so in traditional script: 里 and 后 may be."""
    return frozenset(new for new, old in _characters("ST") if new not in old.split())


def _characters(table: str) -> Iterator[tuple[str, str]]:
    file = resources.files("opencc").joinpath(f"dictionary/{table}Characters.txt")
    for line in file.read_text("utf-8").splitlines():
        one, _, others = line.partition("\t")
        if len(one) == 1 and others:
            yield one, others


def isbn13(text: str) -> str | None:
    """The ISBN in `text` as 13 digits, from ISBN-10 or ISBN-13 in any spelling.

    None when there is none or its check digit is wrong.
    """
    for found in _ISBN.finditer(unicodedata.normalize("NFKC", text)):
        if number := _isbn_from(found.group().replace("-", "").replace(" ", "").upper()):
            return number
    return None


_ISBN = re.compile(
    r"(?<!\d)(?:97[89][ \-]?\d(?:[ \-]?\d){8}[ \-]?\d|\d(?:[ \-]?\d){8}[ \-]?[\dXx])(?![\d])"
)


def _isbn_from(digits: str) -> str | None:
    if len(digits) == 13:
        return digits if _check13(digits[:12]) == digits[12] else None
    if digits[9] != _check10(digits[:9]):
        return None
    return "978" + digits[:9] + _check13("978" + digits[:9])


def _check13(digits: str) -> str:
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits))
    return str(-total % 10)


def _check10(digits: str) -> str:
    rest = -sum(int(d) * (10 - i) for i, d in enumerate(digits)) % 11
    return "X" if rest == 10 else str(rest)


_ISSN = re.compile(r"(?<!\d)(\d{4})[ \-]?(\d{3}[\dXx])(?!\d)")


def issn(text: str) -> str | None:
    """The ISSN in `text` as `1234-5678`; None when there is none or its check digit is wrong."""
    found = _ISSN.search(unicodedata.normalize("NFKC", text))
    if found is None:
        return None
    digits = (found.group(1) + found.group(2)).upper()
    rest = -sum(int(d) * (8 - i) for i, d in enumerate(digits[:7])) % 11
    return f"{digits[:4]}-{digits[4:]}" if digits[7] == ("X" if rest == 10 else str(rest)) else None


_CALL_PARTS = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")


def call_key(text: str) -> str:
    """A call number without its punctuation and spacing: `QL 698.9 .B37` and `ql698.9.b37` meet."""
    return " ".join(_CALL_PARTS.findall(fold(text)))
