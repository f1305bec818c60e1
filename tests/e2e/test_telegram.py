"""Readers in Telegram: what they say and press, and what they see."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from assistant.model import Choice, ChoicesPart, HoldingsPart, HoldingsQuery, TextPart
from assistant.store.tables import MessageRow, OutboxRow
from assistant.twins import an_item
from tests.channels import eventually
from tests.telegram_scene import MORE, REA, Scene, begin, open_emulator, open_scene, page

__all__ = ["open_emulator", "open_scene"]
pytestmark = pytest.mark.servers


async def test_start_welcomes_in_the_readers_language_and_says_what_is_kept(scene: Scene) -> None:
    await begin(scene, 1, "en")
    await begin(scene, 2, "zh-hans")
    english, chinese = scene.emulator.texts(1), scene.emulator.texts(2)
    assert len(english) == len(chinese) == 1
    assert "library's assistant" in english[0]
    assert "180 days" in english[0]
    assert "图书馆的助手" in chinese[0]
    assert "180 天" in chinese[0]
    assert [b["text"] for row in scene.emulator.said(1)[0].keyboard for b in row] == [
        "What can you do?", "Opening hours", "Talk to a librarian",
    ]  # fmt: skip


async def test_a_first_word_without_start_is_welcomed_and_answered(scene: Scene) -> None:
    scene.emulator.says(REA, "hello")
    welcome, answer = await scene.said(REA, 2)
    assert "library's assistant" in welcome
    assert answer == "You said: hello"


async def test_the_menu_is_set_in_both_languages(scene: Scene) -> None:
    await begin(scene)
    menus = {
        data.get("language_code"): data["commands"] for data in scene.emulator.of("setMyCommands")
    }
    assert set(menus) == {None, "en", "zh"}
    assert [one["command"] for one in menus["zh"]] == [one["command"] for one in menus["en"]]
    assert {"search", "hours", "librarian", "language", "forget", "mydata", "help"} <= {
        one["command"] for one in menus["en"]
    }


async def test_a_list_has_numbers_that_open_what_can_be_done(scene: Scene) -> None:
    await begin(scene)
    text = await scene.answer(REA, "birds")
    assert "1. Book number 1" in text
    assert "823 N5" in text
    assert "1–5 of 12" in text
    shown = scene.emulator.said(REA)[-1]
    assert [b["text"] for b in shown.keyboard[0]] == ["1", "2", "3", "4", "5"]
    scene.emulator.presses(shown.id, "2")
    await eventually(lambda: shown.keyboard[0][0]["text"] == "Details")
    await eventually(lambda: scene.emulator.of("answerCallbackQuery"))
    assert scene.emulator.of("answerCallbackQuery")[-1]["text"] == "Book number 2"
    titles = [b["text"] for row in shown.keyboard for b in row]
    assert titles == [
        "Details",
        "Where is it?",
        "More like this",
        "Cite",
        "Save",
        "‹ Back to the list",
    ]
    scene.emulator.presses(shown.id, "Where")
    assert (await scene.said(REA, 3))[-1] == 'You said: /where{"record_id": "r2"}'
    scene.emulator.presses(shown.id, "‹ Back")
    await eventually(lambda: shown.keyboard[0][0]["text"] == "1")


async def test_pages_come_in_the_place_of_the_list_and_back(scene: Scene) -> None:
    await begin(scene)
    await scene.answer(REA, "birds")
    shown = scene.emulator.said(REA)[-1]
    scene.emulator.presses(shown.id, "Show more")
    await eventually(lambda: "6. Book number 6" in shown.text)
    assert "1. Book number 1" not in shown.text
    assert len(scene.emulator.said(REA)) == 2
    scene.emulator.presses(shown.id, "‹ Previous")
    await eventually(lambda: "1. Book number 1" in shown.text)
    heard = len(scene.house.engine.heard)
    scene.emulator.presses(shown.id, "Show more")
    await eventually(lambda: "6. Book number 6" in shown.text)
    assert len(scene.house.engine.heard) == heard, "a page that was there is only shown again"


async def test_more_of_an_older_list_is_its_own_search_again(scene: Scene) -> None:
    await begin(scene)
    await scene.answer(REA, "birds")
    old = scene.emulator.said(REA)[-1]
    await scene.answer(REA, "birds")
    scene.emulator.presses(old.id, "Show more")
    await scene.said(REA, 4)
    assert (
        scene.house.engine.heard[-1].payload
        == '/find{"text": "birds", "filters": {"language": ["eng"]}}'
    )


async def test_what_cannot_be_shown_is_not_counted(scene: Scene) -> None:
    await begin(scene)
    scene.house.engine.script["nearest"] = [page(1, 3, 5)]
    text = await scene.answer(REA, "nearest")
    assert "3. Book number 3" in text
    assert "of 5" not in text


async def test_when_a_copy_is_due_is_said_in_words(scene: Scene) -> None:
    await begin(scene)
    item = an_item(1)
    lent = replace(item, copies=[replace(item.copies[0], status="on_loan", due=date(2027, 2, 15))])
    query = HoldingsQuery(text="x")
    scene.house.engine.script["lent"] = [[HoldingsPart(query=query, total=1, items=[lent])]]
    assert "on loan, due 15 Feb 2027" in await scene.answer(REA, "lent")


async def test_every_part_is_shown_and_escaped(scene: Scene) -> None:
    await begin(scene)
    text = await scene.answer(REA, "everything")
    for expected in (
        "1 < 2 & 3 > 2", "Austen, J. (1813). <Pride>.", "Hours & rules", "ABCDE-FGHJK",
    ):  # fmt: skip
        assert expected in text
    html = scene.emulator.said(REA)[-1].html
    assert '<a href="https://example.org/a?b=1&amp;c=2">Hours &amp; rules</a>' in html
    scene.emulator.presses(scene.emulator.said(REA)[-1].id, "Yes")
    assert (await scene.said(REA, 3))[-1] == "You said: /affirm"
    one = await scene.answer(REA, "one")
    assert "A <b>bold</b> & brave title" in one
    alone = scene.emulator.said(REA)[-1]
    assert alone.keyboard[0][0]["text"] == "Details"
    assert await scene.answer(REA, "only choices") == "Pick one:"


async def test_a_long_answer_comes_whole_in_pieces_and_in_order(scene: Scene) -> None:
    await begin(scene)
    long = " ".join(f"Sentence number {n} is here." for n in range(400)) + " 😀" * 900
    scene.house.engine.script["long"] = [[TextPart(text=long), ChoicesPart(choices=[MORE])]]
    scene.emulator.says(REA, "long")
    pieces = (await scene.said(REA, 5))[1:]
    assert " ".join(pieces).split() == long.split()
    assert all(piece.endswith((".", "😀")) for piece in pieces)
    assert scene.emulator.said(REA)[-1].keyboard
    assert not scene.emulator.said(REA)[-2].keyboard


async def test_the_same_update_twice_is_one_message(scene: Scene) -> None:
    await begin(scene)
    scene.emulator.says(REA, "hello")
    update = dict(list(scene.emulator._updates.values())[-1]) if scene.emulator._updates else None
    await scene.said(REA, 2)
    message = {"message_id": 2, "date": 1, "text": "hello", "chat": {"id": REA, "type": "private"},
               "from": {"id": REA, "is_bot": False, "first_name": "Rea"}}  # fmt: skip
    del update
    known = scene.house.engine.heard[-1]
    scene.emulator.tell(message=message | {"message_id": _last_reader_message(scene)})
    assert await scene.answer(REA, "next") == "You said: next"
    assert [one.text for one in scene.house.engine.heard].count("hello") == 1
    assert known.text == "hello"


def _last_reader_message(scene: Scene) -> int:
    return max(m.id for m in scene.emulator.messages.values() if not m.by_bot)


async def test_a_librarian_answers_with_their_name_days_later_too(scene: Scene) -> None:
    await begin(scene)
    text = await scene.answer(REA, "human")
    assert "code" in text
    ada = await scene.house.librarian("Ada <3")
    with scene.house.database.session() as session:
        conversation_id = session.query(MessageRow).first().conversation_id  # type: ignore[union-attr]
    await scene.house.desk.take(conversation_id, ada)
    await scene.house.desk.reply(conversation_id, ada, [TextPart(text="It is in.")], "c1")
    texts = await scene.said(REA, 4)
    assert texts[2:] == ["Ada <3 has joined you.", "Ada <3: It is in."]
    scene.emulator.says(REA, "thank you")
    await eventually(lambda: scene.emulator.unconfirmed == 0)
    assert len(scene.emulator.said(REA)) == 4, "the assistant keeps silent"


async def test_forgetting_erases_and_says_so(scene: Scene) -> None:
    await begin(scene)
    await scene.answer(REA, "hello")
    assert "erased" in await scene.answer(REA, "forget me")
    with scene.house.database.session() as session:
        assert session.query(MessageRow).count() == 0
        assert session.query(OutboxRow).count() == 0
    scene.emulator.says(REA, "hello again")
    assert (await scene.said(REA, 5))[-1] == "You said: hello again"


async def test_commands_say_what_they_mean(scene: Scene) -> None:
    await begin(scene)
    await scene.answer(REA, "/search   dune messiah")
    assert scene.house.engine.heard[-1].payload == '/find{"text": "dune messiah"}'
    assert "What shall I look for" in await scene.answer(REA, "/search")
    assert await scene.answer(REA, "/hours east branch") == 'You said: /hours{"branch": "EAST"}'
    assert await scene.answer(REA, "/help") == "You said: /help"
    assert await scene.answer(REA, "/forget") == "You said: /forget"
    assert await scene.answer(REA, "/librarian@alderbrook_bot")
    assert "don't know that command" in await scene.answer(REA, "/frobnicate")
    assert await scene.answer(REA, "/language 中文") == "好的，接下来我用中文回答。"
    which = await scene.answer(REA, "/language")
    assert which == "用哪种语言？"
    scene.emulator.presses(scene.emulator.said(REA)[-1].id, "English")
    await eventually(lambda: scene.emulator.texts(REA)[-1] == "I'll answer in English from now on.")


async def test_my_data_comes_as_a_file(scene: Scene) -> None:
    await begin(scene)
    await scene.answer(REA, "hello")
    scene.emulator.says(REA, "/mydata")
    (sent,) = await eventually(lambda: scene.emulator.of("sendDocument"))
    assert sent["document"].filename == "refdesk.json"
    (kept,) = json.loads(sent["document"].body)["conversations"]
    said = [part["text"] for m in kept["messages"] for part in m["parts"] if "text" in part]
    assert said[-4:-2] == ["hello", "You said: hello"]


async def test_typing_is_shown_while_it_takes_long(scene: Scene) -> None:
    await begin(scene)
    await scene.answer(REA, "quick")
    assert not scene.emulator.of("sendChatAction")
    scene.house.engine.delay = 1.0
    await scene.answer(REA, "slow")
    assert scene.emulator.of("sendChatAction")[0]["action"] == "typing"


async def test_an_edited_message_is_asked_anew_and_an_older_one_only_kept(scene: Scene) -> None:
    await begin(scene)
    first = scene.emulator.says(REA, "brids")
    await scene.said(REA, 2)
    scene.emulator.edits(first, "birds!")
    assert (await scene.said(REA, 3))[-1] == "You said: birds!"
    await scene.answer(REA, "next")
    scene.emulator.edits(first, "birds?")
    await eventually(lambda: scene.emulator.unconfirmed == 0)
    assert len(scene.emulator.said(REA)) == 4
    with scene.house.database.session() as session:
        kept = [m.text for m in session.query(MessageRow).filter_by(author="reader")]
    assert kept[-1] == "[changed an earlier message] birds?"
    scene.emulator.edits(first, "bird " * 800)
    await eventually(lambda: scene.emulator.unconfirmed == 0)


async def test_a_single_item_says_and_offers_everything_once(scene: Scene) -> None:
    await begin(scene)
    told = "A crane flies over the Himalaya."
    item = replace(an_item(1), summary=told, why=f"From its description: {told}")
    of = json.dumps({"record_id": item.record_id})
    offered = [
        Choice(title="Cite it", payload=f"/cite{of}"),
        Choice(title="Held?", payload="/human"),
    ]
    scene.house.engine.script["single"] = [
        [
            TextPart(text=f"It is about this: {told}"),
            HoldingsPart(query=HoldingsQuery(text="x"), total=1, items=[item]),
            ChoicesPart(choices=offered),
        ]
    ]
    shown = await scene.answer(REA, "single")
    assert shown.count(told) == 1
    titles = [b["text"] for row in scene.emulator.said(REA)[-1].keyboard for b in row]
    assert titles == ["Details", "Where is it?", "More like this", "Cite", "Save", "Held?"]
    scene.emulator.presses(scene.emulator.said(REA)[-1].id, "Held?")
    await eventually(lambda: "kept your question" in scene.emulator.texts(REA)[-1])
