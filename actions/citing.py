"""Whether a message asks for a citation, and of what."""

from __future__ import annotations

from actions import at_hand, titles
from actions.ask import Ask
from actions.at_hand import MARKS
from actions.session import Session
from actions.shelf import Shelf
from actions.signs import asking, leaning, pointing, shapes
from index.record import Query

_SHORT = 40  # characters of a message that leans on the one before
_CLEAR = 0.6  # confidence from which a short message is what it was taken for


def asked(ask: Ask, session: Session) -> bool:
    """Whether a short message asks for the item at hand to be cited, perhaps in another style."""
    style = ask.has("style")
    if only_cites(ask) and (session.focus or at_hand.numbers(ask) or style):
        return bool(session.listed)
    if len(ask.text) >= _SHORT or asking.ASKING.search(ask.text):
        return False
    likely = ask.intent in ("citation_help", "cite") and ask.confidence >= _CLEAR
    wanted = style or (likely and len(ask.text) < _SHORT / 2)
    return bool(wanted and (session.focus or (style and session.style)))


def only_cites(ask: Ask) -> bool:
    """Whether a message asks for a citation and names no title: "how do I cite the first one"."""
    asks = ask.has("style") or pointing.CITES.search(ask.text)
    rest = pointing.CITING.sub(" ", ask.beside("style", "ordinal", "first_few"))
    return bool(asks) and not rest.strip(MARKS)


def cited(ask: Ask) -> str:
    """The title that a message wants cited: 三体 in APA引用三体; "" for none."""
    if not (ask.has("style") or pointing.CITES.search(ask.text)):
        return ""
    text = at_hand.bare(ask.beside("style").strip(MARKS))
    title = pointing.CITED.sub("", text).strip(MARKS)
    return title if title != text and not only_cites(ask) else ""


def named(ask: Ask, shelf: Shelf) -> str:
    """The title of ours that a message wants cited, in whatever sentence: "for my essay I quote
    Dune, how do I write that in APA"; "" for none."""
    if (title := cited(ask)) and known(title, ask.text, shelf):
        return title
    if ask.pressed or not (ask.has("style") or pointing.CITES.search(ask.text)):
        return ""
    if marked := [one for one in shapes.titles(ask.text) if shelf.bears(one)]:
        return str(marked[0])
    quotes = ask.has("style") and pointing.QUOTES.search(ask.text)
    return titles.longest_in(ask.text, shelf.bears) if quotes else ""


def known(title: str, text: str, shelf: Shelf) -> bool:
    """Whether it is a title of ours, or the author of 蒋廷黻那本."""
    if shelf.bears(title) or not pointing.THAT_BOOK.search(text):
        return shelf.bears(title)
    return shelf.search(Query(text=title, limit=1, by_name=True)).found.kind == "author"


def names_a_title(ask: Ask, session: Session) -> bool:
    """Whether a title is named with a style: "APA for Sapiens", "and for 1984" after it."""
    if not ask.query or len(ask.text) >= _SHORT or asking.ASKING.search(ask.text):
        return False
    named = ask.has("style") and leaning.STYLE_FOR.search(ask.text)
    return bool(named) or bool(session.style and leaning.CITES_ON.search(ask.text))


def points(ask: Ask) -> bool:
    """Whether a message says "it" or "this one", and is no question."""
    return bool(pointing.POINTS_AT.search(ask.text)) and not asking.ASKING.search(ask.text)
