"""Which language a message is in, and its words."""

from __future__ import annotations

import pytest

from assistant.engine.understanding.language import message_language
from assistant.engine.understanding.words import split


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("do you have books about birds", "en"),
        ("有没有关于鸟的书", "zh"),
        ("有 Python 的书吗", "zh"),
        ("do you have the book 三体 in the library please", "en"),
        ("ok", None),
        ("2", None),
        ("9780141439518", None),
        ("https://doi.org/10.1126/science.1168112", None),
        ("🙂", None),
        ("bonjour, avez-vous des livres sur les oiseaux", "fr"),
        ("haben Sie Bücher über Vögel", "de"),
        ("¿tienen libros sobre pájaros?", "es"),
        ("鳥についての本はありますか", "ja"),
        ("새에 관한 책 있나요", "ko"),
        ("у вас есть книги о птицах", "ru"),
        ("APA", None),
        ("you mei you hong lou meng", "zh"),
        ("tu shu guan zai na li", "zh"),
        ("can you tell me", "en"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert message_language(text) == language


@pytest.mark.parametrize(
    "text", ["I want 三体 by 刘慈欣, don't you?", "鸟类迁徙的书", "a.b-c’d", "", "🙂 ok"]
)
def test_words_stand_where_they_say(text: str) -> None:
    found = split(text)
    assert all(text[word.start : word.end] == word.word for word in found)
    assert "".join(word.word for word in found) == "".join(text.split())
