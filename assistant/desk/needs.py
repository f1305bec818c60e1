"""Unmet need: what readers looked for and the library has not, grouped by meaning."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.desk.draft import Answers
from assistant.ports import Clock
from assistant.store import Database
from assistant.store.tables import ConversationRow, SearchRow, TurnRow

FEWEST_READERS = 5  # fewer would show what one person asked
LOOKED_AT = timedelta(days=365)
MOST = 2000  # different searches


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What several readers looked for in vain."""

    text: str  # the wording used most
    readers: int
    times: int
    wordings: list[str]
    last: datetime


@dataclass(frozen=True, slots=True)
class _Sought:
    text: str
    reader: str
    at: datetime


class Needs:
    def __init__(self, database: Database, clock: Clock, answers: Answers) -> None:
        self.database = database
        self.clock = clock
        self.answers = answers

    async def unmet(self) -> list[Need]:
        """Needs of at least five different readers in the last year, of most readers first.

        Raises HoldingsUnavailable.
        """
        since = self.clock.now() - LOOKED_AT
        sought = await self.database.read(lambda s: _sought(s, since))
        texts = list(dict.fromkeys(one.text for one in sought))[:MOST]
        if not texts:
            return []
        groups = await self.answers.groups(texts)
        needs = [_need([texts[place] for place in group], sought) for group in groups]
        shown = [need for need in needs if need.readers >= FEWEST_READERS]
        return sorted(shown, key=lambda need: (-need.readers, need.text))


def _need(wordings: list[str], sought: list[_Sought]) -> Need:
    mine = [one for one in sought if one.text in set(wordings)]
    counted = Counter(one.text for one in mine)
    return Need(
        text=counted.most_common(1)[0][0],
        readers=len({one.reader for one in mine}),
        times=len(mine),
        wordings=[text for text, _ in counted.most_common(10)],
        last=max(one.at for one in mine),
    )


def _sought(session: Session, since: datetime) -> list[_Sought]:
    """Searches that found nothing; a reader is one conversation, or all that they linked."""
    reader = func.coalesce(ConversationRow.reader_id, ConversationRow.id)
    query = (
        select(SearchRow.query, reader, TurnRow.at)
        .join(TurnRow, TurnRow.id == SearchRow.turn_id)
        .join(ConversationRow, ConversationRow.id == TurnRow.conversation_id)
        .where(SearchRow.total == 0, TurnRow.at >= since)
        .order_by(TurnRow.at.desc())
    )
    return [
        _Sought(" ".join(text.casefold().split()), who, at)
        for text, who, at in session.execute(query)
        if text.strip()
    ]
