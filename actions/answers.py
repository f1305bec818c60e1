"""The library's own answers: the knowledge base as a dialogue asks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.knowledge import Entry
from assistant.model import Language, Source, SourcesPart


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, how sure the search is that it answers, 0 to 1, and how near it is."""

    entry: Entry
    confidence: float
    score: float = 0.0


class Answers(Protocol):
    """`actions.knowledge.Knowledge`, or a twin."""

    def nearest(
        self, text: str, language: Language, limit: int = 3, among: tuple[str, ...] = ()
    ) -> Sequence[Match]:
        """The entries nearest to a question (of AMONG, if given); empty while nothing is loaded."""
        ...

    def asks(self, text: str, language: Language) -> bool:
        """Whether a message has the very words of a wording: a look-up."""
        ...

    def telling(self, text: str, sentences: Sequence[str], language: Language) -> Sequence[float]:
        """How well each sentence of an answer tells what is asked."""
        ...

    def kin(self, entry: Entry) -> tuple[str, ...]:
        """The ids of all entries of its topic, its own among them."""
        ...

    @property
    def count(self) -> int:
        """How many entries there are."""
        ...

    def entry(self, entry_id: str) -> Entry | None: ...


def sources_of(entry: Entry, language: Language) -> SourcesPart:
    """Where the answer stands, and where to go on."""
    source = entry.wording(language).source
    first = Source(title=source.title, url=source.url, id=entry.id)
    links = [Source(title=link.title, url=link.url, id=entry.id) for link in entry.links]
    return SourcesPart(sources=[first, *links])
