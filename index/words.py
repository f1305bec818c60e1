"""The word index (tantivy): what is kept of each record, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.cards import Card, card_bytes, card_from, term_fields, text_fields
from index.columns import wanted_of
from index.record import Filters, Record

if TYPE_CHECKING:
    import tantivy

_WHOLE = (  # fields of whole values
    "key",
    "heading",
    "ident",
    "language",
    "format",
    "branch",
    "shelf",
    "audience",
    "literary_form",
    "literature",
)
_WIDE = 99_999  # more than any year or number of pages
_HEAP = 96_000_000  # bytes the writer may fill before it writes a segment
_WORDS_KNOWN = 50_000  # words whose number of records is remembered


class WordIndex:
    """One tantivy index in one folder (or in memory). Reading and writing may overlap."""

    def __init__(self, folder: Path | None = None) -> None:
        import tantivy

        self._t = tantivy
        self.schema = _schema()
        self._index = tantivy.Index(self.schema, path=str(folder) if folder else None)
        self._stems = stemmer()
        self._index.register_tokenizer("stems", self._stems)
        self._index.register_tokenizer("words", _whitespace())
        self._writer: tantivy.IndexWriter | None = None
        self._look()

    def put(self, records: Iterable[tuple[int, Record]], *, fresh: bool = False) -> None:
        """Add records under their numbers, or replace them; seen after `commit`."""
        for number, record in records:
            if not fresh:
                self._writing().delete_documents_by_query(self._numbered(number))
            self._writing().add_document(self._document(number, record))

    def remove(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            self._writing().delete_documents_by_query(self._numbered(number))

    def commit(self) -> None:
        """Make all that was put or removed visible."""
        self._writing().commit()
        self._index.reload()
        self._look()

    def _look(self) -> None:
        """Search what is committed now; a search asks for the same words' numbers many times."""
        self.searcher = self._index.searcher()
        self._frequency = lru_cache(maxsize=_WORDS_KNOWN)(self.searcher.doc_freq)

    def close(self) -> None:
        """Let go of the writer; what was not committed is lost."""
        if self._writer is not None:
            self._writer.wait_merging_threads()
            self._writer = None

    def stems(self, tokens: Sequence[str]) -> list[str]:
        """Stems, one for each token."""
        return self._stems.analyze(" ".join(tokens))

    def vocabulary(self, field: str) -> list[tuple[str, int]]:
        """Every word of a field with the number of records that have it."""
        return self.searcher.terms_with_prefix(field, "")

    def frequency(self, field: str, word: str) -> int:
        return self._frequency(field, word)

    def search(self, query: tantivy.Query, limit: int) -> list[tuple[int, float]]:
        """Numbers with BM25 scores, best first."""
        hits = self.searcher.search(query, limit, count=False).hits
        numbers = self.searcher.fast_field_values("number", [at for _, at in hits])
        return [(int(n), s) for n, (s, _) in zip(numbers, hits, strict=True) if n is not None]

    def numbers(self, query: tantivy.Query) -> list[int]:
        """The number of every record that the query finds, in no order."""
        count = self.count(query)
        return [number for number, _ in self.search(query, count)] if count else []

    def count(self, query: tantivy.Query) -> int:
        return int(self.searcher.search(query, 1, count=True).count or 0)  # type: ignore[attr-defined]

    def cards(self, query: tantivy.Query, limit: int) -> list[tuple[Card, float]]:
        """Cards with BM25 scores, best first."""
        hits = self.searcher.search(query, limit, count=False).hits
        return [(self._card_at(at), score) for score, at in hits]

    def _card_at(self, at: tantivy.DocAddress) -> Card:
        data: bytes = self.searcher.doc(at)["card"][0]
        return card_from(data)

    def card(self, number: int) -> Card | None:
        """The card of one record."""
        found = self.cards(self._numbered(number), 1)
        return found[0][0] if found else None

    # Queries

    def term(self, field: str, value: Any, boost: float = 1.0) -> tantivy.Query:
        query = self._t.Query.term_query(self.schema, field, value, "freq")
        return query if boost == 1.0 else self._t.Query.boost_query(query, boost)

    def any_of(self, queries: Sequence[tantivy.Query]) -> tantivy.Query:
        return self._t.Query.boolean_query([(self._t.Occur.Should, q) for q in queries])

    def best_of(self, queries: Sequence[tantivy.Query]) -> tantivy.Query:
        """The score of the best part alone."""
        return self._t.Query.disjunction_max_query(list(queries))

    def worth(self, query: tantivy.Query, score: float) -> tantivy.Query:
        """`query`, whose every hit scores the same."""
        return self._t.Query.const_score_query(query, score)

    def within(
        self, query: tantivy.Query, filters: Filters, excluded: Sequence[int] = ()
    ) -> tantivy.Query:
        """`query` among records that pass the filters; the filters add nothing to the score.

        Authors and ids of the filters are the caller's to resolve: `require` and `excluded`.
        """
        needed = list(self._limits(filters))
        if not needed and not excluded:
            return query
        occur = self._t.Occur
        parts = [(occur.Must, query), *((occur.Must, self._unscored(q)) for q in needed)]
        if excluded:
            gone = self._t.Query.term_set_query(self.schema, "number", list(excluded))
            parts.append((occur.MustNot, gone))
        return self._t.Query.boolean_query(parts)

    def require(self, query: tantivy.Query, needed: Sequence[tantivy.Query]) -> tantivy.Query:
        """`query` where all of `needed` hold too, which add nothing to the score."""
        if not needed:
            return query
        must = self._t.Occur.Must
        parts = [(must, query), *((must, self._unscored(q)) for q in needed)]
        return self._t.Query.boolean_query(parts)

    def but_for(self, query: tantivy.Query, others: Sequence[tantivy.Query]) -> tantivy.Query:
        """`query` where none of `others` holds."""
        occur = self._t.Occur
        parts = [(occur.Must, query), *((occur.MustNot, one) for one in others)]
        return self._t.Query.boolean_query(parts) if others else query

    def among(self, query: tantivy.Query, numbers: Sequence[int]) -> tantivy.Query:
        """`query` among these records only."""
        chosen = self._t.Query.term_set_query(self.schema, "number", list(numbers))
        return self.require(query, [chosen])

    def all_of(self, queries: Sequence[tantivy.Query]) -> tantivy.Query:
        return self._t.Query.boolean_query([(self._t.Occur.Must, q) for q in queries])

    def everything(self) -> tantivy.Query:
        return self._t.Query.all_query()

    def _limits(self, filters: Filters) -> Iterator[tantivy.Query]:
        for field, least, most in (
            ("year", filters.year_from, filters.year_to),
            ("pages", filters.pages_from, filters.pages_to),
        ):
            if least is not None or most is not None:
                yield self._between(field, least, most)
        if filters.above:
            kind = self._t.FieldType.Unsigned
            yield self._t.Query.range_query(self.schema, "number", kind, filters.above + 1)
        for field, values in wanted_of(filters).items():
            yield self._t.Query.term_set_query(self.schema, field, list(values))

    def _between(self, field: str, least: int | None, most: int | None) -> tantivy.Query:
        low, high = least if least is not None else -_WIDE, most if most is not None else _WIDE
        return self._t.Query.range_query(self.schema, field, self._t.FieldType.Integer, low, high)

    def _unscored(self, query: tantivy.Query) -> tantivy.Query:
        return self.worth(query, 0.0)

    def _numbered(self, number: int) -> tantivy.Query:
        return self._t.Query.term_query(self.schema, "number", number)

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer

    def _document(self, number: int, record: Record) -> tantivy.Document:
        document = self._t.Document()
        document.add_unsigned("number", number)
        for name, told in (("year", record.year), ("pages", record.pages)):
            if told is not None:
                document.add_integer(name, told)
        document.add_bytes("card", card_bytes(number, record))
        for field, values in {**text_fields(record), **term_fields(record)}.items():
            for value in values:
                document.add_text(field, value)
        return document


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", indexed=True, fast=True, stored=True)
    for field in ("year", "pages"):
        builder.add_integer_field(field, indexed=True, fast=True)
    for field in ("title", "name", "other"):
        builder.add_text_field(field, tokenizer_name="words", index_option="freq")
    for field in ("text", "topic"):
        builder.add_text_field(field, tokenizer_name="stems", index_option="freq")
    for field in _WHOLE:
        builder.add_text_field(field, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("card", stored=True)
    return builder.build()


def stemmer() -> tantivy.TextAnalyzer:
    """Stems of words that are parted by blanks; Chinese stays as it is."""
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    return builder.filter(tantivy.Filter.stemmer("english")).build()


def _whitespace() -> tantivy.TextAnalyzer:
    import tantivy

    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
