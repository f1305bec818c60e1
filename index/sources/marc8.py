"""MARC-8 to Unicode by pymarc's tables, noticing what is not MARC-8 at all."""

from __future__ import annotations

import re
import unicodedata
from contextlib import redirect_stderr
from functools import cache
from io import StringIO

from pymarc.marc8 import MARC8ToUnicode
from pymarc.marc8_mapping import CODESETS, ODD_MAP

_BASIC, _ANSEL, _ESCAPE = 0x42, 0x45, b"\x1b"
# A mark of MARC-8 stands before its letter; in Latin-1 the same bytes are letters themselves.
_LONE_MARK = re.compile(rb"[\xe0-\xfe](?![A-Za-z\x80-\xfe\x1b ])")
_MARKS_FIRST = re.compile("([\xe0-\xfe]+)([^\xe0-\xfe])", re.S)


class Marc8:
    """Decodes data fields; what it had to guess goes to `damage`."""

    def __init__(self, damage: list[str]) -> None:
        self._damage = damage

    def __call__(self, data: bytes) -> str:
        if data.isascii() and _ESCAPE not in data:
            return data.decode("ascii")
        return "\x1f".join(map(self._piece, data.split(b"\x1f")))

    def _piece(self, data: bytes) -> str:
        if _ESCAPE in data:
            return self._escaped(data)
        if _is_latin1(data):
            self._damage.append(f"neither UTF-8 nor MARC-8, read as Windows-1252: {data[:40]!r}")
            return data.decode("cp1252", "replace")
        swapped = _MARKS_FIRST.sub(r"\2\1", data.decode("latin-1"))
        return unicodedata.normalize("NFC", swapped.translate(_table()))

    def _escaped(self, data: bytes) -> str:
        """With escapes to other scripts; each subfield begins in Latin."""
        said = StringIO()  # pymarc tells some damage to standard error only
        try:
            with redirect_stderr(said):
                told = MARC8ToUnicode(_BASIC, _ANSEL, quiet=True).translate(data)  # type: ignore[no-untyped-call]
        except (IndexError, TypeError, ValueError):
            told = data.decode("ascii", "replace")
            said.write("broken")
        if said.getvalue():
            self._damage.append(f"MARC-8 that breaks off: {data[:40]!r}")
        return str(told)


def _is_latin1(data: bytes) -> bool:
    return bool(data.translate(None, _known()) or _LONE_MARK.search(data))


@cache
def _table() -> dict[int, int]:
    odd = {code: to for code, to in ODD_MAP.items() if 0x80 <= code < 0x100}
    return odd | {code: to for code, (to, _) in CODESETS[_ANSEL].items() if 0x80 <= code < 0x100}


@cache
def _known() -> bytes:
    return bytes(range(0x80)) + bytes(_table())
