"""The knowledge base in memory: entries by id, searched by question, changed while it serves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from actions.answers import Match
from assistant.knowledge import Entry
from assistant.model import Language


class Hit(Protocol):
    @property
    def entry_id(self) -> str: ...
    @property
    def confidence(self) -> float: ...


class Search(Protocol):
    """What of the index's search over questions is used here."""

    def search(self, text: str, language: Language, limit: int) -> Sequence[Hit]: ...

    def put(self, entries: Entry) -> None: ...

    def remove(self, entry_id: str) -> None: ...


class Knowledge:
    """Implements actions.answers.Answers."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._search: Search | None = None

    def load(self, entries: Iterable[Entry], search: Search) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._search = search

    def put(self, entry: Entry) -> None:
        """Add or replace an entry; the next question finds it."""
        self._entries[entry.id] = entry
        if self._search is not None:
            self._search.put(entry)

    def remove(self, entry_id: str) -> None:
        self._entries.pop(entry_id, None)
        if self._search is not None:
            self._search.remove(entry_id)

    def nearest(self, text: str, language: Language, limit: int = 3) -> Sequence[Match]:
        if self._search is None or not text.strip():
            return ()
        found = self._search.search(text, language, limit)
        known = ((self._entries.get(hit.entry_id), hit.confidence) for hit in found)
        return [Match(entry, confidence) for entry, confidence in known if entry is not None]

    def entry(self, entry_id: str) -> Entry | None:
        return self._entries.get(entry_id)

    @property
    def entries(self) -> list[Entry]:
        return list(self._entries.values())
