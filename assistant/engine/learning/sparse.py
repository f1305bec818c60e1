"""Words and characters of a message as weighted counts."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.engine.understanding.words import split
from index.text import simplify

_DIGITS = re.compile(r"\d")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_DOI = re.compile(r"\b10\.\d{4,}/\S+")


def _as_is(words: Sequence[str]) -> Sequence[str]:
    return words


def tidy(text: str) -> str:
    """Links and DOIs as one word each, web forms' escapes as typed, Chinese in simplified form."""
    return simplify(_DOI.sub(" doitoken ", _LINK.sub(_link, html.unescape(text))))


def _link(found: re.Match[str]) -> str:
    kind = "doi" if "doi" in found[0] else "proxy" if "proxy" in found[0] else ""
    return f" linktoken {kind} "


def normal(text: str) -> str:
    """Lower case, with every digit the same: which year or room it is does not tell the intent."""
    return _DIGITS.sub("0", text.lower())


class _Terms:
    """TF-IDF, sublinear: learned by scikit-learn, applied without its checks, which cost more than
    the work when there is one message."""

    def __init__(self, **options: Any) -> None:
        self._learner = TfidfVectorizer(sublinear_tf=True, lowercase=False, **options)

    def fit(self, texts: Sequence[Any]) -> None:
        self._learner.fit(texts)
        self._column = self._learner.vocabulary_
        self._rarity = self._learner.idf_
        self._analyse = self._learner.build_analyzer()

    @property
    def width(self) -> int:
        return len(self._rarity)

    def row(self, text: Any) -> tuple[np.ndarray, np.ndarray]:
        """Columns in order, and their weights, of length one together."""
        counts = Counter(map(self._column.get, self._analyse(text)))
        counts.pop(None, None)
        columns = np.array(sorted(counts), dtype=np.int32)
        weights = 1 + np.log([counts[column] for column in columns.tolist()])
        weights *= self._rarity[columns]
        return columns, weights / max(np.sqrt(weights @ weights), 1e-9)


class WordsAndCharacters:
    """TF-IDF of words (one and two together) beside that of characters (`char_range` long)."""

    def __init__(self, min_count: int = 2, char_range: tuple[int, int] = (2, 5)) -> None:
        self._words = _Terms(
            analyzer="word", tokenizer=_as_is, preprocessor=_as_is, token_pattern=None,
            ngram_range=(1, 2), min_df=min_count,
        )  # fmt: skip
        self._chars = _Terms(
            analyzer="char_wb", preprocessor=normal, ngram_range=char_range, min_df=min_count
        )

    def fit(self, texts: Sequence[str]) -> WordsAndCharacters:
        """Learns the vocabulary."""
        plain = [tidy(text) for text in texts]
        self._words.fit([_words(text) for text in plain])
        self._chars.fit(plain)
        return self

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """(n, d) rows; each of the two halves has length one."""
        rows = [self._row(tidy(text)) for text in texts]
        ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
        columns, weights = (np.concatenate(parts) for parts in zip(*rows, strict=True))
        width = self._words.width + self._chars.width
        return csr_matrix((weights, columns, ends), shape=(len(texts), width))

    def _row(self, plain: str) -> tuple[np.ndarray, np.ndarray]:
        words, word_weights = self._words.row(_words(plain))
        chars, char_weights = self._chars.row(plain)
        columns = np.concatenate([words, chars + self._words.width])
        return columns, np.concatenate([word_weights, char_weights])


def _words(text: str) -> list[str]:
    return [normal(found.word) for found in split(text)]
