"""Files as they come: misnamed, damaged, cut off, enormous; each costs what it must and no more."""

from __future__ import annotations

import gzip

import pymarc
import pytest

from index.errors import SourceError
from index.record import Deleted, Record, Rejected, Repaired
from index.sources import Mark, open_source
from tests.unit.files_made import kinds, load

__all__ = ["load"]  # the fixture


def binary(number: int, title: str = "A title", *, utf8: bool = True) -> bytes:
    made = pymarc.Record(leader=f"00000nam {'a' if utf8 else ' '}2200000 a 4500")
    made.add_field(pymarc.Field("001", data=str(number)))
    subfields = [pymarc.Subfield("a", title)]
    made.add_field(pymarc.Field("245", pymarc.Indicators("0", "0"), subfields))
    raw = made.as_marc()
    return raw if utf8 else raw[:9] + b" " + raw[10:]  # pymarc always says UTF-8


def xml(number: int, title: str = "A title", prefix: str = "") -> str:
    p = f"{prefix}:" if prefix else ""
    return (
        f"<{p}record><{p}leader>00000nam a2200000 a 4500</{p}leader>"
        f'<{p}controlfield tag="001">{number}</{p}controlfield><{p}datafield tag="245" ind1="0" '
        f'ind2="0"><{p}subfield code="a">{title}</{p}subfield></{p}datafield></{p}record>'
    )


MARC_RECORD = '<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim">'


# A file that is not what its name says


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.mrc", b"<collection/>", "holds XML"),
        ("a.mrc", b'{"id": 1}', "holds JSON lines"),
        ("a.xml", binary(1), "holds binary MARC 21"),
        ("a.jsonl", binary(1), "holds binary MARC 21"),
        ("a.jsonl", b"id,title\n1,x\n", "holds plain text"),
        ("a.csv", b"<collection/>", "holds XML"),
        ("a.mrc", gzip.compress(b"x" * 100, mtime=0), "gzip"),
        ("a.xml", b"PK\x03\x04rest", "ZIP"),
        ("a.xml", b"<!DOCTYPE html><html>404</html>", "web page"),
        ("a.mrc", b"%PDF-1.7", "PDF"),
        ("a.jsonl", '{"id":1}'.encode("utf-16"), "UTF-16"),
        ("a.jsonl", bytes(range(14, 28)) + b"\0", "unknown binary data"),
        ("a.mrc", b"", "empty"),
        ("a.mrc", b" \n\n", "empty"),
    ],
)
def test_a_misnamed_file_is_told_of(load, name, content, said):
    with pytest.raises(SourceError, match=said) as told:
        load(name, content)
    assert name in str(told.value)


def test_files_that_are_not_there_and_folders(tmp_path):
    with pytest.raises(SourceError, match="No such file"):
        open_source(str(tmp_path / "none.mrc"))
    (tmp_path / "folder.mrc").mkdir()
    with pytest.raises(SourceError, match="folder"):
        open_source(str(tmp_path / "folder.mrc"))
    with pytest.raises(SourceError, match="not a kind of file"):
        open_source(str(tmp_path / "book.docx"))


# Binary MARC


def test_a_damaged_record_is_named_with_its_place_and_the_rest_goes_on(load):
    first, third = binary(1), binary(3)
    broken = bytearray(binary(2))
    broken[24:60] = b"?" * 36
    one, two, three = load("a.mrc", first + bytes(broken) + third)
    assert (one.id, three.id) == ("1", "3")
    assert isinstance(two, Rejected)
    assert two.position == f"a.mrc#2 at byte {len(first)}"


def test_a_wrong_directory_is_read_around(load):
    raw = bytearray(binary(1, "Kept"))
    raw[24 + 7 : 24 + 12] = b"00003"
    repaired, record = load("a.mrc", bytes(raw))
    assert isinstance(repaired, Repaired)
    assert "directory" in repaired.reason
    assert record.title == "Kept"


def test_a_wrong_length_in_the_leader_does_no_harm(load):
    raw = b"99999" + binary(1)[5:]
    assert [e.id for e in load("a.mrc", raw + binary(2))] == ["1", "2"]


def test_a_truncated_file(load):
    whole = binary(1) + binary(2)
    entries = load("a.mrc", whole + binary(3)[:-20])
    assert kinds(entries) == ["Record", "Record", "Rejected"]
    assert "ends in the middle" in entries[2].reason


def test_only_the_last_terminator_is_missing(load):
    repaired, record = load("a.mrc", binary(1)[:-1])
    assert "ends in the middle" in repaired.reason
    assert record.id == "1"


def test_a_terminator_missing_between_two_records(load):
    entries = load("a.mrc", binary(1)[:-1] + binary(2) + binary(3))
    assert kinds(entries) == ["Repaired", "Record", "Record", "Record"]
    assert [e.id for e in entries if isinstance(e, Record)] == ["1", "2", "3"]


def test_junk_and_newlines_between_records(load):
    entries = load("a.mrc", b"\r\n" + binary(1) + b"\n\0\n" + binary(2) + b"\n\x1a")
    assert [e.id for e in entries] == ["1", "2"]
    entries = load("a.mrc", binary(1) + b"junk\x1d" + binary(2))
    assert kinds(entries) == ["Record", "Rejected", "Record"]


def test_invalid_utf8_is_repaired_and_named(load):
    raw = binary(1, "Caf\xe9 Z").replace("é".encode(), b"\xe9-")
    repaired, record = load("a.mrc", raw)
    assert "not UTF-8" in repaired.reason
    assert record.title == "Caf\ufffd- Z"


def test_marc8_latin_and_chinese(load):
    raw = binary(1, "0123456789", utf8=False)
    assert load("a.mrc", raw.replace(b"0123456789", b"Qu\xe2ebec /."))[0].title.startswith("Québec")
    escaped = b"\x1b$1!04K7o\x1b(B"
    wide = binary(1, "x" * len(escaped), utf8=False).replace(b"x" * len(escaped), escaped)
    assert load("a.mrc", wide)[0].title == "中国"


def test_marc8_chinese_that_breaks_off(load, capsys):
    escaped = b"\x1b$1!04K7"
    raw = binary(1, "x" * len(escaped), utf8=False).replace(b"x" * len(escaped), escaped)
    repaired, record = load("a.mrc", raw)
    assert "breaks off" in repaired.reason
    assert record.title == "中"
    assert capsys.readouterr().err == ""


def test_utf8_that_does_not_say_so(load):
    raw = binary(1, "Łódź", utf8=True)
    assert load("a.mrc", raw[:9] + b" " + raw[10:])[0].title == "Łódź"


def test_latin1_that_is_neither(load):
    raw = binary(1, "Caf0 x", utf8=False).replace(b"Caf0 x", b"Caf\xe9, x")
    entries = load("a.mrc", binary(2) + _resized(raw))
    assert [e for e in entries if isinstance(e, Record)][-1].title == "Café, x"
    assert any("Windows-1252" in e.reason for e in entries if isinstance(e, Repaired))


def _resized(raw: bytes) -> bytes:
    """The record with its title's length in the directory put right."""
    base, end = int(raw[12:17]), raw.index(b"\x1d")
    start = int(raw[24 + 12 + 7 : 24 + 12 + 12])
    return raw[: 24 + 12 + 3] + b"%04d" % (end - base - start) + raw[24 + 12 + 7 :]


def test_something_endless_without_terminators(load):
    entries = load("a.mrc", binary(1) + b"x" * (17 << 20) + b"\x1d" + binary(2))
    assert kinds(entries) == ["Record", "Rejected", "Record"]


def test_reading_goes_on_from_every_mark(load, tmp_path):
    load("a.mrc", b"".join(binary(n) for n in range(6)) + binary(6)[:-1])
    source = open_source(str(tmp_path / "a.mrc"))
    marks = [(source.mark, entry) for entry in source.read(Mark())]
    entries = [entry for _, entry in marks]
    for at, (mark, _) in enumerate(marks[:6]):
        again = list(open_source(str(tmp_path / "a.mrc")).read(mark))
        assert again == entries[at + 1 :]
    assert source.mark.position == source.size


# XML


def wrapped(*records: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    namespace = 'xmlns="http://www.loc.gov/MARC21/slim" xmlns:marc="http://www.loc.gov/MARC21/slim"'
    return f"{head}<collection {namespace}>{''.join(records)}</collection>"


def test_xml_with_and_without_prefix(load):
    entries = load(
        "a.xml", wrapped(xml(1), "\n", xml(2, prefix="marc"), "<!-- no <record> -->", xml(3))
    )
    assert [e.id for e in entries] == ["1", "2", "3"]


def test_xml_that_declares_entities_is_refused(load):
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "aaaaaaaaaa">'
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    )
    for entity in ("&b;", "&x;", "plain"):
        with pytest.raises(SourceError, match="entities; such files are refused"):
            load("a.xml", wrapped(xml(1, entity), head=bomb))


def test_an_entity_that_nobody_declared_costs_its_record(load):
    entries = load("a.xml", wrapped(xml(1, "&nbsp;"), xml(2)))
    assert kinds(entries) == ["Rejected", "Record"]


def test_broken_xml_costs_its_record(load):
    entries = load(
        "a.xml",
        wrapped(
            xml(1),
            xml(2).replace("</subfield>", ""),
            xml(3).replace("</record>", ""),
            xml(4),
            xml(5),
        ),
    )
    assert kinds(entries) == ["Record", "Rejected", "Rejected", "Record", "Record"]
    assert "well-formed" in entries[1].reason
    assert "before the next begins" in entries[2].reason


def test_xml_invalid_utf8_costs_its_record(load):
    content = wrapped(xml(1), xml(2, "X!X"), xml(3)).encode().replace(b"X!X", b"X\xffX")
    assert kinds(load("a.xml", content)) == ["Record", "Rejected", "Record"]


def test_xml_in_another_encoding(load):
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    content = wrapped(xml(1, "Café"), head=head).encode("latin-1")
    assert load("a.xml", content)[0].title == "Café"


def test_truncated_xml(load):
    entries = load("a.xml", wrapped(xml(1), xml(2))[:-60])
    assert kinds(entries) == ["Record", "Rejected"]
    assert "ends in the middle" in entries[1].reason


def test_xml_without_records(load):
    with pytest.raises(SourceError, match="no records"):
        load("a.xml", "<rss><channel/></rss>")


def test_answers_of_oai_and_sru_kept_in_a_file(load):
    marc = xml(1, prefix="marc").replace("<marc:record>", MARC_RECORD)
    oai = (
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>'
        f"<record><header><identifier>oai:x:1</identifier></header><metadata>{marc}</metadata>"
        '</record><record><header status="deleted"><identifier>oai:x:2</identifier></header>'
        "</record><record><header><identifier>oai:x:3</identifier></header><metadata><dc>"
        "<title>Urn</title><type>Physical object</type><date>1880</date></dc></metadata></record>"
        "</ListRecords></OAI-PMH>"
    )
    one, two, three = load("a.xml", oai)
    assert one.id == "1"
    assert two == Deleted("oai:x:2")
    assert (three.id, three.title, three.format, three.year) == ("oai:x:3", "Urn", "object", 1880)


def test_xml_goes_on_from_every_mark(load, tmp_path):
    load("a.xml", wrapped(*(xml(n, prefix="marc") for n in range(5))))
    source = open_source(str(tmp_path / "a.xml"))
    marks = [(source.mark, entry) for entry in source.read(Mark())]
    for at, (mark, _) in enumerate(marks):
        again = list(open_source(str(tmp_path / "a.xml")).read(mark))
        assert again == [entry for _, entry in marks[at + 1 :]]
