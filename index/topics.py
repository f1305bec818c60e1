"""Topics: words and vectors together, bridged to the library's own subject headings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from index.bridge import Bridged, bridge
from index.feedback import widened
from index.fuse import fused, scaled, standing
from index.passages import scripts
from index.subjects import BY_CHANCE, NOT_COMPARED
from index.text import has_han
from index.tokens import plain, telling_words, topic_words

if TYPE_CHECKING:
    import tantivy

    from index.columns import Mask
    from index.encoder import Vectors
    from index.headings import Headings
    from index.passages import Nearness, Passages
    from index.record import Record
    from index.words import WordIndex

    Records: TypeAlias = Callable[[Sequence[int]], list[Record]]
    Limit: TypeAlias = Callable[[tantivy.Query], tantivy.Query]

_CANDIDATES = 100  # of each side
_WIDENED = 0.35  # weight of words that the reader did not use
_SECOND = 0.5  # what the second look counts against the first
_BELIEVED = 6  # best records that the second look leans on
_LEANING = 0.3  # how much it leans, against the question itself
_NARROWED = 0.7  # what a reader says beyond a work that they liked counts against the work
_SHARED = 2.0  # a heading shared with a record that was liked, against one that was bridged to
_HEADED = 2.0  # what a heading of a record adds to it, as far as it is nearer than by chance
_MEANT = 0.45  # cosine from which a heading may be what is meant
_NEAREST = 6  # headings that are looked up for that
_WHOLE = 0.4  # what a record gains that has all of the question, and no half of it
_BRIDGED = 0.15  # what a heading that fits adds to a record that carries it


class Topical(NamedTuple):
    """A record on the topic: fused score, how far above the collection it stands, its best unit.

    Only the question's own vector and words count in `height` and `share`: they say whether the
    record answers, not whether it is like others that might.
    """

    number: int
    score: float
    height: float  # of its cosine, in standard deviations of unrelated records
    share: float  # of the question's words, weighed by how telling they are, that the record has
    unit: int
    asked: int  # how many words the question has
    heading: str = ""  # the heading that the reader's words led to
    bridged: float = 0.0  # how surely they lead there
    strange: float = 0.0  # share of the question's words, weighed, that no record has
    foreign: bool = False  # in another script than the question, so that no word could match
    headed: float | None = (
        None  # how near headings come, half its own; None where none are compared
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A topic in the reader's words, in others that mean most of it, and what those leave out."""

    said: str
    meant: tuple[str, ...] = ()
    left: str = ""
    part: float = 0.0  # of the text that is left out


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be found: `allowed` by record number, and the same as a limit on word queries."""

    allowed: Mask | None
    limit: Limit


@dataclass(frozen=True, slots=True)
class _Look:
    """One round of scores: every candidate has both where it can."""

    words: Mapping[int, float]
    near: Mapping[int, tuple[float, int]]
    scores: dict[int, float] = field(default_factory=dict)

    def best(self, count: int) -> list[int]:
        return sorted(self.scores, key=lambda n: -self.scores[n])[:count]


class Topics:
    """Ranks records by what they are about."""

    def __init__(
        self, words: WordIndex, passages: Passages, headings: Headings, records: Records
    ) -> None:
        self._words, self._passages, self._headings = words, passages, headings
        self._records = records

    def search(
        self,
        text: str,
        vector: Vectors,
        scope: Scope,
        records: int,
        named: Named | None = None,
        near: Vectors = NOT_COMPARED,
    ) -> list[Topical]:
        """Records on the topic of `text`, best first; `vector` is the text's, as encoded.

        How well they fit is judged by what they have of the topic as it is `named`, and by how near
        headings come to it, by code; none are where it describes a book.
        """
        asked = self._passages.question(vector, text)
        terms = self._terms(text)
        script = int(scripts([text])[0])
        first = self._look(terms, asked, scope, (), script)
        believed = first.best(_BELIEVED)
        leaning = self._leaning(asked, believed)
        found = self._bridged(first, records)
        wider = self._wider(terms, believed) if first.words else terms
        headings = [b.heading for b in found] + self._nearest(near)
        last = self._look(wider, leaning, scope, headings, script)
        scores = fused(first.scores, last.scores, _SECOND)
        look = replace(last, scores=scores)
        return self._judged(look, found, named or Named(text), asked, script, near)

    def alike(
        self, like: Vectors, seeds: Sequence[str], text: str, vector: Vectors | None, scope: Scope
    ) -> list[Topical]:
        """Records like a vector of the index, on its headings, and on `text` when there is one."""
        asked = (
            like if vector is None else _mix(like, self._passages.question(vector, text), _NARROWED)
        )
        script = int(scripts([text])[0])
        look = self._look(self._terms(text), asked, scope, seeds, script, share=0.8)
        found = [Bridged(seed, _SHARED) for seed in seeds]
        return self._judged(look, found, Named(text), asked, script)

    def by_words(self, text: str, count: int) -> list[tuple[int, float]]:
        """Numbers by words alone, for comparison."""
        return self._words.search(self._query(self._terms(text)), count)

    def by_vectors(self, text: str, vector: Vectors, count: int) -> list[tuple[int, float]]:
        """Numbers by cosines alone, for comparison."""
        asked = self._passages.question(vector, text)
        near = self._passages.score(asked, self._passages.search(asked, 2 * count, None))
        pairs = zip(near.numbers.tolist(), near.scores.tolist(), strict=True)
        return sorted(pairs, key=lambda pair: -pair[1])[:count]

    def _terms(self, text: str) -> Counter[str]:
        return Counter(self._words.stems(topic_words(text))) if text.strip() else Counter()

    def _look(
        self,
        terms: Mapping[str, float],
        asked: Vectors,
        scope: Scope,
        headings: Sequence[str],
        script: int,
        share: float | None = None,
    ) -> _Look:
        query = self._query(terms) if terms else None
        words = dict(self._words.search(scope.limit(query), _CANDIDATES)) if query else {}
        near = self._passages.search(asked, _CANDIDATES, scope.allowed)
        numbers = set(words) | set(near.tolist()) | self._carriers(headings, scope)
        if query:
            words |= self._rest(query, numbers - words.keys())
        nearness = _by_number(self._passages.score(asked, sorted(numbers)))
        cosines = {number: cosine for number, (cosine, _) in nearness.items()}
        counts = _share(words) if share is None else share
        return _Look(words, nearness, fused(words, cosines, counts, self._foreign(numbers, script)))

    def _query(self, terms: Mapping[str, float]) -> tantivy.Query:
        asked = self._words
        return asked.any_of(
            [asked.term(f, t, float(n * b)) for t, n in terms.items() for f, b in _FIELDS]
        )

    def _carriers(self, headings: Sequence[str], scope: Scope) -> set[int]:
        terms = [self._words.term("heading", plain(heading)) for heading in headings]
        if not terms:
            return set()
        return {n for n, _ in self._words.search(scope.limit(self._words.any_of(terms)), 50)}

    def _rest(self, query: tantivy.Query, numbers: set[int]) -> dict[int, float]:
        """Word scores of records that only the vectors found."""
        if not numbers:
            return {}
        return dict(self._words.search(self._words.among(query, sorted(numbers)), len(numbers)))

    def _bridged(self, first: _Look, records: int) -> list[Bridged]:
        """Headings of the records that have the question's words; failing those, of the nearest."""
        count = max(5, min(20, records // 20))
        best = first.best(count)
        worded = [number for number in best if number in first.words]
        if len(worded) >= 3:
            return bridge(worded, self._headings, records)
        weak = bridge(best, self._headings, records)
        return [Bridged(b.heading, b.strength / 2) for b in weak]

    def _wider(self, terms: Counter[str], believed: Sequence[int]) -> Mapping[str, float]:
        return widened(terms, self._records(believed), self._words, _WIDENED)

    def _leaning(self, asked: Vectors, best: Sequence[int]) -> Vectors:
        """The question moved towards the records that answered it best (Rocchio)."""
        vectors = self._passages.whole(best)
        return asked if not len(vectors) else _mix(asked, vectors.mean(axis=0), _LEANING)

    def _judged(
        self,
        look: _Look,
        found: Sequence[Bridged],
        named: Named,
        asked: Vectors,
        script: int,
        near: Vectors = NOT_COMPARED,
    ) -> list[Topical]:
        mean, spread = standing(asked, self._passages.background)
        best = sorted(scaled(look.scores).items(), key=lambda pair: -pair[1])[:_TOLD]
        numbers = sorted(number for number, _ in best)
        cosines = _by_number(self._passages.score(asked, numbers))
        ways = self._ways(named)
        shares = [self._shares(telling, numbers) for telling in ways]
        strange = min(map(self._strange, ways))
        foreign = self._foreign(numbers, script)
        nearest = float(near.max()) if len(near) else 0.0
        carried = [self._headings.of(number) for number, _ in best]
        owns, places = _nearest_of(carried, near), self._places(found)
        told = []
        for (number, score), codes, own in zip(best, carried, owns, strict=True):
            cosine, unit = cosines.get(number, (mean, 0))
            at = min((places[code] for code in codes if code in places), default=None)
            heading = _NO_HEADING if at is None else found[at]
            has = max(share.get(number, 0.0) for share in shares)
            told.append(
                Topical(
                    number=number,
                    score=score
                    + _BRIDGED * heading.strength
                    + _HEADED * max(own - BY_CHANCE, 0.0)
                    + _WHOLE * has,
                    height=(cosine - mean) / spread,
                    share=has,
                    unit=unit,
                    asked=len(ways[0]),
                    heading=heading.heading,
                    bridged=heading.strength,
                    strange=strange,
                    foreign=number in foreign,
                    headed=(own + nearest) / 2 if len(near) else None,
                )
            )
        return sorted(told, key=lambda t: -t.score)

    def _nearest(self, near: Vectors) -> list[str]:
        """The headings that are meant in other words than theirs, if any."""
        meant = np.flatnonzero(near >= _MEANT)
        best = meant[np.argsort(-near[meant], kind="stable")][:_NEAREST]
        return [self._headings.names[code] for code in best.tolist()]

    def _places(self, found: Sequence[Bridged]) -> dict[int, int]:
        """Where each heading stands among those that were found, by its code."""
        codes = (self._headings.code(one.heading) for one in found)
        return {code: at for at, code in enumerate(codes) if code is not None}

    def _foreign(self, numbers: Iterable[int], script: int) -> set[int]:
        """Records in another script than the question."""
        asked = sorted(numbers)
        other = self._passages.script(asked) != script if asked else []
        return {number for number, is_other in zip(asked, other, strict=True) if is_other}

    def _ways(self, named: Named) -> list[dict[str, float]]:
        """The topic's stems, weighed, in the reader's words and in others for them; what those
        leave out counts for its part of the text: 料理 half of 日本料理."""
        said, rest = self._telling(named.said), self._telling(named.left)
        part = named.part if rest else 0.0
        others = [self._telling(text) for text in named.meant]
        return [said] + [_joined(other, rest, part) for other in others if other]

    def _telling(self, text: str) -> dict[str, float]:
        """The question's stems with their weights, which make 1 together."""
        size = self._words.searcher.num_docs
        stems = set(self._words.stems(telling_words(text))) if text.strip() else set()
        parts = {char: _CHARACTER for stem in stems if has_han(stem) for char in stem}
        counts = parts | dict.fromkeys(stems, 1.0)
        weights = {
            stem: count * _rarity(self._words.frequency("text", stem), size)
            for stem, count in counts.items()
        }
        total = sum(weights.values())
        return {stem: weight / total for stem, weight in weights.items()}

    def _strange(self, telling: Mapping[str, float]) -> float:
        return sum(w for stem, w in telling.items() if not self._words.frequency("text", stem))

    def _shares(self, telling: Mapping[str, float], numbers: Sequence[int]) -> dict[int, float]:
        """What each record has of the question's words, all of it where its headings name them."""
        if not telling or not numbers:
            return {}
        words = self._words
        query = words.any_of(
            [
                words.worth(words.term(field, stem), part * weight)
                for stem, weight in telling.items()
                for field, part in _ABOUT
            ]
        )
        return dict(words.search(words.among(query, numbers), len(numbers)))


_NO_HEADING = Bridged("", 0.0)
_TOLD = 150  # records that are told, at most


def _nearest_of(carried: Sequence[Sequence[int]], near: Vectors) -> list[float]:
    """How near the nearest of each record's headings is to the question; as near as chance has it
    where none was compared."""
    if not len(near) or not carried:
        return [BY_CHANCE] * len(carried)
    none = len(near)  # a code for no heading, with which each record ends
    ends = np.cumsum([len(codes) + 1 for codes in carried])
    flat = np.fromiter(chain.from_iterable((*codes, none) for codes in carried), np.int64, ends[-1])
    compared = np.append(near, np.float32(-np.inf))[np.minimum(flat, none)]
    best = np.maximum.reduceat(compared, np.concatenate([[0], ends[:-1]]))
    return [own if own > -np.inf else BY_CHANCE for own in best.tolist()]


def _joined(most: Mapping[str, float], rest: Mapping[str, float], part: float) -> dict[str, float]:
    """Weights of both, of which `part` goes to the rest."""
    return {
        stem: (1 - part) * most.get(stem, 0.0) + part * rest.get(stem, 0.0)
        for stem in most.keys() | rest.keys()
    }


def _rarity(frequency: int, size: int) -> float:
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))


_FIELDS = (("text", 1.0), ("topic", 0.4))
_CHARACTER = 0.3  # what a character counts of a word that has others: 菜 of 做菜, in 菜谱
_ABOUT = (("text", 0.7), ("topic", 0.3))  # a heading says more than a word in passing


def _share(words: Mapping[int, float]) -> float:
    """What the vectors count: all when the words find nothing."""
    if not words:
        return 1.0
    return 0.4


def _mix(one: Vectors, other: Vectors, weight: float) -> Vectors:
    mixed = one + other * (weight / max(float(np.linalg.norm(other)), 1e-6))
    unit: Vectors = (mixed / max(float(np.linalg.norm(mixed)), 1e-6)).astype(np.float32)
    return unit


def _by_number(near: Nearness) -> dict[int, tuple[float, int]]:
    pairs = zip(near.scores.tolist(), near.units.tolist(), strict=True)
    return dict(zip(near.numbers.tolist(), pairs, strict=True))
