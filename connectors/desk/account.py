"""Pages about accounts: my own sessions and second factor, the team, the audit log."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from assistant.desk.acts import ROLES, require
from assistant.desk.audit import audit_rows
from assistant.errors import BadRequest, Conflict, NotFound
from connectors.desk.access import PATH, AtPage, Field, Service, check_token
from connectors.desk.web import draw

router = APIRouter(prefix=PATH, include_in_schema=False)


async def _account(
    request: Request, me: AtPage, service: Service, status: int = 200, **more: object
) -> Response:
    sessions = await service.accounts.sessions(me)
    factor = await service.accounts.has_factor(me)
    return draw(request, "account", me, status, sessions=sessions, factor=factor, **more)


@router.get("/account")
async def account(request: Request, me: AtPage, service: Service) -> Response:
    return await _account(request, me, service)


@router.post("/account/name")
async def rename(
    request: Request, me: AtPage, service: Service, csrf: Field = "", name: Field = ""
) -> Response:
    check_token(me, csrf)
    try:
        await service.accounts.rename(me, name)
    except BadRequest as error:
        return await _account(request, me, service, error.status, error=str(error))
    return RedirectResponse(f"{PATH}/account", 303)


@router.post("/account/revoke")
async def revoke(me: AtPage, service: Service, csrf: Field = "", session: Field = "") -> Response:
    check_token(me, csrf)
    await service.accounts.revoke(me, session)
    service.hub.end()  # whoever still may comes again at once
    return RedirectResponse(f"{PATH}/account", 303)


@router.post("/account/factor")
async def new_factor(request: Request, me: AtPage, service: Service, csrf: Field = "") -> Response:
    """A new secret to scan; it is on only after a code from the app has come back."""
    check_token(me, csrf)
    secret, address = await service.accounts.new_factor(me)
    spaced = " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))
    return await _account(request, me, service, secret=spaced, picture=_qr(address))


def _qr(address: str) -> str:
    import segno

    picture = segno.make(address)
    return picture.svg_data_uri(scale=5, border=2, dark="#1d2329", light="#ffffff")


@router.post("/account/factor/turn")
async def turn_factor(
    request: Request,
    me: AtPage,
    service: Service,
    csrf: Field = "",
    code: Field = "",
    on: Field = "",
) -> Response:
    check_token(me, csrf)
    try:
        await service.accounts.turn_factor(me, code, on=on == "on")
    except BadRequest as error:
        return await _account(request, me, service, 422, error=str(error))
    return RedirectResponse(f"{PATH}/account", 303)


async def _team(
    request: Request, me: AtPage, service: Service, status: int = 200, **more: object
) -> Response:
    people = await service.presence.colleagues(all_of_them=True)
    subjects = [(one.code, one.role.en) for one in service.library.specialists]
    may_invite = me.librarian.role == "administrator"
    more["invitations"] = await service.accounts.invitations() if may_invite else []
    return draw(request, "team", me, status, people=people, roles=ROLES, subjects=subjects, **more)


@router.get("/team")
async def team(request: Request, me: AtPage, service: Service) -> Response:
    return await _team(request, me, service)


@router.post("/team/invite")
async def invite(
    request: Request,
    me: AtPage,
    service: Service,
    csrf: Field = "",
    login: Field = "",
    name: Field = "",
    role: Field = "librarian",
) -> Response:
    """Make a one-time link; it is shown once, here."""
    check_token(me, csrf)
    try:
        token = await service.accounts.invite(me.librarian, login, name, role)
    except (BadRequest, Conflict) as error:
        return await _team(request, me, service, error.status, error=str(error))
    base = service.public_url or str(request.base_url).rstrip("/")
    return await _team(request, me, service, link=f"{base}{PATH}/invitation/{token}", invited=name)


@router.post("/team/withdraw")
async def withdraw(
    request: Request, me: AtPage, service: Service, csrf: Field = "", login: Field = ""
) -> Response:
    """The links of an invitation open nothing any more."""
    check_token(me, csrf)
    try:
        await service.accounts.withdraw(me.librarian, login)
    except NotFound as error:  # taken up or withdrawn meanwhile
        return await _team(request, me, service, error.status, error=str(error))
    return RedirectResponse(f"{PATH}/team", 303)


@router.post("/team/{librarian_id}")
async def change(
    request: Request,
    me: AtPage,
    service: Service,
    librarian_id: str,
    csrf: Field = "",
    role: Field = "",
    active: Field = "",
    specialist: Field = "",
) -> Response:
    """Give a role, or switch an account off; open windows of the account close at once."""
    check_token(me, csrf)
    try:
        known = service.library.specialist(specialist)
        events = await service.accounts.change(
            me.librarian, librarian_id, role, active == "on", known.code if known else ""
        )
    except (BadRequest, Conflict) as error:
        return await _team(request, me, service, error.status, error=str(error))
    service.conversations.broker.publish(*events)
    service.hub.end()  # whoever still may comes again at once
    return RedirectResponse(f"{PATH}/team", 303)


@router.post("/team/{librarian_id}/reset")
async def reset(
    request: Request, me: AtPage, service: Service, librarian_id: str, csrf: Field = ""
) -> Response:
    """A one-time password, shown once, here."""
    check_token(me, csrf)
    given = await service.accounts.reset(me.librarian, librarian_id)
    service.hub.end()
    return await _team(request, me, service, given=given)


@router.get("/audit")
async def audit(
    request: Request, me: AtPage, service: Service, before: Annotated[int, Query(ge=0)] = 0
) -> Response:
    require(me.librarian, "administrator")
    found = await service.conversations.database.read(lambda s: audit_rows(s, before))
    return draw(request, "audit", me, rows=found)
