"""Imports: counted, named, resumed after a kill, harmless when repeated."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from index import importer
from index.catalogue import Catalogue
from index.errors import IndexBusy, SourceError, TooManyGone
from index.importer import Report, Whole, add
from index.sources import Mark, open_source


@pytest.fixture
def catalogue(tmp_path):
    made = Catalogue(tmp_path / "index" / "catalogue.sqlite")
    yield made
    made.close()


@pytest.fixture
def load(catalogue, tmp_path):
    def loaded(*lines, name="a.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return add(catalogue, [open_source(str(path))], tmp_path / "report.jsonl")

    return loaded


def line(number, **told):
    return {"id": number, "title": f"Title {number}", **told}


def named(tmp_path):
    return [json.loads(row) for row in (tmp_path / "report.jsonl").read_text().splitlines()]


def test_everything_is_counted_and_the_bad_is_named(load, tmp_path):
    done = load(line(1), line(2), {"id": 3}, line(1, year=5), {"id": 9, "deleted": True})
    assert done == Report(read=5, added=2, rejected=1, repeated=1)
    assert named(tmp_path) == [
        {
            "kind": "rejected", "source": "a.jsonl", "position": "a.jsonl#3",
            "reason": "no title", "id": "3",
        }
    ]  # fmt: skip


def test_loading_again_changes_nothing(load, catalogue):
    lines = [line(n, copies=[{"branch": "CEN", "status": "available"}]) for n in range(50)]
    load(*lines)
    head = catalogue.head()
    assert load(*lines) == Report(read=50, unchanged=50)
    assert catalogue.head() == head


def test_updates_copies_and_deletions(load, catalogue):
    load(line(1), line(2), line(3), line(4))
    done = load(
        line(1, year=1), line(2, copies=[{"branch": "CEN"}]), line(3), {"id": 4, "deleted": True}
    )
    assert done == Report(read=4, changed=1, copies_changed=1, unchanged=1, deleted=1)
    assert [r.id for r in catalogue.get(["1", "2", "3", "4"])] == ["1", "2", "3"]


def test_of_a_record_and_its_deletion_the_later_counts(load, catalogue):
    load(line(1), {"id": 1, "deleted": True}, {"id": 2, "deleted": True}, line(2))
    assert [r.id for r in catalogue.get(["1", "2"])] == ["2"]


def test_several_sources_are_one_report(catalogue, tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text(json.dumps(line(name)) + "\n", encoding="utf-8")
    sources = [open_source(str(tmp_path / name)) for name in ("a.jsonl", "b.jsonl")]
    assert add(catalogue, sources, tmp_path / "report.jsonl").added == 2
    assert all(point.finished for point in catalogue.checkpoints())


def test_progress_tells_share_rate_and_time_left(catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr(importer, "BATCH", 10)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line(n)) + "\n" for n in range(100, 140)), encoding="utf-8")
    told = []
    add(catalogue, [open_source(str(path))], tmp_path / "r.jsonl", told.append)
    assert [p.read for p in told] == [10, 20, 30, 40]
    assert [round(p.share, 2) for p in told] == [0.25, 0.5, 0.75, 1.0]
    assert all(p.rate > 0 and p.left >= 0 for p in told)


def test_a_changed_file_is_read_from_its_start(load, catalogue, tmp_path):
    load(line(1), line(2))
    point = catalogue.checkpoint(str((tmp_path / "a.jsonl").resolve()))
    assert point.position == (tmp_path / "a.jsonl").stat().st_size
    assert load(line(1), line(2), line(3)) == Report(read=3, added=1, unchanged=2)


@pytest.fixture
def load_whole(catalogue, tmp_path):
    def loaded(numbers, *more, **told):
        path = tmp_path / "all.jsonl"
        lines = [*(line(n) for n in numbers), *more]
        path.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
        return add(catalogue, [open_source(str(path))], tmp_path / "r.jsonl", whole=Whole(**told))

    return loaded


def test_a_whole_source_removes_what_it_no_longer_holds(load_whole, catalogue):
    load_whole(range(40))
    done = load_whole(range(2, 41), {"id": 1, "title": ""})
    assert (done.added, done.deleted, done.rejected) == (1, 1, 1)
    # Record 1 is damaged now, not withdrawn.
    assert catalogue.ids() == {str(n) for n in range(1, 41)}


def test_a_whole_source_that_is_cut_off_removes_nothing(load_whole, catalogue):
    load_whole(range(40))
    with pytest.raises(TooManyGone, match="20 of 40 records"):
        load_whole(range(20))
    assert catalogue.count() == 40
    assert load_whole(range(20), sure=True).deleted == 20
    assert catalogue.count() == 20


def test_a_record_that_could_not_be_read_may_be_one_of_those_gone(load_whole, catalogue):
    load_whole(range(40))
    with pytest.raises(TooManyGone, match=r"could be read: 1\..* 1 that are not"):
        load_whole(range(39), {"title": "No id"})
    assert catalogue.count() == 40
    assert load_whole(range(40), {"title": "No id"}).deleted == 0
    assert load_whole(range(39), {"title": "No id"}, sure=True).deleted == 1
    assert load_whole(range(38), {"id": 37, "title": ""}).deleted == 1


def test_a_whole_source_leaves_other_catalogues_alone(load, load_whole, catalogue):
    load(*({"id": f"maps-{n}", "title": "Map"} for n in range(30)))
    load_whole([], *({"id": f"op-{n}", "title": "Opera"} for n in range(30)), prefix="op-")
    done = load_whole(
        [], *({"id": f"op-{n}", "title": "Opera"} for n in range(1, 30)), prefix="op-"
    )
    assert done.deleted == 1
    assert len(catalogue.ids("maps-")) == 30


class Broken:
    """A source that fails after some records, as a server does that hangs up."""

    key = name = "broken"
    size = None

    def __init__(self, path, fail_after):
        self._inner, self._fail_after = open_source(str(path)), fail_after

    @property
    def mark(self):
        return self._inner.mark

    def fingerprint(self):
        return ""

    def read(self, start: Mark):
        self.started = start
        for count, entry in enumerate(self._inner.read(start)):
            if count == self._fail_after:
                raise SourceError("the server hung up")
            yield entry


def test_an_import_that_broke_goes_on_where_it_stopped(catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr(importer, "BATCH", 10)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line(n)) + "\n" for n in range(55)), encoding="utf-8")
    with pytest.raises(SourceError):
        add(catalogue, [Broken(path, 34)], tmp_path / "r.jsonl")
    assert catalogue.count() == 30
    assert not catalogue.checkpoint("broken").finished
    again = Broken(path, None)
    assert add(catalogue, [again], tmp_path / "r.jsonl") == Report(read=55, added=55)
    assert again.started.number == 30
    assert catalogue.count() == 55


def test_two_imports_at_once(catalogue, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(line(1)), encoding="utf-8")
    busy = pytest.raises(IndexBusy, match="a build of the index has been running")
    with catalogue.lock("a build of the index"), busy:
        add(catalogue, [open_source(str(path))], tmp_path / "r.jsonl")
    assert catalogue.count() == 0


@pytest.mark.slow
def test_a_killed_import_loses_and_doubles_nothing(tmp_path):
    """The real thing: killed with SIGKILL again and again, started again each time."""
    path, place = tmp_path / "a.jsonl", tmp_path / "catalogue.sqlite"
    lines = [json.dumps(line(n, summary="word " * 40)) for n in range(6_000)]
    path.write_text("\n".join([*lines[:3000], "{broken", *lines[3000:]]), encoding="utf-8")
    code = (
        "from pathlib import Path; from index.catalogue import Catalogue\n"
        "from index.importer import add; from index.sources import open_source\n"
        f"print(add(Catalogue({str(place)!r}), [open_source({str(path)!r})], "
        f"Path({str(tmp_path / 'report.jsonl')!r})).read)"
    )
    kills = 0
    for _ in range(30):
        run = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        if kills < 4 and _wait_for_progress(place, run):
            os.kill(run.pid, signal.SIGKILL)
            kills += 1
        told = run.communicate()[0]
        if run.returncode == 0:
            break
    assert kills > 0
    assert told == "6001\n"
    catalogue = Catalogue(place)
    assert catalogue.count() == 6_000
    changes = catalogue.changes_since(0, limit=50_000)
    assert len({c.id for c in changes}) == len(changes) == 6_000
    assert {row["position"] for row in named(tmp_path)} == {"a.jsonl#3001"}
    catalogue.close()


def _wait_for_progress(place, run):
    """Until the running import has committed something new; False when it ended before."""
    before = place.stat().st_size if place.exists() else 0
    wal = place.with_name(place.name + "-wal")
    while run.poll() is None:
        size = (place.stat().st_size if place.exists() else 0) + (
            wal.stat().st_size if wal.exists() else 0
        )
        if size > before + 300_000:
            return True
        time.sleep(0.005)
    return False
