"""What a question is about: what is left when its frame is taken off, in both languages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from assistant.engine.understanding import frame_signs as signs
from assistant.engine.understanding.found import Found, negation
from assistant.engine.understanding.frame_chinese import chinese_topic, clean, strip_chinese
from assistant.engine.understanding.frame_chinese import only_asks as asks_nothing
from assistant.engine.understanding.named import Named
from assistant.engine.understanding.plain_words import content, only_asks, says_something


class Asked(NamedTuple):
    """The words to search for, and what it should be like; spans are of the query in the message."""

    query: str
    like: str
    start: int
    end: int


def asked(text: str, filters: list[Found], work: Named | None = None) -> Asked:
    """Takes off greeting, frame, tail, and what `filters` say already; `work` is named outright."""
    plain = signs.ASIDES.sub(lambda aside: " " * len(aside[0]), text)
    start, end = (0, len(text)) if work else _sentence(plain)
    clause = _without(
        plain[start:end], [one for one in filters if start <= one.start and one.end <= end], start
    )
    like, rest = _likeness(clause)
    if not work and not like and signs.HAN.search(text):
        start, end, rest = 0, len(text), _without(plain, filters, 0)
        left = chinese_topic(rest)
    elif work and not like:
        start, end, rest = work.start, work.end, clause[work.start : work.end]
        left = clean(rest) if work.quoted else _ended(clean(rest))
    else:
        left = _strip(rest if like else clause)
    left = (
        ""
        if signs.NOTHING.match(left)
        or signs.COMMAND.match(left)
        or only_asks(left)
        or asks_nothing(left)
        else left
    )
    where = text.lower().find(left.lower()) if left else -1
    return Asked(
        left, like, where if where >= 0 else start, where + len(left) if where >= 0 else end
    )


def _sentence(text: str) -> tuple[int, int]:
    """The last sentence that asks for something, else the one that says most."""
    cuts = [
        0,
        *(hit.end() for hit in signs.SENTENCES.finditer(text) if 0 < hit.end() < len(text)),
        len(text),
    ]
    pieces = [(a, b) for a, b in pairwise(cuts) if re.search(r"\w", text[a:b])]
    if len(pieces) < 2 or signs.QUOTED.search(text):
        return 0, len(text)
    asking = [
        (a, b) for a, b in pieces if signs.ASKS.search(text, a, b) and _says(_strip(text[a:b]))
    ]
    return asking[-1] if asking else max(pieces, key=lambda piece: _weight(text[slice(*piece)]))


def _says(left: str) -> bool:
    """Whether anything is left to search for: 历史 is a topic, "it" and "this article" are none."""
    if signs.HAN.search(left):
        return len(left) > 1
    return len(left) > 2 and says_something(left)


def _weight(piece: str) -> tuple[bool, int, int]:
    """A piece that names a thing before one in which readers tell of themselves."""
    left = _strip(piece)
    named = content(left)
    return bool(named) and not signs.TELLS.match(left), len(named), len(left)


_THINGS = ("format", "literary_form")


def _without(text: str, filters: list[Found], offset: int) -> str:
    """Same length; a format leaves "books" behind, so that "graphic novels about" is a frame still."""
    for one in filters:
        start, end = one.start - offset, one.end - offset
        if one.entity == "author":
            start -= len(signs.BY.search(text[:start])[0])  # type: ignore[index]
            end += len(signs.OWN.match(text[end:])[0])  # type: ignore[index]
        if one.negated:
            start = negation(text, start)
        thing = "" if one.entity not in _THINGS or one.negated else _thing(text, start, end)
        if one.entity in _THINGS and not thing:
            start -= len(signs.ARTICLE.search(text[:start])[0])  # type: ignore[index]
            end += len(signs.AFTER_KIND.match(text[end:])[0])  # type: ignore[index]
        text = text[:start] + thing[: end - start].ljust(end - start) + text[end:]
    return text


def _thing(text: str, start: int, end: int) -> str:
    if not text[start:end].isascii():
        return "书" if text[:start].endswith("的") else ""
    return (
        "books"
        if end - start >= len("books")
        and re.match(r"\s*\b(?:about|on|for|with|by|that|which|set|to)\b", text[end:], re.I)
        else ""
    )


def _likeness(text: str) -> tuple[str, str]:
    for pattern in (*signs.LIKE, *signs.HAN_LIKE):
        hit = pattern.search(text)
        if hit:
            like = clean(hit["like"])
            if like and not signs.POINTER.match(like) and not signs.NOTHING.match(like):
                return like, _after_but(hit["rest"] or "")
    return "", text


def _after_but(rest: str) -> str:
    return re.sub(
        r"^[\s,，]*(?:but|only|except|just|that['’]?s|that is|that|which is|which|但是?|不过|只是|的)[\s,]*(?:a bit |a little |much |more )?",
        "",
        rest,
        flags=re.I,
    )


def _strip(text: str) -> str:
    quoted = signs.QUOTED.search(text)
    if quoted and len(quoted[1].split()) + len(quoted[1]) // 6 >= 1:
        return clean(quoted[1])
    if not signs.HAN.search(text):
        return _strip_english(text)
    left = strip_chinese(text)  # of "do you have 三体" the English frame is left
    return _strip_english(left) if re.match("[a-z]", left, re.I) else left


def _strip_english(text: str) -> str:
    left, before = clean(text), ""
    while left != before:
        before = left
        left = clean(signs.POLITE.sub("", left))
        for frame in signs.FRAMES:
            shorter = clean(frame.sub("", left, count=1))
            if shorter != left:
                left = shorter
                break
        left = clean(signs.TAILS.sub("", left))
    aside = signs.ASIDE.search(left)
    if aside and says_something(left[: aside.start()]):
        return _strip_english(left[: aside.start()])
    return _ended(left)


def _ended(left: str) -> str:
    """Without a last word that leads to nothing."""
    return re.sub(
        r"(?:\s+\b(?:in|at|from|for|by|on|about|and|or|the|to|with|is|are|published|written|edited|illustrated|translated))+$",
        "",
        left,
        flags=re.I,
    )
