"""Harvesting from real servers on loopback, and from ones that behave badly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from index.record import Deleted, Record
from index.sources import Mark, Options, open_source

TITLES = ["Aida", "Carmen", "Fidelio", "Macbeth", "Norma", "Otello", "Tosca"]
QUICK = Options(retry_wait=0.01)

pytestmark = pytest.mark.servers


def test_sru_gives_every_record_of_zebra_over_several_pages(zebra):
    source = open_source(f"sru:{zebra}?maximumRecords=3", QUICK)
    records = list(source.read(Mark()))
    assert [r.title for r in records] == TITLES
    assert records[0].id == "op0"
    assert records[0].format == "music"
    assert records[0].year == 1980
    assert source.size == 7


def test_sru_takes_a_query(zebra):
    source = open_source(f"sru:{zebra}?query=tosca", QUICK)
    assert [r.title for r in source.read(Mark())] == ["Tosca"]


def test_sru_goes_on_from_a_mark(zebra):
    source = open_source(f"sru:{zebra}?maximumRecords=2", QUICK)
    assert [r.title for r in source.read(Mark(3, 3))] == TITLES[3:]


def test_oai_prefers_marc_and_reads_all_pages(operas):
    source = open_source(f"oai:{operas.url}", QUICK)
    records = list(source.read(Mark()))
    assert [r.title for r in records] == TITLES
    assert records[0].id == "oai:test:0"
    assert records[0].subtitle == "opera"
    assert source.size == 7


def test_oai_reads_dublin_core_when_asked(operas):
    source = open_source(f"oai:{operas.url}?metadataPrefix=oai_dc", QUICK)
    first = next(iter(source.read(Mark())))
    assert isinstance(first, Record)
    assert (first.title, first.authors, first.year) == ("Aida", ("Composer, A.",), 1980)
    assert (first.format, first.url) == ("music", "http://example.org/0")


def test_oai_harvests_only_what_changed_since(operas):
    source = open_source(f"oai:{operas.url}", QUICK)
    assert len(list(source.read(Mark()))) == 7
    since = source.mark
    assert since.datestamp
    now = datetime.now(UTC) + timedelta(seconds=2)
    operas.put(1, "Carmen revised", now)
    operas.put(2, "Fidelio", now, deleted=True)
    again = list(open_source(f"oai:{operas.url}", QUICK).read(Mark(datestamp=since.datestamp)))
    assert [type(e) for e in again] == [Record, Deleted]
    assert again[0].title == "Carmen revised"
    assert again[1] == Deleted("oai:test:2")


def test_oai_goes_on_in_the_middle_of_a_page(operas):
    source = open_source(f"oai:{operas.url}", QUICK)
    reading = source.read(Mark())
    seen = [next(reading).title for _ in range(5)]
    rest = [r.title for r in open_source(f"oai:{operas.url}", QUICK).read(source.mark)]
    assert seen + rest == TITLES


def test_oai_begins_again_when_its_token_has_expired(operas):
    source = open_source(f"oai:{operas.url}", QUICK)
    reading = source.read(Mark())
    for _ in range(5):
        next(reading)
    expired = replace(source.mark, token=source.mark.token.replace("meta", "mota", 1))
    records = list(open_source(f"oai:{operas.url}", QUICK).read(expired))
    assert {r.title for r in records} >= set(TITLES[5:])
