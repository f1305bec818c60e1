"""The knowledge units of a record: its head, its summary and its contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from index.record import Record
from index.text import is_cjk

RULES = "1"  # part of the manifest: other rules, other vectors
UnitKind = Literal["title", "summary", "contents"]
_SENTENCE = re.compile(r"(?<=[.!?;。！？；])\s*")
_LONGEST = 90  # words, or twice as many Chinese characters: what one vector can still tell apart
_MOST = 8  # units of one kind a record


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a record. `text` is shown to the reader, `passage` is what is encoded."""

    kind: UnitKind
    text: str
    passage: str

    @property
    def key(self) -> bytes:
        """16 bytes that name the passage: the same words are encoded once."""
        return blake2b(self.passage.encode(), digest_size=16).digest()


def units_of(record: Record) -> list[Unit]:
    """Units in a fixed order, the head first; the same record gives the same units."""
    title = full_title(record)
    units = [Unit("title", title, _head(record, title))]
    units += [Unit("summary", t, f"{title}. {t}") for t in _chunks(_SENTENCE.split(record.summary))]
    units += [Unit("contents", t, f"{title}. {t}") for t in _chunks(record.contents)]
    return units


def full_title(record: Record) -> str:
    """Title with its subtitle."""
    return f"{record.title}: {record.subtitle}" if record.subtitle else record.title


def _head(record: Record, title: str) -> str:
    # Headings say what a title leaves out, and most records have nothing else to say it.
    named = [title, ", ".join(record.authors[:3])]
    topics = [*record.subjects[:6], *record.genres[:2], *record.keywords[:6]]
    return ". ".join(part for part in [*named, "; ".join(topics)] if part)


def _chunks(pieces: Iterable[str]) -> list[str]:
    return list(_grouped(piece.strip() for piece in pieces if piece.strip()))[:_MOST]


def _grouped(pieces: Iterable[str]) -> Iterator[str]:
    held: list[str] = []
    size = 0
    for piece in pieces:
        if held and size + _size(piece) > _LONGEST:
            yield " ".join(held)
            held, size = [], 0
        held.append(piece)
        size += _size(piece)
    if held:
        yield " ".join(held)


def _size(text: str) -> int:
    return len(text) // 2 if is_cjk(text) else text.count(" ") + 1
