"""Whatever happens to a file, reading it ends, and can be taken up again anywhere."""

from __future__ import annotations

import random

import pymarc
import pytest

from index.errors import SourceError
from index.record import Record, Repaired
from index.sources import Mark, open_source

SPLINTERS = (
    b"\x1d",
    b"\x1e",
    b"\x1f",
    b"<",
    b">",
    b"&",
    b'"',
    b"{",
    b"\xff",
    b"\0",
    b"\n",
    b"\x1b$1",
)


def whole(kind: str) -> bytes:
    records = [record(n) for n in range(12)]
    if kind == "mrc":
        return b"".join(r.as_marc() for r in records)
    if kind == "xml":
        body = b"".join(pymarc.record_to_xml(r, namespace=True) for r in records)
        return b"<collection>" + body + b"</collection>"
    if kind == "csv":
        return b"id,title,authors\n" + b"".join(b'%d,"Title, %d",A;B\n' % (n, n) for n in range(40))
    return b"".join(b'{"id": %d, "title": "Title %d", "isbn": ["x"]}\n' % (n, n) for n in range(40))


def record(number: int) -> pymarc.Record:
    made = pymarc.Record(leader="00000nam a2200000 a 4500")
    made.add_field(pymarc.Field("001", data=str(number)))
    for tag, text in (("245", f"三体 {number} :"), ("100", "Łukasz, A."), ("650", "Birds")):
        made.add_field(pymarc.Field(tag, pymarc.Indicators("1", "0"), [pymarc.Subfield("a", text)]))
    return made


def damaged(content: bytes, luck: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(luck.choice((1, 3, 20))):
        at = luck.randrange(len(data))
        harm = luck.randrange(4)
        if harm == 0:
            data[at] = luck.randrange(256)
        elif harm == 1:
            del data[at : at + luck.randrange(40)]
        elif harm == 2:
            data[at:at] = luck.choice(SPLINTERS)
        else:
            data[at : at + 50] = data[luck.randrange(len(data)) :][:50]
    return bytes(data)


def read(path) -> list | str:
    """Its entries, or why it cannot be read at all."""
    try:
        return list(open_source(str(path)).read(Mark()))
    except SourceError as error:
        return str(error)


@pytest.mark.parametrize("kind", ["mrc", "xml", "jsonl", "csv"])
@pytest.mark.parametrize("seed", range(12))
def test_damage(kind, seed, tmp_path):
    luck = random.Random(seed)
    path = tmp_path / f"a.{kind}"
    path.write_bytes(damaged(whole(kind), luck))
    entries = read(path)
    if isinstance(entries, str):
        assert path.name in entries
        return
    assert all(e.id and e.title for e in entries if isinstance(e, Record))
    source = open_source(str(path))
    reading = source.read(Mark())
    first = [next(reading) for _ in range(luck.randrange(1, len(entries) + 1))]
    if not isinstance(first[-1], Repaired):  # its record belongs to it
        assert first + list(open_source(str(path)).read(source.mark)) == entries
