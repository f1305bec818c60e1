"""How the desk's pages are drawn, guarded and found; `attach` adds them all to the application."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.desk.accounts import Me
from assistant.errors import RefdeskError
from connectors import problems
from connectors.desk.access import PATH
from connectors.desk.service import Console

HERE = Path(__file__).parent
GUARDS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@lru_cache(maxsize=1)
def templates() -> Jinja2Templates:
    return Jinja2Templates(HERE / "templates")


def draw(
    request: Request, name: str, me: Me | None = None, status: int = 200, **context: Any
) -> Response:
    """One page; everything in it is escaped by the template engine."""
    service: Console = request.app.state.desk
    common = {
        "me": me,
        "library": service.library.name.en,
        "page": name,
        "zone": service.library.zone,
    }
    return templates().TemplateResponse(
        request, f"{name}.html", {**common, **context}, status_code=status
    )


def attach(app: FastAPI, service: Console) -> None:
    """Add the desk to the application."""
    from connectors.desk import account, api, follow_ups, outbox, pages, reports, teach, tools

    app.state.desk = service
    for router in (
        api.router,
        tools.router,
        pages.router,
        account.router,
        reports.router,
        teach.router,
        outbox.pages,
        outbox.api,
        follow_ups.pages,
        follow_ups.api,
    ):
        app.include_router(router)
    app.mount(f"{PATH}/static", StaticFiles(directory=HERE / "static"), name="desk-static")
    app.add_middleware(Guard)
    app.add_exception_handler(RefdeskError, _on_error)


async def _on_error(request: Request, error: Exception) -> Response:
    """On a page the error is a page; everywhere else it is problem+json."""
    assert isinstance(error, RefdeskError)
    path = request.url.path
    if path.startswith(PATH) and "/api/" not in path:
        return draw(request, "error", status=error.status, title=error.title, detail=str(error))
    return await problems.tell(request, error)


class Guard:
    """Headers on everything of the desk: no frames, no foreign scripts, nothing kept in caches."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PATH):
            await self.app(scope, receive, send)
            return
        kept = "no-cache" if "/static/" in scope["path"] else "no-store"

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in GUARDS.items():
                    headers.setdefault(name, value)
                headers["Cache-Control"] = kept
            await send(message)

        await self.app(scope, receive, guarded)
