"""From real servers through the importer into the catalogue, again and again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from index.catalogue import Catalogue
from index.importer import Report, add
from index.sources import Options, open_source

QUICK = Options(retry_wait=0.01)

pytestmark = pytest.mark.servers


@pytest.fixture
def load(tmp_path):
    catalogue = Catalogue(tmp_path / "catalogue.sqlite")

    def loaded(spec: str) -> Report:
        return add(catalogue, [open_source(spec, QUICK)], tmp_path / "report.jsonl")

    loaded.catalogue = catalogue
    yield loaded
    catalogue.close()


def test_a_second_harvest_asks_only_for_what_changed(operas, load):
    spec = f"oai:{operas.url}"
    assert load(spec) == Report(read=7, added=7)
    assert load(spec) == Report()
    later = datetime.now(UTC) + timedelta(seconds=2)
    operas.put(1, "Carmen revised", later)
    operas.put(2, "Fidelio", later, deleted=True)
    operas.put(9, "Wozzeck", later)
    assert load(spec) == Report(read=3, added=1, changed=1, deleted=1)
    assert load.catalogue.count() == 7
    assert load.catalogue.get(["oai:test:1"])[0].title == "Carmen revised"


def test_sru_again_changes_nothing(zebra, load):
    spec = f"sru:{zebra}"
    assert load(spec) == Report(read=7, added=7)
    head = load.catalogue.head()
    assert load(spec) == Report(read=7, unchanged=7)
    assert load.catalogue.head() == head
