"""What is wanted in place of what is given up: "poetry" in "scrap that, poetry"."""

from __future__ import annotations

from dataclasses import replace

from actions import reading
from actions.ask import Ask, instead_of
from actions.filters import from_ask
from actions.session import Session
from actions.signs import asking, listing, orders, tasks
from assistant.engine.understanding.instead import GIVES_UP, NOT_BUT
from index.text import has_han

_CLEAR = 0.6  # confidence from which what follows is what it was taken for
_WORD = 3  # characters of a Chinese one
_SEARCHES = frozenset(["find_holdings", "known_item", "refine"])
_SMALL_TALK = frozenset(
    ["thanks", "greet", "goodbye", "affirm", "deny", "cancel", "insult", "nonsense", "out_of_scope"]
)


def without(ask: Ask, session: Session) -> Ask:
    """The message without the words that give something up; itself when it says no more.

    Who was asked what to leave for the librarians, and asks us instead, leaves them nothing.
    """
    read = None if ask.pressed or tasks.ERASES.search(ask.text) else _rest(ask, session)
    if ask.has("instead"):
        ask = replace(ask, entities=tuple(e for e in ask.entities if e.name != "instead"))
    meant = read and _meant(ask, read, session)
    if meant is None or (ask.waits == "asked" and not GIVES_UP.match(ask.text)):
        return ask
    if ask.waits != "asked":
        return meant
    session.topic = ""
    return replace(meant, waits="", gives_up=True)


def _rest(ask: Ask, session: Session) -> Ask | None:
    """What follows, as the engine read it alone; a word after a list as it stands: "dogs"."""
    told = instead_of(ask)
    if told and not (session.topic == "holdings" and _is_a_word(told.text)):
        return told
    hit = GIVES_UP.match(ask.text) or NOT_BUT.match(ask.text)
    return reading.without(ask, *hit.span()) if hit and hit[0] != ask.text else None


def _is_a_word(text: str) -> bool:
    return len(text) <= _WORD if has_han(text) else len(text.split()) == 1


def _meant(ask: Ask, read: Ask, session: Session) -> Ask | None:
    rest = read.text
    asks = asking.ASKING.search(rest) or asking.MAY.search(rest)
    sure = bool(read.intent) and read.confidence >= _CLEAR
    if asks or read.has("ordinal") or (sure and read.intent not in _SEARCHES | _SMALL_TALK):
        return read
    if listing.LIFTS.search(rest) or orders.bare(rest):
        return replace(read, intent="refine", confidence=1.0)
    if not from_ask(read) and (not read.query or _is_all(ask.text, rest)):
        return None
    if read.query or read.has("literary_form", "author"):
        session.topic = ""  # a topic of its own narrows no list
    return replace(read, intent="find_holdings", confidence=1.0)


def _is_all(text: str, rest: str) -> bool:
    """Whether what follows is no wish: "never mind, got it", 算了，谢谢."""
    leaves = listing.LEAVES_OFF.search(text) and not listing.WISHED.search(rest)
    return bool(leaves or listing.ENOUGH.search(rest) or tasks.BYE.search(rest))
