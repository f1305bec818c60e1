"""What the word index keeps of a record: its fields, and the card that tells known items apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from index.literature import literatures_of
from index.record import Record
from index.text import call_key
from index.tokens import pinyin_syllables, pinyin_words, plain, title_form, title_words, words
from index.units import full_title

ANYWHERE = "*"  # stands for every branch in the field `shelf`
# Where a title proper ends: what follows is a subtitle, a part or a statement of responsibility.
_PROPER = re.compile(r"\s*[:;/=\[(]\s|\s*[;\[(]|, (?=vol|or,)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Card:
    """A record's titles and names, made comparable; the first title is the full one."""

    number: int
    titles: tuple[str, ...]
    others: tuple[str, ...]  # variant titles and series
    names: tuple[str, ...]


def card_bytes(number: int, record: Record) -> bytes:
    full = title_form(full_title(record))
    proper = title_form(_PROPER.split(record.title, maxsplit=1)[0])
    titles = list(dict.fromkeys([full, title_form(record.title), proper or full]))
    others = [title_form(t) for t in (*record.variant_titles, *record.series)]
    others += [" ".join(s) for t in titles[-1:] if (s := pinyin_syllables(t))]
    names = [plain(n) for n in (*record.authors, *record.variant_authors)]
    return msgspec.json.encode([number, titles, others, names])


def card_from(data: bytes) -> Card:
    number, titles, others, names = msgspec.json.decode(data)
    return Card(number, tuple(titles), tuple(others), tuple(names))


def headings_of(record: Record) -> list[str]:
    """Subject headings, genres and keywords, as printed."""
    return list(dict.fromkeys([*record.subjects, *record.genres, *record.keywords]))


def branches_of(record: Record) -> list[str]:
    return sorted({copy.branch for copy in record.copies if copy.branch})


def shelves_of(record: Record) -> list[str]:
    """Branches where a copy can be taken now, and ANYWHERE when there is one or it is online."""
    here = sorted({c.branch for c in record.copies if c.status == "available"})
    online = bool(record.url) and not record.copies
    return [*here, ANYWHERE] if here or online else []


def languages_of(record: Record) -> list[str]:
    return [code for code in dict.fromkeys([record.language, *record.languages]) if code]


def text_fields(record: Record) -> dict[str, list[str]]:
    """Fields of whole text, each as words with single spaces."""
    names = (*record.authors, *record.variant_authors)
    others = (*record.variant_titles, *record.series)
    headings = _joined(headings_of(record))
    title = words(full_title(record))
    body = _joined((*others, record.summary, *record.contents, *record.notes))
    fields = {
        "title": title_words(full_title(record)),
        "name": _joined(names),
        "other": [*_joined(others, title=True), *_romanised(record)],
        "text": [*title, *_joined(names), *headings, *body],
        "topic": headings,
    }
    return {name: [" ".join(found)] for name, found in fields.items() if found}


def term_fields(record: Record) -> dict[str, list[str]]:
    """Fields of whole values."""
    return {
        "key": title_keys(record),
        "heading": [plain(h) for h in headings_of(record)],
        "ident": identifiers_of(record),
        "language": languages_of(record),
        "format": [record.format],
        "audience": [record.audience],
        "literary_form": [record.literary_form],
        "literature": literatures_of(record),
        "branch": branches_of(record),
        "shelf": shelves_of(record),
    }


def title_keys(record: Record) -> list[str]:
    """Whole titles as one value each: what is typed exactly is found whatever else is like it."""
    proper = _PROPER.split(record.title, maxsplit=1)[0]
    titles = (full_title(record), proper, *record.variant_titles)
    return list(dict.fromkeys(key for title in titles if (key := key_of(title_form(title)))))


def key_of(form: str) -> str:
    """A title's form without spaces: "spring-time" and "springtime" are one."""
    return form.replace(" ", "")[:200]


def identifiers_of(record: Record) -> list[str]:
    """Standard numbers and call numbers in one spelling."""
    calls = {record.call_number, *(c.call_number for c in record.copies), *record.lcc, *record.ddc}
    keys = {call_key(call) for call in calls if call}
    return [*record.isbn, *record.issn, *sorted(key for key in keys if key)]


def _joined(texts: Iterable[str], *, title: bool = False) -> list[str]:
    split = title_words if title else words
    return [word for text in texts for word in split(text)]


def _romanised(record: Record) -> list[str]:
    return [w for t in (record.title, *record.variant_titles) for w in pinyin_words(t)]
