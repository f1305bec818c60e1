"""What every channel owes its readers: website, Telegram and letters, over their real protocols."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from typing import Any, Protocol
from uuid import uuid4

import httpx
import pytest

from assistant.care import Care
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
from assistant.parts import load_parts, plain
from assistant.store import Database
from assistant.store.tables import ConversationRow, MessageRow, TurnRow
from assistant.twins import ScriptedEngine, an_item
from tests.channels import House, eventually, house, running, telegram
from tests.mail_servers import PASSWORD, dovecot, put, smtp, unread
from tests.telegram_emulator import TOKEN
from tests.telegram_emulator import running as emulated

pytestmark = pytest.mark.servers

LONG = " ".join(f"Sentence {number} of a long answer." for number in range(300))
SCRIPT: dict[str, Any] = {
    "everything": [
        [
            TextPart(text="1 < 2 & <b>3</b>"),
            HoldingsPart(
                query=HoldingsQuery(text="x"), total=2, items=[an_item(1), an_item(2, "Ä <i>三体</i>")]
            ),
            CitationPart(style="apa", text="Austen, J. (1813). Pride."),
            SourcesPart(sources=[Source(title="Rules", id="r", url="https://example.org/rules")]),
            HandoffPart(state="left", claim_code="ABCDE-FGHJK"),
            ChoicesPart(choices=[Choice(title="Yes please", payload="/affirm")]),
        ]
    ],
    "long": [[TextPart(text=LONG)]],
    "two": [[TextPart(text="first of two")], [TextPart(text="second of two")]],
}  # fmt: skip
SHOWN = (
    "1 < 2 & <b>3</b>", "Book number 1", "823 N1", "Ä <i>三体</i>", "Austen, J. (1813). Pride.",
    "Rules", "ABCDE-FGHJK", "Yes please",
)  # fmt: skip


class Reader(Protocol):
    """A reader with one way to the library."""

    house: House

    async def say(self, text: str) -> Any:
        """Say it; returns what `again` needs to send the very same once more."""
        ...

    async def again(self, sent: Any) -> None: ...

    async def choose(self, title: str) -> None:
        """Take the choice that was offered last."""
        ...

    async def heard(self) -> str:
        """All that came from the library, in order, as the reader sees it."""
        ...

    async def quiet(self) -> bool:
        """Whether all that was said is taken in."""
        ...


class WebReader:
    def __init__(self, house: House, client: httpx.AsyncClient) -> None:
        self.house, self.client = house, client
        self.path, self.auth, self.unseen = "", {}, ""

    async def say(self, text: str) -> Any:
        return await self._send({"id": str(uuid4()), "text": text})

    async def _send(self, body: dict[str, str]) -> Any:
        if not self.path:
            await self._begin()
        answer = await self.client.post(f"{self.path}/messages", json=body, headers=self.auth)
        if answer.status_code == 404 or answer.status_code == 401:  # it was forgotten
            await self._begin()
            answer = await self.client.post(f"{self.path}/messages", json=body, headers=self.auth)
        assert answer.status_code == 200, answer.text
        gone = await self.client.get(f"{self.path}/messages", headers=self.auth)
        if gone.status_code != 200:
            self.unseen += "".join(self._text(m) for m in answer.json()["messages"])
        return body

    async def _begin(self) -> None:
        started = (await self.client.post("/api/v1/conversations", json={"language": "en"})).json()
        self.path = f"/api/v1/conversations/{started['id']}"
        self.auth = {"Authorization": f"Bearer {started['token']}"}

    again = _send

    async def choose(self, title: str) -> None:
        shown = (await self.client.get(f"{self.path}/messages", headers=self.auth)).json()
        choices = [c for m in shown["messages"] for p in m["parts"] for c in p.get("choices", ())]
        payload = next(c["payload"] for c in reversed(choices) if c["title"] == title)
        await self._send({"id": str(uuid4()), "payload": payload})

    async def heard(self) -> str:
        answer = await self.client.get(f"{self.path}/messages", headers=self.auth)
        if answer.status_code != 200:
            return self.unseen
        theirs = [m for m in answer.json()["messages"] if m["author"] != "reader"]
        return self.unseen + "\n".join(self._text(message) for message in theirs)

    @staticmethod
    def _text(message: dict[str, Any]) -> str:
        said = plain(load_parts(message["parts"]), "en")
        return f"{message['name']}: {said}" if message.get("name") else said

    async def quiet(self) -> bool:
        return True


class TelegramReader:
    CHAT = 7001

    def __init__(self, house: House, emulator: Any) -> None:
        self.house, self.emulator = house, emulator

    async def say(self, text: str) -> Any:
        number = self.emulator.says(self.CHAT, text)
        return self.emulator.message(number, text)

    async def again(self, sent: Any) -> None:
        self.emulator.tell(message=sent)

    async def choose(self, title: str) -> None:
        offered = [m for m in self.emulator.said(self.CHAT) if m.keyboard]
        self.emulator.presses(offered[-1].id, title)

    async def heard(self) -> str:
        shown = self.emulator.said(self.CHAT)
        lines = [
            m.text + "\n" + " ".join(b["text"] for row in m.keyboard for b in row) for m in shown
        ]
        return "\n".join(lines)

    async def quiet(self) -> bool:
        return bool(self.emulator.unconfirmed == 0)


class LetterReader:
    ADDRESS = "rea@readers.example"

    def __init__(self, house: House, imap: int, sent: Any) -> None:
        self.house, self.imap, self.sent = house, imap, sent

    async def say(self, text: str) -> Any:
        letter = EmailMessage()
        letter["From"], letter["To"] = f"Rea <{self.ADDRESS}>", "ask@library.example"
        letter["Subject"], letter["Message-ID"] = "A question", f"<{uuid4()}@readers.example>"
        letter.set_content(f"{text}\n\nOn Tuesday the library wrote:\n> quoted\n-- \nRea")
        put(self.imap, "ask", letter)
        return letter

    async def again(self, sent: Any) -> None:
        put(self.imap, "ask", sent)

    async def choose(self, title: str) -> None:
        await self.say(title)

    async def heard(self) -> str:
        ours = [letter for letter in self.sent.letters if letter["To"] == self.ADDRESS]
        return "\n".join(letter.get_content() for letter in ours)

    async def quiet(self) -> bool:
        return unread(self.imap, "ask") == 0


@asynccontextmanager
async def web_reader(at_home: House) -> AsyncIterator[Reader]:
    from connectors.web.app import create_app
    from connectors.web.service import Web

    async def ready() -> dict[str, bool]:
        return {"store": True}

    care = Care(at_home.database, at_home.conversations.clock)
    web = Web(at_home.conversations, care, at_home.library, ready)
    app = create_app(web, origins=(), messages_per_minute=60)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield WebReader(at_home, client)


@asynccontextmanager
async def telegram_reader(at_home: House) -> AsyncIterator[Reader]:
    with emulated() as emulator:
        made = telegram(at_home, emulator.url, token=TOKEN)
        async with running(at_home, made.channel):
            yield TelegramReader(at_home, emulator)
        await made.telegram.close()


@asynccontextmanager
async def letter_reader(at_home: House) -> AsyncIterator[Reader]:
    from connectors.email.channel import EmailChannel
    from connectors.email.servers import read_address

    with dovecot() as imap, smtp() as (sent, port):
        channel = EmailChannel(
            "ask@library.example",
            at_home.library,
            smtp=read_address("smtp_url", f"smtp://127.0.0.1:{port}"),
            imap=read_address("imap_url", f"imap://ask:{PASSWORD}@127.0.0.1:{imap}"),
            reception=at_home.reception,
            look_every=0.05,
        )
        async with running(at_home, channel):
            yield LetterReader(at_home, imap, sent)


READERS = {"web": web_reader, "telegram": telegram_reader, "email": letter_reader}


@pytest.fixture(params=READERS)
async def reader(request: pytest.FixtureRequest, sqlite: Database) -> AsyncIterator[Reader]:
    at_home = house(sqlite, ScriptedEngine(SCRIPT))
    async with READERS[request.param](at_home) as reader:
        yield reader


async def hears(reader: Reader, *expected: str) -> str:
    """What was heard, when it has all that is expected."""

    async def all_there() -> str:
        heard = await reader.heard()
        flat = " ".join(heard.split())
        return heard if all(" ".join(one.split()) in flat for one in expected) else ""

    try:
        return str(await eventually(all_there, 15))
    except AssertionError:
        raise AssertionError(f"expected {expected}, heard {await reader.heard()!r}") from None


async def test_what_is_said_is_answered_and_the_first_time_welcomed(reader: Reader) -> None:
    await reader.say("do you have maps")
    heard = await hears(reader, "You said: do you have maps")
    assert "library's assistant" in heard[: heard.index("You said")]


async def test_the_same_message_twice_is_one_message(reader: Reader) -> None:
    sent = await reader.say("only once")
    await hears(reader, "You said: only once")
    await reader.again(sent)
    await reader.say("and then this")
    heard = await hears(reader, "You said: and then this")
    assert heard.count("You said: only once") == 1
    assert [said.text for said in reader.house.engine.heard].count("only once") == 1


async def test_no_part_is_dropped_and_everything_is_escaped(reader: Reader) -> None:
    await reader.say("everything")
    heard = await hears(reader, SHOWN[-1])
    assert [shown for shown in SHOWN if shown not in heard] == []


async def test_a_choice_can_be_taken(reader: Reader) -> None:
    await reader.say("everything")
    await hears(reader, "Yes please")
    await reader.choose("Yes please")
    assert (await hears(reader, "You said: /affirm")).count("You said: /affirm") == 1
    assert reader.house.engine.heard[-1].payload == "/affirm"


async def test_a_long_answer_comes_whole(reader: Reader) -> None:
    await reader.say("long")
    await hears(reader, "Sentence 299 of a long answer.")
    words = " ".join((await reader.heard()).split())
    assert [words.count(f"Sentence {n} of a") for n in range(300)] == [1] * 300


async def test_answers_keep_their_order(reader: Reader) -> None:
    await reader.say("two")
    heard = await hears(reader, "first of two", "second of two")
    assert heard.index("first of two") < heard.index("second of two")


async def test_a_librarian_is_heard_by_name_and_the_assistant_keeps_silent(reader: Reader) -> None:
    await reader.say("hello")
    await hears(reader, "You said: hello")
    ada = await reader.house.librarian("Ada")
    with reader.house.database.session() as session:
        (conversation_id,) = [row.id for row in session.query(ConversationRow)]
    await reader.house.desk.take(conversation_id, ada)
    await reader.house.desk.reply(conversation_id, ada, [TextPart(text="I'll look.")], "r1")
    await reader.say("thanks, Ada")
    await eventually(reader.quiet)
    heard = await hears(reader, "Ada has joined you", "I'll look.")
    assert "Ada" in heard[heard.index("Ada has joined you") + 10 :]
    assert "You said: thanks" not in heard


async def test_an_engine_that_is_down_loses_nothing(reader: Reader) -> None:
    await reader.say("break")
    await hears(reader, "kept your message", "Talk to a librarian")
    with reader.house.database.session() as session:
        assert [m.text for m in session.query(MessageRow).filter_by(author="reader")] == ["break"]
        assert [t.state for t in session.query(TurnRow)] == ["failed"]


async def test_private_numbers_are_hidden_before_they_are_kept(reader: Reader) -> None:
    await reader.say("my pin is 4821")
    await hears(reader, "hid the private details", "You said: my pin is [pin]")
    with reader.house.database.session() as session:
        assert not [m for m in session.query(MessageRow) if "4821" in m.text]


async def test_forgetting_leaves_nothing(reader: Reader) -> None:
    await reader.say("hello")
    await hears(reader, "You said: hello")
    await reader.say("forget me")

    async def gone() -> bool:
        with reader.house.database.session() as session:
            return session.query(ConversationRow).count() == session.query(MessageRow).count() == 0

    await eventually(gone)
    assert await gone()
    await reader.say("hello again")
    await hears(reader, "You said: hello again")
