"""A topic, a person or a liking, named and no more, with a list at hand: it narrows the topic or
takes its place; readers, languages and forms that were asked for stay."""

from __future__ import annotations

from typing import Any

from actions import borne, titles
from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.signs import asking, leaning, listing, pointing
from actions.skills import find
from actions.turn import Turn
from index.text import Rule, has_han

_SHORT, _HAN_SHORT = 40, 14  # characters of a message that leans on the list before it
_SURE = 0.6  # confidence from which a message is of what it was taken for
_FINDS = ("find_holdings", "known_item", "refine", "show_more")
_UNREAD = ("out_of_scope", "nonsense")
_STAY = ("audiences", "languages", "formats")
_INSTEAD = Rule(r"\b(?:instead|rather)\b", "换成|改成|换")
_LIKES = Rule(
    r"^\W*(?:(?:s?he|they|my \w+)\s+)?(?:really |also )?(?:likes?|loves?|is (?:in)?to)\b",
    "喜欢|爱看|迷上",
)
_OF_ANY = Rule(  # a question that asks it of the list: "any with pictures?", 有带拼音的吗
    r"^\W*(?:(?:and|or) )?(?:any|anything|something|what about|how about)\b",
    "^\\W*(?:那)?(?:有|要).{1,8}的[吗嘛么]?\\W*$",
    "^\\W*(?:那)?.{1,8}的?呢\\W*$",
)


def add(turn: Turn) -> bool:
    """Show the list at hand on what is named; tells whether the message was such a fragment."""
    before, ask = turn.session.frame, turn.ask
    if before is None or turn.session.topic != "holdings" or not _is_one(ask):
        return False
    words = _words(ask)
    kept = limits.narrowed(_staying(before), limits.from_ask(ask))
    if joined := _joined(turn, before, words, kept):
        find.begin(turn, joined)
        return True
    if not kept or titles.is_one(ask.query, turn.shelf.bears):
        return False
    frame = Frame(text=words, filters=kept, asked=True)
    if ask.intent not in _FINDS[:2] and not turn.shelf.search(find.query_of(frame)).hits:
        return False
    find.begin(turn, frame)
    return True


def _staying(before: Frame) -> dict[str, Any]:
    worked_out = set(before.without)
    return {k: v for k, v in before.filters.items() if k in _STAY and k not in worked_out}


def _joined(turn: Turn, before: Frame, words: str, kept: dict[str, Any]) -> Frame | None:
    """The search for both topics, where a record bears both."""
    alone = before.like or before.works or before.kind in (*find.NAMED, "author")
    if alone or not before.text or _INSTEAD.search(turn.ask.text):
        return None
    text = _both(before.text, words)
    frame = Frame(text=text, topical=before.topical, filters={**before.filters, **kept}, asked=True)
    frame.without = dict(before.without)
    hits = turn.shelf.search(find.query_of(frame)).hits
    return frame if borne.by_any([hit.record for hit in hits], text) else None


def _both(before: str, words: str) -> str:
    """ "vegetarian cookbooks", 科幻 太空."""
    last = has_han(words) or words.startswith(("for ", "with ", "in ", "on ", "about "))
    return f"{before} {words}" if last else f"{words} {before}"


def _words(ask: Ask) -> str:
    said = leaning.CORRECTION.sub("", ask.query, 1)
    return " ".join(listing.FILLERS.sub(" ", said).split()).strip(" ,.!?，。！？") or ask.query


def _is_one(ask: Ask) -> bool:
    """Whether a message names something and begins nothing anew."""
    text, most = ask.text, _HAN_SHORT if has_han(ask.text) else _SHORT
    if not ask.query or ask.pressed or len(text) > most or ask.has("audience", "ordinal", "isbn"):
        return False
    if asking.BEGINS.search(text) or listing.UNTOLD.search(text) or limits.unwanted(ask):
        return False
    if not _may_be_meant(ask) or pointing.SAME_AUTHOR.search(text) or pointing.READ.search(text):
        return False
    likes, of_any = _LIKES.search(text), _OF_ANY.search(text)
    asks = asking.ASKING.search(text) or asking.QUESTION.search(text) or asking.MAY.search(text)
    return bool(of_any or likes or not (asks or asking.SAYS.search(text)))


def _may_be_meant(ask: Ask) -> bool:
    """Whether it passes for a search, or for nothing that a library is asked."""
    if ask.one("like") or ask.taught:
        return ask.intent in _FINDS and not ask.one("like")
    return ask.intent in (*_FINDS, *_UNREAD) or ask.confidence < _SURE
