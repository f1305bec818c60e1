"""The one FastAPI process: chat API, widget, demo page, desk and health."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, Response
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import BadRequest
from connectors import problems
from connectors.web import api, pages
from connectors.web.limits import Limiter
from connectors.web.service import Web

LONGEST_BODY = 256 * 1024  # bytes
TOO_LARGE = (
    f"body: it is larger than {LONGEST_BODY // 1024} KB; a text takes 1 to 4,000 characters."
)
Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[Any]]


def create_app(
    web: Web,
    *,
    origins: Sequence[str],
    messages_per_minute: int,
    routers: Sequence[APIRouter] = (),
    lifespan: Lifespan | None = None,
) -> FastAPI:
    """The application; `routers` are the desk's and the channels', `lifespan` runs their tasks."""
    app = FastAPI(
        title="Refdesk",
        summary="A library's reference assistant: chat API and desk.",
        version="1",
        lifespan=lifespan or _nothing,
        docs_url=None,  # its page would run scripts of another host beside the desk
        redoc_url=None,
    )
    app.state.web = web
    app.state.limiter = Limiter(messages_per_minute)
    problems.install(app)
    for router in (api.router, pages.router, health, *routers):
        app.include_router(router)
    pages.mount_static(app)
    app.add_middleware(SmallBodies)
    if origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Last-Event-ID"],
            max_age=3600,
        )
    return app


@asynccontextmanager
async def _nothing(app: FastAPI) -> AsyncIterator[None]:
    yield


class SmallBodies:
    """Refuses a body that is larger than any that is asked for, declared or sent in chunks.

    What the chat API answers is a reader's own: no browser keeps it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _declared(scope) > LONGEST_BODY:
            await problems.problem(422, BadRequest.title, TOO_LARGE)(scope, receive, send)
        else:
            sent = _kept_nowhere(send) if scope["path"].startswith("/api/") else send
            await self.app(scope, _counted(receive), sent)


def _declared(scope: Scope) -> int:
    """The declared length; a body in chunks has none."""
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else LONGEST_BODY + 1


def _counted(receive: Receive) -> Receive:
    """Raises HTTPException in whoever reads more than LONGEST_BODY."""
    read = 0

    async def counted() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LONGEST_BODY:
            raise HTTPException(422, TOO_LARGE)
        return message

    return counted


def _kept_nowhere(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).setdefault("Cache-Control", "no-store")
        await send(message)

    return sent


health = APIRouter(tags=["health"])


@health.get("/healthz")
async def healthz() -> dict[str, str]:
    """This process lives."""
    return {"status": "ok"}


@health.get("/readyz")
async def readyz(request: Request) -> JSONResponse:
    """Whether every part that a turn needs answers: store, engine, holdings."""
    service: Web = request.app.state.web
    parts = await service.ready()
    return JSONResponse(
        {"ready": all(parts.values()), **parts}, 200 if all(parts.values()) else 503
    )


@health.get("/metrics")
async def metrics() -> Response:
    """Counts and times for Prometheus; nothing about any one reader."""
    from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)
