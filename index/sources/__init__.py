"""Sources of holdings: one table from what a source is called to what reads it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from index.errors import SourceError
from index.sources.base import Entry, Mark, Options, Source
from index.sources.sniff import kind_of

__all__ = ["Entry", "Mark", "Options", "Source", "open_source"]

# Module and class, imported when first needed.
_READERS = {
    "csv": "csv_table:CsvSource",
    "jsonl": "jsonl:JsonlSource",
    "marc": "marc_file:MarcSource",
    "oai": "oai:OaiSource",
    "sru": "sru:SruSource",
    "tsv": "csv_table:CsvSource",
    "xml": "marcxml:XmlSource",
}
_EXTENSIONS = {
    ".csv": "csv",
    ".dat": "marc",
    ".json": "jsonl",
    ".jsonl": "jsonl",
    ".marc": "marc",
    ".marcxml": "xml",
    ".mrc": "marc",
    ".ndjson": "jsonl",
    ".tsv": "tsv",
    ".xml": "xml",
}
_CALLED = {"marc": "binary MARC 21", "xml": "XML", "jsonl": "JSON lines", "text": "plain text"}


def open_source(spec: str, options: Options | None = None) -> Source:
    """The source that `spec` names: a file, `oai:URL` or `sru:URL`. Raises SourceError."""
    scheme, _, rest = spec.partition(":")
    if scheme in ("oai", "sru"):
        return _reader(scheme)(rest, options or Options())
    path = Path(spec)
    kind = _EXTENSIONS.get(path.suffix.lower())
    if kind is None:
        raise SourceError(f"{spec}: not a kind of file that can be read ({_known()})")
    _check(path, kind)
    return _reader(kind)(path, options or Options())


def _reader(kind: str) -> Callable[[object, Options], Source]:
    module, _, name = _READERS[kind].partition(":")
    return cast(
        "Callable[[object, Options], Source]",
        getattr(import_module(f"index.sources.{module}"), name),
    )


def _check(path: Path, kind: str) -> None:
    if path.is_dir():
        raise SourceError(f"{path}: a folder; name the files in it")
    found = kind_of(path)
    wanted = "text" if kind in ("csv", "tsv") else kind
    if found != wanted and not (wanted == "text" and found == "jsonl"):
        called = _CALLED.get(found, found)
        raise SourceError(f"{path}: named {path.suffix} but holds {called}")


def _known() -> str:
    return ", ".join(_EXTENSIONS) + ", oai:URL, sru:URL"
