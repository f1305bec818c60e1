"""Questions that still wait for an answer, as librarians see them: by when, and what was asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from assistant.desk.acts import Librarian
from assistant.desk.audit import audit
from assistant.desk.inbox import Inbox, InboxRow
from assistant.errors import BadRequest
from assistant.followup import FollowUp, OpenFollowUp, set_due
from assistant.model import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One open question and the line of its conversation."""

    follow_up: OpenFollowUp
    row: InboxRow


class FollowUps:
    def __init__(self, follow_up: FollowUp, inbox: Inbox) -> None:
        self.follow_up = follow_up
        self.inbox = inbox

    async def open(self) -> list[Promise]:
        """All of them, the most overdue first."""
        found = await self.follow_up.open()
        rows = await self.inbox.rows([one.conversation_id for one in found])
        by_id = {row.id: row for row in rows}
        return [
            Promise(follow_up=one, row=by_id[one.conversation_id])
            for one in found
            if one.conversation_id in by_id
        ]

    async def promise(self, who: Librarian, escalation_id: str, due_at: datetime) -> None:
        """Set another moment, and write down who did. Raises BadRequest, NotFound."""
        at = self.follow_up.clock.now()
        if due_at <= at:
            raise BadRequest("Choose a day that is still to come.")

        def work(session: Session) -> str:
            conversation_id = set_due(session, escalation_id, due_at).conversation_id
            audit(session, at, who.id, "promise", conversation_id, due=due_at.isoformat())
            return conversation_id

        conversation_id = await self.follow_up.database.run(work)
        told = Event(conversation_id=conversation_id, kind="desk", body={"what": "follow_up"})
        self.follow_up.conversations.broker.tell_desk(told)

    async def promise_day(self, who: Librarian, escalation_id: str, day: str) -> None:
        """By the end of a day (YYYY-MM-DD) where the library is. Raises BadRequest, NotFound."""
        try:
            wanted = date.fromisoformat(day)
        except ValueError as error:
            raise BadRequest("Choose a day.") from error
        zone = self.follow_up.library.zone
        await self.promise(who, escalation_id, datetime.combine(wanted, time(23, 59), tzinfo=zone))
