"""The bibliographic record and its copies, as sources yield them and searches return them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

CopyStatus = Literal["available", "on_loan", "reference", "missing", "unknown"]
Audience = Literal["preschool", "children", "young_adult", "adult"]
LiteraryForm = Literal["fiction", "nonfiction", "poetry", "drama", "unstated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One physical or licensed copy; `branch` is a code of the library's own."""

    branch: str
    shelf: str = ""
    call_number: str = ""
    status: CopyStatus = "unknown"
    due: date | None = None
    barcode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One bibliographic record. Languages are ISO 639-2/B; names as catalogued ("Austen, Jane")."""

    id: str
    title: str
    subtitle: str = ""
    variant_titles: tuple[
        str, ...
    ] = ()  # 246, 240, 880: other scripts, romanisations, translations
    authors: tuple[str, ...] = ()  # creators first, then contributors that readers ask for
    translators: tuple[str, ...] = ()  # those of `authors` who are that and no more
    variant_authors: tuple[str, ...] = ()  # 880 and cross-script forms
    year: int | None = None
    language: str = ""
    languages: tuple[str, ...] = ()
    original_language: str = ""  # first written in, where that is told
    # book large_print audiobook ebook film music score map periodical article graphic_novel ...
    format: str = "book"
    edition: str = ""
    publisher: str = ""
    place: str = ""  # of publication
    pages: int | None = None
    series: tuple[str, ...] = ()
    isbn: tuple[str, ...] = ()  # ISBN-13, digits only
    issn: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()  # headings as printed: "Birds -- Migration"
    genres: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    ddc: tuple[str, ...] = ()
    lcc: tuple[str, ...] = ()
    call_number: str = ""
    summary: str = ""
    contents: tuple[str, ...] = ()  # one entry a chapter or part
    notes: tuple[str, ...] = ()
    audience: Audience = "adult"
    literary_form: LiteraryForm = "unstated"
    url: str = ""
    work: str = ""  # the same for editions and formats of one work
    copies: tuple[Copy, ...] = ()
    source: str = ""  # where it came from, with position: "koha.mrc#17"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that could not be read: the import goes on and the report names it."""

    position: str  # "koha.mrc#17 at byte 20411"
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Repaired:
    """A record that was read although part of it is damaged; it is loaded and reported."""

    position: str
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record that its source has withdrawn."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What must hold for every hit; empty means no limit. Pushed down into both indexes."""

    year_from: int | None = None
    year_to: int | None = None
    pages_from: int | None = None
    pages_to: int | None = None
    languages: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    literary_forms: tuple[str, ...] = ()
    literatures: tuple[str, ...] = ()  # first written in such a language, or translated
    available: bool = False
    authors: tuple[
        str, ...
    ] = ()  # every author named must be on the record (any spelling the index knows)
    not_authors: tuple[str, ...] = ()  # no work of theirs
    not_words: tuple[str, ...] = ()  # no work that has all words of one of these, wherever
    having: tuple[str, ...] = ()  # only records that have all words of one of these, wherever
    exclude: tuple[str, ...] = ()  # record ids already shown or disliked
    above: int = 0  # only records with a higher number: those that came in later


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One search. `like` names a record to find more like; `text` may be empty or narrow it."""

    text: str = ""
    filters: Filters = Filters()
    like: str | None = None
    limit: int = 5
    offset: int = 0
    order: str = ""  # newest, oldest, longest or shortest first, where no words rank
    floor: float = 0.3  # records on the topic that are less likely than this to help are left out
    prefer: str = ""  # a language whose records go a few places up, where a topic ranks them
    by_name: bool = False  # what the words name, a title or an author; nothing for a mere topic


@dataclass(frozen=True, slots=True)
class Why:
    """The unit that matched: title author isbn call_number series subject summary contents."""

    unit: str
    text: str = ""  # the passage or heading that matched, plain text


@dataclass(frozen=True, slots=True)
class Hit:
    record: Record
    score: float  # comparable within one answer only
    why: Why | None = None
    confidence: float = (
        0.0  # 0..1, calibrated: how sure the index is that this answers the question
    )
    editions: tuple[str, ...] = ()  # ids of other editions of the work that pass the filters


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer to one Query, all under one snapshot of the index."""

    hits: tuple[Hit, ...]
    total: int  # records that match and pass the filters, for "12 of 40"
    kind: Literal["known_item", "author", "identifier", "topic", "like", "browse"]
    index_version: str
    facets: Mapping[str, Mapping[str, int]] = field(
        default_factory=dict
    )  # filter -> value -> count
    corrected: str = ""  # the query as understood, when spelling was repaired
    best: float | None = None  # confidence of what ranked first before another went past it
