"""Runs every test, fast ones first, and ends in one line: `python -m assistant.setup.tests`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
PARALLEL = ["-n", "2", "--dist", "loadfile"]
# Folder and options. Two tests that each start the whole assistant would fight over two cores.
STAGES = {
    "unit": ("unit", [*PARALLEL, "-m", "not slow"]),
    "slower unit": ("unit", [*PARALLEL, "-m", "slow"]),
    "contract": ("contract", PARALLEL),
    "e2e": ("e2e", []),
    "guards": ("guards", []),
}


@dataclass(frozen=True)
class Result:
    """How one stage ended: numbers of tests, and whether pytest itself was content."""

    passed: int
    failed: int
    skipped: int
    content: bool


def run_stage(name: str, folder: Path, options: list[str]) -> Result:
    """Run the tests in FOLDER; a stage without a test is a failure, not a success."""
    began = time.monotonic()
    print(f"== {name} tests", flush=True)
    with tempfile.TemporaryDirectory() as reports:
        report = Path(reports) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", str(folder), f"--junitxml={report}"]
        code = subprocess.run([*command, *options], cwd=ROOT).returncode
        result = _count(report, code)
    print(f"== {name}: {time.monotonic() - began:.0f} s\n", flush=True)
    return result


def _count(report: Path, code: int) -> Result:
    if not report.exists():
        return Result(0, 1, 0, content=False)
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    ran, failures, errors, skipped = (
        sum(int(suite.get(key, "0")) for suite in suites)
        for key in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return Result(max(ran - failed - skipped, 0), failed, skipped, content=code == 0)


def closing_line(results: dict[str, Result]) -> str:
    """`N passed, N failed, N skipped`, after the names of stages that failed without a test."""
    passed, failed, skipped = (
        sum(getattr(result, key) for result in results.values())
        for key in ("passed", "failed", "skipped")
    )
    return f"{passed} passed, {failed} failed, {skipped} skipped"


def main() -> int:
    asked = sys.argv[1:]
    results = {
        name: run_stage(name, ROOT / "tests" / folder, [*options, *asked])
        for name, (folder, options) in STAGES.items()
    }
    unhappy = [name for name, result in results.items() if not result.content]
    if unhappy:
        print(f"not passed: {', '.join(unhappy)} tests")
    print(closing_line(results))
    return 1 if unhappy else 0


if __name__ == "__main__":
    sys.exit(main())
