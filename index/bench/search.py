"""`refdesk bench search`: ranked search against relevance judgements, with each side alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean, median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from index.bench.place import encoder_in, installed, lines, say
from index.errors import SourceError
from index.record import Query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.encoder import Encoder
    from index.holdings import Holdings

_DEEP = 100


def run(docs: Path, queries: Path, qrels: Path, encoder_dir: Path) -> dict[str, Any]:
    """Means over the judged questions; `words_` and `vectors_` are the two sides alone.

    Words alone are BM25 over title, author and text; vectors alone are cosines of the record as
    a whole and of its nearest unit. `p50_ms` is a whole search, encoding included.
    """
    judged = judgements(qrels)
    asked = [q for q in lines(queries, "id", "text") if judged.get(q["id"])]
    if not asked:
        raise SourceError(f"{qrels} judges no question of {queries}")
    encoder = encoder_in(encoder_dir)
    with installed(docs, encoder) as (holdings, _):
        say(f"{holdings.count:,} records, {len(asked)} judged questions")
        rankings, times = _ranked(asked, lambda text: _fused(holdings, text))
        words, _ = _ranked(asked, lambda text: by_words(holdings, text))
        vectors, _ = _ranked(asked, lambda text: by_vectors(holdings, encoder, text))
    goal = [judged[q["id"]] for q in asked]
    return {
        "n": len(asked),
        "ndcg_10": _mean(ndcg, rankings, goal),
        "recall_100": _mean(recall, rankings, goal),
        "mrr": _mean(reciprocal, rankings, goal),
        "words_ndcg_10": _mean(ndcg, words, goal),
        "vectors_ndcg_10": _mean(ndcg, vectors, goal),
        "p50_ms": round(median(times), 2),
    }


def judgements(path: Path) -> dict[str, dict[str, int]]:
    """Question -> document -> grade, from lines of `question document grade`.

    A first line of names is left out. Raises SourceError for any other that is not one.
    """
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
        parts = line.split()
        if len(parts) >= 3 and _is_grade(parts[-1]):
            if int(parts[-1]) > 0:
                found[parts[0]][parts[-2]] = int(parts[-1])
        elif parts and number > 1:
            raise SourceError(f"{path}, line {number}: not a question, a document and a grade")
    return found


def _is_grade(told: str) -> bool:
    return re.fullmatch(r"-?[0-9]{1,9}", told) is not None


def _ranked(
    asked: Sequence[dict[str, Any]], ask: Callable[[str], list[str]]
) -> tuple[list[list[str]], list[float]]:
    ask(asked[0]["text"])
    rankings, times = [], []
    for question in asked:
        started = perf_counter()
        rankings.append(ask(question["text"]))
        times.append((perf_counter() - started) * 1000)
    return rankings, times


def _fused(holdings: Holdings, text: str) -> list[str]:
    return [h.record.id for h in holdings.search(Query(text=text, limit=_DEEP, floor=0.0)).hits]


def by_words(holdings: Holdings, text: str) -> list[str]:
    """The word index alone."""
    topics, catalogue = holdings.topics, holdings.catalogue
    numbers = [number for number, _ in topics.by_words(text, _DEEP)]
    return [record.id for record in catalogue.by_number(numbers)]


def by_vectors(holdings: Holdings, encoder: Encoder, text: str) -> list[str]:
    """The vectors alone."""
    topics, catalogue = holdings.topics, holdings.catalogue
    numbers = [number for number, _ in topics.by_vectors(text, encoder.encode_query(text), _DEEP)]
    return [record.id for record in catalogue.by_number(numbers)]


def _mean(
    measure: Callable[[Sequence[str], Mapping[str, int]], float],
    rankings: Sequence[Sequence[str]],
    goal: Sequence[Mapping[str, int]],
) -> float:
    return round(fmean(measure(r, g) for r, g in zip(rankings, goal, strict=True)), 4)


def ndcg(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """Discounted gain of the first ten, as a share of the best possible."""
    best = sorted(grades.values(), reverse=True)[:10]
    got = [grades.get(document, 0) for document in ranking[:10]]
    return _gain(got) / _gain(best)


def _gain(grades: Sequence[int]) -> float:
    return float(sum((2**grade - 1) / np.log2(at + 2) for at, grade in enumerate(grades)))


def recall(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """Share of the relevant documents among the first hundred."""
    return len(set(ranking[:_DEEP]) & grades.keys()) / len(grades)


def reciprocal(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """One over the place of the first relevant document."""
    return next((1 / at for at, document in enumerate(ranking, 1) if document in grades), 0.0)
