"""A temporary installation of the index for measuring."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from index.errors import SourceError

if TYPE_CHECKING:
    from index.catalogue import Catalogue
    from index.encoder import Encoder, Vectors
    from index.holdings import Holdings


def say(text: str, *, end: str = "\n") -> None:
    """Progress, on standard error."""
    sys.stderr.write(text + end)
    sys.stderr.flush()


def lines(path: Path, *fields: str) -> list[dict[str, Any]]:
    """The objects of a JSONL file, each with these fields; texts may be empty, ids not.

    Raises SourceError.
    """
    told = path.read_text("utf-8", "replace").split("\n")  # JSON may hold other line ends
    rows = [_row(f"{path}, line {n}", one, fields) for n, one in enumerate(told, 1) if one.strip()]
    if not rows:
        raise SourceError(f"{path}: the file is empty")
    return rows


def _row(where: str, line: str, fields: Sequence[str]) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{where}: no JSON: {error}") from None
    if not isinstance(row, dict):
        raise SourceError(f"{where}: no JSON object")
    for field in fields:
        empty = row.get(field) == "" and field.endswith("id")
        if empty or not isinstance(row.get(field), str | int):
            raise SourceError(f"{where}: no {field!r}")
        row[field] = str(row[field])
    return row


def encoder_in(folder: Path) -> Encoder:
    """The sentence encoder in `folder`; two threads, as nothing else runs while measuring."""
    from index.onnx_encoder import OnnxEncoder

    return OnnxEncoder(folder, threads=2)


@contextmanager
def installed(docs: Path, encoder: Encoder) -> Iterator[tuple[Holdings, dict[str, float]]]:
    """An index of `docs`, gone afterwards, with the seconds that each stage took."""
    with tempfile.TemporaryDirectory(prefix="refdesk-bench-") as place:
        folder = Path(place) / "index"
        seconds = fill(_as_holdings(docs, Path(place)), folder, encoder)
        from index.holdings import Holdings

        started = perf_counter()
        holdings = Holdings.open(folder, encoder)
        seconds["open"] = perf_counter() - started
        try:
            yield holdings, seconds
        finally:
            holdings.close()


def fill(docs: Path, folder: Path, encoder: Encoder) -> dict[str, float]:
    """Import, encode and build; the seconds of each."""
    from index.build import build
    from index.catalogue import Catalogue
    from index.importer import add
    from index.sources import open_source

    ready = Ready(encoder)
    catalogue = Catalogue(folder / "catalogue.sqlite")
    started = perf_counter()
    add(catalogue, [open_source(str(docs))], folder / "report.jsonl", lambda p: _show_read(p.read))
    imported = perf_counter()
    say("")
    ready.encode_all(catalogue)
    encoded = perf_counter()
    build(catalogue, ready, folder, lambda done, of: say(f"\rbuilt {done:,} of {of:,}", end=""))
    say("")
    built = perf_counter()
    catalogue.close()
    return {"import": imported - started, "encode": encoded - imported, "build": built - encoded}


def _show_read(count: int) -> None:
    say(f"\rread {count:,}", end="")


class Ready:
    """An encoder that has encoded a catalogue before its index is built.

    What a build takes without encoding shows only so: its other half works meanwhile.
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.dimensions = encoder.name, encoder.dimensions
        self.fingerprint = encoder.fingerprint
        self._made: dict[str, Vectors] = {}

    def encode_query(self, text: str) -> Vectors:
        return self._encoder.encode_query(text)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """What is no unit of a record, a heading, is encoded now."""
        import numpy as np

        self._make([text for text in dict.fromkeys(texts) if text not in self._made])
        return np.stack([self._made[text] for text in texts])

    def _make(self, texts: list[str]) -> None:
        import numpy as np

        if texts:
            vectors = self._encoder.encode_passages(texts).astype(np.float16)
            self._made.update(zip(texts, vectors, strict=True))

    def encode_all(self, catalogue: Catalogue) -> None:
        """Encode the units of every record."""
        from index.units import units_of

        for batch in catalogue.iterate(batch=2048):
            units = (unit for stored in batch for unit in units_of(stored.record))
            self._make(list(dict.fromkeys(unit.passage for unit in units)))
            say(f"\rencoded {len(self._made):,} texts", end="")
        say("")


def _as_holdings(docs: Path, place: Path) -> Path:
    """`docs` as holdings: of JSONL, `{"id", "title", "author", "text"}` is read as well."""
    if docs.suffix != ".jsonl":
        return docs
    with docs.open(encoding="utf-8") as file:
        first = _row(f"{docs}, line 1", file.readline(), ())
    if "text" not in first and "author" not in first:
        return docs
    path = place / "docs.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for doc in lines(docs):
            out.write(json.dumps(_as_record(doc), ensure_ascii=False) + "\n")
    return path


def _as_record(doc: dict[str, Any]) -> dict[str, Any]:
    authors = [doc["author"]] if doc.get("author") else []
    title = doc.get("title") or str(doc.get("text", ""))[:80] or str(doc["id"])
    record = {"id": str(doc["id"]), "title": title, "authors": authors, "format": "article"}
    return {**record, "summary": doc.get("text", "")}
