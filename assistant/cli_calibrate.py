"""`refdesk calibrate`: thresholds that keep wrong answers under the share the library accepts."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.processes import require_encoders
from assistant.settings import Settings, load_settings

if TYPE_CHECKING:
    from actions.calibrate import Row, Tried
    from assistant.knowledge import Entry

_TITLES = 600  # records tried, drawn at random
_STRANGERS = ("out_of_scope", "find_holdings", "known_item")  # intents no entry answers
_EACH = 60  # of their examples
_BOUNDS = (0.05, 0.1, 0.2)  # shares of wrong answers that are told of besides the library's own
_HEADS = "threshold  answered   wrong  wrong at most (95 %)  answered or among three choices"


@click.command()
@click.option(
    "--plot", type=click.Path(path_type=Path), help="Write the trade-off as SVG into this folder."
)
@click.option("--keep/--no-keep", default=True, help="Write the thresholds for the action server.")
def calibrate(plot: Path | None, keep: bool) -> None:
    """Try questions whose answers are known, and print what each threshold would have done."""
    settings = load_settings()
    require_encoders(settings.encoders.values())
    kinds = {"answer": _answers(settings), "known": _known(settings)}
    chosen: dict[str, float] = {}
    for kind, tried in kinds.items():
        row = _report(kind, tried, settings.wrong_answers_bound)
        if row is not None:
            chosen[kind] = row.threshold
        if plot is not None:
            _draw(plot, kind, tried)
    if keep and chosen:
        _keep(settings, chosen)


def _answers(settings: Settings) -> list[Tried]:
    from actions.calibrate import try_answers
    from assistant.knowledge import load_knowledge
    from index.knowledge_search import KnowledgeSearch
    from index.onnx_encoder import OnnxEncoder

    encoder, cache = OnnxEncoder(settings.encoder_dir), _Remembered()
    folder = settings.english_encoder_dir
    english = OnnxEncoder(folder) if folder else None
    entries = load_knowledge(settings.library_dir)

    def make(told: list[Entry]) -> KnowledgeSearch:
        return KnowledgeSearch(told, encoder, cache, english)

    return list(try_answers(entries, make, _strangers(settings)))


class _Remembered:
    """Vectors of one run: the folds share nearly all of their texts."""

    def __init__(self) -> None:
        self._made: dict[str, dict[bytes, bytes]] = defaultdict(dict)

    def vectors_for(self, hashes: Any, encoder: str) -> dict[bytes, bytes]:
        made = self._made[encoder]
        return {key: made[key] for key in hashes if key in made}

    def keep_vectors(self, encoder: str, made: Any) -> None:
        self._made[encoder].update(made)


def _strangers(settings: Settings) -> list[str]:
    """Examples of intents that the knowledge base has nothing to say to, the same every time."""
    from ruamel.yaml import YAML

    texts: list[str] = []
    for file in sorted(p for folder in settings.nlu_data for p in folder.glob("nlu/en/*.yml")):
        for part in YAML(typ="safe").load(file.read_text("utf-8")).get("nlu", []):
            if part.get("intent") in _STRANGERS:
                lines = [line.removeprefix("- ").strip() for line in part["examples"].splitlines()]
                texts += random.Random(7).sample(lines, min(_EACH, len(lines)))
    return texts


def _known(settings: Settings) -> list[Tried]:
    from actions.calibrate import try_titles
    from index.catalogue import Catalogue
    from index.holdings import Holdings
    from index.onnx_encoder import OnnxEncoder

    catalogue = Catalogue(settings.index_dir / "catalogue.sqlite", create=False)
    records = [stored.record for batch in catalogue.iterate() for stored in batch]
    holdings = Holdings.open(settings.index_dir, OnnxEncoder(settings.encoder_dir))
    try:
        return list(try_titles(holdings, records, _TITLES))
    finally:
        holdings.close()
        catalogue.close()


def _report(kind: str, tried: list[Tried], bound: float) -> Row | None:
    from actions.calibrate import choose, table, within

    rows = table(tried)
    click.echo(f"\n{kind}: {len(tried)} questions")
    click.echo(_HEADS)
    for row in rows:
        click.echo(_line(row))
    for accepted in sorted({*_BOUNDS, bound}):
        kept = within(rows, accepted)
        told = f"{kept.share_answered:.1%} from {kept.threshold:.2f} on" if kept else "none"
        click.echo(f"answered with at most {accepted:.0%} wrong: {told}")
    best = choose(rows, bound)
    if best is None:
        click.echo(
            f"No threshold promises at most {bound:.0%} wrong: too few questions, or too hard."
        )
    else:
        share = f"{best.share_answered:.0%} answered"
        click.echo(f"At most {bound:.0%} wrong from {best.threshold:.2f} on: {share}.")
    return best


def _line(row: Row) -> str:
    shares = f"{row.share_answered:9.1%} {row.share_wrong:7.1%} {row.at_most:21.1%}"
    return f"{row.threshold:9.2f} {shares} {row.reached:8.1%}"


def _draw(folder: Path, kind: str, tried: list[Tried]) -> None:
    import pygal

    from actions.calibrate import table

    rows = table(tried)
    chart = pygal.XY(
        title=f"{kind}: what a threshold costs and keeps",
        x_title="threshold",
        y_title="share of questions, share of answers",
        range=(0, 1),
        js=[],
    )
    chart.add("answered", [(row.threshold, row.share_answered) for row in rows])
    chart.add("wrong among answers", [(row.threshold, row.share_wrong) for row in rows])
    chart.add("wrong at most (95 %)", [(row.threshold, row.at_most) for row in rows])
    folder.mkdir(parents=True, exist_ok=True)
    chart.render_to_file(str(folder / f"calibration-{kind}.svg"))
    click.echo(f"Plot: {folder / f'calibration-{kind}.svg'}")


def _keep(settings: Settings, chosen: dict[str, float]) -> None:
    from actions.bounds import FILE_NAME

    path = settings.data_dir / FILE_NAME
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    path.write_text(json.dumps(kept | chosen, indent=1) + "\n", "utf-8")
    click.echo(f"\nKept in {path}; the action server reads it when it starts.")
