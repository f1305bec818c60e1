"""What is still owed to readers: letters that did not arrive, and questions without an answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest

from assistant.desk.outbox import ChannelLink, meaning
from assistant.store import outbox
from assistant.store.tables import AuditRow, ConversationRow, OutboxRow

BLOCKED = "Telegram: Forbidden: bot was blocked by the user"


async def in_telegram(house: Any, window: Any, *texts: str) -> str:
    """A conversation in Telegram in which the librarian has said these."""
    id_: str = await house.reader("hello", "human")
    with house.database.session() as session:
        row = session.get_one(ConversationRow, id_)
        row.channel, row.address = "telegram", "42"
    await window.post(f"/conversations/{id_}/take")
    for text in texts:
        body = {"id": str(uuid4()), "text": text}
        assert (await window.post(f"/conversations/{id_}/reply", body)).status_code == 200
    return id_


def fail(house: Any, error: str = BLOCKED) -> list[int]:
    """Everything that waits is given up; the numbers of the letters."""
    with house.database.session() as session:
        waiting = session.query(OutboxRow).filter_by(state="pending").all()
        for row in waiting:
            outbox.failed(row, error, house.clock.now(), retry=False, doubt=False, after=None)
        return [row.id for row in waiting]


def acts(house: Any) -> list[tuple[str, str]]:
    with house.database.session() as session:
        return [(row.act, row.target) for row in session.query(AuditRow).order_by(AuditRow.id)]


async def test_a_dead_letter_is_seen_and_tried_again(house: Any) -> None:
    sue, ada = await house.sign_in("sue"), await house.sign_in("ada")
    id_ = await in_telegram(house, ada, "Your <b>book</b> is here")
    number = fail(house)[-1]
    assert (await ada.post("/hello", {})).json()["dead"] == 2  # "Ada has joined" and the reply
    page = (await sue.http.get("/desk/outbox")).text
    assert "Your &lt;b&gt;book&lt;/b&gt; is here" in page
    assert "The reader has blocked the bot" in page
    assert BLOCKED in page
    assert f"/desk/c/{id_}" in page
    assert "1 try" in page
    whole = (await ada.get(f"/conversations/{id_}")).json()
    assert set(whole["delivery"].values()) == {"dead"}
    assert (await sue.form(f"/outbox/{number}", act="retry")).status_code == 303
    assert ("retry_delivery", id_) in acts(house)
    told = (await sue.get("/outbox")).json()
    assert [one["text"] for one in told["dead"]] == ["Ada has joined you."]
    assert [(one["channel"], one["count"]) for one in told["waiting"]] == [("telegram", 1)]
    again = await sue.form(f"/outbox/{number}", act="retry")
    assert again.status_code == 409
    assert "tried again or dropped meanwhile" in again.text


async def test_a_dead_letter_can_be_let_go_and_stays_in_the_conversation(
    house: Any, problem: Any
) -> None:
    sue, ada = await house.sign_in("sue"), await house.sign_in("ada")
    id_ = await in_telegram(house, ada, "too late")
    for number in fail(house):
        assert (await sue.send("DELETE", f"/outbox/{number}")).status_code == 204
    assert acts(house).count(("drop_delivery", id_)) == 2
    assert (await sue.post("/hello", {})).json()["dead"] == 0
    whole = (await ada.get(f"/conversations/{id_}")).json()
    assert "too late" in str(whole["messages"])
    assert not whole["delivery"]
    problem(await sue.send("DELETE", "/outbox/999"), 404, "no such undelivered")


async def test_the_outbox_is_the_supervisors(house: Any, problem: Any) -> None:
    ada, sue = await house.sign_in("ada"), await house.sign_in("sue")
    await in_telegram(house, ada, "hello")
    number = fail(house)[0]
    problem(await ada.get("/outbox"), 403, "supervisor")
    problem(await ada.post(f"/outbox/{number}/retry"), 403, "supervisor")
    assert (await ada.http.get("/desk/outbox")).status_code == 403
    forged = await sue.http.post(f"/desk/outbox/{number}", data={"csrf": "x", "act": "let_go"})
    assert forged.status_code == 403


async def test_a_channel_that_is_down_is_told_to_every_window(house: Any) -> None:
    ada, sue = await house.sign_in("ada"), await house.sign_in("sue")
    deliveries = house.console.deliveries
    assert (await ada.post("/hello", {})).json()["unreachable"] == []
    for state, words in (
        ("down", "cannot be reached"),
        ("wrong token", "refuses the library"),
        ("connecting", "is being connected"),
        ("up", "is connected"),
    ):
        deliveries.links = lambda state=state: [ChannelLink("telegram", state, "Bad <gateway>")]
        assert words in (page := (await sue.http.get("/desk/outbox")).text)
        assert ("Bad &lt;gateway&gt;" in page) == (state in ("down", "wrong token"))
    deliveries.links = lambda: [ChannelLink("telegram", "down")]
    assert (await ada.post("/hello", {})).json()["unreachable"] == ["telegram"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (BLOCKED, "blocked"),
        ("SMTP: (550, 'no such user')", "no such address"),
        ("x", ""),
        (None, ""),
    ],
)
def test_what_an_error_means(error: str | None, words: str) -> None:
    assert words in meaning(error)
    assert bool(words) == bool(meaning(error))


async def test_follow_ups_with_the_overdue_first(house: Any) -> None:
    late = await house.reader("when was the <i>castle</i> built", "human")
    house.clock.step(days=9)
    fresh = await house.reader("城堡是什么时候建的", "human", language="zh")
    ada = await house.sign_in("ada")
    found = (await ada.get("/follow-ups")).json()
    assert [one["row"]["id"] for one in found] == [late, fresh]
    assert [one["follow_up"]["overdue"] for one in found] == [True, False]
    await ada.post(f"/conversations/{fresh}/take")
    await ada.post(f"/conversations/{fresh}/reply", {"id": str(uuid4()), "text": "我查一下"})
    row = (await ada.get(f"/conversations/{fresh}")).json()["row"]
    (one,) = [f for f in (await ada.get("/follow-ups")).json() if f["row"]["id"] == fresh]
    assert row["clock"]["kind"] == "resolution"
    assert row["clock"]["due_at"] == one["follow_up"]["due_at"]  # the inbox has the same clock
    page = (await ada.http.get("/desk/follow-ups")).text
    assert page.index("&lt;i&gt;castle") < page.index("城堡是什么时候建的")
    assert "overdue since" in page
    assert f'href="/desk/c/{late}"' in page


async def test_another_day_is_promised_and_written_down(house: Any, problem: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("a hard one", "human")
    (one,) = (await ada.get("/follow-ups")).json()
    wish = one["follow_up"]["escalation_id"]
    assert (await ada.form(f"/follow-ups/{wish}", day="2026-12-03")).status_code == 303
    (one,) = (await ada.get("/follow-ups")).json()
    due_at = datetime.fromisoformat(one["follow_up"]["due_at"])
    assert str(due_at.astimezone(house.console.library.zone))[:16] == "2026-12-03 23:59"
    assert ("promise", id_) in acts(house)
    for day in ("2026-11-20", "soon", ""):
        refused = await ada.form(f"/follow-ups/{wish}", day=day)
        assert refused.status_code == 422
        assert 'role="alert"' in refused.text
    due = {"due_at": "2026-12-04T10:00:00Z"}
    assert (await ada.send("PUT", f"/follow-ups/{wish}", due)).status_code == 204
    problem(await ada.send("PUT", "/follow-ups/none", due), 404, "no such open question")
    await ada.post(f"/conversations/{id_}/take")
    await ada.post(f"/conversations/{id_}/close", {"outcome": "answered"})
    assert (await ada.get("/follow-ups")).json() == []
    problem(await ada.send("PUT", f"/follow-ups/{wish}", due), 404)
