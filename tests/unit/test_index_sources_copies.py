"""MARC 21: copies in every system's fields, and which records are one."""

from __future__ import annotations

from datetime import date

import pytest

from index.errors import SourceError
from index.record import Copy, Deleted, Record, Rejected, Repaired
from index.sources import Mark, Options, open_source
from tests.unit.marc_made import field, load, marc, record

__all__ = ["load", "record"]  # the fixtures


# Copies


def test_copies_of_koha(record):
    made = record(
        field("952", "  ", "aCEN", "bEAST", "cFIC", "oFIC KIN", "p1", "70"),
        field("952", "  ", "aCEN", "bCEN", "cFIC", "oFIC KIN", "p2", "q2027-01-02"),
        field("952", "  ", "aCEN", "bCEN", "oREF KIN", "p3", "71"),
        field("952", "  ", "aCEN", "bCEN", "p4", "14"),
        field("952", "  ", "aCEN", "bCEN", "p5", "01"),
        field("952", "  ", "aCEN", "bCEN", "p6", "7-1"),
    )
    assert made.copies == (
        Copy(branch="EAST", shelf="FIC", call_number="FIC KIN", status="available", barcode="1"),
        Copy(
            branch="CEN", shelf="FIC", call_number="FIC KIN", status="on_loan",
            due=date(2027, 1, 2), barcode="2",
        ),
        Copy(branch="CEN", call_number="REF KIN", status="reference", barcode="3"),
        Copy(branch="CEN", status="missing", barcode="4"),
        Copy(branch="CEN", status="unknown", barcode="6"),
    )  # fmt: skip
    assert made.call_number == "FIC KIN"


def test_copies_of_evergreen(record):
    made = record(
        field(
            "852", "4 ", "agapl", "bSYS", "bBR1", "cStacks", "jG 43", "p11", "zAvailable"
        ),
        field("852", "4 ", "agapl", "bBR2", "jG 43", "p12", "zChecked out"),
        field("852", "4 ", "agapl", "bBR2", "jG 43", "p13", "xreference", "zAvailable"),
    )  # fmt: skip
    assert [(c.branch, c.status) for c in made.copies] == [
        ("BR1", "available"),
        ("BR2", "on_loan"),
        ("BR2", "reference"),
    ]


@pytest.mark.parametrize(
    ("copies", "fields", "told"),
    [
        ("auto", field("AVA", "  ", "aX", "bMAIN", "cStacks", "dPR1", "eavailable"), "available"),
        ("alma", field("ITM", "  ", "bMAIN", "cStacks", "hPR1", "p77", "sLoan"), "on_loan"),
        ("sierra", field("945", "  ", "aPR1", "i33", "lMAIN", "s-"), "available"),
        ("sierra", field("945", "  ", "aPR1", "i33", "lMAIN", "sm"), "missing"),
        ("symphony", field("999", "  ", "aPR1", "i5", "lSTX", "mMAIN", "kCHECKEDOUT"), "on_loan"),
        ("949", field("949", "  ", "aPR1", "i5", "lSTACKS", "mMAIN"), "available"),
        ("marc", field("852", "0 ", "bMAIN", "cStacks", "hPR1", "i.A2"), "unknown"),
        ("980:branch=m,call_number=a,status=s", field("980", "  ", "aPR1", "mMAIN"), "available"),
    ],
)  # fmt: skip
def test_copies_of_other_systems(record, copies, fields, told):
    (copy,) = record(fields, copies=copies).copies
    assert (copy.branch, copy.call_number.split()[0], copy.status) == ("MAIN", "PR1", told)


def test_no_copies_when_the_library_says_so(record):
    assert record(field("952", "  ", "aCEN", "p1"), copies="none").copies == ()


@pytest.mark.parametrize(
    "said", ["nonsense", "952:shelf=c", "95:branch=b", "952:branch=b,colour=c"]
)
def test_a_mapping_that_is_none(said, tmp_path):
    path = tmp_path / "r.mrc"
    path.write_bytes(marc().as_marc())
    with pytest.raises(SourceError, match="mapping"):
        open_source(str(path), Options(copies=said))


def test_ten_thousand_copies_on_one_record(load):
    fields = [field("952", "  ", "aCEN", f"p{n}", "oFIC KIN") for n in range(10_000)]
    (made,) = load(marc(*fields), xml=True)
    assert len(made.copies) == 10_000


def test_a_binary_record_longer_than_the_format_allows(load, tmp_path):
    """Systems write 99999 for the length and let offsets of the directory overflow."""
    fields = b"".join(b"  \x1faCEN\x1fp%05d\x1foFIC\x1e" % n for n in range(10_000))
    data = b"long\x1e00\x1faA long record\x1e" + fields
    directory = b"001000500000" + b"245001800005" + b"952002200023" * 10_000
    base = 24 + len(directory) + 1
    path = tmp_path / "long.mrc"
    path.write_bytes(
        b"99999nam a22%05d a 4500" % (base % 100_000) + directory + b"\x1e" + data + b"\x1d"
    )
    entries = list(open_source(str(path)).read(Mark()))
    assert [type(e) for e in entries] == [Repaired, Record]
    assert entries[1].title == "A long record"
    assert len(entries[1].copies) == 10_000


# Identity


def test_id_is_the_systems_own_number(record):
    assert record(number=" ocm123 ").id == "ocm123"
    assert record(field("999", "  ", "c42", "d42")).id == "42"
    assert record(field("901", "  ", "aX", "bY", "c43", "tbiblio")).id == "43"
    assert record(field("999", "  ", "c1", "d6/28/1996"), number="u2").id == "u2"
    assert record(prefix="opera-").id == "opera-1"


def test_a_record_without_any_number_has_a_stable_id(load):
    first, again = load(marc(number=""), marc(number=""))
    (other,) = load(marc(field("245", "00", "aAnother"), number=""))
    assert first.id == again.id != other.id


def test_deleted_records(load):
    assert load(marc(leader="00000dam a2200000 a 4500")) == [Deleted("1")]


@pytest.mark.parametrize(("kind", "word"), [("z", "authority"), ("x", "holdings")])
def test_records_that_describe_no_holding(load, kind, word):
    (entry,) = load(marc(leader=f"00000n{kind}m a2200000 a 4500"))
    assert isinstance(entry, Rejected)
    assert word in entry.reason
    assert entry.id == "1"


def test_a_record_without_a_title(load):
    first, second = load(marc(title=False), marc(number="2"))
    assert isinstance(first, Rejected)
    assert "245" in first.reason
    assert second.id == "2"


def test_works_join_editions_translations_and_scripts(record):
    author = field("100", "1 ", "aAusten, Jane,", "d1775-1817.")
    first = record(author, field("245", "10", "aPride and prejudice /"))
    second = record(author, field("245", "10", "aPride & prejudice :", "ba novel."))
    chinese = record(
        author,
        field("240", "10", "aPride and prejudice.", "lChinese"),
        field("245", "10", "a傲慢与偏见."),
    )
    film = record(
        author, field("245", "10", "aPride and prejudice"), leader="00000ngm a2200000 a 4500"
    )
    assert first.work == second.work == chinese.work != ""
    assert film.work not in ("", first.work)


def test_works_join_chinese_and_its_romanisation(record):
    romanised = record(field("100", "1 ", "aLiu, Cixin."), field("245", "10", "aSan ti."))
    script = record(field("100", "1 ", "a刘慈欣."), field("245", "10", "a三體."))
    assert romanised.work == script.work


def test_works_do_not_join_what_only_shares_a_common_title(record):
    poems = field("245", "10", "aPoems.")
    keats = record(field("100", "1 ", "aKeats, John."), poems)
    yeats = record(field("100", "1 ", "aYeats, W. B."), poems)
    assert keats.work != yeats.work
    assert record(poems).work == ""
    collected = record(
        field("100", "1 ", "aKeats, John."),
        field("240", "10", "aWorks."),
        field("245", "10", "aLamia."),
    )
    assert (
        collected.work
        == record(field("100", "1 ", "aKeats, John."), field("245", "10", "aLamia.")).work
    )
