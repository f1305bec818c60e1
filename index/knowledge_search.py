"""The library's own questions and answers, found by meaning and by words."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

import numpy as np

from index.knowledge_words import Wordings, stems
from index.passages import centred
from index.spelling import Speller
from index.text import is_cjk, plain

if TYPE_CHECKING:
    from index.encode import VectorCache
    from index.encoder import Encoder, Vectors
    from index.knowledge_words import Scores

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Told(Protocol):
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

    def wording(self, language: Language) -> Told: ...


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
        self, entries: Sequence[KnowledgeText], encoder: Encoder, cache: VectorCache | None = None
    ) -> None:
        self._encoder, self._cache = encoder, cache
        self._entries: dict[str, KnowledgeText] = {}
        self._vectors: dict[bytes, Vectors] = {}
        self._changing = threading.Lock()
        self._put(entries)

    def put(self, entry: KnowledgeText) -> None:
        """Add an entry or replace the one of its id; the next search finds it."""
        self._put([entry])

    def remove(self, entry_id: str) -> None:
        with self._changing:
            if self._entries.pop(entry_id, None) is not None:
                self._shelves = self._made()

    def search(self, text: str, language: Language = "en", limit: int = 3) -> list[KnowledgeHit]:
        """Entries nearest to a question, best first, one for each answer."""
        shelves = self._shelves
        if not text.strip() or not shelves:
            return []
        text = self._spelt(text)
        vector = self._encoder.encode_query(text)
        best: dict[str, _Near] = {}
        for shelf in shelves:
            for near in shelf.scored(text, vector, language):
                if near.entry_id not in best or near.score > best[near.entry_id].score:
                    best[near.entry_id] = near
        ordered = sorted(best.values(), key=lambda near: -near.score)
        return _hits(ordered, self._answers(shelves, language), text)[:limit]

    def _spelt(self, text: str) -> str:
        """The text with misspelt words as the entries spell them; itself when none is."""
        if is_cjk(text):
            return text
        typed = plain(text).split()
        meant = [self._speller.nearest(word) for word in typed]
        return " ".join(meant) if meant != typed else text

    def _answers(self, shelves: Sequence[_Shelf], language: Language) -> dict[str, str]:
        """Answers by entry, in the reader's language where there is one."""
        answers: dict[str, str] = {}
        for shelf in sorted(shelves, key=lambda shelf: shelf.language == language):
            answers.update(shelf.answers)
        return answers

    def _put(self, entries: Sequence[KnowledgeText]) -> None:
        with self._changing:
            self._entries.update({entry.id: entry for entry in entries})
            self._shelves = self._made()

    def _made(self) -> list[_Shelf]:
        """Everything anew but vectors, which are made once a text."""
        entries = list(self._entries.values())
        self._speller = _speller(entries)
        shelves = []
        for language in LANGUAGES:
            told = [(e.id, t) for e in entries if (t := e.wording(language)) and t.question]
            if told:
                shelves.append(self._shelf(language, told))
        return shelves

    def _shelf(self, language: Language, told: list[tuple[str, Told]]) -> _Shelf:
        asked = [(i, text) for i, t in told for text in (t.question, *t.also)]
        wholes = [f"{t.question} {t.answer}" for _, t in told]
        return _Shelf(
            language,
            asked,
            [i for i, _ in told],
            self._encoded([text for _, text in asked], "query"),
            self._encoded(wholes, "passage"),
            wholes,
            {i: plain(t.answer) for i, t in told},
        )

    def _encoded(self, texts: Sequence[str], mode: str) -> Vectors:
        keys = [blake2b(f"{mode}:{text}".encode(), digest_size=16).digest() for text in texts]
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in self._vectors}
        self._recall(missing)
        if missing:
            encode = (
                self._encoder.encode_queries if mode == "query" else self._encoder.encode_passages
            )
            made = encode(list(missing.values())).astype(np.float16)
            self._keep(dict(zip(missing, made, strict=True)))
        return np.stack([self._vectors[key] for key in keys]).astype(np.float32)

    def _encode(self, texts: list[str], mode: str) -> Vectors:
        encoder = self._encoder
        encode = encoder.encode_queries if mode == "query" else encoder.encode_passages
        return encode(texts)

    def _recall(self, missing: dict[bytes, str]) -> None:
        """Take vectors that an earlier process made."""
        if self._cache is None or not missing:
            return
        found = self._cache.vectors_for(list(missing), self._encoder.fingerprint)
        for key, data in found.items():
            self._vectors[key] = np.frombuffer(data, np.float16)
            del missing[key]

    def _keep(self, made: dict[bytes, Vectors]) -> None:
        self._vectors.update(made)
        if self._cache is not None:
            told = {key: row.tobytes() for key, row in made.items()}
            self._cache.keep_vectors(self._encoder.fingerprint, told)


class _Near(NamedTuple):
    """An entry, and how near a question lies to its nearest wording."""

    entry_id: str
    score: float
    wording: str


class _Shelf:
    """The entries of one language, ready to be scored."""

    def __init__(
        self,
        language: Language,
        asked: Sequence[tuple[str, str]],
        ids: Sequence[str],
        questions: Vectors,
        wholes: Vectors,
        texts: Sequence[str],
        answers: dict[str, str],
    ) -> None:
        self.language, self.answers = language, answers
        self._asked, self._ids = asked, ids
        self._mean, self._whole_mean = questions.mean(axis=0), wholes.mean(axis=0)
        self._questions = centred(questions, self._mean)
        self._wholes = centred(wholes, self._whole_mean)
        self._words, self._texts = Wordings([text for _, text in asked]), Wordings(texts)

    def scored(self, text: str, vector: Vectors, language: Language) -> list[_Near]:
        """Every entry, by its nearest wording."""
        asked = vector[None, :]
        by_question = _QUESTION * (self._questions @ centred(asked, self._mean)[0])
        by_question += _WORDS * self._words.alike(text)
        by_whole = _WHOLE * (self._wholes @ centred(asked, self._whole_mean)[0])
        by_whole += _COVERED * self._texts.covered(text)
        other = _OTHER if language != self.language else 0.0
        return self._best(by_question, by_whole - other)

    def _best(self, by_question: Scores, by_whole: Scores) -> list[_Near]:
        rest = dict(zip(self._ids, by_whole.tolist(), strict=True))
        best: dict[str, _Near] = {}
        for (entry_id, wording), score in zip(self._asked, by_question.tolist(), strict=True):
            whole = score + rest[entry_id]
            if entry_id not in best or whole > best[entry_id].score:
                best[entry_id] = _Near(entry_id, whole, wording)
        return list(best.values())


def _speller(entries: Sequence[KnowledgeText]) -> Speller:
    told = [t for e in entries for language in LANGUAGES if (t := e.wording(language))]
    texts = (text for t in told for text in (t.question, *t.also, t.answer))
    return Speller(Counter(word for text in texts for word in plain(text).split()).items())


# Weights learned on one library's reworded questions, each fold held out (docs/search.md).
_QUESTION, _WHOLE, _WORDS, _COVERED = 0.5, 0.25, 0.2, 0.25
_OTHER = 0.05  # what an entry in the reader's own language has over one in another
_ALONE = 0.2  # the margin that an entry has when there is no other


def _hits(ordered: Sequence[_Near], answers: dict[str, str], text: str) -> list[KnowledgeHit]:
    """One hit for each answer, in the order of the best entry that gives it."""
    groups: dict[str, list[_Near]] = {}
    for near in ordered:
        groups.setdefault(answers.get(near.entry_id) or near.entry_id, []).append(near)
    scores = [group[0].score for group in groups.values()]
    return [_hit(group, at, scores, text) for at, group in enumerate(groups.values())]


def _hit(group: Sequence[_Near], at: int, scores: Sequence[float], text: str) -> KnowledgeHit:
    best, rivals = group[0], [*scores[:at], *scores[at + 1 :]]
    lead, second = (*(best.score - rival for rival in rivals[:2]), _ALONE, _ALONE)[:2]
    chance = _chance(best.score, lead, second)
    if at == 0 and _says_the_same(text, best.wording):
        chance = max(chance, _SAME)
    same = tuple(near.entry_id for near in group[1:])
    return KnowledgeHit(best.entry_id, chance, best.score, best.wording, lead, same)


def _says_the_same(text: str, wording: str) -> bool:
    """Whether two questions have the same words of meaning: how do I get, how to get."""
    words = set(stems(text))
    return bool(words) and words == set(stems(wording))


def _chance(score: float, lead: float, second: float) -> float:
    """Probability that the entry answers, from its score and its lead over the next two.

    Fitted on wordings held out, reworded questions of another library, and questions without an
    answer; half of the entries to learn from, half to check.
    """
    odds = 1.5 * score + 4.3 * min(lead, 0.4) + 3.2 * min(second, 0.5) - 1.8
    return 1 / (1 + math.exp(-odds))


_SAME = 0.95  # a question with the words that the library wrote
