"""How much one reader may say in a minute: counted in memory, since addresses are not kept."""

# Not `limits`, which the desk's sign-in uses: at each hit its memory starts a thread, or in its
# asyncio form one for every key, and with 400 readers at once those threads were a turn's cost.

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Hashable

_MINUTE = 60.0  # seconds
_MOST_KEYS = 10_000  # before those that said nothing for a minute are let go


class Pace:
    """A moving window of one minute for each key."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: dict[Hashable, deque[float]] = {}

    def hit(self, most: int, *key: str) -> bool:
        """Count one more, unless there were `most` in the last minute; whether it was counted."""
        now = self._clock()
        if key not in self._times and len(self._times) >= _MOST_KEYS:
            self._let_go(now)
        times = self._times.setdefault(key, deque())
        while times and times[0] <= now - _MINUTE:
            times.popleft()
        if len(times) >= most:
            return False
        times.append(now)
        return True

    def back(self, *key: str) -> None:
        """What was counted last came to nothing: it does not count."""
        times = self._times.get(key)
        if times:
            times.pop()
        if not times:
            self._times.pop(key, None)

    def _let_go(self, now: float) -> None:
        self._times = {
            key: times for key, times in self._times.items() if times[-1] > now - _MINUTE
        }
