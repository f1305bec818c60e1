"""A turn through Rasa with prompt action calls, and no failure unheard.

What differs from `rasa.core.processor.MessageProcessor`, all of it here:
- the answer of the action server is checked in a few lines (Rasa's JSON schema costs 14 ms a call);
- the graph runs without Dask, and slots that nothing fills from a message are not looked at;
- an action is sent slots and the last events, not the whole domain and conversation, over a
  connection that is kept;
- what an action says goes straight to the channel: the tracker keeps slots and what was understood,
  the conversation's log keeps the words;
- nothing is copied or written out for debugging logs that nobody keeps;
- when an action fails, the turn fails and nothing of it is kept (Rasa logs it and goes on).
"""

from __future__ import annotations

import base64
import json
from functools import cached_property
from typing import Any

import aiohttp
from rasa.core.actions.action import Action, ActionExecutionRejection, RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.shared.core.constants import DEFAULT_SLOT_NAMES
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecutionRejected, BotUttered, Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.message import Message
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from assistant.engine.components.policy import TURN
from assistant.engine.runner import StraightRunner

_EVENTS_SENT = 20  # about three turns: enough for what a library's own action may look back at


class TurnProcessor(MessageProcessor):
    """Runs turns with TurnAction in place of RemoteAction."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.graph_runner: Any = StraightRunner(self.graph_runner)

    def parse_messages(self, messages: list[UserMessage]) -> list[dict[str, Any]]:
        """What the pipeline makes of each, all in one run."""
        target = self.model_metadata.nlu_target
        nobody = DialogueStateTracker.from_events("", [])
        inputs = {PLACEHOLDER_MESSAGE: messages, PLACEHOLDER_TRACKER: nobody}
        found = self.graph_runner.run(inputs, [target])[target]
        return [_nothing() | _parsed(one) for one in found]

    @cached_property
    def _filled_from_messages(self) -> bool:
        """Whether any slot of the domain has a mapping that a message can fill."""
        own = [slot for slot in self.domain.slots if slot.name not in DEFAULT_SLOT_NAMES]
        mappings = [mapping for slot in own for mapping in slot.mappings]
        return any(one.get("type") != "custom" or "action" in one for one in mappings)

    async def run_action_extract_slots(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> DialogueStateTracker:
        if not self._filled_from_messages:
            return tracker
        return await super().run_action_extract_slots(output_channel, tracker)

    def _get_action(self, action_name: str) -> Action | None:
        return _prompt(super()._get_action(action_name))

    def predict_next_with_tracker_if_should(
        self, tracker: DialogueStateTracker
    ) -> tuple[Action, PolicyPrediction]:
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        return _prompt(action), prediction

    async def _run_prediction_loop(
        self, output_channel: OutputChannel, tracker: DialogueStateTracker
    ) -> None:
        await super()._run_prediction_loop(output_channel, tracker)
        if output_channel.failure is not None:
            raise output_channel.failure  # before the tracker is saved

    @staticmethod
    def _log_slots(tracker: DialogueStateTracker) -> None:
        """Rasa writes out all slots here, for a log."""

    def _log_action_on_tracker(
        self,
        tracker: DialogueStateTracker,
        action: Action,
        events: list[Event] | None,
        prediction: PolicyPrediction,
    ) -> None:
        """As Rasa's, which copies all events for a log."""
        events = events or []
        if not any(isinstance(event, ActionExecutionRejected) for event in events):
            tracker.update_with_events(prediction.events, self.domain)
            tracker.update(action.event_for_successful_execution(prediction))
        tracker.update_with_events(events, self.domain)


def _with_vector(message: dict[str, Any]) -> dict[str, Any]:
    """With the vector that the pipeline made of the text, which the action server asks for too."""
    from assistant.engine.components.encoder import encoder

    vector = encoder().known(message.get("text") or "") if "language" in message else None
    if vector is None:
        return message
    told = {"encoder": encoder().fingerprint, "vector": base64.b64encode(vector.tobytes()).decode()}
    return {**message, "encoded": told}


def _parsed(message: Message) -> dict[str, Any]:
    """What the pipeline tells of a message; its tokens are the pipeline's own."""
    told: dict[str, Any] = message.as_dict(only_output_properties=True)
    told.pop("text_tokens", None)
    return told


def _nothing() -> dict[str, Any]:
    """What is known of a message before the pipeline."""
    return {"text": "", "intent": {"name": None, "confidence": 0.0}, "entities": []}


def _prompt(action: Any) -> Any:
    if type(action) is RemoteAction:
        return TurnAction(action.name(), action.action_endpoint)
    return action


class ActionFailed(RasaException):
    """The action server did not do what the dialogue asked of it."""


class TurnAction(RemoteAction):
    """One call to the action server."""

    def _action_call_format(self, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
        state = tracker.current_state()  # without events
        state["latest_message"] = _with_vector(state["latest_message"])
        if self.name() != TURN:  # ours reads what was said last and the slots
            state["events"] = [event.as_dict() for event in list(tracker.events)[-_EVENTS_SENT:]]
        call = {"next_action": self.name(), "sender_id": tracker.sender_id, "tracker": state}
        if domain.does_custom_action_explicitly_need_domain(self.name()):
            call["domain"] = domain.as_dict()
        return call

    async def _utter_responses(
        self,
        responses: list[dict[str, Any]],
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
    ) -> list[BotUttered]:
        said = await super()._utter_responses(responses, output_channel, nlg, tracker)
        for utterance in said:
            await output_channel.send_response(tracker.sender_id, utterance.message())
        return []

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        if not isinstance(result, dict):
            raise RasaException("The action server's answer is no object.")
        for key, needed in (("events", "event"), ("responses", None)):
            if not all(_is_object(one, needed) for one in result.get(key) or ()):
                raise RasaException(f"The action server's {key} are not what they should be.")
        return True

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        try:
            return await super().run(output_channel, nlg, tracker, domain)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            output_channel.failure = ActionFailed(f"{self.name()}: {error}")
            raise


def _is_object(one: Any, needed: str | None) -> bool:
    return isinstance(one, dict) and (needed is None or isinstance(one.get(needed), str))


class ActionServer(EndpointConfig):
    """The action server's address, with connections that stay open between calls."""

    def __init__(self, url: str, *, secret: str, seconds: float) -> None:
        super().__init__(url, headers={"Authorization": f"Bearer {secret}"})
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
        """The server's JSON. Raises RasaException when late, ClientResponseError from 400."""
        try:
            async with self._open().post(self.url, data=_dumps(kwargs["json"])) as response:
                body = await response.read()
        except TimeoutError as error:
            raise RasaException(f"{self.url} did not answer in {self._seconds} s") from error
        if response.status >= 400:
            raise ClientResponseError(response.status, response.reason or "", body.decode())
        return json.loads(body)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                headers={**self.headers, "Content-Type": "application/json"},
                timeout=aiohttp.ClientTimeout(total=self._seconds),
            )
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _dumps(call: dict[str, Any]) -> bytes:
    return json.dumps(call, ensure_ascii=False).encode()
