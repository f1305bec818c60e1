"""What a search lets pass: filters as a mask of record numbers and as a limit on word queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from index.authors_chinese import longer_names, own_spelling
from index.known import KnownItems
from index.record import Filters
from index.tokens import title_words, topic_words
from index.topics import Scope

if TYPE_CHECKING:
    import tantivy

    from index.columns import Columns, Mask
    from index.words import WordIndex


class Scopes:
    """Filters resolved: authors to every spelling of theirs, ids to numbers."""

    def __init__(
        self,
        words: WordIndex,
        columns: Columns,
        known: KnownItems,
        numbers_of: Callable[[Sequence[str]], Mapping[str, int]],
    ) -> None:
        self._words, self._columns, self._known = words, columns, known
        self._numbers_of = numbers_of

    def scope(self, filters: Filters) -> Scope:
        words = self._words
        needed = self._needed(filters)
        unwanted = self._unwanted(filters)
        found = self._found(unwanted)
        gone = self._gone(filters, found)
        others = np.flatnonzero(gone & ~found).tolist()

        def limit(query: tantivy.Query) -> tantivy.Query:
            limited = words.require(words.within(query, filters, others), needed)
            return words.but_for(limited, unwanted)

        return Scope(self._mask(filters, gone, needed), limit)

    def _needed(self, filters: Filters) -> list[tantivy.Query]:
        """What everything must be: by each author that is named, and of words that are wanted."""
        authors = [self._author_query(name) for name in filters.authors]
        either = [self._word_query(phrase) for phrase in filters.having]
        return [*authors, self._words.any_of(either)] if either else authors

    def _unwanted(self, filters: Filters) -> list[tantivy.Query]:
        """What nothing may be: by an author, or of words that are not wanted."""
        authors = [self._author_query(name) for name in filters.not_authors]
        return authors + [self._word_query(phrase) for phrase in filters.not_words]

    def _found(self, queries: Sequence[tantivy.Query]) -> Mask:
        """The records that one of the queries finds."""
        found = np.zeros(len(self._columns.alive), np.bool_)
        if queries:
            found[self._words.numbers(self._words.any_of(queries))] = True
        return found

    def _gone(self, filters: Filters, found: Mask) -> Mask:
        """What is not wanted, with all editions of it, and records left out by their id."""
        gone = self._columns.with_their_works(np.flatnonzero(found))
        ids = self._numbers_of(filters.exclude).values() if filters.exclude else ()
        gone[[number for number in ids if number < len(gone)]] = True
        return gone

    def _mask(self, filters: Filters, gone: Mask, needed: Sequence[tantivy.Query]) -> Mask | None:
        columns = self._columns
        mask = columns.passing(filters)
        limited = needed or bool(gone.any())
        if mask is None and limited:
            mask = columns.alive.copy()
        if mask is not None and limited:
            mask &= ~gone
        if mask is not None and needed:
            mask &= self._found([self._words.all_of(needed)])
        return mask

    def _author_query(self, name: str) -> tantivy.Query:
        """Every word of the name, in any spelling that the catalogue knows or another script."""
        own, other = self._name_query(name), own_spelling(name)
        if not other:
            return own
        longer = [self._name_query(one) for one in longer_names(name)]
        own = self._words.but_for(own, longer)
        return self._words.any_of([own, self._spelt_so(other)])

    def _spelt_so(self, name: str) -> tantivy.Query:
        """A name as catalogues spell it: no slip is looked for, Paz Octavio is no Octavia."""
        words = self._words
        return words.all_of([words.term("name", word) for word in title_words(name)])

    def _name_query(self, name: str) -> tantivy.Query:
        words = self._words
        spellings = [(t.word, *(v.word for v in t.variants)) for t in self._known.terms(name)]
        each = [words.any_of([words.term("name", w) for w in any_of]) for any_of in spellings]
        return words.all_of(each) if each else words.everything()

    def _word_query(self, phrase: str) -> tantivy.Query:
        """Every word of the phrase, anywhere in a record."""
        words = self._words
        stems = words.stems(topic_words(phrase))
        return words.all_of([words.term("text", stem) for stem in stems])
