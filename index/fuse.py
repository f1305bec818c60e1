"""Putting words and vectors on one scale, each as far as it knows something about the question."""

from __future__ import annotations

from collections.abc import Mapping
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
    by_words: Mapping[int, float], by_vectors: Mapping[int, float], share: float
) -> dict[int, float]:
    """Scores on one scale; `share` (0 to 1) is what the vectors count.

    Both sides must have scored every number that they can score.
    """
    words, vectors = scaled(by_words), scaled(by_vectors)
    numbers = words.keys() | vectors.keys()
    return {n: (1 - share) * words.get(n, 0.0) + share * vectors.get(n, 0.0) for n in numbers}


def scaled(scores: Mapping[int, float]) -> dict[int, float]:
    """From 0 for the least to 1 for the best."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    span = (high - low) or 1.0
    return {number: (score - low) / span for number, score in scores.items()}


def spread(values: list[float]) -> float:
    """Standard deviation, for telling a flat list from one that knows."""
    return float(np.std(values)) if values else 0.0
