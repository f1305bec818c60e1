"""Words and characters of a message as weighted counts."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from assistant.engine.understanding.words import split

_DIGITS = re.compile(r"\d")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_DOI = re.compile(r"\b10\.\d{4,}/\S+")


def _as_is(words: Sequence[str]) -> Sequence[str]:
    return words


def tidy(text: str) -> str:
    """Links and DOIs as one word each, and what a web form escaped as it was typed."""
    return _DOI.sub(" doitoken ", _LINK.sub(_link, html.unescape(text)))


def _link(found: re.Match[str]) -> str:
    kind = "doi" if "doi" in found[0] else "proxy" if "proxy" in found[0] else ""
    return f" linktoken {kind} "


def normal(text: str) -> str:
    """Lower case, with every digit the same: which year or room it is does not tell the intent."""
    return _DIGITS.sub("0", text.lower())


class WordsAndCharacters:
    """TF-IDF of words (one and two together) beside that of characters (`char_range` long)."""

    def __init__(self, min_count: int = 2, char_range: tuple[int, int] = (2, 5)) -> None:
        self.words = TfidfVectorizer(
            analyzer="word", tokenizer=_as_is, preprocessor=_as_is, token_pattern=None,
            ngram_range=(1, 2), sublinear_tf=True, min_df=min_count, lowercase=False,
        )  # fmt: skip
        self.chars = TfidfVectorizer(
            analyzer="char_wb", preprocessor=normal, ngram_range=char_range,
            sublinear_tf=True, min_df=min_count, lowercase=False,
        )  # fmt: skip

    def fit(self, texts: Sequence[str]) -> WordsAndCharacters:
        """Learns the vocabulary."""
        plain = [tidy(text) for text in texts]
        self.words.fit(map(_words, plain))
        self.chars.fit(plain)
        return self

    def transform(self, texts: Sequence[str]) -> csr_matrix:
        """(n, d) rows; each of the two halves has length one."""
        plain = [tidy(text) for text in texts]
        words = self.words.transform(map(_words, plain))
        return hstack([words, self.chars.transform(plain)], format="csr")


def _words(text: str) -> list[str]:
    return [normal(found.word) for found in split(text)]
