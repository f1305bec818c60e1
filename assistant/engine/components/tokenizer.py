"""Tokens for mixed English and Chinese."""

from __future__ import annotations

import logging
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from assistant.engine.understanding.words import split


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MixedTokenizer(Tokenizer):
    """Cuts Chinese with jieba and the rest at spaces and punctuation."""

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        # jieba reads its dictionary at the first call: pay at loading, not in a reader's turn.
        import jieba

        jieba.setLogLevel(logging.WARNING)
        jieba.initialize()

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    @staticmethod
    def required_packages() -> list[str]:
        return ["jieba"]

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Tokens of `message[attribute]`; a text of marks only yields those marks."""
        text = message.get(attribute)
        return [Token(word, start, end) for word, start, end in split(text)] or [Token(text, 0)]
