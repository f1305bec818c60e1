"""The engine's only door: one call is one turn, on loopback, for those who know the secret.

POST /webhooks/refdesk/turn    {conversation_id, message_id, text | payload, language?, now?,
                               waits?, staffed?}
POST /webhooks/refdesk/forget  {conversation_id}
GET  /webhooks/refdesk/ready
All but the last need `Authorization: Bearer SECRET`. Errors are problem+json: 401 a wrong secret,
422 what cannot be read, 502 the action server failed (nothing of that turn is kept: trying again
with the same message_id runs it anew).
"""

from __future__ import annotations

import asyncio
import hmac
import json
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from weakref import WeakValueDictionary

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.engine.processor import ActionFailed, TurnProcessor
from assistant.engine.tracker_store import ErasableTrackerStore
from assistant.engine.understand import Understanding
from assistant.engine.understanding.cantonese import in_written_chinese
from assistant.engine.understanding.gist import gist
from assistant.engine.understanding.instead import instead
from assistant.engine.understanding.lead import without_lead
from assistant.engine.understanding.requests import other_requests
from assistant.errors import BadRequest
from assistant.model import LONGEST_PAYLOAD
from assistant.parts import read_payload

# Rasa has an intent "back" of its own, on which it takes back the reader's last message.
_RENAMED = {"back": "go_back"}
_KEPT_REPLIES = 2000
_TOLD = ("language", "waits", "staffed")


class Unreadable(Exception):
    """The call's body is not what it should be; the text says why."""


class Replies(OutputChannel):
    """Collects what is said, searched and asked for during one turn."""

    @classmethod
    def name(cls) -> str:
        return "refdesk"

    def __init__(self) -> None:
        self.messages: list[list[dict[str, Any]]] = []
        self.searches: list[dict[str, Any]] = []
        self.effects: list[dict[str, Any]] = []
        self.failure: ActionFailed | None = None

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Takes one utterance: its text, its buttons, and the parts under its custom JSON."""
        custom = message.get("custom") or {}
        self.searches += custom.get("searches", [])
        self.effects += custom.get("effects", [])
        parts = [*_text(message.get("text")), *custom.get("parts", []), *_choices(message)]
        if parts:
            self.messages.append(parts)


def _text(text: str | None) -> list[dict[str, Any]]:
    return [{"type": "text", "text": text}] if text else []


def _choices(message: dict[str, Any]) -> list[dict[str, Any]]:
    buttons = [*(message.get("buttons") or []), *(message.get("quick_replies") or [])]
    choices = [{"title": one["title"], "payload": one["payload"]} for one in buttons]
    return [{"type": "choices", "choices": choices}] if choices else []


class Turns:
    """Runs turns, one at a time in each conversation, each message once."""

    def __init__(self, processor: TurnProcessor, store: ErasableTrackerStore) -> None:
        self._processor = processor
        self._store = store
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._replies: OrderedDict[tuple[str, str], dict[str, Any]] = OrderedDict()
        self._understanding = Understanding(processor.parse_messages)

    @property
    def model(self) -> str:
        return str(self._processor.model_metadata.model_id)

    async def turn(self, call: dict[str, Any]) -> dict[str, Any]:
        """The reply as EngineReply's JSON. Raises Unreadable, ActionFailed."""
        conversation, said = _required(call, "conversation_id"), _required(call, "message_id")
        async with self._lock(conversation):
            kept = self._replies.get((conversation, said))
            return kept or self._keep(conversation, said, await self._run(conversation, call))

    async def forget(self, call: dict[str, Any]) -> dict[str, Any]:
        conversation = _required(call, "conversation_id")
        async with self._lock(conversation):
            for key in [key for key in self._replies if key[0] == conversation]:
                del self._replies[key]
            return {"erased": await self._store.delete(conversation)}

    def _lock(self, conversation: str) -> asyncio.Lock:
        return self._locks.setdefault(conversation, asyncio.Lock())

    def _keep(self, conversation: str, said: str, reply: dict[str, Any]) -> dict[str, Any]:
        self._replies[conversation, said] = reply
        while len(self._replies) > _KEPT_REPLIES:
            self._replies.popitem(last=False)
        return reply

    async def _run(self, conversation: str, call: dict[str, Any]) -> dict[str, Any]:
        start, replies = time.perf_counter(), Replies()
        message = await self._understood(conversation, call, replies)
        try:
            await self._processor.handle_message(message)
        except BaseException:  # cancelled too: of a turn that did not end, nothing is kept
            self._store.drop(conversation)
            raise
        tracker = await self._store.retrieve(conversation)
        return {
            "messages": replies.messages,
            "understood": _understood(message.parse_data, _actions(tracker), self.model),
            "searches": replies.searches,
            "effects": replies.effects,
            "latency_ms": round((time.perf_counter() - start) * 1000, 2),
        }

    async def _understood(
        self, conversation: str, call: dict[str, Any], replies: Replies
    ) -> UserMessage:
        text, payload = call.get("text"), call.get("payload")
        if (text is None) == (payload is None):
            raise Unreadable("Send either text or payload.")
        message = UserMessage(
            gist(_said(text)) if payload is None else _short(_said(payload)),
            replies,
            conversation,
            input_channel="refdesk",
            message_id=call["message_id"],
            metadata={**_moment(call), **{name: call.get(name) for name in _TOLD}},
        )
        message.parse_data = (
            await self._written(message) if payload is None else self._pressed(message)
        )
        return message

    async def _written(self, message: UserMessage) -> dict[str, Any]:
        """What is made of it once its Cantonese is in written Chinese; beside that, as it was."""
        spoken, message.text = message.text, in_written_chinese(message.text)
        parsed = await self._typed(message)
        return parsed if spoken == message.text else {**parsed, "spoken": spoken}

    async def _typed(self, message: UserMessage) -> dict[str, Any]:
        """What the pipeline makes of it; of several requests each alone, the others as entities."""
        parsed = await self._parsed(message.text, message.metadata)
        if parsed.get("taught"):
            return {**parsed, "text": message.text}
        text = without_lead(message.text)
        others = list(other_requests(text))
        first = text[: others[0].start] if others else text
        if first != message.text:
            parsed = await self._parsed(first, message.metadata)
        for other in others:
            alone = await self._parsed(other.value, message.metadata)
            parsed["entities"].append({**other.as_json(), "parsed": alone})
        if (rest := instead(first)) is not None:
            alone = await self._parsed(rest.value, message.metadata)
            parsed["entities"].append({**rest.as_json(), "parsed": alone})
        return {**parsed, "text": text}

    async def _parsed(self, text: str, metadata: dict[str, Any]) -> dict[str, Any]:
        plain = UserMessage(text, metadata=metadata)
        if plain.text.startswith("/"):  # a reader's own "/" must not pass for a payload
            plain.text = " " + plain.text[1:]
        return await self._understanding.of(plain)

    @staticmethod
    def _pressed(message: UserMessage) -> dict[str, Any]:
        try:
            name, given = read_payload(message.text)
        except BadRequest as error:
            raise Unreadable(str(error)) from error
        intent = {"name": _RENAMED.get(name, name), "confidence": 1.0}
        data = {"entity": "payload", "value": given}
        span = {"start": 0, "end": len(message.text)}
        return {
            "text": message.text,
            "intent": intent,
            "intent_ranking": [intent],
            "entities": [{**data, **span}],
        }


def _required(call: dict[str, Any], key: str) -> str:
    value = call.get(key)
    if not isinstance(value, str) or not value:
        raise Unreadable(f"{key} is missing.")
    return value


def _moment(call: dict[str, Any]) -> dict[str, Any]:
    """The library's own time, as ISO 8601 has it."""
    now = call.get("now")
    try:
        return {"now": datetime.fromisoformat(now).isoformat() if now else None}
    except (TypeError, ValueError) as error:
        raise Unreadable(f"now is no time: {now!r}.") from error


def _said(text: Any) -> str:
    if not isinstance(text, str) or not text.strip():
        raise Unreadable("The message is empty.")
    return text


def _short(payload: str) -> str:
    if len(payload) > LONGEST_PAYLOAD:
        raise Unreadable(
            f"The payload has {len(payload)} characters; {LONGEST_PAYLOAD} is the most."
        )
    return payload


def _object(data: str) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"The body is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise Unreadable("The body is not a JSON object.")
    return value


def _understood(parsed: dict[str, Any], actions: list[str], model: str) -> dict[str, Any]:
    return {
        "intent": parsed["intent"]["name"] or "",
        "confidence": parsed["intent"]["confidence"],
        "ranking": [[one["name"], one["confidence"]] for one in parsed.get("intent_ranking", [])],
        "entities": parsed["entities"],
        "language": parsed.get("language"),
        "actions": actions,
        "model": model,
    }


def _actions(tracker: Any) -> list[str]:
    """What ran since the reader spoke last, oldest first."""
    ran: list[str] = []
    for event in reversed(tracker.events):
        if event.type_name == "user":
            break
        if event.type_name == "action" and event.action_name != "action_listen":
            ran.append(event.action_name)
    return ran[::-1]


class RefdeskChannel(InputChannel):
    """Rasa's face of Turns, which `serve` puts at `app.ctx.turns`."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        return "refdesk"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("refdesk")

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            return await self._answer(request, request.app.ctx.turns.turn)

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            return await self._answer(request, request.app.ctx.turns.forget)

        @routes.get("/ready")
        async def ready(request: Request) -> HTTPResponse:
            return _json({"ready": True, "model": request.app.ctx.turns.model})

        return routes

    async def _answer(
        self, request: Request, call: Callable[[dict[str, Any]], Awaitable[dict[str, Any]]]
    ) -> HTTPResponse:
        given = request.headers.get("authorization", "")
        if not hmac.compare_digest(given.encode(), f"Bearer {self._secret}".encode()):
            return _problem(401, "Not allowed", "The engine's secret is missing or wrong.")
        try:
            return _json(await call(_object(request.body.decode())))
        except (Unreadable, UnicodeDecodeError) as error:
            return _problem(422, "That could not be read", str(error))
        except ActionFailed as error:
            return _problem(502, "The action server failed", str(error))


def _json(body: dict[str, Any], status: int = 200, kind: str = "application/json") -> HTTPResponse:
    return HTTPResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=kind)


def _problem(status: int, title: str, detail: str) -> HTTPResponse:
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return _json(body, status, "application/problem+json")
