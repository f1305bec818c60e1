"""Builds, updates and what can go wrong with them: the old index serves, nothing is lost."""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index import build as building
from index import holdings as opening
from index import pool
from index.build import build, current, status
from index.catalogue import Catalogue
from index.errors import HoldingsError, IndexBusy, IndexMismatch, IndexMissing
from index.holdings import Holdings
from index.locks import writer_lock
from index.record import Filters, Query
from index.twins import HashEncoder
from index.vectors import file as vector_file
from tests.unit.index_shelf import SHELF, book, copies, shelved

pytestmark = pytest.mark.slow  # builds on disk, and processes that are killed

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def holdings(folder: Path):
    opened = shelved(folder)
    yield opened
    opened.close()


def ids(holdings: Holdings, text: str = "", **filters) -> list[str]:
    query = Query(text=text, filters=Filters(**filters), limit=20)
    return [hit.record.id for hit in holdings.search(query).hits]


class CountingEncoder(HashEncoder):
    """The twin, counting what it encodes."""

    encoded = 0

    def encode_passages(self, texts):
        self.encoded += len(texts)
        return super().encode_passages(texts)


def test_manifest_says_what_the_index_was_made_from(holdings, folder):
    manifest = status(folder)
    assert manifest["records"] == len(SHELF) == holdings.count
    assert manifest["encoder"] == HashEncoder().fingerprint
    assert manifest["version"] in holdings.version


def test_a_large_index_is_made_in_two_processes(holdings, folder, monkeypatch):
    found = [ids(holdings, text) for text in ("whale", "dragons for children", "python")]
    monkeypatch.setattr(building, "_LARGE", 0)
    monkeypatch.setattr(pool.os, "cpu_count", lambda: 2)
    beside: list[int] = []
    build(
        holdings.catalogue,
        HashEncoder(),
        folder,
        lambda *_: beside.append(len(multiprocessing.active_children())),
    )
    holdings.refresh()
    assert any(found)
    assert beside == [1]
    assert [ids(holdings, text) for text in ("whale", "dragons for children", "python")] == found


def test_no_index_is_said_in_words(folder):
    Catalogue(folder / "catalogue.sqlite").close()
    with pytest.raises(IndexMissing, match="refdesk index"):
        Holdings.open(folder, HashEncoder())
    with pytest.raises(IndexMissing):
        status(folder)


def test_another_encoder_is_refused(holdings, folder):
    with pytest.raises(IndexMismatch, match="encoder"):
        Holdings.open(folder, HashEncoder(dimensions=64))


def test_another_catalogue_is_refused(holdings, folder):
    holdings.close()
    for file in folder.glob("catalogue.sqlite*"):
        file.unlink()
    with pytest.raises(IndexMissing):
        Holdings.open(folder, HashEncoder())
    Catalogue(folder / "catalogue.sqlite").close()
    with pytest.raises(IndexMismatch, match="catalogue"):
        Holdings.open(folder, HashEncoder())


def test_a_manifest_that_cannot_be_read_is_no_index(holdings, folder):
    (current(folder) / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(IndexMissing, match="cannot be read"):
        Holdings.open(folder, HashEncoder())


def test_an_empty_catalogue_is_searched_too(folder):
    opened = shelved(folder, [])
    assert opened.search(Query(text="birds")).total == 0
    opened.catalogue.upsert([SHELF[0]])
    opened.refresh()
    assert ids(opened, "pride and prejudice") == ["pp1"]
    opened.close()


def test_added_changed_and_deleted_records_are_live_after_a_refresh(holdings):
    before = holdings.version
    holdings.catalogue.upsert(
        [
            book("new", "The owl service", "Garner, Alan"),
            book("emma", "Northanger Abbey", "Austen, Jane", summary="A parody of novels."),
        ]
    )
    holdings.catalogue.delete(["war"])
    assert ids(holdings, "the owl service") == []
    assert holdings.refresh() == 3
    assert ids(holdings, "the owl service")[0] == "new"
    assert ids(holdings, "northanger abbey")[0] == "emma"
    assert "war" not in ids(holdings, "war and peace")
    assert holdings.version != before
    assert holdings.refresh() == 0


def test_the_pages_of_a_list_are_ranked_once_until_a_record_changes(holdings):
    ranked = holdings._search.rank
    for offset in (0, 2, 4):
        holdings.search(Query(text="novels of love", limit=2, offset=offset))
    assert (ranked.cache_info().misses, ranked.cache_info().hits) == (1, 2)
    holdings.search(Query(text="novels of love", filters=Filters(available=True)))
    assert ranked.cache_info().misses == 2
    holdings.catalogue.upsert([book("new", "The owl service", "Garner, Alan")])
    holdings.refresh()
    assert holdings._search.rank.cache_info().currsize == 0


def test_a_returned_copy_is_available_without_encoding(folder):
    shelved(folder).close()
    encoder = CountingEncoder()
    opened = Holdings.open(folder, encoder)
    assert ids(opened, "war and peace", available=True) == []
    (war,) = opened.catalogue.get(["war"])
    opened.catalogue.upsert([replace(war, copies=copies("RIV+"))])
    opened.refresh()
    assert ids(opened, "war and peace", available=True, branches=("RIV",)) == ["war"]
    assert encoder.encoded == 0
    opened.close()


def test_unchanged_texts_are_encoded_once(folder):
    shelved(folder).close()
    encoder = CountingEncoder()
    catalogue = Catalogue(folder / "catalogue.sqlite")
    build(catalogue, encoder, folder)
    assert encoder.encoded == 0
    catalogue.upsert([book("one", "One more")])
    build(catalogue, encoder, folder)
    assert encoder.encoded == 1
    catalogue.close()


def test_changes_survive_a_restart_and_a_rebuild(holdings, folder):
    holdings.catalogue.upsert([book("new", "The owl service", "Garner, Alan")])
    again = Holdings.open(folder, HashEncoder())
    assert ids(again, "the owl service")[0] == "new"
    again.close()
    build(holdings.catalogue, HashEncoder(), folder)
    holdings.refresh()
    assert status(folder)["version"] in holdings.version
    assert ids(holdings, "the owl service")[0] == "new"


def test_many_changes_do_not_disturb_searches(holdings):
    """Searches in other threads while records change: no error, no half-changed answer."""
    wrong: list[object] = []
    done = threading.Event()

    def search() -> None:
        while not done.is_set():
            try:
                found = holdings.search(Query(text="garden", limit=50))
            except Exception as error:
                wrong.append(error)
                return
            if len({hit.record.id for hit in found.hits}) != len(found.hits):
                wrong.append(found)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for turn in range(8):
        changed = [book(f"fill{n}", f"Round {turn} of the garden, bed {n}") for n in range(10)]
        holdings.catalogue.upsert(changed)
        holdings.catalogue.delete([f"fill{turn}"])
        holdings.refresh()
    done.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert ids(holdings, "round 7 of the garden bed 9")[0] == "fill9"


def test_a_watched_index_follows_by_itself(holdings):
    holdings.watch(interval=0.05)
    holdings.catalogue.upsert([book("new", "The owl service", "Garner, Alan")])
    deadline = time.monotonic() + 2
    while ids(holdings, "the owl service")[:1] != ["new"] and time.monotonic() < deadline:
        time.sleep(0.02)
    assert ids(holdings, "the owl service")[0] == "new"


def test_an_index_that_does_not_fit_leaves_the_old_one_in_use(holdings, folder, monkeypatch):
    monkeypatch.setattr(vector_file, "_IN_MEMORY", 0)
    version = holdings.version
    build(holdings.catalogue, HashEncoder(dimensions=64), folder)
    for number in range(2):
        holdings.catalogue.upsert([book(f"new{number}", f"The owl service {number}")])
        with pytest.raises(IndexMismatch, match="encoder"):
            holdings.refresh()
        assert holdings.version.split("+")[0] == version.split("+")[0]
        assert ids(holdings, f"the owl service {number}")[0] == f"new{number}"
    assert ids(holdings, "books about gardening")
    assert len(list(folder.glob(f"open-{os.getpid()}-*"))) == 1
    build(holdings.catalogue, HashEncoder(), folder)
    assert holdings.refresh() == 0
    assert holdings.version.startswith(status(folder)["version"])


def test_an_index_that_cannot_be_read_leaves_the_old_one_in_use(holdings, folder, monkeypatch):
    build(holdings.catalogue, HashEncoder(), folder)
    (current(folder) / "vectors.npz").unlink()
    with pytest.raises(FileNotFoundError):
        holdings.refresh()
    assert ids(holdings, "emma")[0] == "emma"
    assert len(list(folder.glob(f"open-{os.getpid()}-*"))) == 1


def test_searches_go_on_while_a_new_index_is_opened(holdings, folder, monkeypatch):
    before, during = holdings.version, []
    load = opening._load

    def loading(*given):
        asked = threading.Thread(target=lambda: during.append(ids(holdings, "emma")[0]))
        asked.start()
        asked.join(5)
        return load(*given)

    monkeypatch.setattr(opening, "_load", loading)
    build(holdings.catalogue, HashEncoder(), folder)
    holdings.refresh()
    assert during == ["emma"]
    assert holdings.version != before


def test_the_watcher_lives_on_after_any_error(holdings, monkeypatch):
    failures = [OSError("disk I/O error"), RuntimeError("odd"), IndexMismatch("another")]
    refresh = holdings.refresh

    def failing() -> int:
        if failures:
            raise failures.pop()
        return refresh()

    monkeypatch.setattr(holdings, "refresh", failing)
    holdings.watch(interval=0.02)
    holdings.catalogue.upsert([book("new", "The owl service", "Garner, Alan")])
    deadline = time.monotonic() + 5
    while ids(holdings, "the owl service")[:1] != ["new"] and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not failures
    assert ids(holdings, "the owl service")[0] == "new"


def test_only_new_texts_make_an_index_stale(holdings, monkeypatch):
    made: list[object] = []
    monkeypatch.setattr(building, "build", lambda *given: made.append(given))
    monkeypatch.setattr(opening, "_STALE", 0.1)
    monkeypatch.setattr(opening, "_FEW", 0)

    def stale() -> bool:
        holdings.refresh()
        holdings._rebuild_if_stale()
        return bool(made)

    for place in ("RIV+", "CEN-"):
        shelf = [replace(record, copies=copies(place)) for record in SHELF]
        holdings.catalogue.upsert(shelf)
    assert not stale()
    for turn in range(9):
        holdings.catalogue.upsert([book("emma", f"Emma, printing {turn}")])
    assert not stale()
    holdings.catalogue.delete(["war"])
    holdings.catalogue.upsert([book("new", "The owl service"), book("moby", "Moby")])
    assert stale()


def test_two_builds_at_once_are_refused(holdings, folder):
    with writer_lock(folder, "a build of the index"), pytest.raises(IndexBusy, match="a build"):
        build(holdings.catalogue, HashEncoder(), folder)
    assert IndexBusy.retry


def test_a_build_that_fails_leaves_the_old_index(holdings, folder):
    class Failing(HashEncoder):
        def encode_passages(self, texts):
            raise RuntimeError("no encoder today")

    holdings.catalogue.upsert([book("new", "The owl service")])
    before = status(folder)
    with pytest.raises(RuntimeError):
        build(holdings.catalogue, Failing(), folder)
    assert status(folder) == before
    assert not list(folder.glob("making-*"))
    assert ids(holdings, "emma")[0] == "emma"


def test_a_full_disk_in_mid_build_leaves_the_old_index(holdings, folder, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = status(folder)
    monkeypatch.setattr(building.passages, "save", full)
    with pytest.raises(HoldingsError, match="space"):
        build(holdings.catalogue, HashEncoder(), folder)
    monkeypatch.undo()
    assert status(folder) == before
    assert not list(folder.glob("making-*"))
    build(holdings.catalogue, HashEncoder(), folder)


KILLED = """
import os, sys
from pathlib import Path
from index.build import build
from index.catalogue import Catalogue
from index.twins import HashEncoder

class Dying(HashEncoder):
    def encode_passages(self, texts):
        os.kill(os.getpid(), 9)

folder = Path(sys.argv[1])
build(Catalogue(folder / "catalogue.sqlite"), Dying(), folder)
"""


def test_a_killed_build_leaves_the_old_index(holdings, folder):
    holdings.catalogue.upsert([book("new", "The owl service")])
    before = status(folder)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder)],
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        timeout=60,
    )
    assert killed.returncode == -9
    assert list(folder.glob("making-*"))
    assert status(folder) == before
    holdings.refresh()
    assert ids(holdings, "the owl service")[0] == "new"
    build(holdings.catalogue, HashEncoder(), folder)
    assert not list(folder.glob("making-*"))


def test_what_a_killed_process_left_open_is_cleared(holdings, folder):
    left = folder / "open-999999999-gone"
    left.mkdir()
    Holdings.open(folder, HashEncoder()).close()
    assert not left.exists()
    assert list(folder.glob(f"open-{os.getpid()}-*"))


def test_each_process_changes_only_its_own_words(holdings, folder):
    other = Holdings.open(folder, HashEncoder())
    holdings.catalogue.delete(["emma"])
    holdings.refresh()
    assert "emma" not in ids(holdings, "emma")
    assert other.refresh() == 1
    assert "emma" not in ids(other, "emma")
    other.close()
    manifest = json.loads((current(folder) / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["records"] == len(SHELF)
