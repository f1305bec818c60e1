"""One turn: accept once, log, let the owner decide, log, tell."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from weakref import WeakValueDictionary

from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant import escalate, left
from assistant.accept import Accepted, accept, again, turn_of
from assistant.effects import apply_effects
from assistant.errors import BadRequest, EngineUnavailable, NotAllowed, NotFound
from assistant.escalate import Done, OpensAgain
from assistant.events import Broker
from assistant.heard import hear
from assistant.model import (
    Choice,
    ChoicesPart,
    EngineReply,
    Event,
    Language,
    Message,
    Owner,
    Part,
    Said,
    TextPart,
    Turn,
    language_from,
)
from assistant.parts import choices_of, read_payload
from assistant.ports import Clock, DialogueEngine
from assistant.store import Database, escalations
from assistant.store import conversations as rows
from assistant.store.tables import ConversationRow, MessageRow, TurnRow
from assistant.store.turns import record_turn
from assistant.texts import say
from assistant.welcome import welcome_parts

log = logging.getLogger(__name__)

Row = ConversationRow
Write = Callable[[Session, Row], Done]  # writes the replies of a turn within its transaction


@dataclass(frozen=True, slots=True)
class Started:
    id: str
    token: str
    staffed: bool
    messages: list[Message]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an erasure removed, from where, and when (ISO 8601, UTC)."""

    erased: dict[str, int]
    where: list[str]
    at: str


class Conversations:
    """The conversation service that every channel and the desk speak to."""

    def __init__(
        self,
        database: Database,
        engine: DialogueEngine,
        broker: Broker,
        clock: Clock,
        opens_again: OpensAgain,
    ) -> None:
        self.database = database
        self.engine = engine
        self.broker = broker
        self.clock = clock
        self.opens_again = opens_again
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def start(self, language: Language) -> Started:
        """A new conversation on the web, with its welcome. Its token is shown once."""
        now = self.clock.now()

        def work(session: Session) -> Started:
            row, token = rows.create(
                session, channel="web", address=None, language=language, at=now
            )
            staffed = escalations.staffed(session, now)
            message = rows.append(session, row, "assistant", welcome_parts(language, staffed), now)
            return Started(row.id, token, staffed, [message])

        started = await self.database.run(work)
        self.broker.publish(*(rows.message_event(started.id, m) for m in started.messages))
        return started

    async def check(self, conversation_id: str, token: str) -> None:
        """Raises NotAllowed for a wrong token and for a conversation that does not exist, alike."""
        await self.database.read(lambda s: _must_open(s, conversation_id, token))

    async def say(self, conversation_id: str, said: Said, token: str | None = None) -> Turn:
        """Take one message and answer it; the same `said.id` again gives the same replies.

        Raises BadRequest for a payload that is not known, NotFound for no such conversation, and
        NotAllowed, as `check` does, for a token that does not open it.
        """
        heard, now = hear(said), self.clock.now()

        def work(session: Session) -> Accepted:
            if token is not None:
                _must_open(session, conversation_id, token)
            return accept(session, rows.locked(session, conversation_id), heard, now)

        accepted = await self.database.run(work)
        self.broker.publish(*accepted.events)
        return accepted.turn or await self.answer(conversation_id, accepted)

    async def answer(self, conversation_id: str, accepted: Accepted) -> Turn:
        """Turns of one conversation one by one; what changed while waiting is looked up."""
        lock = self._lock(conversation_id)
        waited = lock.locked() or not accepted.fresh
        async with lock:
            if waited:
                done = await self.database.run(
                    lambda s: _done_meanwhile(s, conversation_id, accepted)
                )
                if done:
                    return done
            return await self._answer(conversation_id, accepted)

    def _lock(self, conversation_id: str) -> asyncio.Lock:
        return self._locks.setdefault(conversation_id, asyncio.Lock())

    async def _answer(self, conversation_id: str, accepted: Accepted) -> Turn:
        """Buttons that need no understanding work while the engine is down."""
        if accepted.said.payload:
            name, data = read_payload(accepted.said.payload)
            if name == "forget" and data.get("confirm"):
                return await self._forget(conversation_id, accepted)
            if name in _BUTTONS:
                press = _BUTTONS[name]
                return await self._finish(
                    conversation_id,
                    accepted.message.id,
                    lambda s, row: press(self, s, row, accepted, data),
                )
        return await self._ask_engine(conversation_id, accepted)

    async def _ask_engine(self, conversation_id: str, accepted: Accepted) -> Turn:
        try:
            reply = await self.engine.turn(conversation_id, accepted.said, accepted.language)
        except (EngineUnavailable, BadRequest) as error:
            log.warning("the engine did not answer: %s", error)
            return await self._fail(conversation_id, accepted.message.id)
        if any(effect.kind == "forget" for effect in reply.effects):
            return await self._forget(conversation_id, accepted)
        try:
            return await self._finish(
                conversation_id,
                accepted.message.id,
                lambda s, row: self._reply(s, row, accepted, reply),
                reply,
            )
        except NotFound:  # erased before its turn came: nor does the engine keep it
            await self.engine.forget(conversation_id)
            raise

    async def _fail(self, conversation_id: str, message_id: str) -> Turn:
        return await self._finish(
            conversation_id,
            message_id,
            lambda s, row: self._sorry(s, row, message_id),
            None,
            "failed",
        )

    async def _finish(
        self,
        conversation_id: str,
        message_id: str,
        write: Write,
        reply: EngineReply | None = None,
        state: str = "done",
    ) -> Turn:
        """Write the replies and close the turn in one transaction, if the assistant still speaks.

        Who took the conversation meanwhile is never talked over: the replies are dropped.
        """

        def work(session: Session) -> tuple[Turn, list[Event]]:
            row = rows.locked(session, conversation_id)
            if row.owner != Owner.ASSISTANT:
                record_turn(session, message_id, "overtaken", reply)
                return turn_of(row, []), []
            done = write(session, row)
            record_turn(session, message_id, state, reply)
            return turn_of(row, done.messages), done.events

        turn, events = await self.database.run(work)
        self.broker.publish(*events)
        return turn

    def _reply(self, session: Session, row: Row, accepted: Accepted, reply: EngineReply) -> Done:
        """The engine's messages, then a librarian when it asked for one."""
        now, done = self.clock.now(), Done()
        apply_effects(session, row, reply.effects, now)
        wish = next((e.data for e in reply.effects if e.kind == "escalate"), None)
        question = wish is not None and wish.get("about") == "question"
        if wish is not None and question:
            done.add(self._escalate(session, row, accepted, wish))
        if any(effect.kind == "withdraw" for effect in reply.effects):
            done.add(escalate.withdraw(session, row, now, accepted.message.id))
        messages = reply.messages
        if accepted.redacted:
            messages = [[TextPart(text=say(rows.language_of(row), "redacted"))], *messages]
        for parts in messages:
            done.tell(
                row,
                rows.append(session, row, "assistant", parts, now, reply_to=accepted.message.id),
            )
        if wish is not None and not question:
            done.add(self._escalate(session, row, accepted, wish))
        return done

    def _escalate(
        self, session: Session, row: Row, accepted: Accepted, wish: dict[str, Any]
    ) -> Done:
        return escalate.escalate(
            session,
            row,
            self.clock.now(),
            self.opens_again,
            reason=str(wish.get("reason") or "asked"),
            urgent=bool(wish.get("urgent")),
            subject=wish.get("subject"),
            bare=bool(wish.get("bare")),
            about=wish.get("about") or "",
            reply_to=accepted.message.id,
        )

    def _called(self, session: Session, row: Row, accepted: Accepted, data: dict[str, Any]) -> Done:
        """A person was called by a press; unless something was said before, we ask what for.

        Why is only believed of a button that we offered: anybody can write a payload.
        """
        said = rows.messages(session, row.id, 0)
        offered = {choice.payload for one in said for choice in choices_of(one.parts)}
        wish = {
            "reason": data.get("reason") if accepted.said.payload in offered else None,
            "bare": not left.asked_before(said),
        }
        return self._escalate(session, row, accepted, wish)

    def _speak(self, session: Session, row: Row, accepted: Accepted, data: dict[str, Any]) -> Done:
        row.language = language_from(data.get("language"))
        parts: list[Part] = [TextPart(text=say(rows.language_of(row), "language-set"))]
        return self._one(session, row, accepted.message.id, parts)

    def _sorry(self, session: Session, row: Row, message_id: str) -> Done:
        language = rows.language_of(row)
        human = Choice(title=say(language, "choice-human"), payload="/human")
        parts: list[Part] = [
            TextPart(text=say(language, "engine-down")),
            ChoicesPart(choices=[human]),
        ]
        return self._one(session, row, message_id, parts)

    def _one(self, session: Session, row: Row, message_id: str, parts: list[Part]) -> Done:
        done, now = Done(), self.clock.now()
        done.tell(row, rows.append(session, row, "assistant", parts, now, reply_to=message_id))
        return done

    async def _forget(self, conversation_id: str, accepted: Accepted) -> Turn:
        receipt = await self._erase(conversation_id)
        counts = {name: receipt.erased[name] for name in ("messages", "turns")}
        goodbye = Message(
            id=str(uuid4()),
            seq=accepted.message.seq + 1,
            at=self.clock.now(),
            author="system",
            parts=[TextPart(text=say(accepted.language, "forgotten", **counts))],
        )
        return Turn(owner=Owner.ASSISTANT, messages=[goodbye], erased=True)

    async def erase(self, conversation_id: str) -> Receipt:
        """Remove it from the engine, then from the store. Raises EngineUnavailable.

        After the turn that is being answered, which would leave its events in the engine.
        """
        async with self._lock(conversation_id):
            return await self._erase(conversation_id)

    async def _erase(self, conversation_id: str) -> Receipt:
        engine_events = await self.engine.forget(conversation_id)
        erased = await self.database.run(lambda s: rows.erase(s, conversation_id))
        await self.database.empty_log()
        self.broker.end(conversation_id)
        counts = asdict(erased) | {"engine_events": engine_events}
        return Receipt(
            counts, ["conversation store", "dialogue engine"], self.clock.now().isoformat()
        )

    async def language(self, conversation_id: str) -> Language:
        """Raises NotFound."""
        return await self.database.read(lambda s: rows.language_of(rows.found(s, conversation_id)))

    async def messages(self, conversation_id: str, after: int) -> Turn:
        def work(session: Session) -> Turn:
            row = rows.found(session, conversation_id)
            return turn_of(row, rows.messages(session, conversation_id, after))

        return await self.database.read(work)

    async def events(self, conversation_id: str, after: int) -> list[Event]:
        """What happened since a seq, for a window that comes again."""
        return await self.database.read(lambda s: rows.events(s, conversation_id, after))

    async def recover(self) -> int:
        """Answer what was accepted and never answered, as after a kill. Returns how many."""
        before = self.clock.now() - timedelta(seconds=1)
        left = await self.database.read(lambda s: _unanswered(s, before))
        for conversation_id, message_id in left:
            await self._recover(conversation_id, message_id)
        return len(left)

    async def _recover(self, conversation_id: str, message_id: str) -> None:
        """Whatever one turn does, those after it are answered, and it does not come again."""

        def found(session: Session) -> Accepted:
            row = rows.locked(session, conversation_id)
            return again(session, row, session.get_one(MessageRow, message_id))

        try:
            await self.answer(conversation_id, await self.database.run(found))
        except NotFound:
            log.info("a message was erased before it was answered")
        except Exception:
            log.exception("message %s cannot be answered", message_id)
            await self._fail(conversation_id, message_id)


_BUTTONS = {"human": Conversations._called, "language": Conversations._speak}


def _must_open(session: Session, conversation_id: str, token: str) -> None:
    if not rows.opens(session, conversation_id, token):
        raise NotAllowed("This conversation does not open with that token.")


def _done_meanwhile(session: Session, conversation_id: str, accepted: Accepted) -> Turn | None:
    """The turn's outcome when another request answered it, or another owner speaks now."""
    row = rows.locked(session, conversation_id)
    turn = session.get_one(TurnRow, accepted.message.id)
    if turn.state == "accepted" and row.owner == Owner.ASSISTANT:
        return None
    if turn.state == "accepted":
        record_turn(session, turn.id, "overtaken", None)
    return turn_of(row, rows.replies(session, turn.id))


def _unanswered(session: Session, before: datetime) -> list[tuple[str, str]]:
    """Ids of the conversation and of the message (its turn's too), oldest first."""
    query = select(TurnRow.conversation_id, TurnRow.id).where(
        TurnRow.state == "accepted", TurnRow.at < before
    )
    return [(one, message) for one, message in session.execute(query.order_by(TurnRow.at))]
