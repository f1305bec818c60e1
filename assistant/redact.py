"""Takes card numbers, PINs, passwords, emails and phones out of what is said, before it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Redacted(NamedTuple):
    text: str
    kinds: tuple[str, ...]  # what was taken out, in order of appearance by kind


# Only from where a run of letters begins: a search from each of them takes the run's square.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SECRET = re.compile(
    r"((?:\bpin\b|\bpass\s?(?:word|code)\b|密码|密碼|口令)(?:\s*(?:number|no\.?|号|號))?\s*(?:is|was|为|是|[:=：])\s*)"
    r"(?!(?:\w{0,30}\s)?(?:wrong|not|invalid|expired|incorrect|right|correct)\b|多少|什么|啥|哪|几|不|对|错|正确)(\S+)",
    re.IGNORECASE,
)
# Said without a verb between: "pin 4421", 密码4421.
_BARE = re.compile(
    r"((?:\bpin\b|\bpass\s?code\b|密码|密碼|口令)(?:\s*(?:number|no\.?|号|號))?\s*)(\d{4,8})(?!\d)",
    re.IGNORECASE,
)
# A number stands right after a Chinese word without a blank, but not inside an English one.
_DIGITS = re.compile(
    r"(?<![A-Za-z\d_.])\+?\(?\d(?:[\d]|[ ().\-–](?=[\d(])){7,22}(?:[-–\s]?[Xx])?(?![A-Za-z\d_])"
)
BESIDE = 32  # characters beside an address or a number in a message that is about nothing else
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")  # an article's, however many digits it has


def storable(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)


def redact(text: str) -> Redacted:
    """Replace private numbers and addresses by [card], [pin], [email], [phone].

    An ISBN, an ISSN, a DOI, a year range or a date stays: readers search with them.
    What no store holds, a NUL or half of a surrogate pair, becomes U+FFFD.
    """
    text = storable(text)
    kinds: list[str] = []

    def note(kind: str, shown: str) -> str:
        if kind not in kinds:
            kinds.append(kind)
        return shown

    text = _EMAIL.sub(lambda _: note("email", "[email]"), text)
    text = _SECRET.sub(lambda m: note("pin", f"{m[1]}[pin]"), text)
    text = _BARE.sub(lambda m: note("pin", f"{m[1]}[pin]"), text)
    articles = [hit.span() for hit in _DOI.finditer(text)]

    def clean(hit: re.Match[str]) -> str:
        inside = any(start <= hit.start() < end for start, end in articles)
        return hit[0] if inside else _number(hit[0], note)

    text = _DIGITS.sub(clean, text)
    return Redacted(text, tuple(kinds))


def lone_address(text: str) -> str | None:
    """The e-mail address of a message that says little more than it."""
    found = _EMAIL.search(text)
    return found[0] if found and len(text) - len(found[0]) <= BESIDE else None


def _number(shown: str, note: Callable[[str, str], str]) -> str:
    digits = re.sub(r"\D", "", shown)
    mistyped = len(digits) == 9 and shown[-1] in "Xx"  # only an ISBN ends so, right or wrong
    if mistyped or is_isbn(digits, shown) or _is_dates(shown) or len(digits) < 9:
        return shown
    kind = "card" if len(digits) >= 13 and not shown.startswith("+") else "phone"
    return note(kind, f"[{kind}]")


def is_isbn(digits: str, shown: str) -> bool:
    """Whether the digits are an ISBN-13 or ISBN-10 by prefix and check digit."""
    if len(digits) == 13 and digits[:3] in ("978", "979"):
        return sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    if len(digits) == 10 and not shown.startswith(("+", "0 ", "(")):
        return sum(int(d) * (10 - i) for i, d in enumerate(digits)) % 11 == 0
    return False


def _is_dates(shown: str) -> bool:
    return bool(
        re.fullmatch(r"\d{4}\s?[-–]\s?\d{4}|\d{4}-\d\d-\d\d|\d\d?[.\-]\d\d?[.\-]\d{4}", shown)
    )
