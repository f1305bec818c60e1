"""A message is encoded once: the engine's vector is the action server's too."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np

from actions.memory import Remembering


class Counting:
    """An encoder that keeps what it is told, as the real one does, and counts what it encodes."""

    name, dimensions, fingerprint = "small", 4, "small:1"

    def __init__(self) -> None:
        self.recent: dict[str, Any] = {}
        self.encoded: list[str] = []

    def remember(self, text: str, vector: Any) -> None:
        self.recent[text] = vector

    def encode_query(self, text: str) -> Any:
        if text not in self.recent:
            self.encoded.append(text)
            self.recent[text] = np.ones(4, np.float32)
        return self.recent[text]


def told(encoder: str, vector: Any) -> dict[str, str]:
    return {"encoder": encoder, "vector": base64.b64encode(vector).decode()}


def test_the_engines_vector_is_taken_over_bit_for_bit() -> None:
    counting: Any = Counting()
    vector = np.array([0.1, -0.2, 0.3, 0.4], np.float32)
    remembering = Remembering(counting)
    remembering.take("when are you open", told("small:1", vector))
    assert (remembering.encode_query("when are you open") == vector).all()
    assert counting.encoded == []


def test_another_encoders_vector_is_not() -> None:
    counting: Any = Counting()
    remembering = Remembering(counting)
    remembering.take("birds", told("small:2", np.zeros(4, np.float32)))
    remembering.take("birds", told("small:1", np.zeros(3, np.float32)))
    assert remembering.encode_query("birds").tolist() == [1, 1, 1, 1]
    assert counting.encoded == ["birds"]
