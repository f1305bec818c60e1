"""One question, one ranking: identifiers, known items, authors, topics, likeness, browsing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np

from index.known import KnownItems, Match, Term
from index.query import Reading, read
from index.record import Filters, Query, Record
from index.topics import Scope, Topical, Topics

if TYPE_CHECKING:
    import tantivy

    from index.columns import Columns, Mask
    from index.encoder import Vectors
    from index.headings import Headings
    from index.passages import Passages
    from index.spelling import Speller
    from index.words import WordIndex

Kind = Literal["known_item", "author", "identifier", "topic", "like", "browse"]
_MOST = 200  # records a ranking goes down to
_BROWSED = 2000  # records a filter alone may list


@dataclass(frozen=True, slots=True)
class Place:
    """A record's place in a ranking."""

    number: int
    score: float
    confidence: float
    unit: str = "title"  # title author isbn call_number series subject summary contents
    said: str = ""  # what matched, where it is not the unit's own text
    piece: int = 0  # of the record's units, when a passage matched


@dataclass(frozen=True, slots=True)
class Ranking:
    """Places, best first. `total` counts what passes; it may be more than the places."""

    places: tuple[Place, ...]
    kind: Kind
    total: int
    corrected: str = ""
    numbers: Sequence[int] = field(default_factory=tuple)  # what facets are counted over


class Records(Protocol):
    """Where records are kept (the catalogue is one)."""

    def numbers_of(self, ids: Sequence[str]) -> dict[str, int]: ...
    def by_number(self, numbers: Sequence[int]) -> list[Record]: ...


@dataclass(slots=True)
class Parts:
    """What a search works with; all of one snapshot."""

    words: WordIndex
    passages: Passages
    columns: Columns
    headings: Headings
    speller: Speller


class Search:
    """Ranks record numbers; knows nothing of where records are kept."""

    def __init__(
        self,
        parts: Parts,
        encode: Callable[[str], Vectors],
        catalogue: Records,
    ) -> None:
        self._parts, self._encode, self._numbers_of = parts, encode, catalogue.numbers_of
        self.topics = Topics(parts.words, parts.passages, parts.headings, catalogue.by_number)

    def rank(self, query: Query) -> Ranking:
        """The ranking for one query, all under its filters."""
        scope = self._scope(query.filters)
        reading = read(query.text)
        liked = self._liked(query, reading)
        if liked is not None:
            return self._alike(liked, query.text if query.like else reading.rest, scope)
        if not reading.core:
            return self._browse(query.filters, scope)
        return self._identified(reading, scope) or self._asked(reading, scope, query.filters)

    # Filters

    def _scope(self, filters: Filters) -> Scope:
        words = self._parts.words
        excluded = sorted(self._numbers_of(filters.exclude).values()) if filters.exclude else []
        authors = [self._author_query(author) for author in filters.authors]

        def limit(query: tantivy.Query) -> tantivy.Query:
            return words.require(words.within(query, filters, excluded), authors)

        return Scope(self._mask(filters, excluded, authors), limit)

    def _mask(
        self, filters: Filters, excluded: Sequence[int], authors: Sequence[tantivy.Query]
    ) -> Mask | None:
        columns = self._parts.columns
        mask = columns.passing(filters)
        if mask is None and (excluded or authors):
            mask = columns.alive.copy()
        if mask is not None and excluded:
            mask[excluded] = False
        if mask is not None and authors:
            mask &= self._written_by(authors, len(mask))
        return mask

    def _written_by(self, authors: Sequence[tantivy.Query], size: int) -> Mask:
        found = self._parts.words.search(self._parts.words.all_of(authors), _BROWSED)
        mask = np.zeros(size, np.bool_)
        mask[[number for number, _ in found]] = True
        return mask

    def _author_query(self, name: str) -> tantivy.Query:
        """Every word of the name, in any spelling that the catalogue knows."""
        words = self._parts.words
        spellings = [(t.word, *(v.word for v in t.variants)) for t in self._known().terms(name)]
        each = [words.any_of([words.term("name", w) for w in any_of]) for any_of in spellings]
        return words.all_of(each) if each else words.everything()

    # Kinds of question

    def _liked(self, query: Query, reading: Reading) -> int | None:
        """The record that more like it is wanted of."""
        if query.like:
            return self._numbers_of([query.like]).get(query.like)
        if not reading.like:
            return None
        everything = Scope(None, lambda q: q)
        matches, _ = self._known().search(read(reading.like), everything.limit)
        sure = matches and sureness(matches[0], 0.0) >= _SURE
        return matches[0].number if sure else None

    def _alike(self, number: int, text: str, scope: Scope) -> Ranking:
        columns, passages = self._parts.columns, self._parts.passages
        own = int(columns.works(np.array([number]))[0])
        same = self._known().title_twins(number)
        same |= set(columns.same_work(own).tolist()) if own else set()
        headings = [self._parts.headings.names[c] for c in self._parts.headings.of(number)]
        vector = self._encode(text) if text.strip() else None
        like = passages.whole([number])
        if not len(like):
            return Ranking((), "like", 0)
        found = self.topics.alike(like[0], headings, text, vector, scope)
        found = [t for t in found if t.number != number and t.number not in same]
        return self._topical(found, "like")

    def _identified(self, reading: Reading, scope: Scope) -> Ranking | None:
        words = self._parts.words
        for key in reading.identifiers:
            found = words.search(scope.limit(words.term("ident", key)), _MOST)
            if found:
                standard = key.replace("-", "").rstrip("xX").isdigit() and " " not in key
                unit = "isbn" if standard else "call_number"
                places = tuple(Place(n, 1.0, 0.99, unit, key) for n, _ in found)
                return Ranking(places, "identifier", len(places), numbers=[n for n, _ in found])
        return None

    def _browse(self, filters: Filters, scope: Scope) -> Ranking:
        words = self._parts.words
        query = scope.limit(words.everything())
        numbers = np.array([n for n, _ in words.search(query, _BROWSED)], np.int64)
        ordered = self._by_reach(numbers)
        unit, kind = ("author", "author") if filters.authors else ("title", "browse")
        said = ", ".join(filters.authors)
        places = tuple(Place(n, 1.0 / (i + 1), 0.9, unit, said) for i, n in enumerate(ordered))
        return Ranking(places, kind, words.count(query), numbers=ordered)  # type: ignore[arg-type]

    def _by_reach(self, numbers: Sequence[int] | np.ndarray) -> list[int]:
        """Works with most editions first, then the newest."""
        chosen = np.asarray(numbers, np.int64)
        works = self._parts.columns.works(chosen)
        _, place, sizes = np.unique(works, return_inverse=True, return_counts=True)
        size = np.where(works == 0, 1, sizes[place]) if len(chosen) else sizes
        order = np.lexsort((-self._parts.columns.years(chosen).astype(int), -size))
        return [int(number) for number in chosen[order]]

    def _asked(self, reading: Reading, scope: Scope, filters: Filters) -> Ranking:
        if reading.author and (found := self._by_author(reading.author, filters)):
            return found
        matches, terms = self._known().search(reading, scope.limit)
        if _only_a_name(matches) and (found := self._by_author(reading.core, filters)):
            return _after_titles(found, matches)
        known = [] if reading.topical else _believed(matches)
        if not known or _also_topic(reading, terms, known[0][0]):
            return self._mixed(known, reading, scope, terms)
        return _known_ranking(known, self._corrected(reading, terms, known[0][0]))

    def _by_author(self, name: str, filters: Filters) -> Ranking | None:
        named = replace(filters, authors=(*filters.authors, name))
        ranking = self._browse(named, self._scope(named))
        return ranking if ranking.places else None

    def _mixed(
        self,
        known: list[tuple[Match, float]],
        reading: Reading,
        scope: Scope,
        terms: Sequence[Term],
    ) -> Ranking:
        """Titles that answer to the question's very words first, then the topic."""
        vector = self._encode(reading.core)
        records = self._parts.columns.count
        topic = self._topical(self.topics.search(reading.core, vector, scope, records), "topic")
        if not known:
            return topic
        first = _known_ranking(known, self._corrected(reading, terms, known[0][0]))
        have = {place.number for place in first.places}
        rest = tuple(place for place in topic.places if place.number not in have)
        numbers = [*first.numbers, *(place.number for place in rest)]
        return replace(first, places=first.places + rest, total=len(numbers), numbers=numbers)

    def _topical(self, found: Sequence[Topical], kind: Kind) -> Ranking:
        best = best_of_unrelated(self._parts.columns.count)
        sure = [(t, likelihood(t, best)) for t in found]
        kept = [(t, chance) for t, chance in sure if chance >= _LIKELY[kind]][:_MOST]
        places = tuple(
            Place(
                t.number,
                t.score,
                chance,
                "subject" if t.heading and t.unit == 0 else "passage",
                t.heading if t.unit == 0 else "",
                t.unit,
            )
            for t, chance in kept
        )
        return Ranking(places, kind, len(places), numbers=[t.number for t, _ in kept])

    def _known(self) -> KnownItems:
        parts = self._parts
        return KnownItems(parts.words, parts.speller, parts.columns.count)

    def _corrected(self, reading: Reading, terms: Sequence[Term], best: Match) -> str:
        """The question with its slips repaired as the best record has it; "" when it had none."""
        slips = {t.word: t.variants[0].word for t in terms if t.variants}
        if not slips:
            return ""
        return " ".join(slips.get(word, word) for word in reading.core.split())


_SURE = 0.6  # confidence from which a record counts as the one that was named
# A record less likely than this to help is not shown.
_LIKELY: dict[Kind, float] = {"topic": 0.3, "like": 0.05}
_KEPT = 0.12  # known items this far below the best are not what was meant


def sureness(match: Match, margin: float) -> float:
    """Probability that the record is the one the reader means."""
    value = 14.0 * (match.score - 0.78) + 4.0 * min(margin, 0.2)
    return 1 / (1 + math.exp(-value))


def best_of_unrelated(records: int) -> float:
    """How high the best of so many records would stand if none were on the topic."""
    return math.sqrt(2 * math.log(max(records, 2)))


def likelihood(found: Topical, best: float) -> float:
    """Probability that a record on the topic helps the reader; `best` as above.

    Set by eye on the sample library: questions on its headings against unrelated ones.
    """
    value = 1.3 * (found.height - best - 0.55) + 7.5 * found.words + 0.6 * bool(found.heading)
    return 1 / (1 + math.exp(-value))


def _believed(matches: Sequence[Match]) -> list[tuple[Match, float]]:
    """Matches that may be what was meant, each with its probability."""
    if not matches:
        return []
    best = matches[0].score
    margin = best - matches[1].score if len(matches) > 1 else 0.2
    if sureness(matches[0], margin) < _SURE:
        return []
    kept = [m for m in matches if best - m.score <= _KEPT]
    return [(m, sureness(m, margin if m is matches[0] else 0.0)) for m in kept]


def _only_a_name(matches: Sequence[Match]) -> bool:
    """Whether the question is an author's name and nothing else."""
    return any(m.named > 0.95 for m in matches[:10])


def _after_titles(works: Ranking, matches: Sequence[Match]) -> Ranking:
    """An author's works, after books that bear the name as their title."""
    titled = [m for m in matches if m.told > 0.95 and m.asked > 0.95]
    places = tuple(Place(m.number, 1.0 + m.score, sureness(m, 0.0)) for m in titled)
    have = {place.number for place in places}
    rest = tuple(place for place in works.places if place.number not in have)
    numbers = [place.number for place in (*places, *rest)]
    return replace(works, places=places + rest, total=works.total + len(places), numbers=numbers)


def _also_topic(reading: Reading, terms: Sequence[Term], best: Match) -> bool:
    """Whether the words may as well name a topic: few of them, no author, nothing quoted."""
    telling = [t for t in terms if t.weight > 1.0]
    return not reading.quoted and best.named < 0.3 and len(telling) <= 2


def _known_ranking(known: Sequence[tuple[Match, float]], corrected: str) -> Ranking:
    places = tuple(
        Place(m.number, m.score, sure, "author" if m.named > 0.6 > m.told else "title")
        for m, sure in known
    )
    numbers = [m.number for m, _ in known]
    return Ranking(places, "known_item", len(places), corrected, numbers)
