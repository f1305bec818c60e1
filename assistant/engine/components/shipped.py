"""The questions that Refdesk ships, for pipelines trained on a library's own intents."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

SHIPPED = Path(__file__).parents[3] / "nlu_data" / "nlu"
OUTSIDE = ("out_of_scope",)


class Example(NamedTuple):
    text: str
    intent: str


@cache
def shipped_examples() -> tuple[Example, ...]:
    """All of them, both languages. Raises FileNotFoundError when the data is not there."""
    from rasa.shared.importers.utils import training_data_from_paths

    files = [str(path) for path in sorted(SHIPPED.rglob("*.yml"))]
    if not files:
        raise FileNotFoundError(f"No shipped questions under {SHIPPED}.")
    data = training_data_from_paths(files, "en")
    return tuple(Example(m.get("text"), m.get("intent")) for m in data.intent_examples)


def shipped_intents() -> frozenset[str]:
    return frozenset(example.intent for example in shipped_examples())
