"""The intent, from sparse and dense features together, with the five likeliest ranked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.encoder import (
    SentenceEncoderFeaturizer,
    encode_all,
    tell_all,
    tuned,
)
from assistant.engine.components.features import dense_matrix, sparse_matrix, with_text
from assistant.engine.components.shipped import OUTSIDE, shipped_examples, shipped_intents
from assistant.engine.components.sparse import WordsAndCharactersFeaturizer
from assistant.engine.learning.ensemble import IntentEnsemble, ranked
from assistant.engine.learning.opinions import Features
from assistant.engine.learning.outside import Outside
from assistant.engine.understanding.cantonese import in_written_chinese
from index.text import plain

_FILE = "ensemble.joblib"
OUT_OF_SCOPE = "out_of_scope"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class EnsembleClassifier(IntentClassifier, GraphComponent):
    """Rasa's face of IntentEnsemble, of the encoder's tuned layers, and of Outside."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [WordsAndCharactersFeaturizer, SentenceEncoderFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"ranking_length": 5, "seed": 7, "refused": 0.04}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._ours = False
        self._ensemble: IntentEnsemble | None = None
        self._outside: Outside | None = None
        self._taught: dict[str, str] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> EnsembleClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> EnsembleClassifier:
        loaded = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            (loaded._ours, loaded._ensemble, loaded._outside, loaded._taught) = joblib.load(
                folder / _FILE
            )
        loaded._told([Message.build("warm")])  # the first question must not pay for loading
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        messages = with_text(training_data.intent_examples)
        labels = np.array([message.get(INTENT) for message in messages])
        sparse, dense = sparse_matrix(messages), dense_matrix(messages)
        texts = [message.get(TEXT) for message in messages]
        self._ours = is_ours(labels)
        told = None if self._ours else self._told(messages)
        ensemble = IntentEnsemble(seed=self._config["seed"])
        self._ensemble = ensemble.fit(self._features(sparse, dense, told), labels)
        self._outside = self._learn_outside(labels, dense)
        self._taught = taught(texts, labels)
        learned = self._ours, self._ensemble, self._outside, self._taught
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(learned, folder / _FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data  # nothing after this component learns from its answers

    def process(self, messages: list[Message]) -> list[Message]:
        worded = with_text(messages)
        if worded and self._ensemble and self._outside:
            dense, told = dense_matrix(worded), self._told(worded)
            features = self._features(sparse_matrix(worded), dense, told)
            sure = self._weighed(self._ensemble.probabilities(features), told)
            rankings = ranked(self._ensemble.intents, sure, self._config["ranking_length"])
            near = self._outside.nearness(dense)
            for message, ranking, nearness in zip(worded, rankings, near, strict=True):
                self._answer(message, ranking, float(nearness))
        return messages

    def _answer(self, message: Message, ranking: list[tuple[str, float]], nearness: float) -> None:
        """Refusal is told beside the intent: no topic is refused, but whoever acts should know."""
        assert self._outside is not None
        told = self._taught.get(plain(in_written_chinese(message.get(TEXT))))
        if told:  # what was said word for word in training is what it was called there
            others = [(name, 0.0) for name, _ in ranking if name != told]
            ranking = [(told, 1.0), *others][: self._config["ranking_length"]]
        refused = self._outside.is_outside(nearness, ranking[0][1])
        named = [{"name": name, "confidence": sure} for name, sure in ranking]
        message.set("intent", named[0], add_to_output=True)
        message.set("intent_ranking", named, add_to_output=True)
        message.set("nearness", {"value": nearness, "refused": refused}, add_to_output=True)
        message.set("taught", bool(told), add_to_output=True)

    def _told(self, messages: list[Message]) -> np.ndarray | None:
        """What tuned layers say: of Refdesk's own intents scores, for a library's own vectors."""
        layers = tuned()
        if layers is None:
            return None
        return tell_all(messages, layers.scores if self._ours else layers.vector)

    def _features(self, sparse: Any, dense: np.ndarray, told: np.ndarray | None) -> Features:
        """A library's own intents are learned from what the tuned layers see in a message too."""
        none = np.zeros((len(dense), 0), np.float32)
        return Features(sparse, dense, none if self._ours or told is None else told)

    def _weighed(self, sure: np.ndarray, told: np.ndarray | None) -> np.ndarray:
        """Refdesk's own intents are told by the tuned layers too."""
        layers = tuned()
        if not (self._ours and layers and self._ensemble) or told is None:
            return sure
        return layers.with_others(self._ensemble.intents, sure, told)

    def _learn_outside(self, labels: np.ndarray, dense: np.ndarray) -> Outside:
        own = labels == OUT_OF_SCOPE
        if self._ours:
            outside = dense[own]
        else:
            outside = encode_all([e.text for e in shipped_examples() if e.intent in OUTSIDE])
        return Outside(self._config["refused"]).fit(dense[~own], outside)


def is_ours(labels: Iterable[str]) -> bool:
    """Whether these are Refdesk's intents, or some of them, or these and a library's own."""
    return set(labels) <= shipped_intents() or set(labels) >= shipped_intents()


def taught(texts: Iterable[str], labels: Iterable[str]) -> dict[str, str]:
    """What each message of the training was called, without those that were called two things."""
    told: dict[str, set[str]] = {}
    for text, label in zip(texts, labels, strict=True):
        told.setdefault(plain(in_written_chinese(text)), set()).add(str(label))
    return {text: names.pop() for text, names in told.items() if text and len(names) == 1}
