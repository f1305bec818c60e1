"""Readers in Telegram: an emulated Bot API over real HTTP, and python-telegram-bot's own client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from assistant.care import Care
from assistant.errors import NotFound
from assistant.model import (
    Choice,
    ChoicesPart,
    CitationPart,
    HandoffPart,
    HoldingsPart,
    HoldingsQuery,
    Source,
    SourcesPart,
    TextPart,
)
from assistant.outbox import Outbox
from assistant.store import Database
from assistant.store import outbox as store
from assistant.store.tables import MessageRow, OutboxRow
from assistant.twins import ScriptedEngine, an_item
from tests.channels import House, eventually, house, running, telegram
from tests.telegram_emulator import TOKEN, Emulator, Refused
from tests.telegram_emulator import running as emulated

pytestmark = pytest.mark.servers
REA = 7001


def page(first: int, last: int, total: int, *choices: Choice) -> list[Any]:
    items = [an_item(number) for number in range(first, last + 1)]
    query = HoldingsQuery(text="birds", filters={"language": ["eng"]})
    parts: list[Any] = [
        TextPart(text=f"{first} to {last}"),
        HoldingsPart(query=query, total=total, items=items, offset=first - 1),
    ]
    return [*parts, ChoicesPart(choices=list(choices))] if choices else parts


MORE = Choice(title="Show more", payload="/more")
SCRIPT: dict[str, Any] = {
    "birds": [page(1, 5, 12, MORE, Choice(title="Only available", payload='/filter{"set": {"available": true}}'))],
    "/more": [page(6, 10, 12, MORE)],
    "/find": [page(1, 5, 12, MORE)],
    "one": [[HoldingsPart(query=HoldingsQuery(text="x"), total=1, items=[an_item(3, "A <b>bold</b> & brave title")])]],
    "everything": [
        [
            TextPart(text="1 < 2 & 3 > 2"),
            CitationPart(style="apa", text="Austen, J. (1813). <Pride>."),
            SourcesPart(sources=[Source(title="Hours & rules", id="hours", url="https://example.org/a?b=1&c=2")]),
            HandoffPart(state="left", claim_code="ABCDE-FGHJK"),
            ChoicesPart(choices=[Choice(title="Yes", payload="/affirm")]),
        ]
    ],
    "only choices": [[ChoicesPart(choices=[Choice(title="Yes", payload="/affirm")])]],
}  # fmt: skip


@dataclass
class Scene:
    house: House
    emulator: Emulator
    outbox: Outbox
    made: Any

    async def said(self, chat: int, count: int = 1, seconds: float = 10) -> list[str]:
        """The bot's texts in a chat, when there are so many."""
        await eventually(lambda: len(self.emulator.said(chat)) >= count, seconds)
        return self.emulator.texts(chat)

    async def answer(self, chat: int, text: str) -> str:
        before = len(self.emulator.said(chat))
        self.emulator.says(chat, text)
        return (await self.said(chat, before + 1))[before]


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with emulated() as emulator:
        yield emulator


@pytest.fixture
async def scene(sqlite: Database, emulator: Emulator) -> AsyncIterator[Scene]:
    at_home = house(sqlite, ScriptedEngine(SCRIPT))
    made = telegram(at_home, emulator.url, token=TOKEN)
    async with running(at_home, made.channel) as outbox:
        yield Scene(at_home, emulator, outbox, made)
    await made.telegram.close()


async def begin(scene: Scene, chat: int = REA, language: str = "en") -> None:
    scene.emulator.says(chat, "/start", language=language)
    await scene.said(chat)


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
    await eventually(lambda: scene.emulator.of("sendDocument"))


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
    assert "moved here" in await scene.answer(REA, f"/start {code}")
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
    await scene.answer(REA, "/search my pin is 4821 dune")
    await scene.answer(REA, "birds")
    shown = scene.emulator.said(REA)[-1]
    scene.emulator.presses(shown.id, "3")
    await eventually(lambda: shown.keyboard[0][0]["text"] == "Details")
    scene.emulator.presses(shown.id, "Where")
    await scene.said(REA, 4)
    with scene.house.database.session() as session:
        kept = [m.text for m in session.query(MessageRow).filter_by(author="reader")]
    assert kept[1:] == ["Search: my pin is [pin] dune", "birds", "Where is it?: Book number 3"]
