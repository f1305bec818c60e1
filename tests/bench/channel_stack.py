"""The real assistant and an emulated Bot API, for measuring, on a data directory of its own."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from assistant.processes import (
    free_port,
    serve_actions,
    serve_engine,
    serve_web,
    with_free_ports,
)
from assistant.settings import load_settings
from assistant.supervise import running
from tests.telegram_emulator import TOKEN, Emulator


def log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


@asynccontextmanager
async def stack(emulator: Emulator, a_second: int = 1000) -> AsyncIterator[tuple[str, Any]]:
    """Address of the web server and its settings; model and index are copied from the installation.

    The installation's own data is only read. Telegram's limit of 30 a second is raised to `a_second`.
    """
    own = load_settings()
    os.environ |= {
        "REFDESK_TELEGRAM_TOKEN": TOKEN,
        "REFDESK_TELEGRAM_API": emulator.url,
        "REFDESK_TELEGRAM_PER_SECOND": str(a_second),
        "REFDESK_MESSAGES_PER_MINUTE": "1000000",
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "models").mkdir()
        for encoder in own.encoders.values():
            (folder / "models" / encoder.name).symlink_to(encoder)
        shutil.copy(own.model_file, folder / "models")
        shutil.copytree(own.index_dir, folder / "index")
        port = free_port(0)
        settings = load_settings(data_dir=folder, port=port, host="127.0.0.1", database_url="")
        settings = with_free_ports(settings, "engine_port", "actions_port")
        processes = [serve_actions(settings), serve_engine(settings), serve_web(settings)]
        try:
            async with running(processes, folder / "logs", log):
                yield f"http://127.0.0.1:{settings.port}", settings
        except Exception:  # raised again, after what the processes said
            for file in sorted((folder / "logs").glob("*.log")):
                log(f"--- {file.name}\n{file.read_text('utf-8', 'replace')[-2000:]}")
            raise
