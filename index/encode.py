"""Vectors of units, each text encoded once in the life of a catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.units import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.encoder import Encoder, Vectors


class VectorCache(Protocol):
    """Where vectors are kept by the hash of their text (the catalogue is one)."""

    def vectors_for(self, hashes: Sequence[bytes], encoder: str) -> dict[bytes, bytes]: ...
    def keep_vectors(self, encoder: str, made: Mapping[bytes, bytes]) -> None: ...


def encode_units(units: Sequence[Unit], encoder: Encoder, cache: VectorCache) -> Vectors:
    """Shape (len(units), dimensions), rounded to half precision as the index keeps them."""
    keys = [unit.key for unit in units]
    known = cache.vectors_for(list(dict.fromkeys(keys)), encoder.fingerprint)
    missing = {k: u.passage for k, u in zip(keys, units, strict=True) if k not in known}
    if missing:
        made = encoder.encode_passages(list(missing.values())).astype(np.float16)
        fresh = {key: row.tobytes() for key, row in zip(missing, made, strict=True)}
        cache.keep_vectors(encoder.fingerprint, fresh)
        known = {**known, **fresh}
    data = b"".join([known[key] for key in keys])
    rows = np.frombuffer(data, np.float16).reshape(len(units), encoder.dimensions)
    return rows.astype(np.float32)
