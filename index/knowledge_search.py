"""The library's own questions and answers, found by meaning and by words."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING, Literal, Protocol

from index.knowledge_shelf import Shelf, Texts, View
from index.spelling import Speller
from index.text import is_cjk, plain

if TYPE_CHECKING:
    from index.encode import VectorCache
    from index.encoder import Encoder
    from index.knowledge_shelf import Near

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Wording(Protocol):
    """A question with its other wordings and its answer, in one language."""

    @property
    def question(self) -> str: ...
    @property
    def also(self) -> Sequence[str]: ...
    @property
    def answer(self) -> str: ...


class KnowledgeText(Protocol):
    """An entry; entries with the same answer in a language are one answer to the reader."""

    @property
    def id(self) -> str: ...

    def wording(self, language: Language) -> Wording: ...


@dataclass(frozen=True, slots=True)
class KnowledgeHit:
    """An entry that may answer; `confidence` is the chance that it does, 0 to 1."""

    entry_id: str
    confidence: float
    score: float
    wording: str  # the wording that came nearest
    margin: float  # score above the next entry's
    same: tuple[str, ...] = ()  # entries that would say the same


class KnowledgeSearch:
    """Entries in memory, searched whole. Safe to search while entries are put."""

    def __init__(
        self,
        entries: Sequence[KnowledgeText],
        encoder: Encoder,
        cache: VectorCache | None = None,
        english: Encoder | None = None,
    ) -> None:
        """ENGLISH is an encoder for English alone, asked beside the one for both languages."""
        self._shared = Texts(encoder, cache)
        self._own = {"en": Texts(english, cache)} if english else {}
        # A word that the English encoder has whole is no slip: hiring is no misspelt hearing.
        self._is_word: Callable[[str], bool] = getattr(english, "is_word", lambda word: False)
        self._changing = threading.Lock()
        self._make({entry.id: entry for entry in entries})

    def update(self, entries: Sequence[KnowledgeText] = (), gone: Collection[str] = ()) -> None:
        """Add entries or replace those of their ids, and forget those that are GONE.

        The next search finds them. All is made anew once, so give together what changed together.
        """
        with self._changing:
            told = self._entries | {entry.id: entry for entry in entries}
            kept = {name: entry for name, entry in told.items() if name not in gone}
            if entries or kept.keys() != self._entries.keys():
                self._make(kept)

    def search(
        self, text: str, language: Language = "en", limit: int = 3, among: Collection[str] = ()
    ) -> list[KnowledgeHit]:
        """Entries nearest to a question, best first, one for each answer; of AMONG, if given."""
        shelves = self._shelves
        if not text.strip() or not shelves:
            return []
        text = self._spelt(text)
        best: dict[str, Near] = {}
        for shelf in shelves:
            for near in shelf.scored(text, language):
                if near.entry_id not in best or near.score > best[near.entry_id].score:
                    best[near.entry_id] = near
        asked = [near for near in best.values() if not among or near.entry_id in among]
        ordered = sorted(asked, key=lambda near: -near.score)
        return _hits(ordered, self._answers(shelves, language), limit)

    def asks(self, text: str, language: Language = "en") -> bool:
        """Whether a question has the very words of a wording in its language."""
        spelt = self._spelt(text)
        return any(shelf.asks(spelt) for shelf in self._shelves if shelf.language == language)

    def read(self, sentences: Sequence[str], language: Language = "en") -> None:
        """Make the vectors of sentences of answers, ahead of `telling`."""
        shelf = self._shelf_of(language)
        if shelf and sentences:
            shelf.read(sentences)

    def telling(
        self, text: str, sentences: Sequence[str], language: Language = "en"
    ) -> list[float]:
        """How well each sentence of an answer tells what is asked: cosines."""
        shelf = self._shelf_of(language)
        return shelf.telling(text, sentences) if shelf and sentences else [0.0] * len(sentences)

    def _shelf_of(self, language: Language) -> Shelf | None:
        return next((one for one in self._shelves if one.language == language), None)

    def _spelt(self, text: str) -> str:
        """The text with misspelt words as the entries spell them; itself when none is."""
        if is_cjk(text):
            return text
        typed = plain(text).split()
        meant = [word if self._is_word(word) else self._speller.nearest(word) for word in typed]
        return " ".join(meant) if meant != typed else text

    def _answers(self, shelves: Sequence[Shelf], language: Language) -> dict[str, str]:
        """Answers by entry, in the reader's language where there is one."""
        answers: dict[str, str] = {}
        for shelf in sorted(shelves, key=lambda shelf: shelf.language == language):
            answers.update(shelf.answers)
        return answers

    def _make(self, entries: dict[str, KnowledgeText]) -> None:
        """Everything anew but vectors, which are made once a text; where that fails, nothing."""
        shelves = []
        for language in LANGUAGES:
            asked = ((entry.id, entry.wording(language)) for entry in entries.values())
            told = [(entry_id, told) for entry_id, told in asked if told and told.question]
            if told:
                shelves.append(self._shelf(language, told))
        self._speller = _speller(list(entries.values()))
        self._entries, self._shelves = entries, shelves

    def _shelf(self, language: Language, told: list[tuple[str, Wording]]) -> Shelf:
        asked = [[t.question, *t.also] for _, t in told]
        starts = [0, *accumulate(len(wordings) for wordings in asked[:-1])]
        wordings = [text for each in asked for text in each]
        wholes = [f"{t.question} {t.answer}" for _, t in told]
        own = self._own.get(language)
        return Shelf(
            language,
            wordings,
            starts,
            {i: plain(t.answer) for i, t in told},
            View(self._shared, wordings, starts, wholes),
            View(own, wordings, starts, wholes) if own else None,
        )


def _speller(entries: Sequence[KnowledgeText]) -> Speller:
    told = [t for e in entries for language in LANGUAGES if (t := e.wording(language))]
    texts = (text for t in told for text in (t.question, *t.also, t.answer))
    return Speller(Counter(word for text in texts for word in plain(text).split()).items())


_ALONE = 0.2  # the margin that an entry has when there is no other
_SAME = 0.95  # a question with the words that the library wrote


def _hits(ordered: Sequence[Near], answers: dict[str, str], limit: int) -> list[KnowledgeHit]:
    """One hit for each of the first answers, in the order of the best entry that gives it."""
    groups: dict[str, list[Near]] = {}
    for near in ordered:
        groups.setdefault(answers.get(near.entry_id) or near.entry_id, []).append(near)
    scores = [group[0].score for group in groups.values()]
    first = islice(groups.values(), limit)
    return [_hit(group, at, scores) for at, group in enumerate(first)]


def _hit(group: Sequence[Near], at: int, scores: Sequence[float]) -> KnowledgeHit:
    best, rivals = group[0], [*scores[:at], *scores[at + 1 :]]
    lead, second = (*(best.score - rival for rival in rivals[:2]), _ALONE, _ALONE)[:2]
    chance = _chance(best, lead, second)
    if at == 0 and best.said:
        chance = max(chance, _SAME)
    same = tuple(near.entry_id for near in group[1:])
    return KnowledgeHit(best.entry_id, chance, best.score, best.wording, lead, same)


def _chance(best: Near, lead: float, second: float) -> float:
    """Probability that the entry answers, from its score and its lead over the next two.

    Fitted on the sample library's wordings, each held out, on reworded questions of another
    library, and on questions without an answer, all of the same weight (docs/search.md).
    """
    odds = 4.0 * best.score + 6.9 * min(lead, 0.3) + 6.2 * min(second, 0.4) - 2.8
    return 1 / (1 + math.exp(-odds))
