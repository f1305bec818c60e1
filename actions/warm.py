"""Every path of a usual turn, walked once before the first reader comes."""

from __future__ import annotations

from datetime import UTC, datetime

from actions.ask import Ask, Entity
from actions.dialogue import Dialogue
from actions.session import Session
from index.tokens import pinyin_syllables

_ASKED: tuple[tuple[str, str, str, list[Entity]], ...] = (
    ("en", "find_holdings", "books about birds", [Entity("query", "birds")]),
    ("zh", "known_item", "有没有红楼梦", [Entity("query", "红楼梦")]),
    ("en", "printing", "how do I print", []),
    ("zh", "hours", "现在开门吗", []),
    ("en", "greet", "hello", []),
    ("zh", "human", "找馆员", []),
)


def warm(dialogue: Dialogue) -> None:
    """Ask a little of everything; read the citation styles and the table of pinyin."""
    for language, intent, text, entities in _ASKED:
        ask = Ask(
            text=text,
            intent=intent,
            entities=tuple(entities),
            language="zh" if language == "zh" else "en",
            now=datetime.now(UTC),
        )
        dialogue.turn(ask, Session())
    dialogue.services.citer.warm()
    pinyin_syllables("书")  # a name in Chinese may come from any search
