"""What goes wrong in Telegram: no network, a wrong token, bad photos, a webhook without its secret."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
import zxingcpp
from fastapi import FastAPI
from PIL import Image

from assistant.model import TextPart
from assistant.store import Database
from assistant.store import outbox as store
from assistant.store.tables import MessageRow
from connectors import problems
from connectors.telegram.make import check_token
from tests.channels import House, eventually, house, running, telegram
from tests.mail_servers import free_port
from tests.telegram_emulator import TOKEN, Emulator, Refused
from tests.telegram_emulator import running as emulated

pytestmark = pytest.mark.servers
REA = 7001
ISBN = "9780141439518"


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with emulated() as emulator:
        yield emulator


@pytest.fixture
def at_home(sqlite: Database) -> House:
    return house(sqlite)


@pytest.fixture
async def made(at_home: House, emulator: Emulator) -> AsyncIterator[Any]:
    made = telegram(at_home, emulator.url, token=TOKEN)
    async with running(at_home, made.channel):
        emulator.says(REA, "/start")
        await said(emulator, 1)
        yield made
    await made.telegram.close()


async def said(emulator: Emulator, count: int, chat: int = REA) -> list[str]:
    await eventually(lambda: len(emulator.said(chat)) >= count, 15)
    return emulator.texts(chat)


def kept(at_home: House) -> list[str]:
    with at_home.database.session() as session:
        return [m.text for m in session.query(MessageRow).filter_by(author="reader")]


def photo(emulator: Emulator, picture: bytes, size: int | None = None) -> dict[str, Any]:
    emulator.files["f1"] = picture
    sizes = {"file_id": "f1", "file_unique_id": "f1", "width": 1200, "height": 900}
    return {"photo": [{**sizes, "file_size": size or len(picture)}]}


def picture(text: str = "", kind: Any = zxingcpp.BarcodeFormat.EAN13) -> bytes:
    """A photo of a barcode on a grey desk, or of the desk alone."""
    desk = Image.new("L", (1200, 900), 150)
    if text:
        code = zxingcpp.create_barcode(text, kind).to_image(scale=6, add_quiet_zones=True)
        desk.paste(Image.fromarray(code).rotate(3, fillcolor=255, expand=True), (200, 200))
    body = io.BytesIO()
    desk.save(body, "JPEG", quality=70)
    return body.getvalue()


async def test_a_photo_of_a_barcode_is_looked_up(
    made: Any, at_home: House, emulator: Emulator
) -> None:
    emulator.says(REA, "", **photo(emulator, picture(ISBN)))
    assert (await said(emulator, 2))[-1] == f'You said: /find{{"text": "{ISBN}"}}'


@pytest.mark.parametrize(
    ("body", "size", "answer"),
    [
        (picture(), None, "couldn't find a barcode"),
        (picture("4006381333931"), None, "isn't a book's ISBN"),
        (b"this is no picture", None, "couldn't find a barcode"),
        (picture()[:900], None, "couldn't find a barcode"),
        (picture(ISBN), 20_000_000, "larger than I can open"),
        (b"\0" * 20_000_001, 1000, "larger than I can open"),
    ],
)
async def test_photos_that_say_nothing_get_a_kind_sentence(
    made: Any, at_home: House, emulator: Emulator, body: bytes, size: int | None, answer: str
) -> None:
    emulator.says(REA, "", caption="this one", **photo(emulator, body, size))
    assert answer in (await said(emulator, 2))[-1]
    assert kept(at_home)[-1] == "[photo] this one"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}}, "[voice message]"),
        (
            {"document": {"file_id": "d", "file_unique_id": "d", "file_name": "thesis <1>.pdf"}},
            "[file: thesis <1>.pdf]",
        ),
        (
            {
                "sticker": {
                    "file_id": "s", "file_unique_id": "s", "width": 1, "height": 1, "emoji": "📚",
                    "is_animated": False, "is_video": False, "type": "regular",
                }
            },
            "[sticker 📚]",
        ),
        ({"dice": {"emoji": "🎲", "value": 3}}, "[something that only Telegram can show]"),
        ({"contact": {"phone_number": "+4912345678901", "first_name": "Ann"}}, "[a contact]"),
    ],
)  # fmt: skip
async def test_what_only_people_can_read_is_noted_for_them(
    made: Any, at_home: House, emulator: Emulator, content: dict[str, Any], shown: str
) -> None:
    emulator.says(REA, "", **content)
    answer = (await said(emulator, 2))[-1]
    assert kept(at_home)[-1] == shown
    assert answer
    assert at_home.engine.heard == []


async def test_a_place_gets_the_nearest_branch_and_is_not_kept(
    made: Any, at_home: House, emulator: Emulator
) -> None:
    branch = at_home.library.branches[1]
    place = {"latitude": branch.latitude + 0.001, "longitude": branch.longitude}
    emulator.says(REA, "", location=place)
    answer = (await said(emulator, 2))[-1]
    assert f"{branch.name.en} is nearest to you" in answer
    assert "open" in answer.lower() or "closed" in answer.lower()
    assert kept(at_home)[-1] == "[location]"


async def test_while_a_librarian_speaks_a_sticker_gets_no_word_from_us(
    made: Any, at_home: House, emulator: Emulator
) -> None:
    from assistant.reception import Caller

    found = await at_home.reception.conversation(Caller(channel="telegram", address=str(REA)))
    assert found
    ada = await at_home.librarian()
    await at_home.desk.take(found[0], ada)
    emulator.says(REA, "", voice={"file_id": "v", "file_unique_id": "v", "duration": 3})
    await eventually(lambda: kept(at_home)[-1] == "[voice message]")
    await at_home.desk.reply(found[0], ada, [TextPart(text="I can hear you.")], "1")
    assert (await said(emulator, 3))[1:] == ["Ada has joined you.", "Ada: I can hear you."]


async def test_a_wrong_token_is_told_and_stops_nothing_else(
    at_home: House, emulator: Emulator
) -> None:
    wrong = await check_token("1:wrong", emulator.url)
    assert wrong
    assert "REFDESK_TELEGRAM_TOKEN" in wrong
    assert await check_token(TOKEN, emulator.url) is None
    made = telegram(at_home, emulator.url, token="1:wrong")
    async with running(at_home, made.channel):
        await eventually(lambda: made.link.state == "wrong token")
        started = await at_home.conversations.start("en")
        assert started.messages


async def test_telegram_out_of_reach_is_shown_and_all_is_delivered_after(at_home: House) -> None:
    port = free_port()
    made = telegram(at_home, f"http://127.0.0.1:{port}", token=TOKEN)
    assert await check_token(TOKEN, f"http://127.0.0.1:{port}")
    async with running(at_home, made.channel):
        await eventually(lambda: made.link.state == "down")
        from assistant.model import Said
        from assistant.reception import Caller

        who = Caller(channel="telegram", address=str(REA))
        for number in range(5):
            await at_home.reception.hear(who, Said(id=str(number), text=f"m{number}"))

        async def tried() -> Any:
            found = await at_home.database.run(store.waiting)
            return found and found[0]["count"] == 6 and found[0]["error"]

        assert "Connect" in await eventually(tried)
        with emulated(port=port) as emulator:
            texts = (await said(emulator, 6))[1:]
            assert texts == [f"You said: m{number}" for number in range(5)]
            await eventually(lambda: made.link.state == "up", 15)
    await made.telegram.close()


async def test_an_answer_that_is_lost_on_its_way_back_is_not_sent_again(
    at_home: House, emulator: Emulator
) -> None:
    """Telegram took the message, and we never heard so."""
    made = telegram(at_home, emulator.url, token=TOKEN, patience=0.5)
    async with running(at_home, made.channel):
        emulator.says(REA, "hello")
        await said(emulator, 2)
        emulator.stall_after = ("sendMessage", 1.0)
        emulator.says(REA, "twice?")
        await said(emulator, 3)
        emulator.says(REA, "next")
        assert (await said(emulator, 4))[2:] == ["You said: twice?", "You said: next"]
    await made.telegram.close()


async def test_a_server_error_is_tried_again(made: Any, emulator: Emulator) -> None:
    emulator.failures.append(("sendMessage", Refused(502, "Bad Gateway")))
    emulator.says(REA, "hello")
    assert (await said(emulator, 2))[-1] == "You said: hello"


async def test_a_webhook_needs_its_secret(at_home: House, emulator: Emulator) -> None:
    made = telegram(at_home, emulator.url, token=TOKEN, public_url="https://library.example")
    app = FastAPI()
    problems.install(app)
    app.include_router(made.router)
    transport = httpx.ASGITransport(app)
    async with (
        running(at_home, made.channel),
        httpx.AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        await eventually(lambda: emulator.webhook)
        assert emulator.webhook["url"] == "https://library.example/telegram/webhook"
        secret = {"X-Telegram-Bot-Api-Secret-Token": emulator.webhook["secret_token"]}
        message = emulator._message(REA, "hello", {})
        update = {"update_id": 1, "message": message}
        path = "/telegram/webhook"
        assert (await client.post(path, json=update)).status_code == 401
        wrong = {"X-Telegram-Bot-Api-Secret-Token": "wrong"}
        assert (await client.post(path, json=update, headers=wrong)).status_code == 401
        assert kept(at_home) == []
        for _ in range(2):
            assert (await client.post(path, json=update, headers=secret)).status_code == 200
        assert (await client.post(path, content=b"{", headers=secret)).status_code == 422
        assert (await client.post(path, json=[1], headers=secret)).status_code == 422
        assert (await said(emulator, 2))[-1] == "You said: hello"
        assert kept(at_home) == ["hello"]
    await made.telegram.close()


async def test_an_update_that_cannot_be_kept_comes_again(
    made: Any, at_home: House, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store fails once: Telegram is not told that the update arrived."""
    heard, failed = at_home.reception.hear, []

    async def fail_once(*args: Any) -> Any:
        if not failed:
            failed.append(True)
            raise OSError("the disk is full")
        return await heard(*args)

    monkeypatch.setattr(at_home.reception, "hear", fail_once)
    emulator.says(REA, "hello")
    assert (await said(emulator, 2))[-1] == "You said: hello"
    assert failed


async def test_a_slow_photo_holds_up_nobody(made: Any, emulator: Emulator) -> None:
    emulator.slow_files = 2.0
    emulator.says(1, "", **photo(emulator, picture(ISBN)))
    await asyncio.sleep(0.3)
    emulator.says(REA, "hello")
    assert (await said(emulator, 2))[-1] == "You said: hello"
    assert emulator.said(1) == []
    assert (await said(emulator, 2, 1))[-1].startswith("You said: /find")
