"""`refdesk index`: load holdings, make the index anew, say how it stands."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.processes import require_encoders
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    from index.importer import Progress, Report


@click.group()
def index() -> None:
    """Load, update and look at the holdings."""


@index.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--prefix", default="", help="Put before every record id, to keep catalogues apart.")
@click.option(
    "--copies",
    default="auto",
    show_default=True,
    help="Where MARC records hold copies: auto, none, koha, evergreen, alma, sierra, symphony, "
    "949, marc, or a mapping such as 952:branch=b,shelf=c,call_number=o,barcode=p,due=q,status=7.",
)
@click.option(
    "--column", "columns", multiple=True, metavar="FIELD=NAME", help="A column of a CSV file."
)
@click.option("--whole", is_flag=True, help="Remove records that SOURCES do not hold any more.")
@click.option("--yes", is_flag=True, help="With --whole: even if that is more than a tenth.")
@click.option("--report", type=click.Path(path_type=Path), help="Where bad records are named.")
def add(
    sources: tuple[str, ...],
    prefix: str,
    copies: str,
    columns: tuple[str, ...],
    whole: bool,
    yes: bool,
    report: Path | None,
) -> None:
    """Load SOURCES: files (.mrc .xml .jsonl .csv), oai:URL or sru:URL.

    Loading again updates what changed. An import that was stopped goes on where it stopped.
    """
    from index.catalogue import Catalogue
    from index.errors import SourceError
    from index.importer import Whole
    from index.importer import add as load
    from index.sources import Options, open_source

    settings = load_settings()
    options = Options(prefix=prefix, copies=copies, columns=_columns(columns))
    opened = [open_source(each, options) for each in sources]
    report = report or settings.index_dir / "reports" / f"{time.strftime('%Y%m%dT%H%M%S')}.jsonl"
    catalogue = Catalogue(settings.index_dir / "catalogue.sqlite")
    limits = Whole(prefix=prefix, sure=yes) if whole else None
    done = load(catalogue, opened, report, _ProgressLine(), limits)
    click.echo(_summary(done, report))
    if done.read and done.rejected == done.read:
        raise SourceError("not one record could be read; the holdings are as they were.")
    refresh(settings, catalogue)


def _columns(said: tuple[str, ...]) -> dict[str, str]:
    if wrong := [each for each in said if "=" not in each]:
        raise click.BadParameter(f"{wrong[0]!r} is not FIELD=NAME", param_hint="--column")
    return dict(each.split("=", 1) for each in said)


def _summary(done: Report, report: Path) -> str:
    counts = {name: n for name, n in asdict(done).items() if n or name in ("read", "added")}
    told = ", ".join(f"{n:,} {name.replace('_', ' ')}" for name, n in counts.items())
    if done.rejected or done.repaired:
        return f"{told}\nDamaged records are named in {report}"
    if report.stat().st_size == 0:
        report.unlink()
    return told


class _ProgressLine:
    """Progress on standard error: one line that is written over, or one every ten seconds."""

    def __init__(self) -> None:
        self._last = 0.0
        self._over = sys.stderr.isatty()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last >= (0.5 if self._over else 10) or progress.share == 1:
            self._last = now
            start = "\r" if self._over else ""
            click.echo(start + _line(progress), err=True, nl=not self._over)


def _line(progress: Progress) -> str:
    share = "" if progress.share is None else f" {progress.share:4.0%}"
    left = "" if progress.left is None else f", {_span(progress.left)} left"
    return f"{progress.source}:{share} {progress.read:,} records, {progress.rate:,.0f}/s{left}   "


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


@index.command()
def rebuild() -> None:
    """Make the index anew beside the one in use, then swap it in."""
    from index.catalogue import Catalogue

    settings = load_settings()
    catalogue = Catalogue(settings.index_dir / "catalogue.sqlite", create=False)
    require_encoders([settings.encoder_dir])
    _build(settings, catalogue)


@index.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def status(as_json: bool) -> None:
    """Say what is loaded, from where, and what index serves it."""
    import json

    told = _status(load_settings())
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    for name, value in told.items():
        click.echo(f"{name}: {value}" if not isinstance(value, list) else f"{name}:")
        for each in value if isinstance(value, list) else ():
            click.echo(f"  {each}")


def _status(settings: Settings) -> dict[str, Any]:
    from index import build
    from index.catalogue import Catalogue
    from index.errors import IndexMissing

    catalogue = Catalogue(settings.index_dir / "catalogue.sqlite", create=False)
    told: dict[str, Any] = {"records": catalogue.count(), "latest change": catalogue.head()}
    told["imports"] = [
        f"{point.source}: {point.counts.get('read', 0):,} read, "
        f"{'finished' if point.finished else 'not finished'} {point.updated_at}"
        for point in catalogue.checkpoints()
    ]
    try:
        return told | {f"index {k}": v for k, v in build.status(settings.index_dir).items()}
    except IndexMissing as error:
        return told | {"index": str(error)}


def refresh(settings: Settings, catalogue: Any) -> None:
    """Make an index when there is none that fits; running processes take up small changes alone."""
    from index.build import catalogue_id, check, current, read_manifest
    from index.errors import IndexMismatch, IndexMissing
    from index.onnx_encoder import OnnxEncoder

    require_encoders([settings.encoder_dir])
    try:
        manifest = read_manifest(current(settings.index_dir))
        check(manifest, OnnxEncoder(settings.encoder_dir), catalogue_id(catalogue))
    except (IndexMissing, IndexMismatch):
        _build(settings, catalogue)
        return
    if catalogue.head() - manifest.head > max(1000, catalogue.count() // 10):
        _build(settings, catalogue)


def _build(settings: Settings, catalogue: Any) -> None:
    from index.build import build
    from index.importer import Progress
    from index.onnx_encoder import OnnxEncoder

    line, began = _ProgressLine(), time.monotonic()

    def show(done: int, total: int) -> None:
        rate = done / max(time.monotonic() - began, 1e-6)
        share = done / total if total else 1.0
        line(Progress("index", done, rate, share, (total - done) / rate if rate else None))

    encoder = OnnxEncoder(settings.encoder_dir, threads=os.cpu_count() or 1)
    manifest = build(catalogue, encoder, settings.index_dir, show)
    click.echo(f"index {manifest.version}: {manifest.records:,} records")
