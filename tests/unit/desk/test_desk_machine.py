"""One speaker at a time, whatever readers, librarians and clocks do in whatever order."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from assistant import escalate, staff
from assistant.conversation import Conversations
from assistant.desk.acts import Desk, Librarian
from assistant.errors import Conflict, Forbidden
from assistant.events import Broker
from assistant.handoff import TRANSITIONS
from assistant.model import Owner, Said, TextPart
from assistant.store import Database, escalations
from assistant.store import conversations as rows
from assistant.store.tables import LibrarianRow, MessageRow, OwnerRow
from assistant.twins import EchoEngine, SteppingClock

ADA, GRACE = Librarian("a", "Ada"), Librarian("g", "Grace")
WHO = st.sampled_from([ADA, GRACE])


def speakers(session: Any, conversation_id: str) -> list[tuple[str, str, str | None]]:
    """Author, owner at that moment and the owner's id of every message, in order."""
    changes = list(session.query(OwnerRow).filter_by(conversation_id=conversation_id))
    said = session.query(MessageRow).filter_by(conversation_id=conversation_id)
    steps = sorted([*changes, *said], key=lambda row: row.seq)
    owner, librarian, found = "assistant", None, []
    for step in steps:
        if isinstance(step, OwnerRow):
            owner, librarian = step.owner, step.librarian_id
        else:
            found.append((step.author, owner, librarian if step.author == "librarian" else None))
            if step.author == "librarian":
                assert step.librarian_id == librarian
    return found


class OneSpeaker(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        database = self._fresh()
        self.clock = SteppingClock()
        self.service = Conversations(
            database, EchoEngine(), Broker(), self.clock, lambda at, language: "none"
        )
        self.desk = Desk(database, self.service.broker, self.clock)
        self.id = self.loop.run_until_complete(self.service.start("en")).id

    def _fresh(self) -> Database:
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(TEMPLATE[0], self.folder / "x.sqlite")
        return Database(f"sqlite:///{self.folder / 'x.sqlite'}")

    def teardown(self) -> None:
        self.service.database.close()
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        shutil.rmtree(self.folder)

    @property
    def owner(self) -> Owner:
        with self.service.database.session() as session:
            return Owner(rows.locked(session, self.id).owner)

    def run(self, *work: Any) -> list[Any]:
        async def together() -> list[Any]:
            return await asyncio.gather(*work, return_exceptions=True)

        done = self.loop.run_until_complete(together())
        for one in done:
            if isinstance(one, Exception):
                assert isinstance(one, Conflict | Forbidden), one
        return done

    def says(self, text: str) -> Any:
        return self.service.say(self.id, Said(id=str(uuid4()), text=text))

    @rule(text=st.sampled_from(["hello", "human", "break"]))
    def reader_writes(self, text: str) -> None:
        self.run(self.says(text))

    @rule()
    def reader_leaves_the_queue(self) -> None:
        self.run(self.service.say(self.id, Said(id=str(uuid4()), payload="/cancel")))

    @rule(who=WHO)
    def one_takes(self, who: Librarian) -> None:
        before = self.owner
        (done,) = self.run(self.desk.take(self.id, who))
        assert isinstance(done, Conflict) == (before == Owner.LIBRARIAN)

    @rule(text=st.sampled_from(["hello", "human"]))
    def both_take_while_the_reader_writes(self, text: str) -> None:
        free = self.owner != Owner.LIBRARIAN
        took = self.run(
            self.desk.take(self.id, ADA), self.says(text), self.desk.take(self.id, GRACE)
        )
        refused = [one for one in (took[0], took[2]) if isinstance(one, Conflict)]
        assert len(refused) == (1 if free else 2)

    @rule(who=WHO)
    def one_replies(self, who: Librarian) -> None:
        self.run(self.desk.reply(self.id, who, [TextPart(text="hi")], str(uuid4())))

    @rule(who=WHO, end=st.sampled_from([("hand_back", "handed_back"), ("close", "closed")]))
    def one_ends_it(self, who: Librarian, end: Any) -> None:
        self.run(self.desk.end(self.id, who, *end))

    @rule(who=WHO)
    def one_passes_it_on(self, who: Librarian) -> None:
        self.run(self.desk.transfer(self.id, who, GRACE if who is ADA else ADA))

    @precondition(lambda self: self.owner == Owner.LIBRARIAN)
    @rule()
    def the_window_is_gone(self) -> None:
        with self.service.database.session() as session:
            escalate.vanish(session, rows.locked(session, self.id), self.clock.now())

    @precondition(lambda self: self.owner == Owner.QUEUE)
    @rule()
    def nobody_comes(self) -> None:
        with self.service.database.session() as session:
            row = rows.locked(session, self.id)
            wish = escalations.open_of(session, self.id)
            escalate.time_out(session, row, wish, self.clock.now())

    @rule(minutes=st.integers(-60, 60))
    def the_clock_jumps(self, minutes: int) -> None:
        self.clock.at += timedelta(minutes=minutes)
        with self.service.database.session() as session:
            for row in session.query(LibrarianRow):
                row.seen_at = self.clock.now()

    @invariant()
    def never_two_speakers(self) -> None:
        with self.service.database.session() as session:
            said = speakers(session, self.id)
        for author, owner, librarian in said:
            if author == "assistant":
                assert owner != "librarian"
            if author == "librarian":
                assert (owner, librarian is not None) == ("librarian", True)

    @invariant()
    def an_owner_has_a_name_and_others_have_none(self) -> None:
        with self.service.database.session() as session:
            row = rows.locked(session, self.id)
            assert (row.librarian_id is not None) == (row.owner == Owner.LIBRARIAN)


TEMPLATE: list[Any] = []


@pytest.mark.slow
def test_one_speaker_at_a_time(empty_sqlite: Any, tmp_path: Any) -> None:
    shutil.copy(empty_sqlite, tmp_path / "template.sqlite")
    database = Database(f"sqlite:///{tmp_path / 'template.sqlite'}")
    with database.session() as session:
        for who in (ADA, GRACE):
            row = staff.add_librarian(session, who.name.lower(), who.name, "librarian")
            row.id, row.presence, row.seen_at = who.id, "online", SteppingClock().now()
    database.close()
    TEMPLATE[:] = [tmp_path / "template.sqlite"]
    run_state_machine_as_test(
        OneSpeaker,
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_state_machine_reaches_every_state() -> None:
    reached = {Owner.ASSISTANT}
    for _ in Owner:
        reached |= {to for (owner, _act), to in TRANSITIONS.items() if owner in reached}
    assert reached == set(Owner)
