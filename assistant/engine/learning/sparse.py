"""Words and characters of a message as weighted counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

_DIGITS = re.compile(r"\d")


def _as_is(words: Sequence[str]) -> Sequence[str]:
    return words


def normal(text: str) -> str:
    """Lower case, with every digit the same: which year or room it is does not tell the intent."""
    return _DIGITS.sub("0", text.lower())


class WordsAndCharacters:
    """TF-IDF of words (one and two together) beside that of characters (`char_range` long)."""

    def __init__(self, min_count: int = 1, char_range: tuple[int, int] = (2, 5)) -> None:
        self.words = TfidfVectorizer(
            analyzer="word", tokenizer=_as_is, preprocessor=_as_is, token_pattern=None,
            ngram_range=(1, 2), sublinear_tf=True, min_df=min_count, lowercase=False,
        )  # fmt: skip
        self.chars = TfidfVectorizer(
            analyzer="char_wb", preprocessor=normal, ngram_range=char_range,
            sublinear_tf=True, min_df=min_count, lowercase=False,
        )  # fmt: skip

    def fit(self, texts: Sequence[str], words: Iterable[Sequence[str]]) -> WordsAndCharacters:
        """Learns the vocabulary from texts and, in the same order, their words."""
        self.words.fit([[normal(w) for w in row] for row in words])
        self.chars.fit(texts)
        return self

    def transform(self, texts: Sequence[str], words: Iterable[Sequence[str]]) -> csr_matrix:
        """(n, d) rows; each of the two halves has length one."""
        lower = [[normal(w) for w in row] for row in words]
        return hstack([self.words.transform(lower), self.chars.transform(texts)], format="csr")
