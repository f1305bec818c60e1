"""The desk's door and its main page: sign in, choose a password, sign out, the console."""

from __future__ import annotations

import secrets
from typing import Annotated

from fastapi import APIRouter, Cookie, Request, Response
from fastapi.responses import RedirectResponse

from assistant.errors import BadRequest, Forbidden, NotAllowed, RefdeskError, TooMany
from connectors.desk.access import (
    COOKIE,
    FORM_COOKIE,
    PATH,
    Anyone,
    AtPage,
    Field,
    Service,
    check_token,
    device,
    own_path,
    set_cookie,
)
from connectors.desk.web import draw

router = APIRouter(prefix=PATH, include_in_schema=False)


def _sign_in_page(
    request: Request, service: Service, back: str, status: int = 200, **said: str
) -> Response:
    token = secrets.token_urlsafe(16)
    page = draw(request, "sign_in", None, status, token=token, next=own_path(back), **said)
    page.set_cookie(
        FORM_COOKIE, token, path=PATH, httponly=True, samesite="strict", secure=service.secure
    )
    return page


@router.get("/sign-in")
async def sign_in_page(request: Request, service: Service, next: str = PATH) -> Response:
    return _sign_in_page(request, service, next)


@router.post("/sign-in")
async def sign_in(
    request: Request,
    service: Service,
    login: Field = "",
    password: Field = "",
    code: Field = "",
    token: Field = "",
    next: Field = PATH,
    refdesk_form: Annotated[str, Cookie()] = "",
) -> Response:
    """Open a session and go where the librarian wanted to be."""
    if not token or not secrets.compare_digest(token.encode(), refdesk_form.encode()):
        said = "The page was open for long. Please sign in again."
        return _sign_in_page(request, service, next, 403, error=said, login=login)
    try:
        service.limits.hit(request.client.host if request.client else "", login)
        opened = await service.accounts.sign_in(login, password, code, device(request))
    except (NotAllowed, TooMany) as error:
        return _sign_in_page(request, service, next, error.status, error=str(error), login=login)
    answer = RedirectResponse(own_path(next), 303)
    set_cookie(answer, service, opened)
    answer.delete_cookie(FORM_COOKIE, path=PATH)
    return answer


@router.post("/sign-out")
async def sign_out(me: Anyone, service: Service, csrf: Field = "") -> Response:
    check_token(me, csrf)
    await service.accounts.sign_out(me)
    service.hub.end({me.session})
    service.hub.send("presence", {})
    answer = RedirectResponse(f"{PATH}/sign-in", 303)
    answer.delete_cookie(COOKIE, path=PATH)
    return answer


@router.get("/password")
async def password_page(request: Request, me: Anyone) -> Response:
    return draw(request, "password", me)


@router.post("/password")
async def password(
    request: Request,
    me: Anyone,
    service: Service,
    csrf: Field = "",
    old: Field = "",
    new: Field = "",
    again: Field = "",
) -> Response:
    """Change it; with a one-time password this is the only page that opens."""
    check_token(me, csrf)
    try:
        if new != again:
            raise BadRequest("The two new passwords are not the same.")
        await service.accounts.change_password(me, old, new)
        service.hub.end()  # whoever still may comes again at once
    except (BadRequest, Forbidden) as error:
        return draw(request, "password", me, error.status, error=str(error))
    return RedirectResponse(PATH, 303)


@router.get("/invitation/{token}")
async def invitation_page(request: Request, service: Service, token: str) -> Response:
    return draw(request, "invitation", invited=await service.accounts.invitation(token))


@router.post("/invitation/{token}")
async def accept(
    request: Request, service: Service, token: str, new: Field = "", again: Field = ""
) -> Response:
    """Make the account. The link itself is the secret here, so no other token is needed."""
    invited = await service.accounts.invitation(token)
    try:
        if new != again:
            raise BadRequest("The two passwords are not the same.")
        login = await service.accounts.accept(token, new)
    except RefdeskError as error:
        return draw(request, "invitation", status=error.status, invited=invited, error=str(error))
    return _sign_in_page(request, service, PATH, login=login, said="Your account is ready.")


@router.get("")
@router.get("/c/{conversation_id}")
async def console(request: Request, me: AtPage, conversation_id: str = "") -> Response:
    return draw(request, "console", me, conversation=conversation_id)
