"""Who may come in: passwords, second factor, one-time links, sessions, presence."""

from __future__ import annotations

from typing import Any

import pyotp
import pytest

from assistant import staff
from assistant.errors import BadRequest, NotAllowed, TooMany
from assistant.store.desk_tables import InvitationRow
from assistant.store.escalations import staffed
from assistant.store.tables import AuditRow, LibrarianRow, SessionRow
from tests.unit.desk.conftest import PASSWORD


async def test_signing_in_and_out(house: Any) -> None:
    http = house.browser()
    assert "Name, password or code is not right." in (await house.knock(http, "ada", "wrong")).text
    answer = await house.knock(http, " ADA ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    me = (await http.get("/desk/api/v1/me")).json()
    assert (me["name"], me["presence"]) == ("Ada", "online")
    assert house.database.session
    forged = await http.post("/desk/sign-out", data={"csrf": "x"})
    assert forged.status_code == 403
    await http.post("/desk/sign-out", data={"csrf": me["csrf"]})
    assert (await http.get("/desk/api/v1/me")).status_code == 401
    with house.database.session() as session:
        acts = [row.act for row in session.query(AuditRow)]
    assert acts == ["sign_in_failed", "sign_in", "sign_out"]


async def test_a_forged_sign_in_form_opens_nothing(house: Any) -> None:
    http = house.browser()
    body = {"login": "ada", "password": PASSWORD, "token": "made-up"}
    answer = await http.post("/desk/sign-in", data=body)
    assert answer.status_code == 403
    assert "refdesk_desk" not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize("next_", ["https://evil.example", "//evil.example", "/desk/../x", "/api"])
async def test_after_sign_in_one_only_goes_to_the_desk(house: Any, next_: str) -> None:
    page = await house.browser().get("/desk/sign-in", params={"next": next_})
    assert 'name="next" value="/desk"' in page.text


async def test_guessing_is_slowed_down(house: Any) -> None:
    http = house.browser()
    house.console.limits._window.storage.reset()
    answers = [await house.knock(http, f"nobody{n}", "guess") for n in range(11)]
    assert [a.status_code for a in answers] == [401] * 10 + [429]
    assert "wait a few minutes" in answers[-1].text


async def test_a_one_time_password_opens_only_the_page_that_changes_it(house: Any) -> None:
    with house.database.session() as session:
        given = staff.one_time(session.get_one(LibrarianRow, house.ids["ada"]))
    http = house.browser()
    assert (await house.knock(http, "ada", given.password)).status_code == 303
    assert (await http.get("/desk")).headers["location"] == "/desk/password"
    refused = await http.get("/desk/api/v1/inbox")
    assert (refused.status_code, "own password" in refused.text) == (403, True)
    csrf = (await http.get("/desk/password")).text.split('name="csrf" value="')[1].split('"')[0]

    async def change(old: str, new: str, again: str) -> Any:
        body = {"csrf": csrf, "old": old, "new": new, "again": again}
        return await http.post("/desk/password", data=body)

    assert "not the same" in (await change(given.password, "a long one", "another")).text
    assert "at least 10" in (await change(given.password, "short", "short")).text
    assert "not used here" in (await change(given.password, given.password, given.password)).text
    assert (await change("wrong", "a long one", "a long one")).status_code == 403
    assert (await change(given.password, "a long one", "a long one")).status_code == 303
    assert (await http.get("/desk")).status_code == 200
    assert (await house.knock(house.browser(), "ada", given.password)).status_code == 401


async def test_a_new_password_ends_every_open_window(house: Any) -> None:
    elsewhere, me = await house.sign_in("ada"), await house.sign_in("ada")
    session = (await house.console.accounts.who(elsewhere.http.cookies["refdesk_desk"])).session
    window = house.console.hub.stream(session)
    await anext(window)
    csrf = (await me.http.get("/desk/password")).text.split('name="csrf" value="')[1].split('"')[0]
    body = {"csrf": csrf, "old": PASSWORD, "new": "a long one", "again": "a long one"}
    assert (await me.http.post("/desk/password", data=body)).status_code == 303
    assert [frame async for frame in window] == []
    assert (await elsewhere.get("/inbox")).status_code == 401


async def test_a_stranger_cannot_shut_a_librarian_out(house: Any) -> None:
    limits = house.console.limits
    for guess in range(50):
        limits.hit(f"192.0.2.{guess % 5}", "ada")
    with pytest.raises(TooMany):
        limits.hit("192.0.2.0", "ada")
    assert (await house.knock(house.browser(), "ada")).status_code == 303


async def test_the_second_factor_opens_once_with_each_code(house: Any) -> None:
    accounts, http = house.console.accounts, house.browser()
    me = await accounts.who((await house.sign_in("ada")).http.cookies["refdesk_desk"])
    secret, address = await accounts.new_factor(me)
    assert address.startswith("otpauth://totp/")
    with pytest.raises(BadRequest):
        await accounts.turn_factor(me, "000000", on=True)
    totp = pyotp.TOTP(secret)
    await accounts.turn_factor(me, totp.at(house.clock.now()), on=True)
    assert (await house.knock(http, "ada")).status_code == 401
    used = totp.at(house.clock.now())
    assert (await house.knock(http, "ada", code=used)).status_code == 401
    house.clock.step(seconds=60)
    fresh = totp.at(house.clock.now())
    assert (await house.knock(http, "ada", "wrong", fresh)).status_code == 401
    assert (await house.knock(http, "ada", code=f"{fresh[:3]} {fresh[3:]}")).status_code == 303
    assert (await house.knock(http, "ada", code=fresh)).status_code == 401
    assert (await house.knock(http, "ada", code="１２３４５６")).status_code == 401
    assert (await http.get("/desk/account")).text.count("Turn it off") == 1


async def test_an_invitation_makes_one_account_once(house: Any) -> None:
    root = await house.sign_in("root")
    page = await root.form("/team/invite", login="Lin", name="林馆员", role="librarian")
    link = page.text.split("/desk/invitation/")[1].split("<")[0]
    assert (
        await root.form("/team/invite", login="ada", name="A", role="librarian")
    ).status_code == 409
    assert (await root.form("/team/invite", login="x", name="X", role="owner")).status_code == 422
    http, path = house.browser(), f"/desk/invitation/{link}"
    assert "林馆员" in (await http.get(path)).text
    short = {"new": "short", "again": "short"}
    assert (await http.post(path, data=short)).status_code == 422
    chosen = {"new": "my own words", "again": "my own words"}
    assert "Your account is ready." in (await http.post(path, data=chosen)).text
    assert (await http.post(path, data=chosen)).status_code == 404
    assert (await http.get(path)).status_code == 404
    assert (await house.knock(http, "lin", "my own words")).status_code == 303
    with house.database.session() as session:
        assert link not in [row.token_hash for row in session.query(InvitationRow)]


async def test_an_invitation_grows_old(house: Any) -> None:
    token = await house.console.accounts.invite(house.who("root"), "lin", "Lin", "librarian")
    house.clock.step(days=8)
    assert (await house.browser().get(f"/desk/invitation/{token}")).status_code == 404


async def test_an_open_invitation_is_listed_until_it_is_withdrawn(house: Any) -> None:
    root, ada = await house.sign_in("root"), await house.sign_in("ada")
    page = await root.form("/team/invite", login="lin", name="林馆员", role="librarian")
    link = page.text.split("/desk/invitation/")[1].split("<")[0]
    assert "Withdraw the invitation of 林馆员" in (await root.http.get("/desk/team")).text
    assert "林馆员" not in (await ada.http.get("/desk/team")).text
    assert (await ada.form("/team/withdraw", login="lin")).status_code == 403
    assert (await root.form("/team/withdraw", login="lin")).status_code == 303
    assert (await house.browser().get(f"/desk/invitation/{link}")).status_code == 404
    assert "林馆员" not in (await root.http.get("/desk/team")).text
    assert (await root.form("/team/withdraw", login="lin")).status_code == 404


async def test_somebody_stays_administrator(house: Any) -> None:
    root = await house.sign_in("root")
    for fields in ({"role": "librarian", "active": "on"}, {"role": "administrator"}):
        answer = await root.form(f"/team/{root.id}", **fields)
        assert (answer.status_code, "Somebody has to be administrator" in answer.text) == (
            409,
            True,
        )
    assert (await root.http.get("/desk/team")).status_code == 200


async def test_sessions_are_listed_and_revoked(house: Any) -> None:
    here, there = await house.sign_in("ada"), await house.sign_in("ada")
    other = await house.sign_in("grace")
    page = (await here.http.get("/desk/account")).text
    assert page.count("last seen") == 2
    with house.database.session() as session:
        mine = list(session.query(SessionRow).filter_by(librarian_id=here.id))
        theirs = session.query(SessionRow).filter_by(librarian_id=other.id).one()
        gone = next(s for s in mine if s.csrf == there.csrf)
    await here.form("/account/revoke", session=theirs.token_hash[:16])
    assert (await other.get("/me")).status_code == 200
    await here.form("/account/revoke", session=gone.token_hash[:16])
    assert (await there.get("/me")).status_code == 401
    assert (await here.get("/me")).status_code == 200


async def test_librarians_choose_the_name_that_readers_see(house: Any) -> None:
    ada = await house.sign_in("ada")
    assert (await ada.form("/account/name", name="  Ada   Byron ")).status_code == 303
    assert (await ada.get("/me")).json()["name"] == "Ada Byron"
    for wrong in (" ", "x" * 61):
        refused = await ada.form("/account/name", name=wrong)
        assert (refused.status_code, "1 to 60 characters" in refused.text) == (422, True)
    id_ = await house.reader("hello", "human")
    taken = await ada.post(f"/conversations/{id_}/take")
    assert taken.json()[0]["parts"][0]["text"] == "Ada Byron has joined you."


async def test_a_new_one_time_password_ends_every_session(house: Any) -> None:
    root, ada = await house.sign_in("root"), await house.sign_in("ada")
    page = await root.form(f"/team/{ada.id}/reset")
    assert "One-time password for ada" in page.text
    assert (await ada.get("/me")).status_code == 401


async def test_presence_is_told_to_readers_before_they_type(house: Any) -> None:
    def there() -> bool:
        with house.database.session() as session:
            return staffed(session, house.clock.now())

    ada = await house.sign_in("ada")
    assert there()
    await ada.post("/hello", {"presence": "away"})
    assert not there()
    await ada.post("/hello", {"presence": "online"})
    house.clock.step(seconds=80)
    await ada.post("/hello", {})
    assert there()
    house.clock.step(seconds=100)
    assert not there()  # no window has said hello


async def test_out_until_a_moment_and_then_back(house: Any) -> None:
    ada = await house.sign_in("ada")
    await ada.post("/hello", {"out_until": "2026-11-24T11:00:00Z"})
    (one,) = [c for c in (await ada.get("/colleagues")).json() if c["login"] == "ada"]
    assert (one["presence"], one["out_until"][:16]) == ("out", "2026-11-24T11:00")
    assert (await ada.post("/hello", {})).json()["presence"] == "away"
    house.clock.step(hours=1)
    assert (await ada.post("/hello", {})).json()["presence"] == "online"


async def test_a_clock_that_jumps_back_keeps_the_session(house: Any) -> None:
    ada = await house.sign_in("ada")
    house.clock.step(hours=-30)
    assert (await ada.get("/me")).status_code == 200
    id_ = await house.reader("hello", "human")
    assert (await ada.post(f"/conversations/{id_}/take")).status_code == 200
    house.clock.step(hours=-5)
    closed = await ada.post(f"/conversations/{id_}/close", {"outcome": "answered"})
    assert closed.status_code == 200


async def test_a_session_ends_by_itself(house: Any) -> None:
    ada = await house.sign_in("ada")
    for _ in range(13):
        house.clock.step(hours=11.9)
        await ada.post("/hello", {})
    assert (await ada.get("/me")).status_code == 200
    house.clock.step(hours=24)
    with pytest.raises(NotAllowed):
        await house.console.accounts.who(ada.http.cookies["refdesk_desk"])
