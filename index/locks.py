"""One writer at a time, over processes: a lock file that says who holds it."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexBusy, StorageFull


@contextmanager
def writer_lock(folder: Path, purpose: str) -> Iterator[None]:
    """Hold `folder`/writer.lock while the block runs.

    Raises IndexBusy, which names the holder. The system frees the lock when its process dies.
    """
    folder.mkdir(parents=True, exist_ok=True)
    holder = folder / "writer.json"
    try:
        with FileLock(folder / "writer.lock", timeout=0):
            holder.write_text(_myself(purpose), encoding="utf-8")
            try:
                yield
            finally:
                holder.unlink(missing_ok=True)
    except Timeout:
        raise IndexBusy(f"{folder}: {_who(holder)}. Wait until it has finished.") from None


def _myself(purpose: str) -> str:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return json.dumps({"pid": os.getpid(), "purpose": purpose, "since": since})


def _who(holder: Path) -> str:
    try:
        told = json.loads(holder.read_text(encoding="utf-8"))
        return f"{told['purpose']} has been running since {told['since']} (process {told['pid']})"
    except (OSError, ValueError, KeyError):
        return "another process is writing"


@contextmanager
def full_disk_told(place: Path) -> Iterator[None]:
    """Raises StorageFull, naming `place`, when the disk fills up inside the block."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise StorageFull(
            f"{place}: no space left on the disk. Free some and run the same command again; "
            "what was written before is whole."
        ) from None
