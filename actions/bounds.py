"""How sure is sure enough: thresholds by kind of question, and where they come from."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from assistant.errors import SettingsError

FILE_NAME = "thresholds.json"


class Bounds(msgspec.Struct, frozen=True):
    """Shares from 0 to 1. Below `answer` an answer is not given, below `ask` not even hinted at."""

    intent: float = 0.45  # what a message was taken for
    talk: float = 0.6  # small talk and feelings: a wrong smile costs more than a search
    answer: float = 0.6  # a knowledge entry is the answer
    hint: float = 0.2  # a knowledge entry is worth naming in a question
    far: float = 0.8  # what a message far from all known questions must be taken for, to be it
    known: float = 0.6  # a record is the one that was asked for
    near: float = 0.5  # records are worth calling results without a warning


def load_bounds(folder: Path) -> Bounds:
    """What `refdesk calibrate` wrote, or the defaults. Raises SettingsError naming file and fix."""
    path = folder / FILE_NAME
    if not path.exists():
        return Bounds()
    try:
        return msgspec.convert(json.loads(path.read_text("utf-8")), Bounds)
    except (ValueError, msgspec.ValidationError) as error:
        fix = "delete it, or write it anew with `refdesk calibrate`"
        raise SettingsError(f"{path} cannot be read ({error}); {fix}.") from error
