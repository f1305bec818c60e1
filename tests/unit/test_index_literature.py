"""Whose literature a record is: told by 041, by its class, or else by its language."""

from __future__ import annotations

import pytest

from index.columns import Columns
from index.literature import by_class, literatures_of
from index.record import Filters, Record
from tests.unit.marc_made import field, load, record

__all__ = ["load", "record"]  # the fixtures


@pytest.mark.parametrize(
    ("ddc", "lcc", "language"),
    [
        (["891.73/3"], [], "rus"),
        (["891.853"], [], "pol"),
        (["895.635"], [], "jpn"),
        (["839.82374"], [], "nor"),
        (["859.334"], [], "rum"),
        (["813.54"], ["PS3545.E6"], ""),
        ([], ["PQ4835.R5"], "ita"),
        ([], ["PL 2754.S5"], "chi"),
        ([], ["PL900.5"], ""),
        ([], ["PT9876.22"], "swe"),
        (["not a number"], ["P"], ""),
        ([], [], ""),
    ],
)
def test_a_class_tells_the_language_of_its_literature(ddc, lcc, language):
    assert by_class(ddc, lcc) == language


@pytest.mark.parametrize(
    ("language", "original", "told"),
    [
        ("eng", "rus", ["rus", "translated"]),
        ("rus", "", ["rus"]),
        ("chi", "chi", ["chi"]),
        ("eng", "swe", ["swe", "translated", "nordic"]),
        ("eng", "grc", ["grc", "gre", "translated"]),
        ("", "", []),
    ],
)
def test_a_work_is_of_the_language_that_it_was_first_written_in(language, original, told):
    made = Record(id="1", title="T", language=language, original_language=original)
    assert literatures_of(made) == told


@pytest.mark.parametrize(
    ("fields", "language"),
    [
        ([field("041", "1 ", "aeng", "hswe")], "swe"),
        ([field("041", "1 ", "aeng", "hengfre")], "eng"),
        ([field("041", "17", "aen", "hsv")], ""),
        ([field("082", "04", "a853.914"), field("655", " 7", "aNovels.")], "ita"),
        ([field("041", "1 ", "aeng", "hger"), field("082", "04", "a853.9")], "ger"),
    ],
)
def test_marc_tells_what_was_translated_and_the_class_of_a_story(record, fields, language):
    assert record(field("245", "00", "aT."), *fields).original_language == language


def test_a_filter_keeps_works_of_a_literature_in_any_language_and_no_translations_into_it():
    columns = Columns()
    columns.put(1, Record(id="1", title="A", language="eng", original_language="rus"))
    columns.put(2, Record(id="2", title="B", language="rus"))
    columns.put(3, Record(id="3", title="C", language="rus", original_language="eng"))
    passing = columns.passing(Filters(literatures=("rus",)))
    assert passing is not None
    assert passing.nonzero()[0].tolist() == [1, 2]
    translated = columns.passing(Filters(literatures=("translated",)))
    assert translated is not None
    assert translated.nonzero()[0].tolist() == [1, 3]
