"""Going on in another channel and taking things along: links, the reading report, one's data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse

from assistant.errors import NotFound
from assistant.followup import FollowUp, report_parts
from assistant.parts import dump_parts
from connectors.web.api import Opened, Paced

router = APIRouter(prefix="/api/v1", tags=["chat"])


@dataclass(frozen=True)
class Follow:
    """What these calls need of the core."""

    follow_up: FollowUp
    deep_link: Callable[[str], str | None]


def follow(request: Request) -> Follow:
    service: Follow = request.app.state.follow
    return service


@router.get("/channels")
async def channels(service: Follow = Depends(follow)) -> dict[str, bool]:
    """Where else a conversation can go on now; for the widget."""
    return {"telegram": service.deep_link("") is not None}


@router.post("/conversations/{conversation_id}/link")
async def link(opened: Paced, service: Follow = Depends(follow)) -> dict[str, str]:
    """Where to go on in Telegram; the link works once, within 15 minutes."""
    if service.deep_link("") is None:
        raise NotFound("The library has no Telegram channel, or it is not connected now.")
    url = service.deep_link(await service.follow_up.code(opened))
    return {"url": str(url)}


@router.get("/conversations/{conversation_id}/report")
async def report(opened: Opened, service: Follow = Depends(follow)) -> JSONResponse:
    """What was asked, found and saved in the conversation, through whichever channel."""
    language = await service.follow_up.conversations.language(opened)
    found = await service.follow_up.report(opened, language)
    return JSONResponse({"parts": dump_parts(report_parts(found, language))})


@router.get("/conversations/{conversation_id}/data")
async def data(opened: Opened, service: Follow = Depends(follow)) -> dict[str, Any]:
    """What is kept of the conversation; what librarians wrote among themselves is not in it."""
    return await service.follow_up.data(opened)
