"""Server-sent events of one conversation: first what was missed, then what happens."""

from __future__ import annotations

from collections.abc import AsyncIterator

from sse_starlette import ServerSentEvent

from assistant.conversation import Conversations
from assistant.model import Event
from assistant.parts import to_json


async def event_stream(
    service: Conversations, conversation_id: str, after: int | None
) -> AsyncIterator[ServerSentEvent]:
    """Subscribes before reading what was missed, so that nothing falls between.

    Ends when this process stops or the window was too slow: it comes again with Last-Event-ID.
    """
    with service.broker.subscribe(conversation_id) as queue:
        seen = after if after is not None else 0
        for event in await service.events(conversation_id, seen):
            seen = event.seq or seen
            yield _sent(event)
        while (event_now := await queue.get()) is not None:
            if event_now.seq is None or event_now.seq > seen:
                seen = event_now.seq or seen
                yield _sent(event_now)


def _sent(event: Event) -> ServerSentEvent:
    number = None if event.seq is None else str(event.seq)
    return ServerSentEvent(data=to_json(event.body), event=event.kind, id=number)
