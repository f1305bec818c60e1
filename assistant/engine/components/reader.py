"""Entities, of the rules and of the tagger, and the message's language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.tagger import TAGGED
from assistant.engine.understand import library_day
from assistant.engine.understanding.language import message_language
from assistant.engine.understanding.places import read_places
from assistant.engine.understanding.reader import Reader

LIBRARY_DIR = "REFDESK_LIBRARY_DIR"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RuleReader(GraphComponent):
    """Rasa's face of Reader. Branches come from the library that REFDESK_LIBRARY_DIR names."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RuleReader:
        folder = os.environ.get(LIBRARY_DIR)
        return cls(Reader(read_places(Path(folder))) if folder else Reader())

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            today = library_day(message.get("metadata"))
            found = self._reader.read(text, today, message.get(TAGGED, ()))
            message.set(ENTITIES, [one.as_json() for one in found], add_to_output=True)
            message.set("language", message_language(text), add_to_output=True)
        return messages
