"""What both featurizers share: one sentence matrix a message, attached the way Rasa wants it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from scipy.sparse import csr_matrix, hstack, vstack


def with_text(messages: Iterable[Message]) -> list[Message]:
    """Those that say something: a press of a button has no words."""
    return [message for message in messages if message.get(TEXT)]


def attach(message: Message, row: Any, origin: str) -> None:
    """Adds a (1, d) row, sparse or dense, as the message's sentence feature."""
    message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, origin))


def sparse_matrix(messages: list[Message]) -> csr_matrix:
    """Sparse sentence features of all messages, (n, d)."""
    rows = [_row(message, sparse=True) for message in messages]
    return rows[0] if len(rows) == 1 else vstack(rows, format="csr")


def dense_matrix(messages: list[Message]) -> np.ndarray:
    """Dense sentence features of all messages, (n, d)."""
    return np.vstack([_row(message, sparse=False) for message in messages])


def _row(message: Message, *, sparse: bool) -> Any:
    """(1, d), what the featurizers gave side by side; Rasa's own way to it copies each."""
    parts = [
        one.features
        for one in message.features
        if one.attribute == TEXT and one.type == FEATURE_TYPE_SENTENCE and one.is_sparse() == sparse
    ]
    if len(parts) == 1:
        return parts[0]
    return hstack(parts, format="csr") if sparse else np.hstack(parts)
