"""The intent, from sparse and dense features together, with the five likeliest ranked."""

from __future__ import annotations

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.features import dense_matrix, sparse_matrix
from assistant.engine.components.encoder import SentenceEncoderFeaturizer
from assistant.engine.components.sparse import WordsAndCharactersFeaturizer
from assistant.engine.learning.ensemble import IntentEnsemble

_FILE = "ensemble.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class EnsembleClassifier(IntentClassifier, GraphComponent):
    """Rasa's face of IntentEnsemble."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [WordsAndCharactersFeaturizer, SentenceEncoderFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"ranking_length": 5, "seed": 7}

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._ensemble: IntentEnsemble | None = None

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
            loaded._ensemble = joblib.load(folder / _FILE)
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        messages = [m for m in training_data.intent_examples if m.get(TEXT)]
        labels = [message.get(INTENT) for message in messages]
        ensemble = IntentEnsemble(seed=self._config["seed"])
        self._ensemble = ensemble.fit(sparse_matrix(messages), dense_matrix(messages), labels)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._ensemble, folder / _FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data  # nothing after this component learns from its answers

    def process(self, messages: list[Message]) -> list[Message]:
        told = [message for message in messages if message.get(TEXT)]
        if told and self._ensemble:
            rankings = self._ensemble.rank(
                sparse_matrix(told), dense_matrix(told), self._config["ranking_length"]
            )
            for message, ranking in zip(told, rankings, strict=True):
                named = [{"name": name, "confidence": sure} for name, sure in ranking]
                message.set("intent", named[0], add_to_output=True)
                message.set("intent_ranking", named, add_to_output=True)
        return messages
