"""What a file holds, from its first bytes, whatever its name says."""

from __future__ import annotations

import re
from pathlib import Path

from index.errors import SourceError

_MAGIC = (
    (b"\x1f\x8b", "data compressed with gzip; unpack it first"),
    (b"PK\x03\x04", "a ZIP archive or a spreadsheet; unpack it, or save it as CSV"),
    (b"BZh", "data compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "data compressed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "data compressed with zstd; unpack it first"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xff\xfe", "UTF-16 text; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16 text; save it as UTF-8"),
)
_LEADER = re.compile(rb"^\s*\d{5}[a-zA-Z ][a-zA-Z ][a-zA-Z\d ]")
_HTML = re.compile(rb"^<(?:!doctype html|html)", re.IGNORECASE)
_HEAD = 8192


def kind_of(path: Path) -> str:
    """One of marc, xml, jsonl, text, or words for what it is. Raises SourceError if empty."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}") from None
    return _kind(path, head)


def _kind(path: Path, head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\0")
    if not text:
        raise SourceError(f"{path}: the file is empty")
    for magic, words in _MAGIC:
        if head.startswith(magic):
            return words
    if _HTML.match(text):
        return "a web page (perhaps an error page instead of the file)"
    if text[:1] == b"<":
        return "xml"
    if _LEADER.match(text) or b"\x1e" in head or b"\x1d" in head:
        return "marc"
    if text[:1] == b"{":
        return "jsonl"
    return "unknown binary data" if b"\0" in head else "text"
