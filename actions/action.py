"""The one action of the dialogue engine: tracker in, messages and slots out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import asdict
from datetime import datetime
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.ask import ask_from
from actions.dialogue import Answered, Dialogue
from actions.session import dump_session, load_session
from assistant.parts import dump_parts

NAME = "action_turn"


class ActionTurn(Action):  # type: ignore[misc]
    """Runs a turn on a thread of `pool`, so that the server goes on listening."""

    def __init__(
        self,
        dialogue: Callable[[], Dialogue],
        now: Callable[[], datetime],
        pool: Executor,
        take: Callable[[str, Mapping[str, str]], None] | None = None,
    ) -> None:
        self._dialogue, self._now, self._pool, self._take = dialogue, now, pool, take

    def name(self) -> str:
        return NAME

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any
    ) -> list[Any]:
        loop = asyncio.get_running_loop()
        answered = await loop.run_in_executor(self._pool, self._answer, tracker)
        for message in _messages(answered):
            dispatcher.utter_message(json_message=message)
        session = dump_session(answered.session)
        return [SlotSet("session", session), SlotSet("language", answered.language)]

    def _answer(self, tracker: Tracker) -> Answered:
        told = tracker.latest_message.get("encoded")
        if told and self._take:
            self._take(str(tracker.latest_message.get("text")), told)
        ask = ask_from(tracker.latest_message, tracker.slots, self._now())
        return self._dialogue().turn(ask, load_session(tracker.slots.get("session")))


def _messages(answered: Answered) -> list[dict[str, Any]]:
    """One JSON a message; what was searched and asked for comes last, and is no message."""
    reply = answered.reply
    told: list[dict[str, Any]] = [{"parts": dump_parts(parts)} for parts in reply.messages]
    searches = [asdict(search) for search in reply.searches]
    effects = [{"kind": effect.kind, "data": effect.data} for effect in reply.effects]
    return [*told, {"searches": searches, "effects": effects}]
