"""How well one record's titles and names agree with a question."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from index.cards import Card
from index.spelling import Variant, sound
from index.text import is_cjk
from index.tokens import title_words, words

Near: TypeAlias = Mapping[str, Mapping[str, float]]  # what a word of another spelling counts


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question, how much it tells, and how it may have been meant."""

    word: str
    weight: float
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """How well a record's title and names agree with the question; all from 0 to 1."""

    number: int
    score: float
    asked: float  # share of the question that the record explains
    told: float  # share of the title that the question names
    shape: float  # letters of question and title in common order
    named: float  # share of the question that its authors' names explain
    form: str  # the title that agreed best
    least: float = 0.0  # how well the names explain the word that they explain least
    phrase: int = 0  # words of the question that stand in the title as they were typed


_TITLES = 4096  # whose words are remembered: a record is a candidate of many questions
_IN_A_RUN = 0.3  # what words that were read off the title add to its shape
_SAME_RUN = 0.93
_SPELT = 4  # letters from which another word may be meant
_LIKE = 0.7  # how like it that word must be
_SLIP = 0.9  # and what it counts then
_HEARD = 0.5  # how like it a word must be that sounds the same: time and thyme, no time and team
_SOUND = 0.85  # and what it counts, among words enough to tell which title is meant
_ENOUGH = 3
_W = (0.6, 0.2, 0.2)  # of what is asked, what is told and the shape


def compare(form: str, terms: Sequence[Term], cards: Sequence[Card]) -> Iterator[Match]:
    """How well each of these records agrees with the question `form`."""
    titled = [{w for t in (*card.titles, *card.others) for w in _words_of(t)} for card in cards]
    named = [{w for name in card.names for w in words(name)} for card in cards]
    near = _near(terms, set().union(*titled, *named))
    for card, titles, names in zip(cards, titled, named, strict=True):
        by_title = [_agreement(term, titles, near) for term in terms]
        by_name = [_agreement(term, names, near)[0] for term in terms]
        yield _match(form, terms, card, by_title, by_name)


@lru_cache(_TITLES)
def _words_of(title: str) -> tuple[str, ...]:
    return tuple(title_words(title))


def _match(
    form: str,
    terms: Sequence[Term],
    card: Card,
    by_title: Sequence[tuple[float, str]],
    by_name: Sequence[float],
) -> Match:
    total = sum(term.weight for term in terms) or 1.0
    share = _share(terms, [max(t, n) for (t, _), n in zip(by_title, by_name, strict=True)], total)
    names = {term.word for term, (t, _), n in zip(terms, by_title, by_name, strict=True) if n > t}
    met = {word for (t, word), n in zip(by_title, by_name, strict=True) if t and n <= t}
    part = _title_part(form, names)
    told, shape, title = _best_title("".join(part), met, card)
    if shape > _SAME_RUN:  # words run together or apart: "hongloumeng", "mobydick"
        share, told = max(share, shape), max(told, shape)
    score = _W[0] * share + _W[1] * told + _W[2] * shape
    named = _share(terms, by_name, total)
    phrase, least = _phrase(part, title), min(by_name, default=0.0)
    return Match(card.number, score, share, told, shape, named, title, least, phrase)


def nearest_name(typed: str, names: Sequence[str]) -> str:
    """The name of which every word typed is nearly a word, as one says it; "" when none is."""
    told = {_as_said(name): words(name) for name in names}
    like = {said: fuzz.token_sort_ratio(typed, " ".join(own)) for said, own in told.items()}
    part = {said: fuzz.partial_token_sort_ratio(typed, " ".join(told[said])) for said in told}
    return max(told, key=lambda said: (part[said], like[said]), default="")


def _as_said(name: str) -> str:
    """Jane Austen for "Austen, Jane, 1775-1817"."""
    return " ".join(part for part in reversed(name.split(", ")[:2]) if not part[:1].isdigit())


def _share(terms: Sequence[Term], agreed: Sequence[float], total: float) -> float:
    return sum([t.weight * a for t, a in zip(terms, agreed, strict=True)]) / total


def _agreement(term: Term, words: AbstractSet[str], near: Near) -> tuple[float, str]:
    """How surely one of `words` is meant, and which."""
    if term.word in words:
        return 1.0, term.word
    for variant in term.variants:
        if variant.word in words:
            return variant.likeness, variant.word
    like = near.get(term.word)
    if not like or words.isdisjoint(like):
        return 0.0, ""
    return max((score, word) for word, score in like.items() if word in words)


def _near(terms: Sequence[Term], words: Collection[str]) -> Near:
    """Of each word asked, the words that are spelt much like it; all are compared in one go."""
    asked = [t.word for t in terms if len(t.word) >= _SPELT and not is_cjk(t.word)]
    others = list(words)
    least = _HEARD if len(terms) >= _ENOUGH else _LIKE
    like = cdist(
        asked, others, scorer=OSA.normalized_similarity, score_cutoff=least, dtype=np.float64
    )
    near: dict[str, dict[str, float]] = {}
    for row, column in zip(*(at.tolist() for at in like.nonzero()), strict=True):
        word, other = asked[row], others[column]
        if counts := _likeness(word, other, float(like[row, column])):
            near.setdefault(word, {})[other] = counts
    return near


def _likeness(word: str, other: str, like: float) -> float:
    """What a word counts that is spelt so much like the one asked, or sounds as it does."""
    if min(len(word), len(other)) >= _SPELT and sound(word) == sound(other):
        return max(_SOUND, _SLIP * like)
    return _SLIP * like if like >= _LIKE else 0.0


def _title_part(form: str, names: set[str]) -> list[str]:
    """The question without the author's words."""
    kept = [w for w in form.split() if w not in names]
    if names and kept and kept[-1] in ("by", "from", "of"):
        kept.pop()
    return kept


def _best_title(part: str, met: set[str], card: Card) -> tuple[float, float, str]:
    """Share told, shape and the title, of the title that agrees best; of a series its number
    need not be told."""
    best = (0.0, 0.0, "")
    numbered = any(map(str.isdigit, part))
    others = card.others if numbered else [_without_number(title) for title in card.others]
    for title in (*card.titles, *others):
        own = _words_of(title)
        told = sum([w in met for w in own]) / max(len(own), 1)
        run = title.replace(" ", "")
        shape = fuzz.ratio(part, run) / 100
        if len(part) > 5 and part in run:
            shape += _IN_A_RUN * (1 - shape)
        if told + shape > best[0] + best[1]:
            best = (told, shape, title)
    return best


def _without_number(title: str) -> str:
    """Harry Potter of "harry potter 2"."""
    name, _, last = title.rpartition(" ")
    return name if last.isdigit() and name else title


def _phrase(part: Sequence[str], title: str) -> int:
    """Words (in Chinese, pairs of characters) of the question that the title has in their order."""
    run = "".join(part)
    if not run or run not in title.replace(" ", ""):
        return 0
    return len(run) // 2 if is_cjk(run) else len(part)
