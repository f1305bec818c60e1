"""The items that a few words are of: by title or author, or by what else their records tell."""

from __future__ import annotations

from collections.abc import Sequence

from actions.names import Names, authors_of
from assistant.engine.understanding.plain_words import content
from index.authors_chinese import own_spelling
from index.record import Record
from index.spelling import Speller
from index.text import fold, has_han
from index.tokens import pinyin_syllables, words
from index.works import proper_title
from index.works_known import other_titles

_SPELT, _LONG = 5, 8  # letters of a word that may have a slip, or two
_LEAST = 2  # characters of a Chinese title or name that are no chance


def called(told: str, records: Sequence[Record]) -> list[Record]:
    """Those whose title or author the words are a part of; a slip of spelling is forgiven where
    no record has them as they stand."""
    if has_han(told):
        return [one for one in records if _has_han(f"{_titles(one)} {_people(one)}", told, one)]
    wanted = content(told)
    known = {one.id: {*words(_titles(one)), *_name_words(one)} for one in records}
    for typed in (wanted, _spelt(wanted, set().union(*known.values()))):
        if found := [one for one in records if typed and set(typed) <= known[one.id]]:
            return found
    return []


def by(told: str, records: Sequence[Record]) -> list[Record]:
    """Those by whom the words name, or that bear them as their title."""
    title, wanted = proper_title(told), set(words(told)) - {"by"}
    if has_han(told):
        return [one for one in records if _has_han(_people(one), told, one)]
    return [
        one
        for one in records
        if (wanted and wanted <= _name_words(one)) or title == proper_title(one.title)
    ]


def about(told: str, records: Sequence[Record], names: Names) -> list[Record]:
    """Those of whose subject, summary, form, language or year the words are."""
    if has_han(told):
        wanted = fold(told).strip()
        return [one for one in records if wanted in fold(_about(one, names))]
    said = set(words(" ".join(content(told))))
    return [one for one in records if said and said <= set(words(_about(one, names)))]


def _spelt(wanted: Sequence[str], known: set[str]) -> list[str]:
    speller = Speller((word, 1) for word in known)
    return [word if word in known else _nearest(word, speller) for word in wanted]


def _nearest(word: str, speller: Speller) -> str:
    """The word of the list that is meant, with one slip, or two in a long one, past the first
    letter: gaimen for Gaiman."""
    slips = 2 if len(word) >= _LONG else 1
    least = 1 - (slips + 0.5) / (len(word) + 1)
    likely = (one for one in speller.variants(word) if one.word[0] == word[0])
    found = (one.word for one in likely if one.likeness > least and len(word) >= _SPELT)
    return next(found, word)


def _has_han(text: str, told: str, record: Record) -> bool:
    """Whether Chinese words are in a text, or are how a record's author or title is called."""
    parts = [part for part in fold(told).replace("的", " ").split() if part]
    if parts and min(map(len, parts)) >= _LEAST and all(part in fold(text) for part in parts):
        return True
    latin, names = set(words(own_spelling(told))), _name_words(record)
    named = {proper_title(one) for one in other_titles(told)}
    return bool(latin and latin <= names) or proper_title(record.title) in named


def _titles(record: Record) -> str:
    return " ".join([record.title, record.subtitle, *record.variant_titles])


def _people(record: Record) -> str:
    return " ".join([*record.authors, *record.variant_authors, *authors_of(record)])


def _name_words(record: Record) -> set[str]:
    spoken = [part for name in record.authors if has_han(name) for part in pinyin_syllables(name)]
    return {*words(_people(record)), *spoken}


def _about(record: Record, names: Names) -> str:
    form = [names.language_name(record.language), names.format(record.format), str(record.year)]
    told = [record.summary, *record.subjects, *record.genres, *record.keywords, record.edition]
    return " ".join([_titles(record), _people(record), *form, *told])
