"""The holdings, searchable: the one door through which the rest of the program asks the index."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index import build
from index.catalogue import Catalogue
from index.columns import Columns
from index.encode import encode_units
from index.errors import HoldingsError, IndexBusy
from index.headings import Headings
from index.passages import Passages, scripts
from index.present import present
from index.record import Filters, Found, Query, Record
from index.search import Parts, Search
from index.sharing import SharedLock
from index.spelling import Speller
from index.subjects import Subjects
from index.tokens import plain
from index.units import units_of
from index.words import WordIndex

if TYPE_CHECKING:
    from index.catalogue import Stored
    from index.encoder import Encoder
    from index.topics import Topics

Made = tuple[int, "np.ndarray", "np.ndarray"]  # number, vectors of the units, their scripts
_STEP = 500  # changed records taken in at once: searches wait for one step at most
_STALE = 0.1  # share of records with other texts than at the build from which it is made anew
_FEW = 1000  # such records that are never worth it


@dataclass(frozen=True, slots=True)
class _Open:
    """One build as it is used, with the copy of its words that is ours to change."""

    manifest: build.Manifest
    copy: Path
    parts: Parts

    def close(self) -> None:
        self.parts.words.close()
        self.parts.passages.close()
        shutil.rmtree(self.copy, ignore_errors=True)


class Holdings:
    """Search over one index. Safe to use from any number of threads."""

    def __init__(self, catalogue: Catalogue, encoder: Encoder, folder: Path) -> None:
        self._catalogue, self._encoder, self._folder = catalogue, encoder, folder
        self._lock = SharedLock()
        self._updating = threading.Lock()
        self._stopped = threading.Event()
        self._watcher: threading.Thread | None = None
        self._use(self._opened(build.current(folder)))

    @classmethod
    def open(cls, folder: Path, encoder: Encoder) -> Holdings:
        """Open the index of a folder with its catalogue, and catch up with what changed since.

        Raises IndexMissing and IndexMismatch.
        """
        folder = Path(folder)
        holdings = cls(Catalogue(folder / "catalogue.sqlite", create=False), encoder, folder)
        holdings.refresh()
        return holdings

    @property
    def version(self) -> str:
        """The build and the latest change in it: the same version, the same answers."""
        return f"{self._manifest.version}+{self._seq}"

    @property
    def count(self) -> int:
        return self._parts.columns.count

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue

    @property
    def topics(self) -> Topics:
        """The two sides of topic search, for measuring each alone."""
        return self._search.topics

    def search(self, query: Query) -> Found:
        """Answer one query, all of it from one snapshot."""
        with self._lock.shared():
            ranking = self._search.rank(replace(query, limit=0, offset=0))
            return present(ranking, query, self._parts.columns, self._catalogue, self.version)

    def bears(self, words: str) -> bool:
        """Whether any record's title is just these words."""
        with self._lock.shared():
            return self._search.bears(words)

    def tells(self, text: str) -> bool:
        """Whether one record has all words of an English text that tell something."""
        with self._lock.shared():
            return self._search.tells(text)

    def editions(self, record_id: str, filters: Filters) -> list[Record]:
        """The records of one work, this one's among them, that pass `filters`."""
        with self._lock.shared():
            numbers = self._search.editions(record_id, filters)
            return self._catalogue.by_number(numbers)

    def get(self, ids: Sequence[str]) -> list[Record]:
        """Records by id, in the order asked; unknown ids are left out."""
        return self._catalogue.get(ids)

    def refresh(self) -> int:
        """Take in what changed in the catalogue, and a new build; returns records taken in.

        Searches go on meanwhile and wait only while one step is swapped in. A new build that
        cannot be opened raises, after the one in use has taken in what changed.
        """
        with self._updating:
            taken = 0
            try:
                self._renew()
            finally:
                while step := self._step():
                    taken += step
            return taken

    def _renew(self) -> None:
        """Open the latest build beside the one in use, which is let go only then."""
        place = build.current(self._folder)
        if place.name == self._manifest.version:
            return
        new, old = self._opened(place), self._open
        with self._lock.exclusive():
            self._use(new)
        old.close()

    def watch(self, interval: float = 1.0) -> None:
        """Refresh every `interval` seconds in a thread of its own, until `close`."""
        self._watcher = threading.Thread(
            target=self._keep_fresh, args=(interval,), name="holdings", daemon=True
        )
        self._watcher.start()

    def close(self) -> None:
        self._stopped.set()
        if self._watcher is not None:
            self._watcher.join()
        with self._lock.exclusive():
            self._open.close()
        self._catalogue.close()

    def _keep_fresh(self, interval: float) -> None:
        import structlog

        log, told = structlog.get_logger("index"), ""
        while not self._stopped.wait(interval):
            try:
                self.refresh()
                self._rebuild_if_stale()
                told = ""
            except Exception as error:  # told once; the thread must live to look again
                if repr(error) != told:
                    known = isinstance(error, HoldingsError)
                    log.warning("index.refresh_failed", reason=str(error), exc_info=not known)
                told = repr(error)

    def _rebuild_if_stale(self) -> None:
        if len(self._outdated) <= max(_STALE * self._manifest.records, _FEW):
            return
        with contextlib.suppress(IndexBusy):  # another process makes it already
            build.build(self._catalogue, self._encoder, self._folder)

    def _opened(self, place: Path) -> _Open:
        """The index in a folder. Raises IndexMissing, IndexMismatch."""
        manifest = build.read_manifest(place)
        build.check(manifest, self._encoder, build.catalogue_id(self._catalogue))
        copy = _private_copy(place / "words", self._folder)
        try:
            return _Open(manifest, copy, _load(place, copy, manifest.dimensions))
        except BaseException:
            shutil.rmtree(copy, ignore_errors=True)
            raise

    def _use(self, opened: _Open) -> None:
        self._open, self._manifest, self._parts = opened, opened.manifest, opened.parts
        is_word = getattr(self._encoder, "is_word", lambda word: False)
        self._search = Search(self._parts, self._encoder.encode_query, self._catalogue, is_word)
        self._seq = self._manifest.head
        self._outdated: set[int] = set()  # numbers of records with other texts than at the build

    def _step(self) -> int:
        """Take in one step of changes; returns how many there were."""
        changes = self._catalogue.changes_since(self._seq, _STEP)
        if not changes:
            return 0
        numbers = list({change.number for change in changes})
        stored = self._catalogue.stored(numbers)
        gone = set(numbers) - {s.number for s in stored}
        retold = {c.number for c in changes if c.kind != "copies"}
        made = self._encoded([s for s in stored if s.number in retold])
        with self._lock.exclusive():
            self._apply(stored, gone, made)
            self._seq = changes[-1].seq
            self._outdated |= retold
        return len(changes)

    def _encoded(self, stored: Sequence[Stored]) -> list[Made]:
        """Vectors of the units of records; done before searches are held up."""
        units = [(s.number, units_of(s.record)) for s in stored]
        if not units:
            return []
        vectors = encode_units([u for _, us in units for u in us], self._encoder, self._catalogue)
        ends = np.cumsum([len(us) for _, us in units])
        return [
            (number, vectors[end - len(own) : end], scripts([unit.text for unit in own]))
            for (number, own), end in zip(units, ends.tolist(), strict=True)
        ]

    def _apply(self, stored: Sequence[Stored], gone: set[int], made: list[Made]) -> None:
        parts = self._parts
        self._search.forget()
        parts.words.remove(gone)
        parts.passages.remove(gone)
        parts.columns.remove(gone)
        parts.headings.remove(gone)
        parts.words.put((s.number, s.record) for s in stored)
        for one in stored:
            parts.columns.put(one.number, one.record)
            parts.headings.put(one.number, one.record)
            parts.speller.learn_record(one.record)
        parts.passages.replace(made)
        parts.words.commit()


def _load(place: Path, words_folder: Path, dimensions: int) -> Parts:
    words = WordIndex(words_folder)
    vocabulary = (pair for field in ("title", "name", "other") for pair in words.vocabulary(field))
    headings = Headings.load(place)
    return Parts(
        words=words,
        passages=Passages.load(place, dimensions),
        columns=Columns.load(place),
        headings=headings,
        subjects=Subjects.load(place),
        speller=Speller(vocabulary),
        heading_words=Speller((word, 1) for name in headings.names for word in plain(name).split()),
    )


def _private_copy(words: Path, folder: Path) -> Path:
    """The word index under links of our own: what we change, no other process sees.

    Its files are written once and replaced, never changed, so links are as good as copies.
    """
    _clear_orphans(folder)
    copy = Path(tempfile.mkdtemp(prefix=f"open-{os.getpid()}-", dir=folder))
    for file in words.iterdir():
        if not file.name.endswith(".lock"):
            _link(file, copy / file.name)
    return copy


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without links
        shutil.copyfile(old, new)


def _clear_orphans(folder: Path) -> None:
    """Copies that a process left when it was killed."""
    for copy in folder.glob("open-*"):
        if not _alive(int(copy.name.split("-")[1])):
            shutil.rmtree(copy, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
