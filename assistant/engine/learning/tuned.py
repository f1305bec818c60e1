"""What the encoder's last layers say once they are tuned to Refdesk's own intents.

The encoder's first two thirds are as the index uses them: their word states come with every message
anyhow. The last third stands here once more, tuned (assistant/setup/tune.py) on the shipped
questions; the network ends in a sentence vector and a score for each of the shipped intents.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.engine.learning.opinions import log_softmax
from index.onnx_encoder import session

NETWORK, CARD = "tuned_int8.onnx", "tuned.json"
SHIPPED = Path(__file__).parents[3] / "nlu_data" / "tuned"
_LEAST = 1e-9


class Told(NamedTuple):
    """Of n messages: `vectors`, (n, d) of common mean and spread; `scores`, (n, intents)."""

    vectors: np.ndarray
    scores: np.ndarray


class Tuned:
    """The network in FOLDER, whose card names its intents and how much it counts."""

    def __init__(self, folder: Path) -> None:
        card = json.loads((folder / CARD).read_text("utf-8"))
        self.encoder: str = card["encoder"]
        self.intents: list[str] = card["intents"]
        self._column = {intent: column for column, intent in enumerate(self.intents)}
        self._others, self._own = card["weights"]
        self._session = session(folder / NETWORK, threads=1)

    def read(self, states: np.ndarray) -> Told:
        """Of one message: `states` has the word states whole, (tokens, dimensions)."""
        given = {"states": states[None], "mask": np.ones((1, len(states)), np.float32)}
        return Told(*self._session.run(None, given))

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
