"""What a conversation is at: searches and what they showed, the item in hand, what was asked."""

from __future__ import annotations

from typing import Any

import msgspec

from index.text import has_han

_FRAMES = 6  # searches to go back to
_GIVEN = 2  # answers to go back to
_SHOWN = 60  # items numbered in one search
_LOG = 40  # lines of a reading report


class Frame(msgspec.Struct, omit_defaults=True):
    """One search as it stands: what was asked, how it is narrowed, what the screen numbers."""

    said: str = ""  # as the reader asked it first, for the report
    text: str = ""
    topical: bool = False  # the words name a topic ("books about war"), and no title
    like: str = ""  # a record id
    filters: dict[str, Any] = {}
    without: dict[str, list[str]] = {}  # values a reader does not want, by filter
    works: list[str] = []  # record ids of titles that were named together
    gone: list[str] = []  # record ids that a reader has read or does not want
    order: str = ""  # newest, oldest, shortest, longest, title; empty is closest first
    kind: str = ""
    total: int = 0
    shown: list[str] = []  # record ids, item 1 first
    page: int = 0  # where the page on the screen begins
    far: bool = False  # what it found is only what comes nearest
    told: bool = False  # the words tell what a book is about, and are no title
    ahead: bool = False  # what they tell fits the first far better than the others
    asked: bool = False  # a question to narrow it was asked, or the reader narrows it already

    @property
    def lacks(self) -> bool:
        """Whether it found nothing, or only what comes nearest: no topic stands."""
        return self.far or not self.shown

    @property
    def films(self) -> bool:
        return bool(self.filters.get("formats") == ["film"])

    @property
    def by_country(self) -> bool:
        """Whether a country is that of the works, and not where they are set: films, and stories
        on whatever."""
        return self.films or bool(self.filters.get("literary_forms") and not self.text)

    @property
    def wanted(self) -> str:
        """The words as a topic is asked for, so that no title that merely has them is meant."""
        if not self.topical or not self.text:
            return self.text
        return f"关于{self.text}的书" if has_han(self.text) else f"books about {self.text}"


class Asked(msgspec.Struct, omit_defaults=True):
    """One line of the reading report."""

    text: str
    found: list[str] = []  # record ids


class Given(msgspec.Struct, omit_defaults=True):
    """An answer that was given, and what it was given to."""

    entry: str
    question: str = ""


class Session(msgspec.Struct, omit_defaults=True):
    frames: list[Frame] = []
    focus: str = ""  # the record spoken of last
    entry: str = ""  # the knowledge entry given last
    question: str = ""  # what it was given to, as the reader typed it
    earlier: list[Given] = []  # those given before it, the last first
    of_item: bool = False  # it was about the item in hand: how that is reserved
    branch: str = ""  # the branch spoken of last
    who: str = ""  # the specialist spoken of last
    when: dict[str, Any] = {}  # the day and time asked about last, as hours asks for them
    topic: str = ""  # what the last turn was about: holdings, saved, hours, answer, talk
    yes: str = ""  # the payload that "yes" stands for
    offers: list[str] = []  # payloads of the choices shown last, for "the second one"
    titles: list[str] = []  # their titles, for who types one
    asked: bool = False  # the last turn ended with a question of ours
    subject: str = ""  # what an answer on research was asked about, for "books then"
    limited: dict[str, Any] = {}  # forms named in what was answered: "large print", "any thrillers"
    verb: str = ""  # what was to be done with the item we asked for
    style: str = ""  # citation style used last
    pasted: str = ""  # the reference that the last message pasted
    lines: list[str] = []  # topics of the help lines that were named
    mourned: bool = False  # somebody near to the reader has died
    saved: list[str] = []
    wishes: list[str] = []  # alerts set in this conversation
    log: list[Asked] = []
    script: str = ""  # the Chinese characters that the reader writes, where they showed
    tongue: list[str] = []  # [language spoken, language wanted] after a wish for another language

    @property
    def comforted(self) -> bool:
        return bool(self.lines)

    @property
    def frame(self) -> Frame | None:
        return self.frames[-1] if self.frames else None

    @property
    def listed(self) -> list[str]:
        """The records that the screen numbers, item 1 first."""
        if self.topic == "saved":
            return self.saved
        return self.seen.shown if self.seen else []

    @property
    def seen(self) -> Frame | None:
        """The search whose list was shown last: one that found nothing shows none."""
        return next((frame for frame in reversed(self.frames) if frame.shown), self.frame)

    def push(self, frame: Frame) -> None:
        self.frames = [*self.frames, frame][-_FRAMES:]

    def back(self) -> Frame | None:
        """The search before this one; the only one, where one of its list was picked; else None."""
        if self.topic == "holdings" and len(self.frames) > 1:
            self.frames = self.frames[:-1]
        elif self.topic == "holdings" and self.frame:
            return self.frame if self.focus not in ("", *self.frame.shown[:1]) else None
        return self.frame

    def give(self, entry: str, question: str) -> None:
        """Another answer is spoken of; those before it may be gone back to."""
        if self.entry not in ("", entry):
            before = Given(entry=self.entry, question=self.question)
            kept = [one for one in self.earlier if one.entry not in (self.entry, entry)]
            self.earlier = [before, *kept][:_GIVEN]
        self.entry, self.question = entry, question

    def given_to(self, entry: str) -> str:
        """What an answer that may be gone on about was given to."""
        if entry == self.entry:
            return self.question
        return next((one.question for one in self.earlier if one.entry == entry), "")

    def show(self, frame: Frame, ids: list[str], first: int) -> None:
        """Number `ids` from `first` (0 is item 1) on."""
        frame.shown = [*frame.shown[:first], *ids][:_SHOWN]
        frame.page = first

    def note(self, text: str, found: list[str]) -> None:
        """A line for the report; a search that was only narrowed keeps its line."""
        line = Asked(text=text[:200], found=found)
        kept = [one for one in self.log if one.text != line.text]
        self.log = [*kept, line][-_LOG:]


def load_session(raw: Any) -> Session:
    """The session from its slot; a slot of an older version starts anew."""
    try:
        return msgspec.convert(raw or {}, Session)
    except msgspec.ValidationError:
        return Session()


def dump_session(session: Session) -> dict[str, Any]:
    dumped: dict[str, Any] = msgspec.to_builtins(session)
    return dumped
