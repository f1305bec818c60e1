"""Telegram beyond a private chat's usual way: groups, links, old buttons, floods, who blocks us."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.care import Care
from assistant.errors import NotFound
from assistant.reception import Caller
from assistant.store import outbox as store
from assistant.store.tables import MessageRow
from assistant.twins import an_item
from tests.channels import eventually
from tests.telegram_emulator import Refused
from tests.telegram_scene import REA, Scene, begin, open_emulator, open_scene

__all__ = ["open_emulator", "open_scene"]
pytestmark = pytest.mark.servers


async def test_in_a_group_only_what_is_addressed_is_answered(scene: Scene) -> None:
    group = -100200
    for text in ("hello all", "/help", "/help@other_bot"):
        scene.emulator.says(group, text)
    asked = scene.emulator.says(group, "what about birds? @alderbrook_bot")
    texts = await scene.said(group, 2)
    assert texts[-1] == "You said: what about birds?"
    sent = scene.emulator.of("sendMessage")[-1]
    assert sent["reply_parameters"] == {"message_id": asked, "allow_sending_without_reply": True}
    scene.emulator.says(group, "and owls?", reply_to_message={
        "message_id": 2, "date": 1, "chat": {"id": group, "type": "supergroup"}, "text": "x",
        "from": {"id": 123456, "is_bot": True, "first_name": "Alder"}})  # fmt: skip
    assert (await scene.said(group, 3))[-1] == "You said: and owls?"
    scene.emulator.says(group, "/help@alderbrook_bot")
    assert (await scene.said(group, 4))[-1] == "You said: /help"
    for number, private in enumerate(("/mydata@alderbrook_bot", "/website@alderbrook_bot"), 5):
        scene.emulator.says(group, private)
        assert "between the two of us" in (await scene.said(group, number))[-1]


async def test_whoever_asks_for_their_data_first_gets_it_too(scene: Scene) -> None:
    scene.emulator.says(REA, "/mydata")
    await eventually(lambda: scene.emulator.of("sendDocument"))
    assert any("as a file" in text for text in await scene.said(REA, 3))


async def test_inline_mode_shows_holdings_and_keeps_nothing(scene: Scene) -> None:
    scene.house.holdings.kept = [an_item(1, "Dune & <sand>")]  # type: ignore[attr-defined]
    reader = {"id": REA, "is_bot": False, "first_name": "R", "language_code": "en"}
    scene.emulator.tell(inline_query={"id": "1", "from": reader, "query": "dune", "offset": ""})
    await eventually(lambda: scene.emulator.of("answerInlineQuery"))
    (result,) = scene.emulator.of("answerInlineQuery")[0]["results"]
    assert result["title"] == "Dune & <sand>"
    assert "Dune &amp; &lt;sand&gt;" in result["input_message_content"]["message_text"]
    with scene.house.database.session() as session:
        assert session.query(MessageRow).count() == 0


async def test_a_website_conversation_goes_on_in_telegram_and_back(scene: Scene) -> None:
    started = await scene.house.conversations.start("en")
    await begin(scene)
    code = await scene.house.follow_up.code(started.id)
    link = scene.made.deep_link(code)
    assert link == f"https://t.me/alderbrook_bot?start={code}"
    asked = await scene.answer(REA, f"/start {code}")
    assert "Whoever has it open there reads along" in asked
    assert await scene.answer(REA, "not yet") == "You said: not yet"
    kept = (await scene.house.conversations.messages(started.id, 0)).messages
    assert [m.author for m in kept] == ["assistant"]
    assert "moved here" in await press(scene, "Yes, go on here")
    assert await scene.answer(REA, "hello from my phone") == "You said: hello from my phone"
    kept = (await scene.house.conversations.messages(started.id, 0)).messages
    assert [m.author for m in kept][-2:] == ["reader", "assistant"]
    scene.emulator.says(8888, f"/start {code}")
    assert "used or is too old" in (await scene.said(8888, 2))[-1]
    back = await scene.house.follow_up.code(started.id)
    care = Care(scene.house.database, scene.house.conversations.clock)
    found, token = await care.claim(back)
    with pytest.raises(NotFound):
        await care.claim(back)
    assert found == started.id
    await scene.house.conversations.check(found, token)


@pytest.mark.parametrize(("answer", "title"), [("no", "No"), ("late", "Yes, go on here")])
async def test_a_link_that_somebody_sent_carries_nothing_unless_it_is_wished(
    scene: Scene, answer: str, title: str
) -> None:
    started = await scene.house.conversations.start("en")
    await begin(scene)
    code = await scene.house.follow_up.code(started.id)
    await scene.answer(REA, f"/start {code}")
    if answer == "late":
        elsewhere = Caller(channel="telegram", address="8888")
        assert await scene.house.follow_up.move_here(code, elsewhere)
        assert "used or is too old" in await press(scene, title)
    else:
        asked = next(m for m in scene.emulator.said(REA) if "reads along" in m.text)
        scene.emulator.presses(asked.id, title)
        await eventually(
            lambda: any("stays on the website" in t for t in scene.emulator.texts(REA))
        )
    await eventually(
        lambda: not [m for m in scene.emulator.said(REA) if "carry" in str(m.keyboard)]
    )
    assert await scene.answer(REA, "hello") == "You said: hello"
    kept = (await scene.house.conversations.messages(started.id, 0)).messages
    assert [m.author for m in kept] == ["assistant"]


async def press(scene: Scene, title: str) -> str:
    """What is answered to a press under our question about a link."""
    asked = next(m for m in scene.emulator.said(REA) if "reads along" in m.text)
    before = len(scene.emulator.said(REA))
    scene.emulator.presses(asked.id, title)
    return (await scene.said(REA, before + 1))[before]


async def test_blocked_readers_are_given_up_and_come_back(scene: Scene) -> None:
    await begin(scene)
    scene.emulator.blocked.add(REA)
    scene.emulator.says(REA, "hello")

    async def dead() -> Any:
        return await scene.house.database.run(store.undelivered)

    (letter,) = await eventually(dead)
    assert "blocked" in letter.error
    assert letter.text == "You said: hello"
    scene.emulator.blocked.clear()
    member = {"user": {"id": 123456, "is_bot": True, "first_name": "A"}, "status": "member"}
    scene.emulator.tell(my_chat_member={
        "chat": {"id": REA, "type": "private"}, "date": 1,
        "from": {"id": REA, "is_bot": False, "first_name": "R"},
        "old_chat_member": {**member, "status": "kicked", "until_date": 0}, "new_chat_member": member})  # fmt: skip
    assert (await scene.said(REA, 2))[-1] == "You said: hello"


async def test_told_to_wait_it_waits_and_sends_once(scene: Scene) -> None:
    await begin(scene)
    scene.emulator.failures.append(
        ("sendMessage", Refused(429, "Too Many Requests: retry after 1", retry_after=1))
    )
    assert await scene.answer(REA, "hello") == "You said: hello"
    tried = [c for c in scene.emulator.calls if c.method == "sendMessage"][-2:]
    assert tried[1].at - tried[0].at >= 1


@pytest.mark.parametrize(
    "data", ["", "x", "0AAAAAAAAAAAAAAAAAAAAAAc0", "1AAAAAAAAAAAAAAAAAAAAAAc0", "1!!", "{}" * 30]
)
async def test_old_and_foreign_buttons_are_answered_kindly(scene: Scene, data: str) -> None:
    await begin(scene)
    shown = scene.emulator.said(REA)[-1]
    scene.emulator.presses_data(shown.id, data, "zh")
    (told,) = await eventually(lambda: scene.emulator.of("answerCallbackQuery"))
    assert told["show_alert"]
    assert "按钮" in told["text"]
    assert len(scene.house.engine.heard) == 0


async def test_a_button_of_another_chat_opens_nothing(scene: Scene) -> None:
    await begin(scene, 1)
    await begin(scene, 2)
    theirs = scene.emulator.said(1)[-1].keyboard[0][0]["callback_data"]
    scene.emulator.presses_data(scene.emulator.said(2)[-1].id, theirs)
    (told,) = await eventually(lambda: scene.emulator.of("answerCallbackQuery"))
    assert told["show_alert"]
    assert scene.house.engine.heard == []


async def test_unknown_updates_and_service_messages_say_nothing(scene: Scene) -> None:
    scene.emulator.tell(purchased_paid_media={"from": {"id": 1}, "paid_media_payload": "x"})
    scene.emulator.tell(something_new={"a": 1})
    scene.emulator.tell(channel_post={"message_id": 1, "date": 1, "chat": {"id": -5, "type": "channel", "title": "c"}, "text": "x"})  # fmt: skip
    scene.emulator.says(REA, "", pinned_message={"message_id": 1, "date": 1, "chat": {"id": REA, "type": "private"}})  # fmt: skip
    await eventually(lambda: scene.emulator.unconfirmed == 0)
    assert scene.emulator.said(REA) == []


async def test_updates_out_of_order_are_all_heard(scene: Scene) -> None:
    await begin(scene)
    reader = {"id": REA, "is_bot": False, "first_name": "R"}
    chat = {"id": REA, "type": "private"}
    for update_id, number in ((5003, 73), (5001, 71), (5002, 72)):
        message = {
            "message_id": number,
            "date": 1,
            "chat": chat,
            "from": reader,
            "text": f"m{number}",
        }
        scene.emulator.tell_raw({"update_id": update_id, "message": message})
    texts = await scene.said(REA, 4)
    assert sorted(texts[1:]) == ["You said: m71", "You said: m72", "You said: m73"]
    await eventually(lambda: scene.emulator.unconfirmed == 0)


async def test_a_flood_is_told_once_to_slow_down_and_others_are_served(scene: Scene) -> None:
    await begin(scene)
    for number in range(75):
        scene.emulator.says(REA, f"m{number}")
    assert (await scene.answer(9001, "hello")) in ("You said: hello",) or await scene.said(9001, 2)
    await eventually(lambda: scene.emulator.unconfirmed == 0, 20)
    heard = [one for one in scene.house.engine.heard if (one.text or "").startswith("m")]
    assert len(heard) == 60

    async def slow() -> Any:
        with scene.house.database.session() as session:
            return [m for m in session.query(MessageRow) if "wait a minute" in m.text]

    assert len(await slow()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "\u200fمرحبا بالعالم\u200f",
        "😀",
        "'; DROP TABLE message; --",
        "<script>",
        "\u0000x",
        "x" * 4096,
    ],
)
async def test_any_script_and_any_text_is_answered(scene: Scene, text: str) -> None:
    await begin(scene)
    answer = await scene.answer(REA, text)
    assert answer.startswith("You said:")
    assert text.strip()[:4000].replace("\u0000", "")[:50] in answer.replace("\u0000", "")


async def test_the_log_says_what_a_press_and_a_command_were_about(scene: Scene) -> None:
    await begin(scene)
    assert "hid the private details" in await scene.answer(REA, "/search my pin is 4821 dune")
    await scene.said(REA, 3)
    await scene.answer(REA, "birds")
    shown = scene.emulator.said(REA)[-1]
    scene.emulator.presses(shown.id, "3")
    await eventually(lambda: shown.keyboard[0][0]["text"] == "Details")
    scene.emulator.presses(shown.id, "Where")
    await scene.said(REA, 5)
    with scene.house.database.session() as session:
        kept = [m.text for m in session.query(MessageRow).filter_by(author="reader")]
    assert kept[1:] == ["Search: my pin is [pin] dune", "birds", "Where is it? Book number 3"]
