"""The sample library, its index made once by the encoder's deterministic twin, and a reader to talk with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from actions.ask import Ask, Entity
from actions.dialogue import Dialogue
from actions.live import Live
from actions.session import Session, dump_session, load_session
from assistant.engine.understanding.language import message_language
from assistant.engine.understanding.places import read_places
from assistant.engine.understanding.reader import Reader
from assistant.engine.understanding.writing import readable
from assistant.model import HoldingsPart, Item, Language, Part, TextPart
from assistant.parts import read_payload
from assistant.settings import PACKAGED_LIBRARY
from index.build import build
from index.catalogue import Catalogue
from index.holdings import Holdings
from index.importer import add
from index.knowledge_search import KnowledgeSearch
from index.sources import open_source
from index.twins import HashEncoder
from tests.marks import read_marks

READER = Reader(read_places(PACKAGED_LIBRARY))
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # open everywhere


@pytest.fixture(scope="session")
def index_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample library's holdings, indexed."""
    folder = tmp_path_factory.mktemp("index")
    catalogue = Catalogue(folder / "catalogue.sqlite")
    files = sorted((PACKAGED_LIBRARY / "holdings").glob("*.xml"))
    add(catalogue, [open_source(str(file)) for file in files], folder / "report.jsonl")
    build(catalogue, HashEncoder(), folder)
    catalogue.close()
    return folder


def live_over(folder: Path, data_dir: Path, **other: Any) -> Live:
    given: dict[str, Any] = {
        "encoder": HashEncoder,
        "holdings": Holdings.open,
        "search": KnowledgeSearch,
        **other,
    }
    return Live(PACKAGED_LIBRARY, data_dir, folder, **given)


@pytest.fixture(scope="session")
def live(index_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    opened = live_over(index_dir, tmp_path_factory.mktemp("data"))
    opened.look()
    yield opened
    opened.close()


@dataclass
class Talk:
    """A conversation without Rasa: the intent is given, the words to search for are marked as in
    nlu_data/words, all other entities are read by the engine's own rules."""

    dialogue: Dialogue
    language: Language = "en"
    session: Session = field(default_factory=Session)
    now: datetime = TUESDAY
    parts: list[Part] = field(default_factory=list)
    effects: dict[str, dict[str, Any]] = field(default_factory=dict)
    messages: list[list[Part]] = field(default_factory=list)

    def say(self, text: str, intent: str = "", confidence: float = 0.9, **changes: Any) -> Talk:
        text, tags = read_marks(text)
        found = READER.read(text, self.now.date(), tags)
        entities = tuple(
            Entity(one.entity, one.value, one.negated, one.start, one.end) for one in found
        )
        ask = Ask(
            text=readable(text),
            written=text,
            intent=intent,
            confidence=confidence if intent else 0.0,
            entities=entities,
            language=self.language,
            heard=message_language(text),
            now=self.now,
        )
        return self._turn(replace(ask, **changes))

    def press(self, payload: str) -> Talk:
        name, data = read_payload(payload)
        ask = Ask(text=payload, language=self.language, now=self.now).press(name, data)
        return self._turn(ask)

    def _turn(self, ask: Ask) -> Talk:
        # As between two turns: the session lives in a slot, as JSON.
        answered = self.dialogue.turn(ask, load_session(dump_session(self.session)))
        self.session, self.language = answered.session, answered.language
        self.messages = answered.reply.messages
        self.parts = [part for message in self.messages for part in message]
        self.effects = {effect.kind: effect.data for effect in answered.reply.effects}
        return self

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts if isinstance(part, TextPart))

    @property
    def items(self) -> list[Item]:
        return [i for part in self.parts if isinstance(part, HoldingsPart) for i in part.items]

    @property
    def titles(self) -> list[str]:
        return [item.title for item in self.items]

    @property
    def payloads(self) -> list[str]:
        return [c.payload for part in self.parts if part.type == "choices" for c in part.choices]

    @property
    def outcome(self) -> str:
        return str(self.effects["outcome"]["outcome"])

    def chosen(self, name: str) -> str:
        """The payload of the first choice that presses `name`."""
        return next(payload for payload in self.payloads if payload.startswith(f"/{name}"))


@pytest.fixture
def talk(live: Live) -> Callable[..., Talk]:
    """`talk("zh")` begins a conversation."""
    return lambda language="en": Talk(live.dialogue, language)
