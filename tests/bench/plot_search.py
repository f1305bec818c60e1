"""Pictures for docs/search.md: recall against latency of the vector index, quality by method.

refdesk bench search ... > search.json; refdesk bench known-item ... > known.json
python tests/bench/plot_search.py --search search.json --known known.json --n 200000
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Any

import matplotlib as mpl
import numpy as np

from index.bench.vectors import _clustered
from index.vectors.exact import best
from index.vectors.faiss_index import FaissExact, FaissLists, _parts, lists_for, probes_for
from index.vectors.file import VectorFile

mpl.use("svg")
import matplotlib.pyplot as plt

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
INK, BLUE, ORANGE, GREY = "#1f2933", "#2f6f9f", "#c4682b", "#9aa5b1"
QUESTIONS = 100


def measure(n: int, folder: Path) -> dict[str, Any]:
    """Recall@10 and processor milliseconds a question, for lists of more and more probes."""
    import faiss

    data = np.concatenate(list(_clustered(n, 384, seed=1))).astype(np.float16)
    asked = next(iter(_clustered(QUESTIONS, 384)))
    path = folder / "vectors.f16"
    path.write_bytes(data.tobytes())
    file = VectorFile(path, 384)
    full = data.astype(np.float32)
    rows = np.arange(n, dtype=np.int64)
    truth = [set(best(rows, full @ vector, 10)[0].tolist()) for vector in asked]
    exact = FaissExact(384)
    exact.fill(rows, full)
    lists = lists_for(n)
    faiss.omp_set_num_threads(1)
    handle = faiss.index_factory(384, f"IVF{lists},PQ{_parts(384)}x4fs", faiss.METRIC_INNER_PRODUCT)
    handle.train(full[: lists * 64])
    coded = FaissLists(file, handle=handle)
    coded.fill(rows, full)
    curve = []
    for probes in [p for p in (8, 16, 32, 64, 128, 256, 512) if p <= lists]:
        coded._probes = probes
        curve.append((*_ask(coded, asked, truth), probes))
    return {"lists": lists, "curve": curve, "exact": _ask(exact, asked, truth)}


def _ask(index: Any, asked: np.ndarray, truth: list[set[int]]) -> tuple[float, float]:
    hits, times = 0, []
    for vector, right in zip(asked, truth, strict=True):
        started = thread_time()
        rows, _ = index.search(vector, 10, None)
        times.append((thread_time() - started) * 1000)
        hits += len(right & set(rows.tolist()))
    return median(times), hits / (10 * len(truth))


def draw_vectors(found: dict[str, Any], n: int) -> None:
    figure, axes = plt.subplots(figsize=(7, 4.2), layout="constrained")
    times, recalls = [c[0] for c in found["curve"]], [c[1] for c in found["curve"]]
    axes.plot(times, recalls, color=BLUE, marker="o", label="inverted lists, rescored")
    for milliseconds, recall, probes in found["curve"]:
        axes.annotate(f"{probes}", (milliseconds, recall), textcoords="offset points",
                      xytext=(4, -12), fontsize=8, color=INK)  # fmt: skip
    axes.plot(
        *found["exact"], color=ORANGE, marker="s", linestyle="", label="every vector, 16 bits"
    )
    axes.axhline(0.985, color=GREY, linewidth=1, linestyle="--")
    axes.set_xscale("log")
    axes.set_xlabel("processor milliseconds a question")
    axes.set_ylabel("recall@10 against exact")
    axes.set_title(
        f"{n:,} vectors of 384 dimensions, {found['lists']} lists; the numbers are lists looked into,"
        f"\n{probes_for(found['lists'])} by default",
        fontsize=10,
    )
    axes.legend(frameon=False)
    _save(figure, "vectors.svg")


def draw_quality(search: dict[str, Any], known: dict[str, Any] | None) -> None:
    figure, axes = plt.subplots(1, 2 if known else 1, figsize=(9 if known else 5, 4), squeeze=False,
                                layout="constrained")  # fmt: skip
    names = ["words", "vectors", "both"]
    values = [search["words_ndcg_10"], search["vectors_ndcg_10"], search["ndcg_10"]]
    bars = axes[0][0].bar(names, values, color=[GREY, GREY, BLUE], width=0.6)
    axes[0][0].bar_label(bars, fmt="%.3f", padding=2)
    axes[0][0].set_title(f"CISI, nDCG@10 over {search['n']} questions", fontsize=10)
    axes[0][0].set_ylim(0, max(values) * 1.2)
    if known:
        _draw_kinds(axes[0][1], known)
    _save(figure, "quality.svg")


def _draw_kinds(axes: Any, known: dict[str, Any]) -> None:
    kinds = sorted(known["by_kind"], key=lambda kind: known["by_kind"][kind]["hit_1"])
    ten = [known["by_kind"][kind]["hit_10"] for kind in kinds]
    one = [known["by_kind"][kind]["hit_1"] for kind in kinds]
    axes.barh(kinds, ten, color=GREY, height=0.7, label="among the first ten")
    axes.barh(kinds, one, color=BLUE, height=0.45, label="first")
    axes.set_xlim(0, 1.02)
    axes.set_title(f"Known items, {known['n']} questions over 79,000 titles", fontsize=10)
    axes.legend(frameon=False, loc="lower left", fontsize=8)


def _save(figure: Any, name: str) -> None:
    for axes in figure.axes:
        axes.spines[["top", "right"]].set_visible(False)
    PICTURES.mkdir(parents=True, exist_ok=True)
    figure.savefig(PICTURES / name, metadata={"Date": None})
    plt.close(figure)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--search", type=Path, required=True)
    options.add_argument("--known", type=Path)
    options.add_argument("--n", type=int, default=200_000)
    chosen = options.parse_args()
    mpl.rcParams.update({"svg.hashsalt": "refdesk", "text.color": INK, "axes.labelcolor": INK})
    known = json.loads(chosen.known.read_text()) if chosen.known else None
    draw_quality(json.loads(chosen.search.read_text()), known)
    with tempfile.TemporaryDirectory() as folder:
        draw_vectors(measure(chosen.n, Path(folder)), chosen.n)


if __name__ == "__main__":
    main()
