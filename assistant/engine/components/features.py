"""What both featurizers share: one sentence matrix a message, attached the way Rasa wants it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, vstack


def with_text(messages: Iterable[Message]) -> list[Message]:
    """Those that say something: a press of a button has no words."""
    return [message for message in messages if message.get(TEXT)]


def attach(message: Message, row: Any, origin: str) -> None:
    """Adds a (1, d) row, sparse or dense, as the message's sentence feature."""
    message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, origin))


def sparse_matrix(messages: list[Message]) -> csr_matrix:
    """Sparse sentence features of all messages, (n, d)."""
    rows = [message.get_sparse_features(TEXT)[1].features for message in messages]
    return rows[0] if len(rows) == 1 else vstack(rows, format="csr")


def dense_matrix(messages: list[Message]) -> np.ndarray:
    """Dense sentence features of all messages, (n, d)."""
    return np.vstack([message.get_dense_features(TEXT)[1].features for message in messages])
