"""Messages with their words marked as in nlu_data/words: "books about [whales]"."""

from __future__ import annotations

from itertools import groupby

from assistant.engine.understanding.marked import Tagged, read_line


def read_marks(line: str) -> tuple[str, list[Tagged]]:
    """The message, and its tags as the tagger would give them."""
    text, kinds = read_line(line)
    tags, at = [], 0
    for kind, run in groupby(kinds):
        end = at + len(list(run))
        if kind:
            tags.append(Tagged(kind, at, end))
        at = end
    return text, tags
