"""What a question is about: what is left when its frame is taken off, in both languages."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from assistant.engine.understanding import frame_signs as signs
from assistant.engine.understanding import read_next, whom
from assistant.engine.understanding.found import Found, negation
from assistant.engine.understanding.frame_chinese import chinese_topic, clean, strip_chinese
from assistant.engine.understanding.frame_chinese import only_asks as asks_nothing
from assistant.engine.understanding.named import Named
from assistant.engine.understanding.plain_words import content, only_asks, says_something
from assistant.engine.understanding.tales_chinese import TALES, WHOM
from index.text import Rule


class Asked(NamedTuple):
    """The words to search for, and what it should be like; spans are of the query in the message."""

    query: str
    like: str
    start: int
    end: int


def asked(text: str, filters: list[Found], work: Named | None = None) -> Asked:
    """Takes off greeting, frame, tail, and what `filters` say already; `work` is named outright."""
    if (after := _read_before(text, filters)) is not None:
        return after
    plain = _limited(
        _blanked(text, signs.ASIDES, signs.UNTOLD, signs.COVER, *signs.LETTER, WHOM, TALES), filters
    )
    start, end = (0, len(text)) if work else _sentence(plain)
    clause = plain[start:end]
    if _is_it(text, filters):
        clause = signs.IS.sub("", clause)
    like, rest = _likeness(clause)
    if not work and not like and signs.HAN.search(text):
        start, end = 0, len(text)
        left = chinese_topic(plain if rest == clause else rest)
    elif work and not like:
        start, end, rest = work.start, work.end, text[work.start : work.end]
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


def _read_before(text: str, filters: list[Found]) -> Asked | None:
    """What is wanted after a work that was read: the work, and what is said beyond it."""
    readers = [one for one in filters if one.entity == "audience"]
    english = not signs.HAN.search(text)
    like, rest = read_next.after(whom.without_readers(text, readers) if english else text)
    if not like or signs.POINTER.match(like) or signs.NOTHING.match(like):
        return None
    left = _strip(_after_but(rest))
    start = max(text.lower().find(like.lower()), 0)
    return Asked(left if says_something(left) else "", like, start, start + len(like))


def _is_it(text: str, filters: list[Found]) -> bool:
    """Whether a question ends with what is asked of a title: "is Dracula in French"."""
    return bool(signs.WORTH.search(text)) or any(
        not re.search(r"\w", text[one.end :]) for one in filters
    )


def _blanked(text: str, *asides: Rule) -> str:
    """Same length."""
    for aside in asides:
        text = aside.sub(lambda hit: " " * len(hit[0]), text)
    return text


def _sentence(text: str) -> tuple[int, int]:
    """The last sentence that asks for something, else the one that says most."""
    ends = [hit.end() for hit in signs.SENTENCES.finditer(text) if 0 < hit.end() < len(text)]
    ends += [hit.end() for hit in signs.WISH.finditer(text) if _is_story(text, ends, hit.start())]
    pieces = [
        (a, b) for a, b in pairwise([0, *sorted(ends), len(text)]) if re.search(r"\w", text[a:b])
    ]
    if len(pieces) < 2 or signs.QUOTED.search(text):
        return 0, len(text)
    asking = [(a, b) for a, b in pieces if signs.ASKS.search(text, a, b)]
    naming = [(a, b) for a, b in asking if _says(_strip(text[a:b]))]
    best = max(pieces, key=lambda piece: _weight(text[slice(*piece)]))
    told_only = asking and not _weight(text[slice(*best)])[0]
    return naming[-1] if naming else asking[-1] if told_only else best


def _is_story(text: str, ends: list[int], comma: int) -> bool:
    begins = max((end for end in ends if end <= comma), default=0)
    told = signs.STORY.match(text, begins, comma)
    return bool(told) and not re.search(r"\babout\b", text[begins:comma])


def _says(left: str) -> bool:
    """Whether anything is left to search for: 历史 is a topic, "it" and "this article" are none."""
    if signs.HAN.search(left):
        return len(left) > 1
    return len(left) > 2 and says_something(left)


def _weight(piece: str) -> tuple[int, int, int]:
    """What somebody loves, then a piece that names a thing, then readers who tell of themselves."""
    left = _strip(piece)
    named = content(left)
    loved = 2 * bool(named and signs.LOVES.search(piece))
    return loved or int(bool(named) and not signs.TELLS.match(left)), len(named), len(left)


_THINGS = ("format", "literary_form")


def _limited(text: str, filters: list[Found]) -> str:
    """Same length, without filters; and in English without whatever is told of the readers."""
    if signs.HAN.search(text):
        return _without(text, filters)
    readers = [one for one in filters if one.entity == "audience"]
    others = [one for one in filters if one.entity != "audience"]
    return whom.without(_without(text, others), readers)


def _without(text: str, filters: list[Found]) -> str:
    """Same length; a format leaves "books" behind, so that "graphic novels about" is a frame still."""
    for one in filters:
        start, end = one.start, one.end
        if one.entity == "author":
            start -= len(signs.BY.search(text[:start])[0])  # type: ignore[index]
            end += len(signs.OWN.match(text[end:])[0])  # type: ignore[index]
        if one.negated:
            start = negation(text, start)
            start -= len(signs.THAT_IS.search(text[:start])[0])  # type: ignore[index]
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
            if like and signs.HAN.search(like) and signs.POINTER.match(like):
                return "", text[: hit.start()]
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
        left = clean(signs.FOR_WHOM.sub("", signs.POLITE.sub("", left)))
        left = clean(signs.TAILS.sub("", _unframed(left)))
    aside = signs.ASIDE.search(left)
    if aside and says_something(left[: aside.start()]):
        return _strip_english(left[: aside.start()])
    return _ended(left)


def _unframed(left: str) -> str:
    """Without the first frame that takes something away."""
    for frame in signs.FRAMES:
        hit = frame.match(left)
        if hit and (shorter := clean(left[hit.end() :])) != left:
            return shorter
    return left


def _ended(left: str) -> str:
    """Without a last word that leads to nothing."""
    left = re.sub(r"\s+(?:of|and|or|by|in|for)\s*(?=,)", "", left, flags=re.I)
    return re.sub(
        r"(?:\s+\b(?:in|at|from|for|by|on|about|and|or|the|to|with|is|are|published|written|edited|illustrated|translated))+$",
        "",
        left,
        flags=re.I,
    )
