"""What each word of a message is there for: what to search for, like what; else the rest.

A linear model over the encoder's word states, by weighted least squares: seconds to train, and next
to nothing a message, as the states come with the vector that the message is given anyhow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from index.onnx_encoder import Words

KINDS = ("", "query", "like")
_RIDGE = 1000.0  # chosen in five-fold cross-validation, as is the power
_RARE = 0.5  # the power of a kind's rarity that each of its words weighs
_LOT = 256  # messages whose rows are made at once


class Tagger:
    """`fit` on words and the number of each one's kind; `scores` of the words of a message."""

    def fit(self, told: Sequence[Words], kinds: Sequence[Sequence[int]]) -> Tagger:
        """`kinds` has a row for each message and a number, of KINDS, for each of its words."""
        all_states = np.concatenate([words.states for words in told])
        self._mean, self._spread = all_states.mean(0), all_states.std(0) + 1e-6
        counts = np.bincount(np.concatenate(kinds), minlength=len(KINDS)).clip(1)
        weight = (counts.max() / counts) ** _RARE
        width = 4 * len(self._mean) + 1
        inner, outer = _RIDGE * np.eye(width), np.zeros((width, len(KINDS)))
        for first in range(0, len(told), _LOT):
            rows = np.vstack([self._rows(words.states) for words in told[first : first + _LOT]])
            meant = np.concatenate(kinds[first : first + _LOT])
            weighted = rows * weight[meant, None]
            inner += weighted.T @ rows
            outer += weighted.T @ np.eye(len(KINDS))[meant]
        self._weights = np.linalg.solve(inner, outer).astype(np.float32)
        return self

    def scores(self, words: Words) -> np.ndarray:
        """(words, kinds); about 1 for what each is and 0 for the rest."""
        return np.asarray(self._rows(words.states) @ self._weights)

    def _rows(self, states: np.ndarray) -> np.ndarray:
        """Each word, its neighbours, and the mean of all."""
        own = (states - self._mean) / self._spread
        none = np.zeros((1, own.shape[1]), np.float32)
        before, after = np.vstack([none, own[:-1]]), np.vstack([own[1:], none])
        whole = np.broadcast_to(own.mean(0), own.shape)
        return np.hstack([own, before, after, whole, np.ones((len(own), 1))]).astype(np.float32)


def of_words(
    spans: Sequence[tuple[int, int]], scores: np.ndarray, words: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, np.ndarray]]:
    """Whole words with the mean scores of the pieces that begin in them, weighted by length."""
    starts = np.array([start for start, _ in spans])
    lengths = np.array([[max(end - start, 1)] for start, end in spans])
    for first, last in words:
        inside = (starts < last) & (np.array([end for _, end in spans]) > first)
        if inside.any():
            sums = (scores[inside] * lengths[inside]).sum(0) / lengths[inside].sum()
            yield first, last, sums
