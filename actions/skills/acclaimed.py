"""A good book, whichever: bestsellers, classics, prize winners, something one cannot put down."""

from __future__ import annotations

from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.signs import acclaim
from actions.skills import find
from actions.turn import Turn
from index.record import Query

_LIMITS = ("audience", "format", "language", "branch", "available", "literary_form")


def wished(ask: Ask) -> bool:
    """Whether a message says that a book should be good, and beside limits no more."""
    signs, said = (acclaim.GRIPS, acclaim.LOVED, acclaim.PRIZES, acclaim.GOOD), _said(ask)
    return not ask.pressed and any(sign.search(said) for sign in signs)


def show(turn: Turn) -> None:
    """What grips or won a prize, as far as records tell; else what we have in most editions."""
    limited = limits.from_ask(turn.ask)
    if turn.language == "zh" and "formats" not in limited:
        limited = {"languages": ["chi"], **limited}
    if text := _told(turn):
        return find.begin(turn, Frame(text=text, filters=limited))
    turn.say("acclaim-good" if acclaim.GOOD.search(_said(turn.ask)) else "acclaim-untold")
    stories = {} if "formats" in limited else {"literary_forms": ["fiction"]}
    readers = {} if "formats" in limited else {"audiences": ["adult"]}
    return find.begin(turn, Frame(filters={**stories, **readers, **limited}))


def _told(turn: Turn) -> str:
    """What to search for where records tell of it; "" where they do not."""
    if acclaim.GRIPS.search(_said(turn.ask)):
        return turn.text("words-gripping")
    prize = turn.text("words-prize")
    if not acclaim.PRIZES.search(_said(turn.ask)) or acclaim.NAMED.search(turn.ask.text):
        return ""
    page = turn.shelf.search(Query(text=prize, limit=1))
    return prize if page.hits and page.sureness >= turn.services.bounds.near else ""


def _said(ask: Ask) -> str:
    return ask.beside(*_LIMITS)
