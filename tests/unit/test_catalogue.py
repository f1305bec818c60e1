"""The catalogue: what changes, what stays, who may write."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import codec
from index.catalogue import Catalogue, Change, Checkpoint
from index.errors import IndexBusy, IndexMissing, StorageFull
from index.record import Copy, Record
from index.tables import DROPPED


@pytest.fixture
def catalogue(tmp_path):
    made = Catalogue(tmp_path / "catalogue.sqlite")
    yield made
    made.close()


def record(number: int, **told) -> Record:
    return Record(id=f"r{number}", **{"title": f"Title {number}", **told})


CEN = Copy(branch="CEN", status="available", call_number="FIC A")
EAST = Copy(branch="EAST", status="on_loan", due=date(2027, 1, 2))


def test_records_come_back_as_they_were(catalogue):
    told = record(
        1, authors=("A", "B"), year=1999, copies=(CEN, EAST), source="x#1", subtitle="日本"
    )
    catalogue.upsert([told])
    assert catalogue.get(["r1"]) == [told]


def test_a_catalogue_of_before_lets_go_of_what_nothing_reads(tmp_path):
    path = tmp_path / "catalogue.sqlite"
    old = Catalogue(path)
    old.upsert([record(1, copies=(CEN,))])
    identity = old.identity
    old.close()
    with closing(sqlite3.connect(path)) as db:
        for name in DROPPED:
            db.execute(f"ALTER TABLE records ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    with closing(Catalogue(path)) as opened:
        opened.upsert([record(2)])
        assert opened.identity == identity
        assert opened.get(["r1", "r2"]) == [record(1, copies=(CEN,)), record(2)]
    with closing(sqlite3.connect(path)) as db:
        assert not set(DROPPED) & {row[1] for row in db.execute("PRAGMA table_info(records)")}


@given(
    st.builds(
        Record,
        id=st.text(min_size=1), title=st.text(), authors=st.lists(st.text()).map(tuple),
        year=st.none() | st.integers(0, 2100), summary=st.text(), source=st.text(),
        copies=st.lists(
            st.builds(Copy, branch=st.text(), due=st.none() | st.dates(), barcode=st.text())
        ).map(tuple),
    )
)  # fmt: skip
def test_any_record_survives_encoding(told):
    body, copies = codec.encode_body(told), codec.encode_copies(told.copies)
    assert codec.decode(body, copies, told.source) == told


def test_get_keeps_the_order_asked_and_leaves_out_the_unknown(catalogue):
    catalogue.upsert([record(n) for n in range(1200)])
    asked = ["r7", "nobody", "r1199", "r0"]
    assert [r.id for r in catalogue.get(asked)] == ["r7", "r1199", "r0"]
    everything = [f"r{n}" for n in range(1200)]
    assert [r.id for r in catalogue.get(everything)] == everything


def test_upsert_tells_what_became_of_each(catalogue):
    catalogue.upsert([record(1), record(2), record(3, copies=(CEN,))])
    done = catalogue.upsert(
        [
            record(1),
            record(2, year=2000),
            record(3, copies=(EAST,)),
            record(4),
            record(1, source="b#9"),
        ]
    )
    assert (done.added, done.changed) == (("r4",), ("r2",))
    assert (done.copies, done.unchanged) == (("r3",), ("r1",))


def test_of_two_records_with_one_id_the_last_counts(catalogue):
    catalogue.upsert([record(1, year=1), record(1, year=2)])
    assert [r.year for r in catalogue.get(["r1"])] == [2]
    assert catalogue.count() == 1


def test_text_hash_changes_with_the_text_only(catalogue):
    def text_hash():
        ((stored,),) = catalogue.iterate()
        return stored.text_hash

    catalogue.upsert([record(1, copies=(CEN,), source="a#1")])
    first = text_hash()
    catalogue.upsert([record(1, copies=(EAST,), source="b#2")])
    assert text_hash() == first
    catalogue.upsert([record(1, copies=(CEN, EAST))])
    assert text_hash() == first
    catalogue.upsert([record(1, summary="new")])
    assert text_hash() != first


def test_changes_are_told_in_order_and_again_from_any_point(catalogue):
    catalogue.upsert([record(1), record(2)])
    head = catalogue.head()
    catalogue.upsert([record(1, copies=(CEN,))])
    catalogue.upsert([record(2, year=1), record(3)])
    catalogue.delete(["r1", "nobody"])
    told = catalogue.changes_since(head)
    assert [(c.id, c.kind) for c in told] == [
        ("r1", "copies"), ("r3", "upsert"), ("r2", "upsert"), ("r1", "delete"),
    ]  # fmt: skip
    assert [c.seq for c in told] == sorted({c.seq for c in told})
    assert told[-1].seq == catalogue.head()
    assert catalogue.changes_since(told[1].seq, limit=1) == [told[2]]


def test_nothing_changes_when_nothing_changed(catalogue):
    catalogue.upsert([record(1, copies=(CEN,))])
    head = catalogue.head()
    catalogue.upsert([record(1, copies=(CEN,))])
    assert catalogue.delete(["nobody"]) == 0
    assert catalogue.head() == head


def test_numbers_stay_and_are_never_given_twice(catalogue):
    catalogue.upsert([record(1), record(2)])
    before = catalogue.numbers_of(["r1", "r2"])
    catalogue.upsert([record(2, year=1)])
    assert catalogue.numbers_of(["r1", "r2"]) == before
    catalogue.delete(["r2"])
    catalogue.upsert([record(2)])
    again = catalogue.numbers_of(["r2"])["r2"]
    assert again > max(before.values())
    assert catalogue.by_number([again, before["r2"], before["r1"]])[0].id == "r2"


def test_iterate_covers_everything_once(catalogue):
    catalogue.upsert([record(n) for n in range(25)])
    seen = [s.record.id for batch in catalogue.iterate(batch=10) for s in batch]
    assert seen == [f"r{n}" for n in range(25)]


def test_readers_go_on_while_a_writer_is_at_work(catalogue, tmp_path):
    catalogue.upsert([record(1)])
    other = Catalogue(tmp_path / "catalogue.sqlite")
    started, finish = threading.Event(), threading.Event()

    def slow(done):
        started.set()
        finish.wait(10)
        return Checkpoint(source="s")

    writer = threading.Thread(target=lambda: other.apply([record(2)], [], slow))
    writer.start()
    started.wait(10)
    assert catalogue.count() == 1
    assert [r.id for r in catalogue.get(["r1", "r2"])] == ["r1"]
    finish.set()
    writer.join(10)
    assert catalogue.count() == 2
    other.close()


def test_apply_is_all_or_nothing(catalogue):
    catalogue.upsert([record(1)])

    def fail(done):
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        catalogue.apply([record(2)], ["r1"], fail)
    assert [r.id for r in catalogue.get(["r1", "r2"])] == ["r1"]
    assert catalogue.checkpoint("s") is None


def test_checkpoints(catalogue):
    point = Checkpoint(source="s", position=7, number=3, token="t", counts={"read": 3})
    catalogue.apply([], [], lambda _: point)
    assert replace(catalogue.checkpoint("s"), updated_at="") == point
    catalogue.apply([], [], lambda _: replace(point, finished=True))
    assert [p.finished for p in catalogue.checkpoints()] == [True]


def test_vectors_are_kept_by_encoder(catalogue):
    catalogue.keep_vectors("e5", {b"a": b"1", b"b": b"2"})
    catalogue.keep_vectors("e5", {b"a": b"1"})
    catalogue.keep_vectors("other", {b"a": b"9"})
    assert catalogue.vectors_for([b"a", b"b", b"c"], "e5") == {b"a": b"1", b"b": b"2"}
    assert catalogue.vectors_for([b"a"], "other") == {b"a": b"9"}


def test_a_second_writer_learns_who_is_first(catalogue, tmp_path):
    code = (
        "import sys; from index.catalogue import Catalogue\n"
        f"with Catalogue({str(tmp_path / 'catalogue.sqlite')!r}).lock('an import of big.mrc'):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    with (
        pytest.raises(IndexBusy, match=rf"import of big\.mrc .*process {holder.pid}"),
        catalogue.lock("x"),
    ):
        pass
    holder.kill()
    holder.communicate()
    with catalogue.lock("x"):  # a killed holder holds nothing
        pass


def test_a_full_disk_is_told_and_what_was_there_stays(catalogue):
    catalogue.upsert([record(1)])
    with catalogue._engine.connect() as db:
        pages = db.exec_driver_sql("PRAGMA page_count").scalar()
        db.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(StorageFull, match="no space left"):
        catalogue.upsert([record(n, summary="x" * 5000) for n in range(2, 100)])
    assert catalogue.count() == 1
    assert catalogue.changes_since(1) == []


def test_a_catalogue_that_is_not_there(tmp_path):
    with pytest.raises(IndexMissing, match="refdesk index add"):
        Catalogue(tmp_path / "none.sqlite", create=False)


def test_change_is_a_plain_value(catalogue):
    catalogue.upsert([record(1)])
    assert catalogue.changes_since(0) == [Change(1, 1, "r1", "upsert")]
