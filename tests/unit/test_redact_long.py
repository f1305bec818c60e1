"""What is taken out is found in a time that the length of a message sets, and is found whole."""

from __future__ import annotations

import time

import pytest

from assistant.redact import lone_address, redact

LONG = 40_000  # characters, ten times the longest message, so that squares show
RUNS = [
    "a", "1", "密码", "口令是", "密码是不对", "+1", "1-", "10.1234/1", "a.a@", "a@b.c", "pin is ", "pin no ", "1 ",
]  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_no_run_of_letters_takes_the_square_of_its_length(run: str) -> None:
    text = (run * LONG)[:LONG]
    begun = time.perf_counter()
    redact(text)
    lone_address(text)
    assert time.perf_counter() - begun < 3  # seconds; squares took twenty and more


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("write to jane.o-doe+x@mail.example.org, please", "write to [email], please"),
        ("a@b@c.example", "a@[email]"),
        ("x" * 300 + "@example.org", "[email]"),
        ("。jane@example.org。joe@example.org", "。[email]。[email]"),
        ("@example.org and jane@ and a@b", "@example.org and jane@ and a@b"),
        ("my password is hunter2", "my password is [pin]"),
        ("my pin is simply wrong", "my pin is simply wrong"),
        ("密码是不对的", "密码是不对的"),
        ("密码是abc123", "密码是[pin]"),
    ],
)
def test_an_address_and_a_secret_are_found_whole(text: str, shown: str) -> None:
    assert redact(text).text == shown


def test_the_address_that_is_all_a_message_says() -> None:
    assert lone_address("to jane@example.org please") == "jane@example.org"
    assert lone_address("a" * 4000) is None
