"""A deterministic encoder without a model: texts that share letters are near."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from index.text import plain

if TYPE_CHECKING:
    from index.encoder import Vectors


class HashEncoder:
    """Hashed words and letter trigrams; for tests and for trying things without a model."""

    def __init__(self, dimensions: int = 384) -> None:
        self.dimensions = dimensions
        self.name = "hash"
        self.fingerprint = f"hash-{dimensions}-1"

    def encode_query(self, text: str) -> Vectors:
        vector = np.zeros(self.dimensions, np.float32)
        for gram, weight in _grams(plain(text)):
            code = crc32(gram.encode())
            vector[code % self.dimensions] += weight if code & 0x10000 else -weight
        length = float(np.linalg.norm(vector))
        return vector / length if length else vector

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [self.encode_query(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self.encode_queries(texts)


def _grams(text: str) -> list[tuple[str, float]]:
    words = text.split()
    letters = [f" {w} "[i : i + 3] for w in words for i in range(len(w))]
    return [(w, 2.0) for w in words] + [(g, 1.0) for g in letters]
