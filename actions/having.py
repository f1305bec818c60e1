"""What each record of a narrowed list must say: as a reader says it, and as records do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.engine.understanding.countries import is_country
from index.text import Rule, has_han

BEGINNERS = "beginners"
FILTER = "having"
_TOLD_BY = {  # no record has a field for it, but those that are meant for them say so
    BEGINNERS: (
        *("beginners", "introduction", "introductory", "easily", "basics", "first steps"),
        *("crash course", "step by step", "入门", "初学", "零基础", "从零"),
    )
}
_MOODS = (  # what records say of works that are so
    (
        "funny",
        Rule(r"\b(?:funn(?:y|ier|iest)|hilarious|humorous)\b", "搞笑|好笑|幽默|滑稽"),
        ("humorous", "humor", "humour", "satire", "comedies", "幽默", "滑稽", "讽刺"),
    ),
    (
        "scary",
        Rule(r"\b(?:scar(?:y|ier|iest)|spook(?:y|ier)|creep(?:y|ier)|frightening)\b", "恐怖|吓人"),
        ("horror", "ghost stories", "gothic", "恐怖", "惊悚"),
    ),
    (
        "romantic",
        Rule(r"\bromantic\b", "浪漫"),
        ("love stories", "romance", "love story", "爱情", "言情"),
    ),
)
PLACED = Rule(r"\b((?:set|placed) (?:in|during|on|around))\b")
_JOINED = Rule(r"\b((?:for|with|in|on)\s+(?:the\s+)?)$")  # it joins what follows to a topic
_AT = Rule(r"^(?:in|on|during|around)\s+")
_ONES = Rule(
    r"^\W*(?:(?:just|only|no|some|any|the|something|anything|a bit|more)\W+)*",
    r"\b(?:ones?|books?|please)\W*$",
)
_FORM = Rule(
    "(?:novels?|books?|stor(?:y|ies)|fiction|reads?|films?|movies?|小说|故事|电影|书)?"
)  # no topic
_DENIED = Rule(
    r"(?:\b(?:not|no|nothing|less|without)\b|n['’]t\b)[^,.;]{0,16}$", "[不别][^，。,；]{0,8}$"
)
_PAST = Rule(r"(?<=\w)\s+(?:times|era|period)\W*$")
_AROUND = Rule("with the word|写到|[“”]")


def in_words(text: str, words: str) -> str:
    """The words as a message has them: "set in france"; else in quotation marks."""
    if placed := PLACED.search(text):
        place = _AT.sub("", words)
        return f"{placed[1]} {place.title() if is_country(place) else place}"
    return f"写到“{words}”" if has_han(words) else f"with the word “{words}”"


def alone(text: str, words: str) -> bool:
    """Whether a message is but these words, which go before the topic: "vegetarian ones"."""
    return not has_han(words) and _ONES.sub("", text).strip(" ,.?!").casefold() == words.casefold()


def before_topic(filters: Mapping[str, Any]) -> list[str]:
    """The words that are told before the topic: vegetarian, of cookbooks."""
    after = (PLACED, _AROUND)
    said = [one for one in filters.get(FILTER, ()) if one != BEGINNERS]
    return [one for one in said if not any(sign.search(one) for sign in after)]


def told_after(filters: Mapping[str, Any]) -> dict[str, Any]:
    """The filters without those words."""
    before = before_topic(filters)
    return {k: v for k, v in filters.items() if not (before and k == FILTER)}


def _bare(phrase: str) -> str:
    """The words of a phrase that records are to have."""
    return telling(_AROUND.sub(" ", PLACED.sub(" ", phrase)).strip())


def telling(words: str) -> str:
    """Without what any past is called: tudor, of tudor times."""
    return _PAST.sub("", words)


def after_topic(text: str, words: str) -> str:
    """The words as they follow a topic: "in china", of stories that are set there; "for small
    gardens"."""
    if has_han(words):
        return words
    before = text[: max(text.casefold().find(words.casefold()), 0)]
    joined = _JOINED.search(before)
    return f"{joined[1].casefold()}{words}" if joined else words


def in_another(phrases: Iterable[str], place: str) -> str:
    """The same of another place: "set in japan", after Italy; "" where it is of none."""
    placed = next(filter(None, map(PLACED.search, phrases)), None)
    return in_words(placed[1], place) if placed else ""


def mood(text: str) -> tuple[str, str]:
    """How a work is to be, and the words beside it: funny and sci fi, of "funny sci fi"."""
    hits = (sign.search(text) for _, sign, _ in _MOODS)
    hit = next(filter(None, hits), None)
    if hit is None:
        return "", text
    rest = " ".join(f"{text[: hit.start()]} {text[hit.end() :]}".strip(" ,的，、").split())
    return ("", text) if _FORM.fullmatch(rest) else (mood_word(hit[0]), rest)


def mood_word(said: str) -> str:
    """As it stands before a topic: funny, of "funnier"; other words as they are."""
    if has_han(said):
        return said
    return next((word for word, sign, _ in _MOODS if sign.fullmatch(said)), said)


def is_mood(words: str) -> bool:
    """Whether words say how a work is to be, and no more: "funnier", 搞笑."""
    return any(sign.fullmatch(words) for _, sign, _ in _MOODS)


def denies_mood(text: str) -> bool:
    """Whether a text says how a work is not to be: 别太恐怖的, "not too scary"."""
    hits = (sign.search(text) for _, sign, _ in _MOODS)
    return any(hit and _DENIED.search(text, 0, hit.start()) for hit in hits)


def _told_by(phrase: str) -> tuple[str, ...]:
    moods = (told for _, sign, told in _MOODS if sign.fullmatch(phrase))
    return _TOLD_BY.get(phrase) or next(moods, (_bare(phrase),))


def looked_for(phrases: Iterable[str]) -> tuple[str, ...]:
    """What records are searched for, of which one is enough."""
    return tuple(told for one in phrases for told in _told_by(one))
