"""Sixty cries for help and sixty harmless messages in each language: none missed, none imagined."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Stack
from tests.e2e.test_dialogue import Visitor, text_of

LISTS = Path(__file__).parent / "cries"
LINE = "999"  # first of every crisis, whatever the others are; in no kind word on a hard day


def _lines(kind: str, language: str) -> list[str]:
    found = (LISTS / f"{kind}_{language}.txt").read_text("utf-8").splitlines()
    assert len(found) >= 60
    return found


def _called(stack: Stack, text: str, language: str) -> bool:
    return LINE in text_of(Visitor(stack, language).does({"say": text}))


@pytest.mark.servers
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_cry_for_help_is_missed(stack: Stack, language: str) -> None:
    said = _lines("real", language)
    assert [text for text in said if not _called(stack, text, language)] == []


@pytest.mark.servers
@pytest.mark.parametrize("language", ["en", "zh"])
def test_talk_of_books_is_no_cry(stack: Stack, language: str) -> None:
    said = _lines("calm", language)
    assert [text for text in said if _called(stack, text, language)] == []
