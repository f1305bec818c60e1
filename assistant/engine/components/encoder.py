"""Dense features: the sentence encoder that the index uses too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.features import attach
from index.onnx_encoder import OnnxEncoder

ENCODER_DIR = "REFDESK_ENCODER_DIR"


class EncoderMissing(RasaException):
    """The sentence encoder's folder is not set or not there."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(GraphComponent):
    """Gives every message one dense row of length one; all of a training set in one go."""

    def __init__(self, name: str, encoder: OnnxEncoder) -> None:
        self._name = name
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        return cls(execution_context.node_name, OnnxEncoder(encoder_folder()))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        told = [message for message in messages if message.get(TEXT)]
        if told:
            rows = self._encoder.encode_queries([message.get(TEXT) for message in told])
            for place, message in enumerate(told):
                attach(message, rows[place : place + 1], self._name)
        return messages


def encoder_folder() -> Path:
    """The folder that REFDESK_ENCODER_DIR names; raises EncoderMissing with the fix."""
    folder = Path(os.environ.get(ENCODER_DIR, ""))
    if not (folder / "tokenizer.json").is_file():
        raise EncoderMissing(
            f"{ENCODER_DIR} is {str(folder)!r}, where no sentence encoder lies. "
            "Run `make setup`, or set it to a sentence-transformers folder with an ONNX file."
        )
    return folder
