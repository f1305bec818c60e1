"""What a reader may do with a conversation besides talking: judge, follow up, take along."""

from __future__ import annotations

from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from assistant.errors import NotFound
from assistant.model import Language, Message
from assistant.parts import plain
from assistant.ports import Clock
from assistant.redact import redact
from assistant.store import Database, escalations, links
from assistant.store import conversations as rows
from assistant.store.tables import FeedbackRow, MessageRow
from assistant.texts import say


class Care:
    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock

    async def feedback(
        self, conversation_id: str, message_id: str, helpful: bool, comment: str | None
    ) -> None:
        """Keep what the reader thought of one of our messages. Raises NotFound."""
        clean = redact(comment).text if comment else None

        def work(session: Session) -> None:
            message = session.get(MessageRow, message_id)
            if (
                not message
                or message.conversation_id != conversation_id
                or message.author == "reader"
            ):
                raise NotFound("message_id: there is no such answer in this conversation.")
            feedback = FeedbackRow(
                message_id=message_id,
                conversation_id=conversation_id,
                at=self.clock.now(),
                helpful=helpful,
                comment=clean,
            )
            session.merge(feedback)

        await self.database.run(work)

    async def contact(self, conversation_id: str, address: str) -> Language:
        """Keep the address a reader left for the answer to an open question. Raises NotFound."""

        def work(session: Session) -> Language:
            row = rows.locked(session, conversation_id)
            escalation = escalations.open_of(session, row.id)
            if escalation is None:
                raise NotFound("There is no open question to keep an address for.")
            escalation.contact = address
            return rows.language_of(row)

        return await self.database.run(work)

    async def claim(self, code: str) -> tuple[str, str]:
        """Open a conversation by a claim code, or by one that carries it here from a channel.

        Returns its id and one more token. Raises NotFound.
        """

        def work(session: Session) -> tuple[str, str]:
            carried = links.redeem(session, code, f"web {uuid4()}", self.clock.now())
            if carried:
                return carried.id, rows.new_token(session, carried.id, self.clock.now())
            escalation = escalations.by_code(session, code)
            if escalation is None:
                raise NotFound("No question is kept under that code.")
            found = escalation.conversation_id
            return found, rows.new_token(session, found, self.clock.now())

        return await self.database.run(work)

    async def transcript(self, conversation_id: str) -> tuple[Language, list[Message]]:
        def work(session: Session) -> tuple[Language, list[Message]]:
            row = rows.found(session, conversation_id)
            return rows.language_of(row), rows.messages(session, conversation_id)

        return await self.database.read(work)


def transcript_text(messages: list[Message], language: Language, zone: ZoneInfo) -> str:
    """The conversation as a person would write it down, times by the library's clock."""
    return "\n\n".join(
        f"{m.at.astimezone(zone):%Y-%m-%d %H:%M} {m.name or say(language, f'author-{m.author}')}\n"
        f"{plain(m.parts, language)}"
        for m in messages
    )
