"""Large jobs use several processes: a file read in pieces, or half of a job beside the other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

from index.errors import HoldingsError, SourceError

LARGE = 8 << 20  # bytes; below, starting processes costs more than it saves
_CHUNK = 100  # pieces that travel together
_AHEAD = 8  # chunks for each process that wait for their turn: more than one batch is written

_SPAWNED = multiprocessing.get_context("spawn")

Piece = TypeVar("Piece")
Made = TypeVar("Made")
Work = Callable[[list[Piece]], list[Made]]


def in_order(work: Work[Piece, Made], pieces: Iterable[Piece], size: int) -> Iterator[Made]:
    """`work` done on all pieces of a source of `size` bytes. It must be picklable.

    Raises SourceError when one of the processes is killed.
    """
    workers = min(4, os.cpu_count() or 1)
    chunks = _chunks(pieces)
    if size < LARGE or workers < 2:
        for chunk in chunks:
            yield from work(chunk)
        return
    try:
        with _processes(workers) as pool:
            yield from _shared(pool, work, chunks, workers * _AHEAD)
    except BrokenProcessPool:
        raise SourceError(
            "a process that was reading the file was killed, perhaps for lack of memory. "
            "Run the same command again: it goes on where it stopped."
        ) from None


@contextmanager
def beside(work: Callable[[], Made], *, worth_it: bool) -> Iterator[Callable[[], Made]]:
    """`work` in another process while the block runs; what is yielded waits for its result.

    When it is not `worth_it`, or there is one core, `work` is done when its result is asked for.
    It must be picklable. Raises HoldingsError when the process is killed.
    """
    if not worth_it or (os.cpu_count() or 1) < 2:
        yield work
        return
    answer, told = _SPAWNED.Pipe(duplex=False)
    process = _SPAWNED.Process(target=_answer, args=(work, told))
    process.start()
    told.close()  # ours: the other end alone keeps the pipe open
    try:
        yield partial(_awaited, answer)
    finally:
        process.terminate()
        process.join()


def _answer(work: Callable[[], Made], told: Connection) -> None:
    _begin()
    try:
        told.send((work(), None))
    except Exception as error:  # raised where the result is awaited
        told.send((None, error))


def _awaited(answer: Connection) -> Any:
    try:
        made, error = answer.recv()
    except EOFError:
        raise HoldingsError(
            "a process that was making the index was killed, perhaps for lack of memory. "
            "The index in use stays; make it anew: refdesk index rebuild"
        ) from None
    if error is not None:
        raise error
    return made


@contextmanager
def _processes(count: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(count, mp_context=_SPAWNED, initializer=_begin)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _shared(
    pool: ProcessPoolExecutor, work: Work[Piece, Made], chunks: Iterator[list[Piece]], ahead: int
) -> Iterator[Made]:
    waiting: deque[Future[list[Made]]] = deque()
    for chunk in chunks:
        waiting.append(pool.submit(work, chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _chunks(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    pieces = iter(pieces)
    while chunk := list(islice(pieces, _CHUNK)):
        yield chunk


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, and does not outlive it waiting for work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel
        threading.Thread(target=lambda: wait([sentinel]) and os._exit(1), daemon=True).start()
