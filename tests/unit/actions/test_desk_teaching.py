"""What the desk asks of the action server to teach it: a preview that changes nothing, and groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from actions.live import Live
from actions.teaching import GroupsCall, PreviewCall, alike, groups, merged, preview
from assistant.errors import BadRequest
from index.text import has_han
from index.twins import HashEncoder

if TYPE_CHECKING:
    from index.encoder import Vectors

QUESTION = "Where do lost umbrellas go"
WORDING = {
    "question": QUESTION,
    "also": ["umbrella lost", "I left my umbrella"],
    "answer": "To the ground floor desk.",
    "source": {"title": "Lost property", "url": "https://www.alderbrook.example/lost"},
}
ENTRY: dict[str, Any] = {"id": "umbrellas", "topic": "visits", "en": WORDING, "zh": WORDING}


def test_a_preview_tells_what_would_change_and_changes_nothing(live: Live) -> None:
    before = [entry.id for entry in live.knowledge.entries]
    call = PreviewCall(entry=ENTRY, texts=[QUESTION, "books about birds"])
    (changed,) = preview(live, call)["changed"]
    assert (changed["text"], changed["after"]) == (QUESTION, "umbrellas")
    assert changed["before"] != "umbrellas"
    assert [entry.id for entry in live.knowledge.entries] == before
    assert preview(live, PreviewCall(entry=ENTRY, texts=[]))["changed"] == []


def test_an_entry_that_is_none_is_named(live: Live) -> None:
    with pytest.raises(BadRequest, match="entry"):
        preview(live, PreviewCall(entry={"id": "x"}, texts=["y"]))


KNOWN = ["where is the printer", "打印机在哪里", "when do you open", "几点开门"]


def test_texts_that_mean_the_same_stand_together(live: Live) -> None:
    texts = ["knitting in basque", "oud lessons", "basque in knitting", "knitting in basque"]
    assert alike(texts, HashEncoder(), KNOWN) == [[0, 2, 3], [1]]
    assert groups(live, GroupsCall(texts=texts)) == {"groups": [[0, 2, 3], [1]]}
    assert alike([], HashEncoder(), KNOWN) == []


class TwoClouds(HashEncoder):
    """Texts of a topic lie near each other, but each language lies together first of all."""

    TOPICS = ("bees", "蜂", "chess", "棋", "yoga", "瑜")

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        vector = np.zeros(8, np.float32)
        vector[6 + has_han(text)] = 3.0
        topic = next((n for n, word in enumerate(self.TOPICS) if word in text), -1)
        vector[topic // 2 if topic >= 0 else 3 + len(text) % 3] = 1.0
        return vector / np.linalg.norm(vector)


def test_two_languages_ask_for_one_thing() -> None:
    texts = ["keeping bees", "养蜂", "chess openings", "瑜伽", "bees at home", "学下棋"]
    assert alike(texts, TwoClouds(), KNOWN) == [[0, 1, 4], [2, 5], [3]]
    assert alike(texts[:1], TwoClouds(), KNOWN) == [[0]]
    assert len(alike(["bees", "yoga", "chess"], TwoClouds(), [])) == 3


def test_groups_join_by_the_mean_of_all_their_pairs() -> None:
    """A chain of neighbours is no group: its ends have nothing in common."""
    near = np.array([[1, 0.9, 0.1], [0.9, 1, 0.6], [0.1, 0.6, 1]], np.float32)
    assert merged(near.copy(), 0.5) == [[0, 1], [2]]
    assert merged(near.copy(), 0.3) == [[0, 1, 2]]
    assert merged(near.copy(), 0.95) == [[0], [1], [2]]
