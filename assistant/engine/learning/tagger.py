"""What each word of a message is there for: what to search for, like what; else the rest.

A small network over the encoder's word states: half a minute to train, and next to nothing a
message, as the states come with the vector that the message is given anyhow.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from index.onnx_encoder import Words

KINDS = ("", "query", "like")
# Chosen in five-fold cross-validation (`python -m tests.bench.bench_words`).
_NETWORK = {"hidden_layer_sizes": (128,), "alpha": 3.0, "learning_rate_init": 2e-4}
_LOT, _STEPS = 256, 6000  # words a step, and steps


class Tagger:
    """`fit` on words and the number of each one's kind; `scores` of the words of a message."""

    def fit(self, told: Sequence[Words], kinds: Sequence[Sequence[int]]) -> Tagger:
        """`kinds` has a row for each message and a number, of KINDS, for each of its words."""
        states = np.concatenate([words.states for words in told])
        self._mean, self._spread = states.mean(0), states.std(0) + 1e-6
        meant = np.concatenate(kinds)
        rows = np.empty((len(meant), 4 * states.shape[1]), np.float32)  # some 600 MB, and once
        ends = np.cumsum([len(words.kept) for words in told])
        for words, end in zip(told, ends, strict=True):
            rows[end - len(words.kept) : end] = self._rows(words.states)
        lot = min(_LOT, len(rows))
        rounds = -(-_STEPS * lot // len(rows))
        network = MLPClassifier(**_NETWORK, batch_size=lot, max_iter=rounds, random_state=7)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # it stops early on purpose
            network.fit(rows, meant)
        self._layers = list(zip(network.coefs_, network.intercepts_, strict=True))
        return self

    def scores(self, words: Words) -> np.ndarray:
        """(words, kinds): the chance that each is there for it."""
        (within, bias), (out, base) = self._layers
        units = np.maximum(self._rows(words.states) @ within + bias, 0) @ out + base
        chances = np.exp(units - units.max(1, keepdims=True))
        return np.asarray(chances / chances.sum(1, keepdims=True))

    def _rows(self, states: np.ndarray) -> np.ndarray:
        """Each word, its neighbours, and the mean of all."""
        own = (states - self._mean) / self._spread
        none = np.zeros((1, own.shape[1]), np.float32)
        before, after = np.vstack([none, own[:-1]]), np.vstack([own[1:], none])
        whole = np.broadcast_to(own.mean(0), own.shape)
        return np.hstack([own, before, after, whole]).astype(np.float32)


def of_words(
    spans: Sequence[tuple[int, int]], scores: np.ndarray, words: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, np.ndarray]]:
    """Whole words with the mean scores of the pieces that begin in them, weighted by length."""
    starts, ends = np.array(spans).T
    lengths = np.maximum(ends - starts, 1)[:, None]
    for first, last in words:
        inside = (starts < last) & (ends > first)
        if inside.any():
            sums = (scores[inside] * lengths[inside]).sum(0) / lengths[inside].sum()
            yield first, last, sums
