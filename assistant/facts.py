"""What the library's own files have in common: bilingual texts, folded names, errors in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from assistant.model import Language

LOCALES: Mapping[Language, str] = {"en": "en_GB", "zh": "zh_Hans_CN"}  # as babel names them

Word = Annotated[str, Field(min_length=1)]


class Facts(BaseModel):
    """Base of everything read from the library's files: frozen, and no key goes unread."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Text(Facts):
    """One text in both languages."""

    en: Word
    zh: Word

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


def fold(text: str) -> str:
    """Lower case, one width, single blanks, no punctuation: how names are compared."""
    kept = unicodedata.normalize("NFKC", text).casefold().replace("'s", "")
    return " ".join(re.sub(r"[^\w\s]", " ", kept).split())


def names(word: str, folded: str) -> bool:
    """Whether the folded text holds the word: Latin words whole (or plural), Chinese anywhere."""
    return _named(word).search(folded) is not None


@lru_cache(maxsize=1024)
def _named(word: str) -> re.Pattern[str]:
    wanted = fold(word)
    if not wanted.isascii():
        return re.compile(re.escape(wanted))
    stem = re.escape(wanted.removesuffix("s"))
    return re.compile(rf"(?<![a-z0-9]){stem}(?:s|es)?(?![a-z0-9])")


def describe(path: Path, error: Mapping[str, Any], line: int | None = None) -> str:
    """One finding of pydantic as a line that names file, line, key, value and fix."""
    key = ""
    for step in error["loc"]:
        key += f"[{step}]" if isinstance(step, int) else f"{'.' if key else ''}{step}"
    fix = str(error["msg"]).removeprefix("Value error, ")
    value = error["input"]
    plain = isinstance(value, str | int | float | Decimal)
    shown = f" = {str(value)!r}" if plain else ""
    place = path.name if line is None else f"{path.name}, line {line}"
    return f"{place}: {key or 'the file'}{shown}: {fix}"
