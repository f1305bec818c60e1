"""`refdesk bench faq`: reworded questions against the questions of a knowledge base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.bench.place import encoder_in, lines, say
from index.text import has_han

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


def run(faq: Path, queries: Path, encoder_dir: Path) -> dict[str, Any]:
    """Ask every reworded question once; milliseconds include encoding it.

    Only the entries' own questions and answers are indexed. An entry that gives the very same
    answer as the right one counts as right in `hit_1`, `hit_3` and `mrr`, as the reader could not
    tell; `entry_1` counts only the entry named.
    """
    from index.knowledge_search import KnowledgeSearch

    entries = [_entry(line) for line in lines(faq)]
    search = KnowledgeSearch(entries, encoder_in(encoder_dir))
    asked = lines(queries)
    say(f"{len(entries)} entries, {len(asked)} questions")
    language: Language = "zh" if has_han(asked[0]["query"]) else "en"
    search.search("ready?", language)
    found, times = [], []
    for question in asked:
        started = perf_counter()
        found.append(search.search(question["query"], language, 100))
        times.append((perf_counter() - started) * 1000)
    return _result([str(q["faq_id"]) for q in asked], found, times)


def _entry(line: dict[str, Any]) -> Entry:
    language: Language = "zh" if has_han(line["question"]) else "en"
    told = Asked(line["question"], line["answer"], tuple(line.get("also", ())))
    return Entry(str(line["id"]), language, told)


def _result(
    wanted: Sequence[str], found: Sequence[Sequence[KnowledgeHit]], times: Sequence[float]
) -> dict[str, Any]:
    places = [_place(hits, right) for hits, right in zip(found, wanted, strict=True)]
    first = [bool(h) and h[0].entry_id == right for h, right in zip(found, wanted, strict=True)]
    return {
        "n": len(wanted),
        "hit_1": round(fmean(place == 1 for place in places), 4),
        "hit_3": round(fmean(0 < place <= 3 for place in places), 4),
        "mrr": round(fmean(1 / place if place else 0.0 for place in places), 4),
        "entry_1": round(fmean(first), 4),
        "p50_ms": round(median(times), 2),
    }


def _place(hits: Sequence[KnowledgeHit], right: str) -> int:
    return next((at for at, h in enumerate(hits, 1) if right in (h.entry_id, *h.same)), 0)
