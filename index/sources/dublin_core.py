"""Dublin Core to the record, as repositories, museums and archives write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from index import text
from index.languages import language_code
from index.literary import form_of
from index.record import Record
from index.sources.base import UnfitError
from index.sources.marc_data import clean, distinct, prose
from index.sources.marc_xml import local
from index.works import work_key

# What a type says, most telling first.
_FORMS = (
    ("thesis", "thesis"), ("dissertation", "thesis"), ("article", "article"),
    ("periodical", "periodical"), ("journal", "periodical"), ("audiobook", "audiobook"),
    ("score", "score"), ("musical", "music"), ("sound", "music"), ("moving", "film"),
    ("video", "film"), ("film", "film"), ("map", "map"), ("cartographic", "map"),
    ("software", "software"), ("dataset", "dataset"), ("photograph", "picture"),
    ("still", "picture"), ("image", "picture"), ("painting", "picture"), ("drawing", "picture"),
    ("manuscript", "manuscript"), ("physical", "object"), ("object", "object"),
    ("archiv", "archive"), ("collection", "archive"), ("e-book", "ebook"), ("ebook", "ebook"),
    ("text", "book"), ("book", "book"),
)  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
Told = Mapping[str, Sequence[str]]


def values_of(element: Any) -> dict[str, list[str]]:
    """Element names to their texts; qualified terms (alternative, abstract) by their own names."""
    told: dict[str, list[str]] = {}
    for child in element:
        if value := clean("".join(child.itertext())):
            told.setdefault(local(child), []).append(value)
    return told


def dc_in(element: Any) -> Any | None:
    """The Dublin Core at or below `element`."""
    return next((each for each in element.iter() if local(each) in ("dc", "qdc")), None)


def record_from(told: Told, record_id: str, source: str) -> Record:
    """A Record; raises UnfitError when there is no title."""
    titles = [*told.get("title", ()), *told.get("alternative", ())]
    if not titles:
        raise UnfitError("no title", record_id)
    languages = distinct(map(language_code, told.get("language", ())))
    people = distinct([*told.get("creator", ()), *told.get("contributor", ())])
    form = _form(told.get("type", ()))
    subjects = distinct([*told.get("subject", ()), *told.get("coverage", ())])
    return Record(
        id=record_id,
        title=titles[0],
        variant_titles=distinct(titles[1:]),
        authors=people,
        year=_year([*told.get("date", ()), *told.get("issued", ()), *told.get("created", ())]),
        language=next(iter(languages), ""),
        languages=languages,
        format=form,
        publisher=next(iter(told.get("publisher", ())), ""),
        isbn=_numbers(told, text.isbn13),
        issn=_numbers(told, text.issn) if form in ("periodical", "article") else (),
        subjects=subjects,
        literary_form=form_of((), subjects, ((), ()), form),
        summary="\n".join(
            distinct(map(prose, [*told.get("abstract", ()), *told.get("description", ())]))
        ),
        contents=distinct(told.get("tableOfContents", ())),
        url=_url(told),
        work=work_key(titles[0], next(iter(people), ""), form, next(iter(languages), "eng")),
        source=source,
    )


def _form(types: Sequence[str]) -> str:
    said = " ".join(types).casefold()
    return next((form for word, form in _FORMS if word in said), "book" if not said else "other")


def _year(dates: Sequence[str]) -> int | None:
    """The earliest: repositories add dates of digitising and of deposit."""
    years = [int(found.group()) for told in dates if (found := _YEAR.search(told))]
    return min(years, default=None)


def _numbers(told: Told, number: Any) -> tuple[str, ...]:
    values = [*told.get("identifier", ()), *told.get("relation", ()), *told.get("source", ())]
    return distinct(number(value) or "" for value in values)


def _url(told: Told) -> str:
    values = [*told.get("identifier", ()), *told.get("isShownAt", ())]
    links = (
        f"https://doi.org/{v[4:].strip()}" if v.lower().startswith("doi:") else v for v in values
    )
    return next((link for link in links if link.startswith(("http://", "https://"))), "")
