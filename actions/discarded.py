"""What is wanted in place of what is given up: "poetry" in "scrap that, poetry"."""

from __future__ import annotations

from dataclasses import replace

from actions import reading
from actions.ask import Ask
from actions.filters import from_ask
from actions.session import Session
from actions.signs import asking, listing, orders, tasks


def without(ask: Ask, session: Session) -> Ask:
    """The message without the words that give something up; itself when it says no more."""
    hit = None if ask.pressed else listing.DISCARDS.search(ask.text)
    if hit is None or hit[0] == ask.text or tasks.ERASES.search(ask.text):
        return ask
    read = reading.without(ask, *hit.span())
    rest = read.text
    if read.intent or asking.ASKING.search(rest) or asking.MAY.search(rest):
        return read
    if listing.LIFTS.search(rest) or orders.bare(rest):
        return replace(read, intent="refine", confidence=1.0)
    if not from_ask(read) and (not read.query or _is_all(ask.text, rest)):
        return ask
    if read.query or read.has("literary_form", "author"):
        session.topic = ""  # a topic of its own narrows no list
    return replace(read, intent="find_holdings", confidence=1.0)


def _is_all(text: str, rest: str) -> bool:
    """Whether what follows is no wish: "never mind, got it", 算了，谢谢."""
    leaves = listing.LEAVES_OFF.search(text) and not listing.WISHED.search(rest)
    return bool(leaves or listing.ENOUGH.search(rest) or tasks.BYE.search(rest))
