"""The chat API (DESIGN.md 4.1): conversations of readers, under /api/v1."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from sse_starlette import EventSourceResponse

from assistant.care import transcript_text
from assistant.errors import NotAllowed
from assistant.model import Language, Message, Said, Turn
from assistant.parts import dump_message
from connectors.problems import PROBLEMS
from connectors.web import bodies, metrics
from connectors.web.limits import Limiter
from connectors.web.live import event_stream
from connectors.web.service import Web

router = APIRouter(prefix="/api/v1", tags=["chat"], responses=PROBLEMS)


async def web(request: Request) -> Web:
    service: Web = request.app.state.web
    return service


async def limiter(request: Request) -> Limiter:
    service: Limiter = request.app.state.limiter
    return service


Service = Annotated[Web, Depends(web)]
Limits = Annotated[Limiter, Depends(limiter)]


async def bearer(authorization: Annotated[str, Header()] = "") -> str:
    """The token that was sent. Raises NotAllowed for none."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAllowed("Send the conversation's token as 'Authorization: Bearer TOKEN'.")
    return token.strip()


Bearer = Annotated[str, Depends(bearer)]


async def opened(conversation_id: str, service: Service, token: Bearer) -> str:
    """The conversation that the bearer token opens. Raises NotAllowed."""
    await service.conversations.check(conversation_id, token)
    return conversation_id


Opened = Annotated[str, Depends(opened)]


async def paced(conversation_id: Opened, limits: Limits) -> str:
    """The same, for what nobody does often. Raises TooMany."""
    limits.other(conversation_id)
    return conversation_id


Paced = Annotated[str, Depends(paced)]


def dump_turn(turn: Turn) -> dict[str, Any]:
    return {"owner": turn.owner.value, "messages": _dump(turn.messages)}


def _dump(messages: list[Message]) -> list[dict[str, Any]]:
    return [dump_message(message) for message in messages]


@router.get("/status", responses={200: {"model": bodies.StatusBody}})
async def status(service: Service) -> dict[str, Any]:
    """Whether a librarian is there now; for the widget, before anything is said."""
    return await service.status()


@router.post("/conversations", status_code=201, responses={201: {"model": bodies.StartedBody}})
async def start(
    request: Request, service: Service, limits: Limits, body: bodies.Start | None = None
) -> JSONResponse:
    """Begin a conversation; the token is shown only now."""
    limits.start(request.client.host if request.client else "")
    wished = body.language if body else None
    language = wished or _accepted_language(request)
    started = await service.conversations.start(language)
    metrics.STARTED.labels(language).inc()
    content = {"id": started.id, "token": started.token, "staffed": started.staffed}
    return JSONResponse(content | {"messages": _dump(started.messages)}, status_code=201)


def _accepted_language(request: Request) -> Language:
    return "zh" if request.headers.get("accept-language", "").lower().startswith("zh") else "en"


@router.post("/conversations/claim", responses={200: {"model": bodies.OpenedBody}})
async def claim(
    request: Request, body: bodies.Claim, service: Service, limits: Limits
) -> dict[str, str]:
    """Open the conversation whose question is kept under a claim code."""
    limits.claim(request.client.host if request.client else "")
    conversation_id, token = await service.care.claim(body.claim_code)
    return {"id": conversation_id, "token": token}


@router.post(
    "/conversations/{conversation_id}/messages", responses={200: {"model": bodies.TurnBody}}
)
async def say(
    conversation_id: str, token: Bearer, body: bodies.Say, service: Service, limits: Limits
) -> JSONResponse:
    """Say something; the same id again gives the same replies and changes nothing."""
    said = Said(id=str(body.id), text=body.text, payload=body.payload)
    with metrics.SECONDS.time(), limits.message(conversation_id):
        turn = await service.conversations.say(conversation_id, said, token)
    metrics.TURNS.labels(turn.owner.value).inc()
    return JSONResponse(dump_turn(turn))


@router.get(
    "/conversations/{conversation_id}/messages", responses={200: {"model": bodies.TurnBody}}
)
async def messages(
    opened: Opened, service: Service, after: Annotated[int, Query(ge=0, le=bodies.FURTHEST)] = 0
) -> JSONResponse:
    """All that was said after a seq."""
    return JSONResponse(dump_turn(await service.conversations.messages(opened, after)))


@router.get("/conversations/{conversation_id}/events", response_class=EventSourceResponse)
async def events(
    opened: Opened,
    service: Service,
    request: Request,
    last_event_id: Annotated[str, Header()] = "",
) -> EventSourceResponse:
    """Server-sent events: message, owner, typing; Last-Event-ID resumes without loss."""
    Limiter.window(service.conversations.broker.windows(opened))
    stream = event_stream(service.conversations, opened, seq_of(last_event_id))
    return EventSourceResponse(stream, ping=15)


def seq_of(event_id: str) -> int | None:
    """The seq that an id of ours holds; None for any other, which begins from the start."""
    ours = event_id.isascii() and event_id.isdigit() and len(event_id) <= len(str(bodies.FURTHEST))
    return min(int(event_id), bodies.FURTHEST) if ours else None


@router.post("/conversations/{conversation_id}/typing", status_code=204)
async def typing(opened: Paced, service: Service) -> Response:
    """The reader is typing: shown to the librarian who has the conversation, and not kept."""
    await service.typing(opened)
    return Response(status_code=204)


@router.post("/conversations/{conversation_id}/feedback", status_code=204)
async def feedback(opened: Paced, body: bodies.Feedback, service: Service) -> Response:
    """What the reader thought of one answer."""
    await service.care.feedback(opened, body.message_id, body.helpful, body.comment)
    metrics.JUDGED.labels(str(body.helpful).lower()).inc()
    return Response(status_code=204)


@router.post("/conversations/{conversation_id}/contact", status_code=204)
async def contact(opened: Paced, body: bodies.Contact, service: Service) -> Response:
    """An address for the answer to a question that is kept."""
    await service.care.contact(opened, body.email)
    return Response(status_code=204)


@router.get("/conversations/{conversation_id}/transcript")
async def transcript(
    opened: Opened, service: Service, accept: Annotated[str, Header()] = ""
) -> Response:
    """The reader's own copy: text, or JSON when Accept asks for it."""
    language, said = await service.care.transcript(opened)
    if rather_json(accept):
        return JSONResponse({"id": opened, "language": language, "messages": _dump(said)})
    return PlainTextResponse(transcript_text(said, language, service.library.zone))


def rather_json(accept: str) -> bool:
    """Whether Accept names JSON, and not with less weight than text (RFC 9110, 12.5.1)."""
    weights: dict[str, float] = {}
    for one in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in one.split(";"))
        weight = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
        weights[kind] = float(weight) if re.fullmatch(r"[01](\.\d{0,3})?", weight) else 1.0
    json = weights.get("application/json", 0.0)
    return json > 0 and json >= weights.get("text/plain", 0.0)


@router.delete("/conversations/{conversation_id}", responses={200: {"model": bodies.ReceiptBody}})
async def erase(opened: Opened, service: Service) -> dict[str, Any]:
    """Erase the conversation; the receipt says what was erased, where, and when."""
    return asdict(await service.conversations.erase(opened))
