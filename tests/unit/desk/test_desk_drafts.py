"""What the assistant drafts for a librarian, and what a colleague gets who is not there."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from assistant.store.tables import LibrarianRow, MessageRow, SearchRow, TurnRow
from assistant.upkeep import Keep, Upkeep


async def test_a_draft_is_an_entry_or_records_never_invented(house: Any) -> None:
    ada = await house.sign_in("ada")
    entry = house.console.answers.entries[0]
    known = await house.reader(entry.en.question)
    found = (await ada.get(f"/conversations/{known}/draft")).json()
    assert (found["text"], found["sources"][0]["id"]) == (entry.en.answer, entry.id)
    topic = await house.reader("zzz bird")
    found = (await ada.get(f"/conversations/{topic}/draft")).json()
    assert (found["text"], [i["record_id"] for i in found["items"]]) == ("", ["r1"])


async def test_a_draft_searches_what_the_assistant_searched(house: Any) -> None:
    """ "only after 2010" is no question of its own: the log knows what is narrowed, and how."""
    ada = await house.sign_in("ada")
    id_ = await house.reader("how a bird navigates", "only after 2010")
    with house.database.session() as session:
        for number, turn in enumerate(session.query(TurnRow).order_by(TurnRow.at, TurnRow.id)):
            asked = session.get_one(MessageRow, turn.id).text
            turn.intent = "refine" if asked.startswith("only") else "find_holdings"
            filters = {"year_from": 2011} if turn.intent == "refine" else {}
            session.add(search(turn.id, number, "how a bird navigates", filters))
    briefing = (await ada.get(f"/conversations/{id_}")).json()["briefing"]
    assert briefing["wants"] == "how a bird navigates: only after 2010"
    found = (await ada.get(f"/conversations/{id_}/draft")).json()
    assert [i["record_id"] for i in found["items"]] == ["r1"]
    assert house.console.holdings.asked == [("how a bird navigates", {"year_from": 2011})]


async def test_what_is_said_to_a_librarian_is_no_question_for_the_next(house: Any) -> None:
    ada = await house.sign_in("ada")
    id_ = await house.reader("census records of 1901", "human", "the ones of Alderbrook")
    await ada.post(f"/conversations/{id_}/take")
    body = {"id": str(uuid4()), "text": "One moment, please."}
    await ada.post(f"/conversations/{id_}/reply", body)
    await house.says(id_, "thank you so much")
    briefing = (await ada.get(f"/conversations/{id_}")).json()["briefing"]
    asked = ["census records of 1901", "the ones of Alderbrook"]
    assert [one["text"] for one in briefing["questions"]] == asked
    assert briefing["wants"] == asked[-1]
    await ada.post(f"/conversations/{id_}/hand-back")
    await house.says(id_, "when do you close")
    briefing = (await ada.get(f"/conversations/{id_}")).json()["briefing"]
    assert briefing["wants"] == "when do you close"


def search(turn_id: str, number: int, query: str, filters: dict[str, Any]) -> SearchRow:
    return SearchRow(
        turn_id=turn_id,
        number=number,
        query=query,
        filters=filters,
        record_ids=["r1"],
        scores=[0.9],
        total=1,
        kind="topic",
        index_version="v1",
    )


async def test_a_colleague_who_is_away_has_time_to_come(house: Any) -> None:
    ada, grace = await house.sign_in("ada"), await house.sign_in("grace")
    keep = Keep(conversations=0, turns=0, open_questions=0)
    upkeep = Upkeep(house.console.conversations, queue_minutes=5, vanish_minutes=2, keep=keep)
    id_ = await house.reader("hello", "human")
    for seen_at in (house.clock.now(), None):  # Grace went an hour ago, or was never here
        with house.database.session() as session:
            session.get_one(LibrarianRow, grace.id).seen_at = seen_at
        house.clock.step(hours=1)
        await ada.post("/hello", {})
        await ada.post(f"/conversations/{id_}/take")
        await ada.post(f"/conversations/{id_}/transfer", {"to": grace.id})
        house.clock.step(minutes=1)
        assert await upkeep.return_vanished() == 0
        house.clock.step(minutes=2)
        assert await upkeep.return_vanished() > 0
        (row,) = (await ada.get("/inbox")).json()["rows"]
        assert row["owner"] == "queue"
