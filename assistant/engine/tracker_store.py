"""Rasa's trackers in SQLite: one small write a turn, live ones in memory, and erasable."""

from __future__ import annotations

import copy
import json
import sqlite3
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, deserialise_events
from rasa.shared.core.trackers import DialogueStateTracker

_SCHEMA = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS conversation (
    sender TEXT PRIMARY KEY, slots TEXT NOT NULL, last REAL NOT NULL);
CREATE TABLE IF NOT EXISTS turn (
    sender TEXT NOT NULL, number INTEGER NOT NULL, count INTEGER NOT NULL, events TEXT NOT NULL,
    PRIMARY KEY (sender, number));
"""
_LIVE = 2000  # trackers kept in memory, about 50 kB each
_EVENTS = 60  # what a tracker remembers; slots are kept apart, so none is lost with old events


class TurnTracker(DialogueStateTracker):
    """A tracker whose copy keeps the slots as they are, in place of replaying every event."""

    saved_until: Event | None = None

    def copy(self) -> TurnTracker:
        twin = copy.copy(self)
        twin.events = self.events.copy()
        twin.slots = {name: copy.copy(slot) for name, slot in self.slots.items()}
        return twin


class ErasableTrackerStore(TrackerStore):
    """Keeps every event in the file, and the last ones with all slots in the tracker."""

    def __init__(self, domain: Domain | None = None, *, path: str | Path, **_: Any) -> None:
        super().__init__(domain)
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.executescript(_SCHEMA)
        self._live: OrderedDict[str, TurnTracker] = OrderedDict()

    async def retrieve(self, sender_id: str) -> TurnTracker | None:
        """The tracker with its last events; None for a stranger."""
        tracker = self._live.get(sender_id) or self._read(sender_id)
        if tracker is not None:
            self._remember(tracker)
        return tracker

    async def save(self, tracker: TurnTracker) -> None:
        """Writes what the tracker has heard since it was last saved."""
        fresh = _unsaved(tracker)
        if fresh:
            self._write(tracker, fresh)
            tracker.saved_until = fresh[-1]
        self._remember(tracker)

    def drop(self, sender_id: str) -> None:
        """Takes back what was not saved: the next turn starts from the file."""
        self._live.pop(sender_id, None)

    def init_tracker(self, sender_id: str) -> TurnTracker:
        return TurnTracker(sender_id, self.domain.slots, max_event_history=_EVENTS)

    async def create_tracker(
        self, sender_id: str, append_action_listen: bool = True
    ) -> TurnTracker:
        return self.init_tracker(sender_id)  # nothing to keep until something is said

    async def keys(self) -> Iterable[str]:
        return [row[0] for row in self._db.execute("SELECT sender FROM conversation")]

    async def delete(self, sender_id: str) -> int:
        """Erases the conversation from memory and file; returns how many events there were."""
        self._live.pop(sender_id, None)
        with _transaction(self._db):
            erased = self._db.execute(
                "SELECT coalesce(sum(count), 0) FROM turn WHERE sender = ?", (sender_id,)
            ).fetchone()[0]
            self._db.execute("DELETE FROM turn WHERE sender = ?", (sender_id,))
            self._db.execute("DELETE FROM conversation WHERE sender = ?", (sender_id,))
        # The log of writes holds the words too, until it is emptied.
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(erased)

    def close(self) -> None:
        self._db.close()

    def _write(self, tracker: TurnTracker, events: list[Event]) -> None:
        sender = tracker.sender_id
        told = json.dumps([event.as_dict() for event in events], ensure_ascii=False)
        slots = json.dumps(tracker.current_slot_values(), ensure_ascii=False)
        with _transaction(self._db):
            self._db.execute(
                "INSERT INTO turn SELECT ?, coalesce(max(number), 0) + 1, ?, ?"
                " FROM turn WHERE sender = ?",
                (sender, len(events), told, sender),
            )
            self._db.execute(
                "INSERT INTO conversation VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
                " SET slots = excluded.slots, last = excluded.last",
                (sender, slots, time.time()),
            )

    def _read(self, sender: str) -> TurnTracker | None:
        row = self._db.execute(
            "SELECT slots FROM conversation WHERE sender = ?", (sender,)
        ).fetchone()
        if row is None:
            return None
        tracker = self.init_tracker(sender)
        for event in self._last_events(sender):
            tracker.update(event, self.domain)
        _set_slots(tracker, json.loads(row[0]))
        tracker.saved_until = tracker.events[-1] if tracker.events else None
        return tracker

    def _last_events(self, sender: str) -> list[Event]:
        rows = self._db.execute(
            "SELECT events FROM turn WHERE sender = ? ORDER BY number DESC LIMIT ?",
            (sender, _EVENTS // 4),
        ).fetchall()
        told = [event for row in reversed(rows) for event in json.loads(row[0])]
        return list(deserialise_events(told[-_EVENTS:]))

    def _remember(self, tracker: TurnTracker) -> None:
        self._live[tracker.sender_id] = tracker
        self._live.move_to_end(tracker.sender_id)
        while len(self._live) > _LIVE:
            self._live.popitem(last=False)


def _unsaved(tracker: TurnTracker) -> list[Event]:
    fresh: list[Event] = []
    for event in reversed(tracker.events):
        if event is tracker.saved_until:
            break
        fresh.append(event)
    return fresh[::-1]


def _set_slots(tracker: TurnTracker, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name in tracker.slots:
            tracker.slots[name].value = value


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    """BEGIN ... COMMIT, or ROLLBACK when the body fails."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
