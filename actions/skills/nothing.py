"""When nothing is found: what was searched, and the ways on that lead somewhere."""

from __future__ import annotations

from actions import filters as limits
from actions.session import Frame
from actions.signs import listing, pointing
from actions.skills import about, answer, narrow
from actions.turn import Turn
from index.record import Query
from index.text import has_han


def tell(turn: Turn, frame: Frame) -> None:
    """Say so, and offer what would find something: a filter less, another library, a person."""
    _read_author(turn, frame)
    key = "nothing" if frame.text else "nothing-limited"
    turn.session.focus = ""  # what was spoken of before is not what is asked of now
    turn.say(key, about=about.about_words(turn, frame))
    offer_ways_on(turn, frame, alone=True)
    turn.ends("nothing_found")


def _read_author(turn: Turn, frame: Frame) -> None:
    """Somebody's name beside words that find nothing is whose works were meant: 鲁迅 闰土."""
    names = [] if turn.ask.pressed or frame.filters else frame.text.split()
    wrote = next((one for one in names if has_han(one) and about.first_by(turn, one)), "")
    rest = " ".join(one for one in names if one != wrote)
    if wrote and rest:
        frame.text, frame.filters = rest, {"authors": [wrote]}


def offer_ways_on(turn: Turn, frame: Frame, *, alone: bool = False) -> None:
    """The search with a filter less, an answer of ours on it, another library, a person."""
    for name in frame.filters:
        if not _guards_a_child(frame, name):
            offer_without(turn, frame, name)
    if alone:
        _offer_filters_alone(turn, frame)
    if not pointing.SAME_AUTHOR.search(turn.ask.text):
        answer.offer_rivals(turn, answer.nearest(turn)[:1])
    offer_elsewhere(turn)
    turn.offer_human("nothing_found")


def _guards_a_child(frame: Frame, name: str) -> bool:
    """Whether a filter keeps a child from what is for adults: a horror novel "to read together"."""
    return name == "audiences" and set(frame.filters[name]) <= {"preschool", "children"}


def offer_elsewhere(turn: Turn) -> None:
    """Where else it may be: for a paper of the reader's among articles, else in another library."""
    if listing.OF_A_PAPER.search(turn.ask.text):
        answer.offer_about(turn, "ask-articles")
        answer.offer_about(turn, "ask-consultation")
    answer.offer_about(turn, "ask-elsewhere")


def _offer_filters_alone(turn: Turn, frame: Frame) -> None:
    """All that passes the filters, when it is the words that find nothing."""
    if not (frame.text and frame.filters):
        return
    found = turn.shelf.search(Query(filters=limits.wanted(frame), limit=1)).found
    if found.total:
        words = turn.text("about-glue").join(
            limits.in_words(frame.filters, turn.names, frame.without)
        )
        title = turn.text("choice-all", filter=words, count=found.total)
        turn.offer(title, "find", filters=dict(frame.filters))


def offer_without(turn: Turn, frame: Frame, name: str) -> None:
    """A choice: the search without one filter, when that finds something."""
    rest = {other: value for other, value in frame.filters.items() if other != name}
    if not (frame.text or frame.like) and (name == "authors" or not rest):
        return  # all that there is in a language is no help to who asked for an author
    query = Query(
        text=frame.wanted, like=frame.like or None, filters=limits.wanted(frame, rest), limit=1
    )
    found = turn.shelf.search(query).found
    if found.total:
        words = limits.in_words(
            {name: frame.filters[name]},
            turn.names,
            {n: v for n, v in frame.without.items() if n == name},
        )
        title = turn.text("choice-without", filter=" ".join(words), count=found.total)
        turn.offer(title, "unfilter", name=name)


def still(turn: Turn, frame: Frame) -> None:
    """What was searched for last is asked of again, and there is nothing: what would find some."""
    turn.say("nothing-still", about=about.about_words(turn, frame))
    for name in frame.filters:
        offer_without(turn, frame, name)
    _offer_filters_alone(turn, frame)
    offer_elsewhere(turn)
    turn.offer_human("nothing_found")
    turn.ends("nothing_found")


def is_last(turn: Turn) -> bool:
    """Whether the last search found nothing at all, and is what is spoken of."""
    frame = turn.session.frame
    return frame is not None and not frame.shown and turn.session.topic == "holdings"


def again(turn: Turn) -> bool:
    """Say that we lack what was searched for last, which is asked of as if we had it; tells
    whether there was such."""
    frame = turn.session.frame
    named = frame is not None and (frame.text or "authors" in frame.filters)
    if frame is None or not named or turn.ask.pressed or not is_last(turn):
        return False
    turn.say("nothing-of-it", about=about.about_words(turn, frame))
    narrow.offer_kinds(turn)
    offer_elsewhere(turn)
    turn.offer_human("nothing_found")
    turn.ends("asked")
    return True
