"""Understands what waits together in one go: one run of the pipeline costs little more for many.

What many readers say, "thank you" or "when are you open", is understood once a day.
"""

from __future__ import annotations

import asyncio
import copy
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rasa.core.channels.channel import UserMessage

Parsed = dict[str, Any]
Key = tuple[str, str, date]
_SHORT = 40  # characters of what many say; what is longer is one reader's own and not kept
_KEPT = 512  # messages whose meaning is remembered, about 4 kB each
_TOGETHER = 8  # messages; more would keep those that were understood waiting for their actions


class Understanding:
    """`parse` takes as many messages as there are and gives as many answers."""

    def __init__(self, parse: Callable[[list[UserMessage]], list[Parsed]]) -> None:
        self._parse = parse
        self._waiting: list[tuple[UserMessage, asyncio.Future[Parsed]]] = []
        self._known: OrderedDict[Key, Parsed] = OrderedDict()

    async def of(self, message: UserMessage) -> Parsed:
        """What one message means, the caller's own. Raises what the pipeline raises for it."""
        if len(message.text) > _SHORT:
            return await self._understood(message)
        key = _key(message)
        if key not in self._known:
            self._known[key] = await self._understood(message)
        self._known.move_to_end(key)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return copy.deepcopy(self._known[key])

    async def _understood(self, message: UserMessage) -> Parsed:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Parsed] = loop.create_future()
        self._waiting.append((message, future))
        if len(self._waiting) == 1:
            loop.call_soon(self._run)
        return await future

    def _run(self) -> None:
        batch, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._run)
        self._answer(batch)

    def _answer(self, batch: list[tuple[UserMessage, asyncio.Future[Parsed]]]) -> None:
        """A message that cannot be understood does not fail those that came with it."""
        try:
            found = self._parse([message for message, _ in batch])
        except Exception as error:
            if len(batch) > 1:
                for one in batch:
                    self._answer([one])
            elif not batch[0][1].done():
                batch[0][1].set_exception(error)
            return
        for (_, future), parsed in zip(batch, found, strict=True):
            if not future.done():
                future.set_result(parsed)


def library_day(metadata: Mapping[str, Any] | None) -> date:
    """The library's date as the caller tells it; this machine's own where it does not."""
    now = (metadata or {}).get("now")
    return datetime.fromisoformat(now).date() if now else date.today()


def _key(message: UserMessage) -> Key:
    """What a meaning hangs on: of the time, the day alone, by which "tomorrow" is read."""
    told = {name: value for name, value in (message.metadata or {}).items() if name != "now"}
    return message.text, str(told), library_day(message.metadata)
