"""`refdesk bench import`: records a second from a file to a searchable index, by stage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.bench.place import encoder_in, installed, say
from index.record import Query
from index.twins import HashEncoder

if TYPE_CHECKING:
    from index.encoder import Encoder
    from index.holdings import Holdings

_CHANGES = 20


def run(docs: Path, encoder_dir: Path | None = None) -> dict[str, Any]:
    """Import, build and open an index of `docs`; records a second without encoding.

    Encoding is done before the build and left out of `records_per_second`; without `encoder_dir`
    the deterministic twin stands in for the encoder. `change_p50_seconds` is what passes from one
    changed record in the catalogue until a search finds it.
    """
    encoder: Encoder = HashEncoder() if encoder_dir is None else encoder_in(encoder_dir)
    with installed(docs, encoder) as (holdings, seconds):
        say(f"{holdings.count:,} records")
        changes = [_change(holdings, turn) for turn in range(_CHANGES)]
        count = holdings.count
    own = seconds["import"] + seconds["build"] + seconds["open"]
    return {
        "n": count,
        "records_per_second": round(count / own),
        **{f"{stage}_seconds": round(spent, 2) for stage, spent in seconds.items()},
        **{
            f"{stage}_per_second": round(count / max(spent, 1e-9))
            for stage, spent in seconds.items()
        },
        "change_p50_seconds": round(median(changes), 3),
    }


def _change(holdings: Holdings, turn: int) -> float:
    """Seconds until one changed record is found under its new title."""
    number = next(iter(holdings.catalogue.iterate(batch=turn + 1)))[turn].number
    record = holdings.catalogue.by_number([number])[0]
    title = f"Quintessential zebrafish almanac {turn}"
    started = perf_counter()
    holdings.catalogue.upsert([replace(record, title=title)])
    holdings.refresh()
    found = holdings.search(Query(text=title, limit=1)).hits
    if not found or found[0].record.id != record.id:
        raise AssertionError(f"{record.id} is not found under its new title")
    return perf_counter() - started
