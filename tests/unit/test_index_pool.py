"""Work in several processes gives what one gives, and none outlives what it was for."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial

import psutil
import pymarc
import pytest

from index import pool
from index.errors import HoldingsError, SourceError
from index.sources import Mark, open_source

pytestmark = pytest.mark.slow


def double(numbers: list[int]) -> list[int]:
    return [2 * n for n in numbers]


def die(numbers: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return numbers


def records(count: int) -> list[pymarc.Record]:
    made = []
    for number in range(count):
        record = pymarc.Record(leader="00000nam a2200000 a 4500")
        record.add_field(pymarc.Field("001", data=str(number)))
        title = [pymarc.Subfield("a", f"Title {number}")] if number % 7 else []
        record.add_field(pymarc.Field("245", pymarc.Indicators("0", "0"), title))
        made.append(record)
    return made


@pytest.fixture
def several(monkeypatch):
    monkeypatch.setattr(pool, "LARGE", 0)
    monkeypatch.setattr(pool.os, "cpu_count", lambda: 2)


def test_results_come_in_order(several):
    assert list(pool.in_order(double, range(5000), 1)) == [2 * n for n in range(5000)]


@pytest.mark.parametrize("name", ["a.mrc", "a.xml", "a.jsonl"])
def test_files_read_the_same_and_go_on_from_the_middle(several, tmp_path, monkeypatch, name):
    made = records(900)
    path = tmp_path / name
    if name == "a.mrc":
        path.write_bytes(b"".join(r.as_marc() for r in made))
    elif name == "a.jsonl":
        told = [{"id": n, **({"title": f"Title {n}"} if n % 7 else {})} for n in range(900)]
        path.write_text("\n\n".join(json.dumps(line) for line in told), encoding="utf-8")
    else:
        body = b"".join(pymarc.record_to_xml(r, namespace=True) for r in made)
        path.write_bytes(b"<collection>" + body + b"</collection>")
    source = open_source(str(path))
    reading = source.read(Mark())
    shared = [next(reading) for _ in range(500)]
    mark = source.mark
    reading.close()  # an import that fails leaves no process behind
    assert not multiprocessing.active_children()
    monkeypatch.setattr(pool, "LARGE", 1 << 40)
    alone = list(open_source(str(path)).read(Mark()))
    assert shared == alone[:500]
    assert list(open_source(str(path)).read(mark)) == alone[500:]


def test_a_killed_worker_is_told_of(several):
    with pytest.raises(SourceError, match="was killed"):
        list(pool.in_order(partial(die), range(10), 1))


def seven() -> int:
    return 7


def refuse() -> None:
    raise SourceError("no")


def slow() -> None:
    time.sleep(60)


def test_half_of_a_job_beside_the_other_gives_its_result(several):
    with pool.beside(seven, worth_it=True) as result:
        assert len(multiprocessing.active_children()) == 1
        assert result() == 7
    with pool.beside(seven, worth_it=False) as result:
        assert not multiprocessing.active_children()
        assert result() == 7


def test_what_goes_wrong_beside_is_told_here(several):
    with pool.beside(refuse, worth_it=True) as result, pytest.raises(SourceError, match="no"):
        result()
    with (
        pool.beside(partial(die, []), worth_it=True) as result,
        pytest.raises(HoldingsError, match="was killed"),
    ):
        result()


def test_nothing_goes_on_beside_a_job_that_failed(several):
    with pytest.raises(KeyboardInterrupt), pool.beside(slow, worth_it=True):
        raise KeyboardInterrupt
    assert not multiprocessing.active_children()


def test_workers_end_when_their_import_is_killed():
    code = (
        "from index import pool\n"
        "pool.LARGE = 0; pool.os.cpu_count = lambda: 2\n"
        "if __name__ == '__main__':\n"
        "    for _ in pool.in_order(sorted, range(200_000), 1): print('x', flush=True)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout.readline() == "x\n"
    workers = psutil.Process(parent.pid).children()
    assert workers
    parent.kill()
    parent.communicate()
    end = time.monotonic() + 10
    while time.monotonic() < end and any(map(_alive, workers)):
        time.sleep(0.05)
    assert not any(map(_alive, workers))


def _alive(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
