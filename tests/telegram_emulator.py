"""A Bot API server on loopback, after Telegram's documentation: real HTTP, strict in what it takes.

It keeps chats as Telegram does (one count of message ids over all of a bot's private chats),
refuses what Telegram refuses, records every call, and can be told to fail or to stall.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.datastructures import UploadFile

from tests.telegram_html import Refused, parsed

__all__ = ["Emulator", "Refused", "running"]

TOKEN = "123456:emulated-token"
BOT = {"id": 123456, "is_bot": True, "first_name": "Alder", "username": "alderbrook_bot",
       "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}  # fmt: skip


@dataclass
class Call:
    method: str
    data: dict[str, Any]
    at: float


@dataclass
class Upload:
    filename: str
    body: bytes


@dataclass
class Shown:
    """A message as it stands in a chat."""

    id: int
    chat: int
    by_bot: bool
    text: str
    html: str
    keyboard: list[list[dict[str, Any]]]
    deleted: bool = False


@dataclass
class Emulator:
    url: str = ""
    calls: list[Call] = field(default_factory=list)
    messages: dict[int, Shown] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    wrong_token: bool = False
    before: Callable[[str, dict[str, Any]], None] = lambda method, data: None
    after: Callable[[str, dict[str, Any]], None] = lambda method, data: None
    failures: list[tuple[str, Refused | str]] = field(default_factory=list)
    delay: float = 0.0
    stall_after: tuple[str, float] | None = None  # once: a method, seconds until its answer
    slow_files: float = 0.0
    stopping: bool = False
    told_at: dict[int, float] = field(default_factory=dict)  # update id: first given to the bot
    webhook: dict[str, Any] = field(default_factory=dict)
    _updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    last_update: int = 0
    _next_update: int = 1000
    _next_message: int = 1
    _lock: threading.RLock = field(default_factory=threading.RLock)

    # What a test does as the reader

    def says(self, chat: int, text: str = "", **more: Any) -> int:
        """A message of the reader; returns its id. `more` are fields of Telegram's Message."""
        message = self._message(chat, text, more)
        self.last_update = self.tell(message=message)
        return int(message["message_id"])

    def _message(self, chat: int, text: str, more: dict[str, Any]) -> dict[str, Any]:
        language = more.pop("language", "en")
        with self._lock:
            number = self._number()
            self.messages[number] = Shown(number, chat, False, text, text, [])
        message: dict[str, Any] = {
            "message_id": number,
            "date": int(time.time()),
            "chat": more.pop("chat_object", None) or chat_object(chat),
            "from": {"id": abs(chat), "is_bot": False, "first_name": "Rea", "language_code": language},
            **({"text": text} if text else {}),
            **more,
        }  # fmt: skip
        if text.startswith("/"):
            command = text.split(maxsplit=1)[0]
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(command)}]
        if text and (at := text.find("@" + str(BOT["username"]))) >= 0 and not text.startswith("/"):
            length = len(str(BOT["username"])) + 1
            message["entities"] = [{"type": "mention", "offset": at, "length": length}]
        return message

    def message(self, message_id: int, text: str) -> dict[str, Any]:
        """A message as Telegram would tell of it once more."""
        return self._message(self.messages[message_id].chat, text, {}) | {"message_id": message_id}

    def edits(self, message_id: int, text: str) -> None:
        shown = self.messages[message_id]
        message = self._message(shown.chat, text, {}) | {"message_id": message_id}
        self.tell(edited_message=message | {"edit_date": int(time.time())})

    def presses(self, message_id: int, title: str, language: str = "en") -> None:
        """The reader presses the button with that title (or one that begins so)."""
        shown = self.messages[message_id]
        rows = [button for row in shown.keyboard for button in row]
        button = next(b for b in rows if b["text"].startswith(title))
        self.presses_data(message_id, button["callback_data"], language)

    def presses_data(self, message_id: int, data: str, language: str = "en") -> None:
        shown = self.messages[message_id]
        message = {
            "message_id": shown.id, "date": int(time.time()), "chat": chat_object(shown.chat),
            "from": BOT, "text": shown.text,
        }  # fmt: skip
        reader = {
            "id": abs(shown.chat),
            "is_bot": False,
            "first_name": "R",
            "language_code": language,
        }
        query = {"id": str(time.time_ns()), "from": reader, "chat_instance": "1", "data": data}
        self.tell(callback_query=query | {"message": message})

    def tell(self, **update: Any) -> int:
        with self._lock:
            number, self._next_update = self._next_update, self._next_update + 1
            self._updates[number] = {"update_id": number, **update}
        return number

    def tell_raw(self, update: dict[str, Any]) -> None:
        with self._lock:
            self._updates[update["update_id"]] = update

    # What a test sees

    def said(self, chat: int) -> list[Shown]:
        """The bot's messages in a chat, as they stand."""
        return [m for m in self.messages.values() if m.chat == chat and m.by_bot and not m.deleted]

    def texts(self, chat: int) -> list[str]:
        return [message.text for message in self.said(chat)]

    def of(self, method: str) -> list[dict[str, Any]]:
        return [call.data for call in self.calls if call.method == method]

    @property
    def unconfirmed(self) -> int:
        return len(self._updates)

    # The Bot API

    def call(self, method: str, data: dict[str, Any]) -> Any:
        with self._lock:
            self.calls.append(Call(method, data, time.time()))
            if self.failures and self.failures[0][0] in (method, "*"):
                _, refused = self.failures.pop(0)
                if isinstance(refused, Refused):
                    raise refused
            handler = getattr(self, _METHODS.get(method.lower(), ""), None)
            if handler is None:
                raise Refused(404, "Not Found")
            return handler(data)

    def _getMe(self, data: dict[str, Any]) -> Any:
        return BOT

    def _getUpdates(self, data: dict[str, Any]) -> Any:
        offset = int(data.get("offset") or 0)
        self._updates = {n: u for n, u in self._updates.items() if n >= offset}
        found = list(self._updates.values())[: int(data.get("limit") or 100)]
        for update in found:
            self.told_at.setdefault(update["update_id"], time.time())
        return found

    def _sendMessage(self, data: dict[str, Any]) -> Any:
        chat = int(data["chat_id"])
        self._check_chat(chat)
        html, text = self._text(data)
        keyboard = self._keyboard(data)
        number = self._number()
        self.messages[number] = Shown(number, chat, True, text, html, keyboard)
        return self._as_message(self.messages[number])

    def _sendDocument(self, data: dict[str, Any]) -> Any:
        chat = int(data["chat_id"])
        self._check_chat(chat)
        number = self._number()
        self.messages[number] = Shown(number, chat, True, "[document]", "", [])
        return {**self._as_message(self.messages[number]), "text": None}

    def _editMessageText(self, data: dict[str, Any]) -> Any:
        shown = self._editable(data)
        html, text = self._text(data)
        keyboard = self._keyboard(data)
        if (html, keyboard) == (shown.html, shown.keyboard):
            raise _same()
        shown.html, shown.text, shown.keyboard = html, text, keyboard
        return self._as_message(shown)

    def _editMessageReplyMarkup(self, data: dict[str, Any]) -> Any:
        shown = self._editable(data)
        keyboard = self._keyboard(data)
        if keyboard == shown.keyboard:
            raise _same()
        shown.keyboard = keyboard
        return self._as_message(shown)

    def _getFile(self, data: dict[str, Any]) -> Any:
        body = self.files.get(data["file_id"])
        if body is None:
            raise Refused(400, "Bad Request: invalid file_id")
        if len(body) > 20_000_000:
            raise Refused(400, "Bad Request: file is too big")
        return {"file_id": data["file_id"], "file_unique_id": data["file_id"],
                "file_size": len(body), "file_path": f"photos/{data['file_id']}"}  # fmt: skip

    def _setWebhook(self, data: dict[str, Any]) -> Any:
        self.webhook = data
        return True

    def _deleteWebhook(self, data: dict[str, Any]) -> Any:
        self.webhook = {}
        return True

    def _yes(self, data: dict[str, Any]) -> Any:
        return True

    _answerCallbackQuery = _answerInlineQuery = _sendChatAction = _yes
    _setMyCommands = _setMyShortDescription = _setMyDescription = _yes

    def _number(self) -> int:
        number, self._next_message = self._next_message, self._next_message + 1
        return number

    def _check_chat(self, chat: int) -> None:
        if chat in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")

    def _editable(self, data: dict[str, Any]) -> Shown:
        shown = self.messages.get(int(data["message_id"]))
        if shown is None or shown.deleted or shown.chat != int(data["chat_id"]):
            raise Refused(400, "Bad Request: message to edit not found")
        if not shown.by_bot:
            raise Refused(400, "Bad Request: message can't be edited")
        return shown

    def _text(self, data: dict[str, Any]) -> tuple[str, str]:
        html = str(data.get("text") or "")
        text = parsed(html) if data.get("parse_mode") == "HTML" else html
        if not text.strip():
            raise Refused(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > 4096:
            raise Refused(400, "Bad Request: message is too long")
        return html, text

    def _keyboard(self, data: dict[str, Any]) -> list[list[dict[str, Any]]]:
        markup = data.get("reply_markup") or {}
        rows: list[list[dict[str, Any]]] = markup.get("inline_keyboard", [])
        for button in (b for row in rows for b in row):
            if not button.get("text"):
                raise Refused(400, "Bad Request: text buttons are unallowed to be empty")
            if len(str(button.get("callback_data", "")).encode()) > 64:
                raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
        return rows

    def _as_message(self, shown: Shown) -> dict[str, Any]:
        return {"message_id": shown.id, "date": int(time.time()), "text": shown.text,
                "chat": chat_object(shown.chat), "from": BOT}  # fmt: skip


_METHODS = {  # methods have no case in the Bot API
    name[1:].lower(): name
    for name in vars(Emulator)
    if name.startswith("_") and name[1:2].islower()
}


def _same() -> Refused:
    return Refused(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message",
    )


def chat_object(chat: int) -> dict[str, Any]:
    if chat < 0:
        return {"id": chat, "type": "supergroup", "title": "Readers"}
    return {"id": chat, "type": "private", "first_name": "Rea"}


def _app(emulator: Emulator) -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.post("/bot{token}/{method}")
    async def call(token: str, method: str, request: Request) -> Response:
        data = await _data(request)
        if token != TOKEN or emulator.wrong_token:
            return JSONResponse(
                {"ok": False, "error_code": 401, "description": "Unauthorized"}, 401
            )
        method = _METHODS.get(method.lower(), "_" + method)[1:]
        emulator.before(method, data)
        if emulator.delay and method != "getUpdates":
            await asyncio.sleep(emulator.delay)
        try:
            result = emulator.call(method, data)
            if method == "getUpdates":
                result = await _wait(emulator, data, result)
        except Refused as refused:
            return JSONResponse(refused.body, refused.code)
        emulator.after(method, data)
        if emulator.stall_after and emulator.stall_after[0] == method:
            _, seconds = emulator.stall_after
            emulator.stall_after = None
            await asyncio.sleep(seconds)
        return JSONResponse({"ok": True, "result": result})

    @app.get("/file/bot{token}/{path:path}")
    async def file(token: str, path: str) -> Response:
        await asyncio.sleep(emulator.slow_files)
        return Response(emulator.files[path.rsplit("/", 1)[-1]])

    return app


async def _wait(emulator: Emulator, data: dict[str, Any], result: Any) -> Any:
    """Long polling."""
    until = time.monotonic() + min(float(data.get("timeout") or 0), 25)
    while not result and time.monotonic() < until and not emulator.stopping:
        await asyncio.sleep(0.002)
        result = emulator._getUpdates(data)
    return result


async def _data(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").startswith("application/json"):
        body: dict[str, Any] = await request.json()
        return body
    async with request.form() as form:
        return {name: await _field(value) for name, value in form.items()}


async def _field(value: str | UploadFile) -> Any:
    if isinstance(value, UploadFile):
        return Upload(str(value.filename), await value.read())
    return json.loads(value) if value[:1] in "[{" else value


@contextmanager
def running(emulator: Emulator | None = None, port: int = 0) -> Iterator[Emulator]:
    """The server in a thread of its own, with an event loop of its own."""
    emulator = emulator or Emulator()
    config = uvicorn.Config(
        _app(emulator), host="127.0.0.1", port=port, log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    emulator.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    try:
        yield emulator
    finally:
        emulator.stopping = True
        server.should_exit = True
        thread.join(0.5)
        server.force_exit = True
        thread.join(5)
