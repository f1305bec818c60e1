"""Records to compact JSON and back: defaults are left out, copies travel apart from the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields
from hashlib import blake2b
from typing import Any

import msgspec

from index.record import Copy, Record

_APART = {"copies", "source"}


def _defaults(kind: type[Record] | type[Copy], without: set[str]) -> list[tuple[str, Any]]:
    return [(f.name, f.default) for f in fields(kind) if f.name not in without]


_RECORD = _defaults(Record, _APART)
_COPY = _defaults(Copy, set())
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Record).decode


def _stated(thing: Record | Copy, names: list[tuple[str, Any]]) -> dict[str, Any]:
    values = ((name, getattr(thing, name), default) for name, default in names)
    return {
        name: value for name, value, default in values if default is MISSING or value != default
    }


def encode_body(record: Record) -> bytes:
    """The record without its copies and source, as UTF-8 JSON."""
    return _encode(_stated(record, _RECORD))


def encode_copies(copies: Sequence[Copy]) -> bytes:
    return _encode([_stated(copy, _COPY) for copy in copies]) if copies else b"[]"


def decode(body: bytes, copies: bytes, source: str) -> Record:
    """The record again, from the three columns it is kept in."""
    return _decode(b'%b,"copies":%b,"source":%b}' % (body[:-1], copies, _encode(source)))


def text_hash(body: bytes) -> bytes:
    """16 bytes that change when anything but copies and source changes."""
    return blake2b(body, digest_size=16).digest()
