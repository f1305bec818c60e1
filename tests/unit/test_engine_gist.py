"""What of a very long message is read."""

from __future__ import annotations

import time

import pytest

from assistant.engine.understanding.gist import LONGEST, gist


@pytest.mark.parametrize(
    "text",
    [
        "do you have anything about bees",
        "no no no no no no no no no no no no no",
        "哈哈哈哈哈哈哈哈哈哈，有没有好笑的书",
        "I am looking for 978-0-00-000000-0 ..................",
        "Long ago I read a novel about a lighthouse, a girl and a goat. " + "x1 y2 " * 2,
    ],
)
def test_what_readers_write_is_left_alone(text: str) -> None:
    assert gist(text) == text


def test_of_a_long_story_the_beginning_and_the_end_are_read() -> None:
    story = " ".join(f"word{n}" for n in range(600))
    read = gist(f"My son is nine. {story} Do you have books about owls?")
    assert read.startswith("My son is nine.")
    assert read.endswith("Do you have books about owls?")
    assert len(read) == LONGEST + 1


@pytest.mark.parametrize(
    ("text", "read"),
    [("?!" * 2000, "?!?!?!"), ("📚" * 4000, "📚📚📚"), ("一本书，" * 500, "一本书，" * 3)],
)
def test_one_thing_over_and_over_is_read_thrice(text: str, read: str) -> None:
    assert gist(text) == read


def test_it_takes_no_time() -> None:
    began = time.process_time()
    gist("".join(chr(0x4E00 + n * 7 % 20000) for n in range(4000)))
    assert time.process_time() - began < 0.2
