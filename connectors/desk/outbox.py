"""What did not reach its reader: a page and the API for those who run the service."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from assistant.desk.acts import require
from assistant.desk.outbox import meaning
from assistant.errors import Conflict, NotFound
from connectors.desk.access import PATH, AtPage, Field, Safe, Service, SignedIn, check_token
from connectors.desk.web import draw
from connectors.problems import PROBLEMS

pages = APIRouter(prefix=PATH, include_in_schema=False)
api = APIRouter(prefix=f"{PATH}/api/v1", tags=["desk"], responses=PROBLEMS)


@pages.get("/outbox")
async def outbox(request: Request, me: AtPage, service: Service) -> Response:
    require(me.librarian, "supervisor")
    return await _page(request, me, service)


async def _page(
    request: Request, me: AtPage, service: Service, status: int = 200, **said: str
) -> Response:
    dead = await service.deliveries.dead()
    return draw(
        request,
        "outbox",
        me,
        status,
        dead=[(one, meaning(one.error)) for one in dead],
        waiting=await service.deliveries.waiting(),
        links=service.deliveries.links(),
        **said,
    )


@pages.post("/outbox/{outbox_id}")
async def change(
    request: Request, me: AtPage, service: Service, outbox_id: int, csrf: Field, act: Field
) -> Response:
    """Try again, or let go; a colleague who was faster is no error to look at."""
    check_token(me, csrf)
    work = service.deliveries.let_go if act == "let_go" else service.deliveries.retry
    try:
        await work(me.librarian, outbox_id)
    except (Conflict, NotFound) as error:
        return await _page(request, me, service, error.status, error=str(error))
    return RedirectResponse(f"{PATH}/outbox", 303)


@api.get("/outbox")
async def outbox_api(me: SignedIn, service: Service) -> dict[str, Any]:
    """What was given up, what still waits, and how it stands with the channels."""
    require(me.librarian, "supervisor")
    return {
        "dead": [asdict(one) for one in await service.deliveries.dead()],
        "waiting": [asdict(one) for one in await service.deliveries.waiting()],
        "links": [asdict(one) for one in service.deliveries.links()],
    }


@api.post("/outbox/{outbox_id}/retry", status_code=204)
async def retry(me: Safe, service: Service, outbox_id: int) -> Response:
    """Send a dead letter again, from the piece that failed (409 when somebody was faster)."""
    await service.deliveries.retry(me.librarian, outbox_id)
    return Response(status_code=204)


@api.delete("/outbox/{outbox_id}", status_code=204)
async def let_go(me: Safe, service: Service, outbox_id: int) -> Response:
    """Give a dead letter up; what it said stays in the conversation."""
    await service.deliveries.let_go(me.librarian, outbox_id)
    return Response(status_code=204)
