"""Tells open windows of this process what happened; what they missed they read from the store."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.model import Event

ALL = "*"
QUEUE_SIZE = 1000


class Broker:
    """Subscribers hear events of one conversation, or of all (the desk)."""

    def __init__(self) -> None:
        self._queues: dict[str, set[asyncio.Queue[Event | None]]] = defaultdict(set)

    def publish(self, *events: Event) -> None:
        for event in events:
            for hearing in (event.conversation_id, ALL):
                for queue in self._queues.get(hearing, ()):
                    self._offer(queue, event)

    @staticmethod
    def _offer(queue: asyncio.Queue[Event | None], event: Event | None) -> None:
        """A window too slow is told to come again (None): it then reads from the store."""
        if queue.full():
            while not queue.empty():
                queue.get_nowait()
            queue.put_nowait(None)
        else:
            queue.put_nowait(event)

    def tell_desk(self, event: Event) -> None:
        """Only those who hear everything: readers never see what librarians do among themselves."""
        for queue in self._queues.get(ALL, ()):
            self._offer(queue, event)

    @contextmanager
    def subscribe(self, conversation_id: str = ALL) -> Iterator[asyncio.Queue[Event | None]]:
        queue: asyncio.Queue[Event | None] = asyncio.Queue(QUEUE_SIZE)
        self._queues[conversation_id].add(queue)
        try:
            yield queue
        finally:
            self._queues[conversation_id].discard(queue)
            if not self._queues[conversation_id]:
                del self._queues[conversation_id]

    def windows(self, conversation_id: str) -> int:
        """How many hear a conversation now."""
        return len(self._queues.get(conversation_id, ()))

    def end(self, conversation_id: str) -> None:
        """Tell the windows of one conversation to come again: it is erased, and they learn so."""
        for queue in list(self._queues.get(conversation_id, ())):
            self._offer(queue, None)
        self.tell_desk(Event(conversation_id=conversation_id, kind="erased", body={}))

    def close(self) -> None:
        """Tell every window to come again: the process is stopping."""
        for queues in list(self._queues.values()):
            for queue in queues:
                self._offer(queue, None)
