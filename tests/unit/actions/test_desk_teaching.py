"""What the desk asks of the action server to teach it: a preview that changes nothing, and groups."""

from __future__ import annotations

from typing import Any

import pytest

from actions.live import Live
from actions.teaching import GroupsCall, PreviewCall, alike, groups, preview
from assistant.errors import BadRequest
from index.twins import HashEncoder

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


def test_texts_that_mean_the_same_stand_together(live: Live) -> None:
    texts = ["knitting in basque", "oud lessons", "basque in knitting", "knitting in basque"]
    assert alike(texts, HashEncoder()) == [[0, 2, 3], [1]]
    assert groups(live, GroupsCall(texts=texts)) == {"groups": [[0, 2, 3], [1]]}
    assert alike([], HashEncoder()) == []
