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

_MOST = 2000  # records of an author, or with words that are not wanted


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
        excluded = sorted(self._excluded(filters))
        authors = [self._author_query(author) for author in filters.authors]

        def limit(query: tantivy.Query) -> tantivy.Query:
            return words.require(words.within(query, filters, excluded), authors)

        return Scope(self._mask(filters, excluded, authors), limit)

    def _excluded(self, filters: Filters) -> set[int]:
        """Records that are not wanted: by their id, their author, or by words that they have."""
        words, columns = self._words, self._columns
        queries = [self._author_query(name) for name in filters.not_authors]
        queries += [self._word_query(phrase) for phrase in filters.not_words]
        found = words.search(words.any_of(queries), _MOST) if queries else []
        ids = self._numbers_of(filters.exclude).values() if filters.exclude else ()
        return {*ids, *columns.with_their_works([number for number, _ in found])}

    def _mask(
        self, filters: Filters, excluded: Sequence[int], authors: Sequence[tantivy.Query]
    ) -> Mask | None:
        columns = self._columns
        mask = columns.passing(filters)
        if mask is None and (excluded or authors):
            mask = columns.alive.copy()
        if mask is not None and excluded:
            mask[excluded] = False
        if mask is not None and authors:
            mask &= self._written_by(authors, len(mask))
        return mask

    def _written_by(self, authors: Sequence[tantivy.Query], size: int) -> Mask:
        found = self._words.search(self._words.all_of(authors), _MOST)
        mask = np.zeros(size, np.bool_)
        mask[[number for number, _ in found]] = True
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
