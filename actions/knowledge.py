"""The knowledge base in memory: entries by id, searched by question, changed while it serves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from actions.answers import Match
from actions.told import sentences
from assistant.knowledge import Entry
from assistant.model import Language
from assistant.texts import LANGUAGES

_KEPT = 512  # questions whose answers are remembered: a turn may ask one several times
_LIMIT = 4  # hits that one search fetches at least, for whoever asks again for more


class Hit(Protocol):
    @property
    def entry_id(self) -> str: ...
    @property
    def confidence(self) -> float: ...
    @property
    def score(self) -> float: ...


class Search(Protocol):
    """What of the index's search over questions is used here."""

    def search(
        self, text: str, language: Language, limit: int, among: tuple[str, ...] = ()
    ) -> Sequence[Hit]: ...

    def asks(self, text: str, language: Language) -> bool: ...

    def read(self, sentences: Sequence[str], language: Language) -> None: ...

    def telling(
        self, text: str, sentences: Sequence[str], language: Language
    ) -> Sequence[float]: ...

    def update(self, entries: Sequence[Entry] = (), gone: Collection[str] = ()) -> None: ...


class Knowledge:
    """Implements actions.answers.Answers."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._search: Search | None = None
        self._near: Callable[..., Sequence[Hit]] = lambda *_: ()
        self._unread = False  # whether an entry is there of which `read` does not know

    def load(self, entries: Iterable[Entry], search: Search) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self._search = search
        self._forget()

    def update(self, changed: Mapping[str, Entry | None]) -> None:
        """Add or replace entries, and take back those that are None; the next question knows."""
        told = [entry for entry in changed.values() if entry is not None]
        gone = [entry_id for entry_id, entry in changed.items() if entry is None]
        kept = self._entries | {entry.id: entry for entry in told}
        if self._search is not None:
            self._search.update(told, gone)
        self._entries = {name: entry for name, entry in kept.items() if name not in gone}
        self._forget()

    def nearest(
        self, text: str, language: Language, limit: int = 3, among: tuple[str, ...] = ()
    ) -> Sequence[Match]:
        if self._search is None or not text.strip():
            return ()
        found = self._near(text, language, max(limit, _LIMIT), among)[:limit]
        known = ((self._entries.get(hit.entry_id), hit) for hit in found)
        return [Match(entry, hit.confidence, hit.score) for entry, hit in known if entry]

    def asks(self, text: str, language: Language) -> bool:
        return self._search is not None and self._search.asks(text, language)

    def telling(self, text: str, sentences: Sequence[str], language: Language) -> Sequence[float]:
        if self._search is None:
            return [0.0] * len(sentences)
        return self._search.telling(text, sentences, language)

    def read(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """Make ready each sentence that a follow-up may ask for: seconds, the first time."""
        if self._search is None or not self._unread:
            return
        self._unread = False
        for entry in self.entries:
            for language in LANGUAGES:
                if not stopped():
                    self._search.read(sentences(entry, language), language)

    def kin(self, entry: Entry) -> tuple[str, ...]:
        return tuple(one.id for one in self._entries.values() if one.topic == entry.topic)

    def _forget(self) -> None:
        """What was found before an entry changed holds no longer."""
        self._unread = True
        if self._search is not None:
            self._near = lru_cache(maxsize=_KEPT)(self._search.search)

    @property
    def count(self) -> int:
        return len(self._entries)

    def entry(self, entry_id: str) -> Entry | None:
        return self._entries.get(entry_id)

    @property
    def entries(self) -> list[Entry]:
        return list(self._entries.values())
