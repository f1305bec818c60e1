"""The only place that chooses concrete classes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.conversation import Conversations
    from assistant.library import Library
    from assistant.model import Language
    from assistant.store import Database
    from assistant.upkeep import Upkeep


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def open_database(settings: Settings) -> Database:
    """The store, its tables at the newest version."""
    from assistant.store import Database

    database = Database(settings.store_url)
    database.migrate()
    return database


def run_actions(settings: Settings) -> None:
    """Serve the action server until it is told to stop."""
    from actions.server import serve

    serve(settings)


def conversations(settings: Settings, database: Database, library: Library) -> Conversations:
    from assistant.conversation import Conversations
    from assistant.events import Broker
    from assistant.hours import back_in_words
    from assistant.rasa_client import RasaEngine
    from assistant.secrets import load_secrets

    def opens_again(now: datetime, language: Language) -> str:
        return back_in_words(library, library.desk, now, language) or "none"

    clock, zone = SystemClock(), library.zone
    secret = load_secrets(settings.data_dir)["engine"]
    engine = RasaEngine(settings.engine_url, secret, lambda: clock.now().astimezone(zone))
    return Conversations(database, engine, Broker(), clock, opens_again)


def web_app(settings: Settings) -> FastAPI:
    """The serve process: chat API, widget, desk, and what is done by the clock."""
    from assistant.care import Care
    from assistant.library import load_library
    from assistant.logs import tell_what_is_done
    from assistant.secrets import load_secrets
    from assistant.wiring_channels import make_channels
    from connectors.desk.answers import ActionServerAnswers
    from connectors.desk.service import make_console
    from connectors.desk.web import attach
    from connectors.holdings import ActionServerHoldings
    from connectors.web import follow
    from connectors.web.app import create_app
    from connectors.web.service import Web

    library = load_library(settings.library_dir)
    database = open_database(settings)
    service = conversations(settings, database, library)
    holdings = ActionServerHoldings(
        settings.actions_url, load_secrets(settings.data_dir)["actions"]
    )

    care = Care(database, service.clock)
    channels = make_channels(settings, service, library, holdings)
    console = make_console(
        service,
        library,
        settings.library_dir,
        holdings,
        ActionServerAnswers(holdings),
        settings.public_url,
        channels.links,
    )

    async def ready() -> dict[str, bool]:
        store, engine, found = await asyncio.gather(
            database.answers(), service.engine.ready(), holdings.ready()
        )
        return {"store": store, "engine": engine, "holdings": found}

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        tell_what_is_done()
        scheduler = start_upkeep(upkeep(settings, service))
        scheduler.add_job(channels.alerts.tell, "interval", minutes=2)
        async with channels.running():
            yield
        scheduler.shutdown(wait=False)
        service.broker.close()
        await console.hub.close()
        await asyncio.gather(service.engine.close(), holdings.close())
        database.close()

    routers = [follow.router]
    if channels.telegram and channels.telegram.router:
        routers.append(channels.telegram.router)
    app = create_app(
        Web(service, care, library, ready),
        routers=routers,
        origins=settings.origins,
        messages_per_minute=settings.messages_per_minute,
        lifespan=lifespan,
    )
    app.state.follow = follow.Follow(channels.follow_up, channels.deep_link)
    app.state.channels = channels
    attach(app, console)
    return app


def upkeep(settings: Settings, service: Conversations) -> Upkeep:
    from assistant.upkeep import Keep, Upkeep

    keep = Keep(
        conversations=settings.keep_conversations_days,
        turns=settings.keep_turns_days,
        open_questions=settings.keep_open_questions_days,
    )
    return Upkeep(
        service,
        queue_minutes=settings.queue_minutes,
        vanish_minutes=settings.vanish_minutes,
        keep=keep,
    )


def start_upkeep(upkeep: Upkeep) -> Any:
    """The clockwork: what was left open at once, waits every few seconds, retention at night.

    Retention comes soon after the start too, when the engine is up: a machine may sleep at night.
    """
    from apscheduler.schedulers.asyncio import AsyncIOScheduler

    defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)
    now = datetime.now(UTC)
    scheduler.add_job(upkeep.conversations.recover, "interval", seconds=60, next_run_time=now)
    scheduler.add_job(upkeep.end_long_waits, "interval", seconds=10)
    scheduler.add_job(upkeep.return_vanished, "interval", seconds=20)
    scheduler.add_job(upkeep.index_words, "interval", seconds=5)
    scheduler.add_job(upkeep.forget_in_time, "date", run_date=now + timedelta(minutes=2))
    scheduler.add_job(upkeep.forget_in_time, "cron", hour=3, minute=30)
    scheduler.start()
    return scheduler
