"""What happens, told to every open window of the desk: read once, written once, sent to all."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

from assistant.desk.inbox import Inbox
from assistant.events import Broker
from assistant.model import Event

log = logging.getLogger(__name__)
WINDOW_SIZE = 500  # events a window may be behind before it has to come again
GATHER = 0.08  # seconds in which events are gathered, so that a whole turn is one write a window
LASTS = 3600.0  # seconds after which a window has to come again, with a session that still holds
LINES = 0.25  # seconds in which changed lines of the inbox are gathered into one query
Window = asyncio.Queue[bytes | None]


def frame(kind: str, body: Any) -> bytes:
    """One server-sent event."""
    from fastapi.encoders import jsonable_encoder

    from assistant.parts import to_json

    return f"event: {kind}\ndata: {to_json(jsonable_encoder(body))}\n\n".encode()


class Hub:
    """One subscription to the broker for all windows, from the first window to the last."""

    def __init__(self, broker: Broker, inbox: Inbox) -> None:
        self.broker = broker
        self.inbox = inbox
        self._windows: dict[str, set[Window]] = defaultdict(set)  # by session
        self._tasks: tuple[asyncio.Task[None], ...] = ()
        self._changed: set[str] = set()
        self._wake = asyncio.Event()
        self._frames: list[bytes] = []

    async def stream(self, session: str) -> AsyncIterator[bytes]:
        """Everything from now on; ends when the window must come again or is signed out."""
        window: Window = asyncio.Queue(WINDOW_SIZE)
        self._windows[session].add(window)
        self._run()
        until = asyncio.get_running_loop().call_later(LASTS, _end, window)
        try:
            yield frame("ready", {})
            while (data := await window.get()) is not None:
                yield data
        finally:
            until.cancel()
            self._windows[session].discard(window)
            if not self._windows[session]:
                del self._windows[session]

    def send(self, kind: str, body: Any) -> None:
        """Tell every window, a moment later and together with what else happens in it."""
        if not self._frames:
            asyncio.get_running_loop().call_later(GATHER, self._flush)
        self._frames.append(frame(kind, body))

    def _flush(self) -> None:
        data, self._frames = b"".join(self._frames), []
        for windows in list(self._windows.values()):
            for window in list(windows):
                _offer(window, data)

    def end(self, sessions: set[str] | None = None) -> None:
        """Close the windows of these sessions, or of all: whoever still may comes again."""
        for session, windows in list(self._windows.items()):
            if sessions is None or session in sessions:
                for window in windows:
                    _end(window)

    def _run(self) -> None:
        if not self._tasks or any(task.done() for task in self._tasks):
            for task in self._tasks:
                task.cancel()
            self._tasks = (asyncio.create_task(self._listen()), asyncio.create_task(self._lines()))

    async def close(self) -> None:
        self.end()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _listen(self) -> None:
        with self.broker.subscribe() as queue:
            while (event := await queue.get()) is not None:
                self._hear(event)
        self.end()  # this process was too slow or is stopping: windows read anew what they missed

    def _hear(self, event: Event) -> None:
        body = {"conversation_id": event.conversation_id, "seq": event.seq, "body": event.body}
        self.send(event.kind, body)
        if event.kind not in ("typing", "erased"):
            self._changed.add(event.conversation_id)
            self._wake.set()

    async def _lines(self) -> None:
        """Changed lines of the inbox, a few at a time, so that a rush is one query."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(LINES)
            self._wake.clear()
            changed, self._changed = self._changed, set()
            try:
                rows = await self.inbox.rows(sorted(changed))
            except Exception:  # whatever is wrong with a line, windows come again
                log.exception("the inbox could not be read; windows are asked to come again")
                self.end()
                continue
            self.send("rows", [asdict(row) for row in rows])


def _offer(window: Window, data: bytes) -> None:
    if window.full():
        _end(window)
    else:
        window.put_nowait(data)


def _end(window: Window) -> None:
    while window.full():
        window.get_nowait()
    window.put_nowait(None)
