"""A language that a reader would learn: books that teach it, else our courses."""

from __future__ import annotations

from dataclasses import replace

from actions import filters as limits
from actions.ask import Ask
from actions.names import code_of
from actions.session import Frame
from actions.signs import wishes
from actions.skills import about, answer, beside, find
from actions.turn import Turn
from index.record import Query
from index.text import simplify

_LANGUAGE = " language"  # how a heading of books that teach one ends
_LOOKED = 10  # records of which one must teach it


def tongue(ask: Ask) -> str:
    """The code of the language that is to be learnt: ita in "books for learning italian"."""
    hit = wishes.LEARNS.search(ask.text)
    return code_of(next(filter(None, hit.groups()))) if hit else ""


def learn(turn: Turn) -> None:
    """What teaches the language; where none of our books does, that, and our courses."""
    code = tongue(turn.ask)
    heading = _taught(turn, code)
    return _taught_by(turn, heading) if heading else _untaught(turn, code)


def go_on(turn: Turn, frame: Frame) -> bool:
    """The same for the next language of a search: "what about Spanish"."""
    code = tongue(replace(turn.ask, text=simplify(frame.text)))
    if code and not _taught(turn, code):
        _untaught(turn, code)
    else:
        find.begin(turn, frame)
    return True


def to_hear(turn: Turn) -> bool:
    """Courses with sound in a language that is learnt: "any with CDs"; tells whether asked for.

    Few records say that sound goes with a book; our own answer tells where such courses are.
    """
    before, said = turn.session.frame, limits.from_ask(turn.ask)
    if before is None or turn.session.topic != "holdings":
        return False
    learnt = tongue(replace(turn.ask, text=simplify(before.text))) or before.text.endswith(
        _LANGUAGE
    )
    if not learnt or turn.ask.pressed or said != {"formats": ["audiobook"]}:
        return False
    frame = Frame(text=before.text, filters=before.filters | said)
    if turn.shelf.search(find.query_of(frame, limit=1)).hits:
        return False
    turn.say("nothing", about=about.about_words(turn, frame))
    return answer.tell_of(turn, "ask-languages")


def _untaught(turn: Turn, code: str) -> None:
    words = turn.text("learning", name=turn.names.language_name(code))
    turn.session.push(Frame(text=words, topical=True, asked=True))
    turn.session.topic = "holdings"
    turn.say("nothing", about=turn.text("about-text", text=words))
    answer.tell_of(turn, "ask-languages")
    answer.offer_about(turn, "ask-elsewhere")
    return turn.ends("nothing_found")


def _taught_by(turn: Turn, heading: str) -> None:
    """What bears the heading, which says more than "chinese"; headings are English."""
    if turn.language != "en":
        return find.find(turn)
    return find.begin(turn, Frame(text=heading, topical=True, filters=beside.given(turn)))


def _taught(turn: Turn, code: str) -> str:
    """The heading of books that teach the language; "" where no record bears it."""
    heading = f"{turn.services.names['en'].language_name(code)}{_LANGUAGE}"
    found = turn.shelf.search(Query(text=heading, limit=_LOOKED)).hits
    headings = (subject.casefold() for hit in found for subject in hit.record.subjects)
    return heading if any(one.startswith(heading.casefold()) for one in headings) else ""
