"""Chooses the channels that the settings name; they and the outbox run beside the web server."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.alerts import Alerts
from assistant.conversation import Conversations
from assistant.desk.outbox import ChannelLink
from assistant.followup import FollowUp
from assistant.library import Library
from assistant.outbox import Outbox
from assistant.ports import Channel
from assistant.reception import Reception
from assistant.secrets import load_secrets
from assistant.settings import Settings

if TYPE_CHECKING:
    from connectors.holdings import ActionServerHoldings
    from connectors.telegram.make import MadeTelegram

log = logging.getLogger(__name__)


@dataclass
class Channels:
    """Everything that reaches readers outside the website's chat."""

    reception: Reception
    follow_up: FollowUp
    outbox: Outbox
    alerts: Alerts
    telegram: MadeTelegram | None = None
    channels: list[Channel] = field(default_factory=list)

    def links(self) -> list[ChannelLink]:
        """How it stands with the channels that keep a connection, for the desk."""
        link = self.telegram.link if self.telegram else None
        return [ChannelLink("telegram", link.state, link.error)] if link else []

    def deep_link(self, code: str) -> str | None:
        """Where a reader goes on in Telegram, when it is there."""
        return self.telegram.deep_link(code) if self.telegram else None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Nothing here is waited for at the start; what fails is logged and stops nothing else."""
        tasks = [asyncio.create_task(self._kept_going("outbox", self.outbox))]
        tasks += [asyncio.create_task(self._kept_going(c.name, c)) for c in self.channels]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if self.telegram:
                await self.telegram.telegram.close()
            await self.reception.close()

    async def _kept_going(self, name: str, what: Outbox | Channel) -> None:
        while True:
            try:
                await (what.run() if isinstance(what, Outbox) else what.receive())
            except Exception:  # one channel that fails must not end the others or the website
                log.exception("%s stopped; it starts again in 10 s", name)
                await asyncio.sleep(10)
            else:
                return


def make_channels(
    settings: Settings, service: Conversations, library: Library, holdings: ActionServerHoldings
) -> Channels:
    """Off unless it is set: Telegram by its token, letters by the address they come from."""
    reception = Reception(service, settings.messages_per_minute)
    follow_up = FollowUp(service, holdings, library)
    telegram = _telegram(settings, reception, follow_up, library, holdings)
    channels: list[Channel] = [telegram.channel] if telegram else []
    if settings.email_address:
        channels.append(_email(settings, reception, library))
    return Channels(
        reception=reception,
        follow_up=follow_up,
        outbox=Outbox(service.database, service.broker, service.clock, channels),
        alerts=Alerts(service, holdings),
        telegram=telegram,
        channels=channels,
    )


def _telegram(
    settings: Settings,
    reception: Reception,
    follow_up: FollowUp,
    library: Library,
    holdings: ActionServerHoldings,
) -> MadeTelegram | None:
    if not settings.telegram_token:
        return None
    from connectors.telegram.make import make_bot, make_telegram

    return make_telegram(
        make_bot(
            settings.telegram_token,
            settings.telegram_api,
            a_second=max(1, settings.telegram_per_second),
        ),
        reception,
        follow_up,
        library,
        holdings,
        public_url=settings.public_url,
        secret=load_secrets(settings.data_dir)["telegram"],
        keep_days=settings.keep_conversations_days,
    )


def _email(settings: Settings, reception: Reception, library: Library) -> Channel:
    from connectors.email.channel import EmailChannel
    from connectors.email.servers import own_address, read_address

    return EmailChannel(
        own_address(settings.email_address),
        library,
        smtp=read_address("smtp_url", settings.smtp_url),
        imap=read_address("imap_url", settings.imap_url) if settings.imap_url else None,
        reception=reception,
    )
