"""The entries of one language, ready to be scored by words and by each encoder that reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from index.knowledge_words import Wordings, stems
from index.passages import centred
from index.text import is_cjk

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.encode import VectorCache
    from index.encoder import Encoder, Vectors
    from index.knowledge_words import Scores

# Weights learned on the sample library's wordings, each held out (docs/search.md).
_MIDDLE, _NEAREST, _WHOLE, _COVERED = 0.3, 0.15, 0.27, 0.28
_OWN = 0.8  # the share of an encoder made for the language, where there is one beside the other
_OTHER = 0.05  # what an entry in the reader's own language has over one in another
_SAID = 0.4  # what an entry gains that has the question among its wordings


class Near(NamedTuple):
    """An entry, how near a question lies, its nearest wording, and whether that says the same."""

    entry_id: str
    score: float
    wording: str
    said: bool


class Texts:
    """Vectors of one encoder, made once a text, kept in half precision."""

    def __init__(self, encoder: Encoder, cache: VectorCache | None) -> None:
        self.encoder, self._cache = encoder, cache
        self._vectors: dict[bytes, NDArray[np.float16]] = {}

    def questions(self, texts: Sequence[str]) -> Vectors:
        return self._encoded(texts, "query")

    def passages(self, texts: Sequence[str]) -> Vectors:
        return self._encoded(texts, "passage")

    def _encoded(self, texts: Sequence[str], mode: str) -> Vectors:
        keys = [blake2b(f"{mode}:{text}".encode(), digest_size=16).digest() for text in texts]
        missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in self._vectors}
        self._recall(missing)
        if missing:
            made = self._encode(list(missing.values()), mode).astype(np.float16)
            self._keep(dict(zip(missing, made, strict=True)))
        return np.stack([self._vectors[key] for key in keys]).astype(np.float32)

    def _encode(self, texts: list[str], mode: str) -> Vectors:
        """Each by itself: of those encoded together, int8 scales make each a little like the rest,
        and the same text would lie elsewhere in another library."""
        encoder = self.encoder
        encode = encoder.encode_queries if mode == "query" else encoder.encode_passages
        return np.concatenate([encode([text]) for text in texts])

    def _recall(self, missing: dict[bytes, str]) -> None:
        """Take vectors that an earlier process made."""
        if self._cache is None or not missing:
            return
        found = self._cache.vectors_for(list(missing), self.encoder.fingerprint)
        for key, data in found.items():
            self._vectors[key] = np.frombuffer(data, np.float16)
            del missing[key]

    def _keep(self, made: dict[bytes, NDArray[np.float16]]) -> None:
        self._vectors.update(made)
        if self._cache is not None:
            told = {key: row.tobytes() for key, row in made.items()}
            self._cache.keep_vectors(self.encoder.fingerprint, told)


class View:
    """Entries as one encoder sees them: each wording, the middle of an entry's, and the whole.

    `asked` has the wordings of an entry one after another; `starts` is where each entry's begin.
    """

    def __init__(
        self, texts: Texts, asked: Sequence[str], starts: Sequence[int], wholes: Sequence[str]
    ) -> None:
        self._texts, self._encoder, self._starts = texts, texts.encoder, starts
        questions, told = texts.questions(asked), texts.passages(wholes)
        self._mean, self._whole_mean = questions.mean(axis=0), told.mean(axis=0)
        self._wordings = centred(questions, self._mean)
        middles = np.add.reduceat(self._wordings, starts, axis=0)
        self._middles = middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
        self._wholes = centred(told, self._whole_mean)

    def near(self, text: str) -> tuple[Scores, Scores]:
        """Cosines of the wordings, and scores of the entries."""
        vector = self._encoder.encode_query(text)[None, :]
        asked = centred(vector, self._mean)[0]
        whole = self._wholes @ centred(vector, self._whole_mean)[0]
        wordings = self._wordings @ asked
        nearest = np.maximum.reduceat(wordings, self._starts)
        scores = _MIDDLE * (self._middles @ asked) + _NEAREST * nearest + _WHOLE * whole
        return wordings, scores

    def read(self, sentences: Sequence[str]) -> None:
        """Make the vectors of sentences of answers, for `telling`."""
        self._texts.passages(sentences)

    def telling(self, text: str, sentences: Sequence[str]) -> Scores:
        """Cosines of sentences of an answer to what is asked of it."""
        asked = centred(self._encoder.encode_query(text)[None, :], self._mean)[0]
        told: Scores = centred(self._texts.passages(sentences), self._whole_mean) @ asked
        return told


class Shelf:
    """Entries in the order of `answers`; `own` reads this language better than `shared`."""

    def __init__(
        self,
        language: str,
        asked: Sequence[str],
        starts: Sequence[int],
        answers: dict[str, str],
        shared: View,
        own: View | None = None,
    ) -> None:
        self.language, self.answers = language, answers
        self._asked, self._starts = asked, starts
        self._ends = [*starts[1:], len(asked)]
        self._owners = np.repeat(np.arange(len(starts)), np.diff([*starts, len(asked)]))
        self._shared, self._own = shared, own
        self._words = Wordings(self._texts())
        self._wordings: dict[frozenset[str], list[int]] = defaultdict(list)
        for at, text in enumerate(asked):
            self._wordings[frozenset(stems(text))].append(at)

    def _texts(self) -> list[str]:
        """All that each entry says: its wordings and its answer."""
        spans = zip(self._starts, self._ends, self.answers.values(), strict=True)
        return [" ".join((*self._asked[s:e], answer)) for s, e, answer in spans]

    def asks(self, text: str) -> bool:
        """Whether a question has the very words of a wording: a look-up, nothing is encoded."""
        words = frozenset(stems(text))
        return bool(words) and words in self._wordings

    def scored(self, text: str, language: str) -> list[Near]:
        """Every entry, with its nearest wording."""
        cosines, scores = self._seen(text)
        words = frozenset(stems(text))
        said = np.zeros(len(self._asked), np.bool_)
        said[self._wordings.get(words, []) if words else []] = True
        asked = np.logical_or.reduceat(said, self._starts).astype(np.float32)
        scores = scores + _COVERED * self._words.covered(text) + _SAID * asked
        if language != self.language:
            scores -= _OTHER
        nearest = self._nearest(cosines + said)
        rows = zip(self.answers, scores.tolist(), nearest, asked.tolist(), strict=True)
        return [Near(i, score, self._asked[n], bool(same)) for i, score, n, same in rows]

    def read(self, sentences: Sequence[str]) -> None:
        """Make the vectors of sentences of answers, for `telling`."""
        for view in (self._shared, self._own):
            if view is not None:
                view.read(sentences)

    def telling(self, text: str, sentences: Sequence[str]) -> list[float]:
        """How well each sentence tells what is asked, by the encoders that read the text."""
        told = self._shared.telling(text, sentences)
        if self._own is not None and not is_cjk(text):
            told = (1 - _OWN) * told + _OWN * self._own.telling(text, sentences)
        return [float(score) for score in told]

    def _seen(self, text: str) -> tuple[Scores, Scores]:
        cosines, scores = self._shared.near(text)
        # An encoder of one language is not asked what is written in the script of another.
        if self._own is None or is_cjk(text):
            return cosines, scores
        finer, better = self._own.near(text)
        return finer, (1 - _OWN) * scores + _OWN * better

    def _nearest(self, cosines: Scores) -> list[int]:
        """The wording of each entry that lies nearest."""
        best = np.maximum.reduceat(cosines, self._starts)
        at = np.flatnonzero(cosines == best[self._owners])
        nearest: list[int] = at[np.unique(self._owners[at], return_index=True)[1]].tolist()
        return nearest
