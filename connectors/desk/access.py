"""Who asks: the session cookie, the token against forged requests, and the right to do it."""

from __future__ import annotations

import re
import secrets
from typing import Annotated

from fastapi import Depends, Form, Header, HTTPException, Request, Response

from assistant.desk.accounts import Me
from assistant.desk.acts import Librarian
from assistant.errors import Forbidden, NotAllowed
from connectors.desk.service import Console

COOKIE = "refdesk_desk"
FORM_COOKIE = "refdesk_form"  # ties a sign-in form to the browser it was given to
PATH = "/desk"


def console(request: Request) -> Console:
    found: Console = request.app.state.desk
    return found


Service = Annotated[Console, Depends(console)]


async def anyone(request: Request, service: Service) -> Me:
    """Whoever has a session, even with a one-time password. Raises NotAllowed."""
    token = request.cookies.get(COOKIE)
    if not token:
        raise NotAllowed("Please sign in.")
    return await service.accounts.who(token)


async def settled(me: Annotated[Me, Depends(anyone)]) -> Me:
    """Whoever is signed in and has a password of their own. Raises NotAllowed, Forbidden."""
    if me.must_change:
        raise Forbidden("Choose your own password first.")
    return me


async def safe(
    me: Annotated[Me, Depends(settled)], x_csrf_token: Annotated[str, Header()] = ""
) -> Me:
    """For every change through the API: the session's own token has to come along."""
    check_token(me, x_csrf_token)
    return me


def check_token(me: Me, token: str) -> None:
    """Raises Forbidden for a form or call that another site made up."""
    if not secrets.compare_digest(me.csrf.encode(), token.encode()):
        raise Forbidden("This did not come from the desk's own page. Load the page again.")


async def at_page(request: Request, service: Service) -> Me:
    """For pages: whoever is not signed in goes to the sign-in page and comes back afterwards."""
    try:
        me = await anyone(request, service)
    except NotAllowed:
        back = request.url.path if request.method == "GET" else PATH
        raise HTTPException(303, headers={"Location": f"{PATH}/sign-in?next={back}"}) from None
    if me.must_change:
        raise HTTPException(303, headers={"Location": f"{PATH}/password"})
    return me


AtPage = Annotated[Me, Depends(at_page)]
Anyone = Annotated[Me, Depends(anyone)]
SignedIn = Annotated[Me, Depends(settled)]
Safe = Annotated[Me, Depends(safe)]
Field = Annotated[str, Form()]  # of a page's form


def who(me: SignedIn) -> Librarian:
    return me.librarian


def set_cookie(response: Response, service: Console, token: str) -> None:
    response.set_cookie(
        COOKIE, token, path=PATH, httponly=True, samesite="strict", secure=service.secure
    )


def own_path(wished: str) -> str:
    """Where to go after sign-in: only ever a page of the desk."""
    return wished if re.fullmatch(r"/desk(/[\w\-/]*)?", wished) else PATH


BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Windows", "Windows"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


def device(request: Request) -> str:
    """Browser and system in words, so that a librarian knows their own session."""
    agent = request.headers.get("user-agent", "")
    browser = next((name for mark, name in BROWSERS if mark in agent), "Browser")
    system = next((name for mark, name in SYSTEMS if mark in agent), "unknown system")
    return f"{browser} on {system}"
