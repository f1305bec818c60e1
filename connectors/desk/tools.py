"""The desk's API, second part: what librarians keep, look up and hand to each other."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from assistant.desk.acts import Librarian
from assistant.desk.briefing import brief
from assistant.desk.canned import CannedReply
from assistant.desk.draft import Draft, draft
from assistant.desk.notes import Mention, View
from assistant.desk.view import whole
from assistant.errors import BadRequest, NotFound
from assistant.model import Item, Language
from assistant.store import conversations as rows
from connectors.desk import bodies
from connectors.desk.access import Safe, Service, SignedIn
from connectors.problems import PROBLEMS

router = APIRouter(prefix="/desk/api/v1", tags=["desk"], responses=PROBLEMS)


@router.get("/holdings")
async def holdings(
    me: SignedIn,
    service: Service,
    text: Annotated[str, Query(min_length=1, max_length=500)],
    language: Language = "en",
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> list[Item]:
    """Search the holdings, with copies as they stand now."""
    return await service.holdings.search(text, language, limit)


@router.get("/conversations/{conversation_id}/draft")
async def drafted(conversation_id: str, me: SignedIn, service: Service) -> Draft:
    """The assistant's best answer to what the reader wants, to edit before it goes out."""
    found = await service.conversations.database.read(
        lambda s: brief(s, conversation_id, rows.messages(s, conversation_id))
    )
    language = await service.conversations.language(conversation_id)
    return await draft(found, language, service.answers, service.holdings)


@router.post("/conversations/{conversation_id}/notes", status_code=201)
async def note(
    conversation_id: str, me: Safe, service: Service, body: bodies.NoteBody
) -> dict[str, list[str]]:
    """A note to colleagues; `@sign-in-name` tells one of them."""
    return {"mentions": await service.notes.note(conversation_id, me.librarian, body.text)}


@router.get("/mentions")
async def mentions(me: SignedIn, service: Service) -> list[Mention]:
    """Notes that name me and that I have not seen."""
    return await service.notes.mentions(me.librarian)


@router.put("/conversations/{conversation_id}/labels")
async def label(conversation_id: str, me: Safe, service: Service, body: bodies.Labels) -> list[str]:
    """Set all labels of a conversation."""
    return await service.notes.label(conversation_id, me.librarian, body.labels)


@router.get("/labels")
async def labels(me: SignedIn, service: Service) -> list[str]:
    """Every label in use."""
    return await service.notes.label_names()


@router.post("/conversations/{conversation_id}/snooze", status_code=204)
async def snooze(conversation_id: str, me: Safe, service: Service, body: bodies.Snooze) -> Response:
    """Out of the inbox until a moment or until the reader writes; null wakes it."""
    await service.notes.snooze(conversation_id, me.librarian, body.until)
    return Response(status_code=204)


@router.get("/conversations/{conversation_id}/specialist")
async def specialist(conversation_id: str, me: SignedIn, service: Service) -> dict[str, Any]:
    """Whose subject this is, by what was asked, and all specialists of the library."""
    found = await service.conversations.database.read(
        lambda s: whole(s, service.library, conversation_id)
    )
    asked = " ".join([q.text for q in found.briefing.questions] or [found.briefing.wants])
    named = found.row.waiting.subject if found.row.waiting else None
    one = service.library.specialist_for(f"{named or ''} {asked}")
    people = [{"code": s.code, "role": s.role.en} for s in service.library.specialists]
    return {"specialist": one.code if one else None, "specialists": people}


@router.post("/conversations/{conversation_id}/transfer")
async def transfer(
    conversation_id: str, me: Safe, service: Service, body: bodies.Transfer
) -> dict[str, str]:
    """Pass it on, with a briefing as a note: to a colleague, or to the specialist of that code."""
    to = await _colleague(service, body)
    await service.desk.transfer(conversation_id, me.librarian, to)
    if body.note:
        await service.notes.note(conversation_id, me.librarian, body.note)
    return {"to": to.id, "name": to.name}


async def _colleague(service: Service, body: bodies.Transfer) -> Librarian:
    """The colleague meant; of several specialists the one who is there."""
    if not body.to and not body.specialist:
        raise BadRequest("Say to whom: a colleague's id, or the code of a specialist.")
    people = await service.presence.colleagues()
    fits = [
        c
        for c in people
        if c.id == body.to or (body.specialist and c.specialist == body.specialist)
    ]
    best = min(fits, key=lambda c: c.presence != "online", default=None)
    if best is None:
        raise NotFound("There is no such colleague at the desk.")
    return Librarian(best.id, best.name, best.role)


@router.get("/canned")
async def canned(me: SignedIn, service: Service) -> list[CannedReply]:
    """Saved replies: mine and the shared ones."""
    return await service.canned.of(me.librarian)


@router.post("/canned", status_code=201)
async def save_canned(me: Safe, service: Service, body: bodies.Canned) -> CannedReply:
    """Write a new saved reply; shared ones are the supervisors'."""
    return await service.canned.save(
        me.librarian, None, body.shortcut, body.en, body.zh, shared=body.shared
    )


@router.put("/canned/{reply_id}")
async def change_canned(
    reply_id: str, me: Safe, service: Service, body: bodies.Canned
) -> CannedReply:
    return await service.canned.save(
        me.librarian, reply_id, body.shortcut, body.en, body.zh, shared=body.shared
    )


@router.delete("/canned/{reply_id}", status_code=204)
async def drop_canned(reply_id: str, me: Safe, service: Service) -> Response:
    await service.canned.drop(me.librarian, reply_id)
    return Response(status_code=204)


@router.get("/views")
async def views(me: SignedIn, service: Service) -> list[View]:
    """My saved views of the inbox."""
    return await service.notes.views(me.librarian)


@router.post("/views", status_code=201)
async def save_view(me: Safe, service: Service, body: bodies.ViewBody) -> dict[str, Any]:
    return asdict(await service.notes.save_view(me.librarian, body.name, body.filters))


@router.delete("/views/{view_id}", status_code=204)
async def drop_view(view_id: str, me: Safe, service: Service) -> Response:
    await service.notes.drop_view(me.librarian, view_id)
    return Response(status_code=204)
