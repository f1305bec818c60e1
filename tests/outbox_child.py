"""The channels in a process of their own, to be killed: forks one for each line of JSON it reads.

A line is {"database", "api", "kill_at", "when"}: kill_at counts commits of the store from 1 (0: never),
`when` is "before" or "after" the commit. Prints the fork's process id.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from itertools import count
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from assistant.model import TextPart
from assistant.store import Database
from assistant.twins import ScriptedEngine
from tests.channels import house, running, telegram
from tests.telegram_emulator import TOKEN

LONG = " ".join(f"Sentence number {n} of the long answer." for n in range(220))  # three pieces


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            work = json.loads(line)
            _kill_at(work["kill_at"], work["when"])
            asyncio.run(_serve(work))
        print(pid, flush=True)


def _kill_at(number: int, when: str) -> None:
    commits = count(1)

    def counted(session: Session) -> None:
        if next(commits) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Session, f"{when}_commit", counted)


async def _serve(work: dict[str, Any]) -> None:
    at_home = house(Database(work["database"]), ScriptedEngine({"long": [[TextPart(text=LONG)]]}))
    made = telegram(at_home, work["api"], token=TOKEN)
    async with running(at_home, made.channel):
        while True:
            await at_home.conversations.recover()
            await asyncio.sleep(0.5)


if __name__ == "__main__":
    main()
