"""What each word of a message is there for, from the lines of nlu_data/words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.encoder import ENCODER_DIR, WORDS
from assistant.engine.components.shipped import OUTSIDE, shipped_examples
from assistant.engine.learning.tagger import KINDS, Tagger, of_words
from assistant.engine.understanding.marked import Line, Tagged, marked, read_line
from assistant.engine.understanding.tagged import Scored, joined
from assistant.engine.understanding.words import split
from index.onnx_encoder import OnnxEncoder, Words

SHIPPED = Path(__file__).parents[3] / "nlu_data" / "words"
TAGGED = "tagged"
_FILE = "tagger.joblib"
_ONE_IN = 4  # of the messages that are out of scope
_SEARCHES = ("find_holdings", "known_item", "refine")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class WordTagger(GraphComponent):
    """Rasa's face of Tagger; RuleReader, which comes after it, makes entities of what it says."""

    def __init__(self, storage: ModelStorage, resource: Resource) -> None:
        self._storage, self._resource = storage, resource
        self._tagger: Tagger | None = None
        self._taught: dict[str, list[Tagged]] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> WordTagger:
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> WordTagger:
        loaded = cls(model_storage, resource)
        with model_storage.read_from(resource) as folder:
            loaded._tagger, loaded._taught = joblib.load(folder / _FILE)
        return loaded

    def train(self, training_data: TrainingData) -> Resource:
        lines = [*shipped_lines(), *outside_lines()]
        self._tagger, self._taught = learn(lines), taught(lines)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump((self._tagger, self._taught), folder / _FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            words = message.get(WORDS)
            if words is not None and self._tagger is not None:
                text = message.get(TEXT)
                sought = (message.get(INTENT) or {}).get(INTENT_NAME_KEY) in _SEARCHES
                told = self._taught.get(text.lower())
                message.set(TAGGED, told or tag(self._tagger, text, words, sought))
        return messages


def shipped_lines() -> list[Line]:
    """All of them, both languages."""
    files = sorted(SHIPPED.glob("*.txt"))
    told = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [read_line(line) for line in told if line and not line.startswith("#")]


def outside_lines() -> list[Line]:
    """Some messages that are none of a library's business: nothing in them is searched for."""
    texts = [one.text for one in shipped_examples() if one.intent in OUTSIDE]
    return [Line(text, [""] * len(text)) for text in texts[::_ONE_IN]]


def learn(lines: list[Line]) -> Tagger:
    encoder = OnnxEncoder(os.environ[ENCODER_DIR], threads=os.cpu_count() or 1)
    words = encoder.encode_words([line.text for line in lines])[1]
    return Tagger().fit(words, [kinds_of(*pair) for pair in zip(lines, words, strict=True)])


def taught(lines: list[Line]) -> dict[str, list[Tagged]]:
    """What is searched for in each message of the training that likens it to nothing."""
    told = {line.text.lower(): marked(line) for line in lines}
    return {text: runs for text, runs in told.items() if all(run.kind == "query" for run in runs)}


def kinds_of(line: Line, words: Words) -> list[int]:
    """The kind that most characters of each piece have; blanks do not count."""
    numbers = []
    for start, end in words.spans:
        signs = zip(line.text[start:end], line.kinds[start:end], strict=True)
        told = [kind for sign, kind in signs if not sign.isspace()] or [""]
        numbers.append(KINDS.index(max(KINDS, key=told.count)))
    return numbers


def tag(tagger: Tagger, text: str, words: Words, sought: bool = False) -> list[Tagged]:
    """What of the text, which is a search if it is `sought`, is searched for, and like what."""
    scored = _scored(text, words, tagger.scores(words)) if words.spans else ()
    return joined(text, scored, sought)


def _scored(text: str, words: Words, scores: np.ndarray) -> Iterator[Scored]:
    whole = [(word.start, word.end) for word in split(text)]
    for start, end, score in of_words(words.spans, scores, whole):
        yield Scored(start, end, *map(float, score))
