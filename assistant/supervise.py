"""Starts the processes, watches them, brings back one that dies, and stops them all cleanly."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

from assistant.errors import RefdeskError
from assistant.processes import Process, last_line

log = logging.getLogger(__name__)
READY_SECONDS = 180.0
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60.0  # after so long a process counts as well again
STOP_SECONDS = 10.0


class ProcessFailed(RefdeskError):
    """A process did not come up; the text says where its log is."""


class Watched:
    """One process: started, awaited, restarted with growing pauses, stopped."""

    def __init__(self, process: Process, logs: Path, tell: Callable[[str], None]) -> None:
        self.process = process
        self.log_file = logs / f"{process.name}.log"
        self.tell = tell
        self.child: asyncio.subprocess.Process | None = None
        self.stopping = False

    async def start(self) -> None:
        self.log_file.parent.mkdir(parents=True, exist_ok=True)
        with self.log_file.open("ab") as file:
            self.child = await asyncio.create_subprocess_exec(
                *self.process.command,
                env=self.process.env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )

    async def until_ready(self) -> None:
        """Wait for the health address. Raises ProcessFailed when it ends or takes too long."""
        import httpx

        deadline, said = time.monotonic() + READY_SECONDS, "it does not answer"
        async with httpx.AsyncClient(timeout=5, headers=self.process.ready_headers) as client:
            while time.monotonic() < deadline:
                if self.child is None or self.child.returncode is not None:
                    said = f"{last_line(self.log_file)} (all of it in {self.log_file})"
                    raise ProcessFailed(f"{self.process.name} stopped: {said}")
                with contextlib.suppress(httpx.TransportError):  # not listening yet
                    answer = await client.get(self.process.ready_url)
                    if answer.status_code == httpx.codes.OK:
                        return
                    said = answer.text
                await asyncio.sleep(0.1)
        raise ProcessFailed(f"{self.process.name} is not ready after {READY_SECONDS:.0f} s: {said}")

    async def watch(self) -> None:
        """Bring the process back whenever it ends, with pauses that double."""
        pause = 0.5
        while not self.stopping and self.child is not None:
            began = time.monotonic()
            code = await self.child.wait()
            if self.stopping:
                return
            pause = (
                0.5 if time.monotonic() - began > STEADY_SECONDS else min(pause * 2, LONGEST_PAUSE)
            )
            self.tell(f"{self.process.name} ended ({code}); starting it again in {pause:.0f} s")
            await asyncio.sleep(pause)
            if not self.stopping:
                await self.start()

    async def stop(self) -> None:
        self.stopping = True
        if self.child is None or self.child.returncode is not None:
            return
        self.child.terminate()
        try:
            await asyncio.wait_for(self.child.wait(), STOP_SECONDS)
        except TimeoutError:
            self.child.kill()
            await self.child.wait()


@contextlib.asynccontextmanager
async def running(
    processes: Sequence[Process], logs: Path, tell: Callable[[str], None]
) -> AsyncIterator[list[Watched]]:
    """All processes up and ready inside the block, none left after it."""
    watched = [Watched(process, logs, tell) for process in processes]
    try:
        for each in watched:
            await each.start()
        await asyncio.gather(*(each.until_ready() for each in watched))
        yield watched
    finally:
        await asyncio.gather(*(each.stop() for each in watched))


async def keep_running(watched: Sequence[Watched]) -> None:
    """Watch until cancelled."""
    await asyncio.gather(*(each.watch() for each in watched))


@contextlib.asynccontextmanager
async def until_signalled() -> AsyncIterator[None]:
    """Run the block until it ends, or until Ctrl-C or a termination signal; a second one waits."""
    import signal

    loop, task = asyncio.get_running_loop(), asyncio.current_task()
    assert task is not None
    stopped: list[int] = []

    def stop(number: int) -> None:
        if not stopped:
            task.cancel()
        stopped.append(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop, number)
    try:
        yield
    except asyncio.CancelledError:
        if not stopped:
            raise
