"""MARC 21 to records, field by field."""

from __future__ import annotations

import pytest

from tests.unit.marc_made import PLAIN_008, field, load, record

__all__ = ["load", "record"]  # the fixtures


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


@pytest.mark.parametrize(
    ("code", "fields", "form"),
    [
        ("1", (), "fiction"),
        ("f", (), "fiction"),
        ("p", (), "poetry"),
        ("d", (), "drama"),
        ("e", (), "nonfiction"),
        ("0", (), "nonfiction"),
        ("0", (field("650", " 0", "aWhales", "vFiction."),), "fiction"),
        ("0", (field("655", " 7", "aGraphic novels."),), "fiction"),
        ("0", (field("650", " 0", "aDogs", "vComic books, strips, etc."),), "unstated"),
        ("u", (field("655", " 7", "aScience fiction."),), "fiction"),
        ("u", (field("655", " 7", "aChildren's nonfiction."),), "nonfiction"),
        ("u", (field("650", " 0", "aScience fiction", "xHistory and criticism."),), "unstated"),
        ("u", (field("650", " 0", "aScience fiction"), field("082", "04", "a809.3")), "unstated"),
        ("u", (field("082", "04", "a598.15"),), "nonfiction"),
        ("u", (field("082", "04", "a398.2"),), "unstated"),
        ("u", (field("050", " 4", "aQL698.9"),), "nonfiction"),
        ("u", (field("650", " 7", "a长篇小说", "z中国"),), "fiction"),
        ("u", (field("650", " 7", "a长篇小说", "x小说研究"),), "unstated"),
    ],
)
def test_literary_form(record, code, fields, form):
    assert record(*fields, f008=at(33, code)).literary_form == form


def test_literary_form_of_a_recording(record):
    told = {
        code: record(leader="00000nim a2200000 a 4500", f008=at(30, code)).literary_form
        for code in "fbp "
    }
    assert told == {"f": "fiction", "b": "nonfiction", "p": "poetry", " ": "unstated"}


@pytest.mark.parametrize(
    ("extent", "pages"),
    [
        ("xvi, 208 pages :", 208),
        ("xxi, 350, [12] p. ;", 350),
        ("1 online resource (1,240 pages)", 1240),
        ("352页", 352),
        ("3 volumes", None),
        ("1 audio disc (CD)", None),
    ],
)
def test_pages_are_read_from_the_extent(record, extent, pages):
    made = record(field("245", "00", "aEmma."), field("300", "  ", f"a{extent}"))
    assert made.pages == pages


def test_translators_and_the_place_are_told(record):
    made = record(
        field("100", "1 ", "a罗琳."),
        field("245", "00", "a哈利·波特与魔法石."),
        field("264", " 1", "a北京 :", "b人民文学出版社,", "c2000."),
        field("700", "1 ", "a苏农,", "etranslator."),
        field("700", "1 ", "a某某,", "4trl", "4edt"),
    )
    assert made.place == "北京"
    assert made.translators == ("苏农",)
    assert made.authors == ("罗琳", "苏农", "某某")


def test_no_place_is_no_place(record):
    assert record(field("260", "  ", "a[S.l. :", "bFaber,", "c2002.")).place == ""
