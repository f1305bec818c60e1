"""A reader's own copy of a conversation."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from assistant.care import transcript_text
from assistant.model import Message, TextPart


def test_times_are_those_of_the_librarys_clock() -> None:
    said = Message(
        id="m1",
        seq=1,
        at=datetime(2026, 7, 1, 12, 30, tzinfo=UTC),
        author="reader",
        parts=[TextPart(text="hello")],
    )
    assert transcript_text([said], "en", ZoneInfo("Europe/London")).startswith("2026-07-01 13:30 ")
