"""Reports, review, knowledge and unmet needs: counted right, exported as the benches read them."""

from __future__ import annotations

import csv
import io
import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from assistant.care import Care
from assistant.desk.knowledge import short_name
from assistant.desk.reports import Wish
from assistant.desk.review import WEIGHTS
from assistant.model import Effect, EngineReply, SearchLog, TextPart, Understanding
from assistant.store.tables import ConversationRow, KnowledgeRow, MessageRow, TurnRow
from connectors.desk.charts import draw
from tests.unit.desk.conftest import House

TODAY = datetime(2026, 11, 24, tzinfo=UTC).date()


def teach(house: House) -> None:
    """The engine as far as reports need it: it searches, answers from an entry, or is unsure."""
    echo = house.engine.turn

    async def turn(conversation_id: str, said: Any, language: Any) -> EngineReply:
        text = said.text or ""
        if text.startswith("find "):
            ids = [] if "basque" in text.lower() else ["r1"]
            search = SearchLog(
                query=text[5:],
                filters={},
                record_ids=ids,
                scores=[0.5] * len(ids),
                total=len(ids),
                index_version="v",
            )
            return EngineReply(
                messages=[[TextPart(text="Here.")]],
                understood=Understanding(
                    intent="find_holdings",
                    confidence=0.9,
                    entities=[{"entity": "branch", "value": "EAST"}],
                ),
                searches=[search],
            )
        if text.startswith("how "):
            return EngineReply(
                messages=[[TextPart(text="Bring your card.")]],
                understood=Understanding(intent="printing", confidence=0.4),
                effects=[Effect(kind="knowledge", data={"entry_id": "print-from-phone"})],
            )
        return await echo(conversation_id, said, language)

    house.engine.turn = turn  # type: ignore[method-assign]


async def table(house: House, id_: str, **more: Any) -> dict[str, Any]:
    wish = Wish(first=TODAY - timedelta(days=6), last=TODAY, **more)
    tables = await house.console.reports.tables(wish)
    return {row[0]: row[1:] for row in next(t for t in tables if t.id == id_).rows}  # type: ignore[misc]


async def test_reports_count_what_happened(house: House) -> None:
    teach(house)
    ada = await house.sign_in("ada")
    await house.reader("find birds", "how do I print")
    await house.reader("找书", language="zh")
    asked = await house.reader("hello", "human")
    house.clock.step(minutes=4)
    await ada.post(f"/conversations/{asked}/take")
    ending = {"outcome": "answered", "read_level": 4, "question_type": "topic"}
    await ada.post(f"/conversations/{asked}/close", ending)
    glance = await table(house, "overview")
    assert glance["Conversations in which a reader wrote"] == (3,)
    assert glance["Answered by the assistant alone"] == (2,)
    assert glance["Handed over to librarians"] == (1,)
    assert glance["Median wait for a librarian, minutes of desk time"] == (4.0,)
    assert (await table(house, "waits"))["3 to 5 min"] == (1,)
    assert (await table(house, "read"))["4"] == (1,)
    assert (await table(house, "languages")) == {"English": (2, 66.7), "中文": (1, 33.3)}
    assert (await table(house, "days"))["2026-11-24"] == (2, 1)
    assert (await table(house, "hours"))["Tuesday"][10] == 5
    assert (await table(house, "reasons")) == {"asked": (1, 100.0)}
    assert (await table(house, "branches")) == {"East Branch": (1, 100.0)}
    assert (await table(house, "asked"))["print-from-phone"] == ("answer", 1)
    assert (await table(house, "languages", language="zh")) == {"中文": (1, 100.0)}
    assert (await table(house, "channels", channel="telegram")) == {}


async def test_questions_left_when_nobody_was_there(house: House) -> None:
    left = await house.reader("hello", "human")
    await house.reader("hello", "human")
    ada = await house.sign_in("ada")
    await ada.post(f"/conversations/{left}/take")
    await ada.post(f"/conversations/{left}/close", {"outcome": "answered"})
    glance = await table(house, "overview")
    assert glance["Questions left when nobody was there"] == (2,)
    assert glance["  of them answered since"] == (1,)


async def test_pages_pictures_and_csv(house: House) -> None:
    teach(house)
    await house.reader("find =HYPERLINK(1) basque")
    sue, ada = await house.sign_in("sue"), await house.sign_in("ada")
    page = await sue.http.get("/desk/reports")
    assert page.status_code == 200
    assert "http://" not in page.text
    tables = await house.console.reports.tables(Wish(first=TODAY, last=TODAY))
    for one in tables:
        sheet = await sue.http.get(f"/desk/reports/{one.id}.csv")
        rows = list(csv.reader(io.StringIO(sheet.content.decode("utf-8-sig"))))
        assert tuple(rows[0]) == one.columns
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]
    assert "'=hyperlink" in (await sue.http.get("/desk/reports/nothing.csv")).text
    picture = await sue.http.get("/desk/reports/days.svg?scheme=dark")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert b"<script" not in picture.content
    assert b"//kozea" not in picture.content
    assert (await sue.http.get("/desk/reports/nothing-such.csv")).status_code == 404
    backwards = await sue.http.get("/desk/reports?first=2026-11-24&last=2026-11-01")
    assert backwards.status_code == 422
    assert (await sue.http.get("/desk/reports?first=2020-01-01")).status_code == 422
    for path in ("reports", "reports/days.csv", "review", "knowledge", "needs", "needs.csv"):
        assert (await ada.http.get(f"/desk/{path}")).status_code == 403


@pytest.mark.slow
async def test_a_year_is_counted_without_making_readers_wait(house: House) -> None:
    with house.database.session() as session:
        for n in range(2000):
            at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=4 * n)
            conversation = str(uuid4())
            session.add(
                ConversationRow(
                    id=conversation,
                    channel="web",
                    language="en",
                    owner="assistant",
                    last_seq=1,
                    created_at=at,
                    updated_at=at,
                )
            )
            message = MessageRow(
                id=str(uuid4()),
                conversation_id=conversation,
                seq=1,
                at=at,
                author="reader",
                parts=[],
                text=f"question {n}",
            )
            session.add(message)
            session.add(
                TurnRow(
                    id=message.id, conversation_id=conversation, at=at, state="done", intent="hours"
                )
            )
    wish = Wish(first=TODAY - timedelta(days=364), last=TODAY)
    began = time.perf_counter()
    tables = await house.console.reports.tables(wish)
    assert time.perf_counter() - began < 10
    days = next(t for t in tables if t.id == "days")
    assert len(days.rows) == 365
    assert sum(int(row[1]) for row in days.rows) == 1968
    assert draw(days, "light").startswith(b"<?xml")


async def test_the_worst_turns_come_first(house: House) -> None:
    teach(house)
    good = await house.reader("find birds")
    nothing = await house.reader("find basque")
    unsure = await house.reader("how do I print")
    (answer,) = [
        m for m in (await house.console.conversations.messages(unsure, 0)).messages if m.seq == 3
    ]
    await Care(house.database, house.clock).feedback(unsure, answer.id, False, None)
    turns = await house.console.review.turns()
    assert [t.asked for t in turns] == ["how do I print", "find basque"]
    assert turns[0].signs == ["unhelpful", "low_confidence", "abandoned"]
    assert turns[0].weight > turns[1].weight
    assert good not in [t.conversation_id for t in turns]
    assert nothing in [t.conversation_id for t in turns]
    assert set().union(*(t.signs for t in turns)) <= set(WEIGHTS)


async def test_marks_are_exported_as_the_benches_read_them(house: House) -> None:
    teach(house)
    sue = await house.sign_in("sue")
    for text in ("how do I print", "how do I scan", "how late", "how so"):
        await house.reader(text)
    ids = {t.asked: t.id for t in await house.console.review.turns()}
    marks = {
        "how do I print": {"mark": "right"},
        "how do I scan": {"mark": "wrong_answer", "entry_id": "scan-copy"},
        "how late": {"mark": "wrong_intent", "intent": "hours"},
        "how so": {"mark": "missing_answer"},
    }
    for text, fields in marks.items():
        answer = await sue.form(f"/review/{ids[text]}", **fields)
        assert answer.status_code == 303
    assert answer.headers["location"] == f"/desk/knowledge/new?turn={ids['how so']}"
    assert 'value="how so"' in (await sue.http.get(answer.headers["location"])).text
    assert (await sue.form(f"/review/{ids['how so']}", mark="nonsense")).status_code == 422
    assert (await sue.form(f"/review/{ids['how so']}", mark="wrong_intent")).status_code == 422
    assert await house.console.review.turns() == []

    async def export(form: str) -> list[Any]:
        text = (await sue.http.get(f"/desk/review/export/{form}.jsonl")).text
        return [json.loads(line) for line in text.splitlines()]

    assert await export("nlu") == [
        {"text": "how do I print", "intent": "printing"},
        {"text": "how do I scan", "intent": "printing"},
        {"text": "how late", "intent": "hours"},
    ]
    assert await export("faq") == [
        {"query": "how do I print", "faq_id": "print-from-phone"},
        {"query": "how do I scan", "faq_id": "scan-copy"},
    ]


def form_of(**change: str) -> dict[str, str]:
    fields = {"id": "lost-umbrella", "topic": "visits", "fresh": "yes"}
    for language in ("en", "zh"):
        fields |= {
            f"{language}_question": "Where do lost umbrellas go?",
            f"{language}_also": "umbrella lost\nI left my umbrella",
            f"{language}_answer": "To the ground floor desk.",
            f"{language}_source_title": "Lost property",
            f"{language}_source_url": "https://www.alderbrook.example/lost",
        }
    return fields | change


async def test_an_entry_shows_what_it_changes_and_is_live_at_once(house: House) -> None:
    sue = await house.sign_in("sue")
    await house.reader("I left my umbrella")
    await house.reader("something else entirely")
    before = await sue.form("/knowledge", **form_of(act="preview"))
    assert "1 earlier question would be answered differently" in before.text
    assert "no sure answer → lost-umbrella" in before.text
    with house.database.session() as session:
        assert session.query(KnowledgeRow).count() == 0
    saved = await sue.form("/knowledge", **form_of(act="save"))
    assert saved.headers["location"] == "/desk/knowledge/lost-umbrella?saved=1"
    assert (await sue.form("/knowledge", **form_of(act="save"))).status_code == 409
    changed = form_of(act="save", fresh="no", en_answer="To any desk.")
    assert (await sue.form("/knowledge", **changed)).status_code == 303
    with house.database.session() as session:
        (row,) = session.query(KnowledgeRow)
        assert (row.change, row.active, row.body["en"]["answer"]) == (2, True, "To any desk.")
    assert (await sue.form("/knowledge", **(changed | {"act": "take_back"}))).status_code == 303
    listed = await house.console.knowledge.entry("lost-umbrella")
    assert (listed.active, listed.changed) == (False, True)


async def test_a_new_entry_names_itself_and_offers_the_known_topics(house: House) -> None:
    sue = await house.sign_in("sue")
    assert '<option value="cards">' in (await sue.http.get("/desk/knowledge/new")).text
    saved = await sue.form("/knowledge", **form_of(act="save", id=""))
    assert saved.headers["location"] == "/desk/knowledge/where-do-lost-umbrellas-go?saved=1"
    assert short_name("Can't I bring my own lunch to the reading room?") == (
        "cant-i-bring-my-own-lunch"
    )


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"id": "Not A Name"}, "id"),
        ({"en_question": " "}, "en question"),
        ({"zh_also": ""}, "zh also"),
        ({"en_source_url": "javascript:alert(1)"}, "en source url"),
    ],
)
async def test_an_entry_that_is_none_says_why(
    house: House, change: dict[str, str], names: str
) -> None:
    sue = await house.sign_in("sue")
    answer = await sue.form("/knowledge", **form_of(act="save", **change))
    assert answer.status_code == 422
    assert f'role="alert">{names}' in answer.text
    forged = await sue.http.post("/desk/knowledge", data=form_of(act="save"))
    assert forged.status_code == 403


async def test_an_unmet_need_shows_from_five_readers_on(house: House) -> None:
    teach(house)
    for n in range(5):
        await house.reader("find Basque knitting" if n % 2 else "find knitting basque")
    one = await house.reader("find basque whaling")
    for _ in range(6):
        await house.says(one, "find basque whaling")  # one reader, however often
    (need,) = await house.console.needs.unmet()
    assert (need.readers, need.times, len(need.wordings)) == (5, 5, 2)
    sue = await house.sign_in("sue")
    assert "whaling" not in (await sue.http.get("/desk/needs")).text
    sheet = (await sue.http.get("/desk/needs.csv")).content.decode("utf-8-sig")
    assert sheet.splitlines()[1].startswith("knitting basque,5,5,basque knitting,2026-11-24")


async def test_saved_replies_by_page(house: House) -> None:
    ada = await house.sign_in("ada")
    fields = {"shortcut": "hi", "en": "Hello", "zh": "您好"}
    assert (await ada.form("/replies", **fields)).status_code == 303
    assert (await ada.form("/replies", **fields)).status_code == 409
    assert (await ada.form("/replies", **(fields | {"shortcut": "a b"}))).status_code == 422
    assert (
        await ada.form("/replies", **(fields | {"shortcut": "x", "zh": " "}))
    ).status_code == 422
    (one,) = await house.console.canned.of(house.who("ada"))
    assert (await ada.form("/replies", id=one.id, act="drop")).status_code == 303
    assert await house.console.canned.of(house.who("ada")) == []
