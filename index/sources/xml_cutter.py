"""Cuts a stream of XML at its innermost `record` elements that hold something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

HEAD = 1 << 16
LONGEST_RECORD = 32 * 1024 * 1024  # bytes
_CHUNK = 1 << 18
_TAG = re.compile(rb"<(/?)((?:[\w.-]+:)?record)(?=[\s>])[^>]*>")
_CONTENT = re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield|dc|header|title)\b")
_HAS_FIELDS = re.compile(rb"<(?:[\w.-]+:)?(?:leader|controlfield|datafield)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """One record's bytes with the place of its start and end; `hurt` says what is wrong with it."""

    data: bytes
    start: int
    end: int
    hurt: str = ""


class _Cutter:
    """Keeps what has been read since the outermost record that is still open."""

    def __init__(self, position: int) -> None:
        self.buffer = b""
        self.offset = position  # of the buffer in the file
        self.seen = 0  # of the buffer already searched
        self.open: list[int] = []  # where in the buffer records begin that have not ended

    def feed(self, chunk: bytes) -> Iterator[Piece]:
        self.buffer += chunk
        for tag in _TAG.finditer(self.buffer, self.seen):
            self.seen = tag.end()
            if tag.group(1):
                yield from self._close(tag.end())
            else:
                yield from self._begin(tag.start())
        yield from self._forget()

    def _begin(self, at: int) -> Iterator[Piece]:
        """A record begins; the one before it, if it holds fields, was never ended."""
        if self.open and _HAS_FIELDS.search(self.buffer, self.open[-1], at):
            yield self._piece(self.open.pop(), at, "the record does not end before the next begins")
        self.open.append(at)

    def _close(self, at: int) -> Iterator[Piece]:
        if not self.open:
            return
        start = self.open.pop()
        if _CONTENT.search(self.buffer, start, at):
            yield self._piece(start, at)
            # What wraps it has been told with it.
            self.open.clear()

    def _piece(self, start: int, end: int, hurt: str = "") -> Piece:
        return Piece(self.buffer[start:end], self.offset + start, self.offset + end, hurt)

    def _forget(self) -> Iterator[Piece]:
        """Drop what no open record needs; give up on one that never ends."""
        keep = self.open[0] if self.open else max(self.seen, self.buffer.rfind(b"<"))
        if self.open and len(self.buffer) - keep > LONGEST_RECORD:
            yield self._piece(keep, len(self.buffer), "no end of the record within 32 MB")
            self.open.clear()
            keep = len(self.buffer)
        self.buffer, self.offset = self.buffer[keep:], self.offset + keep
        self.seen = max(0, self.seen - keep)
        self.open = [at - keep for at in self.open]

    def finish(self) -> Iterator[Piece]:
        if self.open and _CONTENT.search(self.buffer, self.open[0]):
            yield self._piece(
                self.open[0], len(self.buffer), "the file ends in the middle of the record"
            )


def cut(file: IO[bytes], position: int) -> Iterator[Piece]:
    """Every record from here on; `position` is where the file stands, in bytes."""
    cutter = _Cutter(position)
    while chunk := file.read(_CHUNK):
        yield from cutter.feed(chunk)
    yield from cutter.finish()
