"""`refdesk bench nlu` measures one thing at a time, and says so."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from assistant.cli_bench import bench

UNCLEAR = [
    [],
    ["--train", "F"],
    ["--train", "F", "--test", "F", "--folds", "5"],
    ["--train", "F", "--folds", "5", "--oos", "F"],
    ["--folds", "5"],
    ["--own", "en", "--test", "F"],
    ["--mapping", "F"],
    ["--own", "en", "--mapping", "F", "--test", "F"],
]


@pytest.mark.parametrize("options", UNCLEAR)
def test_options_that_do_not_go_together_are_refused(tmp_path, options):
    (tmp_path / "F").write_text("", "utf-8")
    told = [str(tmp_path / "F") if option == "F" else option for option in options]
    done = CliRunner().invoke(bench, ["nlu", *told])
    assert done.exit_code == 2
    assert "Give --train with --test or --folds, --own, or --mapping" in done.output
