"""What the tagger says of a message's words, beside what the rules read in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from assistant.engine.understanding.found import Found
from assistant.engine.understanding.frame_signs import LETTER
from index.text import Rule, has_han

_GLUE = Rule(  # what may stand within a topic or title, unmarked: no wish, nor whose it is
    (
        r"\W{0,2}(?:(?!(?:by|books?|films?|want\w*|wish\w*|need\w*|look\w*|read\w*|find\w*|like\w*"
        r"|love\w*|something|anything|about|on|i|we|he|she|my|our)\b)[^\W\u3400-\u9fff]+(?:['’][a-z]+)?[ -]{1,2}){0,4}"
    ),
    "[的之与和·]?",
)
_ENDS = Rule(r"[,.!?;:，。！？；：、…\n]|[-–—] ", flags=0)
# What is looked up as it stands: a DOI, a link, a reference with its year.
_EXACT = Rule(r"\b10\.\d{4,}/|https?:|\bwww\.|\(\d{4}[a-z]?\)\.")
_WORD = Rule(r"[\u3400-\u9fff]{2}|[^\W\u3400-\u9fff]+", flags=0)
_SURE = 0.5  # of the surest: chosen in five-fold cross-validation
# Words, a pair of Chinese characters is one, up to which the rules read a message alone.
_LONG, _HAN_LONG = 5, 6
_LETTERS = Rule(r"[\u3400-\u9fff]|\w\w", flags=0)
# What is but a word where it stands within a topic; a form or "available" limits all the same.
_INSIDE = {
    *("year_from", "year_to", "language", "audience", "format", "author", "ordinal"),
    *("weekday", "date", "time", "part_of_day"),
}


class Tagged(NamedTuple):
    """`text[start:end]` is there as `kind`, rather than as the rest: query, like; "" is the rest."""

    kind: str
    start: int
    end: int
    sure: float = 1.0


def joined(text: str, words: Iterable[Tagged]) -> list[Tagged]:
    """Runs of words of one kind, over the little words that hold a title or a topic together.

    What is far less sure than the surest is a word of the reader's story.
    """
    runs: list[Tagged] = []
    for word in words:
        if not word.kind or not _LETTERS.search(text[word.start : word.end]):
            continue
        last = runs[-1] if runs else None
        if last and last.kind == word.kind and _holds(text[last.end : word.start]):
            runs[-1] = last._replace(end=word.end, sure=max(last.sure, word.sure))
        else:
            runs.append(word)
    surest = max((run.sure for run in runs), default=0.0)
    return [run for run in runs if run.sure >= _SURE * surest]


def _holds(between: str) -> bool:
    return not _ENDS.search(between) and bool(_GLUE.fullmatch(between))


def decides(text: str) -> bool:
    """Whether a message is long enough, and of words, for the tagger to say what is searched for."""
    most = _HAN_LONG if has_han(text) else _LONG
    return len(_WORD.findall(text)) > most and not _EXACT.search(text)


def beside(text: str, found: Sequence[Found], tagged: Sequence[Tagged]) -> list[Found]:
    """The rules' entities, with the tagger's word on what is searched for, and like what."""
    tagged = [one for one in tagged if not _of_a_letter(text, one)]
    topics = [one for one in tagged if one.kind == "query"]
    likes = [one for one in tagged if one.kind == "like"]
    kept = [one for one in found if not _part_of_topic(one, topics)]
    if not any(one.entity == "like" for one in kept):
        named = [one for one in kept if one.entity == "author"]
        alike = [one for one in likes if not any(_meet(one, other) for other in named)]
        kept += [Found("like", text[o.start : o.end], o.start, o.end) for o in alike[:1]]
    return _searched(text, kept, topics)


def _of_a_letter(text: str, one: Tagged) -> bool:
    """Whether it stands in how a letter begins or ends: "Many thanks, Margaret Hill"."""
    ends = (hit for sign in LETTER for hit in sign.finditer(text))
    return any(hit.start() <= one.start < hit.end() for hit in ends)


def _searched(text: str, found: list[Found], topics: list[Tagged]) -> list[Found]:
    rest = [one for one in found if one.entity != "query"]
    named = [one for one in topics if not any(_meet(one, other) for other in rest)]
    if not named:
        return rest
    words = " ".join(dict.fromkeys(text[one.start : one.end].removesuffix("的") for one in named))
    return [*rest, Found("query", words, named[0].start, named[-1].end)]


def _part_of_topic(one: Found, topics: Sequence[Tagged]) -> bool:
    """Whether a limit is but a word within what is searched for: "the 1926 strike"."""
    longer = (topic for topic in topics if topic.end - topic.start > one.end - one.start + 1)
    return one.entity in _INSIDE and any(_lies_in(one, topic) for topic in longer)


def _meet(one: Tagged, other: Found) -> bool:
    """Whether they share signs, unless the limit is but a part of the topic."""
    longer = one.end - one.start > other.end - other.start and _lies_in(other, one)
    return one.start < other.end and other.start < one.end and not longer


def _lies_in(one: Tagged | Found, other: Tagged | Found) -> bool:
    return other.start <= one.start and one.end <= other.end
