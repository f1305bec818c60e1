"""A conversation that is carried to another address takes along nothing that was said there before."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from assistant.model import Said
from assistant.reception import Caller
from assistant.store import Database
from assistant.store.links import GOOD_FOR
from assistant.twins import SteppingClock
from tests.channels import House, house

PHONE = Caller(channel="telegram", address="777")
OTHER = Caller(channel="telegram", address="666")


@pytest.fixture
def clock() -> SteppingClock:
    return SteppingClock()


@pytest.fixture
def at_home(database: Database, clock: SteppingClock) -> House:
    return house(database, clock=clock)


async def say(at_home: House, who: Caller, text: str) -> None:
    task = await at_home.reception.hear(who, Said(id=f"{who.address} {text}", text=text))
    assert task
    await task


async def carried(at_home: House, clock: SteppingClock) -> str:
    """A conversation on the website whose link was followed where something was said before."""
    await say(at_home, PHONE, "a secret of mine")
    await say(at_home, OTHER, "somebody else's")
    started = await at_home.conversations.start("en")
    await at_home.conversations.say(started.id, Said(id="w", text="bees"))
    code = await at_home.follow_up.code(started.id)
    clock.step(seconds=1)
    assert await at_home.follow_up.move_here(code, PHONE)
    clock.step(seconds=1)
    await say(at_home, PHONE, "and wasps")
    return started.id


async def test_the_websites_key_opens_nothing_of_before(
    at_home: House, clock: SteppingClock
) -> None:
    conversation_id = await carried(at_home, clock)
    data = await at_home.follow_up.data(conversation_id)
    assert [one["id"] for one in data["conversations"]] == [conversation_id]
    shown = json.dumps([data, repr(await at_home.follow_up.report(conversation_id, "en"))])
    assert "a secret of mine" not in shown
    assert "and wasps" in shown


async def test_whoever_is_at_the_address_has_all_of_it_and_of_no_other(
    at_home: House, clock: SteppingClock
) -> None:
    await carried(at_home, clock)
    shown = json.dumps(await at_home.follow_up.data_at(PHONE))
    assert all(text in shown for text in ("a secret of mine", "bees", "and wasps"))
    assert "somebody else" not in shown


async def test_nor_is_it_had_from_where_the_same_conversation_was_before(
    at_home: House, clock: SteppingClock
) -> None:
    started = await at_home.conversations.start("en")
    for who in (OTHER, PHONE):
        await say(at_home, who, f"said at {who.address}")
        code = await at_home.follow_up.code(started.id)
        assert await at_home.follow_up.move_here(code, who)
        clock.step(seconds=1)
    assert "said at 777" not in json.dumps(await at_home.follow_up.data_at(OTHER))


async def test_whether_a_code_is_good_is_asked_without_using_it(
    at_home: House, clock: SteppingClock
) -> None:
    started, follow_up = await at_home.conversations.start("en"), at_home.follow_up
    code, late = await follow_up.code(started.id), await follow_up.code(started.id)
    assert await follow_up.may_move(code, OTHER)
    assert await follow_up.may_move(code, PHONE)
    assert await follow_up.move_here(code, PHONE)
    assert await follow_up.may_move(code, PHONE)
    assert not await follow_up.may_move(code, OTHER)
    assert not await follow_up.may_move("AAAAAAAAAAAAAAAA", PHONE)
    clock.at += GOOD_FOR + timedelta(seconds=1)
    assert not await follow_up.may_move(late, PHONE)
