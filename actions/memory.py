"""An encoder that remembers the last questions: a turn that looks twice encodes once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.encoder import Encoder, Vectors

_KEPT = 256


class Remembering:
    """Implements index.encoder.Encoder over another one."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.dimensions = encoder.name, encoder.dimensions
        self.fingerprint = encoder.fingerprint
        self.encode_query = lru_cache(maxsize=_KEPT)(encoder.encode_query)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_passages(texts)
