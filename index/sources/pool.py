"""Large files are read by several processes; what they make comes back in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait
from typing import TypeVar

from index.errors import SourceError

LARGE = 8 << 20  # bytes; below, starting processes costs more than it saves
_CHUNK = 200  # pieces that travel together
_AHEAD = 2  # chunks for each process that wait for their turn

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
    spawned = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=spawned, initializer=_begin)
    try:
        yield from _shared(pool, work, chunks, workers * _AHEAD)
    except BrokenProcessPool:
        raise SourceError(
            "a process that was reading the file was killed, perhaps for lack of memory. "
            "Run the same command again: it goes on where it stopped."
        ) from None
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
