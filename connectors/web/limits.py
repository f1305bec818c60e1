"""How much at once: counted in memory only, since addresses of readers are not kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.errors import NotAllowed, TooMany
from assistant.pace import Pace

STARTS = 600  # a minute; a whole library may write from one address
CLAIMS = 10
OTHERS = 120  # of one conversation: that somebody types, opinions, addresses, links
WINDOWS = 20  # of one conversation that listen at once


class Limiter:
    def __init__(self, messages_per_minute: int) -> None:
        self._pace = Pace()
        self._messages = messages_per_minute

    @contextmanager
    def message(self, conversation_id: str) -> Iterator[None]:
        """A stranger's, which is refused, does not count."""
        self._hit(self._messages, "message", conversation_id)
        try:
            yield
        except NotAllowed:
            self._pace.back("message", conversation_id)
            raise

    def start(self, address: str) -> None:
        self._hit(STARTS, "start", address)

    def claim(self, address: str) -> None:
        self._hit(CLAIMS, "claim", address)

    def other(self, conversation_id: str) -> None:
        self._hit(OTHERS, "other", conversation_id)

    @staticmethod
    def window(open_now: int) -> None:
        """Raises TooMany for one window more than may listen to a conversation."""
        if open_now >= WINDOWS:
            raise TooMany(f"{WINDOWS} windows listen to this conversation. Please close one.")

    def _hit(self, most: int, *key: str) -> None:
        """Raises TooMany above the limit."""
        if not self._pace.hit(most, *key):
            raise TooMany(f"More than {most} a minute. Please wait a moment and send it again.")
