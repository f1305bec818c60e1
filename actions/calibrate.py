"""How sure is sure enough: what each threshold would have done with questions already answered."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from actions.knowledge import Search
from actions.shelf import Holdings
from assistant.knowledge import Entry, Wording
from assistant.model import Language
from index.record import Filters, Query, Record

LANGUAGES: tuple[Language, ...] = ("en", "zh")
_FOLDS = 5
_Z = 1.645  # one-sided 95 %
_STEPS = [step / 20 for step in range(1, 20)]
_NEEDED = 100  # answers below which no share can be promised


@dataclass(frozen=True, slots=True)
class Tried:
    """What the best hit of one question was worth: its confidence, and whether it was right.

    `offered`: whether the right one was among the first three, which are choices when in doubt.
    """

    confidence: float
    right: bool
    offered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One threshold: of `asked` questions so many answered, so many of those wrong.

    `offered` of the others have the right answer among three choices.
    """

    threshold: float
    asked: int
    answered: int
    wrong: int
    offered: int = 0

    @property
    def share_answered(self) -> float:
        return self.answered / self.asked if self.asked else 0.0

    @property
    def share_wrong(self) -> float:
        return self.wrong / self.answered if self.answered else 0.0

    @property
    def reached(self) -> float:
        """The share of questions answered rightly, at once or by one of three choices."""
        right = self.answered - self.wrong + self.offered
        return right / self.asked if self.asked else 0.0

    @property
    def at_most(self) -> float:
        """The share of wrong answers that can be promised (Wilson's upper bound, 95 %)."""
        if not self.answered:
            return 1.0
        n, p = self.answered, self.share_wrong
        middle = p + _Z * _Z / (2 * n)
        spread = _Z * sqrt(p * (1 - p) / n + _Z * _Z / (4 * n * n))
        return min(1.0, (middle + spread) / (1 + _Z * _Z / n))


def table(tried: Sequence[Tried]) -> list[Row]:
    """Every threshold from 0.05 to 0.95."""
    return [_row(threshold, tried) for threshold in _STEPS]


def _row(threshold: float, tried: Sequence[Tried]) -> Row:
    given = [one for one in tried if one.confidence >= threshold]
    wrong = sum(not one.right for one in given)
    offered = sum(one.offered for one in tried if one.confidence < threshold)
    return Row(threshold, len(tried), len(given), wrong, offered)


def choose(rows: Iterable[Row], bound: float) -> Row | None:
    """The lowest threshold whose share of wrong answers is promised to stay under the bound."""
    return next((r for r in rows if r.answered >= _NEEDED and r.at_most <= bound), None)


def within(rows: Iterable[Row], bound: float) -> Row | None:
    """The lowest threshold that kept under the bound here, whatever can be promised."""
    return next((r for r in rows if r.answered and r.share_wrong <= bound), None)


def try_answers(
    entries: Sequence[Entry], make: Callable[[list[Entry]], Search], strangers: Sequence[str] = ()
) -> Iterator[Tried]:
    """Every other wording of every question, asked of the knowledge base without it.

    `strangers` are questions that no entry answers: any answer to them is wrong.
    """
    for fold in range(_FOLDS):
        search = make([_without(entry, fold) for entry in entries])
        for entry in entries:
            for language in LANGUAGES:
                for text in _held_out(entry.wording(language), fold):
                    yield _asked(search, text, language, entry.id)
        for text in strangers[fold::_FOLDS]:
            yield _asked(search, text, "en", "")


def _held_out(wording: Wording, fold: int) -> Sequence[str]:
    return wording.also[fold::_FOLDS]


def _without(entry: Entry, fold: int) -> Entry:
    """The entry as it would be if nobody had thought of these wordings."""
    told = {language: entry.wording(language) for language in LANGUAGES}
    kept: dict[str, Wording] = {
        language: wording.model_copy(update={"also": _kept(wording, fold)})
        for language, wording in told.items()
    }
    return entry.model_copy(update=kept)


def _kept(wording: Wording, fold: int) -> tuple[str, ...]:
    return tuple(text for at, text in enumerate(wording.also) if at % _FOLDS != fold)


def _asked(search: Search, text: str, language: Language, right: str) -> Tried:
    found = search.search(text, language, 3)
    if not found:
        return Tried(0.0, False)
    ids = [hit.entry_id for hit in found]
    return Tried(found[0].confidence, ids[0] == right, right in ids)


def try_titles(
    holdings: Holdings, every: Sequence[Record], count: int, seed: int = 7
) -> Iterator[Tried]:
    """Titles typed with a slip: asked of the holdings, and of the holdings without that work."""
    luck, editions = random.Random(seed), defaultdict[str, list[str]](list)
    for record in every:
        editions[_work_of(record)].append(record.id)
    for record in luck.sample(every, min(count, len(every))):
        text = _slip(record.title, luck)
        yield _named(holdings, Query(text=text, limit=1), record)
        missing = Filters(exclude=tuple(editions[_work_of(record)]))
        yield _named(holdings, Query(text=text, filters=missing, limit=1), None)


def _work_of(record: Record) -> str:
    return record.work or record.id


def _named(holdings: Holdings, query: Query, right: Record | None) -> Tried:
    found = holdings.search(query)
    if not found.hits or found.kind not in ("known_item", "identifier"):
        return Tried(0.0, False)
    hit = found.hits[0]
    same = right is not None and (
        hit.record.id == right.id
        or (bool(right.work) and hit.record.work == right.work)
        or hit.record.title.casefold() == right.title.casefold()
    )
    return Tried(hit.confidence, same)


def _slip(title: str, luck: random.Random) -> str:
    """The title with two neighbouring letters in the wrong order; short ones as they are."""
    if len(title) < 5:
        return title
    at = luck.randrange(1, len(title) - 2)
    return title[:at] + title[at + 1] + title[at] + title[at + 2 :]
