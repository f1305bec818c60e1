"""Delivers what the outbox holds: in order within a conversation, tried until it arrives."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from prometheus_client import Counter, Histogram
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from assistant.errors import DeliveryFailed
from assistant.events import Broker
from assistant.model import language_from
from assistant.ports import Channel, Clock, Letter, Piece
from assistant.store import Database
from assistant.store import conversations as rows
from assistant.store import outbox as store
from assistant.store.outbox import Head
from assistant.store.tables import OutboxRow

log = logging.getLogger(__name__)

AT_ONCE = 64  # pieces on their way together, over all conversations
POLL = 1.0  # seconds; events wake it sooner

DELIVERED = Counter("refdesk_delivered", "Messages that reached a channel", ["channel"])
FAILED = Counter("refdesk_delivery_failures", "Attempts that failed", ["channel", "kind"])
SECONDS = Histogram(
    "refdesk_delivery_seconds", "From writing a message to its arrival", ["channel"]
)


@dataclass(frozen=True, slots=True)
class Job:
    """One piece to send."""

    outbox_id: int
    channel: str
    address: str
    piece: Piece
    mark: str
    written: datetime  # the message
    known: list[str] | None  # set when the piece is in doubt: ids of other pieces


@dataclass(frozen=True, slots=True)
class Result:
    job: Job
    platform_id: str = ""
    failure: DeliveryFailed | None = None


class Outbox:
    """One round is one transaction: it records what arrived and claims what is due next."""

    def __init__(
        self, database: Database, broker: Broker, clock: Clock, channels: Sequence[Channel]
    ) -> None:
        self.database = database
        self.broker = broker
        self.clock = clock
        self.channels = {channel.name: channel for channel in channels}
        self._results: list[Result] = []
        self._running: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._down: set[str] = set()

    async def run(self) -> None:
        """Deliver until cancelled. Only one process may do so."""
        await self.database.run(store.doubt_all)
        listener = asyncio.create_task(self._listen())
        try:
            while True:
                await self.round()
                await self._sleep()
        finally:
            listener.cancel()
            for task in self._running:
                task.cancel()
            await asyncio.gather(listener, *self._running, return_exceptions=True)

    async def round(self) -> int:
        """Record and claim once; returns how many pieces set off."""
        self._wake.clear()
        results, self._results = self._results, []
        try:
            jobs = await self.database.run(lambda s: list(self._turn_over(s, results)))
        except Exception:  # nothing is lost: results are kept for the next round
            self._results = results + self._results
            log.exception("the outbox could not use the store; it tries again")
            return 0
        for job in jobs:
            self._start(job)
        return len(jobs)

    async def drain(self) -> None:
        """Deliver all that is due now, and wait for it."""
        while await self.round() or self._running or self._results:
            await asyncio.gather(*self._running)

    async def _sleep(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(POLL):  # wait_for of 3.11 may lose a cancellation
                await self._wake.wait()

    async def _listen(self) -> None:
        with self.broker.subscribe() as queue:
            while True:
                event = await queue.get()
                if event is None or event.letter:
                    self._wake.set()

    def _turn_over(self, session: Session, results: list[Result]) -> Iterator[Job]:
        for result in results:
            self._record(session, result)
        room = AT_ONCE - len(self._running)
        if room > 0:
            now = self.clock.now()
            for head in store.heads(session, list(self.channels), now, room):
                yield from self._claimed(session, head)

    def _record(self, session: Session, result: Result) -> None:
        row = store.by_id(session, result.job.outbox_id)
        if row is None:
            return
        if result.failure:
            self._failed(row, result.failure)
            return
        if row.channel in self._down:
            self._down.discard(row.channel)
            store.wake(session, row.channel, self.clock.now())
        if not store.arrived(session, row, result.platform_id):
            return
        DELIVERED.labels(row.channel).inc()
        took = self.clock.now() - result.job.written
        SECONDS.labels(row.channel).observe(took.total_seconds())

    def _failed(self, row: OutboxRow, failure: DeliveryFailed) -> None:
        FAILED.labels(row.channel, "retried" if failure.retry else "final").inc()
        if failure.retry and failure.after is None:
            self._down.add(row.channel)
        store.failed(
            row,
            str(failure),
            self.clock.now(),
            retry=failure.retry,
            doubt=failure.doubt,
            after=failure.after,
        )

    def _claimed(self, session: Session, head: Head) -> Iterator[Job]:
        """One that its channel can make nothing of is given up: it would be the first for ever."""
        row = head.row
        try:
            job = self._claim(session, head)
        except DBAPIError:  # the store's failure: the whole round is tried again
            raise
        except Exception as error:
            log.exception("message %s cannot be put in pieces for %s", row.message_id, row.channel)
            self._failed(row, DeliveryFailed(repr(error), retry=False))
        else:
            yield job

    def _claim(self, session: Session, head: Head) -> Job:
        row, channel = head.row, self.channels[head.row.channel]
        in_doubt = row.state == "doubt"
        pieces = channel.pieces(_letter(head)) if row.pieces is None else row.pieces
        job = Job(
            outbox_id=row.id,
            channel=row.channel,
            address=row.address,
            piece=pieces[row.done],
            mark=(row.mark if in_doubt else channel.mark()) or "",
            written=head.message.at,
            known=store.known_ids(session, row.channel, row.address) if in_doubt else None,
        )
        store.claimed(session, row, pieces, job.mark)
        return job

    def _start(self, job: Job) -> None:
        task = asyncio.create_task(self._deliver(job))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _deliver(self, job: Job) -> None:
        try:
            result = Result(job, platform_id=await self._send(job))
        except DeliveryFailed as failure:
            result = Result(job, failure=failure)
        except Exception as error:
            log.exception("delivering by %s failed unexpectedly", job.channel)
            result = Result(job, failure=DeliveryFailed(repr(error), doubt=True))
        self._results.append(result)
        self._wake.set()

    async def _send(self, job: Job) -> str:
        channel = self.channels[job.channel]
        if job.known is not None:
            found = await self._find(channel, job)
            if found is not None:
                return found
        return await channel.deliver(job.address, job.piece)

    @staticmethod
    async def _find(channel: Channel, job: Job) -> str | None:
        """Looking again may fail too; the doubt stays."""
        try:
            return await channel.find(job.address, job.piece, job.mark, job.known or ())
        except DeliveryFailed as failure:
            failure.doubt = True
            raise


def _letter(head: Head) -> Letter:
    return Letter(
        message=rows.to_message(head.message),
        language=language_from(head.language),
        address=head.row.address,
        answers=head.answers,
    )
