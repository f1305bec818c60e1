"""Which intent a message has, from several opinions on sparse and dense features."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import SGDClassifier


class IntentEnsemble:
    def __init__(self, seed: int = 7) -> None:
        self._model = SGDClassifier(
            loss="log_loss", alpha=1e-5, max_iter=15, tol=1e-3, average=True,
            class_weight="balanced", random_state=seed, n_jobs=2,
        )

    def fit(self, sparse: csr_matrix, dense: np.ndarray, labels: Sequence[str]) -> IntentEnsemble:
        self._model.fit(hstack([sparse, csr_matrix(dense)], format="csr"), labels)
        return self

    def rank(self, sparse: csr_matrix, dense: np.ndarray, top: int) -> list[list[tuple[str, float]]]:
        scores = self._model.predict_proba(hstack([sparse, csr_matrix(dense)], format="csr"))
        best = np.argsort(-scores, axis=1)[:, :top]
        names = self._model.classes_
        return [
            [(str(names[column]), float(row[column])) for column in order]
            for row, order in zip(scores, best, strict=True)
        ]
