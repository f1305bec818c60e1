"""The knowledge base as librarians edit it: entries of files, changes over them, live at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import anyio.to_thread
from pydantic import ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from assistant.desk.acts import Librarian, require
from assistant.desk.audit import audit
from assistant.desk.draft import Answers, Changed
from assistant.desk.review import turns_since
from assistant.errors import BadRequest, NotFound
from assistant.knowledge import Entry, load_knowledge
from assistant.ports import Clock
from assistant.store import Database
from assistant.store.tables import KnowledgeRow
from assistant.texts import LANGUAGES

WRONG = {  # what a field has to be, where it can be wrong and not only missing
    "id": "is made of small letters, digits and hyphens",
    "url": "is a web address that begins with https://",
}
EARLIER = timedelta(days=90)
WORDS_NAMED = 6  # words of a question that name its entry
MOST_EARLIER = 200  # questions asked again when an entry changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry in the list; `changed` when it is not as the library's files have it."""

    entry: Entry
    changed: bool
    active: bool


class KnowledgeBase:
    def __init__(self, database: Database, clock: Clock, folder: Path, answers: Answers) -> None:
        self.database = database
        self.clock = clock
        self.folder = folder
        self.answers = answers
        self._files: dict[str, Entry] | None = None

    async def entries(self) -> list[Listed]:
        """All entries by topic; those taken back stay in the list, not active."""
        files = await self._filed()
        changes = await self.database.read(lambda s: list(s.scalars(select(KnowledgeRow))))
        listed = {id_: Listed(entry=e, changed=False, active=True) for id_, e in files.items()}
        for row in changes:
            listed[row.id] = Listed(entry=_entry(row), changed=True, active=row.active)
        return sorted(listed.values(), key=lambda one: (one.entry.topic, one.entry.id))

    async def entry(self, entry_id: str) -> Listed:
        """Raises NotFound."""
        found = next((one for one in await self.entries() if one.entry.id == entry_id), None)
        if found is None:
            raise NotFound(f"There is no entry {entry_id}.")
        return found

    async def save(self, who: Librarian, entry: Entry, *, active: bool = True) -> None:
        """Write an entry; the action server takes it up within a second. Raises Forbidden."""
        require(who, "supervisor")

        def work(session: Session) -> None:
            # One save after the other: who looks for changes after a number would miss its twin.
            session.execute(select(KnowledgeRow.id).order_by(KnowledgeRow.id).with_for_update())
            last = session.scalar(select(func.max(KnowledgeRow.change))) or 0
            body = entry.model_dump(mode="json", exclude={"id", "topic"})
            row = KnowledgeRow(
                id=entry.id,
                change=last + 1,
                topic=entry.topic,
                body=body,
                active=active,
                at=self.clock.now(),
                librarian_id=who.id,
            )
            session.merge(row)
            act = "save_entry" if active else "take_back_entry"
            audit(session, row.at, who.id, act, entry.id)

        await self.database.run(work)

    async def preview(self, entry: Entry) -> list[Changed]:
        """Questions of the last ninety days that would now be answered differently.

        Raises HoldingsUnavailable.
        """
        since = self.clock.now() - EARLIER
        asked = await self.database.read(
            lambda s: [(t.asked, t.language) for t in turns_since(s, since)]
        )
        changed: list[Changed] = []
        for language in LANGUAGES:
            texts = _distinct([text for text, spoken in asked if spoken == language])
            if texts:
                changed += await self.answers.preview(entry, texts, language)
        return changed

    async def _filed(self) -> dict[str, Entry]:
        if self._files is None:
            found = await anyio.to_thread.run_sync(load_knowledge, self.folder)
            self._files = {entry.id: entry for entry in found}
        return self._files


def short_name(question: str) -> str:
    """An id for a new entry: "Do you hire bikes?" becomes do-you-hire-bikes."""
    words = re.findall(r"[a-z0-9]+", question.lower().replace("'", ""))
    return "-".join(words[:WORDS_NAMED])


def read_entry(fields: dict[str, Any]) -> Entry:
    """An entry from a form's fields. Raises BadRequest naming the field."""
    wordings = {lang: _wording(fields, lang) for lang in LANGUAGES}
    body = {"id": fields.get("id", "").strip(), "topic": fields.get("topic", "").strip()}
    links = fields.get("links", [])
    try:
        return Entry.model_validate({**body, **wordings, "links": links})
    except ValidationError as error:
        first = error.errors()[0]
        where = " ".join(str(step) for step in first["loc"])
        raise BadRequest(f"{where}: {WRONG.get(where.split()[-1], 'is missing')}.") from error


def _wording(fields: dict[str, Any], language: str) -> dict[str, Any]:
    def text(name: str) -> str:
        return str(fields.get(f"{language}_{name}", "")).strip()

    also = [" ".join(line.split()) for line in text("also").splitlines()]
    return {
        "question": text("question"),
        "also": [line for line in also if line],
        "answer": text("answer").replace("\r\n", "\n"),
        "source": {"title": text("source_title"), "url": text("source_url")},
    }


def _entry(row: KnowledgeRow) -> Entry:
    return Entry.model_validate({"id": row.id, "topic": row.topic, **row.body})


def _distinct(texts: Sequence[str]) -> list[str]:
    """Each once, the newest, at most two hundred."""
    return list(dict.fromkeys(reversed(texts)))[:MOST_EARLIER]
