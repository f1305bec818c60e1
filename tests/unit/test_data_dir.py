"""What Refdesk writes is its owner's alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.cli_check import _answers
from assistant.secrets import owned
from assistant.settings import load_settings


def test_a_data_folder_that_others_can_read_is_named_and_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o755)
    settings = load_settings({}, tmp_path / "none.toml", data_dir=folder)
    assert "can be read by others" in str(dict(_answers(settings))["data directory"])
    assert owned(folder).stat().st_mode & 0o777 == 0o700
    assert "free" in str(dict(_answers(settings))["data directory"])


def test_what_a_command_writes_is_for_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.umask(0o022)
    try:
        with pytest.raises(SystemExit):
            main(["--version"])
        assert os.umask(0o022) == 0o077
    finally:
        os.umask(before)
