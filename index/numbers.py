"""Numbers that titles have in words: 100 years of solitude, the 39 steps."""

from __future__ import annotations

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MOST = 1000


def in_words(form: str) -> str:
    """The form of a title with its round or small numbers in words."""
    return " ".join(_said(word) for word in form.split())


def _said(word: str) -> str:
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 5 else 0
    if number == 0 or number > _MOST:
        return word
    if number < len(_ONES):
        return _ONES[number]
    if number < 100:
        tens = _TENS[number // 10 - 2]
        return f"{tens} {_ONES[number % 10]}" if number % 10 else tens
    return {100: "one hundred", 101: "hundred and one", _MOST: "one thousand"}.get(number, word)
