"""`refdesk bench faq`: reworded questions against the questions of a knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from statistics import fmean, median
from time import perf_counter
from typing import TYPE_CHECKING, Any
from zlib import crc32

from index.bench.place import encoder_in, lines, say
from index.text import has_han

_BOUNDS = (0.05, 0.1, 0.2)
_FOLDS = 5
_FEW = 20  # answers that tell nothing yet

if TYPE_CHECKING:
    from index.knowledge_search import KnowledgeHit, Language


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, in the form in which entries are searched."""

    question: str
    answer: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    language: Language
    told: Asked

    def wording(self, language: Language) -> Asked:
        return self.told if language == self.language else Asked("", "")


def run(
    faq: Path, queries: Path, encoder_dir: Path, english_dir: Path | None = None
) -> dict[str, Any]:
    """Ask every reworded question once; milliseconds include encoding it.

    Only the entries' own questions and answers are indexed. An entry that gives the very same
    answer as the right one counts as right in `hit_1`, `hit_3` and `mrr`, as the reader could not
    tell; `entry_1` counts only the entry named. `at_bound` tells how many would be answered if no
    more than a share of the answers might be wrong, and how wrong they were.
    """
    from index.knowledge_search import KnowledgeSearch

    entries = [_entry(line) for line in lines(faq, "id", "question", "answer")]
    english = encoder_in(english_dir) if english_dir else None
    search = KnowledgeSearch(entries, encoder_in(encoder_dir), english=english)
    asked = lines(queries, "query", "faq_id")
    say(f"{len(entries)} entries, {len(asked)} questions")
    language: Language = "zh" if has_han(asked[0]["query"]) else "en"
    search.search("ready?", language)
    found, times = [], []
    for question in asked:
        started = perf_counter()
        found.append(search.search(question["query"], language, 100))
        times.append((perf_counter() - started) * 1000)
    return _result([q["faq_id"] for q in asked], found, times)


def _entry(line: dict[str, Any]) -> Entry:
    language: Language = "zh" if has_han(line["question"]) else "en"
    told = Asked(line["question"], line["answer"], tuple(line.get("also", ())))
    return Entry(line["id"], language, told)


def _result(
    wanted: Sequence[str], found: Sequence[Sequence[KnowledgeHit]], times: Sequence[float]
) -> dict[str, Any]:
    places = [_place(hits, right) for hits, right in zip(found, wanted, strict=True)]
    first = [bool(h) and h[0].entry_id == right for h, right in zip(found, wanted, strict=True)]
    best = [h[0].confidence if h else 0.0 for h in found]
    return {
        "n": len(wanted),
        "hit_1": round(fmean(place == 1 for place in places), 4),
        "hit_3": round(fmean(0 < place <= 3 for place in places), 4),
        "mrr": round(fmean(1 / place if place else 0.0 for place in places), 4),
        "entry_1": round(fmean(first), 4),
        "p50_ms": round(median(times), 2),
        "at_bound": [_at_bound(bound, best, places, wanted) for bound in _BOUNDS],
    }


def _at_bound(
    bound: float, chances: Sequence[float], places: Sequence[int], wanted: Sequence[str]
) -> dict[str, float]:
    """Shares answered and wrong of these; `reached` adds those right among three choices.

    Each fifth of the entries is answered from the threshold that the other four would set.
    """
    folds = [crc32(right.encode()) % _FOLDS for right in wanted]
    every = list(zip(folds, chances, places, strict=True))
    least = [
        _least(bound, [(c, place == 1) for f, c, place in every if f != fold])
        for fold in range(_FOLDS)
    ]
    given = [place for fold, chance, place in every if chance >= least[fold]]
    asked = [place for fold, chance, place in every if chance < least[fold]]
    wrong = sum(place != 1 for place in given)
    reached = len(given) - wrong + sum(0 < place <= 3 for place in asked)
    return {
        "bound": bound,
        "answered": round(len(given) / len(wanted), 4),
        "wrong": round(wrong / len(given), 4) if given else 0.0,
        "reached": round(reached / len(wanted), 4),
    }


def _least(bound: float, tried: Sequence[tuple[float, bool]]) -> float:
    """The lowest chance from which no more than `bound` of the answers are wrong."""
    ordered = sorted(tried, reverse=True)
    wrong = list(accumulate(not right for _, right in ordered))
    kept = [c for n, (c, _) in enumerate(ordered, 1) if n >= _FEW and wrong[n - 1] <= bound * n]
    return kept[-1] if kept else 1.1


def _place(hits: Sequence[KnowledgeHit], right: str) -> int:
    return next((at for at, h in enumerate(hits, 1) if right in (h.entry_id, *h.same)), 0)
