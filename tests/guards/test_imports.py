"""The command answers at once, and the houses keep their walls."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {"numpy", "faiss", "torch", "sqlalchemy", "fastapi", "pydantic", "rasa_sdk", "onnxruntime"}


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys\nfrom assistant.cli import cli\n"
        f"cli({args!r}, standalone_mode=False)\n"
        "print('LOADED', *sorted({m.split('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    loaded = set(done.stdout.split("LOADED", 1)[1].split())
    assert "click" in loaded
    assert not loaded & HEAVY


def broken(tmp_path: Path, source: str, imported: str) -> str:
    """What import-linter says of a copy of the tree in which `source` imports `imported`."""
    for package in ("assistant", "actions", "index", "connectors"):
        for file in (ROOT / package).rglob("*.py"):
            copy = tmp_path / file.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    if source:
        with (tmp_path / source).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {imported}\n")
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint, "--no-cache"], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    return done.stdout


def test_the_import_contracts_hold(tmp_path: Path) -> None:
    assert " 0 broken" in broken(tmp_path, "", "")


@pytest.mark.parametrize(
    ("source", "imported"),
    [
        ("index/record.py", "assistant.model"),
        ("assistant/model.py", "index.record"),
        ("actions/__init__.py", "connectors.problems"),
        ("connectors/problems.py", "index.record"),
    ],
)
def test_each_import_contract_is_seen_to_break(tmp_path: Path, source: str, imported: str) -> None:
    assert " 1 broken" in broken(tmp_path, source, imported)
