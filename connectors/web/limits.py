"""How much at once: counted in memory only, since addresses of readers are not kept."""

from __future__ import annotations

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assistant.errors import TooMany

STARTS = RateLimitItemPerMinute(600)  # a whole library may write from one address
CLAIMS = RateLimitItemPerMinute(10)


class Limiter:
    def __init__(self, messages_per_minute: int) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())
        self._messages = RateLimitItemPerMinute(messages_per_minute)

    def message(self, conversation_id: str) -> None:
        self._hit(self._messages, "message", conversation_id)

    def start(self, address: str) -> None:
        self._hit(STARTS, "start", address)

    def claim(self, address: str) -> None:
        self._hit(CLAIMS, "claim", address)

    def _hit(self, item: RateLimitItem, *key: str) -> None:
        """Raises TooMany above the limit."""
        if not self._window.hit(item, *key):
            raise TooMany(
                f"More than {item.amount} a minute. Please wait a moment and send it again."
            )
