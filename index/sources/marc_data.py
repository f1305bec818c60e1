"""A MARC 21 record as its fields, whatever it was stored as, and how catalogues punctuate them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple


class Field(NamedTuple):
    """A data field; subfields in order, each a code and a text that `clean` has seen."""

    tag: str
    ind1: str
    ind2: str
    subs: tuple[tuple[str, str], ...]

    def first(self, codes: str) -> str:
        """The first non-empty subfield with one of these codes; "" when there is none."""
        for code, text in self.subs:
            if text and code in codes:
                return text
        return ""

    def all(self, codes: str) -> list[str]:
        return [text for code, text in self.subs if text and code in codes]

    def join(self, codes: str) -> str:
        return " ".join([text for code, text in self.subs if text and code in codes])


def _no_reader(tag: str, data: bytes) -> Field:
    raise LookupError(f"{tag}: kept undecoded, but nothing was given to decode it")


@dataclass(slots=True)
class Marc:
    """Leader (24 characters), control fields (several of one tag possible), data fields by tag."""

    leader: str
    control: dict[str, list[str]] = field(default_factory=dict)
    fields: dict[str, list[Field]] = field(default_factory=dict)
    # Most fields of most records are never asked for: those of binary records wait here.
    unread: dict[str, list[bytes]] = field(default_factory=dict)
    reader: Callable[[str, bytes], Field] = _no_reader

    def add(self, told: Field) -> None:
        self.fields.setdefault(told.tag, []).append(told)

    def get(self, *tags: str) -> list[Field]:
        """Fields of these tags, tag by tag in the order asked."""
        found: list[Field] = []
        for tag in tags:
            if tag in self.unread:
                self._decode(tag)
            if tag in self.fields:
                found += self.fields[tag]
        return found

    def has(self, tag: str) -> bool:
        return tag in self.fields or tag in self.unread

    def _decode(self, tag: str) -> None:
        self.fields[tag] = [self.reader(tag, data) for data in self.unread.pop(tag)]

    def value(self, tag: str) -> str:
        """The first control field of this tag; "" when there is none."""
        return next(iter(self.control.get(tag, ())), "")

    def at(self, tag: str, start: int, end: int | None = None) -> str:
        """Characters of a control field, as the standard counts them."""
        return self.value(tag)[start : start + 1 if end is None else end]


_SPACE = re.compile(r"\s+")
# Control characters, non-sorting marks among them, and marks of writing direction.
_CONTROL = dict.fromkeys(
    (*range(9), *range(14, 32), *range(127, 160), 0x200E, 0x200F, *range(0x202A, 0x202F), 0xFEFF)
)
_ENDS = " /:;=,\u3000／：；，、．﹔"
_INITIAL = re.compile(r"(?:^|[\s.\-])[^\W\d_]\.$")
_SHORTENED = re.compile(
    r"\b(?:etc|inc|ltd|jr|sr|co|corp|ed|ca|dr|st|vol|no|pt|approx|\d+th)\.$", re.I
)


def clean(text: str) -> str:
    """Without control characters and doubled spaces."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACE.sub(" ", text.translate(_CONTROL)).strip()


def trim(text: str) -> str:
    """Without the punctuation that cataloguing rules put between parts: " / : ; = , ."

    A stop stays after an initial, an abbreviation and in an ellipsis.
    """
    if not text:
        return ""
    told = text.rstrip(_ENDS)
    if told[-1:] == "." and not _keeps_stop(told):
        told = told[:-1].rstrip(_ENDS)
    return _unbracket(told.lstrip(_ENDS + "."))


def _keeps_stop(text: str) -> bool:
    return text.endswith("..") or bool(_INITIAL.search(text) or _SHORTENED.search(text))


def _unbracket(text: str) -> str:
    """Square brackets mean that the cataloguer supplied the text: not of interest to readers."""
    if text[-1:] != "]" and text[:1] != "[":
        return text
    if text.startswith("[") and text.find("]") in (-1, len(text) - 1):
        return text.strip("[]").strip()
    return text[:-1] if text.endswith("]") and "[" not in text else text


_BLOCK = re.compile(r"</?(?:p|br|div|ul|ol|li|h\d)\b[^>]*>", re.I)
_INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|a|sup|sub)\b[^>]*>", re.I)
_ENTITY = re.compile(r"&(?:#\d+|#x[\da-f]+|[a-z]{2,8}\d?);", re.I)


def prose(text: str) -> str:
    """A summary as people read it: publishers send them with the markup of web pages."""
    if "&" in text and _ENTITY.search(text):
        text = unescape(text)
    if "<" in text:
        text = clean(_BLOCK.sub(" ", _INLINE.sub("", text)))
    return text


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """In order, without empty ones and repetitions."""
    return tuple(dict.fromkeys(text for text in texts if text))
