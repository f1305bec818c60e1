"""MARC 21 to the record: one rule a field, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

from index import text
from index.literary import form_of as form_told
from index.literature import by_class
from index.record import Deleted, Record
from index.sources import marc_subjects as about
from index.sources.base import Options, UnfitError
from index.sources.extent import pages_told
from index.sources.marc_codes import (
    audience_of,
    form_of,
    languages_of,
    literary_code,
    original_language,
    year_of,
)
from index.sources.marc_copies import copies, mappings
from index.sources.marc_data import Marc, distinct, trim
from index.sources.marc_names import Titles, linked, names, titles
from index.works import work_key

_NOT_BIBLIOGRAPHIC = {"z": "an authority", "w": "a classification", "q": "a community information"}
_NOT_BIBLIOGRAPHIC |= dict.fromkeys("uvxy", "a holdings")
_LITERATURE = ("fiction", "poetry", "drama")
# Uniform titles that gather several works.
_COLLECTIVE = re.compile(
    r"^(?:works|selections|poems|plays|novels|short stories|essays|correspondence|prose works|"
    r"poetry|speeches|laws, etc|treaties, etc|instrumental music|vocal music|songs|symphonies)\b",
    re.I,
)
_TRANSLATED = re.compile(
    r"^translation of:?\s*(.+)|^translated from .*?:\s*(.+)|^原著[:：](.+)", re.I
)


class MarcMapping:
    """Makes records as the options say."""

    def __init__(self, options: Options) -> None:
        self._prefix = options.prefix
        self._copies = mappings(options.copies)

    def record(self, marc: Marc, source: str) -> Record | Deleted:
        """The record; Deleted when its leader says so. Raises UnfitError."""
        record_id = self._prefix + id_of(marc)
        if marc.leader[5:6] == "d":
            return Deleted(record_id)
        if kind := _NOT_BIBLIOGRAPHIC.get(marc.leader[6:7]):
            raise UnfitError(f"{kind} record, not a bibliographic one", record_id)
        told = titles(marc)
        if not told.shown:
            raise UnfitError("no title (field 245)", record_id)
        return self._mapped(marc, record_id, told, source)

    def _mapped(self, marc: Marc, record_id: str, told: Titles, source: str) -> Record:
        people = names(marc, in_script=text.is_cjk(told.shown))
        languages, held = languages_of(marc), copies(marc, self._copies)
        language, form = next(iter(languages), ""), form_of(marc)
        lcc, ddc = _classes(marc, "050", "090", "060"), _classes(marc, "082", "083", "092")
        genres, subjects = about.genres(marc), about.subjects(marc)
        kind = form_told(genres, subjects, (ddc, lcc), form, literary_code(marc))
        classed = by_class(ddc, lcc) if kind in _LITERATURE else ""
        return Record(
            id=record_id,
            title=told.shown,
            subtitle=told.subtitle,
            variant_titles=told.variants,
            authors=people.shown,
            translators=people.translators,
            variant_authors=people.variants,
            year=year_of(marc),
            language=language,
            languages=languages,
            original_language=original_language(marc) or classed,
            format=form,
            edition=_first(marc, "a", "250"),
            publisher=_publisher(marc),
            place=_place(marc),
            pages=pages_told(told.first("a") for told in marc.get("300")),
            series=about.series(marc),
            isbn=_isbns(marc),
            issn=distinct(text.issn(t) or "" for f in marc.get("022") for t in f.all("al")),
            subjects=subjects,
            genres=genres,
            keywords=about.keywords(marc),
            ddc=ddc,
            lcc=lcc,
            call_number=next((c.call_number for c in held if c.call_number), "")
            or _shelfmark(marc),
            summary=about.summary(marc),
            contents=about.contents(marc),
            notes=about.notes(marc),
            audience=audience_of(marc),
            literary_form=kind,
            url=_url(marc),
            work=_work(marc, form, language),
            copies=held,
            source=source,
        )


def id_of(marc: Marc) -> str:
    """The number that the library system knows it by, else its control number, else a digest."""
    koha = next((f.first("c") for f in marc.get("999") if f.first("d").isdigit()), "")
    evergreen = next((f.first("c") for f in marc.get("901")), "")
    if koha.isdigit() or evergreen.isdigit():
        return koha if koha.isdigit() else evergreen
    number = marc.value("001").partition(" /")[0].strip() or _first(marc, "a", "035", "010")
    return number or _digest(marc)


def _digest(marc: Marc) -> str:
    told = repr(
        [(f.tag, f.subs) for f in marc.get("245", "100", "110", "250", "260", "264", "300")]
    )
    return "x-" + blake2b(told.encode(), digest_size=8).hexdigest()


def _first(marc: Marc, codes: str, *tags: str) -> str:
    return next((told for f in marc.get(*tags) if (told := trim(f.join(codes)))), "")


def _publisher(marc: Marc) -> str:
    return _imprint(marc, "b")


def _place(marc: Marc) -> str:
    return _imprint(marc, "a")


def _imprint(marc: Marc, code: str) -> str:
    """What is printed of the publisher or the place, in the script of the title."""
    published = [f for f in marc.get("264") if f.ind2 == "1"] or [*marc.get("260", "264")]
    scripted = (linked(marc, f) for f in published if text.is_cjk(_script_title(marc)))
    told = [*filter(None, scripted), *published]
    named = (trim(f.first(code)) for f in told)
    return next((name for name in named if name and not _NOBODY.match(name)), "")


_NOBODY = re.compile(r"s\.? ?[nl]\b|\w+(?: of publication)? not identified|出版[者地]不明", re.I)


def _script_title(marc: Marc) -> str:
    main = next(iter(marc.get("245")), None)
    script = linked(marc, main) if main else None
    return script.join("a") if script else ""


def _isbns(marc: Marc) -> tuple[str, ...]:
    """Own ones first, then those of other forms of the book ($z), which readers type too."""
    told = [t for codes in ("a", "z") for f in marc.get("020") for t in f.all(codes)]
    return distinct(text.isbn13(t) or "" for t in told)


def _classes(marc: Marc, *tags: str) -> tuple[str, ...]:
    return distinct(
        t.replace("/", "").replace("'", "") for f in marc.get(*tags) for t in f.all("a")
    )


def _shelfmark(marc: Marc) -> str:
    told = (f.join("ab") for f in marc.get("090", "050", "092", "082"))
    return next((mark.replace("/", "").replace("'", " ") for mark in told if mark), "")


def _url(marc: Marc) -> str:
    """Where it can be read: the thing itself before a version of it, nothing merely related."""
    told = sorted((f for f in marc.get("856") if f.ind2 != "2"), key=lambda f: f.ind2 not in "0 ")
    links = (link for f in told if not _RELATED.search(f.join("3z")) for link in f.all("u"))
    return next((link for link in links if link.startswith(("http://", "https://"))), "")


_RELATED = re.compile(r"table of contents|biographical|publisher desc|cover|sample|inhalt", re.I)


def _work(marc: Marc, form: str, language: str) -> str:
    person = next(iter(marc.get("100", "110", "111", "700")), None)
    # The comma says that the name stands as it is filed.
    author = (
        trim(person.join("a" if person.tag in ("100", "700") else "ab")) + "," if person else ""
    )
    title = next(_uniform(marc), "") or _filed(marc)
    serial = next((t for f in marc.get("022") for t in f.all("a")), "")
    return work_key(title, author, form, language, serial)


def _uniform(marc: Marc) -> Iterator[str]:
    """The title under which all editions are filed, or that of the original."""
    for told in marc.get("240", "130"):
        title = _without(told.join("anp"), told.ind1 if told.tag == "130" else told.ind2)
        if not _COLLECTIVE.match(title):
            yield title
    yield from (trim(told.join("t")) for told in marc.get("765") if told.join("t"))
    for told in marc.get("500"):
        if found := _TRANSLATED.match(told.first("a")):
            yield trim(next(filter(None, found.groups())))


def _filed(marc: Marc) -> str:
    main = next(iter(marc.get("245", "246", "880")), None)
    return _without(main.join("anp"), main.ind2) if main else ""


def _without(title: str, nonfiling: str) -> str:
    """The title from its first filing character on."""
    return trim(title[int(nonfiling) :] if nonfiling in "123456789" else title)
