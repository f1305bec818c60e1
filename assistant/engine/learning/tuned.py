"""What the encoder's last layers say once they are tuned to Refdesk's own intents.

The encoder's first two thirds are as the index uses them: their word states come with every message
anyhow. The last third stands here twice more, tuned (assistant/setup/tune.py) on the shipped
questions: long, to score each of the shipped intents; and shortly, to give a vector that tells
another library's intents apart too. A message is read by one of the two.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from assistant.engine.learning.opinions import log_softmax
from index.onnx_encoder import session

SCORES, VECTOR, CARD = "scores_int8.onnx", "vector_int8.onnx", "tuned.json"
SHIPPED = Path(__file__).parents[3] / "nlu_data" / "tuned"
_LEAST = 1e-9


class Tuned:
    """The networks in FOLDER, whose card names the intents and how much their scores count.

    What they read is the word states of one message, whole: (tokens, dimensions).
    """

    def __init__(self, folder: Path) -> None:
        card = json.loads((folder / CARD).read_text("utf-8"))
        self.encoder: str = card["encoder"]
        self.intents: list[str] = card["intents"]
        self._column = {intent: column for column, intent in enumerate(self.intents)}
        self._others, self._own = card["weights"]
        self._folder = folder

    def scores(self, states: np.ndarray) -> np.ndarray:
        """Of one message: (1, intents)."""
        return _run(self._scores, states)

    def vector(self, states: np.ndarray) -> np.ndarray:
        """Of one message: (1, d), of common mean and spread."""
        return _run(self._vector, states)

    def with_others(
        self, intents: Sequence[str], others: np.ndarray, scores: np.ndarray
    ) -> np.ndarray:
        """(n, intents): the probabilities that `others` gave, and these scores, weighed together.

        Of an intent that it was not tuned to it thinks as the others do.
        """
        logs = np.log(np.maximum(others, _LEAST))
        columns = np.array([self._column.get(intent, -1) for intent in intents])
        known, own = columns >= 0, logs.copy()
        share = np.log(np.maximum(others[:, known].sum(axis=1, keepdims=True), _LEAST))
        own[:, known] = log_softmax(scores[:, columns[known]]) + share
        return np.exp(log_softmax(self._others * logs + self._own * own))

    @cached_property
    def _scores(self) -> Any:
        return session(self._folder / SCORES, threads=1)

    @cached_property
    def _vector(self) -> Any:
        return session(self._folder / VECTOR, threads=1)


def _run(network: Any, states: np.ndarray) -> np.ndarray:
    given = {"states": states[None], "mask": np.ones((1, len(states)), np.float32)}
    told: np.ndarray = network.run(None, given)[0]
    return told
