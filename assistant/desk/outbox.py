"""What did not reach its reader and what is done about it, and how it stands with the channels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.desk.acts import Librarian, require
from assistant.desk.audit import audit
from assistant.errors import NotFound
from assistant.ports import Clock
from assistant.store import Database, outbox
from assistant.store.outbox import Undelivered
from assistant.store.tables import OutboxRow


@dataclass(frozen=True, slots=True)
class ChannelLink:
    """How it stands between us and a channel: connecting, up, down, wrong token."""

    channel: str
    state: str
    error: str = ""

    @property
    def broken(self) -> bool:
        return self.state in ("down", "wrong token")


Links = Callable[[], Sequence[ChannelLink]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What is still to be sent over one channel."""

    channel: str
    count: int
    since: datetime
    error: str | None  # of the latest attempt, when one failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """In short, for every window: letters given up, and channels that do not answer."""

    dead: int
    unreachable: list[str]


class Deliveries:
    def __init__(self, database: Database, clock: Clock, links: Links) -> None:
        self.database = database
        self.clock = clock
        self.links = links

    async def dead(self) -> list[Undelivered]:
        """What was given up, the oldest first."""
        return await self.database.read(outbox.undelivered)

    async def waiting(self) -> list[Waits]:
        """What will be sent, by channel."""
        return await self.database.read(_waiting)

    async def trouble(self) -> Trouble:
        count = select(func.count()).where(OutboxRow.state == "dead")
        dead = await self.database.read(lambda s: s.scalar(count) or 0)
        return Trouble(dead=dead, unreachable=[one.channel for one in self.links() if one.broken])

    async def retry(self, who: Librarian, outbox_id: int) -> None:
        """Send a dead letter again. Raises Forbidden, NotFound, Conflict."""
        at = self.clock.now()
        await self._change(
            who, outbox_id, "retry_delivery", lambda s: outbox.retry_dead(s, outbox_id, at)
        )

    async def let_go(self, who: Librarian, outbox_id: int) -> None:
        """Give a dead letter up for good. Raises Forbidden, NotFound, Conflict."""
        await self._change(
            who, outbox_id, "drop_delivery", lambda s: outbox.drop_dead(s, outbox_id)
        )

    async def _change(
        self, who: Librarian, outbox_id: int, act: str, change: Callable[[Session], None]
    ) -> None:
        require(who, "supervisor")

        def work(session: Session) -> None:
            row = session.get(OutboxRow, outbox_id)
            if row is None:
                raise NotFound("There is no such undelivered message.")
            change(session)
            detail = {"channel": row.channel, "message": row.message_id}
            audit(session, self.clock.now(), who.id, act, row.conversation_id, **detail)

        await self.database.run(work)


def _waiting(session: Session) -> list[Waits]:
    """States of one channel are one line: the difference is the outbox's own affair."""
    found: dict[str, Waits] = {}
    for line in outbox.waiting(session):
        if line["state"] == "dead":
            continue
        known = found.get(line["channel"])
        found[line["channel"]] = Waits(
            channel=line["channel"],
            count=line["count"] + (known.count if known else 0),
            since=min(line["since"], known.since) if known else line["since"],
            error=line["error"] or (known.error if known else None),
        )
    return sorted(found.values(), key=lambda one: one.channel)


def delivery_of(session: Session, conversation_id: str) -> dict[str, str]:
    """Messages of a conversation that have not arrived: `waiting` or `dead`, by message id."""
    query = select(OutboxRow.message_id, OutboxRow.state).where(
        OutboxRow.conversation_id == conversation_id, OutboxRow.state.in_((*outbox.OPEN, "dead"))
    )
    return {id_: "dead" if state == "dead" else "waiting" for id_, state in session.execute(query)}


# What platforms say when a retry is no use, and what that means for a librarian.
_MEANS = (
    ("blocked by the user", "The reader has blocked the bot. They would have to unblock it first."),
    ("user is deactivated", "The reader's account is gone."),
    ("chat not found", "That chat is gone."),
    ("kicked", "The bot was removed from the group."),
    ("smtp: (550", "The mail server says there is no such address."),
    ("smtp: (552", "The reader's mailbox is full."),
    ("smtp: (554", "The mail server refused the letter."),
)


def meaning(error: str | None) -> str:
    """Why it failed, in words a librarian can act on; empty when only the platform's own help."""
    told = (error or "").lower()
    return next((words for mark, words in _MEANS if mark in told), "")
