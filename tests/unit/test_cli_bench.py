"""`refdesk bench nlu` measures one thing at a time, and says so."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from assistant.cli import main
from assistant.cli_bench import bench
from index.bench.place import lines
from index.errors import SourceError
from index.twins import HashEncoder

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


GOOD = {
    "nlu": {"train": '{"text": "hi", "intent": "greet"}', "test": '{"text": "hi", "intent": "greet"}'},
    "search": {
        "docs": '{"id": "1", "title": "Bees", "author": "A", "text": "bees"}',
        "queries": '{"id": "q", "text": "bees"}',
        "qrels": "q\t1\t1",
    },
    "known-item": {
        "docs": '{"id": "1", "title": "Bees"}',
        "queries": '{"text": "bees", "record_id": "1", "kind": "title"}',
    },
    "faq": {
        "faq": '{"id": "1", "question": "How?", "answer": "So."}',
        "queries": '{"query": "how", "faq_id": "1"}',
    },
}  # fmt: skip
BAD = [
    ("nlu", "train", "", "train: the file is empty"),
    ("nlu", "train", '{"text": ', "train, line 1: not"),
    ("nlu", "test", '{"text": "hi"}', "test, line 1: not"),
    ("nlu", "test", "[]", "test, line 1: not"),
    ("search", "docs", "", "docs.jsonl, line 1: no JSON"),
    ("search", "queries", '{"id": "q"}', "queries, line 1: no 'text'"),
    ("search", "qrels", "", "judges no question"),
    ("search", "qrels", "query-id\tcorpus-id\tscore\nother\t1\t1", "judges no question"),
    ("search", "qrels", "q\t1\t1\nq\t1\tgood", "qrels, line 2: not a question"),
    ("known-item", "queries", '{"text": "bees"}', "queries, line 1: no 'record_id'"),
    ("known-item", "queries", "\n", "queries: the file is empty"),
    ("faq", "faq", '{"id": "1", "question": "How?"}', "faq, line 1: no 'answer'"),
    ("faq", "queries", '{"query": 5.5, "faq_id": "1"}', "queries, line 1: no 'query'"),
]


@pytest.mark.parametrize(("name", "option", "text", "said"), BAD)
def test_a_file_that_is_wrong_is_named_in_one_line(tmp_path, monkeypatch, name, option, text, said):
    monkeypatch.setattr("index.bench.known_item.encoder_in", lambda folder: HashEncoder())
    monkeypatch.setattr("index.bench.search.encoder_in", lambda folder: HashEncoder())
    options = []
    for each, good in GOOD[name].items():
        file = tmp_path / (f"{each}.jsonl" if each == "docs" else each)
        file.write_text(text if each == option else good, "utf-8")
        options += [f"--{each}", str(file)]
    with pytest.raises(SystemExit) as stopped:
        main(["bench", name, *options])
    assert said in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_an_answer_may_be_empty_and_hold_other_line_ends(tmp_path):
    file = tmp_path / "faq.jsonl"
    rows = [{"id": 1, "question": "Eating?", "answer": ""}, {"id": 2, "question": "a\u2028b"}]
    rows[1]["answer"] = "One.\u2028Two."
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    assert [row["id"] for row in lines(file, "id", "question", "answer")] == ["1", "2"]
    file.write_text('{"id": "", "question": "?"}', "utf-8")
    with pytest.raises(SourceError, match="line 1: no 'id'"):
        lines(file, "id", "question")


def test_holdings_with_headings_are_measured(tmp_path, monkeypatch):
    monkeypatch.setattr("index.bench.known_item.encoder_in", lambda folder: HashEncoder())
    books = [{"id": str(n), "title": f"Book {n}", "subjects": [f"Topic {n}"]} for n in range(120)]
    asked = {"text": "book 7", "record_id": "7", "kind": "title"}
    (tmp_path / "docs.jsonl").write_text("\n".join(map(json.dumps, books)), "utf-8")
    (tmp_path / "queries").write_text(json.dumps(asked), "utf-8")
    options = ["--docs", str(tmp_path / "docs.jsonl"), "--queries", str(tmp_path / "queries")]
    done = CliRunner().invoke(bench, ["known-item", *options], catch_exceptions=False)
    assert json.loads(done.stdout.splitlines()[-1])["n"] == 1
