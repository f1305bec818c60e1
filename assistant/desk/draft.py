"""A draft for the librarian: the assistant's best answer and records, to edit before sending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from assistant.desk.briefing import Briefing, Searched, last_search
from assistant.knowledge import Entry
from assistant.model import Item, Language, Source
from assistant.ports import Holdings

SURE_ENOUGH = 0.3  # confidence from which an entry is worth a librarian's reading
MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Nearest:
    """A knowledge entry near a question, and how sure the search is (0 to 1)."""

    entry: Entry
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A question that another entry would answer; None is no sure answer."""

    text: str
    before: str | None
    after: str | None


class Answers(Protocol):
    """The knowledge base as it is served now (the action server's own route)."""

    async def nearest(self, text: str, language: Language, limit: int = 3) -> list[Nearest]:
        """The nearest entries, best first. Raises HoldingsUnavailable."""
        ...

    async def preview(
        self, entry: Entry, texts: Sequence[str], language: Language
    ) -> list[Changed]:
        """Which of these questions would be answered differently with this entry in place."""
        ...

    async def groups(self, texts: Sequence[str]) -> list[list[int]]:
        """Places of texts that mean the same, in any language, together; the largest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    text: str
    sources: list[Source] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


async def draft(asked: Briefing, language: Language, answers: Answers, holdings: Holdings) -> Draft:
    """Nothing here is written by a model: an entry's own answer, or what the search finds.

    What the assistant searched for is searched again, with the reader's own limits.
    """
    search = last_search(asked.questions, asked.searches)
    if search:
        return Draft(text="", items=await _found(search, language, holdings))
    if not asked.wants:
        return Draft(text="")
    near = await answers.nearest(asked.wants, language, 1)
    if near and near[0].confidence >= SURE_ENOUGH:
        wording = near[0].entry.wording(language)
        source = Source(title=wording.source.title, url=wording.source.url, id=near[0].entry.id)
        return Draft(text=wording.answer, sources=[source])
    return Draft(text="", items=await holdings.search(asked.wants, language, MOST_ITEMS))


async def _found(search: Searched, language: Language, holdings: Holdings) -> list[Item]:
    """Within the limits; without them when nothing is left."""
    found = await holdings.search(search.query, language, MOST_ITEMS, search.filters)
    return found or await holdings.search(search.query, language, MOST_ITEMS)
