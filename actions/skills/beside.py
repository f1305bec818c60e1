"""What else a message asked for than what is shown: a press away."""

from __future__ import annotations

from typing import Any

from actions import filters as limits
from actions.turn import Turn
from index.record import Query


def by_one(turn: Turn, limited: dict[str, Any]) -> dict[str, Any]:
    """Of authors who wrote nothing together the first; each other is a press away."""
    first, *others = limited.get("authors") or [""]
    if not others or turn.shelf.search(Query(filters=limits.load_filters(limited), limit=1)).hits:
        return limited
    for name in others:
        turn.offer(turn.text("choice-search", text=name), "find", filters={"authors": [name]})
    return limited | {"authors": [first]}
