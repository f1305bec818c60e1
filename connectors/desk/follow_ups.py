"""Questions that still wait for an answer: a page for librarians, and the API."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from assistant.errors import BadRequest, NotFound
from connectors.desk import bodies
from connectors.desk.access import PATH, AtPage, Field, Safe, Service, SignedIn, check_token
from connectors.desk.web import draw
from connectors.problems import PROBLEMS

pages = APIRouter(prefix=PATH, include_in_schema=False)
api = APIRouter(prefix=f"{PATH}/api/v1", tags=["desk"], responses=PROBLEMS)


@pages.get("/follow-ups")
async def follow_ups(request: Request, me: AtPage, service: Service) -> Response:
    return await _page(request, me, service)


async def _page(
    request: Request, me: AtPage, service: Service, status: int = 200, **said: str
) -> Response:
    found = await service.follow_ups.open()
    today = service.conversations.clock.now().astimezone(service.library.zone).date()
    return draw(request, "follow_ups", me, status, promises=found, today=today, **said)


@pages.post("/follow-ups/{escalation_id}")
async def promise(
    request: Request,
    me: AtPage,
    service: Service,
    escalation_id: str,
    csrf: Field,
    day: Field = "",
) -> Response:
    check_token(me, csrf)
    try:
        await service.follow_ups.promise_day(me.librarian, escalation_id, day)
    except (BadRequest, NotFound) as error:
        return await _page(request, me, service, error.status, error=str(error))
    return RedirectResponse(f"{PATH}/follow-ups", 303)


@api.get("/follow-ups")
async def follow_ups_api(me: SignedIn, service: Service) -> list[dict[str, Any]]:
    """Questions still to be answered, the most overdue first, each with its inbox line."""
    return [asdict(one) for one in await service.follow_ups.open()]


@api.put("/follow-ups/{escalation_id}", status_code=204)
async def promise_api(me: Safe, service: Service, escalation_id: str, body: bodies.Due) -> Response:
    """Set another moment by which the answer is promised."""
    await service.follow_ups.promise(me.librarian, escalation_id, body.due_at)
    return Response(status_code=204)
