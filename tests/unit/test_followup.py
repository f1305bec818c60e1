"""Links, reports, one's data, open questions, and news of what came in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from assistant.alerts import Alerts
from assistant.care import Care
from assistant.errors import HoldingsUnavailable, NotFound
from assistant.followup import report_parts, set_due
from assistant.model import (
    ChoicesPart,
    Effect,
    HoldingsPart,
    HoldingsQuery,
    Item,
    Language,
    Said,
)
from assistant.parts import plain
from assistant.reception import Caller
from assistant.store import Database
from assistant.store.tables import AlertRow, ConversationRow, EscalationRow, OutboxRow
from assistant.twins import ScriptedEngine, SteppingClock, an_item
from tests.channels import House, house

BIRDS = [[HoldingsPart(query=HoldingsQuery(text="birds"), total=1, items=[an_item(1, "Owls")])]]
PHONE = Caller(channel="telegram", address="7001")


class Arrivals:
    """New holdings by change number, as the action server tells them."""

    def __init__(self) -> None:
        self.came: list[Item] = []
        self.asked = 0
        self.down = False

    async def new_since(
        self, text: str, filters: dict[str, Any], since: int, language: Language, limit: int
    ) -> tuple[list[Item], int]:
        if self.down:
            raise HoldingsUnavailable("the action server rests")
        self.asked += since >= 0
        new: Sequence[Item] = self.came[since:] if since >= 0 else []
        return [i for i in new if text.lower() in i.title.lower()][:limit], len(self.came)


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def at_home(sqlite: Database, clock: SteppingClock) -> House:
    engine = ScriptedEngine({"birds": BIRDS})
    engine.effects = {
        "birds please": [Effect(kind="alert", data={"text": "birds", "filters": {}, "since": 0})],
        "owls please": [Effect(kind="alert", data={"text": "owls", "filters": {}, "since": 0})],
        "save": [Effect(kind="save", data={"record_id": "r1"})],
    }
    return house(sqlite, engine, clock)


async def say(at_home: House, who: Caller, text: str) -> str:
    task = await at_home.reception.hear(who, Said(id=f"{who.address} {text}", text=text))
    assert task
    await task
    found = await at_home.reception.conversation(who)
    assert found
    return found[0]


async def last(at_home: House, conversation_id: str) -> str:
    turn = await at_home.conversations.messages(conversation_id, 0)
    return plain(turn.messages[-1].parts, "en")


async def test_news_is_told_once_a_day_with_a_button_to_stop(
    at_home: House, clock: SteppingClock
) -> None:
    arrivals = Arrivals()
    alerts = Alerts(at_home.conversations, arrivals)
    chat = await say(at_home, PHONE, "birds please")
    assert await alerts.tell() == 0
    arrivals.came += [an_item(1, "A book of birds"), an_item(2, "Cars")]
    assert await alerts.tell() == 1
    told = (await at_home.conversations.messages(chat, 0)).messages[-1]
    text = plain(told.parts, "en")
    assert "New here since you asked about birds" in text
    assert "A book of birds" in text
    assert "Cars" not in text
    (choices,) = [part for part in told.parts if isinstance(part, ChoicesPart)]
    with at_home.database.session() as session:
        alert = session.query(AlertRow).one()
        assert choices.choices[0].payload == f'/stop_alert{{"id": "{alert.id}"}}'
        assert session.query(OutboxRow).order_by(OutboxRow.id.desc()).first().message_id == told.id  # type: ignore[union-attr]
    arrivals.came.append(an_item(3, "More birds"))
    clock.step(hours=23)
    assert await alerts.tell() == 0
    clock.step(hours=2)
    assert await alerts.tell() == 1
    assert "More birds" in await last(at_home, chat)
    clock.step(days=2)
    assert await alerts.tell() == 0, "nothing came in since"


async def test_news_comes_once_a_day_over_all_linked_channels_and_all_wishes(
    at_home: House,
) -> None:
    arrivals = Arrivals()
    alerts = Alerts(at_home.conversations, arrivals)
    await say(at_home, PHONE, "birds please")
    await say(at_home, PHONE, "owls please")
    started = await at_home.conversations.start("en")
    await at_home.conversations.say(started.id, Said(id="w", text="birds please"))
    assert await at_home.follow_up.move_here(await at_home.follow_up.code(started.id), PHONE)
    arrivals.came += [an_item(1, "Birds and owls")]
    await alerts.tell()
    assert await alerts.tell() == 0


async def test_news_waits_while_a_person_speaks_and_for_the_action_server(
    at_home: House, clock: SteppingClock
) -> None:
    arrivals = Arrivals()
    alerts = Alerts(at_home.conversations, arrivals)
    chat = await say(at_home, PHONE, "birds please")
    ada = await at_home.librarian()
    await at_home.desk.take(chat, ada)
    arrivals.came.append(an_item(1, "Birds"))
    assert await alerts.tell() == 0
    await at_home.desk.hand_back(chat, ada)
    arrivals.down = True
    with pytest.raises(HoldingsUnavailable):
        await alerts.tell()
    arrivals.down = False
    assert await alerts.tell() == 1


async def test_nobody_wishes_and_nothing_is_asked(at_home: House) -> None:
    arrivals = Arrivals()
    arrivals.down = True
    assert await Alerts(at_home.conversations, arrivals).tell() == 0


async def test_channels_are_joined_only_by_the_reader(at_home: House, clock: SteppingClock) -> None:
    chat = await say(at_home, PHONE, "hello")
    started = await at_home.conversations.start("en")
    with at_home.database.session() as session:
        assert {row.reader_id for row in session.query(ConversationRow)} == {None}
    code = await at_home.follow_up.code(started.id)
    clock.step(seconds=1)
    assert await at_home.follow_up.move_here(code, PHONE)
    with at_home.database.session() as session:
        readers = {row.id: row.reader_id for row in session.query(ConversationRow)}
    assert readers[chat] == readers[started.id] is not None
    assert await say(at_home, PHONE, "where am I") == started.id


async def test_a_code_works_once_for_a_quarter_of_an_hour(
    at_home: House, clock: SteppingClock
) -> None:
    started = await at_home.conversations.start("en")
    follow_up = at_home.follow_up
    code, late = await follow_up.code(started.id), await follow_up.code(started.id)
    assert await follow_up.move_here(code, PHONE)
    assert await follow_up.move_here(code, PHONE), "an update that comes twice is one"
    assert not await follow_up.move_here(code, Caller(channel="telegram", address="666"))
    assert not await follow_up.move_here("AAAAAAAAAAAAAAAA", PHONE)
    clock.step(minutes=16)
    with pytest.raises(NotFound):
        await Care(at_home.database, clock).claim(late)


async def test_the_report_tells_what_was_asked_found_and_saved(at_home: House) -> None:
    at_home.holdings.kept = [an_item(1, "Owls")]  # type: ignore[attr-defined]
    chat = await say(at_home, PHONE, "hello")
    empty = await at_home.follow_up.report(chat, "zh")
    assert "还空着" in plain(report_parts(empty, "zh"), "zh")
    await say(at_home, PHONE, "save")
    with at_home.database.session() as session:
        _log_a_search(session, chat)
    report = await at_home.follow_up.report(chat, "en")
    assert [item.title for item in report.saved] == ["Owls"]
    text = plain(report_parts(report, "en"), "en")
    assert "hello" in text
    assert "What you saved" in text


def _log_a_search(session: Any, chat: str) -> None:
    from assistant.store.tables import MessageRow, SearchRow

    asked = session.query(MessageRow).filter_by(conversation_id=chat, author="reader").first()
    session.add(
        SearchRow(
            turn_id=asked.id, number=0, query="hello", filters={}, record_ids=["r1"], scores=[1.0],
            total=1, kind="topic", index_version="v",
        )
    )  # fmt: skip


async def test_all_that_is_kept_can_be_had(at_home: House) -> None:
    chat = await say(at_home, PHONE, "birds please")
    (mine,) = (await at_home.follow_up.data(chat))["conversations"]
    assert mine["channel"] == "telegram"
    assert [m["author"] for m in mine["messages"]] == ["assistant", "reader", "assistant"]
    assert mine["alerts"][0]["text"] == "birds"
    with pytest.raises(NotFound):
        await at_home.follow_up.data("nobody")


async def test_open_questions_have_a_day_and_go_where_they_came_from(
    at_home: House, clock: SteppingClock
) -> None:
    clock.at = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)  # a Friday
    chat = await say(at_home, PHONE, "human")
    started = await at_home.conversations.start("zh")
    await at_home.conversations.say(started.id, Said(id="1", text="human"))
    found = await at_home.follow_up.open()
    assert {one.conversation_id: one.goes_to for one in found} == {
        chat: "telegram",
        started.id: "web",
    }
    assert all(one.due_at > clock.now() and not one.overdue for one in found)
    open_days = at_home.library.desk.follow_up_days
    assert (found[0].due_at - clock.now()).days >= open_days - 1
    with at_home.database.session() as session:
        wish = session.query(EscalationRow).filter_by(conversation_id=chat).one()
        set_due(session, wish.id, datetime(2026, 11, 27, 11, 0, tzinfo=UTC))
    first = (await at_home.follow_up.open())[0]
    assert (first.conversation_id, first.overdue) == (chat, True)
    with pytest.raises(NotFound):
        await at_home.database.run(lambda s: set_due(s, "none", clock.now()))
