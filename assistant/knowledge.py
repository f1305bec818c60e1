"""The library's own answers: question, other wordings, answer and source, per language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from assistant.errors import LibraryFileError
from assistant.facts import Facts, Word, describe
from assistant.library import Library, load_library
from assistant.model import Language
from assistant.texts import LANGUAGES

FOLDER_NAME = "knowledge"

_FACT = re.compile(r"\{(\w+)\}")

Url = Annotated[str, Field(pattern=r"^https?://\S+$")]
Loc = tuple[int | str, ...]


class Source(Facts):
    """A page: where an answer stands, or where to go on."""

    title: Word
    url: Url


class Wording(Facts):
    """One entry in one language."""

    question: Word
    also: tuple[Word, ...] = Field(min_length=1)  # the question as readers type it
    answer: Word
    source: Source


class Entry(Facts):
    """One question about the library, with its answer."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    topic: Word
    en: Wording
    zh: Wording
    links: tuple[Source, ...] = ()

    def wording(self, language: Language) -> Wording:
        return self.zh if language == "zh" else self.en


_ENTRIES = TypeAdapter(tuple[Entry, ...])


def load_knowledge(folder: Path) -> tuple[Entry, ...]:
    """Every entry of `knowledge/*.yml` in the library's folder, with its facts filled in.

    Raises LibraryFileError, which names file, line, key and fix.
    """
    files = sorted((folder / FOLDER_NAME).glob("*.yml"))
    if not files:
        raise LibraryFileError(f"{folder / FOLDER_NAME} holds no .yml file; copy the sample's")
    library = load_library(folder)
    entries = tuple(entry for file in files for entry in read_entries(file, library))
    counts = Counter(entry.id for entry in entries)
    if repeated := sorted(key for key, count in counts.items() if count > 1):
        raise LibraryFileError(f"{FOLDER_NAME}: each id may stand once, these repeat: {repeated}")
    return entries


def read_entries(file: Path, library: Library) -> tuple[Entry, ...]:
    """The entries of one file; {book_days} and the like become the library's own numbers."""
    return _File(file).entries(library)


class _File:
    """One YAML file, and how to point at a place in it."""

    def __init__(self, path: Path) -> None:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        self.path = path
        try:
            self._text = path.read_text("utf-8")
            self._data: Any = YAML(typ="safe").load(self._text)
        except (YAMLError, UnicodeDecodeError) as error:
            raise LibraryFileError(f"{path.name} is not YAML in UTF-8: {error}") from error

    def entries(self, library: Library) -> tuple[Entry, ...]:
        facts = {language: library.facts(language) for language in LANGUAGES}
        data = self._filled(self._data, facts["en"], facts, ())
        try:
            return _ENTRIES.validate_python(data)
        except ValidationError as error:
            found = (describe(self.path, one, self.line(one["loc"])) for one in error.errors())
            raise LibraryFileError("\n".join(found)) from error

    def _filled(
        self, node: Any, facts: Mapping[str, str], by_key: Mapping[Any, Any], loc: Loc
    ) -> Any:
        """A copy of the data with facts in place; those of a language below its key."""
        if isinstance(node, dict):
            items = node.items()
            return {k: self._filled(v, by_key.get(k, facts), by_key, (*loc, k)) for k, v in items}
        if isinstance(node, list):
            return [self._filled(v, facts, by_key, (*loc, n)) for n, v in enumerate(node)]
        return self._fill(node, facts, loc) if isinstance(node, str) else node

    def _fill(self, text: str, facts: Mapping[str, str], loc: Loc) -> str:
        unknown = sorted({name for name in _FACT.findall(text) if name not in facts})
        if unknown:
            fix = f"library.toml has no such fact: {unknown}; add it there or write it out"
            place = {"loc": loc, "msg": fix, "input": None}
            raise LibraryFileError(describe(self.path, place, self.line(loc)))
        return _FACT.sub(lambda found: facts[found[1]], text)

    def line(self, loc: Loc) -> int:
        """The line, from 1, of the deepest key or item on the way to `loc` that is there."""
        from ruamel.yaml import YAML

        node: Any = YAML(typ="safe").compose(self._text)
        line: int = node.start_mark.line if node else 0
        for step in loc:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line + 1


def _child(node: Any, step: int | str) -> tuple[int, Any] | None:
    """The line and the value of an item or key of a YAML node."""
    values = node.value if isinstance(node.value, list) else []
    if isinstance(step, int):
        return (values[step].start_mark.line, values[step]) if step < len(values) else None
    pairs = (pair for pair in values if isinstance(pair, tuple))
    return next(((k.start_mark.line, value) for k, value in pairs if k.value == step), None)
