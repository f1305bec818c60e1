"""The desk over HTTP: who may, who speaks, and what a hostile or unlucky window sends."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any
from uuid import uuid4

import pytest

from assistant.care import Care
from assistant.model import Owner
from assistant.store.tables import AuditRow, LibrarianRow
from assistant.store.words import forget_words


def reply(text: str = "Hello from the desk", **more: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "text": text, **more}


async def test_from_waiting_to_closed(house: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("do you have anything about birds", "human")
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert (row["id"], row["owner"], row["waiting"]["reason"]) == (id_, "queue", "asked")
    assert row["title"] == "do you have anything about birds"
    taken = await ada.post(f"/conversations/{id_}/take")
    assert taken.json()[0]["parts"][0]["text"] == "Ada has joined you."
    body = reply(record_ids=["r1", "unknown"])
    first, again = [await ada.post(f"/conversations/{id_}/reply", body) for _ in range(2)]
    assert first.json() == again.json()
    assert [p["type"] for p in first.json()["parts"]] == ["text", "holdings"]
    whole = (await ada.get(f"/conversations/{id_}")).json()
    assert whole["briefing"]["wants"] == "do you have anything about birds"
    assert [m["author"] for m in whole["messages"]].count("librarian") == 1
    assert [u["intent"] for u in whole["understood"].values()] == ["echo", "echo"]
    proposal = await ada.get(f"/conversations/{id_}/proposal")
    assert proposal.json()["sources"] == ["Bird sense"]
    ending = {"outcome": "answered", "read_level": 3, "question_type": "topic", "report": True}
    closed = await ada.post(f"/conversations/{id_}/close", ending)
    assert [m["author"] for m in closed.json()] == ["librarian", "system"]
    assert [p["type"] for p in closed.json()[0]["parts"]] == ["text", "holdings"]
    code = re.search(r"code (\w{5}-\w{5})", closed.json()[0]["parts"][0]["text"])
    assert code
    assert (await Care(house.database, house.clock).claim(code[1]))[0] == id_
    whole = (await ada.get(f"/conversations/{id_}")).json()
    assert whole["row"]["owner"] == "closed"
    assert whole["closed"][0]["read_level"] == 3
    assert whole["row"]["waiting"] is None


async def test_the_inbox_names_the_question_that_waits(house: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("books about whales", "who built the old mill", "human", "anybody?")
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert row["title"] == "who built the old mill"
    await ada.post(f"/conversations/{id_}/take")
    await ada.post(f"/conversations/{id_}/hand-back")
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert row["title"] == "books about whales"


async def test_a_follow_up_keeps_the_question_open_until_its_day(house: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("a hard one", "human")
    await ada.post(f"/conversations/{id_}/take")
    past = {"outcome": "partly", "follow_up_at": "2020-01-01T10:00:00Z"}
    assert (await ada.post(f"/conversations/{id_}/close", past)).status_code == 422
    due = {"outcome": "partly", "follow_up_at": "2026-11-26T10:00:00Z"}
    closed = (await ada.post(f"/conversations/{id_}/close", due)).json()
    assert "Thursday, 26 November 2026" in closed[0]["parts"][0]["text"]
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert row["waiting"]["reason"] == "follow_up"
    assert row["clock"]["due_at"].startswith("2026-11-26T10:00")


async def test_the_loser_is_told_who_has_it(house: Any, problem: Any) -> None:
    ada, grace = await house.sign_in("ada"), await house.sign_in("grace")
    id_ = await house.reader("hello", "human")
    both = await asyncio.gather(
        ada.post(f"/conversations/{id_}/take"), grace.post(f"/conversations/{id_}/take")
    )
    assert sorted(answer.status_code for answer in both) == [200, 409]
    winner = "Ada" if both[0].status_code == 200 else "Grace <b>H</b>"
    loser = next(answer for answer in both if answer.status_code == 409)
    problem(loser, 409, f"{winner} has this conversation")


async def test_only_the_owner_speaks(house: Any, problem: Any) -> None:
    ada, grace = await house.sign_in("ada"), await house.sign_in("grace")
    id_ = await house.reader("hello")
    problem(await ada.post(f"/conversations/{id_}/reply", reply()), 403, "Take the conversation")
    await ada.post(f"/conversations/{id_}/take")
    for path, body in (
        ("reply", reply()),
        ("hand-back", None),
        ("close", {}),
        ("close", {"outcome": "answered"}),
    ):
        problem(await grace.post(f"/conversations/{id_}/{path}", body), 403, "not yours")
    turn = await house.says(id_, "are you there?")
    assert (turn.owner, turn.messages) == (Owner.LIBRARIAN, [])
    await ada.post(f"/conversations/{id_}/hand-back")
    assert (await house.says(id_, "and now?")).owner == Owner.ASSISTANT
    problem(await ada.post(f"/conversations/{id_}/reply", reply()), 403)
    problem(await ada.post(f"/conversations/{id_}/hand-back"), 409)


async def test_transfer_with_a_briefing(house: Any, problem: Any) -> None:
    ada, grace = await house.sign_in("ada"), await house.sign_in("grace")
    id_ = await house.reader("hello", "human")
    await ada.post(f"/conversations/{id_}/take")
    problem(await ada.post(f"/conversations/{id_}/transfer", {"to": "nobody"}), 404)
    problem(await ada.post(f"/conversations/{id_}/transfer", {}), 422)
    body = {"to": grace.id, "note": "@grace they need maps"}
    assert (await ada.post(f"/conversations/{id_}/transfer", body)).status_code == 200
    problem(await ada.post(f"/conversations/{id_}/reply", reply()), 403)
    assert (await grace.post(f"/conversations/{id_}/reply", reply())).status_code == 200
    (mention,) = (await grace.get("/mentions")).json()
    assert mention["text"] == "@grace they need maps"
    await grace.post(f"/conversations/{id_}/seen", {"seq": 99})
    assert (await grace.get("/mentions")).json() == []


async def test_notes_and_typing_never_reach_the_reader(house: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello")
    service = house.console.conversations
    with service.broker.subscribe(id_) as reader:
        await ada.post(f"/conversations/{id_}/notes", {"text": "seems upset"})
        await ada.send("PUT", f"/conversations/{id_}/labels", {"labels": ["difficult"]})
        await ada.post(f"/conversations/{id_}/typing")
        heard = [reader.get_nowait() for _ in range(reader.qsize())]
    assert [event.kind for event in heard] == ["typing"]
    said = await service.messages(id_, 0)
    assert "upset" not in json.dumps([str(m) for m in said.messages])


async def test_an_empty_or_long_reply_is_named_and_4000_are_taken(house: Any, problem: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello")
    await ada.post(f"/conversations/{id_}/take")
    problem(await ada.post(f"/conversations/{id_}/reply", reply("  ")), 422, "1 to 4,000")
    problem(await ada.post(f"/conversations/{id_}/reply", reply("x" * 4001)), 422, "4000")
    told = await ada.post(f"/conversations/{id_}/reply", reply("x" * 4000))
    assert told.status_code == 200
    markup = "<img src=x onerror=alert(1)>"
    told = await ada.post(f"/conversations/{id_}/reply", reply(markup))
    assert told.json()["parts"][0]["text"] == markup
    evil = reply(sources=[{"title": "x", "url": "javascript:alert(1)"}])
    problem(await ada.post(f"/conversations/{id_}/reply", evil), 422, "url")


async def test_the_catalogue_down_loses_no_reply(house: Any, problem: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello")
    await ada.post(f"/conversations/{id_}/take")
    house.console.holdings.down = True
    body = reply(record_ids=["r1"])
    problem(await ada.post(f"/conversations/{id_}/reply", body), 503)
    problem(await ada.get("/holdings", text="birds"), 503)
    house.console.holdings.down = False
    assert (await ada.post(f"/conversations/{id_}/reply", body)).status_code == 200


async def test_a_forged_call_and_no_session(house: Any, problem: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello")
    for token in ("", "wrong", "é"):
        headers = {"X-CSRF-Token": token.encode()}
        forged = await ada.http.post(f"/desk/api/v1/conversations/{id_}/take", headers=headers)
        problem(forged, 403, "did not come from")
    stranger = house.browser()
    for path in ("/me", "/inbox", f"/conversations/{id_}", "/search?q=hello", "/events"):
        problem(await stranger.get(f"/desk/api/v1{path}"), 401)
    problem(await stranger.post(f"/desk/api/v1/conversations/{id_}/take"), 401)
    page = await stranger.get("/desk/c/x")
    assert (page.status_code, page.headers["location"]) == (303, "/desk/sign-in?next=/desk/c/x")


async def test_a_session_that_ends_in_mid_reply(house: Any, problem: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello")
    await ada.post(f"/conversations/{id_}/take")
    house.clock.step(hours=13)
    body = reply("typed for long")
    problem(await ada.post(f"/conversations/{id_}/reply", body), 401, "sign in")
    ada = await house.sign_in("ada")
    assert (await ada.post(f"/conversations/{id_}/reply", body)).status_code == 200


async def test_a_deactivated_account_with_an_open_window(house: Any, problem: Any) -> None:
    ada, root = await house.sign_in("ada"), await house.sign_in("root")
    id_ = await house.reader("hello", "human")
    await ada.post(f"/conversations/{id_}/take")
    stream = house.console.hub.stream(
        (await house.console.accounts.who(ada.http.cookies["refdesk_desk"])).session
    )
    assert b"event: ready" in await anext(stream)
    changed = await root.form(f"/team/{ada.id}", role="librarian")
    assert changed.status_code == 303
    async for _ in stream:
        pass  # it ends
    problem(await ada.post(f"/conversations/{id_}/reply", reply()), 401)
    (row,) = (await root.get("/inbox")).json()["rows"]
    assert (row["owner"], row["waiting"]["state"]) == ("queue", "waiting")


@pytest.mark.parametrize("login", ["ada", "sue"])
async def test_a_librarian_without_the_right(house: Any, login: str) -> None:
    window = await house.sign_in(login)
    for path in ("/audit",):
        assert (await window.http.get(f"/desk{path}")).status_code == 403
    tries = (
        ("/team/invite", {"login": "x", "name": "X", "role": "administrator"}),
        (f"/team/{window.id}", {"role": "administrator", "active": "on"}),
        (f"/team/{window.id}/reset", {}),
    )
    for path, fields in tries:
        assert (await window.form(path, **fields)).status_code == 403
    with house.database.session() as session:
        assert session.get_one(LibrarianRow, window.id).role != "administrator"
    shared = {"shortcut": "hi", "en": "Hi", "zh": "你好", "shared": True}
    assert (await window.post("/canned", shared)).status_code == (403 if login == "ada" else 201)


async def test_saved_replies_and_views_are_ones_own(house: Any, problem: Any) -> None:
    ada, grace = await house.sign_in("ada"), await house.sign_in("grace")
    own = {"shortcut": "hours", "en": "We open at nine.", "zh": "九点开门。"}
    mine = (await ada.post("/canned", own)).json()
    problem(await ada.post("/canned", own), 409, "/hours")
    assert (await grace.post("/canned", own)).status_code == 201
    problem(await grace.send("DELETE", f"/canned/{mine['id']}"), 404)
    assert len((await ada.get("/canned")).json()) == 1
    view = (await ada.post("/views", {"name": "Chinese", "filters": {"language": "zh"}})).json()
    problem(await grace.send("DELETE", f"/views/{view['id']}"), 404)
    assert (await ada.send("DELETE", f"/views/{view['id']}")).status_code == 204


async def test_everything_said_is_found_in_any_script(house: Any) -> None:
    ada = await house.sign_in("ada")
    chinese = await house.reader("请问三体在哪个馆", language="zh")
    english = await house.reader("How do MIGRATING birds navigate?")
    for words, found in (
        ("三体", chinese),
        ("哪个馆", chinese),
        ("navig birds", english),
        ("migrating", english),
    ):
        hits = (await ada.get("/search", q=words)).json()
        assert [hit["row"]["id"] for hit in hits] == [found], words
    for words in ("xyzzy", '"', "birds 三体", "%", "a* OR b", "' OR 1=1 --"):
        assert (await ada.get("/search", q=words)).json() == [], words
    await house.console.conversations.erase(english)
    assert (await ada.get("/search", q="migrating")).json() == []


async def test_what_is_erased_leaves_the_index_too(house: Any) -> None:
    id_ = await house.reader("zqxjkv")

    def kept() -> bool:
        with house.database.session() as session:
            query = "SELECT block FROM message_words_data"
            blocks = session.connection().exec_driver_sql(query).scalars()
            return any(b"qxj" in block for block in blocks)

    assert not kept()  # indexed beside the turn, at the latest when somebody searches
    assert await house.console.inbox.search("zqxj")
    assert kept()
    await house.console.conversations.erase(id_)
    await house.database.run(forget_words)
    assert not kept()


async def test_snoozed_until_the_reader_writes(house: Any, problem: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("hello")
    body = {"until": "2026-11-25T09:00:00Z"}
    assert (await ada.post(f"/conversations/{id_}/snooze", body)).status_code == 204
    problem(await ada.post(f"/conversations/{id_}/snooze", {"until": "2020-01-01T00:00:00Z"}), 422)
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert row["snoozed_until"].startswith("2026-11-25T09:00")
    await house.says(id_, "one more thing")
    (row,) = (await ada.get("/inbox")).json()["rows"]
    assert row["snoozed_until"] is None


async def test_every_act_is_in_the_log_and_the_log_cannot_be_changed(house: Any) -> None:
    ada, root = await house.sign_in("ada"), await house.sign_in("root")
    id_ = await house.reader("hello")
    for path, body in (
        ("take", None),
        ("reply", reply()),
        ("notes", {"text": "n"}),
        ("hand-back", None),
    ):
        await ada.post(f"/conversations/{id_}/{path}", body)
    with house.database.session() as session:
        acts = [row.act for row in session.query(AuditRow).filter_by(target=id_)]
    assert acts == ["take", "reply", "note", "hand_back"]
    for statement in ("UPDATE audit SET act = 'x'", "DELETE FROM audit"):
        with pytest.raises(Exception, match="only ever added"), house.database.session() as session:
            session.connection().exec_driver_sql(statement)
    page = await root.http.get("/desk/audit")
    assert page.status_code == 200
    assert "hand back" in page.text


async def test_a_name_with_markup_is_a_name(house: Any) -> None:
    grace, root = await house.sign_in("grace"), await house.sign_in("root")
    for window, path in ((grace, "/desk"), (root, "/desk/team"), (grace, "/desk/account")):
        page = await window.http.get(path)
        assert page.status_code == 200
        assert "<b>H</b>" not in page.text


async def test_pages_are_guarded_by_headers(house: Any) -> None:
    ada = await house.sign_in("ada")
    for path in (
        "/desk",
        "/desk/sign-in",
        "/desk/account",
        "/desk/api/v1/me",
        "/desk/static/app.js",
    ):
        headers = (await ada.http.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"
    cookie = (await house.browser().get("/desk/sign-in")).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
