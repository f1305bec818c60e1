"""`refdesk index` as people call it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from assistant import cli_index
from assistant.cli import main


@pytest.fixture
def refdesk(tmp_path, monkeypatch):
    """Runs the command on an installation without an encoder: records are loaded, not indexed."""
    monkeypatch.setenv("REFDESK_DATA_DIR", str(tmp_path / "var"))
    monkeypatch.setattr(cli_index, "refresh", lambda settings, catalogue: None)

    def run(*args):
        return CliRunner().invoke(cli_index.index, [str(a) for a in args], catch_exceptions=False)

    return run


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [{"id": n, "title": f"T{n}"} for n in range(1500)]
    path.write_text("\n".join(map(json.dumps, [*lines, {"id": "x"}])), encoding="utf-8")
    return path


def test_add_tells_progress_and_result(refdesk, file, tmp_path):
    done = refdesk("add", file)
    assert done.exit_code == 0
    assert "1,501 read, 1,500 added, 1 rejected" in done.stdout
    assert "a.jsonl: 100% 1,501 records" in done.stderr
    (report,) = (tmp_path / "var" / "index" / "reports").iterdir()
    assert str(report) in done.stdout
    assert json.loads(report.read_text())["position"] == "a.jsonl#1501"


def test_adding_again_and_status(refdesk, file):
    refdesk("add", file)
    assert "1,500 unchanged" in refdesk("add", file).stdout
    told = json.loads(refdesk("status", "--json").stdout)
    assert told["records"] == 1500
    assert "finished" in told["imports"][0]
    assert "refdesk index rebuild" in told["index"]


def test_no_report_is_left_when_nothing_is_wrong(refdesk, tmp_path):
    (tmp_path / "b.csv").write_text("Nr,title\n1,T\n")
    done = refdesk("add", tmp_path / "b.csv", "--column", "id=Nr")
    assert "1 read, 1 added" in done.stdout
    assert not list((tmp_path / "var" / "index" / "reports").iterdir())


def test_a_column_that_is_none(refdesk, file):
    done = refdesk("add", file, "--column", "title")
    assert done.exit_code == 2
    assert "FIELD=NAME" in done.stderr


def test_a_file_without_one_good_record_fails(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("REFDESK_DATA_DIR", str(tmp_path / "var"))
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "x"}\n{"title": 3}\n', encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["index", "add", str(path)])
    assert "not one record could be read" in str(stopped.value)
    assert "2 rejected" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("add", "none.mrc"), "none.mrc: No such file"),
        (("add", "sru:nowhere"), "not a web address"),
        (("rebuild",), "refdesk index add FILE"),
        (("status",), "refdesk index add FILE"),
    ],
)
def test_errors_are_one_clear_line(tmp_path, monkeypatch, args, said):
    monkeypatch.setenv("REFDESK_DATA_DIR", str(tmp_path / "var"))
    with pytest.raises(SystemExit) as stopped:
        main(["index", *args])
    assert str(stopped.value).startswith("refdesk: ")
    assert said in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_a_report_that_cannot_be_written_is_one_clear_line(tmp_path, monkeypatch, file):
    monkeypatch.setenv("REFDESK_DATA_DIR", str(tmp_path / "var"))
    with pytest.raises(SystemExit) as stopped:
        main(["index", "add", str(file), "--report", str(file / "report.jsonl")])
    assert str(stopped.value).startswith("refdesk: [Errno")


def test_records_are_kept_when_there_is_no_encoder(tmp_path, monkeypatch, file):
    monkeypatch.setenv("REFDESK_DATA_DIR", str(tmp_path / "var"))
    for args in (["add", str(file)], ["rebuild"]):
        with pytest.raises(SystemExit) as stopped:
            main(["index", *args])
        assert "no sentence encoder in" in str(stopped.value)
    assert "1,500 unchanged" in CliRunner().invoke(cli_index.index, ["add", str(file)]).stdout


def test_help_is_quick_and_loads_no_heavy_package():
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom assistant.cli_index import index\n"
        "assert CliRunner().invoke(index, ['add', '--help']).exit_code == 0\n"
        "print(sorted({'sqlalchemy', 'faiss', 'lxml', 'numpy', 'requests'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
