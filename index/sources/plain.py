"""A record from plain named values, as JSON lines and tables have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast, get_args

from index import text
from index.languages import language_code
from index.literary import form_of
from index.record import Audience, Copy, CopyStatus, LiteraryForm, Record
from index.sources.base import UnfitError
from index.sources.extent import pages_told
from index.sources.marc_data import prose
from index.sources.statuses import status_of_words
from index.works import work_key

_ALSO = {
    "author": "authors",
    "text": "summary",
    "isbns": "isbn",
    "abstract": "summary",
    "description": "summary",
    "subject": "subjects",
    "keyword": "keywords",
    "extent": "pages",
    "translator": "translators",
}
COPY_FIELDS = ("branch", "shelf", "call_number", "status", "due", "barcode")
LIST_FIELDS = frozenset(
    {
        "variant_titles",
        "authors",
        "translators",
        "variant_authors",
        "languages",
        "series",
        "isbn",
        "issn",
        "subjects",
        "genres",
        "keywords",
        "ddc",
        "lcc",
        "contents",
        "notes",
    }
)
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_STATUSES = frozenset(get_args(CopyStatus))


def record_from(told: Mapping[str, Any], source: str, prefix: str = "") -> Record:
    """A Record; keys that it does not know are ignored. Raises UnfitError with key and value."""
    record_id = prefix + id_from(told)
    named = {
        _ALSO.get(key, key): value for key, value in told.items() if value not in (None, "", [])
    }
    try:
        values = {key: _FIELDS[key](value) for key, value in named.items() if key in _FIELDS}
        copies = _copies(named.get("copies", ()))
    except (ValueError, TypeError) as error:
        key = next((k for k in named if k in _FIELDS and not _fits(k, named[k])), "copies")
        raise UnfitError(f"{key}: {error}", record_id) from None
    if not values.get("title"):
        raise UnfitError("no title", record_id)
    values.setdefault("work", _work(values))
    values.setdefault("literary_form", _literary_form(values))
    return Record(id=record_id, **values, copies=copies, source=source)


def known_field(name: str) -> str | None:
    """The field that a column of this name holds, if it is one of ours."""
    key = name.strip().casefold().replace(" ", "_")
    field = _ALSO.get(key, key)
    return field if field in _FIELDS or field in COPY_FIELDS or field == "id" else None


def id_from(told: Mapping[str, Any]) -> str:
    """The id as text; a number is one too. Raises UnfitError."""
    value = told.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        raise UnfitError("no id" if value in (None, "") else f"id: {_short(value)} is not an id")
    return str(value).strip()


def _fits(key: str, value: Any) -> bool:
    try:
        _FIELDS[key](value)
    except (ValueError, TypeError):
        return False
    return True


def _work(values: Mapping[str, Any]) -> str:
    author = next(iter(values.get("authors", ())), "")
    serial = next(iter(values.get("issn", ())), "")
    return work_key(
        values["title"],
        author,
        values.get("format", "book"),
        values.get("language") or "eng",
        serial,
    )


def _literary_form(values: Mapping[str, Any]) -> LiteraryForm:
    genres, subjects, ddc, lcc = (
        values.get(name, ()) for name in ("genres", "subjects", "ddc", "lcc")
    )
    return form_of(genres, subjects, (ddc, lcc), values.get("format", "book"))


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(f"should be text, is {_short(value)}")
    return str(value).strip()


def _prose(value: Any) -> str:
    return prose(_text(value))


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str | int):
        return (_text(value),)
    if not isinstance(value, list | tuple):
        raise TypeError(f"should be a list of texts, is {_short(value)}")
    return tuple(dict.fromkeys(told for item in value if (told := _text(item))))


def _year(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value if -4000 < value < 2200 else None
    found = _YEAR.search(_text(value))
    return int(found.group()) if found else None


def _pages(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value if value > 0 else None
    said = _text(value)
    return int(said) or None if said.isdecimal() else pages_told([said])


def _isbns(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for item in _texts(value) if (n := text.isbn13(item))))


def _issns(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for item in _texts(value) if (n := text.issn(item))))


def _languages(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for item in _texts(value) if (code := language_code(item))))


def _language(value: Any) -> str:
    return next(iter(_languages(value)), "")


def _one_of(kind: Any) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        told = _text(value)
        if told not in get_args(kind):
            raise ValueError(f"should be one of {', '.join(get_args(kind))}, is {told!r}")
        return told

    return read


def _form(value: Any) -> str:
    return _text(value).casefold().replace(" ", "_").replace("-", "_")


def _copies(value: Any) -> tuple[Copy, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"should be a list, is {_short(value)}")
    return tuple(_copy(item) for item in value)


def _copy(told: Any) -> Copy:
    if not isinstance(told, Mapping):
        raise TypeError(f"each should be an object, one is {_short(told)}")
    words = {
        key: _text(told[key])
        for key in ("branch", "shelf", "call_number", "barcode")
        if told.get(key)
    }
    due = date.fromisoformat(_text(told["due"])[:10]) if told.get("due") else None
    return Copy(**{"branch": "", **words}, status=_status(told.get("status")), due=due)


def _status(told: Any) -> CopyStatus:
    """One of ours, or in the words of some system; "unknown" where nothing is said."""
    if not isinstance(told, str) or not told.strip():
        return "unknown"
    return cast("CopyStatus", told) if told in _STATUSES else status_of_words(told)


def _short(value: Any) -> str:
    told = repr(value)
    return told if len(told) <= 60 else told[:57] + "..."


_FIELDS: dict[str, Callable[[Any], Any]] = {
    "title": _text, "subtitle": _text, "variant_titles": _texts, "authors": _texts,
    "variant_authors": _texts, "year": _year, "language": _language, "languages": _languages,
    "original_language": _language,
    "format": _form, "edition": _text, "publisher": _text, "place": _text,
    "pages": _pages, "translators": _texts, "series": _texts, "isbn": _isbns,
    "issn": _issns, "subjects": _texts, "genres": _texts, "keywords": _texts, "ddc": _texts,
    "lcc": _texts, "call_number": _text, "summary": _prose, "contents": _texts, "notes": _texts,
    "audience": _one_of(Audience), "literary_form": _one_of(LiteraryForm), "url": _text,
    "work": _text,
}  # fmt: skip
