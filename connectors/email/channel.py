"""E-mail as a channel: one letter in, one letter out, in one thread."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import aiosmtplib
import anyio.to_thread
from sqlalchemy import select
from sqlalchemy.orm import Session

from assistant.errors import DeliveryFailed
from assistant.library import Library
from assistant.model import Choice, Language, Said
from assistant.parts import choices_of
from assistant.ports import Letter, Piece
from assistant.reception import Caller, Reception, latest
from assistant.redact import redact
from assistant.store import conversations as rows
from assistant.store import links
from assistant.store.channel_tables import ThreadRow
from assistant.store.tables import MessageRow, OutboxRow
from assistant.texts import say
from connectors.email import letters, mailbox
from connectors.email.letters import Arrived
from connectors.email.servers import MailServer, tls_context


class EmailChannel:
    """Implements assistant.ports.Channel. An address is a mail address."""

    name = "email"

    def __init__(
        self,
        ours: str,
        library: Library,
        *,
        smtp: MailServer,
        imap: MailServer | None,
        reception: Reception,
        look_every: float = mailbox.LOOK_EVERY,
    ) -> None:
        self.ours = ours
        self.library = library
        self.smtp = smtp
        self.imap = imap
        self.reception = reception
        self.database = reception.conversations.database
        self.look_every = look_every

    async def receive(self) -> None:
        """Without a mailbox, letters are only sent."""
        if self.imap is None:
            await asyncio.Event().wait()
        else:
            await mailbox.read_for_ever(self.imap, self.keep, self.look_every)

    async def keep(self, raw: bytes) -> None:
        """What a letter says, as its reader's next message; the same letter again says nothing."""
        arrived = await anyio.to_thread.run_sync(letters.read, raw, self.ours)
        if arrived is None:
            return
        await self.database.run(lambda s: _carry_on(s, arrived))
        who = Caller(channel=self.name, address=arrived.address, language=arrived.language)
        for name in arrived.attachments:
            kept = say(who.language, "email-attachment", name=name)
            await self.reception.note(who, f"{arrived.message_id} {name}"[:255], kept, None)
        if arrived.text:
            await self.reception.hear(who, await self._said(who, arrived))
        await self.database.run(lambda s: _keep_subject(s, who, arrived.subject))

    async def _said(self, who: Caller, arrived: Arrived) -> Said:
        """A letter that only names one of the choices we offered is that choice."""
        offered = await self.database.run(lambda s: _offered(s, who))
        payload = letters.chosen(arrived.text, offered)
        return Said(id=arrived.message_id, text=None if payload else arrived.text, payload=payload)

    def pieces(self, letter: Letter) -> list[Piece]:
        return [letters.piece(letter)]

    def mark(self) -> str:
        return ""

    async def deliver(self, address: str, piece: Piece) -> str:
        """Raises DeliveryFailed."""
        subject = await self.database.read(lambda s: _subject(s, piece["id"]))
        language: Language = piece["language"]
        name = self.library.name[language]
        letter = letters.compose(
            piece,
            ours=self.ours,
            name=name,
            to=address,
            subject=subject or say(language, "email-subject", library=name),
        )
        try:
            await aiosmtplib.send(letter, **self._server())
        except aiosmtplib.SMTPException as error:
            raise _failure(error) from error
        except OSError as error:
            raise DeliveryFailed(f"SMTP: {error}") from error
        return letters.message_id(piece, self.ours)

    def _server(self) -> dict[str, Any]:
        """A password only goes over TLS, except to this very machine."""
        server = self.smtp
        return {
            "hostname": server.host,
            "port": server.port,
            "use_tls": server.tls,
            "start_tls": None if server.is_loopback else not server.tls,
            "username": server.username or None,
            "password": server.password or None,
            "timeout": 20,
            "tls_context": None if server.is_loopback else tls_context(),
        }

    async def find(self, address: str, piece: Piece, mark: str, known: Sequence[str]) -> str | None:
        """SMTP cannot tell: the letter goes again under the same Message-ID."""
        return None


def _failure(error: aiosmtplib.SMTPException) -> DeliveryFailed:
    """4xx and lost connections may be tried again, 5xx not (RFC 5321)."""
    code = getattr(error, "code", 0)
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        code = error.recipients[0].code
    return DeliveryFailed(f"SMTP: {error}", retry=not 500 <= code < 600, doubt=code == 0)


def _carry_on(session: Session, arrived: Arrived) -> None:
    """Who answers the letter that followed them from the website goes on by letters."""
    for answered in arrived.answers:
        sent = session.scalar(
            select(OutboxRow).where(
                OutboxRow.platform_id == answered,
                OutboxRow.channel == EmailChannel.name,
                OutboxRow.address == arrived.address,
            )
        )
        row = rows.locked(session, sent.conversation_id) if sent else None
        if row is not None and row.address is None:
            links.move(session, row, EmailChannel.name, arrived.address)


def _offered(session: Session, who: Caller) -> list[Choice]:
    """The choices of our newest message."""
    row = latest(session, who.channel, who.address)
    if row is None:
        return []
    shown = rows.messages(session, row.id, row.last_seq - 5)
    ours = [message for message in shown if message.author != "reader"]
    return choices_of(ours[-1].parts) if ours else []


def _keep_subject(session: Session, who: Caller, subject: str) -> None:
    row = latest(session, who.channel, who.address)
    if row is not None and subject:
        shown = redact(subject).text[:255]
        session.merge(ThreadRow(conversation_id=row.id, subject=shown))


def _subject(session: Session, message_id: str) -> str | None:
    query = (
        select(ThreadRow.subject)
        .join(MessageRow, MessageRow.conversation_id == ThreadRow.conversation_id)
        .where(MessageRow.id == message_id)
    )
    return session.scalar(query)
