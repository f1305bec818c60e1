"""The holdings as a dialogue uses them: searched with filters, and turned into items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from actions.filters import dump_filters
from actions.having import looked_for
from actions.names import Names, authors_of
from actions.why import why_in_words
from assistant.errors import HoldingsUnavailable
from assistant.library import Library
from assistant.model import Copy, Item, Language, SearchLog
from index.record import Copy as RecordCopy
from index.record import Filters, Found, Hit, Query, Record
from index.works_known import work_called

PAGE = 5
OWN: dict[Language, str] = {"en": "eng", "zh": "chi"}  # as records name what readers read
_ANY = Filters()
_FITS = 0.55  # of the closest record's confidence: what is farther out breaks the order
_SORTED = 200  # how many of the closest are put in another order when a reader asks for one


class Holdings(Protocol):
    """What of `index.holdings.Holdings` a dialogue needs."""

    def search(self, query: Query) -> Found: ...

    def get(self, ids: Sequence[str]) -> list[Record]: ...

    def bears(self, words: str) -> bool: ...

    def tells(self, text: str) -> bool: ...

    def editions(self, record_id: str, filters: Filters) -> list[Record]: ...


@dataclass(frozen=True, slots=True)
class Page:
    """What one search shows: hits from `first` on (0 is the first), and the line for the log."""

    found: Found
    hits: tuple[Hit, ...]
    log: SearchLog

    @property
    def ids(self) -> list[str]:
        return [hit.record.id for hit in self.hits]

    @property
    def named(self) -> bool:
        """Whether the question named a record, by title or number."""
        return self.found.kind in ("known_item", "identifier")

    @property
    def sureness(self) -> float:
        """How sure the index is of what fits best, 0 to 1."""
        first = self.hits[0].confidence if self.hits else 0.0
        return first if self.found.best is None or not self.hits else self.found.best


class Catalogue(Protocol):
    """What of `index.catalogue.Catalogue` tells what is new."""

    def head(self) -> int: ...

    def number_at(self, seq: int) -> int | None: ...


class Shelf:
    """`holdings` is None while there is no index: every call then raises HoldingsUnavailable."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.holdings: Holdings | None = None
        self.catalogue: Catalogue | None = None
        self.checked_at = datetime.fromtimestamp(0, UTC)  # when the state of copies was learned
        self._seen: dict[Query, Found] | None = None  # what this turn has searched
        self._prefer = ""  # the language of whoever is answered

    def for_turn(self, language: Language) -> Shelf:
        """The same shelf for one turn, which may look twice for the price of once."""
        mine = copy(self)
        mine._seen, mine._prefer = {}, OWN[language]
        return mine

    def search(self, query: Query, order: str = "") -> Page:
        """Raises HoldingsUnavailable when there is no index yet."""
        if order:
            return self._ordered(query, order)
        found = self._found(query)
        return Page(found, found.hits, _log(query, found, found.hits))

    def _found(self, query: Query) -> Found:
        """Whoever only wants to know whether there is anything gets a page, for who shows it."""
        query = replace(query, prefer=self._prefer)
        told = looked_for(query.filters.having)
        query = replace(query, filters=replace(query.filters, having=told)) if told else query
        if self._seen is None:
            return self._open().search(query)
        wide = replace(query, limit=max(query.limit, PAGE))
        if wide not in self._seen:
            self._seen[wide] = self._open().search(wide)
        found = self._seen[wide]
        return replace(found, hits=found.hits[: query.limit])

    def records(self, ids: Sequence[str]) -> list[Record]:
        """Records in the order asked; those that are gone are left out."""
        return list(self._open().get(ids)) if ids else []

    def record(self, record_id: str) -> Record | None:
        return next(iter(self.records([record_id])), None)

    def bears(self, words: str) -> bool:
        """Whether these words are a title of ours; none is while there is no index."""
        return self.holdings is not None and self.holdings.bears(words)

    def knows(self, words: str) -> bool:
        """Whether these words are a title of ours, or of a known work that we lack."""
        return self.bears(words) or work_called(words) is not None

    def tells(self, text: str) -> bool:
        """Whether one record has all words of an English text that tell something."""
        return self._open().tells(text)

    def editions(self, record_id: str, filters: Filters = _ANY) -> list[Record]:
        """What we have of a work in the languages and formats that `filters` ask for: its
        editions and translations, then films and the like of the same title."""
        return self._open().editions(record_id, filters)

    def head(self) -> int:
        """The number of the catalogue's latest change; 0 while there is none."""
        return self.catalogue.head() if self.catalogue is not None else 0

    def news(self, query: Query, since: int) -> list[Record]:
        """Records that came in after change `since` and answer the query, best first."""
        if self.catalogue is None:
            raise HoldingsUnavailable("There is no catalogue yet.")
        number = self.catalogue.number_at(since)
        if number is None:
            return []
        filters = replace(query.filters, above=number)
        return [hit.record for hit in self.search(replace(query, filters=filters)).hits]

    def _open(self) -> Holdings:
        if self.holdings is None:
            raise HoldingsUnavailable("There is no index of holdings yet.")
        return self.holdings

    def _ordered(self, query: Query, order: str) -> Page:
        """The closest records, put in another order than closeness: last those that do not tell.
        What hardly fits is left out: it would come first, or break the order that is promised."""
        wide = Query(
            text=query.text, filters=query.filters, like=query.like, limit=_SORTED, order=order
        )
        found = self._found(wide)
        fits = _FITS * max((hit.confidence for hit in found.hits), default=0.0)

        fitting = [hit for hit in found.hits if hit.confidence >= fits]
        hits = sorted(fitting, key=lambda hit: _place(hit.record, order))
        shown = tuple(hits[query.offset : query.offset + query.limit])
        found = replace(found, total=found.total - len(found.hits) + len(fitting))
        return Page(found, shown, _log(query, found, shown))

    def items(
        self, records: Sequence[Record], names: Names, why: Mapping[str, str] | None = None
    ) -> list[Item]:
        """Records as readers see them; `why` gives the reason by record id."""
        told = why or {}
        return [self.item(record, names, told.get(record.id)) for record in records]

    def hits_as_items(self, page: Page, names: Names) -> list[Item]:
        known = page.named
        why = {} if known else {h.record.id: why_in_words(h, names.language) for h in page.hits}
        return self.items([hit.record for hit in page.hits], names, why)

    def item(self, record: Record, names: Names, why: str | None = None) -> Item:
        return Item(
            record_id=record.id,
            title=full_title(record),
            authors=authors_of(record),
            year=record.year,
            language=record.language,
            format=record.format,
            call_number=record.call_number,
            isbn=list(record.isbn),
            url=record.url,
            summary=record.summary or None,
            pages=record.pages,
            why=why or None,
            copies=[self._copy(copy, names) for copy in record.copies],
        )

    def _copy(self, copy: RecordCopy, names: Names) -> Copy:
        return Copy(
            branch=names.branch(copy.branch),
            branch_code=copy.branch,
            shelf=names.shelf(copy.shelf),
            call_number=copy.call_number,
            status=copy.status,
            due=copy.due,
            checked_at=self.checked_at,
        )


def full_title(record: Record) -> str:
    """Title and subtitle as one reads them."""
    if not record.subtitle:
        return record.title
    chinese = any(ord(letter) > 0x2E80 for letter in record.title)
    return f"{record.title}{'：' if chinese else ': '}{record.subtitle}"


def short_title(record: Record) -> str:
    return record.title.rstrip(" /:;")


def names_of(library: Library) -> dict[Language, Names]:
    return {"en": Names(library, "en"), "zh": Names(library, "zh")}


def _place(record: Record, order: str) -> tuple[bool, float | str]:
    """Where a record stands; those without a year or a number of pages come last."""
    if order == "title":
        return False, record.title.casefold()
    number = (record.pages if order in ("shortest", "longest") else record.year) or 0
    return not number, -number if order in ("newest", "longest") else number


def _log(query: Query, found: Found, hits: Sequence[Hit]) -> SearchLog:
    filters = dump_filters(query.filters)
    return SearchLog(
        query=query.text,
        filters=filters | ({"like": query.like} if query.like else {}),
        record_ids=[hit.record.id for hit in hits],
        scores=[round(hit.score, 4) for hit in hits],
        total=found.total,
        index_version=found.index_version,
        kind=found.kind,
    )
