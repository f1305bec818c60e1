"""The conversations kept as tests are enough, in both languages, and ask for nothing that is not checked."""

from __future__ import annotations

from tests.e2e.test_dialogue import CHECKS, conversations


def test_sixty_or_more_half_in_chinese_a_third_unhappy() -> None:
    kept = conversations()
    chinese = [one for one in kept if one["language"] == "zh"]
    unhappy = [one for one in kept if one.get("unhappy")]
    assert len(kept) >= 60
    assert abs(len(chinese) - len(kept) / 2) <= 2
    assert len(unhappy) >= len(kept) / 3


def test_every_expectation_is_one_that_is_checked() -> None:
    for conversation in conversations():
        for turn in conversation["turns"]:
            assert ("say" in turn) != ("press" in turn), conversation["name"]
            assert turn.keys() - {"say", "press"} <= CHECKS.keys(), conversation["name"]


def test_every_turn_expects_something() -> None:
    empty = [one["name"] for one in conversations() for turn in one["turns"] if len(turn) < 2]
    assert not empty


def test_names_are_unique() -> None:
    names = [one["name"] for one in conversations()]
    assert len(set(names)) == len(names)
