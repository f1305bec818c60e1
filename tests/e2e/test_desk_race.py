"""Two librarians take one conversation at once, a thousand times, over the real API."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator

import pytest

from assistant.store import Database
from assistant.store.tables import MessageRow, OwnerRow
from tests.browser import served
from tests.e2e.desk_app import Reader, Window, make_app

pytestmark = pytest.mark.slow
TIMES = 1000
AT_ONCE = 4


@pytest.fixture
def base(sqlite: Database) -> Iterator[str]:
    with served(make_app(sqlite)[0]) as address:
        yield address


async def once(reader: Reader, ada: Window, grace: Window, chance: random.Random) -> str:
    """Both take while the reader writes; returns who won, after giving the conversation back."""
    path = f"/conversations/{reader.id}"
    acts = [ada.post(f"{path}/take"), grace.post(f"{path}/take"), reader.say("are you there?")]
    order = list(range(3))
    chance.shuffle(order)
    done = await asyncio.gather(*(acts[place] for place in order))
    first, second, _ = (done[order.index(place)] for place in range(3))
    assert sorted((first.status_code, second.status_code)) == [200, 409]
    winner, loser = (ada, second) if first.status_code == 200 else (grace, first)
    name = "Ada" if winner is ada else "Grace"
    assert f"{name} has this conversation." in loser.json()["detail"]
    loses = grace if winner is ada else ada
    body = {"id": f"00000000-0000-4000-8000-{chance.getrandbits(48):012x}", "text": "Hello"}
    refused, said, heard = await asyncio.gather(
        loses.post(f"{path}/reply", body | {"text": "Me too"}),
        winner.post(f"{path}/typing"),
        reader.say("yes?"),
    )
    assert (refused.status_code, said.status_code) == (403, 204)
    assert heard == {"owner": "librarian", "messages": []}
    body["id"] = body["id"].replace("8000", "9000")
    assert (await winner.post(f"{path}/reply", body)).status_code == 200
    assert (await winner.post(f"{path}/hand-back")).status_code == 200
    return name


async def many(base: str, times: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    reader = await Reader.come(base)
    ada, grace = await Window.open(base, "ada"), await Window.open(base, "grace")
    won = [await once(reader, ada, grace, chance) for _ in range(times)]
    await ada.leave()
    await grace.leave()
    return won


async def test_exactly_one_owner_and_never_two_voices(base: str, sqlite: Database) -> None:
    shares = [many(base, TIMES // AT_ONCE, seed) for seed in range(AT_ONCE)]
    won = [name for share in await asyncio.gather(*shares) for name in share]
    assert len(won) == TIMES
    assert set(won) == {"Ada", "Grace"}  # chance, not rank, decides
    with sqlite.session() as session:
        changes = [(c.conversation_id, c.seq, c.owner) for c in session.query(OwnerRow)]
        said = [(m.conversation_id, m.seq, m.author) for m in session.query(MessageRow)]
    assert len(changes) == 2 * TIMES
    steps = sorted([(*c, "owner") for c in changes] + [(*m, "message") for m in said])
    owner: dict[str, str] = {}
    for conversation, _, who, kind in steps:
        if kind == "owner":
            owner[conversation] = who
        elif who in ("assistant", "librarian"):
            assert who == owner.get(conversation, "assistant")
