"""What `refdesk run` does before it serves."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.cli_run import _side_by_side, _why
from assistant.errors import SettingsError
from assistant.processes import require_loopback

JOB = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
RUN = """
import sys
from pathlib import Path
from assistant.cli_run import _side_by_side
_side_by_side({"job": [sys.executable, "-c", sys.argv[1], sys.argv[2]]}, {}, Path(sys.argv[3]))
"""


def test_how_each_job_ended_is_told(tmp_path: Path) -> None:
    jobs = {"well": [sys.executable, "-c", ""], "ill": [sys.executable, "-c", "print(1); exit(3)"]}
    assert _side_by_side(jobs, os.environ, tmp_path) == {"well": 0, "ill": 3}
    assert _why(3, tmp_path / "ill.log").startswith("1 (see")
    assert "signal 9" in _why(-9, tmp_path / "ill.log")


def test_no_job_is_left_behind(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    runs = subprocess.Popen([sys.executable, "-c", RUN, JOB, str(mark), str(tmp_path)])
    while not (mark.exists() and mark.read_text()):
        time.sleep(0.05)
    runs.terminate()
    assert runs.wait(20) == 128 + signal.SIGTERM
    job, until = int(mark.read_text()), time.monotonic() + 20
    while _lives(job) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _lives(job)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_port_on_loopback_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"REFDESK_ENGINE_PORT is {port}"):
            require_loopback("engine_port", port)
    require_loopback("engine_port", port)
