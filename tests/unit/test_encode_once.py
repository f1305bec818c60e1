"""A message is encoded once: the engine's vector is the action server's too."""

from __future__ import annotations

import base64
import threading
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import numpy as np

from index.onnx_encoder import OnnxEncoder


class Counting(OnnxEncoder):
    """Without files: keeps what it is asked to encode, and makes ones of it."""

    def __init__(self) -> None:
        self._card = {"name": "small", "dimensions": 4, "sha256": "1", "query_prefix": "query: "}
        self._recent, self._lock = OrderedDict(), threading.Lock()
        self.encoded: list[str] = []

    def _encode(self, texts: Sequence[str]) -> Any:
        self.encoded += texts
        return np.ones((len(texts), 4), np.float32)


def told(encoder: str, vector: Any) -> dict[str, str]:
    return {"encoder": encoder, "vector": base64.b64encode(vector).decode()}


def test_the_engines_vector_is_taken_over_bit_for_bit() -> None:
    encoder = Counting()
    vector = np.array([0.1, -0.2, 0.3, 0.4], np.float32)
    encoder.take("when are you open", told("small:1", vector))
    assert (encoder.encode_query("when are you open") == vector).all()
    assert encoder.encoded == []


def test_another_encoders_vector_is_not() -> None:
    encoder = Counting()
    encoder.take("birds", told("small:2", np.zeros(4, np.float32)))
    encoder.take("birds", told("small:1", np.zeros(3, np.float32)))
    encoder.take("birds", {})
    assert encoder.encode_query("birds").tolist() == [1, 1, 1, 1]
    assert encoder.encode_query("birds").tolist() == [1, 1, 1, 1]
    assert encoder.encoded == ["query: birds"]
