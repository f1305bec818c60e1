"""What a process loaded at its start stays: the collector need not go through it at every turn."""

from __future__ import annotations

import gc

_YOUNG = 20_000  # new objects between two looks; the default of 700 is one to three looks a turn


def settle() -> None:
    """Call once, when all is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 50)
