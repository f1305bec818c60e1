"""`refdesk bench`: progress on standard error, one JSON object on standard output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import click

File = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def bench() -> None:
    """Measure understanding, search and whole turns; the installation's own data is not touched."""


def _print(result: dict[str, Any]) -> None:
    click.echo(json.dumps(result, ensure_ascii=False))


def _files(*names: str) -> Callable[[Any], Any]:
    """Required options that name files: --docs, --queries."""

    def add(command: Any) -> Any:
        for name in reversed(names):
            command = click.option(f"--{name}", type=File, required=True)(command)
        return command

    return add


def _encoder(command: Any) -> Any:
    return click.option("--encoder", help="Sentence encoder, in place of the settings' one.")(
        command
    )


def _encoder_dir(encoder: str | None) -> Path:
    from assistant.settings import load_settings

    settings = load_settings(encoder=encoder) if encoder else load_settings()
    return settings.encoder_dir


@bench.command()
@click.option("--train", type=File, help="Labelled questions to learn, JSONL of text and intent.")
@click.option("--test", type=File, help="Labelled questions to test.")
@click.option("--oos", type=File, help="Questions that are out of scope, one a line.")
@click.option("--own", type=click.Choice(["en", "zh", "both"]), help="The questions Refdesk ships.")
@click.option("--folds", type=click.IntRange(min=2), help="Parts to test in turn; 5 for --own.")
@click.option("--mapping", type=File, help="Your model's intents as the labels of --test, YAML.")
def nlu(
    train: Path | None,
    test: Path | None,
    oos: Path | None,
    own: Literal["en", "zh", "both"] | None,
    folds: int | None,
    mapping: Path | None,
) -> None:
    """Train the engine's pipeline on labelled questions and test it.

    One of: --train and --test; --train and --folds; --own; --mapping and --test.
    """
    from assistant import bench_nlu

    match (train, test, own, folds, mapping, oos):
        case (Path(), Path(), None, None, None, _):
            _print(bench_nlu.run(train, test, oos))
        case (Path(), None, None, int(), None, None):
            _print(bench_nlu.run_folds(train, folds))
        case (None, None, str(), _, None, None):
            _print(bench_nlu.run_own(own, folds or 5))
        case (None, Path(), None, None, Path(), None):
            _print(bench_nlu.run_mapping(mapping, test))
        case _:
            raise click.UsageError("Give --train with --test or --folds, --own, or --mapping.")


@bench.command()
@_files("docs", "queries", "qrels")
@_encoder
def search(docs: Path, queries: Path, qrels: Path, encoder: str | None) -> None:
    """Ranked search against relevance judgements."""
    from index.bench.search import run

    _print(run(docs, queries, qrels, _encoder_dir(encoder)))


@bench.command("known-item")
@_files("docs", "queries")
@_encoder
def known_item(docs: Path, queries: Path, encoder: str | None) -> None:
    """Questions for one record each."""
    from index.bench.known_item import run

    _print(run(docs, queries, _encoder_dir(encoder)))


@bench.command()
@_files("faq", "queries")
@_encoder
def faq(faq: Path, queries: Path, encoder: str | None) -> None:
    """Rewordings against the questions of a knowledge base.

    An encoder that is named is measured alone, without the one for English.
    """
    from assistant.settings import load_settings
    from index.bench.faq import run

    english = None if encoder else load_settings().english_encoder_dir
    _print(run(faq, queries, _encoder_dir(encoder), english))


@bench.command()
@click.option("--n", type=click.IntRange(min=1000), default=1_000_000, show_default=True)
def vectors(n: int) -> None:
    """Nearest vectors at scale, against exact search."""
    from index.bench.vectors import run

    _print(run(n))


@bench.command("import")
@_files("docs")
@click.option("--encoder", help="Time this sentence encoder too; without, a stand-in for it.")
def import_(docs: Path, encoder: str | None) -> None:
    """Records a second from a file to a searchable index without encoding, by stage."""
    from index.bench.imports import run

    _print(run(docs, _encoder_dir(encoder) if encoder else None))


@bench.command()
@click.option(
    "--records", type=click.IntRange(min=1), help="Records in the index; the sample's if left out."
)
@click.option("--docs", type=File, help="Holdings JSONL to search in place of the sample library.")
@click.option("--turns", type=click.IntRange(min=20), default=200, show_default=True)
def turn(records: int | None, docs: Path | None, turns: int) -> None:
    """A whole search turn against a greeting on Rasa's own starter bot."""
    from assistant.bench_turn import run

    _print(run(records, docs, turns))
