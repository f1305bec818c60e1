"""Deterministic twins of what the desk looks things up in, shipped for tests in place of mocks."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.desk.draft import Changed, Nearest
from assistant.errors import HoldingsUnavailable
from assistant.facts import fold
from assistant.knowledge import Entry
from assistant.model import Item, Language

SURE = 0.55


class FewHoldings:
    """Holdings of a handful: an item is found by any word of its title or authors."""

    def __init__(self, items: Sequence[Item] = ()) -> None:
        self.kept = list(items)
        self.down = False
        self.asked: list[tuple[str, dict[str, object]]] = []  # every search, with its limits

    async def search(
        self,
        text: str,
        language: Language,
        limit: int = 10,
        filters: dict[str, object] | None = None,
    ) -> list[Item]:
        self._check()
        self.asked.append((text, filters or {}))
        words = fold(text).split()
        return [one for one in self.kept if any(word in _text(one) for word in words)][:limit]

    async def items(self, record_ids: Sequence[str], language: Language) -> list[Item]:
        self._check()
        by_id = {one.record_id: one for one in self.kept}
        return [by_id[id_] for id_ in record_ids if id_ in by_id]

    async def ready(self) -> bool:
        return not self.down

    def _check(self) -> None:
        if self.down:
            raise HoldingsUnavailable("The holdings were told not to answer.")


class FewAnswers:
    """Entries by the share of the question's words that stand in one of their wordings."""

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries = list(entries)

    async def nearest(self, text: str, language: Language, limit: int = 3) -> list[Nearest]:
        words = set(fold(text).split())
        found = [Nearest(one, self._share(one, language, words)) for one in self.entries]
        return sorted(found, key=lambda one: -one.confidence)[:limit]

    async def preview(
        self, entry: Entry, texts: Sequence[str], language: Language
    ) -> list[Changed]:
        others = [one for one in self.entries if one.id != entry.id]
        tried = FewAnswers([*others, entry])
        found = [
            Changed(
                text=text,
                before=await self._sure(text, language),
                after=await tried._sure(text, language),
            )
            for text in texts
        ]
        return [one for one in found if one.before != one.after]

    async def _sure(self, text: str, language: Language) -> str | None:
        near = await self.nearest(text, language, 1)
        return near[0].entry.id if near and near[0].confidence >= SURE else None

    async def groups(self, texts: Sequence[str]) -> list[list[int]]:
        """Texts with the same words in any order mean the same."""
        found: dict[tuple[str, ...], list[int]] = {}
        for place, text in enumerate(texts):
            found.setdefault(tuple(sorted(fold(text).split())), []).append(place)
        return sorted(found.values(), key=lambda group: (-len(group), group[0]))

    @staticmethod
    def _share(entry: Entry, language: Language, words: set[str]) -> float:
        wording = entry.wording(language)
        known = [set(fold(one).split()) for one in (wording.question, *wording.also)]
        return max((len(words & one) / len(words | one) for one in known if words), default=0.0)


def _text(item: Item) -> str:
    return fold(" ".join([item.title, *item.authors]))
