"""Dense features: the sentence encoder that the index uses too, and its tuned layers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.engine.components.features import attach, with_text
from assistant.engine.learning.tuned import CARD, SHIPPED, Tuned
from index.onnx_encoder import OnnxEncoder, Words, each

ENCODER_DIR = "REFDESK_ENCODER_DIR"
VECTOR_CACHE = "REFDESK_VECTOR_CACHE"  # a file, written by training and measuring only
TUNED_DIR = "REFDESK_TUNED_DIR"  # only where others than the shipped ones are measured
WORDS = "words"  # of a message: the encoder's, for the tagger and the tuned layers
_REMEMBERED = 512  # messages, 20 kB each with the states of their words
_MEASURED = 64  # more messages at once than this come from a measurement, never from readers


class Read(NamedTuple):
    """One message: its `vector`, (d,), and its `words`."""

    vector: np.ndarray
    words: Words


class EncoderMissing(RasaException):
    """The sentence encoder's folder is not set or not there."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(GraphComponent):
    """Gives every message one dense row of length one; all of a training set in one go."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._read = lru_cache(maxsize=_REMEMBERED)(_read)
        self._read("warm")  # the first question must not pay for loading

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        return cls(execution_context.node_name)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        worded = with_text(training_data.training_examples)
        self._attach(worded, encode_all([message.get(TEXT) for message in worded]))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        worded = with_text(messages)
        if len(worded) > _MEASURED:
            self._attach(worded, encode_all([message.get(TEXT) for message in worded]))
            return messages
        for message in worded:
            found = self._read(message.get(TEXT))
            attach(message, found.vector[None], self._name)
            message.set(WORDS, found.words)
        return messages

    def _attach(self, messages: Sequence[Message], rows: np.ndarray) -> None:
        for place, message in enumerate(messages):
            attach(message, rows[place : place + 1], self._name)


def _read(text: str) -> Read:
    vectors, words = encoder().encode_words([text])
    vectors.flags.writeable = False
    encoder().remember(text, vectors[0])
    return Read(vectors[0], words[0])


def tell_all(messages: Sequence[Message], read: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """What tuned layers READ in the word states of each message: (n, ...)."""
    some = map if len(messages) <= _MEASURED else each
    return np.concatenate(list(some(lambda message: read(_states(message)), messages)))


def _states(message: Message) -> np.ndarray:
    words = message.get(WORDS) or encoder().encode_words([message.get(TEXT)])[1][0]
    return words.whole


@cache
def tuned() -> Tuned | None:
    """The encoder's layers that are tuned to Refdesk's intents; None if they are another's."""
    folder = Path(os.environ.get(TUNED_DIR) or SHIPPED)
    layers = Tuned(folder) if (folder / CARD).is_file() else None
    return layers if layers and layers.encoder == encoder().name else None


@cache
def encoder() -> OnnxEncoder:
    """The one encoder of this process, in the folder that REFDESK_ENCODER_DIR names.

    Raises EncoderMissing with the fix.
    """
    folder = Path(os.environ.get(ENCODER_DIR, ""))
    if not (folder / "tokenizer.json").is_file():
        raise EncoderMissing(
            f"{ENCODER_DIR} is {str(folder)!r}, where no sentence encoder lies. "
            "Run `make setup`, or set it to a sentence-transformers folder with an ONNX file."
        )
    return OnnxEncoder(folder, threads=1)


def encode_all(texts: Sequence[str]) -> np.ndarray:
    """Vectors of many texts, (n, d); what an earlier training encoded is read from the cache."""
    keys = [_key(text) for text in texts]
    known = _read_cache()
    fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if fresh:
        rows = each(lambda text: encoder().encode_queries([text])[0], list(fresh.values()))
        known |= dict(zip(fresh, rows, strict=True))
        _write_cache(known)
    return np.vstack([known[key] for key in keys])


def _key(text: str) -> str:
    return hashlib.blake2b(
        f"{encoder().fingerprint}\0each\0{text}".encode(), digest_size=12
    ).hexdigest()


def _read_cache() -> dict[str, np.ndarray]:
    path = os.environ.get(VECTOR_CACHE)
    if not path or not Path(path).is_file():
        return {}
    with np.load(path) as kept:
        return dict(zip(kept["keys"].tolist(), kept["rows"], strict=True))


def _write_cache(known: dict[str, np.ndarray]) -> None:
    path = os.environ.get(VECTOR_CACHE)
    if path:
        beside = Path(path).with_suffix(".new.npz")
        np.savez(beside, keys=np.array(list(known)), rows=np.vstack(list(known.values())))
        beside.replace(path)
