"""What a librarian does in a conversation: take it, speak, hand back, pass on, close."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from assistant.desk.audit import audit
from assistant.errors import Conflict, Forbidden
from assistant.escalate import Done
from assistant.events import Broker
from assistant.handoff import Act
from assistant.model import HandoffPart, Message, Owner, Part, TextPart
from assistant.ports import Clock
from assistant.store import Database, escalations
from assistant.store import conversations as rows
from assistant.store.tables import ConversationRow, LibrarianRow
from assistant.texts import say

Work = Callable[[Session, ConversationRow, datetime], Done]


@dataclass(frozen=True, slots=True)
class Librarian:
    """Who acts: id, and the name that readers see."""

    id: str
    name: str
    role: str = "librarian"


ROLES = ("librarian", "supervisor", "administrator")  # each may do what those before it may


def require(who: Librarian, role: str) -> None:
    """Raises Forbidden for a librarian without the right."""
    if who.role not in ROLES[ROLES.index(role) :]:
        raise Forbidden(f"This needs the role of {role}.")


class Desk:
    """Every act is one transaction: the change, what the reader is told, and the audit row."""

    def __init__(self, database: Database, broker: Broker, clock: Clock) -> None:
        self.database = database
        self.broker = broker
        self.clock = clock

    async def take(self, conversation_id: str, who: Librarian) -> list[Message]:
        """Take it from the queue, from the assistant or after closing.

        Of two who ask at once one gets it. Raises Conflict naming who has it.
        """

        def work(session: Session, row: ConversationRow, at: datetime) -> Done:
            if row.owner == Owner.LIBRARIAN:
                raise Conflict(_taken_by(session, row, who))
            wish = escalations.open_of(session, row.id)
            if wish:
                wish.state, wish.taken_at, wish.librarian_id = "taken", wish.taken_at or at, who.id
            return _move(session, row, "take", at, who, "taken")

        return await self._act(conversation_id, "take", who, work)

    async def reply(
        self, conversation_id: str, who: Librarian, parts: list[Part], client_id: str
    ) -> Message:
        """Say something to the reader, once for each client_id. Raises Forbidden."""

        def work(session: Session, row: ConversationRow, at: datetime) -> Done:
            known = rows.by_client_id(session, row.id, client_id)
            if known:
                return Done(messages=[rows.to_message(known)])
            _owned(row, who)
            done = Done()
            message = rows.append(
                session,
                row,
                "librarian",
                parts,
                at,
                client_id=client_id,
                name=who.name,
                librarian_id=who.id,
            )
            done.tell(row, message)
            return done

        (message,) = await self._act(conversation_id, "reply", who, work)
        return message

    async def hand_back(self, conversation_id: str, who: Librarian) -> list[Message]:
        """Let the assistant listen again; the reader is told."""
        return await self.end(conversation_id, who, "hand_back", "handed_back")

    async def transfer(self, conversation_id: str, who: Librarian, to: Librarian) -> list[Message]:
        """Pass it to a colleague, who owns it at once."""

        def work(session: Session, row: ConversationRow, at: datetime) -> Done:
            _owned(row, who)
            wish = escalations.open_of(session, row.id)
            if wish:
                wish.librarian_id = to.id
            done = Done(
                events=[
                    rows.change_owner(
                        session, row, "transfer", at, librarian_id=to.id, name=to.name
                    )
                ]
            )
            text = TextPart(text=say(rows.language_of(row), "handoff-transferred", name=to.name))
            done.tell(row, rows.append(session, row, "system", [text], at))
            return done

        return await self._act(conversation_id, "transfer", who, work, to=to.id)

    async def end(
        self,
        conversation_id: str,
        who: Librarian,
        act: Act,
        state: str,
        before: Work | None = None,
        follow_up_at: datetime | None = None,
    ) -> list[Message]:
        """Stop speaking; `before` says the last words. A follow-up keeps the question open."""

        def work(session: Session, row: ConversationRow, at: datetime) -> Done:
            if row.owner == Owner.LIBRARIAN:
                _owned(row, who)
            done = before(session, row, at) if before else Done()
            done.add(_move(session, row, act, at, who, state))
            escalations.end_all(session, row.id, "answered", at)
            if follow_up_at:
                _keep_open(session, row, who, at, follow_up_at)
            return done

        return await self._act(conversation_id, act, who, work)

    async def _act(
        self,
        conversation_id: str,
        act: str,
        who: Librarian,
        work: Work,
        **detail: str,
    ) -> list[Message]:
        at = self.clock.now()

        def in_transaction(session: Session) -> Done:
            row = rows.locked(session, conversation_id)
            done = work(session, row, at)
            audit(session, at, who.id, act, conversation_id, **detail)
            return done

        done = await self.database.run(in_transaction)
        self.broker.publish(*done.events)
        return done.messages


def _keep_open(
    session: Session, row: ConversationRow, who: Librarian, at: datetime, due_at: datetime
) -> None:
    promised = escalations.add(session, row, state="left", reason="follow_up", at=at)
    promised.librarian_id, promised.due_at = who.id, due_at


def _owned(row: ConversationRow, who: Librarian) -> None:
    if row.owner != Owner.LIBRARIAN or row.librarian_id != who.id:
        raise Forbidden("Take the conversation first: it is not yours now.")


def _taken_by(session: Session, row: ConversationRow, who: Librarian) -> str:
    if row.librarian_id == who.id:
        return "You already have this conversation."
    owner = session.get(LibrarianRow, row.librarian_id) if row.librarian_id else None
    return f"{owner.name if owner else 'A colleague'} has this conversation."


def _move(
    session: Session, row: ConversationRow, act: Act, at: datetime, who: Librarian, state: str
) -> Done:
    """Change the owner, and tell the reader in a message of its own."""
    done = Done(
        events=[rows.change_owner(session, row, act, at, librarian_id=who.id, name=who.name)]
    )
    key = f"handoff-{state.replace('_', '-')}"
    parts: list[Part] = [
        TextPart(text=say(rows.language_of(row), key, name=who.name)),
        HandoffPart(state=state),  # type: ignore[arg-type]
    ]
    done.tell(row, rows.append(session, row, "system", parts, at))
    return done
