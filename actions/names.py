"""Codes of languages, formats, branches and audiences as readers call them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from functools import cache
from typing import Any

from assistant.facts import LOCALES
from assistant.library import Library
from assistant.model import Language
from assistant.texts import has, say
from index.record import Record
from index.text import plain
from index.tokens import pinyin_syllables


class Names:
    """Says codes in one language."""

    def __init__(self, library: Library, language: Language) -> None:
        self.library, self.language = library, language

    def language_name(self, code: str) -> str:
        return _languages(self.language).get(code, code)

    def format(self, code: str) -> str:
        return self._text("format", code, code.replace("_", " "))

    def audience(self, code: str) -> str:
        return self._text("audience", code, code.replace("_", " "))

    def literary_form(self, code: str) -> str:
        return self._text("literary-form", code, code)

    def literature(self, code: str) -> str:
        """Of a language, of the north, or what is translated."""
        return self._text("literature", code, "") or say(
            self.language, "literature-of", tongue=self.language_name(code)
        )

    def branch(self, code: str) -> str:
        found = self.library.branch(code)
        return found.name[self.language] if found else code

    def shelf(self, code: str) -> str:
        found = self.library.shelves.get(code)
        return found[self.language] if found else code

    def day(self, day: date) -> str:
        from babel.dates import format_date

        pattern = {"en": "d MMMM", "zh": "M月d日"}[self.language]
        return str(format_date(day, pattern, locale=LOCALES[self.language]))

    def joined(self, words: Iterable[str], glue: str = "or") -> str:
        """A, B or C."""
        told = list(words)
        if len(told) < 2:
            return "".join(told)
        first = say(self.language, "list-comma").join(told[:-1])
        return say(self.language, f"list-{glue}", first=first, last=told[-1])

    def value(self, name: str, code: str) -> str:
        """One value of a filter or of a facet."""
        tellers: dict[str, Callable[[str], str]] = {
            "languages": self.language_name,
            "formats": self.format,
            "audiences": self.audience,
            "literary_forms": self.literary_form,
            "literatures": self.literature,
            "branches": self.branch,
            "authors": natural,
            "having": lambda told: self._text("having", told, told),
            "words": lambda word: self._text("words", word.replace(" ", "-"), word),
        }
        return tellers[name](code) if name in tellers else code

    def filter(self, name: str, value: Any) -> str:
        """A filter as a phrase, such as "in Chinese" or "from 2010"."""
        if not value or name == "exclude":
            return ""
        told = [value] if isinstance(value, str | int) else list(value)
        if "children" in told:  # small ones are children too
            told = [one for one in told if one != "preschool"]
        words = self.joined([self.value(name, str(one)) for one in told])
        return say(self.language, f"filter-{name.replace('_', '-')}", value=words)

    def form_by(self, forms: Iterable[str], authors: Iterable[str]) -> str:
        """What somebody wrote, as a phrase: "fiction by Virginia Woolf"."""
        kinds = self.joined([self.value("literary_forms", one) for one in forms])
        names = self.joined([self.value("authors", one) for one in authors])
        return say(self.language, "filter-form-by", form=kinds, author=names)

    def years(self, first: int, last: int) -> str:
        """A span of years as a phrase: "from 1990 to 1999", "from 1984"."""
        key = "filter-year" if first == last else "filter-years"
        return say(self.language, key, first=str(first), last=str(last))

    def no(self, name: str, values: Iterable[str]) -> str:
        words = self.joined([self.value(name, one) for one in values])
        return say(self.language, f"filter-not-{name.replace('_', '-')}", value=words)

    def _text(self, kind: str, code: str, otherwise: str) -> str:
        key = f"{kind}-{code.replace('_', '-')}"
        return say(self.language, key) if has(self.language, key) else otherwise


@cache
def _languages(language: Language) -> dict[str, str]:
    """Names by ISO 639-2/B code, from the Unicode tables."""
    from babel import Locale

    from index.languages import language_code

    table = Locale.parse(LOCALES[language]).languages
    codes = [str(code) for code in table]
    short = sorted((code for code in codes if len(code) <= 3), key=len, reverse=True)
    named = {language_code(code): str(table[code]) for code in short}
    return {code: name for code, name in named.items() if code}


def code_of(name: str) -> str:
    """ISO 639-2/B of a language by its name in either language of ours; "" for none known."""
    from index.languages import language_code

    named = {said: code for code, said in _languages("zh").items()}
    return language_code(name) or named.get(name, "")


def authors_of(record: Record) -> list[str]:
    """Authors as one says their names; a Chinese name keeps its order: Lu Xun is 鲁迅."""
    han = {"".join(pinyin_syllables(name)) for name in record.variant_authors}
    return [natural(name, han) for name in record.authors]


def natural(name: str, chinese: Collection[str] = ()) -> str:
    """A name as one says it: "Le Guin, Ursula K." is Ursula K. Le Guin.

    CHINESE has names in pinyin that are said family name first, without blanks.
    """
    parts = [part.strip() for part in name.split(",")]
    if len(parts) < 2 or not parts[1] or parts[1][0].isdigit():
        return parts[0]
    if plain("".join(parts[:2])) in chinese:
        return f"{parts[0]} {parts[1]}"
    rest = f", {parts[2]}" if len(parts) > 2 and not parts[2][:1].isdigit() else ""
    return f"{parts[1]} {parts[0]}{rest}"
