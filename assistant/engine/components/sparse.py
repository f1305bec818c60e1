"""Sparse features: words and characters of the message."""

from __future__ import annotations

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.features import attach, with_text
from assistant.engine.learning.sparse import WordsAndCharacters

_FILE = "vocabulary.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class WordsAndCharactersFeaturizer(GraphComponent):
    """Gives every message one sparse row."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"min_count": 2, "shortest": 2, "longest": 5}

    def __init__(
        self, config: dict[str, Any], name: str, storage: ModelStorage, resource: Resource
    ) -> None:
        self._name = name
        self._storage = storage
        self._resource = resource
        self._features = WordsAndCharacters(
            config["min_count"], (config["shortest"], config["longest"])
        )

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> WordsAndCharactersFeaturizer:
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> WordsAndCharactersFeaturizer:
        loaded = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            loaded._features = joblib.load(folder / _FILE)
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        messages = with_text(training_data.training_examples)
        self._features.fit([message.get(TEXT) for message in messages])
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._features, folder / _FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        worded = with_text(messages)
        if worded:
            rows = self._features.transform([message.get(TEXT) for message in worded])
            for place, message in enumerate(worded):
                attach(message, rows[place] if len(worded) > 1 else rows, self._name)
        return messages
