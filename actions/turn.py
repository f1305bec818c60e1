"""One turn while it is answered: what was asked, where the conversation is, what is said so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.answers import Answers
from actions.ask import Ask
from actions.bounds import Bounds
from actions.cite import Citer
from actions.names import Names
from actions.session import Session
from actions.shelf import Shelf
from assistant.library import Library
from assistant.model import (
    Choice,
    ChoicesPart,
    Effect,
    Language,
    Part,
    SearchLog,
    SourcesPart,
    TextPart,
)
from assistant.parts import write_payload
from assistant.texts import say

_ENDS = re.compile(r"[.;!?](?:\s+|$)|[。；！？]")  # of sentences, and of what is told alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What every skill may use."""

    library: Library
    shelf: Shelf
    answers: Answers
    citer: Citer
    names: dict[Language, Names]
    bounds: Bounds


@dataclass(slots=True)
class Reply:
    """What one turn says and asks for: each inner list becomes one message."""

    messages: list[list[Part]] = field(default_factory=list)
    searches: list[SearchLog] = field(default_factory=list)
    effects: list[Effect] = field(default_factory=list)

    def drop_repeated(self) -> None:
        """The last message goes where another says the same, or all that it tells of an answer."""
        if len(self.messages) < 2:
            return
        *before, last = self.messages
        if last in before or _is_told(last, before):
            self.messages.pop()


def _is_told(message: Sequence[Part], before: Sequence[Sequence[Part]]) -> bool:
    """Whether what a message tells of an answer stands in one before it."""
    if not any(isinstance(part, SourcesPart) for part in message):
        return False
    told = _sentences(max(_texts(message), key=len, default=""))
    said = " ".join(text for one in before for text in _texts(one)).casefold()
    return all(one in said for one in told)


def _sentences(text: str) -> list[str]:
    return [one for one in _ENDS.split(text.casefold().rstrip(".。;；")) if one]


def _texts(message: Sequence[Part]) -> list[str]:
    return [part.text for part in message if isinstance(part, TextPart)]


class Turn:
    def __init__(self, ask: Ask, session: Session, services: Services, language: Language) -> None:
        self.ask, self.session, self.services, self.language = ask, session, services, language
        self.shelf = services.shelf.for_turn(language)
        self.reply = Reply()
        self.outcome = ""
        self.asks = False  # whether this turn ends with a question of ours
        self._choices: list[Choice] = []
        self._open = False  # whether the last message still takes parts

    # What skills read

    @property
    def names(self) -> Names:
        return self.services.names[self.language]

    @property
    def library(self) -> Library:
        return self.services.library

    def text(self, key: str, **args: Any) -> str:
        return say(self.language, key, **args)

    # What skills do

    def say(self, key: str, **args: Any) -> None:
        self.tell(self.text(key, **args))

    def tell(self, text: str) -> None:
        self.show(TextPart(text=text))

    def show(self, part: Part) -> None:
        if not self._open:
            self.reply.messages.append([])
            self._open = True
        self.reply.messages[-1].append(part)

    def offer(self, title: str, name: str, /, **data: Any) -> None:
        """One more choice at the end of the message."""
        choice = Choice(title=title, payload=write_payload(name, **data))
        if choice.payload not in {one.payload for one in self._choices}:
            self._choices.append(choice)

    def offer_human(self, reason: str = "offered") -> None:
        """A person, a press away; once in a message is enough."""
        title = self.text("choice-human")
        if title not in (choice.title for choice in self._choices):
            self.offer(title, "human", reason=reason)

    def end_message(self) -> None:
        """Close the message: its choices come last, and what follows is a message of its own."""
        if self._choices:
            self.show(ChoicesPart(choices=self._choices))
            self.session.offers = [choice.payload for choice in self._choices]
            self.session.titles = [choice.title for choice in self._choices]
        self._choices, self._open = [], False

    def effect(self, kind: str, **data: Any) -> None:
        self.reply.effects.append(Effect(kind=kind, data=data))

    def log(self, search: SearchLog) -> None:
        self.reply.searches.append(search)

    def ends(self, outcome: str) -> None:
        """How the turn went, for the log: answered, asked, nothing_found, unsure, human ..."""
        self.outcome = outcome

    def question(self, yes: str = "") -> None:
        """This turn ends with our question; `yes` is the payload that "yes" stands for."""
        self.asks, self.session.yes = True, yes

    def may_ask(self) -> bool:
        return not self.session.asked

    @property
    def said(self) -> Sequence[Part]:
        return [part for message in self.reply.messages for part in message]
