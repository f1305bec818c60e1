"""Files are short enough to be read at once."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("assistant", "actions", "index", "connectors", "tests")
LONGEST = 400  # lines


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    files = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")]
    lines = {file: len(file.read_text("utf-8").splitlines()) for file in files}
    assert len(files) > 300
    assert [str(file.relative_to(ROOT)) for file in files if lines[file] > LONGEST] == []
