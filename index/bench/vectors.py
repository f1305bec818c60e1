"""`refdesk bench vectors`: recall, time and memory of the vector index against exact search."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any

import numpy as np

from index.bench.place import say

if TYPE_CHECKING:
    from index.vectors.faiss_index import FaissExact, FaissLists
    from index.vectors.port import Rows, Vectors

_CHUNK = 50_000
_CENTRES = 20_000


def run(n: int = 1_000_000, dimensions: int = 384, queries: int = 200) -> dict[str, Any]:
    """Build an index of `n` clustered vectors and ask it; seconds, milliseconds and megabytes.

    `cpu_p50_ms` is what one question costs a processor, whatever else the machine does.

    Memory is what the process holds when the index is loaded from disk and asked, less what it
    held before FAISS was given anything.
    """
    from index.vectors.faiss_index import build, load
    from index.vectors.file import VectorFile

    with tempfile.TemporaryDirectory(prefix="refdesk-bench-") as folder:
        raw, saved = Path(folder) / "vectors.f16", Path(folder) / "index.faiss"
        asked, truth, exact_ms = _write(raw, n, dimensions, queries)
        file = VectorFile(raw, dimensions)
        started = perf_counter()
        built = build(file, np.arange(n, dtype=np.int64))
        seconds = perf_counter() - started
        built.save(saved)
        del built
        before = _resident()
        index = load(saved, file)
        recall, times, work = _ask(index, asked, truth)
        return {
            "n": n,
            "recall_10": round(recall, 4),
            "p50_ms": round(median(times), 3),
            "cpu_p50_ms": round(median(work), 3),
            "p95_ms": round(float(np.percentile(times, 95)), 3),
            "exact_p50_ms": round(median(exact_ms), 2),
            "build_seconds": round(seconds, 1),
            "memory_mb": round(_resident()),
            "memory_index_mb": round(_resident() - before),
            "disk_mb": round((raw.stat().st_size + saved.stat().st_size) / 1e6),
            **_upsert(index, file, asked),
        }


def _write(
    path: Path, n: int, dimensions: int, queries: int
) -> tuple[Vectors, list[set[int]], list[float]]:
    """Write the vectors; the questions, their true ten nearest, and what finding those took."""
    made = _clustered(n + queries, dimensions)
    asked = np.concatenate([part for _, part in zip(range(1), made, strict=False)])[:queries]
    scores = np.zeros((queries, 0), np.float32)
    rows = np.zeros((queries, 0), np.int64)
    spent = np.zeros(queries)
    with path.open("wb") as out:
        first = 0
        for part in _clustered(n, dimensions, seed=1):
            half = part.astype(np.float16)
            out.write(half.tobytes())
            found, spent_here = _exact(half.astype(np.float32), asked)
            spent += spent_here
            rows, scores = _merge(rows, scores, found + first, half, asked, first)
            first += len(part)
            say(f"\r{first:,} of {n:,} vectors", end="")
    say("")
    return asked, [set(r[:10].tolist()) for r in rows], (spent * 1000).tolist()


def _exact(part: Vectors, asked: Vectors) -> tuple[Rows, Any]:
    found, spent = [], []
    for vector in asked:
        started = perf_counter()
        scores = part @ vector
        top = np.argpartition(-scores, 10)[:10] if len(part) > 10 else np.arange(len(part))
        spent.append(perf_counter() - started)
        found.append(top)
    return np.stack(found), np.array(spent)


def _merge(
    rows: Rows, scores: Vectors, found: Rows, half: Any, asked: Vectors, first: int
) -> tuple[Rows, Vectors]:
    new = np.einsum("qkd,qd->qk", half[found - first].astype(np.float32), asked)
    rows, scores = np.concatenate([rows, found], 1), np.concatenate([scores, new], 1)
    order = np.argsort(-scores, axis=1)[:, :10]
    return np.take_along_axis(rows, order, 1), np.take_along_axis(scores, order, 1)


def _clustered(n: int, dimensions: int, seed: int = 0) -> Iterator[Vectors]:
    """Vectors around 20,000 centres of uneven size, with the spectrum of real records'.

    Variances fall as 1 / (i + 5), as measured on multilingual-e5-small's vectors of CISI.
    """
    shape = np.random.default_rng(42)
    centres = shape.standard_normal((_CENTRES, dimensions), np.float32)
    scale = (1 / np.sqrt(np.arange(dimensions) + 5)).astype(np.float32)[:, None]
    turn = np.linalg.qr(shape.standard_normal((dimensions, dimensions)))[0].astype(np.float32)
    turned = scale * turn  # no number of an encoder's tells more than the others
    chance = 1 / np.arange(1, _CENTRES + 1) ** 0.5
    draw = np.random.default_rng(seed + 1)
    for start in range(0, n, _CHUNK):
        count = min(_CHUNK, n - start)
        which = draw.choice(_CENTRES, count, p=chance / chance.sum())
        made = centres[which] + 0.6 * draw.standard_normal((count, dimensions), np.float32)
        made = made @ turned
        yield made / np.linalg.norm(made, axis=1, keepdims=True)


def _ask(
    index: FaissExact | FaissLists, asked: Vectors, truth: list[set[int]]
) -> tuple[float, list[float], list[float]]:
    hits, times, work = 0, [], []
    for vector, right in zip(asked, truth, strict=True):
        started, worked = perf_counter(), thread_time()
        rows, _ = index.search(vector, 10, None)
        times.append((perf_counter() - started) * 1000)
        work.append((thread_time() - worked) * 1000)
        hits += len(right & set(rows.tolist()))
    return hits / sum(map(len, truth)), times, work


def _upsert(index: FaissExact | FaissLists, file: Any, asked: Vectors) -> dict[str, float]:
    """What it takes to replace as many vectors as there are questions."""
    started = perf_counter()
    index.remove(np.arange(len(asked), dtype=np.int64))
    rows = file.append(asked)
    index.add(rows, asked)
    spent = (perf_counter() - started) * 1000
    found = [index.search(v, 1, None)[0].tolist() for v in asked]
    fresh = sum(f == [r] for f, r in zip(found, rows.tolist(), strict=True))
    return {"replaced": len(asked), "replace_ms": round(spent, 1), "replaced_found": fresh}


def _resident() -> float:
    """Megabytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
