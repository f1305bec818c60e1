"""Building an index beside the old one, and swapping it in whole."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import uuid4

import numpy as np

from index import passages, subjects, units
from index.catalogue import Catalogue
from index.columns import Columns
from index.encode import encode_units
from index.errors import HoldingsError, IndexMismatch, IndexMissing
from index.headings import Headings
from index.locks import writer_lock
from index.passages import Raw
from index.pool import beside
from index.units import units_of
from index.vectors.file import VectorFile
from index.words import WordIndex

if TYPE_CHECKING:
    from index.catalogue import Stored
    from index.encode import VectorCache
    from index.encoder import Encoder

    Progress: TypeAlias = Callable[[int, int], None]

RULES = f"9.{units.RULES}"  # another layout or other units: the index is made anew
_POINTER = "current"
_BATCH = 2048  # records encoded together: enough to sort them by length
_LARGE = 20_000  # records; below, starting a process costs more than it saves


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an index was made from; it serves no other encoder and no other catalogue."""

    version: str
    encoder: str
    encoder_name: str
    dimensions: int
    catalogue: str
    head: int  # the catalogue's latest change that is in the index
    records: int
    vectors: int
    rules: str
    built_at: str


def build(
    catalogue: Catalogue,
    encoder: Encoder,
    folder: Path,
    progress: Progress | None = None,
) -> Manifest:
    """Make an index of the whole catalogue and swap it in; the old one serves until then.

    `progress` gets records done and records in all. Raises IndexBusy when another process
    imports or builds. A build that is killed leaves the old index and is cleared by the next.
    """
    with writer_lock(folder, "a build of the index"):
        _clear(folder, keep=_current_name(folder))
        version = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"
        with _room(folder / f"making-{version}") as place:
            manifest = _fill(place, catalogue, encoder, version, progress)
            _write(place / "manifest.json", json.dumps(asdict(manifest), indent=1))
            place.rename(folder / version)
        _point(folder, version)
        _clear(folder, keep=version)
    return manifest


def current(folder: Path) -> Path:
    """The folder of the index in use. Raises IndexMissing."""
    name = _current_name(folder)
    if not name or not (folder / name / "manifest.json").exists():
        raise IndexMissing(f"{folder}: no index yet. Make one: refdesk index rebuild")
    return folder / name


def read_manifest(place: Path) -> Manifest:
    """The manifest of an index. Raises IndexMissing when it cannot be read."""
    try:
        return Manifest(**json.loads((place / "manifest.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise IndexMissing(f"{place}: the index cannot be read ({error})") from error


def check(manifest: Manifest, encoder: Encoder, catalogue: str) -> None:
    """Raises IndexMismatch when the index belongs to another encoder, catalogue or version."""
    for what, ours, theirs in (
        ("encoder", encoder.fingerprint, manifest.encoder),
        ("catalogue", catalogue, manifest.catalogue),
        ("rules", RULES, manifest.rules),
    ):
        if ours != theirs:
            raise IndexMismatch(
                f"index {manifest.version} was made with {what} {theirs}, and {ours} is in use. "
                "Make it anew: refdesk index rebuild"
            )


def _fill(
    place: Path, catalogue: Catalogue, encoder: Encoder, version: str, progress: Progress | None
) -> Manifest:
    # Both halves read the same records: whoever adds or removes some waits for the writers' lock.
    head, total = catalogue.head(), catalogue.count()
    words = partial(_fill_words, place, catalogue.path)
    with (
        beside(words, worth_it=total > _LARGE) as worded,
        closing(_Vectors(place, encoder)) as made,
    ):
        for batch in catalogue.iterate(batch=_BATCH):
            made.add(batch, catalogue)
            if progress:
                progress(made.records, total)
        vectors = made.finish()
        worded()
    subjects.save(place, Headings.load(place), encoder, catalogue)
    return Manifest(
        version=version,
        encoder=encoder.fingerprint,
        encoder_name=encoder.name,
        dimensions=encoder.dimensions,
        catalogue=catalogue_id(catalogue),
        head=head,
        records=made.records,
        vectors=vectors,
        rules=RULES,
        built_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def catalogue_id(catalogue: Catalogue) -> str:
    """What tells one catalogue from another that lies in the same place."""
    return str(catalogue.identity)


def _fill_words(place: Path, catalogue: Path) -> None:
    """The half of an index that needs no vectors: words, columns and headings."""
    (place / "words").mkdir()
    columns, headings = Columns(), Headings()
    with closing(Catalogue(catalogue)) as records, closing(WordIndex(place / "words")) as words:
        for batch in records.iterate(batch=_BATCH):
            words.put(((s.number, s.record) for s in batch), fresh=True)
            for stored in batch:
                columns.put(stored.number, stored.record)
                headings.put(stored.number, stored.record)
        words.commit()
    columns.save(place)
    headings.save(place)


class _Vectors:
    """The other half while it is being made: the vectors of all units."""

    def __init__(self, place: Path, encoder: Encoder) -> None:
        self._place, self._encoder = place, encoder
        self._raw = (place / "raw.f16").open("wb")
        self._owners: list[Any] = [np.zeros(0, np.int32)]
        self._scripts: list[Any] = [np.zeros(0, np.int64)]
        self._totals = np.zeros((2, encoder.dimensions), np.float32)
        self.records = 0

    def add(self, batch: Sequence[Stored], cache: VectorCache) -> None:
        """Encode the units of records, but for those whose vectors are kept already."""
        made = [(stored.number, units_of(stored.record)) for stored in batch]
        texts = [unit for _, units in made for unit in units]
        vectors = encode_units(texts, self._encoder, cache)
        self._raw.write(vectors.astype(np.float16).tobytes())
        script = passages.scripts([unit.text for unit in texts])
        self._scripts.append(script)
        self._totals += np.stack([vectors[script == kind].sum(axis=0) for kind in (0, 1)])
        sizes = [len(units) for _, units in made]
        self._owners.append(np.repeat(np.array([n for n, _ in made], np.int32), sizes))
        self.records += len(batch)

    def close(self) -> None:
        """Let go of the raw vectors, whether all came to an end or not."""
        self._raw.close()

    def finish(self) -> int:
        """Write the index of the vectors; returns how many there are."""
        self.close()
        file = VectorFile(self._place / "raw.f16", self._encoder.dimensions)
        owners, scripts = np.concatenate(self._owners), np.concatenate(self._scripts)
        count = passages.save(self._place, Raw(file, owners, scripts, self._totals))
        file.close()
        (self._place / "raw.f16").unlink()
        return count


@contextmanager
def _room(place: Path) -> Iterator[Path]:
    """A folder to build in, gone again when the build fails."""
    place.mkdir(parents=True)
    try:
        yield place
    except OSError as error:
        shutil.rmtree(place, ignore_errors=True)
        raise HoldingsError(f"{place.parent}: the index could not be written ({error})") from error
    except BaseException:  # raised again: stopped or broken, no half index stays
        shutil.rmtree(place, ignore_errors=True)
        raise


def _current_name(folder: Path) -> str:
    pointer = folder / _POINTER
    return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else ""


def _point(folder: Path, version: str) -> None:
    beside = folder / f"{_POINTER}.new"
    _write(beside, version)
    os.replace(beside, folder / _POINTER)  # noqa: PTH105  (the name says that it is atomic)


def _write(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _clear(folder: Path, keep: str) -> None:
    """Remove indexes that nobody will open again; a process that still has one open keeps it."""
    for manifest in folder.glob("*/manifest.json"):
        if manifest.parent.name != keep:
            shutil.rmtree(manifest.parent, ignore_errors=True)
    for unfinished in folder.glob("making-*"):
        shutil.rmtree(unfinished, ignore_errors=True)


def status(folder: Path) -> dict[str, Any]:
    """The manifest of the index in use, as `refdesk index status` prints it."""
    return asdict(read_manifest(current(folder)))
