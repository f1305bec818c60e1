"""What the action server works with, loaded when it is there and replaced when it changes.

Neither an index nor an encoder that is missing stops it: it says so in `state`, answers what it
can, and looks again every second.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog

from actions.bounds import load_bounds
from actions.cite import Citer
from actions.dialogue import Dialogue
from actions.entries import Changes, read_changes
from actions.knowledge import Knowledge
from actions.shelf import Shelf, names_of
from actions.turn import Services
from assistant.errors import HoldingsUnavailable
from assistant.knowledge import Entry, load_knowledge
from assistant.library import load_library
from index.catalogue import Catalogue
from index.errors import HoldingsError

if TYPE_CHECKING:
    from actions.knowledge import Search
    from index.encoder import Encoder
    from index.holdings import Holdings

log = structlog.get_logger("actions")
_PAUSE = 1.0  # seconds between two looks


class Live:
    """Everything that is open. `state` says of each part "ok" or what is missing."""

    def __init__(
        self,
        library_dir: Path,
        data_dir: Path,
        index_dir: Path,
        *,
        encoder: Callable[[], Encoder],
        holdings: Callable[[Path, Encoder], Holdings],
        search: Callable[[list[Entry], Encoder, Any], Search],
        changes: Changes | None = None,
    ) -> None:
        self.library = load_library(library_dir)
        self.state = {"encoder": "loading", "index": "loading", "knowledge": "loading"}
        self.shelf, self.knowledge = Shelf(self.library), Knowledge()
        self._entries = {entry.id: entry for entry in load_knowledge(library_dir)}
        self._index_dir, self._open_encoder = index_dir, encoder
        self._open_holdings, self._make_search = holdings, search
        self._changes, self._change = changes, 0
        self._encoder: Encoder | None = None
        self._stopped, self._writing = threading.Event(), threading.Lock()
        self._thread: threading.Thread | None = None
        self.dialogue = self._dialogue(library_dir, data_dir)

    def _dialogue(self, library_dir: Path, data_dir: Path) -> Dialogue:
        from assistant.engine.understanding.places import read_places
        from assistant.engine.understanding.reader import Reader

        services = Services(
            library=self.library,
            shelf=self.shelf,
            answers=self.knowledge,
            citer=Citer(),
            names=names_of(self.library),
            bounds=load_bounds(data_dir),
        )
        return Dialogue(services, Reader(read_places(library_dir)))

    @property
    def ready(self) -> bool:
        return self.state["index"] == "ok" and self.state["knowledge"] == "ok"

    def start(self) -> None:
        """Load all that is there now, warm it, and keep looking in a thread of its own."""
        self._try(self.look)
        self._warm()
        self._thread = threading.Thread(target=self._keep_looking, name="live", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()
        if self.shelf.holdings is not None:
            self.shelf.holdings.close()  # type: ignore[attr-defined]

    def look(self) -> None:
        """Open what is not open yet, and take in what librarians changed."""
        if self._encoder is None:
            self._load_encoder()
        if self._encoder is not None and self.state["knowledge"] != "ok":
            self._load_knowledge(self._encoder)
        if self._encoder is not None and self.shelf.holdings is None:
            self._load_index(self._encoder)
        self._load_changes()

    def put(self, entry: Entry) -> None:
        """Add or replace an entry at once."""
        with self._writing:
            self._take({entry.id: entry})

    def take(self, text: str, told: Mapping[str, str]) -> None:
        """The vector that the engine made of a message: nobody encodes it again."""
        take = getattr(self._encoder, "take", None)
        if take:
            take(text, told)

    @property
    def encoder(self) -> Encoder | None:
        return self._encoder

    def with_entry(self, entry: Entry) -> Knowledge:
        """The knowledge base as it would be with the entry; raises HoldingsUnavailable."""
        if self._encoder is None:
            raise HoldingsUnavailable("The sentence encoder is not loaded yet.")
        merged = {one.id: one for one in self.knowledge.entries} | {entry.id: entry}
        tried = Knowledge()
        entries = list(merged.values())
        tried.load(entries, self._make_search(entries, self._encoder, self._open_catalogue()))
        return tried

    def _load_encoder(self) -> None:
        try:
            self._encoder = self._open_encoder()
        except HoldingsError as error:
            self._say("encoder", str(error))
            return
        self._say("encoder", "ok")

    def _load_knowledge(self, encoder: Encoder) -> None:
        with self._writing:
            entries = list(self._entries.values())
            try:
                search = self._make_search(entries, encoder, self._open_catalogue())
            except HoldingsError as error:  # the second encoder is missing
                self._say("knowledge", str(error))
                return
            self.knowledge.load(entries, search)
        self._say("knowledge", "ok")

    def _open_catalogue(self) -> Any:
        """The catalogue, once there is one; it keeps the vectors of questions too."""
        path = self._index_dir / "catalogue.sqlite"
        if self.shelf.catalogue is None and path.exists():
            self.shelf.catalogue = Catalogue(path, create=False)
        return self.shelf.catalogue

    def _load_index(self, encoder: Encoder) -> None:
        try:
            opened = self._open_holdings(self._index_dir, encoder)
        except (HoldingsError, OSError, ValueError) as error:
            # An index of another version can fail in any of its libraries; it may be replaced.
            self._say("index", str(error))
            return
        opened.watch()
        self.shelf.checked_at = _changed_at(self._index_dir)
        self._open_catalogue()
        self.shelf.holdings = opened
        self._say("index", "ok")

    def _load_changes(self) -> None:
        if self._changes is not None:
            found = read_changes(self._changes, self._change)
            with self._writing:
                self._take(found.entries)
            self._change = found.head  # not before: what could not be taken in comes again
        self.shelf.checked_at = _changed_at(self._index_dir)

    def _take(self, changed: Mapping[str, Entry | None]) -> None:
        """What librarians wrote holds over the files; an entry taken back is gone."""
        news = {name: one for name, one in changed.items() if self._entries.get(name) != one}
        if news:
            self.knowledge.update(news)
            told = self._entries | news
            self._entries = {name: entry for name, entry in told.items() if entry is not None}

    def _say(self, part: str, state: str) -> None:
        if self.state[part] != state:
            log.info("actions.state", part=part, state=state)
        self.state[part] = state

    def _keep_looking(self) -> None:
        while not self._stopped.wait(_PAUSE):
            self._try(self.look)
            self._try(lambda: self.knowledge.read(self._stopped.is_set))

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception:  # told in the log; the next look may find it mended
            log.exception("actions.look_failed")

    def _warm(self) -> None:
        """First uses are slow: let no reader pay for them."""
        from actions.warm import warm

        warm(self.dialogue)


def _changed_at(index_dir: Path) -> datetime:
    """When the catalogue was last written: what is known of copies is from then."""
    files = [index_dir / name for name in ("catalogue.sqlite", "catalogue.sqlite-wal")]
    times = [file.stat().st_mtime for file in files if file.exists()]
    return datetime.fromtimestamp(max(times, default=0.0), UTC)
