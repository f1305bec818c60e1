"""The desk's API under /desk/api/v1: the inbox, and what a librarian does in a conversation."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from sse_starlette import EventSourceResponse

from assistant.desk import view
from assistant.desk.accounts import Me
from assistant.desk.close import Ending, Proposal
from assistant.desk.inbox import Hit, InboxRow
from assistant.desk.presence import Colleague
from assistant.model import (
    Event,
    HoldingsPart,
    HoldingsQuery,
    Message,
    Part,
    Source,
    SourcesPart,
    TextPart,
)
from assistant.parts import dump_message
from connectors.desk import bodies
from connectors.desk.access import Safe, Service, SignedIn
from connectors.desk.service import Console
from connectors.problems import PROBLEMS

router = APIRouter(prefix="/desk/api/v1", tags=["desk"], responses=PROBLEMS)


@router.get("/me")
async def me(me: SignedIn, service: Service) -> dict[str, Any]:
    """Who is signed in, and the token that changes have to carry as X-CSRF-Token."""
    mine = next(c for c in await service.presence.colleagues() if c.id == me.librarian.id)
    return asdict(mine) | {"csrf": me.csrf, "at": service.conversations.clock.now()}


@router.post("/hello")
async def hello(me: Safe, service: Service, body: bodies.Hello) -> dict[str, Any]:
    """A window is there, every 30 seconds, and hears what is wrong with deliveries.

    Presence changes only when it is given.
    """
    return {"presence": await _present(me, service, body)} | asdict(
        await service.deliveries.trouble()
    )


async def _present(me: Me, service: Console, body: bodies.Hello) -> str:
    if body.out_until:
        await service.presence.out(me, body.out_until)
        service.hub.send("presence", {})
        return "out"
    presence = await service.presence.hello(me, body.presence)
    if body.presence:
        service.hub.send("presence", {})
    return presence


@router.get("/colleagues")
async def colleagues(me: SignedIn, service: Service) -> list[Colleague]:
    """Everybody at the desk, and who is there."""
    return await service.presence.colleagues()


@router.get("/inbox")
async def inbox(me: SignedIn, service: Service) -> dict[str, Any]:
    """Every open conversation, and how far I have read each."""
    seen = await service.inbox.seen(me.librarian.id)
    return {"rows": [asdict(row) for row in await service.inbox.open_rows()], "seen": seen}


@router.get("/inbox/closed")
async def closed(me: SignedIn, service: Service, before: datetime | None = None) -> list[InboxRow]:
    """What is closed or long quiet, newest first, fifty at a time."""
    return await service.inbox.past_rows(before)


@router.get("/search")
async def search(
    me: SignedIn, service: Service, q: Annotated[str, Query(min_length=1, max_length=200)]
) -> list[Hit]:
    """Conversations in which all these words were said, in any script."""
    return await service.inbox.search(q)


@router.get("/events", response_class=EventSourceResponse)
async def events(me: SignedIn, service: Service) -> EventSourceResponse:
    """Server-sent events of everything: message, owner, typing, rows, erased, desk, presence.

    Nothing is resumed: a window that was away reads the inbox and its conversation again.
    """
    return EventSourceResponse(service.hub.stream(me.session), ping=15)


@router.get("/conversations/{conversation_id}")
async def conversation(conversation_id: str, me: SignedIn, service: Service) -> dict[str, Any]:
    """All of one conversation: what was said, understood, searched, noted, and the briefing."""
    return view.dump(
        await service.conversations.database.read(
            lambda s: view.whole(s, service.library, conversation_id)
        )
    )


@router.post("/conversations/{conversation_id}/take")
async def take(conversation_id: str, me: Safe, service: Service) -> list[dict[str, Any]]:
    """Take it; of two who ask at once one gets it and the other learns who has it (409)."""
    return _dump(await service.desk.take(conversation_id, me.librarian))


@router.post("/conversations/{conversation_id}/reply")
async def reply(
    conversation_id: str, me: Safe, service: Service, body: bodies.Reply
) -> dict[str, Any]:
    """Say something to the reader; the same id again says nothing twice."""
    parts = await _parts(service, conversation_id, body)
    return dump_message(
        await service.desk.reply(conversation_id, me.librarian, parts, str(body.id))
    )


@router.post("/conversations/{conversation_id}/hand-back")
async def hand_back(conversation_id: str, me: Safe, service: Service) -> list[dict[str, Any]]:
    """Let the assistant listen again."""
    return _dump(await service.desk.hand_back(conversation_id, me.librarian))


@router.get("/conversations/{conversation_id}/proposal")
async def proposal(conversation_id: str, me: SignedIn, service: Service) -> Proposal:
    """What the log says this was: question type, READ level, sources; for the closing dialog."""
    return await service.closing.proposal(conversation_id)


@router.post("/conversations/{conversation_id}/close")
async def close(
    conversation_id: str, me: Safe, service: Service, body: bodies.Close
) -> list[dict[str, Any]]:
    """End it: with an outcome it counts as a reference transaction."""
    ending = Ending(
        outcome=body.outcome,
        read_level=body.read_level,
        question_type=body.question_type,
        sources=tuple(body.sources),
        follow_up_at=body.follow_up_at,
        report=body.report,
    )
    return _dump(await service.closing.close(conversation_id, me.librarian, ending))


@router.post("/conversations/{conversation_id}/typing", status_code=204)
async def typing(conversation_id: str, me: Safe, service: Service) -> Response:
    """The librarian is writing: shown to the reader, and not kept."""
    body = {"author": "librarian", "name": me.librarian.name}
    service.conversations.broker.publish(
        Event(conversation_id=conversation_id, kind="typing", body=body)
    )
    return Response(status_code=204)


@router.post("/conversations/{conversation_id}/seen", status_code=204)
async def seen(conversation_id: str, me: Safe, service: Service, body: bodies.Seen) -> Response:
    """Read so far; -1 marks it unread."""
    await service.notes.seen(conversation_id, me.librarian, body.seq)
    return Response(status_code=204)


def _dump(messages: list[Message]) -> list[dict[str, Any]]:
    return [dump_message(message) for message in messages]


async def _parts(service: Console, conversation_id: str, body: bodies.Reply) -> list[Part]:
    """Records come from the holdings as they stand now, whatever a window thinks they are."""
    parts: list[Part] = [TextPart(text=body.text)] if body.text else []
    if body.record_ids:
        language = await service.conversations.language(conversation_id)
        items = await service.holdings.items(body.record_ids, language)
        parts.append(HoldingsPart(query=HoldingsQuery(text=""), total=len(items), items=items))
    if body.sources:
        sources = [Source(title=s.title, id=s.id, url=s.url) for s in body.sources]
        parts.append(SourcesPart(sources=sources))
    return parts
