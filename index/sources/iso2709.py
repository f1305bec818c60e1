"""Binary MARC: one record's bytes to fields, as far as they can be read.

pymarc stops at records that other readers repair and reads 1,500 records a second; this reads what
its directory or, failing that, its field terminators tell. MARC-8 is left to pymarc.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from index.sources.marc_data import Field, Marc, clean

END_OF_RECORD, END_OF_FIELD, DELIMITER = b"\x1d", b"\x1e", "\x1f"
_TAG = re.compile(rb"[0-9A-Za-z]{3}")
_ENTRY = re.compile(rb"([0-9A-Za-z]{3})(\d{4})(\d{5})")
Decode = Callable[[bytes], str]


class UnreadableError(Exception):
    """The bytes are no MARC record; the text says why."""


def decode(raw: bytes) -> tuple[Marc, list[str]]:
    """The record in `raw` (without its terminator) and what had to be repaired in it.

    Fields are decoded when they are asked for, and what is wrong with them joins the list then.
    Raises UnreadableError.
    """
    if len(raw) < 25 or not raw[:5].strip():
        raise UnreadableError(f"{len(raw)} bytes are too few for a record")
    damage: list[str] = []
    text_of = _decoder(raw, damage)
    marc = Marc(
        raw[:24].decode("latin-1"), reader=lambda tag, data: _field(tag, text_of(data), damage)
    )
    for tag, data in _fields(raw, damage):
        if tag < "010":
            marc.control.setdefault(tag, []).append(text_of(data))
        else:
            marc.unread.setdefault(tag, []).append(data)
    if not marc.unread and not marc.control:
        raise UnreadableError("no fields could be read")
    return marc, damage


def _fields(raw: bytes, damage: list[str]) -> Iterator[tuple[str, bytes]]:
    """Tags with their bytes: where the directory says, or one after the other if it is wrong."""
    end = raw.find(END_OF_FIELD)
    directory = raw[24 : end if end > 0 else 24]
    if not directory:
        raise UnreadableError("no directory of fields")
    exact = _by_directory(raw, directory)
    if exact is not None:
        return iter(exact)
    damage.append("the directory of fields is wrong; fields were told apart by their terminators")
    tags = [directory[i : i + 3] for i in range(0, len(directory) - 11, 12)]
    return _by_terminator(raw[end + 1 :], tags)


def _by_directory(raw: bytes, entries: bytes) -> list[tuple[str, bytes]] | None:
    """None when the directory does not fit the data."""
    told = _ENTRY.findall(entries)
    if len(told) * 12 != len(entries) or not raw[12:17].isdigit():
        return None
    base, found = int(raw[12:17]), []
    for tag, length, start in told:
        at = base + int(start)
        end = at + int(length) - 1
        if raw.find(END_OF_FIELD, at, end + 1) != end:
            return None
        found.append((tag.decode("ascii"), raw[at:end]))
    return found


def _by_terminator(data: bytes, tags: list[bytes]) -> Iterator[tuple[str, bytes]]:
    pieces = data.removesuffix(END_OF_FIELD).split(END_OF_FIELD)
    if len(pieces) != len(tags) or not all(map(_TAG.fullmatch, tags)):
        raise UnreadableError(f"the directory names {len(tags)} fields but {len(pieces)} are there")
    return zip((tag.decode("ascii") for tag in tags), pieces, strict=True)


def _field(tag: str, text: str, damage: list[str]) -> Field:
    head, *subs = text.split(DELIMITER)
    if len(head) != 2:
        damage.append(f"field {tag} has {len(head)} indicators instead of 2")
        head = (head + "  ")[:2]
    return Field(tag, head[0], head[1], tuple([(s[0], clean(s[1:])) for s in subs if s]))


def _decoder(raw: bytes, damage: list[str]) -> Decode:
    """How this record's bytes become text. Many records do not say truly what they are in."""
    if raw.isascii() and b"\x1b" not in raw:
        return _ascii
    said_utf8 = raw[9:10] == b"a"
    if b"\x1b" not in raw or said_utf8:
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            return _broken_utf8(damage) if said_utf8 else _marc8(damage)
        return _utf8
    return _marc8(damage)


def _ascii(data: bytes) -> str:
    return data.decode("ascii")


def _utf8(data: bytes) -> str:
    return data.decode("utf-8")


def _broken_utf8(damage: list[str]) -> Decode:
    def text_of(data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            damage.append(f"not UTF-8, though its leader says so: {_around(data, error.start)}")
            return data.decode("utf-8", "replace")

    return text_of


def _marc8(damage: list[str]) -> Decode:
    from index.sources.marc8 import Marc8

    return Marc8(damage)


def _around(data: bytes, at: int) -> str:
    return repr(data[max(0, at - 12) : at + 8])
