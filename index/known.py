"""Known items: a title, an author or both, half remembered and misspelt."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from index.cards import Card
from index.query import Reading
from index.spelling import Speller, Variant
from index.tokens import title_form, title_words, words

if TYPE_CHECKING:
    import tantivy

    from index.words import WordIndex

    Limit: TypeAlias = Callable[[tantivy.Query], tantivy.Query]

_CANDIDATES = 60
_COMMON = 0.05  # words in more titles than this share do not choose candidates
# Words that readers put around a title; they count little unless the title has them.
_GENERIC = frozenset(
    """a an the of and in to by on for from with at is it i you me do have has book books novel
    novels copy title author written called wrote edition story please library your any there who
    was can find what which where are read about or his her their this that version""".split()  # noqa: SIM905
)


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


class KnownItems:
    """Finds and ranks records by title and author."""

    def __init__(self, words: WordIndex, speller: Speller, records: int) -> None:
        self._words, self._speller, self._records = words, speller, max(records, 1)

    def title_twins(self, number: int) -> set[int]:
        """Records that bear the very title of this one, whatever their form."""
        own = self._words.card(number)
        if own is None:
            return set()
        terms = self.terms(own.titles[-1])
        matches = self._ranked(own.titles[-1], terms, lambda query: query)
        return {m.number for m in matches if m.told > 0.99 and m.asked > 0.99}

    def search(self, reading: Reading, limit_to: Limit) -> tuple[list[Match], list[Term]]:
        """Candidates, best first, and the question's words as they were understood."""
        best: dict[int, Match] = {}
        terms: list[Term] = []
        for form in forms_of(reading):
            terms = self.terms(form)
            for match in self._ranked(form, terms, limit_to):
                if match.number not in best or match.score > best[match.number].score:
                    best[match.number] = match
        return sorted(best.values(), key=lambda m: -m.score), terms

    def terms(self, form: str) -> list[Term]:
        words = list(dict.fromkeys(title_words(form)))
        return [self._term(word) for word in words]

    def _term(self, word: str) -> Term:
        count = self._speller.count(word)
        weight = math.log(1 + self._records / (count + 1))
        weight *= 0.15 if word in _GENERIC else 1.0
        return Term(word, weight, () if count else self._meant(word))

    def _meant(self, word: str) -> tuple[Variant, ...]:
        halves = self._speller.split(word)
        pair = tuple(Variant(half, 0.8) for half in halves) if halves else ()
        return (*self._speller.variants(word), *pair)

    def _ranked(self, form: str, terms: Sequence[Term], limit_to: Limit) -> Iterator[Match]:
        if not terms:
            return
        query = limit_to(self._query(form, terms))
        for card, _ in self._words.cards(query, _CANDIDATES):
            yield compare(form, terms, card)

    def _query(self, form: str, terms: Sequence[Term]) -> tantivy.Query:
        rare = [t for t in terms if self._speller.count(t.word) <= _COMMON * self._records]
        chosen = rare or sorted(terms, key=lambda t: -t.weight)[:4]
        whole = self._words.term("key", form, 10.0)
        return self._words.any_of([whole, *(self._anywhere(term) for term in chosen)])

    def _anywhere(self, term: Term) -> tantivy.Query:
        meant = [Variant(term.word, 1.0), *term.variants]
        fields = (("title", 1.0), ("name", 0.9), ("other", 0.8))
        return self._words.best_of(
            [
                self._words.term(field, variant.word, boost * variant.likeness**2)
                for variant in meant
                for field, boost in fields
            ]
        )


def forms_of(reading: Reading) -> list[str]:
    """What the title may be: what stood in quotation marks, the core, the whole question."""
    if reading.quoted and len(reading.quoted) * 2 > len(reading.core):
        return [title_form(reading.quoted)]
    forms = [title_form(reading.core), title_form(reading.text)]
    return [form for form in dict.fromkeys(forms) if form]


def compare(form: str, terms: Sequence[Term], card: Card) -> Match:
    """How well one record agrees with the question `form`."""
    titles = {w for title in (*card.titles, *card.others) for w in title_words(title)}
    names = {w for name in card.names for w in words(name)}
    by_title = [_agreement(term, titles) for term in terms]
    by_name = [_agreement(term, names) for term in terms]
    total = sum(term.weight for term in terms) or 1.0
    asked = named = 0.0
    only_name, met = set(), set()
    for term, (in_title, title_word), (in_name, _) in zip(terms, by_title, by_name, strict=True):
        asked += term.weight * max(in_title, in_name)
        named += term.weight * in_name
        if in_name > in_title:
            only_name.add(term.word)
        elif in_title:
            met.add(title_word)
    part = _title_part(form, only_name)
    told, shape, title = _best_title(part, met, card)
    share = asked / total
    if shape > _SAME_RUN:  # words run together or apart: "hongloumeng", "mobydick"
        share, told = max(share, shape), max(told, shape)
    score = _W[0] * share + _W[1] * told + _W[2] * shape
    return Match(card.number, score, share, told, shape, named / total, title)


_IN_A_RUN = 0.3
_SAME_RUN = 0.93
_W = (0.6, 0.2, 0.2)  # of what is asked, what is told and the shape


def _agreement(term: Term, words: set[str]) -> tuple[float, str]:
    """How surely one of `words` is meant, and which."""
    if term.word in words:
        return 1.0, term.word
    for variant in term.variants:
        if variant.word in words:
            return variant.likeness, variant.word
    return _nearly(term.word, words)


def _nearly(word: str, words: set[str]) -> tuple[float, str]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    if len(word) < 4 or not word.isascii():
        return 0.0, ""
    found = extractOne(word, words, scorer=OSA.normalized_similarity, score_cutoff=0.7)
    return (0.9 * found[1], found[0]) if found else (0.0, "")


def _title_part(form: str, names: set[str]) -> str:
    """The question without the author's words, as one run of letters."""
    kept = [w for w in form.split() if w not in names]
    if names and kept and kept[-1] in ("by", "from", "of"):
        kept.pop()
    return "".join(kept)


def _best_title(part: str, met: set[str], card: Card) -> tuple[float, float, str]:
    from rapidfuzz import fuzz

    best = (0.0, 0.0, "")
    for title in (*card.titles, *card.others):
        words = title_words(title)
        told = sum(1 for w in words if w in met) / max(len(words), 1)
        run = title.replace(" ", "")
        shape = fuzz.ratio(part, run) / 100
        # Words that stand together in the title as they were typed were read off it.
        shape += _IN_A_RUN * (1 - shape) * (len(part) > 5 and part in run)
        if told + shape > best[0] + best[1]:
            best = (told, shape, title)
    return best
