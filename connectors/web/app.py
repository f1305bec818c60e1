"""The one FastAPI process: chat API, widget, demo page, desk and health."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from connectors import problems
from connectors.web import api, pages
from connectors.web.limits import Limiter
from connectors.web.service import Web

LONGEST_BODY = 256 * 1024  # bytes; the longest text is 4,000 characters
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
        docs_url="/docs",
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
    """Refuses a body that is larger than any that is asked for, before it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _declared(scope) > LONGEST_BODY:
            detail = f"The body is larger than {LONGEST_BODY // 1024} KB."
            await problems.problem(413, "Too large", detail)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _declared(scope: Scope) -> int:
    """The declared length; a body in chunks has none and is refused too."""
    headers = dict(scope["headers"])
    if b"transfer-encoding" in headers:
        return LONGEST_BODY + 1
    length = headers.get(b"content-length", b"0")
    return int(length) if length.isdigit() else LONGEST_BODY + 1


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
