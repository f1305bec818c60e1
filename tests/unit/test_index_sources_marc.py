"""MARC 21 to records, field by field; the records are written by pymarc."""

from __future__ import annotations

from datetime import date

import pymarc
import pytest

from index.errors import SourceError
from index.record import Copy, Deleted, Record, Rejected, Repaired
from index.sources import Mark, Options, open_source

PLAIN_008 = "850101s1985    nyu           000 1 eng d"


def field(tag, indicators, *subs):
    return pymarc.Field(
        tag,
        indicators=pymarc.Indicators(*indicators),
        subfields=[pymarc.Subfield(code=s[0], value=s[1:]) for s in subs],
    )


def control(tag, data):
    return pymarc.Field(tag, data=data)


def marc(*fields, leader="00000nam a2200000 a 4500", f008=PLAIN_008, number="1", title=True):
    made = pymarc.Record(leader=leader)
    if number:
        made.add_field(control("001", number))
    if f008:
        made.add_field(control("008", f008))
    if title and not any(f.tag == "245" for f in fields):
        made.add_field(field("245", "00", "aA title"))
    made.add_field(*fields)
    return made


@pytest.fixture
def load(tmp_path):
    """Every entry of a file of these records, in binary or as XML."""

    def loaded(*records, xml=False, **options):
        path = tmp_path / ("r.xml" if xml else "r.mrc")
        if xml:
            body = b"".join(pymarc.record_to_xml(r, namespace=True) for r in records)
            path.write_bytes(b"<collection>" + body + b"</collection>")
        else:
            path.write_bytes(b"".join(r.as_marc() for r in records))
        return list(open_source(str(path), Options(**options)).read(Mark()))

    return loaded


@pytest.fixture
def record(load):
    """The one record that these fields make, the same from binary and from XML."""

    def one(*fields, **told):
        options = {k: told.pop(k) for k in ("copies", "prefix") if k in told}
        made = marc(*fields, **told)
        (binary,) = load(made, **options)
        (xml,) = load(made, xml=True, **options)
        assert isinstance(binary, Record)
        assert {**_dict(binary), "source": ""} == {**_dict(xml), "source": ""}
        return binary

    return one


def _dict(made):
    return {name: getattr(made, name) for name in made.__slots__}


# Titles


def test_title_and_subtitle_lose_isbd_punctuation(record):
    made = record(field("245", "14", "aThe shining :", "ba novel /", "cStephen King."))
    assert (made.title, made.subtitle) == ("The shining", "a novel")


def test_parts_belong_to_the_title(record):
    made = record(field("245", "00", "aFaust.", "nPart one,", "pThe tragedy /", "cGoethe."))
    assert made.title == "Faust. Part one. The tragedy"


def test_a_stop_stays_where_it_belongs(record):
    assert record(field("245", "00", "aMade in the U.S.A. /", "cX.")).title == "Made in the U.S.A."
    assert record(field("245", "00", "aAnd then ... /")).title == "And then ..."
    assert record(field("245", "00", "aEmma.")).title == "Emma"


def test_parallel_titles_are_variants(record):
    made = record(field("245", "00", "aCanada today =", "bCanada aujourd'hui : revue."))
    assert (made.title, made.subtitle) == ("Canada today", "revue")
    assert "Canada aujourd'hui" in made.variant_titles


def test_variants_come_from_246_240_and_740(record):
    made = record(
        field("240", "10", "aNordlys.", "lEnglish"),
        field("245", "10", "aNorthern lights."),
        field("246", "3 ", "aNorthern light"),
        field("740", "0 ", "aAurora."),
    )
    assert made.variant_titles == ("Nordlys", "Northern light", "Aurora")


def test_a_romanised_chinese_title_is_shown_in_characters(record):
    made = record(
        field("100", "1 ", "6880-01", "aLiu, Cixin."),
        field("245", "10", "6880-02", "aSan ti /", "cLiu Cixin."),
        field("264", " 1", "6880-03", "aChongqing :", "bChongqing chu ban she,", "c2008."),
        field("880", "1 ", "6100-01/$1", "a刘慈欣."),
        field("880", "10", "6245-02/$1", "a三体 /", "c刘慈欣."),
        field("880", " 1", "6264-03/$1", "a重庆 :", "b重庆出版社,", "c2008."),
        f008="080101s2008    cc            000 1 chi d",
    )
    assert (made.title, made.variant_titles) == ("三体", ("San ti",))
    assert (made.authors, made.variant_authors) == (("刘慈欣",), ("Liu, Cixin",))
    assert made.publisher == "重庆出版社"


def test_other_scripts_are_variants(record):
    made = record(
        field("100", "1 ", "6880-01", "aTolstoĭ, Lev."),
        field("245", "10", "6880-02", "aVoĭna i mir."),
        field("880", "1 ", "6100-01", "aТолстой, Лев."),
        field("880", "10", "6245-02", "aВойна и мир."),
    )
    assert (made.title, made.variant_titles) == ("Voĭna i mir", ("Война и мир",))
    assert (made.authors, made.variant_authors) == (("Tolstoĭ, Lev",), ("Толстой, Лев",))


def test_marks_of_writing_direction_and_sorting_vanish(record):
    made = record(field("245", "14", "a\x98The\x9c \u200fEmma\u200e /"))
    assert made.title == "The Emma"


def test_a_title_only_in_880(record):
    made = record(field("880", "10", "6245-00/$1", "a红楼梦 /"), title=False)
    assert made.title == "红楼梦"


# Names


def test_creators_before_contributors_without_dates_and_relators(record):
    made = record(
        field(
            "100", "1 ", "aTolkien, J. R. R.", "q(John Ronald Reuel),", "d1892-1973,", "eauthor."
        ),
        field("700", "1 ", "aLee, Alan,", "eillustrator."),
        field("710", "2 ", "aHarperCollins,", "epublisher."),
        field("700", "1 ", "aOwner, Some,", "4fmo"),
    )
    assert made.authors == ("Tolkien, J. R. R.", "Lee, Alan")


def test_numbers_and_titles_of_names_stay(record):
    made = record(field("100", "0 ", "aJohn Paul", "bII,", "cPope,", "d1920-2005."))
    assert made.authors == ("John Paul II, Pope",)


def test_related_works_bring_no_author_but_contained_ones_do(record):
    made = record(
        field("700", "1 ", "iBased on:", "aShelley, Mary.", "tFrankenstein."),
        field("700", "12", "aPoe, Edgar Allan.", "tThe raven."),
    )
    assert made.authors == ("Poe, Edgar Allan",)
    assert "The raven" in made.contents


def test_a_name_only_in_the_statement_of_responsibility(record):
    assert record(field("245", "00", "aX /", "cby Jane Doe.")).authors == ("Jane Doe",)
    assert record(field("245", "00", "a活着 /", "c余华著")).authors == ("余华",)
    assert record(field("245", "00", "aX /", "cedited by the staff of the museum.")).authors == ()


# Dates, languages, numbers


@pytest.mark.parametrize(
    ("f008", "imprint", "year"),
    [
        (PLAIN_008, "c1999", 1985),
        (PLAIN_008.replace("1985", "19uu"), "[1987?]", 1987),
        (None, "©2011", 2011),
        (PLAIN_008.replace("1985", "uuuu"), "[19--?]", None),
        ("850101q19001999nyu           000 1 eng d", "[20th century]", None),
        ("850101q19631965nyu           000 1 eng d", "[1963-1965?]", 1963),
    ],
)
def test_year(record, f008, imprint, year):
    assert record(field("260", "  ", "aX :", "bY,", f"c{imprint}."), f008=f008).year == year


def test_languages_of_008_and_041(record):
    made = record(field("041", "1 ", "aengfre", "hrus"))
    assert (made.language, made.languages) == ("eng", ("eng", "fre"))
    blank = PLAIN_008.replace("eng", "zxx")
    assert record(field("041", "0 ", "achi"), f008=blank).language == "chi"


def test_isbns_in_any_spelling_and_those_of_other_forms(record):
    made = record(
        field("020", "  ", "a0-14-143951-3 (pbk.) :", "c$8"),
        field("020", "  ", "z9780141439518"),
        field("020", "  ", "a123"),
        field("022", "  ", "a0028-0836"),
    )
    assert made.isbn == ("9780141439518",)
    assert made.issn == ("0028-0836",)


# Subjects, series, notes


def test_headings_with_subdivisions(record):
    made = record(
        field("600", "10", "aAusten, Jane,", "d1775-1817", "xCriticism and interpretation."),
        field("650", " 0", "aBirds", "xMigration", "zNorth America."),
        field("650", " 7", "aBirds", "xMigration", "zNorth America.", "2fast"),
        field("651", " 0", "aLondon (England)", "vFiction."),
        field("655", " 7", "aNovels.", "2lcgft"),
        field("653", "  ", "abirdwatching"),
    )
    assert made.subjects == (
        "Austen, Jane, 1775-1817 -- Criticism and interpretation",
        "Birds -- Migration -- North America",
        "London (England) -- Fiction",
    )
    assert (made.genres, made.keywords) == (("Novels",), ("birdwatching",))


def test_series_once(record):
    made = record(
        field("490", "1 ", "aDiscworld ;", "v5"),
        field("800", "1 ", "aPratchett, Terry.", "tDiscworld ;", "vno. 5."),
    )
    assert made.series == ("Discworld ; 5",)


def test_contents_a_chapter_each(record):
    made = record(
        field("505", "0 ", "aDawn.--Noon / A. Writer -- Dusk."),
        field("505", "00", "tFirst -- ", "tSecond."),
    )
    assert made.contents == ("Dawn", "Noon / A. Writer", "Dusk", "First", "Second")


def test_summary_notes_edition_publisher(record):
    made = record(
        field("250", "  ", "a2nd ed."),
        field("264", " 4", "c©2001"),
        field("264", " 1", "aLondon :", "bFaber,", "c2002."),
        field("500", "  ", "aIncludes index."),
        field("520", "  ", "aA dog", "bcomes home."),
        field("520", "4 ", "aContains violence."),
    )
    assert (made.summary, made.notes) == ("A dog comes home.", ("Includes index.",))
    assert (made.edition, made.publisher) == ("2nd ed.", "Faber")
    assert record(field("260", "  ", "a[S.l. :", "bs.n.],")).publisher == ""


def test_a_summary_loses_the_markup_of_web_pages(record):
    made = record(field("520", "  ", "a<p>Salt &amp; <i>pepper</i>: 1 &lt; 2.</p><br/>New"))
    assert made.summary == "Salt & pepper: 1 < 2. New"


def test_classes_and_call_number(record):
    made = record(
        field("050", "00", "aQL698.9", "b.B37 2010"), field("082", "00", "a598.1/568", "222")
    )
    assert (made.lcc, made.ddc) == (("QL698.9",), ("598.1568",))
    assert made.call_number == "QL698.9 .B37 2010"


def test_url_of_the_thing_itself(record):
    made = record(
        field("856", "42", "3Table of contents", "uhttp://x.org/toc"),
        field("856", "41", "uhttp://x.org/version"),
        field("856", "40", "uhttps://x.org/book"),
    )
    assert made.url == "https://x.org/book"
    assert record(field("856", "42", "uhttp://x.org/toc")).url == ""
    assert record(field("856", "40", "ujavascript:alert(1)")).url == ""


# Format and audience


def at(position, value, base=PLAIN_008):
    return base[:position] + value + base[position + len(value) :]


@pytest.mark.parametrize(
    ("leader", "f008", "fields", "form"),
    [
        ("am", PLAIN_008, (), "book"),
        ("am", at(23, "o"), (), "ebook"),
        ("am", at(23, "d"), (), "large_print"),
        ("am", PLAIN_008, (field("300", "  ", "a400 pages (large print) ;"),), "large_print"),
        ("am", at(23, "f"), (), "braille"),
        ("am", at(24, "6"), (), "graphic_novel"),
        ("am", PLAIN_008, (field("655", " 7", "aGraphic novels."),), "graphic_novel"),
        ("am", PLAIN_008, (field("502", "  ", "aThesis (Ph.D.)"),), "thesis"),
        ("am", PLAIN_008, (field("245", "00", "aX", "h[electronic resource]"),), "ebook"),
        ("as", PLAIN_008, (), "periodical"),
        ("aa", PLAIN_008, (), "article"),
        ("cm", PLAIN_008, (), "score"),
        ("em", PLAIN_008, (), "map"),
        ("gm", at(33, "v"), (), "film"),
        ("gm", at(33, "s"), (), "picture"),
        ("im", PLAIN_008, (), "audiobook"),
        ("jm", PLAIN_008, (), "music"),
        ("jm", PLAIN_008, (field("655", " 7", "aAudiobooks."),), "audiobook"),
        ("mm", at(26, "b"), (), "software"),
        ("mm", at(26, "d"), (), "ebook"),
        ("rm", at(33, "g"), (), "game"),
    ],
)
def test_format(record, leader, f008, fields, form):
    made = record(*fields, leader=f"00000n{leader} a2200000 a 4500", f008=f008)
    assert made.format == form


@pytest.mark.parametrize(
    ("code", "fields", "audience"),
    [
        (" ", (), "adult"),
        ("a", (), "preschool"),
        ("j", (), "children"),
        ("d", (), "young_adult"),
        (" ", (field("521", "1 ", "a008-012."),), "children"),
        (" ", (field("521", "2 ", "a9-12."),), "young_adult"),
        (" ", (field("650", " 0", "aDogs", "vJuvenile fiction."),), "children"),
        (" ", (field("655", " 7", "aYoung adult fiction."),), "young_adult"),
        ("e", (field("650", " 0", "aDogs", "vJuvenile fiction."),), "adult"),
    ],
)
def test_audience(record, code, fields, audience):
    assert record(*fields, f008=at(22, code)).audience == audience


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
