"""Putting words and vectors on one scale, each as far as it knows something about the question."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from index.encoder import Vectors


def standing(vector: Vectors, background: Vectors) -> tuple[float, float]:
    """Mean and spread of the question's cosines with records that have nothing to do with it.

    Cosines of some encoders crowd between 0.7 and 1; only against these do they mean something.
    """
    if len(background) < 2:
        return 0.0, 1.0
    cosines = background @ vector
    return float(cosines.mean()), max(float(cosines.std()), 1e-3)


def fused(
    by_words: Mapping[int, float],
    by_vectors: Mapping[int, float],
    share: float,
    wordless: Collection[int] = (),
) -> dict[int, float]:
    """Both on one scale, in standard deviations; `share` (0 to 1) is what the vectors count.

    A record that one side does not know stands there as low as the lowest that it knows, but
    `wordless` ones, in another script than the question, stand in the middle of the words.
    """
    words, vectors = standardised(by_words), standardised(by_vectors)
    lowest, least = min(words.values(), default=0.0), min(vectors.values(), default=0.0)
    return {
        n: (1 - share) * words.get(n, 0.0 if n in wordless else lowest)
        + share * vectors.get(n, least)
        for n in words.keys() | vectors.keys()
    }


def standardised(scores: Mapping[int, float]) -> dict[int, float]:
    """In standard deviations from the mean."""
    values = np.fromiter(scores.values(), np.float64)
    if not len(values):
        return {}
    spread = float(values.std()) or 1.0
    return dict(zip(scores, ((values - values.mean()) / spread).tolist(), strict=True))


def scaled(scores: Mapping[int, float]) -> dict[int, float]:
    """From 0 for the least to 1 for the best."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    span = (high - low) or 1.0
    return {number: (score - low) / span for number, score in scores.items()}
